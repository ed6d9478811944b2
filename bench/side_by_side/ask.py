#!/usr/bin/env python3
"""Asks DuckDB and pandas the questions of bench/src/answers.rs over the same acts.

Usage: ask.py FOLDER ON FROM TO FIRST_YEAR LAST_YEAR
FOLDER holds acts.csv and participants.csv. Prints JSON: {"peers": {name: {question: {"seconds",
"answer"}}}, "missing": [name]}. The time is the median of many askings after a first one; loading
the tables and importing the library are not counted.
"""
import json
import statistics
import sys
import time
from pathlib import Path

FOLDER = Path(sys.argv[1])
ON, FROM, TO = sys.argv[2:5]
FIRST_YEAR, LAST_YEAR = int(sys.argv[5]), int(sys.argv[6])


def median(question):
    answer, times, begun = question(), [], time.perf_counter()
    while len(times) < 5 or (len(times) < 1000 and time.perf_counter() - begun < 0.5):
        at = time.perf_counter()
        answer = question()
        times.append(time.perf_counter() - at)
    return {"seconds": statistics.median(times), "answer": answer}


def ask_duckdb():
    import duckdb

    base = duckdb.connect()
    text = ", ".join(f"'{name}': 'VARCHAR'" for name in ("treaty", "iso3", "act", "day"))
    base.execute(f"CREATE TABLE acts AS SELECT * FROM read_csv('{FOLDER}/acts.csv', types={{{text}}})")
    base.execute("CREATE TABLE participants AS SELECT * FROM "
                 f"read_csv('{FOLDER}/participants.csv', all_varchar=true)")
    last = """max(day) FILTER (signs = 1) AS s, max(day) FILTER (binds = 1) AS c,
              max(day) FILTER (ends = 1) AS e, max(day) FILTER (ends = 1 OR undoes = 1) AS x"""
    consents, signs = "c IS NOT NULL AND (x IS NULL OR c > x)", "s IS NOT NULL AND (e IS NULL OR s > e)"
    status = f"""
        WITH last AS (SELECT iso3, {last} FROM acts JOIN participants USING (iso3)
                      WHERE treaty = 'ccm' AND day <= $on AND from_day <= $on AND $on <= until_day GROUP BY iso3)
        SELECT iso3 || ' ' || CASE WHEN {consents} THEN
            CASE WHEN (CASE WHEN c <= '2010-02-16' THEN DATE '2010-08-01'
                       ELSE date_trunc('month', c::DATE) + INTERVAL 6 MONTH END) <= $on::DATE
                 THEN 'party' ELSE 'contracting' END
            WHEN {signs} THEN 'signatory' ELSE 'withdrawn' END AS line
        FROM last WHERE coalesce(s, c, e) IS NOT NULL ORDER BY line"""
    years = f"""
        WITH ends AS (SELECT year, year || '-12-31' AS d FROM range($first, $last + 1) AS r(year)),
        last AS (SELECT treaty, year, iso3, {last} FROM ends JOIN acts ON day <= d
                 JOIN participants USING (iso3) WHERE from_day <= d AND d <= until_day
                 GROUP BY treaty, year, iso3),
        counted AS (SELECT treaty, year, count(*) FILTER ({signs}) AS signatures,
                    count(*) FILTER ({consents}) AS consents FROM last GROUP BY treaty, year)
        SELECT treaty || ' ' || year || ' ' || signatures || ' ' || consents AS line
        FROM counted WHERE signatures + consents > 0 ORDER BY line"""
    matrix = f"""
        WITH last AS (SELECT treaty, iso3, {last} FROM acts JOIN participants USING (iso3)
                      WHERE day <= $on AND from_day <= $on AND $on <= until_day GROUP BY treaty, iso3)
        SELECT treaty || ' ' || iso3 || ' ' || CASE WHEN {consents} THEN 'consent'
            WHEN {signs} THEN 'signatory' ELSE 'withdrawn' END AS line
        FROM last WHERE coalesce(s, c, e) IS NOT NULL ORDER BY line"""
    changes = """
        SELECT day || ' ' || treaty || ' ' || iso3 || ' ' || act AS line FROM acts
        WHERE day BETWEEN $from AND $to AND signs + binds + ends + undoes > 0 ORDER BY line"""

    def asking(sql, **values):
        return lambda: [line for (line,) in base.execute(sql, values).fetchall()]

    return f"DuckDB {duckdb.__version__}", {
        "status": asking(status, on=ON),
        "years": asking(years, first=FIRST_YEAR, last=LAST_YEAR),
        "matrix": asking(matrix, on=ON),
        "changes": asking(changes, **{"from": FROM, "to": TO}),
    }


