"""Medusa's totals and computeActions specs (MIT). Amounts are dollars; everything is unrounded there."""
from decimal import Decimal

from cases import NotExpressible, differ, exact, json_lines, minor, pieces, ppm, whole


def cases(data, part):
    return json_lines(data / ("tax/medusa_totals.jsonl" if part == "totals" else "promo/medusa_promo.jsonl"))


def convert(case):
    return convert_totals(case["in"]) if "in" in case else convert_cart(case)


def judge(case, answer):
    return judge_totals(case, answer) if "in" in case else judge_actions(case, answer)


# Totals: shipping is a line like others there; a till that charges for delivery has it as one, too.

def convert_totals(given):
    rates, lines = {}, []
    for number, item in enumerate(given.get("items", []) + given.get("shipping_methods", [])):
        included = item.get("is_tax_inclusive", False)
        line = {"sku": f"L{number}", "price": minor(item.get("unit_price", item.get("amount"))), "quantity": pieces(item.get("quantity", 1)), "taxes": []}
        for tax in item.get("tax_lines", []):
            key = (exact(tax["rate"]), included)
            rates.setdefault(key, {"id": f"t{len(rates)}", "ppm": ppm(tax["rate"]), "included": included})
            line["taxes"].append(rates[key]["id"])
        off = sum((exact(one["amount"]) for one in item.get("adjustments", [])), Decimal(0))
        if included:  # an adjustment is an amount without tax there
            off *= 1 + sum((exact(tax["rate"]) for tax in item.get("tax_lines", [])), Decimal(0)) / 100
        if off:
            line["discount"] = {"amount": whole(off), "reason": "published"}
        lines.append(line)
    return {"currency": "USD", "lines": lines, "taxes": {"rounded_per": "document", "rates": list(rates.values())}}


def judge_totals(case, answer):
    expect, wrong = case["expect"], []
    totals = answer["totals"]
    near = Decimal("0.01")
    for name, value in {"total": totals["to_pay"], "tax_total": totals["tax"]}.items():
        # Published unrounded: the cent that we round to is the nearest one.
        wrong += differ(name, Decimal(value) / 100, exact(expect[name]).quantize(near))
    published = expect.get("items", []) + expect.get("shipping_methods", [])
    for line, item in zip(answer["lines"], published):
        tax = sum((exact(one["exact_tax"]) for one in line["taxes"]), Decimal(0)) / 100
        places = Decimal("0.0000001")
        wrong += differ(f"{line['sku']} exact tax", tax.quantize(places), exact(item["tax_total"]).quantize(places))
    return wrong


# Promotions.

