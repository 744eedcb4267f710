"""Spoils one row of what the kills left, again and again, and looks whether the accounts notice: `python3 -m kills.damage --bin DIR --out DIR`."""
import argparse
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

from . import account
from .receipts import Receipts
from .shop import Till

MIDDLE = "(SELECT {0} FROM {1} ORDER BY {0} LIMIT 1 OFFSET (SELECT count(*)/2 FROM {1}))"
LAST_SALE = "seq=(SELECT max(seq) FROM booked_sale)"
DAMAGE = (
    ("a fact that never came", "oms", "DELETE FROM event WHERE rowid=" + MIDDLE.format("rowid", "event")),
    ("two facts in the wrong order", "oms", "UPDATE event SET rowid=(SELECT max(rowid)+1 FROM event) WHERE rowid=" + MIDDLE.format("rowid", "event")),
    ("a sale that was not booked", "oms", f"DELETE FROM booked_sale WHERE {LAST_SALE}"),
    ("a sale booked over one cent more", "oms", f"UPDATE booked_sale SET total=total+1 WHERE {LAST_SALE}"),
    ("money that was counted twice", "oms", f"INSERT INTO booked_tender(till,epoch,seq,position,direction,kind,amount,approval,attempt) SELECT till,epoch,seq,position+100,direction,kind,amount,approval,attempt FROM booked_tender WHERE {LAST_SALE}"),
    ("goods that left twice", "oms", "UPDATE stock_movement SET on_hand=2*on_hand WHERE id=(SELECT max(id) FROM stock_movement WHERE reason='sale')"),
    ("a sum that the OMS does not find", "oms", "INSERT INTO finding(till,epoch,seq,finding) VALUES('BER1T1',1,1,'planted')"),
    ("an order that nobody fetched", "oms", "UPDATE pickup_order SET state='ready' WHERE state='handed_over'"),
    ("a receipt that is not stored", "till", "DELETE FROM receipt WHERE number=" + MIDDLE.format("number", "receipt")),
    ("a table that the journal does not tell of", "till", "UPDATE sale_line SET gross=gross+1 WHERE line=1"),
)


def main():
    arguments = argparse.ArgumentParser(prog="damage", description=__doc__)
    arguments.add_argument("--bin", type=Path, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    given = arguments.parse_args()
    receipts = Receipts.load(given.out / "state/receipts.json")
    untouched = look(given, receipts, None, None)
    print("nothing spoilt: " + ("; ".join(untouched) or "nothing found"))
    missed = bool(untouched)
    for what, side, sql in DAMAGE:
        found = look(given, receipts, side, sql)
        print(f"{what}: {found[0][:150] if found else 'NOT NOTICED'}")
        missed |= not found
    return 1 if missed else 0


def look(given, receipts, side, sql):
    with tempfile.TemporaryDirectory(dir=given.out) as copy:
        copy = Path(copy) / "state"
        shutil.copytree(given.out / "state", copy)
        if side:
            with closing(sqlite3.connect(copy / ("oms/oms.db" if side == "oms" else "till/ledger.db"))) as database, database:
                if database.execute(sql).rowcount < 1:
                    raise SystemExit(f"nothing to spoil: {sql}")
        till = Till(given.bin, copy / "till", copy, (), 0)
        try:
            return account.findings(till, SimpleNamespace(data=copy / "oms"), receipts)
        except RuntimeError as refusal:
            return [str(refusal)]


if __name__ == "__main__":
    sys.exit(main())
