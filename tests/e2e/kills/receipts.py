"""What customers were told: each line that a till printed, over all of its lives."""
import json
import uuid
from dataclasses import dataclass, field

from .shop import SEQ_BITS, read


@dataclass
class Receipts:
    printed: dict = field(default_factory=dict)  # number → (id, total)
    handed: list = field(default_factory=list)
    findings: list = field(default_factory=list)

    def take(self, said, ledger):
        """Adds what one life of the till said, and looks at once whether the ledger that it left has every receipt."""
        # One look for all: the log of a till that was killed is gone through whenever its ledger is opened.
        stored = stored_receipts(ledger)
        # A line that the kill cut short was not printed: it has no end.
        for line in said[:said.rfind("\n") + 1].splitlines():
            words = line.split()
            if words[:1] in (["sale"], ["return"]) and len(words) == 4:
                self._receipt(words[1], (words[2], int(words[3])), stored.get(words[1]))
            elif words[:1] == ["handed"] and len(words) == 2:
                self.handed.append(words[1])

    def save(self, path):
        path.write_text(json.dumps({"printed": self.printed, "handed": self.handed, "findings": self.findings}), encoding="utf-8")

    @staticmethod
    def load(path):
        kept = json.loads(path.read_text(encoding="utf-8"))
        return Receipts({number: tuple(receipt) for number, receipt in kept["printed"].items()}, kept["handed"], kept["findings"])

    def _receipt(self, number, receipt, stored):
        if number in self.printed:
            self.findings.append(f"receipt {number} was printed twice")
        self.printed[number] = receipt
        if stored != receipt:
            self.findings.append(f"receipt {number} {receipt[0]} over {receipt[1]} was printed; stored is {stored}")


def stored_receipts(ledger):
    rows = read(ledger, "SELECT till, number, id, abs(total) FROM receipt")
    return {f"{till}-{number >> SEQ_BITS}-{number & ((1 << SEQ_BITS) - 1)}": (str(uuid.UUID(bytes=identity)), total)
            for till, number, identity, total in rows}
