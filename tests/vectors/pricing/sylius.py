"""Sylius' Behat features (MIT): the scenarios whose every sentence could be read. The promotions' terms are sentences still."""
import re

from cases import NotExpressible, differ, json_lines, pieces, ppm, whole


def cases(data, part):
    file = "tax/sylius_tax.jsonl" if part == "tax" else "promo/sylius_promo.jsonl"
    for case in json_lines(data / file):
        if case["structured"]:
            said = dict(case["structured"])
            yield {"id": case["id"], "title": case["title"], "currency": case["currency"], "expect": said.pop("expect"), **said}


MONEY = r'"[^\d"]*([\d.,]+)"'
NAMES = r'("[^"]+"(?:(?:, | or | and )"[^"]+")*)'


def cents(text):
    return whole(text.replace(",", ""))


def names(text):
    return re.findall(r'"([^"]+)"', text)


def off(text):
    """("ppm", 200000) for "20%", ("amount", 1000) for "$10.00"."""
    return ("ppm", ppm(text[:-1])) if text.endswith("%") else ("amount", cents(re.sub(r"[^\d.,]", "", text)))


def on_ticket(text, goods=None):
    field, value = off(text)
    return {"kind": "percent_total" if field == "ppm" else "amount_total", field: value, "goods": goods or {}}


def on_goods(text, goods):
    """Sylius takes it off each unit's own price, whatever else was taken off."""
    field, value = off(text)
    return {"kind": "percent" if field == "ppm" else "amount_each", field: value, "of": "price", "goods": goods}


def goods_of(text):
    """What "every product …" says of the products."""
    if match := re.fullmatch(rf"classified as {NAMES}", text):
        return {"categories": names(match[1])}
    if match := re.fullmatch(rf"with minimum price at {MONEY}", text):
        return {"min_price": cents(match[1])}
    if match := re.fullmatch(rf"with maximum price at {MONEY}", text):
        return {"max_price": cents(match[1])}
    if match := re.fullmatch(rf"priced between {MONEY} and {MONEY}", text):
        return {"min_price": cents(match[1]), "max_price": cents(match[2])}
    raise NotExpressible(f"goods described as: {text}")


GIVES = r'(?:it|this promotion|the promotion|this coupon|promotion) gives (?:another )?"([^"]+)" '
QUOTED = r'"[^"]+"'
GOODS = rf'classified as {QUOTED}(?:(?:, | or | and ){QUOTED})*|with (?:minimum|maximum) price at {QUOTED}|priced between {QUOTED} and {QUOTED}'
# What a till has no line for is left out: it ships nothing.
EXTRA = r'(?:"([^"]+)" discount (?:on|to) every order|free shipping to every order)'
GROUP = r'customers? (?:from|of|in|belonging to)(?: the)? "([^"]+)"(?: group)?'


def condition(text, rule):
    """What stands after "if order contains", "with quantity at least", …"""
    if match := re.fullmatch(r"with quantity at least (\d+)", text):
        rule["when"].append({"min_units": int(match[1])})
    elif match := re.fullmatch(rf"(?:with|when the) items? total (?:is |equal )?at least {MONEY}", text):
        # What the promotions before have left of the ticket, as Sylius' order knows its total.
        rule["when"].append({"min_amount": cents(match[1]), "after_discounts": True})
    elif match := re.fullmatch(rf"if order contains products classified as {NAMES} with a minimum value of {MONEY}", text):
        rule["when"].append({"goods": {"categories": names(match[1])}, "min_amount": cents(match[2])})
    elif match := re.fullmatch(rf"if order contains (?:any )?products? classified as {NAMES}", text):
        rule["when"].append({"goods": {"categories": names(match[1])}, "min_units": 1})
    elif match := re.fullmatch(rf"if order contains (\d+) products? classified as {NAMES}", text):
        rule["when"].append({"goods": {"categories": names(match[2])}, "min_units": int(match[1])})
    elif match := re.fullmatch(rf"if order contains (?:a |any )?{NAMES} products?", text):
        rule["when"].append({"goods": {"skus": names(match[1])}, "min_units": 1})
    elif match := re.fullmatch(rf"(?:to|for|only for) {GROUP}", text):
        rule["customer_groups"] = [match[1]]
    else:
        raise NotExpressible(f"a condition that says: {text}")


