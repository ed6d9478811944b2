#!/usr/bin/env python3
"""Makes areas.txt, dots.txt and lines.txt from Natural Earth. See README.md in this folder.

    python3 make.py COUNTRIES_50M COUNTRIES_10M WORLD_MAP_GPKG

The three files are those of README.md; their SHA-256 is checked. Needs Shapely 2.2.0 (GEOS 3.14).
Nothing is projected in what is written: the projection only judges what a map 960 wide can show.
"""

import csv
import hashlib
import json
import math
import sqlite3
import struct
import sys
from pathlib import Path

import shapely
import shapely.ops
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box
from shapely.ops import polygonize, unary_union

HERE = Path(__file__).parent

SOURCES = [
    ("countries-50m.json", "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394"),
    ("countries-10m.json", "3bc6f1d367a9bcec479841bae0e76092f512838411d0cef124e92eec4db45f79"),
    ("world_map.gpkg", "ff5cceefc4b27abea094fa82459d8aef9417023236c326a666978b62ffe85db2"),
]

# The map is cut open on this meridian, in the Bering Strait; longitudes run from here eastwards.
CUT = -169.0
WIDTH = 960.0
# Square root, in units of a map 960 wide, of the triangle a vertex must span to stay.
TOLERANCE = 1.4
# A ring smaller than this, in square units, is not drawn unless it is the largest of its area.
SMALLEST_RING = 1.2
# An area whose State is smaller than this, in square units, has a dot.
DOT_BELOW = 10.0
# A dotted line shorter than this, in units, would be less than two dots.
SHORTEST_LINE = 2.0

# Parts of Natural Earth that are drawn with a State. What is not here and has no code of a
# participant is drawn without a standing, or not at all if it is too small.
WITH = {
    "N. Cyprus": "CYP",
    "Somaliland": "SOM",
    "Taiwan": "CHN", "Hong Kong": "CHN", "Macao": "CHN",
    "Greenland": "DNK", "Faeroe Is.": "DNK",
    "Åland": "FIN",
    "New Caledonia": "FRA", "Fr. Polynesia": "FRA", "Fr. S. Antarctic Lands": "FRA",
    "Wallis and Futuna Is.": "FRA", "St. Pierre and Miquelon": "FRA", "St-Martin": "FRA",
    "St-Barthélemy": "FRA",
    "Puerto Rico": "USA", "Guam": "USA", "American Samoa": "USA", "N. Mariana Is.": "USA",
    "U.S. Virgin Is.": "USA",
    "Isle of Man": "GBR", "Jersey": "GBR", "Guernsey": "GBR", "Bermuda": "GBR", "Anguilla": "GBR",
    "Cayman Is.": "GBR", "Turks and Caicos Is.": "GBR", "British Virgin Is.": "GBR",
    "Montserrat": "GBR", "Saint Helena": "GBR", "Pitcairn Is.": "GBR",
    "Aruba": "NLD", "Curaçao": "NLD", "Sint Maarten": "NLD",
    "Heard I. and McDonald Is.": "AUS", "Norfolk Island": "AUS", "Ashmore and Cartier Is.": "AUS",
    "Indian Ocean Ter.": "AUS",
}

# Areas of which no standing is told, under the letters the map data use for them.
APART = {
    "Antarctica": "antarctica",
    "W. Sahara": "western-sahara",
    "Kosovo": "kosovo",
    "Siachen Glacier": "siachen",
    "Falkland Is.": "falkland-malvinas",
    "S. Geo. and the Is.": "south-georgia",
    "Br. Indian Ocean Ter.": "chagos",
}

# The point of a State whose largest island is not where its government sits.
SEAT_NEAR = {"KIR": (172.98, 1.33)}