def attributes(thing, path=""):
    for key, value in thing.items():
        if isinstance(value, dict):
            yield from attributes(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", value


def tags(thing):
    return [f"{name}={value}" for name, value in attributes(thing) if isinstance(value, str)]


def filter_of(rules):
    """All rules must hold; a line carries its attributes as categories."""
    wanted = {}
    for rule in rules or []:
        field = {"eq": "categories", "in": "categories", "ne": "except_categories"}.get(rule["operator"])
        if field is None or field in wanted:
            raise NotExpressible(f"rules on goods that ask {[one['operator'] for one in rules]}")
        wanted[field] = [f"{rule['attribute']}={value}" for value in rule["values"]]
    return wanted


def customer_rules(promotion, rule):
    for one in promotion.get("rules") or []:
        if not one["attribute"].startswith("customer.") or one["operator"] not in ("eq", "in"):
            raise NotExpressible(f"a rule on {one['attribute']} that asks {one['operator']}")
        rule["customer_groups"] = rule.get("customer_groups", []) + [f"{one['attribute'][9:]}={value}" for value in one["values"]]


# A till that delivers sells the delivery as a line of its own; no promotion on goods speaks of it.
DELIVERY = "delivery"


def target_of(method):
    target = filter_of(method.get("target_rules"))
    if method["target_type"] == "shipping_methods":
        return target if "categories" in target else {**target, "categories": [DELIVERY]}
    return {**target, "except_categories": target.get("except_categories", []) + [DELIVERY]}


def benefit_of(promotion):
    method = promotion["application_method"]
    target = target_of(method)
    value = method["value"]
    if promotion["type"] == "buyget":
        same = method.get("target_rules") == method.get("buy_rules")
        parts = [{"goods": filter_of(method["buy_rules"]), "units": method["buy_rules_min_quantity"]},
                 {"goods": target, "units": method["apply_to_quantity"], "got": True}]
        # The value of the source's rule is that of whole units: they are free.
        return {"kind": "group", "parts": parts, "ppm": 1000000, "got_are_cheapest": same, "most_times": 1}
    is_fixed = method["type"] == "fixed"
    if method["target_type"] == "order" or method.get("allocation") == "across":
        return {"kind": "amount_total", "amount": whole(value), "goods": target} if is_fixed else {"kind": "percent", "ppm": ppm(value), "goods": target}
    each = {"goods": target, "max_units_per_line": method.get("max_quantity") or 0, "of": "line_left"}
    return {"kind": "amount_per_line", "amount": whole(value), **each} if is_fixed else {"kind": "percent", "ppm": ppm(value), **each}


def budgets(case):
    found = {campaign["id"]: dict(campaign["budget"]) for campaign in case.get("campaigns", []) if campaign.get("budget")}
    for update in case.get("campaign_updates", []):
        found[update["id"]].update(update["budget"])
    return found


def rule_of(promotion, budget):
    rule = {"id": promotion["code"], "benefits": [benefit_of(promotion)]}
    if not promotion.get("is_automatic"):
        rule["coupons"] = [promotion["code"]]
    customer_rules(promotion, rule)
    if budget:
        left = exact(budget["limit"]) - exact(budget.get("used", 0))
        rule["budget_left" if budget["type"] == "spend" else "uses_left"] = whole(left) if budget["type"] == "spend" else int(left)
    return rule


def convert_cart(case):
    cart = case["cart"]
    lines, codes = [], list(case["apply_codes"])
    for item, kind in [(item, []) for item in cart.get("items", [])] + [(method, [DELIVERY]) for method in cart.get("shipping_methods", [])]:
        quantity = exact(item.get("quantity", 1))
        given = {key: value for key, value in item.items() if key != "adjustments"}
        lines.append({"id": item["id"], "sku": item["id"], "price": minor((exact(item["subtotal"]) / quantity).quantize(Decimal("0.00000001"))), "quantity": pieces(quantity), "categories": tags(given) + kind, "takes_discount": item.get("is_discountable") is not False})
        # An adjustment that is there already was given for a code: one that we do not know is refused.
        known = {promotion["code"] for promotion in case["promotions"]}
        codes += [one["code"] for one in item.get("adjustments", []) if one["code"] not in known]
    found = budgets(case)
    order = {code: number for number, code in enumerate(codes)}
    listed = sorted(case["promotions"], key=lambda promotion: order.get(promotion["code"], -1))
    rules = [rule_of(promotion, found.get(promotion.get("campaign_id"))) for promotion in listed
             if not (promotion.get("is_automatic") and case.get("options", {}).get("prevent_auto_promotions"))]
    groups = [tag for tag in tags(cart.get("customer", {}))]
    return {"currency": "USD", "lines": lines, "promotions": rules, "coupons": codes, "customer": {"groups": groups}}


def judge_actions(case, answer):
    expect = case["expect"]
    refused = {code["code"]: code["why"] for code in answer.get("refused_coupons", [])}
    if "error_contains" in expect:
        unknown = [code for code, why in refused.items() if why == "unknown" and code in expect["error_contains"]]
        return [] if unknown else [f"refused {refused}, published {expect['error_contains']}"]
    given = {}
    for discount in answer["discounts"]:
        for share in discount["lines"]:
            given[(discount["promotion"], answer["lines"][share["line"]]["id"])] = Decimal(share["amount"]) / 100
    wanted, wrong = {}, []
    for action in expect["actions"]:
        item = action.get("item_id", action.get("shipping_method_id"))
        if action["action"] in ("addItemAdjustment", "addShippingMethodAdjustment"):
            # Published unrounded: the cent that we round to is the nearest one.
            wanted[(action["code"], item)] = exact(action["amount"]).quantize(Decimal("0.01"))
        elif action["action"] == "campaignBudgetExceeded":
            wrong += differ(f"{action['code']} over its budget", refused.get(action["code"]) in ("budget", "used_up"), True)
    # Lines alike in product and price are alike to the rule: which of them carries it is no matter.
    like = {line["id"]: (tuple(case_item(case, line["id"])), line["unit_price"]) for line in answer["lines"]}

    def summed(shares):
        out = {}
        for (code, item), amount in shares.items():
            out[(code, like[item])] = out.get((code, like[item]), 0) + amount
        return out

    return wrong + differ("adjustments", summed(given), summed(wanted))


def case_item(case, item_id):
    cart = case["cart"]
    item = next(item for item in cart.get("items", []) + cart.get("shipping_methods", []) if item["id"] == item_id)
    return sorted(tag for tag in tags(item) if not tag.startswith("id="))


def policy(case):
    return None
