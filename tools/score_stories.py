#!/usr/bin/env python3
"""Scores how records were merged into stories against tests/stories, with B-cubed precision and recall (Bagga and Baldwin 1998).

  score_stories.py KEY RECORDS STORIES [--list]
KEY: key.jsonl of tests/stories; RECORDS: `isnad read --format jsonl`; STORIES: `isnad stories --format jsonl`.

The elements are the records that fit a line of the key; their true cluster is the story the line names, their found cluster the story that
holds them. Half of the stories, by a hash of their name, is held out: no rule of merging was made by looking at it. `--list` names what
went wrong in the other half. Records that no line names are not scored; how many of them sit in a story with scored ones is told.
"""
import collections
import json
import sys
import zlib


def lines_of(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def half_of(story):
    return "held-out" if zlib.crc32(story.encode()) % 2 else "dev"


def label(key, records):
    """Story by record id, and the lines of the key that no record fits."""
    of_doc = collections.defaultdict(list)
    for line in key:
        of_doc[line["doc"]].append(line)
    truth, met = {}, set()
    for record in records:
        for line in of_doc[record["doc"]["id"]]:
            text = record["trigger"]["text"]
            if record["event"] in line["event"] and any(word in text for word in line["trigger"]):
                truth[record["id"]] = line["story"]
                met.add((line["doc"], line["story"]))
                break
    missed = sorted({(line["doc"], line["story"]) for line in key} - met)
    return truth, missed


def b_cubed(truth, found, half):
    """Precision, recall and F1 in percent over the records of a half (None: all)."""
    same_truth, same_found = collections.defaultdict(set), collections.defaultdict(set)
    for record, story in truth.items():
        same_truth[story].add(record)
        same_found[found[record]].add(record)
    scored = [r for r, story in truth.items() if half in (None, half_of(story))]
    if not scored:
        return 0, 0, 0, 0
    both = {r: len(same_truth[truth[r]] & same_found[found[r]]) for r in scored}
    p = 100 * sum(n / len(same_found[found[r]]) for r, n in both.items()) / len(scored)
    r = 100 * sum(n / len(same_truth[truth[r]]) for r, n in both.items()) / len(scored)
    return len(scored), p, r, 2 * p * r / (p + r)


def faults(truth, found, records):
    """Which stories of the half that may be looked at were split or mixed."""
    text = {r["id"]: f'{r["doc"]["id"]} {r["event"]} {r["trigger"]["text"]}' for r in records}
    by_story, by_cluster = collections.defaultdict(lambda: collections.defaultdict(list)), collections.defaultdict(set)
    for record, story in truth.items():
        by_story[story][found[record]].append(record)
        by_cluster[found[record]].add(story)
    for story, clusters in sorted(by_story.items()):
        if half_of(story) != "dev":
            continue
        mixed = {other for c in clusters for other in by_cluster[c] if other != story and half_of(other) == "dev"}
        if len(clusters) > 1 or mixed:
            yield f"{story}: {len(clusters)} parts" + (f", with {', '.join(sorted(mixed))}" if mixed else "")
            for cluster, members in sorted(clusters.items(), key=lambda c: -len(c[1])):
                yield f"  {cluster}: " + "; ".join(f"{m} {text[m]}" for m in members)


def main():
    key, records, stories = (lines_of(path) for path in sys.argv[1:4])
    truth, missed = label(key, records)
    found = {record: story["id"] for story in stories for record in story["records"]}
    lost = [r for r in truth if r not in found]
    found.update({r: r for r in lost})
    for name, half in (("all", None), ("dev", "dev"), ("held out", "held-out")):
        n, p, r, f = b_cubed(truth, found, half)
        print(f"{name}: B-cubed precision {p:.1f}, recall {r:.1f}, F1 {f:.1f} ({n} records)")
    with_scored = {found[r] for r in truth}
    strangers = sum(1 for s in stories if s["id"] in with_scored for r in s["records"] if r not in truth)
    told = len({(line["doc"], line["story"]) for line in key})
    print(f"lines of the key that a record fits: {told - len(missed)} of {told}; records beside the key in scored stories: {strangers}; in no story: {len(lost)}")
    if "--list" in sys.argv:
        print("no record: " + ", ".join(f"{d} {s}" for d, s in missed if half_of(s) == "dev"))
        print("\n".join(faults(truth, found, records)))


if __name__ == "__main__":
    main()
