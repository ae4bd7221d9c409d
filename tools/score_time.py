#!/usr/bin/env python3
"""Scores dates, periods and numbers of the program against recognizers.*.jsonl: spans found exactly, and values right.

  score_time.py GOLD PROGRAM [--misses]      GOLD: the set; PROGRAM: isnad; --misses: also lists what is wrong

The set was written for assistants that keep a calendar, and translated. What news could not hold is left out, by these rules, and counted:
dates:
  clock      an expected result is a time of day, a duration or a repetition ("every Monday"), not a date or a period of days
  assistant  somebody speaks to an assistant (its name, "please set a meeting", "add", "schedule", "change the appointment" ...)
  bare day   the day of the month alone, as a number without the word for day, month or weekday ("I came back on 27")
  my week    a unit of time that belongs to the speaker ("the rest of my week")
  defect     the expected text is not a part of the text; or, for values only, what was expected of the English is not said by the Arabic: more than
             a year for the digits of a year, an open end without a word for it, a day to come for "I came back", a day past for "from now", the
             days of another decade for a decade by its name, the unit after the next for "the next", the week for its end
numbers:
  relative   "last", "next", "current": ordinals without a number
  nothing    a text that is only a fraction, an ordinal or a number with the article, so that there is nothing to count or order
  in date    what counts units of time after a preposition of time is a part of a date for us
  sums       powers, exponents, divisions and fractions by division ("one over three", "200 in 1998")
  glued      letters written together with digits, addresses and telephone numbers, dates taken for numbers
  symbols    comparisons by sign or by "equals" rather than by words
  defect     the expected text is not a part of the text, or there is no value, or it isn't a thousand times the digits before "thousand"

A span is right where it is the expected one; before it a preposition, "this", "day" and "month" may be in or out, as the set itself has them in or out. A value is right where both ends are; the set gives a past and a future reading where no tense is looked at: either will do. It counts ends of
periods, and whole years at the end of ranges of years, sometimes in, sometimes out: either will do. The set has no values for some cases; they count for spans only. Bounds of numbers
("more than thirty") are right where low and high are; the span is that of the number, inside the expected one.
"""
import argparse
import collections
import datetime
import json
import re
import subprocess
import sys

DATE_SETS = ("DateExtractor", "DateParser", "DatePeriodExtractor", "DatePeriodParser", "MergedExtractor", "MergedParser")
NUMBER_SETS = ("NumberModel", "OrdinalModel", "PercentModel", "NumberRangeModel")
ASSISTANT = re.compile("كورتانا|يرجى|[حت]حد[ي]?د موعد|حدد |جدولة|الجدول الزمني|^أضف|^ضع |ماذا لدي|سأغير|تغيير اجتماع|احتياطي|أعطني|احصل على|^يمكن|كيف يبدو|ماذا عن|اليوجا")
BARE_DAY = re.compile(r"^(إلى |ل)?(\d+|لل?\w+|للحادية و\w+|للثانية و\w+)$")
MINE = re.compile("^(بقية |باقي |نهاية )?(أسبوعي|يومي|شهري)$")
LEADING = re.compile("((في|من|منذ|خلال|إلى|بعد) )?(هذا )?((يوم|شهر) )?")
OPEN = re.compile("منذ|قبل|بعد|حتى|يتجاوز|أقصاه|تنتهي|لغاية")
PAST_VERB = re.compile("^(لقد )?(عدت|غادرت|كان) ")
DATE_TYPES = {"date", "daterange", "datetimeV2.date", "datetimeV2.daterange"}
NOWHERE = (-1, -1)


def result_type(result):
    return result.get("Type") or result.get("TypeName") or ""


def place(text, result):
    """[begin, end) of an expected result in its text; offsets of the set are sometimes off by a space."""
    wanted = result["Text"].strip()
    at = text.find(wanted, max(0, result.get("Start", 0) - 2)) if wanted else -1
    if at < 0 and wanted:
        at = text.find(wanted)
    return (at, at + len(wanted)) if at >= 0 else NOWHERE


def why_not_date(case):
    if any(result_type(r) not in DATE_TYPES for r in case["results"]):
        return "clock"
    if ASSISTANT.search(case["text"]):
        return "assistant"
    if any(BARE_DAY.match(r["Text"].strip()) and not re.fullmatch(r"\d{4}", r["Text"].strip()) for r in case["results"]):
        return "bare day"
    if any(MINE.match(r["Text"].strip()) for r in case["results"]):
        return "my week"
    if any(place(case["text"], r) == NOWHERE for r in case["results"]):
        return "defect"
    return None


def broken(result, text):
    """Whether a value is a fraction though its text has no decimals."""
    value = str((result.get("Resolution") or {}).get("value", ""))
    return re.search(r"\.\d", value) is not None and re.search(r"\d[.,]\d", text) is None


