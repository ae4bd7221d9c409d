#!/usr/bin/env python3
"""Scores build/release/isnad against the sets in ../shared and prints one table; `make measure` runs it.

Nothing else in the project knows these sets: they are for measuring only and no part of a clone. What is absent is left out, and said.
`stories` and `parties` need none of them: theirs are tests/stories and tests/parties.
  measure.py [--only NAME ...]     names: stories parties report gsr doc judged conllu names geo time corpus coverage inflection outlook
"""
import argparse
import collections
import json
import lzma
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
SHARED = os.path.join(os.path.dirname(ROOT), "shared")
PROGRAM = os.path.join(ROOT, "build", "release", "isnad")


def shared(*parts):
    return os.path.join(SHARED, *parts)


def run(arguments, **kwargs):
    """Standard output of a command; stops with its message where it fails."""
    done = subprocess.run(arguments, capture_output=True, **kwargs)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(arguments[:3])}: {done.stderr.decode()[-500:]}")
    return done.stdout


def score(script, arguments, records=b""):
    return run([sys.executable, script, *arguments], input=records).decode().strip().split("\n")


def read(path, *options):
    return run([PROGRAM, "read", path, "--format", "jsonl", *options])


def measure_stories():
    for name, *folder in (("stories", ), ("stories, second set", "second")):
        folder = os.path.join(ROOT, "tests", "stories", *folder)
        with tempfile.TemporaryDirectory() as scratch:
            records, stories = os.path.join(scratch, "records.jsonl"), os.path.join(scratch, "stories.jsonl")
            run([PROGRAM, "read", os.path.join(folder, "reports.jsonl"), "--input", "jsonl", "-o", records])
            run([PROGRAM, "stories", records, "--format", "jsonl", "-o", stories])
            for line in score(os.path.join(HERE, "score_stories.py"), [os.path.join(folder, "key.jsonl"), records, stories]):
                yield name, line


def measure_parties():
    folder = os.path.join(ROOT, "tests", "parties")
    files = sorted(os.path.join(folder, f) for f in os.listdir(folder) if f.endswith(".jsonl"))
    yield "parties, invented reports", score(os.path.join(HERE, "score_parties.py"), files, run([PROGRAM, "read", *files, "--input", "jsonl", "--format", "jsonl"]))[0]


def measure_report():
    records = read(shared("real", "report.txt"), "--date", "2020-04-05")
    yield "real report", score(shared("real", "score_report.py"), [], records)[-1]


def measure_gsr():
    for family in ("assault", "protest"):
        folder = shared("gold", "arabic_event_gsr")
        for kind, mode in (("", "detect"), (".spans", "spans")):
            path = os.path.join(folder, f"{family}{kind}.dev.jsonl")
            for line in score(shared("gold", "score_gsr.py"), [mode, path], read(path, "--input", "jsonl")):
                yield f"gsr {family} {mode}", line


def measure_doc():
    folder = shared("gold", "doc")
    articles, a, b = (os.path.join(folder, n) for n in ("articles.jsonl", "annA.jsonl", "annB.jsonl"))
    for line in score(shared("gold", "score_doc.py"), [articles, a, b], read(articles, "--input", "jsonl")):
        yield "articles", line


def measure_judged():
    with tempfile.TemporaryDirectory() as folder:
        path = unpacked(folder, "politics.jsonl", "corpus", "politics.jsonl.xz")
        records = read(path, "--input", "jsonl")
        for name in ("first", "second", "third", "fourth"):
            yield f"judged, {name}", score(os.path.join(HERE, "score_judged.py"), [path, os.path.join(ROOT, "tests", "judged", f"{name}.jsonl")], records)[0]


def measure_conllu():
    for name in ("padt-syntax", "padt-raw", "pud"):
        gold = shared("gold", "ud", f"{name}.dev.conllu")
        with tempfile.TemporaryDirectory() as folder:
            text, system = os.path.join(folder, "text.txt"), os.path.join(folder, "system.conllu")
            with open(gold, encoding="utf-8") as lines, open(text, "w", encoding="utf-8") as out:
                for line in lines:
                    if line.startswith("# text = "):
                        out.write(line[len("# text = "):])
            with open(system, "wb") as out:
                out.write(run([PROGRAM, "analyse", text, "--input", "text", "--format", "conllu"]))
            for line in score(shared("gold", "score_conllu.py"), [gold, system]):
                if "(gold 0," not in line:  # padt-raw has no syntax
                    yield f"treebank {name}", line
            if name == "padt-syntax":
                line = score(shared("gold", "score_conllu.py"), [as_ud1(gold, folder), as_ud1(system, folder)])[1]
                yield f"treebank {name}", line + ", conjunctions tagged as in UD 1, as this treebank has them"


