"""What the day should give, what the till says of it, and what the OMS's own tables say."""
from . import oms_account, table, till_account
from .expected import EXPECTED


def compare(programs, state, sandbox):
    return table.rows(EXPECTED, till_account.account(programs / "evertillctl", state / "till"), oms_account.account(sandbox.table))


def report(programs, state, sandbox):
    """Prints the table; 1 where anything differs."""
    compared = compare(programs, state, sandbox)
    print(table.show(compared), flush=True)
    return 1 if table.differences(compared) else 0
