"""Solidus' tax specs (BSD-3-Clause)."""
from cases import differ, json_lines, pieces, ppm


def cases(data, part):
    return json_lines(data / "tax/solidus_tax.jsonl")


def convert(case):
    rates, lines = {}, []
    for number, line in enumerate(case["lines"]):
        key = (line["tax_percent"], line["price_included"])
        rates.setdefault(key, {"id": f"t{len(rates)}", "ppm": ppm(line["tax_percent"]), "included": line["price_included"]})
        said = {"sku": f"L{number}", "price": line["unit_price"], "quantity": pieces(line["qty"]), "taxes": [rates[key]["id"]]}
        if line["line_discount"]:
            said["discount"] = {"amount": line["line_discount"], "reason": "published"}
        lines.append(said)
    return {"currency": case["currency"], "lines": lines, "taxes": {"rounded_per": "line", "rates": list(rates.values())}}


def judge(case, answer):
    totals = answer["totals"]
    named = {"tax_total": totals["tax"], "untaxed_total": totals["net"], "total": totals["to_pay"]}
    return [wrong for name, value in case["expect"].items() for wrong in differ(name, named[name], value)]
