#!/usr/bin/env python3
"""Verifies an Accede bundle without any of Accede's code: python3 verify_bundle.py FILE [FINGERPRINT]

Needs Python 3.8 and its standard library. Follows docs/bundle-format.md step by step.
Prints from whom it is and exits with 0 if everything holds, with 1 and the first thing that does
not otherwise, with 2 if the file cannot be read. With a FINGERPRINT it also holds the key to that;
without one it knows nobody, and whoever runs it has to compare what it prints. Changes nothing.
"""
import hashlib, io, json, os, re, struct, sys, zipfile, zlib

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from verify_ledger import UUID, MOMENT, canonical, link

# Ed25519 (RFC 8032), verification alone: slow, short, and nothing secret in it.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
BASE_Y = 4 * pow(5, P - 2, P) % P


def recover_x(y, sign):
    xx = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(xx, (P + 3) // 8, P)
    if (x * x - xx) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - xx) % P or (x == 0 and sign):
        raise ValueError("no point of the curve")
    return P - x if x & 1 != sign else x


def decode(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        raise ValueError("no point of the curve")
    x = recover_x(y, sign)
    return (x, y, 1, x * y % P)


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(n, p):
    q = (0, 1, 1, 0)
    while n:
        if n & 1:
            q = add(q, p)
        p, n = add(p, p), n >> 1
    return q


def same(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def signed(key, message, signature):
    try:
        a, r = decode(key), decode(signature[:32])
    except ValueError:
        return False
    s = int.from_bytes(signature[32:], "little")
    small = any(same(times(8, point), (0, 1, 1, 0)) for point in (a, r))
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    base_x = recover_x(BASE_Y, 0)
    base = (base_x, BASE_Y, 1, base_x * BASE_Y % P)
    return s < L and not small and same(times(s, base), add(r, times(h, a)))


def parts(*parts):
    return b"".join(len(p).to_bytes(8, "big") + p for p in parts)


def fingerprint(key):
    bits = int.from_bytes(hashlib.sha256(parts(b"key/1", key)).digest()[:20], "big")
    letters = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[bits >> 5 * n & 31] for n in range(31, -1, -1))
    return " ".join(letters[n : n + 4] for n in range(0, 32, 4))


def lay_out(files):
    """The one archive that a bundle of these files may be."""
    body, directory = b"", b""
    for name, data in files:
        size, common = len(data), struct.pack("<HHHHH", 10, 0, 0, 0, 0x21)
        common += struct.pack("<IIIHH", zlib.crc32(data), size, size, len(name), 0)
        directory += b"PK\x01\x02" + struct.pack("<H", 10) + common + bytes(10) + struct.pack("<I", len(body)) + name.encode()
        body += b"PK\x03\x04" + common + name.encode() + data
    n = len(files)
    return body + directory + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, n, n, len(directory), len(body), 0)


def check(what, holds):
    if not holds:
        raise ValueError(what)


def verify(data):
    archive = zipfile.ZipFile(io.BytesIO(data))
    check("a file in it is compressed", all(info.compress_type == zipfile.ZIP_STORED for info in archive.infolist()))
    files = [(info.filename, archive.read(info)) for info in archive.infolist()]
    check("it is not laid out as a bundle is", lay_out(files) == data)
    names, content = [name for name, _ in files], dict(files)
    signed_bytes = content["bundle.json"]
    manifest = json.loads(signed_bytes.decode())
    check("bundle.json is not in canonical form", canonical(manifest).encode() == signed_bytes)
    check("it is of another version", manifest["v"] == 1)
    key, message = bytes.fromhex(manifest["from"]["key"]), parts(b"bundle/1", signed_bytes)
    signature = re.fullmatch(rb"([0-9a-f]{128})\n", content["signature.txt"])
    check("its signature does not hold", signature and signed(key, message, bytes.fromhex(signature[1].decode())))
    cover = ["cover.md"] if "cover_sha256" in manifest else []
    documents = ["documents/" + sha256 for sha256 in manifest["documents"]]
    check("documents are out of order", documents == sorted(set(documents)))
    expected = ["bundle.json", "signature.txt", "entries.jsonl"] + cover + documents
    check("it has other files than it says", names == expected)
    hashes = {"entries.jsonl": manifest["entries_sha256"], **{name: name[10:] for name in documents}}
    hashes.update({name: manifest["cover_sha256"] for name in cover})
    for name, sha256 in hashes.items():
        check(f"{name} is not what was signed", hashlib.sha256(content[name]).hexdigest() == sha256)
    lines = content["entries.jsonl"].split(b"\n")
    check("it has another number of entries", lines.pop() == b"" and len(lines) == manifest["entries"])
    strands = {canonical(strand["audience"]): strand for strand in manifest["strands"]}
    heads = {audience: (s["before"]["len"], bytes.fromhex(s["before"]["link"])) for audience, s in strands.items()}
    ids = set()
    for at, line in enumerate(lines, 1):
        entry = json.loads(line.decode())
        check(f"entry {at} is not in canonical form", canonical(entry).encode() == line)
        check(f"entry {at} is of another version", entry["v"] == 1)
        check(f"the id of entry {at} is malformed or repeated", UUID.fullmatch(entry["id"]) and entry["id"] not in ids)
        check(f"entry {at} has no moment", MOMENT.fullmatch(entry["recorded"]))
        ids.add(entry["id"])
        audience = canonical(entry["audience"])
        check(f"the audience of entry {at} is not named", audience in strands)
        if at <= manifest["context"]:
            continue
        length, before = heads[audience]
        heads[audience] = (length + 1, link(before, line))
    for audience, strand in strands.items():
        head = (strand["head"]["len"], bytes.fromhex(strand["head"]["link"]))
        check(f"the entries for {audience} are not all", not strand["whole"] or heads[audience] == head)
    return manifest, key


def main(path, expected=None):
    try:
        data = open(path, "rb").read()
    except OSError as error:
        print(error)
        return 2
    try:
        manifest, key = verify(data)
        if expected is not None:
            typed = re.sub(r"[\s-]", "", expected).upper().translate(str.maketrans("OIL", "011"))
            check("the key is another", typed == fingerprint(key).replace(" ", ""))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, struct.error, zipfile.BadZipFile,
            NotImplementedError, EOFError, OSError, zlib.error, OverflowError, RuntimeError) as error:
        print(f"it does not hold: {error}")
        return 1
    print(f"{manifest['entries']} entries and {len(manifest['documents'])} documents, signed by the key {fingerprint(key)}")
    print(f"which calls itself {manifest['from']['name']!r}; its SHA-256 is {hashlib.sha256(data).hexdigest()}")
    return 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(main(*sys.argv[1:]))
