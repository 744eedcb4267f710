"""After everything healed: the same facts on both sides, in the same order, each once."""
import uuid

from .receipts import stored_receipts
from .shop import SEQ_BITS, Refused, read


def findings(till, oms, receipts):
    """What does not agree, in words; nothing where all does."""
    books = oms.data / "oms.db"
    found = list(receipts.findings)
    found += _facts(till, books)
    found += _numbers(till)
    found += _books(till, books)
    found += _stock(till, books)
    found += _printed(till, books, receipts)
    found += [f"the OMS's sums: {row}" for row in read(books, "SELECT epoch, seq, finding FROM finding")]
    found += [f"the OMS could not apply {row}" for row in read(books, "SELECT code, facts FROM task")]
    try:
        till.ctl("verify")
    except Refused as refusal:
        found.append(str(refusal))
    return found


def _facts(till, books):
    ours = [(epoch, seq, str(uuid.UUID(bytes=identity)), kind, bytes(hash).hex()) for epoch, seq, identity, kind, hash in read(
        till.ledger, "SELECT epoch, seq, id, kind, hash FROM journal ORDER BY position")]
    theirs = read(books, "SELECT epoch, seq, id, kind, hash FROM event WHERE till=? ORDER BY rowid", till.NAME)
    found = []
    if ours != theirs:
        at = next((at for at, (one, other) in enumerate(zip(ours, theirs)) if one != other), min(len(ours), len(theirs)))
        found.append(f"{len(ours)} facts in the till, {len(theirs)} at the OMS; fact {at}: {ours[at:at + 1]} and {theirs[at:at + 1]}")
    if [seq for _, seq, *_ in ours] != list(range(1, len(ours) + 1)) or {epoch for epoch, *_ in ours} != {1}:
        found.append("the till's journal has gaps, or more than one epoch")
    if len({identity for _, _, identity, *_ in ours}) != len(ours):
        found.append("a fact stands in the journal twice")
    found += [f"{count} events came to {outcome}" for outcome, count in read(
        books, "SELECT outcome, count(*) FROM event WHERE outcome<>'applied' GROUP BY outcome")]
    return found


def _numbers(till):
    numbers = [number & ((1 << SEQ_BITS) - 1) for number, in read(till.ledger, "SELECT number FROM receipt ORDER BY number")]
    if numbers != list(range(1, len(numbers) + 1)):
        return ["receipt numbers have gaps"]
    return []


def _name(till, number):
    return f"{till.NAME}-{number >> SEQ_BITS}-{number & ((1 << SEQ_BITS) - 1)}"


def _books(till, books):
    ours = [(_name(till, number), str(uuid.UUID(bytes=identity)), kind, abs(total)) for number, identity, kind, total in read(
        till.ledger, "SELECT number, id, kind, total FROM receipt ORDER BY position")]
    theirs = read(books, "SELECT receipt, sale, 1, total, epoch, seq FROM booked_sale WHERE till=? "
                  "UNION ALL SELECT receipt, return_id, 2, total, epoch, seq FROM booked_return WHERE till=? ORDER BY epoch, seq", till.NAME, till.NAME)
    found = [] if ours == [row[:4] for row in theirs] else [f"{len(ours)} receipts in the till, {len(theirs)} booked; they are not the same"]
    money = read(till.ledger, "SELECT kind, sum(abs(amount)), count(*) FROM receipt_tender GROUP BY kind ORDER BY kind")
    booked = read(books, "SELECT CASE kind WHEN 'cash' THEN 1 ELSE 2 END, sum(abs(amount)), count(*) FROM booked_tender GROUP BY 1 ORDER BY 1")
    if money != booked:
        found.append(f"money by tender: till {money}, OMS {booked}")
    return found


def _stock(till, books):
    moved = dict(read(till.ledger, "SELECT sku, sum(quantity) FROM stock_movement GROUP BY sku"))
    booked = dict(read(books, "SELECT sku, sum(on_hand) FROM stock_movement WHERE till=? GROUP BY sku HAVING sum(on_hand)<>0", till.NAME))
    return [f"stock moved of {sku}: till {moved.get(sku, 0)}, OMS {booked.get(sku, 0)}" for sku in sorted({*moved, *booked})
            if moved.get(sku, 0) != booked.get(sku, 0)]


def _printed(till, books, receipts):
    found = []
    booked = dict(read(books, "SELECT receipt, sale FROM booked_sale UNION ALL SELECT receipt, return_id FROM booked_return"))
    stored = stored_receipts(till.ledger)
    for number, (identity, total) in receipts.printed.items():
        if stored.get(number) != (identity, total) or booked.get(number) != identity:
            found.append(f"receipt {number} is in a customer's hand and not stored on both sides")
    states = dict(read(books, "SELECT order_id, state FROM pickup_order"))
    handed = read(till.ledger, "SELECT order_id, count(*) FROM pickup_step WHERE kind=4 GROUP BY order_id")
    found += [f"order {order} was handed over {count} times" for order, count in handed if count != 1]
    found += [f"order {order} was handed over, and is {states.get(order)} at the OMS" for order in {*receipts.handed, *dict(handed)} if states.get(order) != "handed_over"]
    if len(set(receipts.handed)) != len(receipts.handed):
        found.append("an order was handed over twice")
    return found