def read_topology(path):
    """name -> (numeric code, geometry in degrees); the shared arcs make neighbours share vertices."""
    data = json.loads(path.read_text())
    (sx, sy), (tx, ty) = data["transform"]["scale"], data["transform"]["translate"]
    arcs = []
    for arc in data["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)

    def ring(indices):
        points = []
        for index in indices:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            points += arc[1:] if points else arc
        return unwrapped(points)

    found = {}
    for geometry in data["objects"]["countries"]["geometries"]:
        polygons = geometry.get("arcs", [])
        if geometry["type"] == "Polygon":
            polygons = [polygons]
        parts = []
        for polygon in polygons:
            outer, *holes = [ring(indices) for indices in polygon]
            # The package rounds to some 400 m, which leaves nothing of the smallest islands.
            whole = len(set(outer)) >= 3
            parts.append(Polygon(outer, holes) if whole else Point(outer[0]).buffer(0.002))
        name = geometry["properties"]["name"]
        found[name] = (geometry.get("id"), shapely.make_valid(MultiPolygon(parts)))
    return found


def unwrapped(points):
    """Longitudes without a jump: the package has taken out the cut on 180 degrees."""
    out = [points[0]]
    for lon, lat in points[1:]:
        out.append((lon - 360 * round((lon - out[-1][0]) / 360), lat))
    if abs(out[-1][0] - out[0][0]) > 180:
        # Round the pole: closed along it.
        out += [(out[-1][0], -90.0), (out[0][0], -90.0)]
    return out


def read_lines(path):
    """The claims of one State on what the source shows with another: (claimant, holder, lines)."""
    rows = sqlite3.connect(path).execute(
        "select geom, name, adm0_left from disputed_borders order by fid"
    )
    for blob, name, holder in rows:
        envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[(blob[3] >> 1) & 7]
        yield name, holder, shapely.from_wkb(blob[8 + envelope:])


# Adjectives as the source writes them, with the State: a line whose claimant is its holder divides
# no two States and is left out, as are lines the source itself names as past.
CLAIMANTS = {
    "Japanese": "Japan", "Chinese": "China", "Bolivian": "Bolivia", "Suriname": "Suriname",
    "Indian": "India", "Sudanese": "Sudan", "Kenyan": "Kenya", "Syrian": "Syria",
    "Pakistani": "Pakistan", "South Sudanese": "South Sudan", "Lebanese": "Lebanon",
    "Guatemalan": "Guatemala", "Venezuelan": "Venezuela", "Portuguese": "Portugal",
    "Western Saharan": "Western Sahara", "Moldovan": "Moldova", "Georgian": "Georgia",
    "Ukrainian": "Ukraine",
}


# A line along a parallel through Chile; the boundary is that of the treaty of 20 October 1904.
HISTORIC = ["Bolivian claim"]


def between_states(name, holder):
    if not name.endswith(" claim") or name in HISTORIC:
        return False
    return CLAIMANTS[name.removesuffix(" claim")] != holder


# Equal Earth, Šavrič, Patterson and Jenny 2018; only to judge sizes. See crates/picture.
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
MIDDLE = CUT + 180.0


def project(lon, lat):
    t = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(lat)))
    d = A1 + 3 * A2 * t**2 + t**6 * (7 * A3 + 9 * A4 * t**2)
    x = 2 * math.sqrt(3) * math.radians(lon - MIDDLE) * math.cos(t) / (3 * d)
    y = t * (A1 + A2 * t**2 + t**6 * (A3 + A4 * t**2))
    scale = WIDTH / (2 * 2.7066299836)
    return (scale * x, scale * y)


def projected(geometry):
    return shapely.transform(geometry, lambda points: [project(*p) for p in points])


def eastwards(geometry):
    """Shifts whole parts, so that no State is cut but Antarctica."""
    parts = []
    for part in polygons_of(geometry):
        west, _, east, _ = part.bounds
        turn = 360.0 * ((west + east) / 2 < CUT) - 360.0 * ((west + east) / 2 > CUT + 360.0)
        part = shapely.transform(part, lambda points: points + [turn, 0.0])
        parts.append(part)
    return unary_union(parts)


