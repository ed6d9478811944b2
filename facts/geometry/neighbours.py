#!/usr/bin/env python3
"""Makes ../neighbours.csv: which participants share a land border. See README.md in this folder.

    python3 neighbours.py COUNTRIES_10M

The file is that of README.md; its SHA-256 is checked. Needs Python's standard library alone: in a
topology two areas share a border where they share an arc.
"""

import csv
import hashlib
import itertools
import json
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
SHA256 = "3bc6f1d367a9bcec479841bae0e76092f512838411d0cef124e92eec4db45f79"
SOURCE = "Natural Earth 4.1.0, Admin 0 countries 1:10m"

# Parts of the source that are counted with a State, as on the map (make.py says why). Overseas
# parts that are no part of the State itself border nobody here: Gibraltar, Sint Maarten, Saint-Martin.
WITH = {
    "N. Cyprus": "CYP", "Somaliland": "SOM", "Taiwan": "CHN", "Hong Kong": "CHN", "Macao": "CHN",
    "Cyprus U.N. Buffer Zone": "CYP", "Baikonur": "KAZ",
}

# Borders of which the source shows the whole, and of which the reader should know more.
NOTES = {
    ("KOR", "PRK"): ("medium", "the Military Demarcation Line of 1953"),
    ("ISR", "SYR"): ("medium", "where the line runs is disputed: the Golan"),
    ("ISR", "PSE"): ("medium", "where the line runs is not settled"),
    ("JOR", "PSE"): ("medium", "the West Bank"),
    ("EGY", "PSE"): ("medium", "Gaza"),
    ("DJI", "SOM"): ("medium", "in the north of Somalia, which the source shows apart"),
    ("SDN", "SSD"): ("medium", "where the line runs is disputed at Abyei"),
    ("IND", "PAK"): ("medium", "where the line runs is disputed in Jammu and Kashmir"),
    ("CHN", "IND"): ("medium", "where the line runs is disputed in several parts"),
    ("RUS", "UKR"): ("high", "neither Crimea nor what was occupied since changes that the two border each other"),
    ("BRA", "FRA"): ("high", "French Guiana, which is a part of France"),
    ("FRA", "SUR"): ("high", "French Guiana, which is a part of France"),
}

# Whether two border each other at all hangs on a dispute: on record, and counted in nothing.
DOUBTS = {
    ("ALB", "SRB"): "only across Kosovo, on whose status the members of the United Nations differ",
    ("CHN", "PAK"): "only in the part of Kashmir that Pakistan administers and India claims",
    ("ESP", "MAR"): "only at Ceuta and Melilla, which Spain administers and Morocco claims",
    ("MAR", "MRT"): "only across Western Sahara, a Non-Self-Governing Territory",
}

# What the source is too coarse to show.
ADDED = {
    ("BWA", "ZMB"): ("sovereignlimits.com, page of the land boundary of Botswana and Zambia", "medium",
                     "135 m on the Zambezi, never formally agreed upon"),
}


def main(path):
    raw = Path(path).read_bytes()
    if hashlib.sha256(raw).hexdigest() != SHA256:
        sys.exit(f"{path}: not the file of README.md")
    data = json.loads(raw)
    states = codes()
    users = defaultdict(set)
    unknown = set()
    for geometry in data["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        key = WITH.get(name) or states.get(geometry.get("id"))
        if key is None:
            unknown.add(name)
            key = "?" + name
        for arc in flat(geometry.get("arcs", [])):
            users[arc if arc >= 0 else ~arc].add(key)
    borders = set()
    for keys in users.values():
        borders.update(itertools.combinations(sorted(keys), 2))
    told = {pair: row(pair) for pair in borders if not any(key.startswith("?") for key in pair)}
    told |= {pair: row(pair) for pair in DOUBTS}
    told |= {pair: ["", *more] for pair, more in ADDED.items() if pair not in borders}
    with open(HERE.parent / "neighbours.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["a", "b", "doubt", "source", "confidence", "note"])
        out.writerows([*pair, *told[pair]] for pair in sorted(told))
    print(len(told), "borders;", "shown apart:", ", ".join(sorted(unknown)))


def row(pair):
    """doubt, source, confidence, note"""
    if pair in DOUBTS:
        return [DOUBTS[pair], SOURCE, "low", ""]
    confidence, note = NOTES.get(pair, ("high", ""))
    return ["", SOURCE, confidence, note]


def flat(arcs):
    for arc in arcs:
        if isinstance(arc, list):
            yield from flat(arc)
        else:
            yield arc


def codes():
    with open(HERE.parent / "participants.csv", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["status"] == "state"]
    return {row["m49"]: row["code"] for row in rows}


if __name__ == "__main__":
    main(*sys.argv[1:])
