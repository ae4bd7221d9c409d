#!/usr/bin/env python3
"""Compares the forms that `isnad inflect` prints with the stem lists of ../shared/reference/camel_morph, where they are; for measuring only.

Which verbs do both know, and do their stems agree? A verb is one in both where form and lemma are the same, hamza seats aside. Per verb four
stems are compared in each voice, as spelled in whole words, hamza seats included: perfect before a vowel (3ms) and before a consonant (1s), imperfect
before a vowel (3ms indicative) and before a consonant (3fp), and 1s of the imperfect. The lists have no passives: theirs are made here from their
active stems by the rule of vowels, and compared by sound. Adjectives: feminine and broken plurals of the lemmas that both know.
  check_inflection.py [--program PATH] [--knowledge DIR | --everything] [--brief]
`--everything` takes root, form, lemma and vowels of all verbs of the lists for the knowledge, to compare the generator on verbs that we lack.
Verbs in the first column of the table "wrong in the lists" of docs/measures.md were looked at: they are counted apart.
"""
import argparse
import collections
import csv
import io
import lzma
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LISTS = os.path.join(os.path.dirname(ROOT), "shared", "reference", "camel_morph")
BUCKWALTER = dict(zip("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْٰ", "'|>&<}AbptvjHxd*rzs$SDTZEgfqklmnhwYyFNKaui~o`"))
FORMS = {"1a2a3": "I", "1a2~a3": "II", "1A2a3": "III", ">a1o2a3": "IV", "ta1a2~3": "V", "ta1A2a3": "VI", "{ino1a2a3": "VII", "{i1ota2a3": "VIII",
         "{i1o2a3~": "IX", "{isota1o2a3": "X", "1a2o3a4": "QI", "ta1a2o3a4": "QII", "{i1o2a3a4~": "QIV"}
CELLS = ["perfect vowel", "perfect consonant", "imperfect vowel", "imperfect consonant", "imperfect 1s"]


def letters(text):
    """Arabic as Buckwalter's letters, the vowel after the shadda, no sukun."""
    out = "".join(BUCKWALTER.get(c, c) for c in text).replace("o", "")
    return re.sub("([auiFKN])~", r"~\1", out)


def sounds(word):
    """A spelling without what only writing knows: seats of hamza, hamzat al-wasl, final ya for a."""
    out = re.sub("[><&}]", "'", word.replace("|", "'aA").replace("{", "A"))
    return re.sub("(.)~", r"\1\1", out.replace("aY", "aA")).replace("'aA'", "'aA'")


def join(stem, ending):
    """Stem and ending, a consonant that meets itself written once."""
    if ending[0] == stem[-1] and ending[0] not in "auiAwy":
        return stem + "~" + ending[1:]
    return stem + ending


# ---- theirs -------------------------------------------------------------------------------------------------------------------------------

PERFECT = {"#-ay": ("aY", "ay"), "#-aw": ("aA", "aw"), "#-iy": ("iya", "iy"), "#-a>": ("a>a", "a>"), "#-A'": ("aA'a", "a>"), "#->ay": (">aY", ">ay"),
           "#->~ay": (">~aY", ">~ay"), "#-aA": ("aA", "ay")}
IMPERFECT = {"#-iy": ("iy", "iy"), "#-aY": ("aY", "ay"), "#-uw": ("uw", "uw"), "#-a>": ("a>u", "a>"), "#-u&": ("u&u", "u&"), "#-iy'": ("iy'u", "i}"),
             "#-}iy": ("}iy", "}iy"), "#-uw'": ("uw'u", "u&"), "#-A'": ("aA'u", "a>"), "#->ay": (">aY", ">ay"), "#-aA": ("aA", "ay")}


def rows(name):
    with lzma.open(os.path.join(LISTS, name), "rt", encoding="utf-8") as f:
        return list(csv.DictReader(io.StringIO(f.read())))


def ends_of(conditions, table, vowel):
    for condition in conditions:
        if condition in table:
            return table[condition]
    return vowel, ""