def measure_time():
    for line in score(os.path.join(HERE, "score_time.py"), [shared("gold", "time", "recognizers.dev.jsonl"), PROGRAM]):
        name, value = line.split(": ", 1)
        yield f"time {name}", value


def as_ud1(path, folder):
    """A copy of a CoNLL-U file with the one tag that UD 1 had for both kinds of conjunctions."""
    out = os.path.join(folder, "ud1-" + os.path.basename(path))
    with open(path, encoding="utf-8") as lines, open(out, "w", encoding="utf-8") as copy:
        for line in lines:
            copy.write(line.replace("\tCCONJ\t", "\tCONJ\t").replace("\tSCONJ\t", "\tCONJ\t"))
    return out


def measure_coverage():
    """Running words that the lexicon knows, guesses left out."""
    words, missed = 0, collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        path, system = os.path.join(folder, "politics.jsonl"), os.path.join(folder, "system.conllu")
        with lzma.open(shared("corpus", "politics.jsonl.xz")) as lines, open(path, "wb") as out:
            out.writelines(lines)
        run([PROGRAM, "analyse", path, "--input", "jsonl", "--format", "conllu", "-o", system])
        token, last = None, 0
        with open(system, encoding="utf-8") as lines:
            for line in lines:
                cells = line.rstrip("\n").split("\t")
                if len(cells) != 10 or not any("\u0621" <= c <= "\u064a" for c in cells[1]):
                    continue
                if "-" in cells[0]:
                    token, last, words = cells[1], int(cells[0].split("-")[1]), words + 1
                    continue
                inside = token is not None
                words += not inside
                if "Guess=Yes" in cells[9]:
                    missed[token if inside else cells[1]] += 1
                if inside and int(cells[0]) == last:
                    token = None
    yield "coverage", f"{100 - 100 * sum(missed.values()) / words:.2f} % of {words:,} running words from the lexicon; {len(missed):,} other words, {sum(missed.values()):,} times"
    yield "coverage, missed most", " ".join(f"{w} {n}" for w, n in missed.most_common(30))


def measure_names():
    script, gold = os.path.join(HERE, "score_names.py"), shared("gold", "ner", "anercorp.dev.txt")
    text = run([sys.executable, script, "text", gold])
    for line in score(script, ["score", gold], run([PROGRAM, "analyse", "-", "--input", "jsonl", "--layer", "names", "--format", "json"], input=text)):
        yield "names", line


def measure_geo():
    script, gold = os.path.join(HERE, "score_geo.py"), shared("gold", "geo", "idrisi.dev.jsonl.xz")
    text = run([sys.executable, script, "text", gold])
    for line in score(script, ["score", gold], run([PROGRAM, "analyse", "-", "--input", "jsonl", "--layer", "places", "--format", "json"], input=text)):
        yield "geo", line


def timed(path, threads, out):
    """Seconds of wall clock, of processor, and peak memory in MB of one reading."""
    with open(out, "wb") as sink:
        start = time.monotonic()
        process = subprocess.Popen([PROGRAM, "read", path, "--input", "jsonl", "--format", "jsonl", "--threads", str(threads)], stdout=sink)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
    if status != 0:
        sys.exit(f"isnad read {path}: status {status}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def same_bytes(a, b):
    with open(a, "rb") as x, open(b, "rb") as y:
        return x.read() == y.read()


def measure_corpus():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "politics.jsonl")
        words = documents = 0
        with lzma.open(shared("corpus", "politics.jsonl.xz")) as lines, open(path, "wb") as out:
            for line in lines:
                out.write(line)
                words += len(json.loads(line)["text"].split())
                documents += 1
        outs = [os.path.join(folder, f"{n}.jsonl") for n in (1, 2)]
        timed(path, 1, outs[0])  # files into memory
        for threads, out in zip((1, 2), outs):
            wall, processor, peak = timed(path, threads, out)
            yield f"corpus, {threads} thread{'s'[:threads - 1]}", (f"{words / wall:,.0f} words/s by the clock, {words / processor:,.0f} by processor time "
                                                                   f"({words:,} words, {documents:,} documents, {wall:.1f} s, peak {peak:.0f} MB)")
        with open(outs[0], encoding="utf-8") as lines:
            records = sum(1 for _ in lines)
        yield "corpus, 1 against 2 threads", f"{'same bytes' if same_bytes(*outs) else 'DIFFERENT BYTES'}, {records:,} records, {records / documents:.2f} a document"


def measure_inflection():
    script = os.path.join(HERE, "check_inflection.py")
    for line in score(script, ["--program", PROGRAM, "--brief"]):
        yield "inflection", line


def unpacked(folder, name, *parts):
    """A file of the shared sets in `folder`, decompressed."""
    path = os.path.join(folder, name)
    with lzma.open(shared(*parts)) as source, open(path, "wb") as out:
        out.write(source.read())
    return path


