"""Cash steps of CLDR (Unicode-3.0)."""
from cases import differ, json_lines


def cases(data, part):
    for case in json_lines(data / "money/cash_rounding.jsonl"):
        yield {**case, "expect": {"to_pay": case.pop("expect_minor")}}


def convert(case):
    """Money to pay, or, where it is negative, money given back for a whole sale."""
    amount = case["amount_minor"]
    said = {"currency": case["currency"], "lines": [{"sku": "A", "price": abs(amount)}]}
    if amount < 0:
        return {**said, "returns": [{"lines": [{"line": 0}]}]}
    return {**said, "tenders": [{"kind": "cash", "amount": 10 ** 9}]}


def judge(case, answer):
    expect = case["expect"]["to_pay"]
    if case["amount_minor"] < 0:
        return differ("given back", -answer["returns"][0]["in_cash"], expect)
    paid = 10 ** 9 - answer["settlement"]["change"]
    return differ("to pay", answer["cash"]["to_pay"], expect) + differ("paid", paid, expect)