def why_not_number(case):
    text, results = case["text"], case["results"]
    kinds = {r.get("Resolution", {}).get("subtype") if isinstance(r.get("Resolution"), dict) else None for r in results}
    if any(result_type(r) == "ordinal.relative" for r in results):
        return "relative"
    if len(results) == 1 and results[0]["Text"].strip() == text.strip() and (case["set"] == "OrdinalModel" or text.startswith("ال") or broken(results[0], text)):
        return "nothing"
    if case["set"] == "NumberRangeModel" and re.search("[<>=]|يساوي|تساوي", text):
        return "symbols"
    if case["set"] == "NumberRangeModel" and any(broken(r, text) and "." not in text and not re.search("نصف|ربع|ثلث|/", text) for r in results):
        return "sums"
    if "power" in kinds or re.search(r"\^|\de-?\d|[\d١-٩]e|ناقص| على | جزء من|أ?جزاء من| في واحد|\w+ من (\w*ة مليون|تريليون|مئة|مائة|واحد|ثلاثة|اثنين|أربعة)|من [٢2]$", text):
        return "sums"
    if any(re.search(r"خمس (ال)?(خمس|عشر)|\d - |- [\dخ]|عشرونات|\d+ \d/\d|[٠-٩]/[٠-٩] [٠-٩]|ون خمس|أخماس|اخماس", r["Text"]) for r in results):
        return "sums"
    if re.search(r"\d[A-Zأ-ي]|[٠-٩][A-Zأ-ي]|(\d+|[٠-٩]+)\.\w+\.\w+\.|\d/\d+/|\+1|هاتف|<a", text):
        return "glued"
    if re.search(r"(خلال|منذ|قبل|بعد) [\d٠-٩]+ (أيام|أسابيع|أشهر|سنوات)", text):
        return "in date"
    if any(re.fullmatch(r"[\d٠-٩]+ ألف", r["Text"]) and not str(r["Resolution"]["value"]).endswith("000") for r in results):
        return "defect"
    if any(place(text, r) == NOWHERE or not r.get("Resolution", {}).get("value") for r in results):
        return "defect"
    return None


def analysed(program, cases):
    lines = [json.dumps({"id": str(i), "date": (c.get("reference") or "2016-11-07")[:10], "text": c["text"]}, ensure_ascii=False) for i, c in enumerate(cases)]
    done = subprocess.run([program, "analyse", "-", "--input", "jsonl", "--format", "json", "--layer", "mentions"],
                          input="\n".join(lines).encode(), capture_output=True, check=True)
    return [json.loads(line)["mentions"] for line in done.stdout.decode().splitlines()]


def same_span(text, wanted, got):
    """Equal, but for what may stand before."""
    if wanted[1] != got[1]:
        return False
    first, last = min(wanted[0], got[0]), max(wanted[0], got[0])
    return first == last or LEADING.fullmatch(text[first:last].replace("  ", " ")) is not None or (last - first == 1 and text[first] in "بل")


def day(text):
    return datetime.date.fromisoformat(text[:10])


def readings(result):
    """The values that the set gives: (start, end, last unit's days if a range of years); None where open; empty where it has none."""
    value = result.get("Value")
    out = []
    if not isinstance(value, dict):
        return out
    timex = value.get("Timex", "")
    for r in value.get("values", [value.get("PastResolution"), value.get("FutureResolution")]):
        try:
            if "date" in r or r.get("type") == "date":
                d = day(r.get("date") or r["value"])
                out.append((d, d, 0))
            else:
                start, end = r.get("startDate") or r.get("start"), r.get("endDate") or r.get("end")
                years = re.search(r"P\d+Y\)$", timex or r.get("timex", "")) is not None
                if start or end:
                    out.append((day(start) if start else None, day(end) if end else None, 365 if years else 0))
        except (TypeError, ValueError, KeyError, AttributeError):
            pass
    return out