def measure_rank(folder):
    train, queries = (unpacked(folder, f"{n}.txt", "gold", "outlook", "icews14", f"{n}.txt.xz") for n in ("train", "valid"))
    answers = os.path.join(folder, "answers.jsonl")
    start = time.monotonic()
    process = subprocess.Popen([PROGRAM, "outlook", "rank", "--train", train, "--queries", queries, "-o", answers])
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"isnad outlook rank: status {status}")
    with open(answers, "rb") as lines:
        yield "outlook rank, ICEWS14 valid", score(shared("gold", "score_tkg.py"), [queries], lines.read())[0]
    yield "outlook rank, cost", (f"{time.monotonic() - start:.0f} s by the clock, {usage.ru_utime + usage.ru_stime:.0f} s of processor, "
                                 f"peak {usage.ru_maxrss / 1024:.0f} MB")


def measure_gulf(folder):
    events = unpacked(folder, "keds.tsv", "gold", "outlook", "keds-gulf.1979-1993.tsv.xz")
    common = ["--event", "22", "--from", "1990-01-01", "--panel", "100", "--format", "json"]
    for title, more in (("", []), (", one fit", ["--refit", "0"])):
        forecasts, outcomes = os.path.join(folder, "forecasts.csv"), os.path.join(folder, "outcomes.csv")
        result = json.loads(run([PROGRAM, "outlook", "backtest", events, *common, *more, "--forecasts", forecasts, "--outcomes", outcomes]))
        for line in score(shared("gold", "score_forecast.py"), [outcomes, forecasts]):
            yield f"outlook Gulf{title}", line
        for horizon in result["horizons"]:
            skills = ", ".join(f"{m} {100 * s['all']['skill']:.1f} %" for m, s in horizon["methods"].items())
            yield f"outlook Gulf{title}", f"skill within {horizon['days']} days: {skills}"


def measure_incidents():
    columns = ["--columns", "source,target,day", "--day-unit", "7.305", "--day-zero", "1992-01-01"]
    path = shared("gold", "outlook", "mid", "train.csv")
    fit = json.loads(run([PROGRAM, "outlook", "fit", path, *columns, "--held-back", "0.2", "--format", "json"]))["held_out"]
    split = fit.pop("from")
    yield "outlook MID, held back", f"from {split}, log likelihood an event, rates a day: " + ", ".join(f"{k} {v:.4g}" for k, v in fit.items())
    result = json.loads(run([PROGRAM, "outlook", "backtest", path, *columns, "--panel", "all", "--from", split, "--horizon", "61", "--step", "30",
                             "--format", "json"]))
    for method, scores in result["horizons"][0]["methods"].items():
        s = scores["all"]
        yield "outlook MID, two months", f"{method}: AUC {s['auc']:.4f} AP {s['ap']:.3f} log {s['log']:.5f} Brier {s['brier']:.6f} ({s['n']} forecasts)"


def measure_outlook():
    with tempfile.TemporaryDirectory() as folder:
        yield from measure_rank(folder)
        yield from measure_gulf(folder)
    yield from measure_incidents()


MEASURES = {"stories": (measure_stories, None), "parties": (measure_parties, None), "report": (measure_report, "real/report.txt"), "gsr": (measure_gsr, "gold/arabic_event_gsr"), "doc": (measure_doc, "gold/doc"),
            "judged": (measure_judged, "corpus/politics.jsonl.xz"), "conllu": (measure_conllu, "gold/ud"), "names": (measure_names, "gold/ner/anercorp.dev.txt"), "geo": (measure_geo, "gold/geo"),
            "time": (measure_time, "gold/time/recognizers.dev.jsonl"), "corpus": (measure_corpus, "corpus/politics.jsonl.xz"),
            "coverage": (measure_coverage, "corpus/politics.jsonl.xz"), "inflection": (measure_inflection, "reference/camel_morph"), "outlook": (measure_outlook, "gold/outlook")}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=MEASURES, default=list(MEASURES))
    names = parser.parse_args().only
    if not os.access(PROGRAM, os.X_OK):
        sys.exit(f"measure: {PROGRAM} is missing; run `make release` first")
    if not os.path.isdir(SHARED):
        print(f"measure: there is no {SHARED}; it holds the sets to score against and is no part of the project. Only stories are measured.")
        names = [name for name in names if MEASURES[name][1] is None]
    width = 28
    for name in names:
        measure, needs = MEASURES[name]
        if needs and not os.path.exists(shared(*needs.split("/"))):
            print(f"{name:{width}}  (absent: {shared(needs)})")
            continue
        for title, value in measure():
            print(f"{title:{width}}  {value}", flush=True)


if __name__ == "__main__":
    main()
