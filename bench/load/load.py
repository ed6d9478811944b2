"""Asks the built program and Datasette for the same data, as fast as they answer.

    python3 bench/load/load.py target/release/accede [--seconds 10] [--datasette PATH]

Both stand on the loopback of this machine, one after the other, and `wrk` (Debian: wrk) asks over 8 connections.
Datasette serves the table of acts out of the program's own SQLite file; without Datasette the figures stand alone and
the output says so. It prints figures and judges none of them by the clock; it fails where an answer is not 200.
"""

import argparse
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONNECTIONS = 8
PATIENCE = 60
UNITS = {"us": 1e-3, "ms": 1.0, "s": 1e3, "m": 60e3}


class Stopped(Exception):
    """Something did not go as it has to."""


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def fetch(address):
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        return answer.read()


def until_it_answers(address, process):
    """The seconds until the first whole answer."""
    begun = time.perf_counter()
    while True:
        try:
            fetch(address)
            return time.perf_counter() - begun
        except OSError as error:
            if process.poll() is not None:
                raise Stopped(f"{address}: the server ended") from error
            if time.perf_counter() - begun > PATIENCE:
                raise Stopped(f"{address}: {error}") from error
            time.sleep(0.002)


class Serving:
    """A server that ends with the block."""

    def __init__(self, command, port, first, env=None):
        self.address = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=env,
        )
        try:
            self.first = until_it_answers(self.address + first, self.process)
        except BaseException:
            self.process.kill()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def memory(self):
        """MiB resident now, and at most since the start."""
        told = Path(f"/proc/{self.process.pid}/status").read_text()
        return tuple(int(re.search(rf"{key}:\s+(\d+)", told)[1]) / 1024 for key in ("VmRSS", "VmHWM"))


def wrk(address, seconds, anew=None):
    """Answers a second, and the milliseconds within which 99 of 100 came."""
    command = ["wrk", f"-t{os.cpu_count() or 1}", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency"]
    if anew:
        command += ["-s", str(HERE / "anew.lua"), address, "--", *anew]
    else:
        command += [address]
    told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=seconds + PATIENCE).stdout
    for trouble in ("Non-2xx", "Socket errors"):
        if trouble in told:
            raise Stopped(f"{address}: {told}")
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s|m)\b", told).groups()
    return float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1]), float(number) * UNITS[unit]


def line(what, answers, within, peer=None):
    ratio = f"{answers / peer:8.1f} x" if peer else ""
    print(f"{what:<72} {answers:>10,.0f} {within:>9.1f} {ratio}", flush=True)


def datasette(named):
    found = named or shutil.which("datasette")
    return found if found and Path(found).is_file() else None


def accede(program, seconds, peer, work):
    data = work / "data"
    subprocess.run([program, "--data", data, "treaty", "list"], check=True, stdout=subprocess.DEVNULL)
    port = free_port()
    command = [program, "--data", data, "serve", "--listen", f"127.0.0.1:{port}"]
    with Serving(command, port, "/treaties/ctbt") as server:
        print(f"first page after start: {server.first * 1000:.0f} ms; memory {server.memory()[0]:.0f} MiB")
        page = len(fetch(server.address + "/treaties/ctbt"))
        print(f"the CTBT's page has {page:,} bytes, its acts as JSON {len(fetch(server.address + '/treaties/ctbt/acts.json')):,}\n")
        print(f"{'':<72} {'answers/s':>10} {'p99 ms':>9} {'Datasette = 1' if peer else ''}")
        anew = server.address + "/treaties/ctbt"
        line("the CTBT's page, map and curve included, each on another day", *wrk(anew, seconds, ["/treaties/ctbt?on=", ""]))
        line("the same page again and again", *wrk(anew, seconds))
        once = server.address + "/treaties/ctbt/acts"
        told = {}
        for what, form in (("page", ""), ("JSON", ".json")):
            base = peer.get(what, (None,))[0]
            told[what] = wrk(once + form, seconds, [f"/treaties/ctbt/acts{form}?on=", ""])
            line(f"the CTBT's acts, {what}, each on another day", *told[what], base)
            line(f"the CTBT's acts, {what}, again and again", *wrk(once + form, seconds), base)
        now, most = server.memory()
        print(f"\nmemory after that load: {now:.0f} MiB, at most {most:.0f} MiB")


def sqlite_of(program, work):
    """The program's own SQLite file, as it hands it out."""
    port = free_port()
    command = [program, "--data", work / "data", "serve", "--listen", f"127.0.0.1:{port}"]
    file = work / "accede.sqlite"
    with Serving(command, port, "/") as server:
        file.write_bytes(fetch(server.address + "/data/accede.sqlite"))
    return file


def beside(found, file, seconds):
    """Datasette over the same table of acts, as a page and as JSON."""
    port = free_port()
    many = ["--setting", "max_returned_rows", "5000", "--setting", "default_page_size", "1000"]
    with Serving([found, "serve", file, "-p", port, *many], port, "/accede.json") as server:
        table = server.address + "/accede/acts"
        rows = json.loads(fetch(table + ".json?treaty=ctbt&_shape=array"))
        print(f"Datasette: the same {len(rows)} acts of the CTBT; first answer after {server.first * 1000:.0f} ms, "
              f"memory {server.memory()[0]:.0f} MiB")
        figures = {
            "page": wrk(table + "?treaty=ctbt", seconds),
            "JSON": wrk(table + ".json?treaty=ctbt&_shape=array", seconds),
        }
        for what, (answers, within) in figures.items():
            line(f"Datasette: the CTBT's acts, {what}", answers, within, answers)
        print(f"Datasette: memory after that load {server.memory()[0]:.0f} MiB\n")
        return figures


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("program", type=Path)
    asked.add_argument("--seconds", type=int, default=10, help="for each line (10)")
    asked.add_argument("--datasette", help="the program of Datasette; found on the PATH without it")
    given = asked.parse_args()
    if not shutil.which("wrk"):
        raise Stopped("wrk is not installed (Debian: wrk)")
    print(f"{os.cpu_count()} cores, {CONNECTIONS} connections, {given.seconds} s a line")
    with tempfile.TemporaryDirectory() as folder:
        work, program, peer = Path(folder), given.program.resolve(), {}
        found = datasette(given.datasette)
        if found:
            peer = beside(found, sqlite_of(program, work), given.seconds)
        else:
            print("Datasette is not installed: the figures stand alone")
        accede(program, given.seconds, peer, work)


if __name__ == "__main__":
    try:
        main()
    except Stopped as stopped:
        sys.exit(str(stopped))