def spelled(word):
    """What their joining rules would make of a stem and its ending."""
    word = word.replace("o", "").replace("{", "A")
    word = re.sub("yaY$", "yaA", word)
    word = re.sub("^>a>", "|", word)
    return word.replace(">aA", "|")


def theirs():
    """{(form, lemma by sound): {cell: set of words}}; lemma: 3ms of the perfect; imperfects under the vowel that the lemma's name carries."""
    out = collections.defaultdict(lambda: collections.defaultdict(set))
    lemmas, stems = {}, {}
    for r in rows("MSA-Verb-LEX-PV.csv.xz"):
        if r["DEFINE"] != "LEXICON" or r["PATTERN_ABSTRACT"] not in FORMS:
            continue
        after_vowel, after_consonant = ends_of(r["COND-S"].split(), PERFECT, "a")
        stem, name = r["FORM"].replace("o", ""), (r["LEMMA"], r["ROOT"])
        if r["COND-T"] != "c-suff":
            word = spelled(stem + after_vowel)
            lemmas.setdefault((r["PATTERN_ABSTRACT"],) + name, set()).add((FORMS[r["PATTERN_ABSTRACT"]], sounds(word)))
        stems.setdefault((r["PATTERN_ABSTRACT"],) + name, []).append((r["COND-T"], stem, after_vowel, after_consonant))
    for name, keys in lemmas.items():
        for form, lemma in keys:
            for condition, stem, after_vowel, after_consonant in stems[name]:
                cells = out[form, lemma]
                if condition != "c-suff":
                    cells["perfect vowel"].add(spelled(stem + after_vowel))
                if condition != "v-suff":
                    cells["perfect consonant"].add(spelled(join(stem + after_consonant, "tu")))
    for r in rows("MSA-Verb-LEX-IV.csv.xz"):
        name = (r["PATTERN_ABSTRACT"], r["LEMMA"], r["ROOT"])
        conditions = r["COND-S"].split()
        after_vowel, after_consonant = ends_of(conditions, IMPERFECT, "u")
        prefix = "u" if "u-#" in conditions else "a"
        third = "y" + prefix + ((">" if prefix == "a" else "&") if ">-#" in conditions else "")
        first = {"a": "|", "u": ">uw"}[prefix] if ">-#" in conditions else ">" + prefix
        stem = r["FORM"].replace("o", "")
        for form, lemma in lemmas.get(name, ()):
            cells = out[form, lemma]
            if r["COND-T"] != "c-suff":
                cells["imperfect vowel"].add(spelled(third + stem + after_vowel))
                cells["imperfect 1s"].add(spelled(first + stem + after_vowel))
            if r["COND-T"] != "v-suff":
                cells["imperfect consonant"].add(spelled(join(third + stem + after_consonant, "na")))
    return out


def passive_perfect(word, form, consonant):
    """u in every syllable, i in the last; long a becomes u, or i in the last syllable."""
    ending = "tu" if consonant else "a"
    stem = sounds(word)
    weak = re.search(r"(aA|iya)$", stem) if not consonant else re.search(r"(ay|aw|iy)tu$", stem)
    stem = stem[:weak.start()] if weak else stem[:-len(ending)]
    vowels = list(re.finditer("aA|a|i|u", stem))
    doubled = len(stem) > 1 and stem[-1] == stem[-2]
    out, at = "", 0
    for i, v in enumerate(vowels):
        last = i + 1 == len(vowels) and not weak
        long = v.group() == "aA"
        if last:
            new = "u" if doubled and form in ("I", "VII", "VIII") else "uw" if doubled and long else "iy" if long else "i"
        else:
            new = "uw" if long else "u"
        out += stem[at:v.start()] + new
        at = v.end()
    out = re.sub("uy(?=[^auiAy])", "uw", out + stem[at:])
    if weak:
        out += "iytu" if consonant else "iya"
        return out
    return out + ending