def term(text, rule, channel):
    if match := re.fullmatch(r"with priority (-?\d+)", text):
        rule["priority"] = int(match[1])
    elif match := re.fullmatch(r'(?:the|this) promotion was disabled for the channel "([^"]+)"', text):
        rule["channels"] = [] if match[1] != channel else ["none"]
    elif re.fullmatch(r"(?:it|this promotion|the promotion) is exclusive", text):
        rule["exclusive"] = True
    elif match := re.fullmatch(rf'{GIVES}off (?:on the )?customer\'s (\d+)(?:st|nd|rd|th) order', text):
        rule["on_order_number"] = int(match[2])
        rule["benefits"].append(on_ticket(match[1]))
    elif match := re.fullmatch(rf'{GIVES}discount to every order in the "([^"]+)" channel and "([^"]+)" discount to every order in the "([^"]+)" channel', text):
        rule["benefits"].append(on_ticket(match[1] if match[2] == channel else match[3]))
    elif match := re.fullmatch(rf'{GIVES}(?:discount|off) (?:to|on) every order(?: (.+))?', text):
        rule["benefits"].append(on_ticket(match[1]))
        if match[2]:
            condition(match[2], rule)
    elif match := re.fullmatch(rf'{GIVES}off(?: on)? every product(?: ({GOODS}))?(?: and (?:a )?{EXTRA})?(?: ((?:if|when|with) .+))?', text):
        rule["benefits"].append(on_goods(match[1], goods_of(match[2]) if match[2] else {}))
        if match[3]:
            rule["benefits"].append(on_ticket(match[3]))
        if match[4]:
            condition(match[4], rule)
    elif match := re.fullmatch(rf'{GIVES}off on an? {NAMES} products?(?: (if order contains .+))?', text):
        rule["benefits"].append(on_goods(match[1], {"skus": names(match[2])}))
        if match[3]:
            condition(match[3], rule)
    elif match := re.fullmatch(rf'{GIVES}(?:discount|off) (?:the order )?(if order .+|to customers .+|for customers .+)', text):
        rule["benefits"].append(on_ticket(match[1]))
        condition(match[2], rule)
    elif "shipping" in text:
        raise NotExpressible("a discount on shipping: a till ships nothing")
    else:
        raise NotExpressible(f"a promotion that says: {text}")


def rules_of(promotion, number, channel):
    """What is off the goods is a rule of its own beside what is off the ticket, so that each shows where the cart shows it."""
    rule = {"id": f"p{number}", "name": promotion["name"], "when": [], "benefits": []}
    for sentence in promotion["terms"]:
        term(sentence, rule, channel)
    parts = {suffix: [benefit for benefit in rule["benefits"] if benefit["kind"].endswith("_total") == (suffix == ".ticket")]
             for suffix in (".goods", ".ticket")}
    if all(parts.values()):  # one promotion is asked once, before either part is given
        rule["when"] = [{name: value for name, value in asked.items() if name != "after_discounts"} for asked in rule["when"]]
    for suffix, benefits in parts.items():
        if benefits:
            yield {**rule, "id": rule["id"] + suffix, "benefits": benefits}


def channel_of(context):
    for sentence in context:
        if match := re.search(r'single channel in the "[^"]+" named "([^"]+)"', sentence):
            return match[1]
    return "Web"


def tax_setting(case):
    # A decimal calculator rounds one level up: units on their line, lines on the document.
    is_decimal = any(rate.get("calculator") == "decimal" for rate in case["tax_rates"])
    levels = ["unit", "line", "document"]
    scope = levels[(0 if case["calc"] == "order_item_units_based" else 1) + is_decimal]
    rates = [{"id": f"t{number}", "label": rate["name"], "ppm": ppm(rate["rate_percent"]), "included": rate["included_in_price"],
              "categories": [rate["tax_category"]]} for number, rate in enumerate(case["tax_rates"])]
    return {"rounded_per": scope, "rates": rates}


def convert(case):
    channel = channel_of(case.get("context", []))
    lines = []
    for name, quantity in case["cart"]:
        product = case["products"][name]
        line = {"sku": name, "price": product["price"], "quantity": pieces(quantity), "categories": product.get("categories", []),
                "tax_category": product.get("tax_category") or ""}
        lines.append(line)
    # Sylius' own order among equals: the one that was made first.
    rules = [rule for number, promotion in enumerate(case["promotions"]) for rule in rules_of(promotion, number, channel)]
    return {"currency": case["currency"], "channel": channel, "lines": lines, "taxes": tax_setting(case), "promotions": rules,
            "customer": {"orders_before": 0}}


def judge(case, answer):
    expect, totals, wrong = case["expect"], answer["totals"], []
    named = {"total": totals["to_pay"], "discount": totals["discount"], "tax_excluded": totals["tax"], "tax_included": totals["tax"]}
    for name, expected in expect.items():
        if name == "line_discount":
            off = {}
            for discount in answer["discounts"]:
                for share in discount["lines"]:
                    sku = answer["lines"][share["line"]]["sku"]
                    off[sku] = off.get(sku, 0) + (share["amount"] if discount["promotion"].endswith(".goods") else 0)
            for sku, amount in expected.items():
                wrong += differ(f"off {sku}", off.get(sku, 0), amount)
        elif name == "last_line_discount":
            wrong += differ("off the last line", answer["lines"][-1]["discount"], expected)
        else:
            wrong += differ(name, named[name], expected)
    return wrong


def policy(case):
    if any("exclusive" in sentence for promotion in case["promotions"] for sentence in promotion["terms"]):
        return "of promotions that shut one another out the customer gets the best one, whatever their priority"
    return None