def polygons_of(geometry):
    if geometry.geom_type == "Polygon":
        return [geometry]
    return [polygon for part in getattr(geometry, "geoms", []) for polygon in polygons_of(part)]


def codes():
    with open(HERE.parent / "participants.csv", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["status"] == "state"]
    return {row["m49"]: row["code"] for row in rows}


def regions():
    wanted = ["africa", "americas", "asia", "europe", "oceania"]
    with open(HERE.parent / "memberships.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        row["code"]: row["group"].removeprefix("m49-")
        for row in rows
        if row["group"].removeprefix("m49-") in wanted
    }


def assembled(source, states):
    """key -> geometry in degrees; keys are codes of participants and the names in APART."""
    parts = {}
    for name, (number, geometry) in source.items():
        key = WITH.get(name) or APART.get(name) or states.get(number)
        if key is None:
            print("left out:", name, number)
            continue
        parts.setdefault(key, []).append(geometry)
    return {key: unary_union(geometries) for key, geometries in parts.items()}


def claimed(claims, name):
    """The lines of one claim, joined."""
    return shapely.line_merge(unary_union([line for claim, _, line in claims if claim == name]))


def redraw(areas, claims):
    """What is ours: three places where the source shows control and the United Nations another State."""
    # Crimea: General Assembly resolution 68/262. In the source it is a part of its own.
    crimea = [part for part in polygons_of(areas["RUS"]) if part.contains(Point(34.2, 45.2))]
    assert len(crimea) == 1 and crimea[0].area < 5, "Crimea is a part of its own"
    areas["RUS"] = areas["RUS"].difference(crimea[0])
    areas["UKR"] = unary_union([areas["UKR"], crimea[0]])
    # Western Sahara, a Non-Self-Governing Territory: up to the line the source has for it.
    parallel = claimed(claims, "Western Saharan claim").bounds[3]
    both = unary_union([areas["MAR"], areas["western-sahara"]])
    areas["western-sahara"] = both.intersection(box(-20, 15, -8.66, parallel))
    areas["MAR"] = both.difference(areas["western-sahara"])
    # The Golan: Security Council resolution 497. The source has the line of 1967 as Syria's claim;
    # drawn on by a few kilometres, so that it cuts.
    line = list(claimed(claims, "Syrian claim").coords)
    if line[0][1] > line[-1][1]:
        line.reverse()
    line = LineString([(line[0][0] - 0.02, line[0][1] - 0.06), *line, (line[-1][0], line[-1][1] + 0.08)])
    pieces = list(polygonize(unary_union([areas["ISR"].boundary, line])))
    golan = [piece for piece in pieces if piece.contains(Point(35.78, 33.0))]
    assert len(golan) == 1 and 0.05 < golan[0].area < 0.2, "the Golan is one piece"
    areas["SYR"] = unary_union([areas["SYR"], golan[0]])
    areas["ISR"] = areas["ISR"].difference(golan[0])
    return areas


def laid_open(areas):
    """Longitudes from CUT eastwards. Only Antarctica is cut; its edges follow the edge of the map."""
    antarctica = areas["antarctica"]
    turns = [shapely.transform(antarctica, lambda points: points + [turn, 0.0]) for turn in (-360, 0, 360)]
    whole = unary_union(turns).intersection(box(CUT, -90, CUT + 360, -50))
    areas["antarctica"] = shapely.segmentize(whole, 1.0)
    return {key: eastwards(area) if key != "antarctica" else area for key, area in areas.items()}


def noded(areas):
    """The same areas, of faces that share every vertex with their neighbours."""
    lines = unary_union([area.boundary for area in areas.values()])
    tree = shapely.STRtree(list(areas.values()))
    keys = list(areas)
    faces = {}
    for face in polygonize(lines):
        inside = face.representative_point()
        for at in tree.query(inside, predicate="within"):
            faces.setdefault(keys[at], []).append(face)
    return {key: unary_union(parts) for key, parts in faces.items()}