def passive_imperfect(word, root, consonant):
    """u in the prefix, then a; w comes back."""
    ending = "na" if consonant else "u"
    stem = sounds(word)
    weak = re.search(r"(aA|iy|uw)$", stem) if not consonant else re.search(r"(ay|iy|uw)na$", stem)
    stem = stem[:weak.start()] if weak else stem[:-len(ending)]
    head, rest = stem[0], re.sub("iy(?=[^auiA])|uw(?=[^auiA])", "aA", stem[2:])
    rest = re.sub("aA|a|i|u", lambda v: "aA" if v.group() == "aA" else "a", rest)
    if root[0] in "wy" and not rest.startswith(root[0]) and len(re.sub("[aA]", "", rest)) < (2 if weak else 3):
        rest = "w" + rest
    if rest[0] == "y" and rest[1] not in "ay":
        rest = "w" + rest[1:]
    return head + "u" + rest + (("ayna" if consonant else "aA") if weak else ending)


# ---- ours ---------------------------------------------------------------------------------------------------------------------------------

WANTED = {f"perfect {v} 3 m singular": (v, CELLS[0]) for v in ("active", "passive")}
WANTED.update({f"perfect {v} 1 singular": (v, CELLS[1]) for v in ("active", "passive")})
WANTED.update({f"imperfect indicative {v} 3 m singular": (v, CELLS[2]) for v in ("active", "passive")})
WANTED.update({f"imperfect indicative {v} 3 f plural": (v, CELLS[3]) for v in ("active", "passive")})
WANTED["imperfect indicative active 1 singular"] = ("active", CELLS[4])


def ours(program, knowledge):
    """Per line of verbs.tsv: lemma, root, form, imperfects, {(voice, cell): words}; and the nominal rows by entry."""
    table = subprocess.run([program, "inflect", knowledge], capture_output=True, check=False)
    if table.returncode not in (0, 1):
        sys.exit(table.stderr.decode())
    verbs, nominal = {}, collections.defaultdict(list)
    lines = open(os.path.join(knowledge, "ar", "verbs.tsv"), encoding="utf-8").read().split("\n")
    for line in table.stdout.decode().split("\n")[1:-1]:
        lemma, entry, features, form, attaches = line.split("\t")
        file, number = entry.split(":")
        if file != "verbs.tsv":
            nominal[entry].append((lemma, features, letters(form), attaches))
            continue
        if entry not in verbs:
            cells = lines[int(number) - 1].split("\t")
            verbs[entry] = (lemma, letters(cells[1]), cells[2], cells[3], collections.defaultdict(list))
        if features in WANTED and "variant" not in attaches and "pronoun!" not in attaches:
            verbs[entry][4][WANTED[features]].append(letters(form))
    return verbs, nominal


def expanded(word, vowels):
    """A spelling from which a vowel is missing, because two verbs differ in it, once with each vowel: all places where it might be missing."""
    gap = re.compile("(?<=[^auioA~y])(?=[^auiowyA~Y][auiY~])|(?<=[^auioA~])(?=[^auiowyA~Y]~?na$)")
    return [[word[:m.start()] + v + word[m.start():] for m in gap.finditer(word) if m.start() > 1] or [word] for v in vowels]


def verb_class(root, form):
    if len(root) == 4:
        return "quadriliteral"
    weak, hamza = [r in "wy" for r in root], "'" in root
    name = ("doubly weak" if sum(weak) > 1 else "assimilated" if weak[0] else "hollow" if weak[1] else "defective" if weak[2] else
            "doubled" if root[1] == root[2] else "sound")
    return name + (", hamza" if hamza and name != "sound" else "") if name != "sound" or not hamza else \
        "hamza " + ("initial" if root[0] == "'" else "middle" if root[1] == "'" else "final")