def ask_pandas():
    import pandas

    acts = pandas.read_csv(FOLDER / "acts.csv", keep_default_na=False)
    who = pandas.read_csv(FOLDER / "participants.csv", keep_default_na=False)
    table = acts.merge(who, on="iso3")
    # Days as whole numbers such as 20230922 and names as categories: what pandas is quick at.
    number = lambda day: int(day.replace("-", ""))
    for name in ("day", "from_day", "until_day"):
        table[name] = table[name].map(number)
    for name in ("treaty", "iso3"):
        table[name] = table[name].astype("category")
    for name, rows in (("s", table.signs == 1), ("c", table.binds == 1), ("e", table.ends == 1),
                       ("x", (table.ends == 1) | (table.undoes == 1))):
        table[name] = table.day.where(rows, 0)

    def last(on, rows):
        rows = rows[(rows.day <= on) & (rows.from_day <= on) & (rows.until_day >= on)]
        found = rows.groupby(["treaty", "iso3"], sort=False, observed=True)[["s", "c", "e", "x"]].max().reset_index()
        found = found[(found.s + found.c + found.e) > 0]
        return found.assign(consents=found.c > found.x, signs=found.s > found.e)

    def words(found):
        word = found.consents.map({True: "consent", False: "withdrawn"})
        return word.mask(~found.consents & found.signs, "signatory")

    def text(column):
        return column.astype(str)

    def status():
        found = last(number(ON), table[table.treaty == "ccm"])
        months = found.c // 10000 * 12 + found.c // 100 % 100 - 1 + 6
        starts = (months // 12 * 10000 + (months % 12 + 1) * 100 + 1).mask(found.c <= 20100216, 20100801)
        word = words(found)
        word = word.mask(word == "consent", (starts <= number(ON)).map({True: "party", False: "contracting"}))
        return sorted((text(found.iso3) + " " + word).tolist())

    def years():
        lines = []
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            found = last(year * 10000 + 1231, table)
            counts = found.groupby("treaty", observed=True)[["signs", "consents"]].sum()
            lines += [f"{one.Index} {year} {one.signs} {one.consents}"
                      for one in counts.itertuples() if one.signs + one.consents > 0]
        return sorted(lines)

    def matrix():
        found = last(number(ON), table)
        return sorted((text(found.treaty) + " " + text(found.iso3) + " " + words(found)).tolist())

    def changes():
        steps = acts[(acts.day >= FROM) & (acts.day <= TO)
                     & (acts.signs + acts.binds + acts.ends + acts.undoes > 0)]
        return sorted((steps.day + " " + steps.treaty + " " + steps.iso3 + " " + steps.act).tolist())

    return f"pandas {pandas.__version__}", {
        "status": status, "years": years, "matrix": matrix, "changes": changes}


def main():
    peers, missing = {}, []
    for name, peer in (("DuckDB", ask_duckdb), ("pandas", ask_pandas)):
        try:
            version, questions = peer()
        except ImportError:
            missing.append(name)
            continue
        peers[version] = {question: median(asked) for question, asked in questions.items()}
    json.dump({"peers": peers, "missing": missing}, sys.stdout)


main()
