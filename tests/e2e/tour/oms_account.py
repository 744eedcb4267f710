"""The day as the OMS's own tables tell it. What is a sum is added up here from its rows, line by line."""
from .expected import SKUS
from .words import amount, quantity, taxes, tender

def account(table):
    """table(name) → the rows of one of the OMS's tables."""
    told = {}
    receipts = _sales(told, table)
    _returns(told, table, receipts)
    _orders(told, table)
    _shift(told, table)
    on_hand = {row["sku"]: row["on_hand"] for row in table("stock")}
    told.update({f"stock {name}": on_hand[sku] for name, sku in SKUS.items()})
    events = _in_order(table("event"))
    told["journal: events"] = len(events)
    told["journal: head"] = events[-1]["hash"] if events else "empty"
    told["gift card"] = sum(row["amount"] for row in table("giftcard_movement"))
    told["tasks open"] = sum(row["state"] == "open" for row in table("task"))
    for row in table("finding"):
        told[f"finding at event {row['seq']}"] = row["finding"]
    return told


def _sales(told, table):
    receipts = {}
    for number, sale in enumerate(_in_order(table("booked_sale")), 1):
        name = f"sale {number}"
        receipts[sale["receipt"]] = name
        lines = [row for row in _in_order(table("booked_sale_line")) if _of(row, sale)]
        tenders = [row for row in _in_order(table("booked_tender")) if _of(row, sale)]
        discounts = [row for row in _in_order(table("booked_discount")) if _of(row, sale)]
        if discounts:
            told[f"{name}: discounts"] = ", ".join(f"{row['name']} {amount(row['amount'])}" for row in discounts)
        told[f"{name}: lines"] = ", ".join(f"{quantity(row['quantity'])} × {amount(row['price'])}" for row in lines)
        told[f"{name}: total"] = sum(row["gross"] for row in lines)
        told.update(taxes(name, [(row["tax_rate"], row["tax"]) for row in lines]))
        told[f"{name}: tenders"] = ", ".join(tender(row["kind"], row["amount"], row["approval"]) for row in tenders)
        told[f"{name}: change"] = sale["change"]
    return receipts


def _returns(told, table, receipts):
    for number, back in enumerate(_in_order(table("booked_return")), 1):
        name = f"return {number}"
        lines = [row for row in _in_order(table("booked_return_line")) if _of(row, back)]
        tenders = [row for row in _in_order(table("booked_tender")) if _of(row, back)]
        told[f"{name}: of"] = receipts.get(back["of_receipt"], "unknown")
        told[f"{name}: quantities"] = ", ".join(quantity(row["quantity"]) for row in lines)
        told[f"{name}: total"] = sum(row["gross"] for row in lines)
        told.update(taxes(name, [(row["tax_rate"], row["tax"]) for row in lines]))
        told[f"{name}: tenders"] = ", ".join(tender(row["kind"], abs(row["amount"]), row["approval"]) for row in tenders)


def _orders(told, table):
    for order in table("pickup_order"):
        lines = sorted((row for row in table("pickup_order_line") if row["order_id"] == order["order_id"]), key=lambda row: row["line"])
        told["order: state"] = order["state"]
        told["order: total"] = sum(row["total"] for row in lines)
        told["order: went out"] = ", ".join(quantity(row["handed"]) for row in lines)


def _shift(told, table):
    """Counted again from the facts of the shift, not read from what the till said at its close."""
    tenders = table("booked_tender")
    for shift in table("booked_shift"):
        sales = [row for row in table("booked_sale") if row["shift"] == shift["shift"]]
        returns = [row for row in table("booked_return") if row["shift"] == shift["shift"]]
        moved = sum(row["amount"] if row["kind"] == "pay_in" else -row["amount"] for row in table("booked_cash") if row["shift"] == shift["shift"])

        def taken(kind):
            came = sum(row["amount"] for row in tenders if row["kind"] == kind and any(_of(row, sale) for sale in sales))
            went = sum(row["amount"] for row in tenders if row["kind"] == kind and any(_of(row, back) for back in returns))
            return came - went - (sum(sale["change"] for sale in sales) if kind == "cash" else 0)

        drawer = shift["float"] + taken("cash") + moved
        told.update({
            "shift: float": shift["float"], "shift: sales": len(sales), "shift: returns": len(returns),
            "shift: sales total": sum(sale["total"] for sale in sales), "shift: returns total": sum(back["total"] for back in returns),
            "shift: cash taken": taken("cash"), "shift: card taken": taken("card"),
            "shift: gift cards taken": taken("giftcard"), "shift: expected in the drawer": drawer,
            "shift: counted": shift["counted"],
            "shift: over or short": None if shift["counted"] is None else shift["counted"] - drawer,
        })


def _of(row, fact):
    return (row["till"], row["epoch"], row["seq"]) == (fact["till"], fact["epoch"], fact["seq"])


def _in_order(rows):
    return sorted(rows, key=lambda row: (row["epoch"], row["seq"], row.get("line", row.get("position", 0))))
