"""Promotions of Solidus and Odoo in one neutral schema (BSD-3-Clause; Odoo's numbers LGPL-3.0, read where they lie)."""
from cases import NotExpressible, differ, exact, json_lines, pieces, ppm


def cases(data, part):
    return json_lines(data / "promo/neutral_promo.jsonl")


def goods(eligible):
    return {} if eligible in (None, "all") else {"skus": list(eligible)}


def tiers(table, field, read):
    return [{"from": int(start), field: read(value)} for start, value in sorted(table.items(), key=lambda tier: int(tier[0]))]


def tiered_percent(promotion, by):
    return {"kind": "percent", "ppm": ppm(promotion["base_percent"]), "tiers": tiers(promotion["tiers"], "ppm", ppm), "tiers_by": by}


def group_benefit(promotion):
    parts = [{"goods": goods(promotion.get("eligible")), "units": promotion["group_size"]}]
    discount = promotion["discount"]
    if "amount_per_unit" in discount:
        return [{"kind": "group", "parts": parts, "reduction": "amount_each", "amount": discount["amount_per_unit"]}], []
    if "percent" in discount:
        return [{"kind": "group", "parts": parts, "ppm": ppm(discount["percent"])}], []
    # One rule for each tier: the dearest that the ticket reaches is the best for the customer.
    table = sorted(((int(start), percent) for start, percent in discount["tiered_percent_by_order_total"].items()), reverse=True)
    return None, [{"when": [{"min_amount": start}], "benefits": [{"kind": "group", "parts": parts, "ppm": ppm(percent)}],
                   "exclusive_group": "tiers"} for start, percent in table]


def benefits(promotion):
    kind = promotion["type"]
    only = {"goods": goods(promotion.get("eligible"))}
    if kind == "percent_off":
        return [{"kind": "percent", "ppm": ppm(promotion["percent"]), **only}]
    if kind == "order_amount_off_distributed":
        return [{"kind": "amount_total", "amount": promotion["amount"], **only}]
    if kind == "tiered_percent_by_order_total":
        return [{**tiered_percent(promotion, "ticket_amount"), **only}]
    if kind == "tiered_percent_by_eligible_quantity":
        return [{**tiered_percent(promotion, "goods_units"), **only}]
    if kind == "tiered_amount_off_line":
        return [{"kind": "amount_per_line", "amount": promotion["base_amount"], "tiers": tiers(promotion["tiers"], "amount", int),
                 "tiers_by": "line_amount", **only}]
    if kind == "flexi_amount_off_line":
        return [{"kind": "amount_each", "amount": promotion["first_item"], "next_amount": promotion["additional_item"],
                 "max_units_per_line": promotion["max_items"], **only}]
    if kind == "free_item":
        parts = [{"goods": {"skus": [promotion["requires_product"]]}},
                 {"goods": {"skus": [promotion["free"]]}, "units": promotion["qty_per_required"], "got": True}]
        return [{"kind": "group", "parts": parts, "ppm": 1000000}]
    if kind == "buy_x_get_y" and promotion.get("free_units_added"):
        return [{"kind": "gift", "gift_sku": promotion["get"], "gift_units": promotion["get_qty"],
                 "parts": [{"goods": {"skus": [promotion["buy"]]}, "units": promotion["buy_qty"]}]}]
    if kind == "buy_x_get_y":
        parts = [{"goods": {"skus": [promotion["buy"]]}, "units": promotion["buy_qty"]},
                 {"goods": {"skus": [promotion["get"]]}, "units": promotion["get_qty"], "got": True}]
        return [{"kind": "group", "parts": parts, "ppm": 1000000, "got_are_cheapest": promotion["buy"] == promotion["get"]}]
    raise NotExpressible(f"a promotion of the type {kind}")


def rules(promotion, number):
    rule = {"id": f"p{number}", "when": []}
    if "code" in promotion:
        rule["coupons"] = [promotion["code"]]
    if "min_total" in promotion:
        rule["when"].append({"min_amount": promotion["min_total"], "after_discounts": "code" in promotion})
    if "min_untaxed_total" in promotion:
        rule["when"].append({"min_amount": promotion["min_untaxed_total"], "without_tax": True})
    if "min_total_of_bought" in promotion:
        rule["when"].append({"min_amount": promotion["min_total_of_bought"], "goods": {"skus": [promotion["buy"]]}})
    if "exclusive_group" in promotion:
        rule["exclusive_group"] = promotion["exclusive_group"]
    if "max_discount_total_incl_tax" in promotion:
        rule.update(max_discount=promotion["max_discount_total_incl_tax"], max_discount_with_tax=True)
    if promotion["type"] == "per_complete_group_of":
        one, several = group_benefit(promotion)
        if one is None:
            return [{**rule, **each, "id": f"{rule['id']}.{n}", "when": rule["when"] + each["when"]} for n, each in enumerate(several)]
        return [{**rule, "benefits": one}]
    return [{**rule, "benefits": benefits(promotion)}]


def convert(case):
    rates, lines = {}, []
    for line in case["lines"]:
        said = {"sku": line["sku"], "price": line["unit_price"], "quantity": pieces(line["qty"]), "taxes": []}
        for tax in line.get("taxes", []):
            key = (exact(tax["percent"]), tax["price_included"])
            rates.setdefault(key, {"id": f"t{len(rates)}", "ppm": ppm(tax["percent"]), "included": tax["price_included"]})
            said["taxes"].append(rates[key]["id"])
        lines.append(said)
    promotions = [rule for number, promotion in enumerate(case["promotions"]) for rule in rules(promotion, number)]
    return {"currency": case["currency"], "lines": lines, "promotions": promotions, "coupons": case["apply_codes"],
            "taxes": {"rounded_per": "line", "rates": list(rates.values())}}


def judge(case, answer):
    totals, wrong = answer["totals"], []
    named = {"total": totals["to_pay"], "discount_total": totals["discount"], "untaxed_total": totals["net"], "tax_total": totals["tax"]}
    for name, expected in case["expect"].items():
        if name == "line_discounts":
            for line, off in zip(answer["lines"], expected):
                wrong += [] if off is None else differ(line["sku"], line["discount"], off)
        elif name == "free_units":
            wrong += differ("free", {free["sku"]: free["units"] for free in answer.get("free_goods", [])}, expected)
        elif name == "refused_codes":
            wrong += differ("refused", [code["code"] for code in answer.get("refused_coupons", [])], expected)
        else:
            wrong += differ(name, named[name], expected)
    return wrong


def policy(case):
    if (any(promotion["type"] == "per_complete_group_of" for promotion in case["promotions"])
            and len({line["unit_price"] for line in case["lines"]}) > 1):
        return "a group is made of the units that save the customer most, whatever the order of the lines"
    return None
