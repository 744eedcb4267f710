"""The OMS and the till as processes that can be killed, and what their files say of the moment at which they were."""
import mmap
import os
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

from tour.processes import Gone, Program, TooLate
from tour.sandbox import Sandbox

# As tests/e2e/seller/mark.h counts.
DOINGS = ("starting", "selling", "writing", "committing the cart", "committing a fact", "committing a receipt", "receipt stored, not printed", "ending")
COMMITTING = DOINGS[3:6]
SEQ_BITS = 40


def read(path, query, *values):
    """Rows of a SQLite file that somebody may be writing. The connection is gone afterwards: it would spare the next start its recovery."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)) as database:
        return database.execute(query, values).fetchall()


class Refused(RuntimeError):
    """evertillctl did not do what it was asked."""


class Oms(Sandbox):
    def kill(self):
        self._program.process.kill()
        self._program.process.wait()
        self._program = None

    def booked(self, till):
        """How far it has this till's journal, by its own file."""
        rows = read(self.data / "oms.db", "SELECT epoch, accepted FROM till_epoch WHERE till=? ORDER BY epoch DESC LIMIT 1", till)
        return rows[0] if rows else (0, 0)

    def has_much_of(self, skus):
        self._ask("PUT", "/sandbox/stock", [{"sku": sku, "on_hand": 1_000_000_000} for sku in skus])


class Till:
    NAME = "BER1T1"

    def __init__(self, programs, data, logs, codes, seed, wrapper=()):
        self.data = Path(data)
        self.ledger = self.data / "ledger.db"
        self._ctl = programs / "evertillctl"
        self._seller = [*wrapper, programs / "evertill-seller", "--data", self.data, *(f"--code={code}" for code in codes)]
        self._mark_file = Path(logs) / "mark"
        self._log = Path(logs) / "till.log"
        self._seed = seed
        self._starts = 0
        self._program = None
        self._mark = None

    def enrol(self, oms, port):
        self.ctl("enrol", "--enrol-url", f"https://localhost:{port}", "--ca", oms.ca, "--code", oms.new_code(self.NAME))
        self.ctl("sync", "--once")

    def ctl(self, *words):
        done = subprocess.run([str(word) for word in (self._ctl, *words, "--data", self.data)], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Refused(f"evertillctl {words[0]}: {done.stdout.strip()} {done.stderr.strip()}")
        return done.stdout

    def start(self):
        self._starts += 1
        self._mark_file.parent.mkdir(parents=True, exist_ok=True)
        self._mark_file.write_bytes(bytes(4))
        with open(self._mark_file, "r+b") as file:
            self._mark = mmap.mmap(file.fileno(), 4)
        self._program = Program([*self._seller, "--mark", self._mark_file, "--seed", str(self._seed * 100_000 + self._starts)], self._log)

    def doing(self):
        return DOINGS[self._mark[0]]

    def wait_to_sell(self, seconds=30):
        end = time.monotonic() + seconds
        while self._mark[0] == 0:
            self._program.check()
            if time.monotonic() > end:
                raise TooLate(f"the till does not sell after {seconds} s:\n{self.said()[-2000:]}")
            time.sleep(0.001)

    def await_doing(self, doings, seconds):
        """Looks without a pause: a commit is over in the time of one flush."""
        end = time.monotonic() + seconds
        while DOINGS[self._mark[0]] not in doings and time.monotonic() < end:
            pass

    def check(self):
        self._program.check()

    def kill(self):
        """What it was just doing, as it left it."""
        os.kill(self._program.pid, 9)
        self._program.process.wait()
        return self.doing()

    def finish(self, seconds):
        """Lets it end its shift and send everything."""
        self._program.process.terminate()
        try:
            self._program.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise TooLate(f"the till has not sent everything after {seconds} s:\n{self.said()[-2000:]}") from None
        if self._program.process.returncode != 0:
            raise Gone(f"the till did not end well:\n{self.said()[-2000:]}")

    def said(self):
        """What it said since its last start."""
        return self._program.said()

    def wait_for_line(self, words, seconds=20):
        return self._program.wait_for_line(words, seconds)

    def acknowledged(self):
        """How far it knows that the OMS has its journal."""
        newest = max(self.data.glob("replica-*.db"), key=lambda path: int(path.stem.split("-")[1]), default=None)
        rows = read(newest, "SELECT value FROM meta WHERE name='accepted'") if newest else []
        return divmod(rows[0][0], 1 << SEQ_BITS) if rows else (0, 0)
