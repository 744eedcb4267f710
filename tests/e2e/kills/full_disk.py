"""A till on a really small disk that runs full while it sells: `python3 -m kills.full_disk --bin DIR --out DIR`. 77 where nobody may mount one."""
import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tour.processes import Gone, TooLate, wait_until
from tour.sandbox import free_port

from . import account
from .__main__ import CATALOG, goods
from .network import Network
from .receipts import Receipts
from .shop import Oms, Refused, Till

CANNOT_RUN = 77
DISK_BYTES = 48 << 20
ROUNDS = 4


def main():
    arguments = argparse.ArgumentParser(prog="full_disk", description=__doc__)
    arguments.add_argument("--bin", type=Path, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--mounting", action="store_true", help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if not given.mounting:
        return in_a_room_of_its_own()
    for name in ("state", "logs"):
        shutil.rmtree(given.out / name, ignore_errors=True)
    disk = given.out / "disk"
    disk.mkdir(parents=True, exist_ok=True)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", disk], check=False).returncode != 0:
        print("skipped: nobody may mount a small disk here")
        return CANNOT_RUN
    found = live(given, disk)
    for finding in found:
        print(f"FOUND: {finding}")
    return 1 if found else 0


def in_a_room_of_its_own():
    """Where mounts are this test's alone, and go with it."""
    alone = ["unshare", "--mount"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
    if subprocess.run([*alone, "true"], check=False).returncode != 0:
        print("skipped: nobody may mount a small disk here")
        return CANNOT_RUN
    return subprocess.run([*alone, sys.executable, "-B", "-m", "kills.full_disk", *sys.argv[1:], "--mounting"], check=False).returncode


def live(given, disk):
    skus, codes = goods()
    logs = given.out / "logs"
    with Oms(given.bin / "evertill-sandbox-oms", given.out / "state/oms", logs, extra=["--demo", CATALOG]) as oms:
        oms.has_much_of(skus)
        network = Network(free_port(), oms.port, 1)
        # Enrolled where there is room: a snapshot leaves the last 256 MiB of a disk alone.
        Till(given.bin, given.out / "state/till", logs, codes, 1).enrol(oms, network.port)
        shutil.copytree(given.out / "state/till", disk / "till")
        till = Till(given.bin, disk / "till", logs, codes, 1)
        receipts = Receipts()
        found = []
        till.start()
        for number in range(1, ROUNDS + 1):
            found += run_full(till, receipts, disk, number, is_killed=number % 2 == 0)
        till.finish(120)
        receipts.take(till.said(), till.ledger)
        till.ctl("sync", "--once")
        return found + account.findings(till, oms, receipts)


def run_full(till, receipts, disk, number, is_killed):
    """Fills the disk under a till that sells; what is not as it should be, in words."""
    till.wait_to_sell()
    await_sales(till, 5 + number)
    filler = disk / "filler"
    fill(filler)
    refusal = await_refusal(till)
    fill(filler)
    found = [] if "The disk is full" in refusal and "Take no money" in refusal else [f"the refusal says: {refusal}"]
    said = till.said().count("\nrefused NoRoom")
    wait_until(lambda: till.check() or till.said().count("\nrefused NoRoom") > said + 3, "the till to refuse again", 20)
    # It may sell in between: a log that was written back has room of its own again. But nobody may have paid in vain.
    found += [f"money was taken for it: {line}" for line in till.said().splitlines() if line.startswith("unsold")]
    if is_killed:
        till.kill()
        receipts.take(till.said(), till.ledger)
        till.start()
        till.wait_to_sell()
        await_refusal(till)
    sales = till.said().count("\nsale ")
    filler.unlink()
    wait_until(lambda: till.check() or till.said().count("\nsale ") > sales + 5, "the till to sell on", 30)
    print(f"round {number}: {refusal.strip()}" + (" Killed, and opened on the full disk." if is_killed else "") + " Sold on with room.", flush=True)
    return found


def fill(filler):
    """To the last byte that anybody may have."""
    with open(filler, "ab", buffering=0) as file:
        for piece in (1 << 20, 4096):
            try:
                while True:
                    file.write(bytes(piece))
            except OSError:
                pass


def await_sales(till, more):
    had = till.said().count("\nsale ")
    wait_until(lambda: till.check() or till.said().count("\nsale ") >= had + more, "sales", 30)


def await_refusal(till):
    def last():
        till.check()
        lines = [line for line in till.said().splitlines() if line.startswith("refused NoRoom")]
        return lines[-1] if lines else None
    return wait_until(last, "the till to refuse a sale", 30)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Gone, TooLate, Refused) as problem:
        sys.exit(f"full_disk: {problem}")