def simplified(areas):
    """Fewer vertices, the same for neighbours; and the rings a map can show."""
    keys = sorted(areas)
    flat = [projected(areas[key]) for key in keys]
    back = {
        project(*point): tuple(point)
        for key in keys
        for point in shapely.get_coordinates(areas[key])
    }
    out = {}
    for key, area in zip(keys, shapely.coverage_simplify(flat, TOLERANCE), strict=True):
        parts = sorted(polygons_of(area), key=lambda part: -part.area)
        kept = [part for at, part in enumerate(parts) if part.area >= SMALLEST_RING or at == 0]
        parts = []
        for part in kept:
            holes = [hole for hole in part.interiors if Polygon(hole).area >= SMALLEST_RING / 4]
            parts.append(Polygon(
                [back[tuple(point)] for point in part.exterior.coords],
                [[back[tuple(point)] for point in hole.coords] for hole in holes],
            ))
        out[key] = MultiPolygon(parts)
    return out


def seats(islands, states, small):
    """A point in each small State: in its part nearest the middle of all, or its largest."""
    points = {}
    for number, geometry in islands.values():
        code = states.get(number)
        if code not in small:
            continue
        parts = polygons_of(geometry)
        if code in SEAT_NEAR:
            near = Point(SEAT_NEAR[code])
            part = min(parts, key=lambda part: part.distance(near))
        else:
            part = max(parts, key=lambda part: part.area)
        lon, lat = part.representative_point().coords[0]
        points[code] = (lon + 360 if lon < CUT else lon, lat)
    return points


def shared(areas, one, other):
    border = areas[one].boundary.intersection(areas[other].boundary)
    lines = [line for line in getattr(border, "geoms", [border]) if line.geom_type == "LineString"]
    border = shapely.line_merge(unary_union(lines)) if lines else None
    return border if border is not None and border.length > 0 else None


def pieces(line):
    """The parts of a claim that lie apart from each other; what nearly touches is one."""
    lines = list(getattr(line, "geoms", [line]))
    clusters = polygons_of(unary_union([part.buffer(0.06) for part in lines]))
    return [
        shapely.line_merge(unary_union([part for part in lines if cluster.intersects(part)]))
        for cluster in sorted(clusters, key=lambda cluster: cluster.bounds)
    ]


def section(border, claim):
    """The part of a border that the ends of a claim, carried over to it, enclose."""
    ends = [Point(line.coords[at]) for line in getattr(claim, "geoms", [claim]) for at in (0, -1)]
    far = max(((a, b) for a in ends for b in ends), key=lambda pair: pair[0].distance(pair[1]))
    parts = list(getattr(border, "geoms", [border]))
    nearest = min(parts, key=lambda part: sum(part.distance(end) for end in far))
    from_, to = sorted(nearest.project(end) for end in far)
    return shapely.ops.substring(nearest, from_, to)


# Boundaries that are dotted from end to end.
WHOLE = [
    ("PRK", "KOR"), ("ISR", "PSE"), ("SDN", "SSD"), ("kosovo", "SRB"), ("western-sahara", "MAR"),
    ("ISR", "SYR"), ("siachen", "IND"), ("siachen", "PAK"), ("siachen", "CHN"),
]


