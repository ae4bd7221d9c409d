#!/usr/bin/env python3
"""A random sample of records, each beside its sentence, for a reader who judges them (docs/measures.md has the rubric).

  sample_records.py DOCUMENTS.jsonl [--seed N] [--count N] < records.jsonl

DOCUMENTS.jsonl holds the documents ("id", "text") that the records were read from. The same seed and records give the same sample. Each record
is printed with its number, event type, mode, status, salience, parties and place; in the sentence the trigger stands in brackets.
"""
import argparse
import json
import random
import sys


def names(record, role):
    return " + ".join(f"{e['text']} ({e.get('code') or e.get('country') or '-'})" for e in record.get(role, [])) or "-"


def sentence(text, record):
    (begin, end), (first, last) = record["sentence"]["span"], record["trigger"]["span"]
    return f"{text[begin:first]}[[{text[first:last]}]]{text[last:end]}".replace("\n", " ").strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    arguments = parser.parse_args()
    with open(arguments.documents, encoding="utf-8") as lines:
        texts = {str(d["id"]): d["text"] for d in map(json.loads, lines)}
    records = sorted((json.loads(line) for line in sys.stdin), key=lambda r: (r["doc"]["id"], r["trigger"]["span"], r["id"]))
    missing = [r["doc"]["id"] for r in records if r["doc"]["id"] not in texts]
    if missing:
        sys.exit(f"sample_records: {arguments.documents} has no document '{missing[0]}'; give the file that the records were read from")
    chosen = random.Random(arguments.seed).sample(records, min(arguments.count, len(records)))
    for number, r in enumerate(chosen, 1):
        print(f"{number}. {r['event']} {' '.join(r.get('mode', []))} | {r['status']} {' '.join(r.get('aux', []))} | {r['salience']} | {r['frame']}")
        print(f"   actor {names(r, 'actor')} | recipient {names(r, 'recipient')} | place {r.get('location', {}).get('text', '-')}")
        print(f"   {sentence(texts[r['doc']['id']], r)}")


if __name__ == "__main__":
    main()
