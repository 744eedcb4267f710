"""Amounts and quantities as both accounts write them."""


def amount(minor):
    sign = "-" if minor < 0 else ""
    return f"{sign}{abs(minor) // 100}.{abs(minor) % 100:02d}"


def quantity(thousandths):
    whole, part = divmod(thousandths, 1000)
    return f"{whole}.{part:03d}".rstrip("0").rstrip(".")


def tender(kind, minor, approval=None):
    return f"{kind} {amount(minor)}" + (f" approved {approval}" if approval else "")


def taxes(name, lines):
    """An entry per rate: the taxes of the lines, each a (rate in millionths, minor units), added up."""
    totals = {}
    for rate, tax in lines:
        totals[rate] = totals.get(rate, 0) + tax
    return {f"{name}: tax {rate // 10000} %": tax for rate, tax in totals.items()}