def compare_verbs(verbs, lists):
    """Yields (class, form, lemma, cell, ours, theirs, agree)."""
    for lemma, root, form, imperfect, cells in verbs.values():
        key = (form, sounds(cells["active", CELLS[0]][0])) if cells["active", CELLS[0]] else None
        if key not in lists and form == "IV":
            key = ("III", key[1])  # where they put those with madda
        if key not in lists:
            yield verb_class(root, form), form, lemma, None, [], set(), None
            continue
        known, vowels = lists[key], imperfect.split("|") if form == "I" else []
        for (voice, cell), words in sorted(cells.items()):
            if voice == "active":
                mine, other = set(words), known[cell]
            elif cell.startswith("perfect"):
                mine, other = {sounds(w) for w in words}, {passive_perfect(w, form, cell == CELLS[1]) for w in known[cell]}
            else:
                mine, other = {sounds(w) for w in words}, {passive_imperfect(w, root, cell == CELLS[3]) for w in known[cell]}
            agree = bool(other) and mine <= other
            if not agree and len(vowels) > 1 and voice == "active" and cell.startswith("imperfect"):
                agree = all(set(one) & other for word in words for one in expanded(word, vowels))
            yield verb_class(root, form), form, lemma, f"{voice} {cell}", sorted(mine), other, agree


# ---- adjectives ---------------------------------------------------------------------------------------------------------------------------

ENDS = {"#iy": "iy", "#A'": "'", "#A'-w": "'", "#A'@w": "'", "#aY-Ap-y": "aY", "#aA-Ap-y": "aA", "#a>": "a>", "#w'": "'", "#o'-con": "'", "#A}iy": "}iy"}


def their_adjectives():
    """{lemma: {kind: forms}}; kinds: feminine, broken plural."""
    out = collections.defaultdict(lambda: collections.defaultdict(set))
    for r in rows("MSA-Adj-LEX.csv.xz"):
        stem, lemma = r["FORM"].replace("o", ""), spelled(re.sub("_.*", "", r["LEMMA"]))
        feminine, plural, cells = "gen:f" in r["FEAT"], "num:p" in r["FEAT"], r["COND-T"].split("||")
        end = "".join(ENDS.get(c, "") for c in r["COND-S"].split())
        if "FS" in cells and (plural or not feminine):
            end = "yap" if lemma.endswith("}iy") else {"iy": "iyap", "aY": "aAp", "a>": "a>ap", "'": "}ap"}.get(end, "ap")
        word = spelled(stem + end).replace("yaY", "yaA")
        known = out[lemma]
        if plural:
            known["broken plural"].add(word)
        elif feminine or "FS" in cells:
            known["feminine"].add(word)
    return out


def compare_adjectives(nominal, lists):
    """Yields (lemma, kind, ours, theirs, agree)."""
    for entry, forms in sorted(nominal.items(), key=lambda e: int(e[0].split(":")[1])):
        lemma = forms[0][0]
        known = lists.get(letters(lemma))
        if not entry.startswith("adjectives") or known is None:
            continue
        for kind, features in (("feminine", "f singular"), ("broken plural", "plural")):
            mine = {form for _, f, form, attaches in forms if f == features and "variant" not in attaches}
            if mine:
                yield lemma, kind, sorted(mine), known[kind], set(mine) <= known[kind]


def wrong_in_the_lists():
    with open(os.path.join(ROOT, "docs", "measures.md"), encoding="utf-8") as f:
        after = f.read().partition("| wrong in the lists |")[2].split("\n\n")[0]
    return {line.split("|")[1].strip() for line in after.split("\n")[2:]}


def table(title, counts):
    print(f"{title:28}{'agree':>8}{'theirs':>8}{'differ':>8}")
    for name in sorted({n for n, _ in counts}):
        print(f"{name:28}{counts[name, 'agree']:8}{counts[name, 'theirs']:8}{counts[name, 'differ']:8}")
    print()


