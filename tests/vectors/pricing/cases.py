"""What every converter needs: reading cases, exact numbers, small pieces of baskets."""
import json
from decimal import ROUND_HALF_UP, Decimal


class NotExpressible(Exception):
    """A shop's till has no such thing; says what."""


def json_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line, parse_float=Decimal) for line in lines]


def exact(number):
    return number if isinstance(number, Decimal) else Decimal(str(number))


def minor(number, digits=2):
    """A price in major units as an integer of minor units, or as decimal text where it is finer."""
    scaled = exact(number).scaleb(digits)
    if scaled == scaled.to_integral_value():
        return int(scaled)
    return format(scaled.normalize(), "f")


def whole(number, digits=2):
    return int(exact(number).scaleb(digits).to_integral_value(ROUND_HALF_UP))


def ppm(percent):
    scaled = exact(percent).scaleb(4)
    if scaled != scaled.to_integral_value():
        raise NotExpressible(f"a rate finer than a millionth: {percent} %")
    return int(scaled)


def pieces(quantity):
    return int(exact(quantity) * 1000)


def differ(what, is_now, expected):
    return [] if is_now == expected else [f"{what}: {is_now}, published {expected}"]


def discount_of_line(answer, line):
    return answer["lines"][line]["discount"]
