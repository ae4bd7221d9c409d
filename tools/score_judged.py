#!/usr/bin/env python3
"""How many records are right, by judgements of records of this program made by careful readers (tests/judged).

  score_judged.py DOCUMENTS.jsonl JUDGED.jsonl < records.jsonl

DOCUMENTS.jsonl holds the documents ("id", "text"). A judged record is found again by its document, event type and a trigger that touches. A
party shown as it was when judged keeps its verdict; one shown otherwise, or judged by somebody who never saw what was shown, is right where each
right phrase shares a word with a party shown, and each party shown with a right phrase. Of acts of two sides it doesn't matter which side stands in which role.
Records that were judged and are gone are counted apart; those that are new were never judged, so this compares states of the program, and a
fresh sample, judged by somebody who wrote no rule, tells how good it is.
"""
import argparse
import collections
import json
import re
import sys

DIACRITICS = re.compile("[\u064b-\u0652\u0670\u0640]")
MUTUAL = {"CONSULT", "AGREE", "COOPERATE", "ASSAULT"}


def words(text):
    """Words folded as readers take them for the same, without what is written together with them."""
    out = set()
    for word in re.findall(r"\w+", DIACRITICS.sub("", text)):
        word = re.sub("[أإآٱ]", "ا", word).replace("ى", "ي").replace("ة", "ه")
        bare = re.sub(r"^(?:[وف]?(?:[بك]?ال|لل)|[وفبلك](?=\w{3}))", "", word)
        out.add(bare if len(bare) > 1 else word)
    return out


def spans(entity):
    return entity["span"] + entity.get("antecedent", {}).get("span", [])


def shown(record, role):
    return [spans(e) for e in record.get(role, [])]


def fits(right, entities, text):
    """Do parties shown and right ones answer each other."""
    ours = [words(e["text"]) | words(e.get("antecedent", {}).get("text", "")) for e in entities]
    theirs = [words(text[b:e]) for b, e in right]
    return all(any(o & t for o in ours) for t in theirs) and all(any(o & t for t in theirs) for o in ours)


def verdicts(judged, record, text):
    roles, same = ("actor", "recipient"), True
    out = []
    for role in roles:
        kept = "shown" in judged[role] and sorted(judged[role]["shown"]) == sorted(shown(record, role))
        same = same and kept
        out.append(judged[role]["right"] if kept else fits(judged[role]["is"], record.get(role, []), text))
    if not all(out) and not same and judged["event"] in MUTUAL and all(judged[role]["is"] for role in roles):
        if fits(sum((judged[role]["is"] for role in roles), []), sum((record.get(role, []) for role in roles), []), text):
            return [True, True]
    return out


def touching(judged, records):
    begin, end = judged["trigger"]
    return next((r for r in records if r["trigger"]["span"][0] < end and begin < r["trigger"]["span"][1]), None)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents")
    parser.add_argument("judged")
    arguments = parser.parse_args()
    with open(arguments.documents, encoding="utf-8") as lines:
        texts = {str(d["id"]): d["text"] for d in map(json.loads, lines)}
    records = collections.defaultdict(list)
    for record in map(json.loads, sys.stdin):
        records[record["doc"]["id"], record["event"]].append(record)
    count, gone = collections.Counter(), collections.Counter()
    with open(arguments.judged, encoding="utf-8") as lines:
        for judged in map(json.loads, lines):
            record = touching(judged, records[judged["doc"], judged["event"]])
            was = judged["type"] and judged["actor"].get("right") and judged["recipient"].get("right")
            if record is None:
                gone["right" if was else "partly right" if judged["type"] else "wrong"] += 1
                continue
            actor, recipient = verdicts(judged, record, texts[judged["doc"]])
            for name, holds in (("type", judged["type"]), ("actor", actor), ("recipient", recipient), ("right", judged["type"] and actor and recipient)):
                count[name] += holds
                count[name, record["salience"]] += holds
            count["all"] += 1
            count["all", record["salience"]] += 1
    share = lambda name, *of: f"{100 * count[(name, *of) if of else name] / max(1, count[('all', *of) if of else 'all']):.1f} %"
    print(f"records right {share('right')} of {count['all']} (type {share('type')}, actor {share('actor')}, recipient {share('recipient')};"
          f" main {share('right', 'main')}, background {share('right', 'background')}); gone: " + (", ".join(f"{n} {k}" for k, n in gone.items()) or "none"))


if __name__ == "__main__":
    main()
