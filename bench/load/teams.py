"""Two hundred people of twenty teams read at once, and anybody beside them, in one run.

    python3 bench/load/teams.py target/release/accede [--teams 20] [--people 10] [--approaches 50] [--seconds 20]

Everything is made as people make it: teams, invitations and tokens by the program, accounts and sessions at the door, approaches
by tokens over HTTP. Then `wrk` (Debian: wrk) asks for a mix of pages, each of another day so that none is an answer kept from before:
as nobody, as the people, as nobody again. It prints figures and judges none of them by the clock; it fails where an answer is
not 200, or where somebody sees what is for another team.
"""

import argparse
import http.client
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse
from pathlib import Path

from load import HERE, PATIENCE, Serving, Stopped, free_port

THREADS = 8
PASSWORD = "a long walk by the lake"


def team_of(number):
    return f"team-{number:02}"


def address_of(team, number):
    return f"p{number}@{team_of(team)}.example"


class Door:
    """The pages, asked as a browser on this machine asks."""

    def __init__(self, port):
        self.host = f"127.0.0.1:{port}"

    def ask(self, method, path, headers=None, body=None):
        line = http.client.HTTPConnection(self.host, timeout=PATIENCE)
        line.request(method, path, body, headers or {})
        answer = line.getresponse()
        text = answer.read().decode(errors="replace")
        line.close()
        return answer, text

    def form(self, path, fields):
        headers = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"}
        answer, text = self.ask("POST", path, headers, urllib.parse.urlencode(fields))
        if answer.status != 303:
            raise Stopped(f"{path.split('/')[1]}: {answer.status}: {text[:2000]}")
        return answer

    def sign_in(self, email):
        answer = self.form("/sign-in", {"email": email, "password": PASSWORD})
        cookies = [one.split(";")[0] for one in answer.headers.get_all("Set-Cookie")]
        return next(one for one in cookies if "session" in one)


class Instance:
    """A data directory, and the program upon it."""

    def __init__(self, program, data):
        self.program, self.data = program, data

    def run(self, *args):
        command = [str(self.program), "--data", str(self.data), *args, "--json"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
        if done.returncode != 0:
            raise Stopped(f"{args[0]} {args[1]}: {done.stderr}")
        return json.loads(done.stdout)

    def invite(self, team, number):
        role = "administrator" if number == 0 else "contributor"
        told = self.run("team", "invite", team_of(team), address_of(team, number), "--role", role)
        return told["link"][told["link"].index("/join/"):]

    def token(self, team):
        told = self.run("token", "make", address_of(team, 0), "--team", team_of(team), "--name", "load", "--may", "read,write")
        return told["secret"]


def settle(instance, door, teams, people):
    """Everybody joins; gives a session of each, by team."""
    for team in range(teams):
        instance.run("team", "add", team_of(team), "--name", f"Team {team}")
    sessions = []
    for team in range(teams):
        for number in range(people):
            link = instance.invite(team, number)
            door.form(link, {"name": f"Person {number} of {team}", "password": PASSWORD})
    for team in range(teams):
        sessions.append([door.sign_in(address_of(team, number)) for number in range(people)])
    return sessions


def record(instance, door, teams, approaches):
    """Each team records; gives the address of the last entry of each."""
    addresses = []
    for team in range(teams):
        headers = {"Authorization": f"Bearer {instance.token(team)}", "Content-Type": "application/json"}
        for number in range(approaches):
            approach = {
                "treaties": ["ctbt"], "state": "done", "kind": "meeting_bilateral",
                "by": [{"participant": "ITA"}], "to": [{"participant": "NPL"}],
                "on": f"2026-{number % 10 + 1:02}-{number % 28 + 1:02}", "points": f"Point {number} of team {team}",
            }
            answer, text = door.ask("POST", "/ledger.json", headers, json.dumps({"body": {"approach": approach}}))
            if answer.status != 201:
                raise Stopped(f"recording: {answer.status}: {text[:1000]}")
        addresses.append(answer.headers["Location"])
    return addresses


def apart(door, sessions, addresses):
    """Everybody sees the entry of his team, and that of no other. Gives how many public entries there are."""
    for team, cookies in enumerate(sessions):
        for cookie in cookies:
            own = {"Cookie": cookie}
            for address, status in ((addresses[team], 200), (addresses[team - 1], 404)):
                answer, _ = door.ask("GET", address, own)
                if answer.status != status:
                    raise Stopped(f"{team_of(team)} is answered {answer.status} at {address}, not {status}")
    _, text = door.ask("GET", "/treaties/ctbt.json")
    return json.loads(text)["head"]["entries"]


def between(sorted_times, share):
    return sorted_times[min(len(sorted_times) - 1, int(len(sorted_times) * share))] / 1000


def asked(server, cookies, seconds):
    """Answers a second; of each page the milliseconds it took, sorted."""
    command = ["wrk", f"-t{THREADS}", f"-c{THREADS}", f"-d{seconds}s", "-s", str(HERE / "teams.lua"), server.address, "--", cookies]
    told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=seconds + PATIENCE).stdout
    pages, answers = {}, None
    for line in told.splitlines():
        word, _, rest = line.partition(" ")
        if word == "TOTAL":
            count, micros = map(int, rest.split())
            answers = count / (micros / 1e6)
        elif word == "PAGE":
            page, *times = rest.split()
            pages.setdefault(page, []).extend(map(int, times))
        elif word == "WRONG" and rest != "0":
            raise Stopped(f"{rest} answers were not 200, or did not come")
    if answers is None:
        raise Stopped(told)
    return answers, {page: sorted(times) for page, times in pages.items()}


