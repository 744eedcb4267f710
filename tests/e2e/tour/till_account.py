"""The day as the till tells it: its journal, its tables (through evertillctl) and nothing of ours in between."""
import json
import subprocess

from .expected import SKUS
from .words import amount, quantity, taxes, tender


def account(program, data):
    """program: evertillctl; data: the till's folder (a Path)."""
    def ask(*words):
        answer = subprocess.run([program, *words, "--data", data], capture_output=True, text=True, check=False)
        if answer.returncode != 0:
            raise RuntimeError(f"evertillctl {' '.join(words)}: {answer.stderr.strip()}")
        return [json.loads(line) for line in answer.stdout.splitlines()]

    told = {}
    events = ask("journal")
    receipts = _sales(told, [event["payload"] for event in events if event["kind"] == "sale.completed"])
    _returns(told, [event["payload"] for event in events if event["kind"] == "return.completed"], receipts)
    status, = ask("status")
    _shift(told, status["shift"])
    for order in ask("pickups"):
        told["order: state"] = order["state"]
        told["order: total"] = order["total"]
        told["order: went out"] = ", ".join(quantity(line["quantity"] - line["rejected"]) for line in order["lines"])
    told.update({f"stock {name}": ask("stock", sku)[0]["on_hand"] for name, sku in SKUS.items()})
    told["journal: events"] = status["journal"]["events"]
    told["journal: head"] = status["journal"]["hash"]
    told["unsent"] = status["journal"]["unsent"]
    verified, = ask("verify")
    told["tables as the journal says"] = verified["sound"]
    papers = {form: {paper.stem for paper in (data / "receipts").glob("*." + form)} for form in ("pdf", "txt")}
    told["papers"] = len(papers["pdf"]) if papers["pdf"] == papers["txt"] else f"PDF and text differ: {papers}"
    return told


def _sales(told, sales):
    receipts = {}
    for number, sale in enumerate(sales, 1):
        name = f"sale {number}"
        receipts[sale["receipt"]] = name
        told[f"{name}: lines"] = ", ".join(f"{quantity(line['quantity'])} × {amount(line['price'])}" for line in sale["lines"])
        if discounts := sale.get("discounts"):
            told[f"{name}: discounts"] = ", ".join(f"{one['name']} {amount(one['amount'])}" for one in discounts)
        told[f"{name}: total"] = sale["total"]
        told.update(taxes(name, [(tax["rate"], tax["tax"]) for tax in sale["taxes"]]))
        told[f"{name}: tenders"] = ", ".join(tender(part["kind"], part["amount"], part.get("approval")) for part in sale["tenders"])
        told[f"{name}: change"] = sale["change"]
    return receipts


def _returns(told, returns, receipts):
    for number, back in enumerate(returns, 1):
        name = f"return {number}"
        told[f"{name}: of"] = receipts.get(back["of"]["receipt"], "unknown")
        told[f"{name}: quantities"] = ", ".join(quantity(line["quantity"]) for line in back["lines"])
        told[f"{name}: total"] = back["total"]
        told.update(taxes(name, [(tax["rate"], tax["tax"]) for tax in back["taxes"]]))
        told[f"{name}: tenders"] = ", ".join(tender(part["kind"], part["amount"], part.get("approval")) for part in back["tenders"])


def _shift(told, shift):
    told.update({
        "shift: float": shift["float"], "shift: sales": shift["sales"], "shift: returns": shift["returns"],
        "shift: sales total": shift["sales_total"], "shift: returns total": shift["returns_total"],
        "shift: cash taken": shift["cash"], "shift: card taken": shift["card"],
        "shift: gift cards taken": shift["giftcard"],
        "shift: expected in the drawer": shift["expected"], "shift: counted": shift.get("counted"),
        "shift: over or short": shift.get("over_short"),
    })