def dotted(areas, claims, states_by_name):
    lines = []
    for one, other in WHOLE:
        border = shared(areas, one, other)
        if border is not None:
            lines.append((f"{one} {other}", border))
    done = set()
    for name, holder, _ in claims:
        if not between_states(name, holder) or (name, holder) in done:
            continue
        done.add((name, holder))
        if name in ("Western Saharan claim", "Syrian claim"):
            continue
        claim = shapely.line_merge(unary_union(
            [line for other, held, line in claims if (other, held) == (name, holder)]
        ))
        pair = (states_by_name[CLAIMANTS[name.removesuffix(" claim")]], states_by_name[holder])
        border = shared(areas, *pair)
        for piece in pieces(claim):
            lines.append((f"{pair[1]} {pair[0]}", thinned(piece)))
            if border is not None and projected(piece).length >= SHORTEST_LINE:
                lines.append((f"{pair[1]} {pair[0]}", section(border, piece)))
    return lines


def thinned(line):
    """A line of the source, with fewer vertices."""
    back = {project(*point): tuple(point) for point in shapely.get_coordinates(line)}
    thin = projected(line).simplify(0.35)
    return shapely.transform(thin, lambda points: [back[tuple(point)] for point in points])


def centi(points):
    """Hundredths of a degree: the first point, then steps."""
    out, last = [], (0, 0)
    for point in points:
        now = tuple(round(value * 100) for value in point)
        if out and now == last:
            continue
        out += [now[0] - last[0], now[1] - last[1]] if out else list(now)
        last = now
    return " ".join(map(str, out))


def write(name, rows):
    text = "".join(row + "\n" for row in rows)
    (HERE / name).write_text(text)
    print(f"{name}: {len(rows)} rows, {len(text)} bytes")


def main():
    paths = [Path(argument) for argument in sys.argv[1:]]
    for path, (name, digest) in zip(paths, SOURCES, strict=True):
        assert hashlib.sha256(path.read_bytes()).hexdigest() == digest, f"{path} is not {name}"
    states, region = codes(), regions()
    claims = list(read_lines(paths[2]))
    source = read_topology(paths[0])
    areas = noded(laid_open(redraw(assembled(source, states), claims)))
    drawn = simplified(areas)

    islands = read_topology(paths[1])
    size = {}
    for number, geometry in islands.values():
        if number in states:
            code = states[number]
            size[code] = size.get(code, 0.0) + projected(geometry).area
    missing = set(states.values()) - set(size)
    assert not missing, f"not in the source: {missing}"
    small = {code for code, area in size.items() if area < DOT_BELOW}
    points = seats(islands, states, small)
    print(len(small), "dots:", " ".join(sorted(small)))

    # An island too small to see is not drawn; between neighbours it would leave a hole.
    tiny = {
        key
        for key, area in drawn.items()
        if projected(area).area < SMALLEST_RING
        and not any(shared(drawn, key, other) for other in drawn if other != key)
    }
    print("too small for an area:", " ".join(sorted(tiny)))
    assert not (tiny & set(states.values())) - small
    rows = []
    for key, area in sorted(drawn.items()):
        if key in tiny:
            continue
        rings = []
        for part in area.geoms:
            rings.append(centi(part.exterior.coords[:-1]))
            rings += [centi(hole.coords[:-1]) for hole in part.interiors]
        rows.append(f"{key}:{';'.join(rings)}")
    write("areas.txt", rows)
    write("dots.txt", [f"{code}:{centi([points[code]])}" for code in sorted(points)])
    write("regions.txt", [f"{code}:{region[code]}" for code in sorted(states.values())])
    by_name = {name: states.get(number) for name, (number, _) in source.items()}
    by_name |= {"South Sudan": "SSD", "Bolivia": "BOL", "Russia": "RUS", "Israel": "ISR"}
    rows = []
    for name, line in dotted(areas=drawn, claims=claims, states_by_name=by_name):
        parts = [part for part in getattr(line, "geoms", [line]) if part.geom_type == "LineString"]
        kept = [part for part in parts if projected(part).length >= SHORTEST_LINE]
        print("line", name, [round(projected(part).length, 1) for part in parts])
        if kept:
            rows.append(f"{name}:{';'.join(centi(part.coords) for part in kept)}")
    write("lines.txt", rows)


if __name__ == "__main__":
    main()