def table(anyone, people):
    print(f"{'page, each time of another day':<34} {'anyone: 50%':>12} {'99%':>7} {'people: 50%':>12} {'99%':>7} {'ratio':>6}")
    every = [[], []]
    for page in anyone[1]:
        of = [side[1][page] for side in (anyone, people)]
        for all_of, times in zip(every, of):
            all_of.extend(times)
        row(re.sub(r"[?&](on|to)=$", "", page), *of)
    row("all", *map(sorted, every))
    print(f"{'answers a second':<34} {anyone[0]:>12,.0f} {'':>7} {people[0]:>12,.0f} {'':>7} {anyone[0] / people[0]:>6.2f}")


def row(what, anyone, people):
    half = [between(times, 0.5) for times in (anyone, people)]
    most = [between(times, 0.99) for times in (anyone, people)]
    print(f"{what:<34} {half[0]:>9.1f} ms {most[0]:>7.1f} {half[1]:>9.1f} ms {most[1]:>7.1f} {half[1] / half[0]:>6.2f}")


def main():
    asking = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asking.add_argument("program", type=Path)
    asking.add_argument("--teams", type=int, default=20)
    asking.add_argument("--people", type=int, default=10, help="in each team (10)")
    asking.add_argument("--approaches", type=int, default=50, help="of each team (50)")
    asking.add_argument("--seconds", type=int, default=20, help="for each of the three parts (20)")
    given = asking.parse_args()
    if not shutil.which("wrk"):
        raise Stopped("wrk is not installed (Debian: wrk)")
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} cores, load before {load:.1f}; {THREADS} connections, {given.seconds} s a part")
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        instance = Instance(given.program.resolve(), data)
        instance.run("treaty", "list")
        port = free_port()
        command = [given.program.resolve(), "--data", data, "serve", "--second-proof", "optional", "--listen", f"127.0.0.1:{port}"]
        with Serving(command, port, "/treaties/ctbt") as server:
            door, begun = Door(port), time.perf_counter()
            sessions = settle(instance, door, given.teams, given.people)
            addresses = record(instance, door, given.teams, given.approaches)
            # The server follows what the program beside it did within seconds.
            time.sleep(5)
            entries = apart(door, sessions, addresses)
            everybody = [one for cookies in sessions for one in cookies]
            print(f"{len(everybody)} people of {given.teams} teams, {given.approaches} approaches of each beside "
                  f"{entries:,} public entries; made in {time.perf_counter() - begun:.0f} s")
            cookies = Path(folder) / "cookies"
            cookies.write_text("\n".join(everybody) + "\n")
            print(f"memory before: {server.memory()[0]:.0f} MiB")
            first = asked(server, "-", given.seconds)
            print(f"memory after anyone: {server.memory()[0]:.0f} MiB")
            people = asked(server, str(cookies), given.seconds)
            print(f"memory after the people: {server.memory()[0]:.0f} MiB, at most {server.memory()[1]:.0f} MiB\n")
            again = asked(server, "-", given.seconds)
            anyone = ((first[0] + again[0]) / 2, {page: sorted(first[1][page] + again[1][page]) for page in first[1]})
            table(anyone, people)


if __name__ == "__main__":
    try:
        main()
    except Stopped as stopped:
        sys.exit(str(stopped))
