#!/usr/bin/env python3
"""How many parties are right, by reports whose acts have their parties marked (tests/parties).

  score_parties.py MARKED.jsonl ... [--wrong] [--rules] < records.jsonl

Records are those of the same files. A record answers a marked act with its document, event type and trigger. A party shown is right where it, or whom
it stands for, holds a marked word; a role is right where each marked word is in a party shown and each party shown holds one, or nobody is marked
and nobody shown. --wrong lists the acts with a wrong role, with what is shown and what is marked. --rules counts for each rule that gave a party (- where none is shown)
how many roles are right, how many should have nobody and how many somebody else: a rule that is seldom right shows a defect that no list of what is
missed does.
"""
import argparse
import collections
import json
import sys


def holds(entity, word):
    spans = [entity["span"], entity.get("antecedent", {}).get("span", [0, 0])]
    return any(b < word[1] and word[0] < e for b, e in spans)


def right(shown, marked):
    return all(any(holds(e, w) for e in shown) for w in marked) and all(any(holds(e, w) for w in marked) for e in shown)


def rule_of(record, role):
    rules = [w["rule"] for w in record.get("why", []) if w["field"] == role]
    return rules[0] if record.get(role) and rules else "-"


def print_rules(rules):
    by_size = sorted({key[:2] for key in rules}, key=lambda k: (k[0], -sum(rules[k + (v,)] for v in ("right", "nobody", "other"))))
    for role, rule in by_size:
        counts = [rules[role, rule, verdict] for verdict in ("right", "nobody", "other")]
        print(f"{role:9} {rule:36} right {counts[0]:4}  nobody {counts[1]:4}  other {counts[2]:4}  {100 * counts[0] / sum(counts):3.0f} %")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("marked", nargs="+")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--rules", action="store_true")
    arguments = parser.parse_args()
    records = {(r["doc"]["id"], r["event"], tuple(r["trigger"]["span"])): r for r in map(json.loads, sys.stdin)}
    count, rules = collections.Counter(), collections.Counter()
    for file in arguments.marked:
        with open(file, encoding="utf-8") as lines:
            reports = [json.loads(line) for line in lines]
        for report, act in ((r, a) for r in reports for a in r["acts"]):
            count["marked"] += 1
            record = records.get((str(report["id"]), act["event"], tuple(act["trigger"])))
            if record is None:
                continue
            verdicts = {role: right(record.get(role, []), act[role]) for role in ("actor", "recipient")}
            count["found"] += 1
            count.update(role for role, good in verdicts.items() if good)
            count["both"] += all(verdicts.values())
            for role, good in verdicts.items():
                rules[role, rule_of(record, role), "right" if good else "other" if act[role] else "nobody"] += 1
                if arguments.wrong and not good:
                    shown = " + ".join(e["text"] for e in record.get(role, [])) or "-"
                    marked = " + ".join(report["text"][b:e] for b, e in act[role]) or "-"
                    print(f"{report['id']} {act['event']} {record['trigger']['text']}: {role} {shown}, not {marked}")
    if arguments.rules:
        print_rules(rules)
    share = lambda name: f"{100 * count[name] / max(1, count['found']):.1f} %"
    print(f"parties right: actor {share('actor')}, recipient {share('recipient')}, both {share('both')} of {count['found']} acts"
          f" ({count['marked'] - count['found']} marked ones are no records now)")


if __name__ == "__main__":
    main()
