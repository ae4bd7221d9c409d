#!/usr/bin/env python3
"""Scores the places that `isnad analyse --layer places --format json` finds against mentions with coordinates (IDRISI's).

  score_geo.py text GOLD > posts.jsonl      the posts, one document each
  score_geo.py score GOLD [--errors N] < analysis.jsonl

Counted are mentions that the gold types as country, province, district or city; roads, quarters, buildings and natural features are left out,
and so are mentions without coordinates. A mention is recognised where a place of the program overlaps it; of several the one that shares most
letters with it, then the shortest. A country is right if it is that country, any other place if its coordinates lie within 25 km of the gold's.
Beside that: how many lie inside the box that the gold draws around its place, since the middle of a wide province is a matter of taste.
A mention stands in a hashtag where "#" or "_" touches it. Misses have causes: `unknown`: no place of the gazetteer has the name, `hashtag`:
unrecognised inside a hashtag, `word`: known, but read as another word or person; of the wrong: `choice`: another place of that name was meant,
`far`: the gazetteer has no place of that name near the gold's point. The last two and the first are told apart by `isnad places --find`.
The gold has its own oddities: points of a bus stop for a city, a province's name for its town.
"""
import argparse
import collections
import json
import lzma
import math
import os
import sys

TYPES = {"Country": "country", "Province": "province", "District": "district", "City/town": "city"}
NEAR = 25.0
# ISO 3166-1 alpha-2 and alpha-3 codes
ISO = """ae ARE af AFG al ALB am ARM ar ARG at AUT au AUS az AZE ba BIH bd BGD be BEL bg BGR bh BHR br BRA by BLR ca CAN ch CHE cl CHL cn CHN co COL
cu CUB cy CYP cz CZE de DEU dj DJI dk DNK dz DZA ec ECU ee EST eg EGY er ERI es ESP et ETH fi FIN fr FRA gb GBR ge GEO gr GRC hr HRV hu HUN id IDN
ie IRL il ISR in IND iq IRQ ir IRN is ISL it ITA jo JOR jp JPN ke KEN kg KGZ km COM kp PRK kr KOR kw KWT kz KAZ lb LBN lk LKA lt LTU lv LVA ly LBY
ma MAR md MDA me MNE mk MKD ml MLI mm MMR mr MRT mt MLT mx MEX my MYS ne NER ng NGA nl NLD no NOR np NPL nz NZL om OMN pe PER ph PHL pk PAK pl POL
ps PSE pt PRT qa QAT ro ROU rs SRB ru RUS sa SAU sd SDN se SWE sg SGP si SVN sk SVK sn SEN so SOM ss SSD sy SYR td TCD th THA tj TJK tm TKM tn TUN
tr TUR tw TWN tz TZA ua UKR ug UGA us USA uz UZB ve VEN vn VNM ye YEM za ZAF zm ZMB zw ZWE""".split()
ISO3 = dict(zip(ISO[::2], ISO[1::2]))


def documents(path):
    with (lzma.open(path, "rt", encoding="utf-8") if path.endswith(".xz") else open(path, encoding="utf-8")) as lines:
        yield from map(json.loads, lines)


def kilometres(a, b):
    """Great-circle distance of two (latitude, longitude)."""
    (p, l), (q, m) = (tuple(map(math.radians, x)) for x in (a, b))
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin((m - l) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(h)))


def mentions(document):
    """Counted mentions: (begin, end, kind, osm)."""
    for m in document["location_mentions"]:
        osm = m.get("osm_json") or {}
        if m["type"] in TYPES and "lat" in osm:
            yield m["start_offset"], m["end_offset"], TYPES[m["type"]], osm


def best(places, begin, end):
    def shared(p):
        return min(end, p["span"][1]) - max(begin, p["span"][0])
    touching = [p for p in places if shared(p) > 0]
    return max(touching, key=lambda p: (shared(p), p["span"][0] - p["span"][1])) if touching else None


def inside(place, osm):
    south, north, west, east = map(float, osm["boundingbox"])
    return south <= place["lat"] <= north and west <= place["lon"] <= east


def right(place, kind, osm):
    """(right, inside the gold's box)"""
    if kind == "country":
        same = place.get("country") == ISO3.get(osm["address"].get("country_code")) and place.get("kind") == "country"
        return same, same
    if "lat" not in place:
        return False, False
    near = kilometres((place["lat"], place["lon"]), (float(osm["lat"]), float(osm["lon"]))) <= NEAR
    return near, near or inside(place, osm)


def percent(a, b):
    return f"{100 * a / b if b else 0:.1f} % ({a}/{b})"


def score(path, records, errors):
    gold, found, good, boxed, causes = (collections.Counter() for _ in range(5))
    seen, extra, tagged = 0, 0, collections.Counter()
    misses = collections.Counter()
    for document, record in zip(documents(path), records, strict=True):
        text, places = document["text"], record["places"]
        used = [(m["start_offset"], m["end_offset"]) for m in document["location_mentions"]]
        seen += len(places)
        extra += sum(all(p["span"][0] >= e or p["span"][1] <= b for b, e in used) for p in places)
        for begin, end, kind, osm in mentions(document):
            name = text[begin:end]
            around = text[max(0, begin - 1):end + 1]
            hashtag = "#" in around or "_" in around
            gold[kind] += 1
            tagged["gold"] += hashtag
            place = best(places, begin, end)
            if place is None:
                cause = "hashtag missed" if hashtag else "missed"
                causes[cause] += 1
                misses[cause, kind, name, "", osm["address"].get("country_code", "")] += 1
                continue
            found[kind] += 1
            tagged["found"] += hashtag
            near, box = right(place, kind, osm)
            good[kind] += near
            boxed[kind] += box
            if not near:
                cause = "wrong, in the box" if box else "wrong"
                causes[cause] += 1
                misses[cause, kind, name, f"{place['id']} {osm['lat']},{osm['lon']}", osm["address"].get("country_code", "")] += 1
    for kind in dict.fromkeys(TYPES.values()):
        yield f"{kind}: recognised {percent(found[kind], gold[kind])}, right {percent(good[kind], found[kind])}"
    g, f, r = (sum(c.values()) for c in (gold, found, good))
    yield f"all: recognised {percent(f, g)}, right within {NEAR:.0f} km {percent(r, f)}, in the gold's box {percent(sum(boxed.values()), f)}"
    yield f"in hashtags: recognised {percent(tagged['found'], tagged['gold'])}; places found where the gold has none: {percent(extra, seen)}"
    yield "misses: " + ", ".join(f"{k} {n}" for k, n in sorted(causes.items()))
    for key, n in misses.most_common(errors):
        yield f"{n}\t" + "\t".join(key)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("text", "score"))
    parser.add_argument("gold")
    parser.add_argument("--errors", type=int, default=0, help="also print the N most frequent misses: times, cause, kind, name, found, country")
    options = parser.parse_args()
    if options.what == "text":
        for d in documents(options.gold):
            print(json.dumps({"id": d["tweet_id"], "text": d["text"]}, ensure_ascii=False))
        return
    for out in score(options.gold, (json.loads(line) for line in sys.stdin), options.errors):
        print(out)


if __name__ == "__main__":
    main()