def report_verbs(verbs, brief):
    excused = wrong_in_the_lists()
    by_class, by_form, total, unknown, wrong = collections.Counter(), collections.Counter(), collections.Counter(), [], []
    for cls, form, lemma, cell, mine, other, agree in compare_verbs(verbs, theirs()):
        if cell is None:
            unknown.append(f"{lemma} {form}")
            continue
        verdict = "agree" if agree else "theirs" if lemma in excused else "differ"
        by_class[cls, verdict] += 1
        by_form[form, verdict] += 1
        total[verdict] += 1
        if verdict == "differ":
            wrong.append((cls, form, lemma, cell, " ".join(mine), " ".join(sorted(other)) or "-"))
    if not brief:
        table("class", by_class)
        table("form", by_form)
    stems = total["agree"] + total["differ"]
    print(f"verbs: {len(verbs) - len(unknown)} of {len(verbs)} known to the lists; {total['agree']} of {stems} stems agree "
          f"({100 * total['agree'] / stems:.2f} %); of {total['theirs']} more, theirs is wrong or lacks a form")
    if not brief:
        print("unknown: " + ", ".join(unknown))
        for row in wrong:
            print("\t".join(row))


def report_adjectives(nominal, brief):
    found = list(compare_adjectives(nominal, their_adjectives()))
    for kind in ("feminine", "broken plural"):
        known = [c for c in found if c[1] == kind and c[3]]
        print(f"adjectives, {kind}: {sum(c[4] for c in known)} of {len(known)} agree")
    for lemma, kind, mine, other, agree in found:
        if not agree and other and not brief:
            print("\t".join((lemma, kind, " ".join(mine), " ".join(sorted(other)))))


def write_everything(folder):
    """The verbs of the lists as a knowledge folder: what verbs.tsv must be told, and nothing of their stems."""
    entries = {}
    for r in rows("MSA-Verb-LEX-PV.csv.xz"):
        if r["DEFINE"] != "LEXICON" or r["PATTERN_ABSTRACT"] not in FORMS or r["COND-T"] == "c-suff":
            continue
        lemma = spelled(r["FORM"].replace("o", "") + ends_of(r["COND-S"].split(), PERFECT, "a")[0])
        lemma = re.sub("~([aiu])", r"\1~", re.sub("a$", "", lemma))
        key = lemma, re.sub("[|>&}]", "'", r["ROOT"].replace(".", "")), FORMS[r["PATTERN_ABSTRACT"]]
        vowel = re.search("-([aiu])$", r["LEMMA"])
        entries.setdefault(key, []).append(vowel.group(1) if vowel and key[2] == "I" else "-")
    arabic = {b: a for a, b in BUCKWALTER.items()}
    os.mkdir(os.path.join(folder, "ar"))
    tables = {"verbs": "lemma root form imperfect masdars government class", "nouns": "lemma gender plurals class root verb annexed",
              "adjectives": "lemma feminine plurals class root"}
    for name, header in tables.items():
        with open(os.path.join(folder, "ar", f"{name}.tsv"), "w", encoding="utf-8") as f:
            print(header.replace(" ", "\t"), file=f)
            for (lemma, root, form), vowels in entries.items() if name == "verbs" else ():
                cells = ["".join(arabic.get(c, c) for c in text) for text in (lemma, root)]
                print(*cells, form, "|".join(dict.fromkeys(vowels)), "-", "-", "-", sep="\t", file=f)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=os.path.join(ROOT, "build", "release", "isnad"))
    parser.add_argument("--knowledge", default=os.path.join(ROOT, "knowledge"))
    parser.add_argument("--everything", action="store_true", help="compare all verbs of the lists, not only those of the knowledge")
    parser.add_argument("--brief", action="store_true", help="figures only, no single words")
    options = parser.parse_args()
    if not os.path.isdir(LISTS):
        print("no stem lists beside this checkout: nothing to compare with (they are no part of a clone)")
        return
    with tempfile.TemporaryDirectory() as folder:
        if options.everything:
            write_everything(folder)
        verbs, nominal = ours(options.program, folder if options.everything else options.knowledge)
    report_verbs(verbs, options.brief)
    if not options.everything:
        report_adjectives(nominal, options.brief)


if __name__ == "__main__":
    main()
