"""Three accounts of one day side by side: what it should give, what the till says, what the OMS says."""

SAME_EVERYWHERE = "journal: head"  # no literal can be given for a hash, but both sides must name the same
# What only one side can know.
TILL_ALONE = ("unsent", "papers", "tables as the journal says")
OMS_ALONE = ("tasks open", "gift card")


def rows(expected, till, oms):
    """(what, expected, till, OMS, whether they agree) of everything that any of them speaks of."""
    names = list(expected) + sorted((set(till) | set(oms)) - set(expected))
    found = []
    for name in names:
        ours, theirs = till.get(name, "nothing"), oms.get(name, "nothing")
        wanted = expected.get(name, ours if name == SAME_EVERYWHERE else "nothing")
        if name in TILL_ALONE and theirs == "nothing":
            theirs = wanted
        if name in OMS_ALONE and ours == "nothing":
            ours = wanted
        found.append((name, wanted, ours, theirs, wanted == ours == theirs != "nothing"))
    return found


def differences(compared):
    return [row for row in compared if not row[4]]


def show(compared):
    table = [("", "should be", "till", "OMS", "")]
    table += [(name, _short(wanted), "" if name in OMS_ALONE else _short(ours), "" if name in TILL_ALONE else _short(theirs), "" if same else "← differs") for name, wanted, ours, theirs, same in compared]
    widths = [max(len(row[column]) for row in table) for column in range(4)]
    lines = ["  ".join(text.ljust(width) for text, width in zip(row, widths)) + "  " + row[4] for row in table]
    wrong = len(differences(compared))
    lines.append(f"{len(compared)} figures compared, " + (f"{wrong} of them differ" if wrong else "all the same"))
    return "\n".join(line.rstrip() for line in lines)


def _short(value):
    text = str(value)
    return text if len(text) <= 40 else text[:37] + "…"
