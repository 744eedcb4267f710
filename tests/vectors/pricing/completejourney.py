"""Real tickets of a US grocer (84.51 Complete Journey, CC0 as declared): regular price less loyalty, matched and maker's coupons is
what was paid. Loyalty prices and matched coupons are the shop's; a maker's coupon is paid by the maker."""
import csv
import io
import subprocess
from collections import defaultdict
from decimal import Decimal

from cases import differ, whole

FILE = "retail/completejourney_transactions_sample.tsv.zst"
TICKETS = 4000


def cases(data, part):
    text = subprocess.run(["zstdcat", str(data / FILE)], capture_output=True, check=True).stdout.decode()
    tickets = defaultdict(list)
    for row in csv.DictReader(io.StringIO(text), delimiter="\t"):
        tickets[row["basket_id"]].append(row)
    for number, (basket, rows) in enumerate(tickets.items()):
        if number == TICKETS:
            return
        lines, paid = [], 0
        for row in rows:
            loyalty, matched, maker = (whole(row[name]) for name in ("retail_disc", "coupon_match_disc", "coupon_disc"))
            sold = whole(row["sales_value"])
            quantity = int(row["quantity"])
            if quantity <= 0 or maker > sold:
                continue  # a correction that the sample cut off from its line
            lines.append({"product": row["product_id"], "quantity": quantity, "regular": sold + loyalty + matched,
                          "loyalty": loyalty, "matched": matched, "maker": maker})
            paid += sold - maker
        if lines:
            yield {"id": basket, "moment": rows[0]["transaction_timestamp"][:16], "store": rows[0]["store_id"], "lines": lines,
                   "expect": {"paid": paid, "lines": [line["regular"] - line["loyalty"] - line["matched"] - line["maker"] for line in lines]}}


def convert(case):
    lines, rules, coupons = [], [], []
    for number, line in enumerate(case["lines"]):
        sku = f"{line['product']}.{number}"
        price = Decimal(line["regular"]) / line["quantity"]
        said = {"sku": sku, "quantity": line["quantity"] * 1000}
        if price == price.to_integral_value():
            said["price"] = int(price)
        else:
            said["label_amount"] = line["regular"]
        lines.append(said)
        only = {"goods": {"skus": [sku]}}
        if line["loyalty"]:
            rules.append({"id": f"loyalty{number}", "customer_groups": ["loyalty"], "priority": 3,
                          "benefits": [{"kind": "amount_total", "amount": line["loyalty"], **only}]})
        for kind, lowers, priority in (("matched", True, 2), ("maker", False, 1)):
            if line[kind]:
                code = f"{kind}{number}"
                coupons.append(code)
                rules.append({"id": code, "coupons": [code], "lowers_tax": lowers, "priority": priority,
                              "benefits": [{"kind": "amount_total", "amount": line[kind], **only}]})
    return {"currency": "USD", "store": case["store"], "moment": case["moment"], "customer": {"groups": ["loyalty"]}, "lines": lines,
            "promotions": rules, "coupons": coupons,
            "returns": [{"lines": [{"line": number, "quantity": line["quantity"] * 1000}]} for number, line in enumerate(case["lines"])]}


def judge(case, answer):
    expect = case["expect"]
    return (differ("paid", answer["totals"]["to_pay"], expect["paid"])
            + differ("lines", [line["to_pay"] for line in answer["lines"]], expect["lines"])
            + differ("given back line by line", [one["amount"] for one in answer["returns"]], expect["lines"]))
