"""Odoo's tax computations (numbers only, LGPL-3.0: read where they lie, never copied).

Odoo's `precision` is the smallest unit of its currency, so amounts are said in that unit."""
import json
from decimal import Decimal

from cases import NotExpressible, differ, exact, json_lines, pieces, ppm

KINDS = {"percent": "percent", "fixed": "fixed_per_unit", "division": "share_of_gross"}


def cases(data, part):
    for case in json_lines(data / "tax/odoo_tax.jsonl"):
        if case["core"] == (part == "core"):
            yield case


def flat(taxes):
    """Groups dissolved, in the order in which Odoo reckons: by sequence, as listed among equals."""
    for tax in sorted(taxes, key=lambda tax: tax.get("sequence", 1)):
        if tax["kind"] == "group":
            yield from flat(tax["children"])
        else:
            yield tax


def units(number, unit):
    scaled = exact(number) / unit
    if scaled == scaled.to_integral_value():
        return int(scaled)
    return format(scaled.quantize(Decimal("0.000001")).normalize(), "f")


class Rates:
    """The tax rules of a document: taxes that are alike are one rule."""

    def __init__(self, unit):
        self.unit, self.rules, self.known = unit, [], {}

    def ids(self, taxes):
        return [self.id(tax) for tax in flat(taxes)]

    def id(self, tax):
        key = json.dumps(tax, sort_keys=True, default=str)
        if key not in self.known:
            rule = {"id": f"t{len(self.rules)}", "kind": KINDS[tax["kind"]], "included": bool(tax.get("price_included"))}
            rule["label"] = str(tax.get("tax_group") or 1)
            if tax["kind"] == "fixed":
                rule["amount"] = units(tax["amount"], self.unit)
            else:
                rule["ppm"] = ppm(tax["amount"])
            if tax.get("affects_base_of_later_taxes"):
                rule["raises_later"] = True
            if tax.get("base_not_affected_by_earlier_taxes"):
                rule["raised_by_earlier"] = False
            if tax.get("reverse_charge_or_custom_repartition"):
                rule["treatment"] = "reverse_charge"
            self.rules.append(rule)
            self.known[key] = rule["id"]
        return self.known[key]


def basket(lines, method, unit):
    rates = Rates(unit)
    said = []
    for number, line in enumerate(lines):
        price = exact(line["unit_price"]) * (1 - exact(line.get("discount_percent", 0)) / 100)
        one = {"id": str(number), "sku": f"L{number}", "price": units(price, unit), "quantity": pieces(line["quantity"]),
               "taxes": rates.ids(line["taxes"])}
        if one["quantity"] % 1000:
            one["unit"] = "kg"  # what is not counted in pieces is weighed
        if "from" in line:
            one["price_made_for"] = rates.ids(line["from"])
        said.append(one)
    scope = "document" if method == "round_globally" else "line"
    return {"currency": "EUR", "prices_are": "exclusive", "lines": said, "taxes": {"rounded_per": scope, "rates": rates.rules}}


def convert(case):
    given = case["in"]
    if case["op"] == "convert_price_between_tax_modes":
        line = {"unit_price": given["unit_price"], "quantity": 1, "taxes": given["to"], "from": given["from"]}
        return basket([line], "round_globally", Decimal("0.01"))
    if case["op"] == "line":
        return basket([given], given["rounding_method"], exact(given["precision"]))
    unit = exact(given["currency_rounding"])
    said = basket(given["lines"], given["rounding_method"], unit)
    if given.get("cash_rounding"):
        said["cash_step"] = int(exact(given["cash_rounding"]["rounding"]) / unit)
    if "global_discount" in given:
        share = ppm(given["global_discount"]["amount"])
        said["promotions"] = [{"id": "global", "benefits": [{"kind": "percent_bill", "ppm": share}]}]
    return said


def judge(case, answer):
    expect = case["expect"]
    if case["op"] == "convert_price_between_tax_modes":
        return judge_conversion(case, answer)
    if case["op"] == "line":
        return judge_line(case, answer)
    unit = exact(case["in"]["currency_rounding"])
    totals = answer["totals"]
    wrong = []
    named = {"base": totals["net"], "tax": totals["tax"], "total": totals["to_pay"]}
    strategy = (case["in"].get("cash_rounding") or {}).get("strategy")
    if strategy == "add_invoice_line":
        named["total"] = answer["cash"]["to_pay"]
        named["cash_rounding"] = answer["cash"]["rounding"]
    for name, value in named.items():
        if name in expect:
            wrong += differ(name, value * unit, exact(expect[name]))
    if "tax_groups" in expect:
        rows = {row["label"]: row for row in answer["taxes"]}
        for group in expect["tax_groups"]:
            row = rows.get(str(group["tax_group"]), {"base": 0, "tax": 0})
            if not row["base"] and not case["in"]["lines"][0]["taxes"]:
                continue
            wrong += differ(f"group {group['tax_group']} base", row["base"] * unit, exact(group["base"]))
            wrong += differ(f"group {group['tax_group']} tax", row["tax"] * unit, exact(group["tax"]))
    return wrong


def near(value, expected):
    """As many digits as were published."""
    expected = exact(expected)
    return value.quantize(expected) == expected if expected.as_tuple().exponent < 0 else value == expected


def judge_line(case, answer):
    given, expect, line = case["in"], case["expect"], answer["lines"][0]
    unit = exact(given["precision"])
    is_exact = given["rounding_method"] == "round_globally"
    taxes = [(exact(tax["exact_base"]) if is_exact else Decimal(tax["base"]),
              exact(tax["exact_tax"]) if is_exact else Decimal(tax["tax"]), tax.get("owed_by_buyer", 0)) for tax in line["taxes"]]
    published = list(expect["taxes"])
    wrong = []
    for base, tax, owed in taxes:
        row = published.pop(0)
        if owed:
            tax = Decimal(owed)
            published.pop(0)  # the same again, taken back
        if not near(base * unit, row["base"]) or not near(tax * unit, row["tax"]):
            wrong.append(f"{base * unit} {tax * unit}, published {row}")
    price = exact(given["unit_price"]) * exact(given["quantity"])
    net = Decimal(line["net"]) * unit
    gross = Decimal(line["gross"]) * unit
    if is_exact:
        held = [exact(tax["exact_tax"]) * unit for tax, rule in zip(line["taxes"], flat(given["taxes"]))
                if rule.get("price_included") and not rule.get("reverse_charge_or_custom_repartition")]
        net = price - sum(held, Decimal(0))
        gross = net + sum((exact(tax["exact_tax"]) * unit for tax in line["taxes"]), Decimal(0))
    if not near(net, expect["total_excluded"]) or not near(gross, expect["total_included"]):
        wrong.append(f"net {net} gross {gross}, published {expect['total_excluded']} {expect['total_included']}")
    return wrong


def judge_conversion(case, answer):
    return differ("unit price", exact(answer["lines"][0]["unit_price"]) / 100, exact(case["expect"]["unit_price"]))


def policy(case):
    given = case["in"]
    if (given.get("cash_rounding") or {}).get("strategy") == "biggest_tax":
        return "cash is rounded on the cash part of a payment; a tax is never bent to make a round total"
    if case["op"].startswith("document") and given["rounding_method"] == "round_globally" and any(
            tax.get("price_included") for line in given["lines"] for tax in flat(line["taxes"])):
        return "what a price holds is paid as priced: the sum of shelf prices stands, the net gives way"
    if case["test"] == "test_percent_taxes_for_l10n_in":
        return "the published flags contradict the amounts: two included taxes of 6.00 and a net of 100.00 do not make a price of 106.00"
    return None
