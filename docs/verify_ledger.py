#!/usr/bin/env python3
"""Verifies an Accede ledger without any of Accede's code: python3 verify_ledger.py ledger.sqlite

Needs Python 3.8 and its standard library. Follows docs/ledger-format.md step by step.
Prints the head and exits with 0 if everything holds, with 1 and the first thing that does not
otherwise, and with 2 if the file cannot be read as a ledger. Changes nothing.
"""
import datetime, hashlib, json, os, re, sqlite3, sys, unicodedata
from urllib.parse import quote

SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
MOMENT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{0,8}[1-9]))?Z", re.ASCII)


def canonical(value, depth=0):
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, int) and -(2**63) <= value < 2**64:
        return str(value)
    if isinstance(value, str):
        escape = lambda c: SHORT.get(c) or (f"\\u{ord(c):04x}" if c < " " else c)
        return '"' + "".join(map(escape, unicodedata.normalize("NFC", value))) + '"'
    if depth == 64 or not isinstance(value, (list, dict)):
        raise ValueError("a float, a number too large or too many levels")
    if isinstance(value, list):
        return "[" + ",".join(canonical(v, depth + 1) for v in value) + "]"
    names = sorted(value, key=lambda name: name.encode())
    return "{" + ",".join(canonical(n) + ":" + canonical(value[n], depth + 1) for n in names) + "}"


def link(before, payload):
    parts = (b"entry/1", before, payload)
    return hashlib.sha256(b"".join(len(p).to_bytes(8, "big") + p for p in parts)).digest()


def envelope(payload, ids):
    """The moment and the batch of an entry; raises if its form is wrong or its id was used."""
    entry = json.loads(payload.decode())
    if not isinstance(entry, dict) or canonical(entry).encode() != payload:
        raise ValueError("its bytes are not in canonical form")
    if type(entry["v"]) is not int or entry["v"] != 1:
        raise ValueError(f"its format is {entry['v']}, not 1")
    if not UUID.fullmatch(entry["id"]) or entry["id"] in ids:
        raise ValueError(f"its id {entry['id']} is malformed or was used before")
    moment = MOMENT.fullmatch(entry["recorded"])
    if not moment:
        raise ValueError(f"{entry['recorded']} is no moment")
    datetime.datetime.fromisoformat(moment[1])  # raises ValueError for the 30th of February
    ids.add(entry["id"])
    return (moment[1], (moment[2] or "").ljust(9, "0")), (entry["batch"]["at"], entry["batch"]["of"])


def verify(rows):
    length, head, last, whole, ids = 0, bytes(32), ("", ""), True, set()
    at, of = 0, 1
    for seq, stored, payload in rows:
        if seq != length + 1:
            raise ValueError(f"entry {length + 1} is missing: entry {seq} stands in its place")
        try:
            if link(head, payload) != stored:
                raise ValueError("its bytes do not give the link stored with it")
            moment, place = envelope(payload, ids)
            if moment < last:
                raise ValueError("it was recorded before the entry before it")
            if place != ((0, place[1]) if whole else (at + 1, of)) or not 0 <= place[0] < place[1]:
                raise ValueError(f"it is number {place[0]} of a batch of {place[1]}, out of place")
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise ValueError(f"entry {seq} does not hold: {error}") from error
        length, head, last, (at, of) = seq, stored, moment, place
        whole = at + 1 == of
    if not whole:
        raise ValueError(f"the ledger ends within a batch: entry {length} is number {at} of {of}")
    return length, head


def main(path):
    try:
        quoted = quote(os.path.abspath(path))
        database = sqlite3.connect(f"file:{quoted}?mode=ro", uri=True)
        length, head = verify(database.execute("SELECT seq, link, payload FROM entries ORDER BY seq"))
        note = os.path.splitext(path)[0] + ".head"
        if os.path.exists(note):
            noted = dict(line.split(" ", 1) for line in open(note).read().splitlines()[1:])
            if int(noted["entries"]) > length:
                raise ValueError(f"the ledger ends at entry {length}, but entry {noted['entries']} was noted")
            at = database.execute("SELECT link FROM entries WHERE seq = ?", (noted["entries"],)).fetchone()
            if at and at[0].hex() != noted["link"]:
                raise ValueError(f"entry {noted['entries']} is not the one that was noted")
    except (ValueError, KeyError) as error:
        print(error)
        return 1
    except sqlite3.Error as error:
        print(f"the file cannot be read as a ledger: {error}")
        return 2
    print(f"{length} entries hold; the head is {head.hex()}")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(main(sys.argv[1]))
