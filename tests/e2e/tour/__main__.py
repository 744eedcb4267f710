"""Runs the shop day: `python3 -m tour --bin DIR --out DIR`. Exit code 0 only if three accounts of the day agree."""
import argparse
import re
import shutil
import sys
import time
from pathlib import Path

from . import comparison
from .day import Day
from .display import CANNOT_RUN, Display, what_is_missing
from .processes import Gone, TooLate
from .sandbox import Sandbox
from .till import Till

DEMO = Path(__file__).resolve().parents[3] / "resources/demo"


def main():
    arguments = argparse.ArgumentParser(prog="tour", description=__doc__)
    arguments.add_argument("--bin", type=Path, required=True, help="where evertill, evertillctl and evertill-sandbox-oms are")
    arguments.add_argument("--out", type=Path, required=True, help="pictures, receipts, logs and the day's data")
    arguments.add_argument("--own-display", action="store_true", help="an Xvfb even where there is a display")
    given = arguments.parse_args()
    missing = what_is_missing()
    if missing:
        print("The tour can't run here; missing: " + ", ".join(missing), file=sys.stderr)
        return CANNOT_RUN
    clear(given.out)
    logs = given.out / "logs"
    with Display(logs, given.own_display):
        with Sandbox(given.bin / "evertill-sandbox-oms", given.out / "state/oms", logs, extra=demo_shop()) as sandbox:
            with Till(given.bin / "evertill", given.out / "state/till", logs, sandbox) as till:
                live_through(Day(till, sandbox), till, given.out)
            save_receipts(given.out)
            return comparison.report(given.bin, given.out / "state", sandbox)


def demo_shop():
    """What the sandbox is told to begin with."""
    return [part for name in ("catalog.tsv", "promotions.json", "giftcards.json", "customers.json") for part in ("--demo", DEMO / name)]


def clear(out):
    """Takes away what an earlier tour left, and nothing else."""
    for name in ("state", "receipts", "logs"):
        shutil.rmtree(out / name, ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    for picture in out.glob("[0-9][0-9]-*.png"):
        picture.unlink()


def live_through(day, till, out):
    began = time.monotonic()
    for number, (title, step) in enumerate(day.steps(), 1):
        picture = out / f"{number:02d}-{re.sub('[^a-z0-9]+', '-', title.lower()).strip('-')}.png"
        try:
            step()
        except BaseException:
            till.picture(picture)
            print(f"{number:2d}  {title}: FAILED (see {picture})", flush=True)
            raise
        till.picture(picture)
        print(f"{number:2d}  {title}", flush=True)
    print(f"The day took {time.monotonic() - began:.0f} s; pictures, receipts and logs are in {out}", flush=True)


def save_receipts(out):
    shutil.copytree(out / "state/till/receipts", out / "receipts")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Gone, TooLate) as problem:
        sys.exit(f"tour: {problem}")
