"""Kills a selling till and its OMS: `python3 -m kills --bin DIR --out DIR [--kills N] [--seed S]`. 0 only if nothing was lost or counted twice."""
import argparse
import random
import shutil
import sys
import time
from pathlib import Path

from tour.processes import Gone, TooLate
from tour.sandbox import free_port

from . import account
from .killer import Killer
from .network import Network
from .receipts import Receipts
from .shop import Oms, Refused, Till, read

CATALOG = Path(__file__).resolve().parents[3] / "resources/demo/catalog.tsv"
BANANAS = "2100001013400"  # 1.340 kg, as the scale's label says


def main():
    arguments = argparse.ArgumentParser(prog="kills", description=__doc__)
    arguments.add_argument("--bin", type=Path, required=True, help="where evertill-seller, evertillctl and evertill-sandbox-oms are")
    arguments.add_argument("--out", type=Path, required=True, help="logs, and the data that were left")
    arguments.add_argument("--kills", type=int, default=40)
    arguments.add_argument("--minutes", type=float, default=24 * 60, help="end earlier, when so long was killed")
    arguments.add_argument("--seed", type=int, default=None, help="of who is killed when; how threads and flushes fall is the machine's own chance")
    given = arguments.parse_args()
    seed = random.randrange(1_000_000) if given.seed is None else given.seed
    print(f"{given.kills} kills, seed {seed}", flush=True)
    for name in ("state", "logs"):
        shutil.rmtree(given.out / name, ignore_errors=True)
    began = time.monotonic()
    found = live(given, seed)
    for finding in found:
        print(f"FOUND: {finding}")
    print(f"{time.monotonic() - began:.0f} s; " + ("nothing lost, nothing counted twice" if not found else f"{len(found)} findings; files in {given.out}, seed {seed}"))
    return 1 if found else 0


def end(till, receipts):
    """Lets the till close its shift and send all it has; what kept it from that, in words."""
    try:
        till.wait_to_sell()
        till.finish(120)
    except (Gone, TooLate) as problem:
        return [str(problem)]
    finally:
        receipts.take(till.said(), till.ledger)
    return []


def goods():
    """Skus, and the codes that a scanner reads of goods sold by the piece."""
    rows = [line.split("\t") for line in CATALOG.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")][1:]
    return [row[0] for row in rows], [row[1] for row in rows if row[1]][:30] + [BANANAS]


def live(given, seed):
    skus, codes = goods()
    logs = given.out / "logs"
    with Oms(given.bin / "evertill-sandbox-oms", given.out / "state/oms", logs, extra=["--demo", CATALOG]) as oms:
        oms.has_much_of(skus)
        network = Network(free_port(), oms.port, seed)
        till = Till(given.bin, given.out / "state/till", logs, codes, seed)
        till.enrol(oms, network.port)
        receipts = Receipts()
        killer = Killer(oms, till, network, receipts, given.kills, seed)
        till.start()
        killer.run(lambda words: print(words, flush=True), given.minutes * 60)
        network.heal()
        unfinished = end(till, receipts)
        if unfinished:
            return receipts.findings + unfinished
        receipts.save(given.out / "state/receipts.json")
        till.ctl("sync", "--once")
        print(killer.histogram())
        print("network: " + ", ".join(f"{count} {what}" for what, count in network.counts.items()))
        facts, = read(till.ledger, "SELECT count(*) FROM journal")[0]
        print(f"{facts} facts, {len(receipts.printed)} receipts printed, {len(receipts.handed)} orders handed over")
        return killer.lacking() + account.findings(till, oms, receipts)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Gone, TooLate, Refused) as problem:
        sys.exit(f"kills: {problem}")
