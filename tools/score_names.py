#!/usr/bin/env python3
"""Scores the names that `isnad analyse --layer names --format json` finds against a file of tokens with BIO tags (ANERcorp's).

  score_names.py text GOLD > archive.jsonl      the tokens as text: documents of fifteen sentences, a sentence a line
  score_names.py score GOLD [--errors N] < analysis.jsonl

A name counts where type and first and last token are the gold's. Types are PER, LOC and ORG; the gold's MISC is left out, and so is what
the program finds exactly there. Tokens are joined by one space, punctuation as it stands; the gold doesn't say where its reports end.
A name covers a token if it covers the token's stem: the gold's tokens keep "and", "with", "for" attached, the program's spans don't. So
a token is covered whose letters are, save for up to three such letters at its start. Titles and kinds of place before
a name are part of it for neither side ("President", "the city of").
"""
import argparse
import collections
import json
import sys

SENTENCES = 15
TYPES = {"PERS": "PER", "PER": "PER", "LOC": "LOC", "ORG": "ORG", "MISC": "MISC"}
CLITICS = set("\u0648\u0641\u0628\u0644\u0643\u0627")  # and, then, in, for, like; the alif of the article that is part of a name


def sentences(path):
    """Lists of (token, tag)."""
    found, current = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                token, tag = line.rstrip("\n").rsplit(" ", 1)
                current.append((token, tag))
            elif current:
                found.append(current)
                current = []
    return found + [current] if current else found


def documents(path):
    """Of each document: text, [(begin, end)] of its tokens, and its names {(first, last): type}, last token included."""
    every = sentences(path)
    for start in range(0, len(every), SENTENCES):
        text, spans, names, opened = "", [], {}, None
        for sentence in every[start:start + SENTENCES]:
            for token, tag in sentence + [("", "O")]:
                kind = TYPES.get(tag[2:]) if tag != "O" else None
                if opened and (not tag.startswith("I-") or kind != opened[1]):
                    names[opened[0], len(spans) - 1] = opened[1]
                    opened = None
                if kind and not opened:
                    opened = len(spans), kind
                if token:
                    spans.append((len(text), len(text) + len(token)))
                    text += token + " "
            text = text[:-1] + "\n"
        yield text, spans, names


def covered(text, spans, begin, end):
    """First and last token that the span [begin, end) covers, None where it cuts one."""
    touched = [i for i, (b, e) in enumerate(spans) if b < end and e > begin]
    if not touched:
        return None
    first, last = touched[0], touched[-1]
    cut = text[spans[first][0]:begin] if begin > spans[first][0] else ""
    rest = text[end:spans[last][1]]
    if len(cut) > 3 or any(c not in CLITICS for c in cut) or any(c.isalpha() for c in rest):
        return None
    return first, last


def ratio(a, b):
    return a / b if b else 0.0


def score(path, records, errors):
    right, gold, system, kinds = (collections.Counter() for _ in range(4))
    missed = []
    for (text, spans, names), record in zip(documents(path), records, strict=True):
        found = {}
        for name in record["names"]:
            at = covered(text, spans, *name["span"])
            found[at or ("cut", name["span"][0])] = name["type"], name["rule"], name["text"]
        left_out = {at for at, kind in names.items() if kind == "MISC"}
        for at, kind in names.items():
            if kind == "MISC":
                continue
            gold[kind] += 1
            same = found.get(at)
            if same and same[0] == kind:
                right[kind] += 1
                continue
            touching = [f for f in found if f[0] != "cut" and f[0] <= at[1] and f[1] >= at[0]]
            why = "type" if same else "extent" if touching else "missed"
            kinds[f"{kind} {why}"] += 1
            missed.append((f"{kind} {why}", text[spans[at[0]][0]:spans[at[1]][1]], text[max(0, spans[at[0]][0] - 40):spans[at[1]][1] + 30],
                           same[1] if same else ", ".join(f"{found[f][2]} {found[f][0]} {found[f][1]}" for f in touching)))
        for at, (kind, rule, form) in found.items():
            if at in left_out:
                continue
            system[kind] += 1
            touching = [n for n in names if at[0] != "cut" and n[0] <= at[1] and n[1] >= at[0]]
            if not touching:
                kinds[f"{kind} invented"] += 1
                begin = spans[at[0]][0] if at[0] != "cut" else at[1]
                missed.append((f"{kind} invented", form, text[max(0, begin - 40):begin + len(form) + 30], rule))
    for kind in ("PER", "LOC", "ORG"):
        yield line(kind, right[kind], system[kind], gold[kind])
    yield line("all", sum(right.values()), sum(system.values()), sum(gold.values()))
    yield "errors: " + ", ".join(f"{k} {n}" for k, n in sorted(kinds.items()))
    for why, form, context, note in missed[:errors]:
        yield "\t".join((why, form, context.replace("\n", " "), note))


def line(kind, right, system, gold):
    p, r = ratio(right, system), ratio(right, gold)
    return f"{kind} P {100 * p:.1f} R {100 * r:.1f} F1 {100 * ratio(2 * p * r, p + r):.1f}  (gold {gold}, system {system}, right {right})"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("text", "score"))
    parser.add_argument("gold")
    parser.add_argument("--errors", type=int, default=0, help="also print the first N errors: what, name, context, the program's rule")
    options = parser.parse_args()
    if options.what == "text":
        for i, (text, _, _) in enumerate(documents(options.gold)):
            print(json.dumps({"id": f"names-{i + 1}", "text": text}, ensure_ascii=False))
        return
    for out in score(options.gold, (json.loads(line) for line in sys.stdin), options.errors):
        print(out)


if __name__ == "__main__":
    main()