def other_decade(said, start):
    """Whether a decade by its name has the days of another: of other tens, or of another century where that is said."""
    stems = ("", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
    m = re.search("(عشر|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع)ين[ي]?ات", said)
    if m is None:
        return False
    return start.year % 100 != 10 * stems.index(m[1]) or ("القرن التاسع عشر" in said and start.year > 1900)


def skips(said, today, start):
    """Whether "the next" month or year is the one after."""
    if re.fullmatch("الشهر التالي", said):
        return (start.year - today.year) * 12 + start.month - today.month == 2
    return re.fullmatch("العام التالي", said) is not None and start.year - today.year == 2


def defect(case, result, values):
    """Whether no value of the set follows from the Arabic text."""
    text, said = case["text"], result["Text"].strip()
    today = day(case["reference"]) if case.get("reference") else None
    if re.fullmatch(r"\d{4}", said) and all(v[1] and v[0] and (v[1] - v[0]).days > 366 for v in values):
        return True
    if any(v[0] is None or v[1] is None for v in values):
        return not OPEN.search(said)
    if all(other_decade(said, v[0]) or skips(said, today, v[0]) or (said.startswith("نهاية الأسبوع") and (v[1] - v[0]).days > 5) for v in values):
        return True
    if said.endswith("من الآن"):
        return all(v[1] < today for v in values)
    return PAST_VERB.search(text) is not None and all(v[0] > today for v in values)


def same_value(wanted, got):
    start, end = (day(got[k]) if got.get(k) else None for k in ("start", "end"))
    one = datetime.timedelta(days=1)
    for first, last, unit in wanted:
        if first is None or last is None:  # the bound itself may be in or out
            if (first and start in (first, first + one) and end is None) or (last and end in (last, last - one) and start is None):
                return True
        elif start == first:
            ends = {last} if first == last else {last, last - one}
            if unit:
                ends.add(last.replace(year=last.year + 1) - one)
            if end in ends:
                return True
    return False


class Tally:
    def __init__(self, name):
        self.name, self.spans, self.found, self.extra, self.values, self.right = name, 0, 0, 0, 0, 0
        self.out, self.misses = collections.Counter(), []

    def lines(self):
        share = lambda a, b: f"{100 * a / b:.1f} % ({a} of {b})" if b else "none"
        yield (f"spans {share(self.found, self.spans)}, values {share(self.right, self.values)}, "
               f"not in the set {self.extra}, of {self.spans + self.extra}")
        yield "left out " + ", ".join(f"{n} {reason}" for reason, n in self.out.most_common()) + f": {sum(self.out.values())} cases"


def score_dates(cases, mentions, tally):
    for case, found in zip(cases, mentions):
        got = [(tuple(d["span"]), d) for d in found["dates"]]
        for result in case["results"]:
            wanted = place(case["text"], result)
            match = next((g for g in got if same_span(case["text"], wanted, g[0])), None)
            tally.spans += 1
            tally.found += match is not None
            values = readings(result)
            if values and defect(case, result, values):
                values = []
                tally.out["defect of value"] += 1
            right = bool(values) and match is not None and same_value(values, match[1])
            if values:
                tally.values += 1
                tally.right += right
            if match:
                got.remove(match)
            if match is None or (values and not right):
                tally.misses.append((case, result["Text"], values, match[1] if match else [g[1] for g in got]))
        tally.extra += len(got)
        tally.misses += [(case, "(none)", [], g[1]) for g in got if not case["results"]]


def bounds(value):
    """(low, high) of "[20,100)", "12%", "3"; infinite where open."""
    m = re.fullmatch(r"[\[(]([^,]*),([^\])]*)[\])]", value)
    if m:
        return (float(m[1]) if m[1] else float("-inf"), float(m[2]) if m[2] else float("inf"))
    v = float(value.rstrip("%"))
    return v, v


def same_number(wanted, n):
    low, high = n.get("low"), n.get("high")
    low = 0 if low is None else low
    high = float("inf") if high is None else high
    close = lambda a, b: a == b or (abs(a) < float("inf") and abs(b) < float("inf") and abs(a - b) <= 1e-6 * max(1, abs(a)))
    floor = 0 if wanted[0] == float("-inf") else wanted[0]
    return close(floor, low) and close(wanted[1], high)


def score_numbers(cases, mentions, tally):
    for case, found in zip(cases, mentions):
        ranges = case["set"] == "NumberRangeModel"
        got = [(tuple(n["span"]), n) for n in found["numbers"]]
        for result in case["results"]:
            begin, end = place(case["text"], result)
            if ranges:
                match = next((g for g in got if begin <= g[0][0] and g[0][1] <= end), None)
            else:
                match = next((g for g in got if same_span(case["text"], (begin, end), g[0])), None)
            right = match is not None and same_number(bounds(result["Resolution"]["value"]), match[1])
            tally.spans += 1
            tally.found += match is not None
            tally.values += 1
            tally.right += right
            if not right:
                tally.misses.append((case, result["Text"], result["Resolution"]["value"], match[1] if match else [g[1] for g in got]))
            got = [g for g in got if not (begin <= g[0][0] and g[0][1] <= end)]
        tally.extra += len(got)
        tally.misses += [(case, "(none)", [], g[1]) for g in got if not case["results"]]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("program")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    with open(options.gold, encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines]
    for name, sets, why_not, score in (("dates", DATE_SETS, why_not_date, score_dates), ("numbers", NUMBER_SETS, why_not_number, score_numbers)):
        tally, kept = Tally(name), []
        for case in (c for c in cases if c["set"] in sets):
            reason = why_not(case)
            if reason:
                tally.out[reason] += 1
            else:
                kept.append(case)
        score(kept, analysed(options.program, kept), tally)
        for line in tally.lines():
            print(f"{name}: {line}")
        if options.misses:
            for case, text, wanted, got in tally.misses:
                short = [{k: v for k, v in g.items() if k in ("text", "start", "end", "value", "low", "high", "rule")} for g in (got if isinstance(got, list) else [got])]
                print(f"  {case['set']} {(case.get('reference') or '')[:10]} | {case['text']} | {text} | {[[str(x) for x in w] for w in wanted] if isinstance(wanted, list) else wanted} | "
                      f"{json.dumps(short, ensure_ascii=False)}")


if __name__ == "__main__":
    sys.exit(main())
