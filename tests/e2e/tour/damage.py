"""Shows that the comparison can fail: changes one row in the OMS of a finished day, asks that it is noticed, and puts it back."""
import argparse
import sys
from pathlib import Path

from . import comparison, table
from .display import CANNOT_RUN
from .sandbox import Sandbox

# (what must be noticed, the change, its undoing)
DAMAGES = [
    ("sale 1: total", "UPDATE booked_sale_line SET gross = gross + 1 WHERE seq = (SELECT min(seq) FROM booked_sale) AND line = 1",
     "UPDATE booked_sale_line SET gross = gross - 1 WHERE seq = (SELECT min(seq) FROM booked_sale) AND line = 1"),
    ("stock bananas", "UPDATE stock SET on_hand = on_hand - 1 WHERE sku = 'E1008'", "UPDATE stock SET on_hand = on_hand + 1 WHERE sku = 'E1008'"),
    ("order: state", "UPDATE pickup_order SET state = 'ready'", "UPDATE pickup_order SET state = 'handed_over'"),
]


def main():
    arguments = argparse.ArgumentParser(prog="tour.damage", description=__doc__)
    arguments.add_argument("--bin", type=Path, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    given = arguments.parse_args()
    state = given.out / "state"
    if not (state / "oms/oms.db").exists():
        print("There is no finished day to damage: the tour did not run.")
        return CANNOT_RUN
    with Sandbox(given.bin / "evertill-sandbox-oms", state / "oms", given.out / "logs", extra=["--allow-sql"]) as sandbox:
        def differing():
            return [row[0] for row in table.differences(comparison.compare(given.bin, state, sandbox))]

        if differing():
            print(f"The undamaged day differs already: {differing()}")
            return 1
        for what, change, undo in DAMAGES:
            run(sandbox, change)
            noticed = differing()
            run(sandbox, undo)
            print(f"{change}\n    → noticed: {noticed}")
            if noticed != [what]:
                print(f"    but “{what}” and nothing else should have been")
                return 1
        return 1 if differing() else 0


def run(sandbox, sql):
    changed = sandbox.post("/sandbox/sql", {"sql": sql})["changed"]
    if changed != 1:
        raise RuntimeError(f"{sql}: changed {changed} rows, not one")


if __name__ == "__main__":
    sys.exit(main())
