"""The till's window in the words of a shop. Keys where a cashier would take keys, the mouse where a finger would point."""
import re

from .processes import Program, wait_until
from .screen import Screen

ROOM_KEYS = {"Sell": "F1", "Pickups": "F2", "Returns": "F3", "Cash": "F6"}


class Till:
    """A running till, enrolled at its first start. Its window fills the screen."""

    def __init__(self, program, data, logs, sandbox):
        self.data = data
        self._command = [program, "--data", data, "--fullscreen"]
        self._log = logs / "till.log"
        self._sandbox = sandbox
        self._running = None
        self.screen = None

    def __enter__(self):
        enrol = ["--enrol-url", self._sandbox.url, "--ca", self._sandbox.ca, "--code", self._sandbox.new_code()]
        # The figures of the day are written with a point.
        self._running = Program([*self._command, *enrol], self._log, env={"LC_ALL": "C.UTF-8", "LANGUAGE": "en"})
        self.screen = Screen(self._running)
        return self

    def __exit__(self, *_):
        self._running.stop()

    def see(self, words, seconds=10):
        self.screen.see(words, seconds)

    def picture(self, path):
        self.screen.picture(path)

    def scan(self, code):
        self.screen.scan(code)

    def room(self, name):
        self.screen.key(ROOM_KEYS[name])

    def write(self, field, text):
        """Into a field that has, or is about to get, the keyboard."""
        self.screen.await_keyboard(field)
        self.screen.type(text)

    # Sell

    def see_total(self, amount):
        """The ticket's total, to the cent; then nothing of a scan is still on its way."""
        self.see(re.compile(rf"(^|[^\d.,]){re.escape(amount)}([^\d.,]|$)"))

    def begin_paying(self):
        self.screen.key("F12")
        self.screen.find("Amount given", "text")

    def pay_cash(self, given):
        self.write("Amount given", given)
        self.screen.key("F10")
        self.screen.find("Next sale", "push button")

    def pay_cash_exactly(self):
        """With a finger: no amount typed means what is due."""
        self.screen.click("Cash", "push button")
        self.screen.find("Next sale", "push button")

    def ask_card(self):
        self.screen.key("F11")
        self.screen.find("Approval code", "text")

    def approve_card(self, approval):
        self.write("Approval code", approval)
        self.screen.click("Approved", "push button")
        self.screen.find("Next sale", "push button")

    def pay_by_gift_card(self, number):
        self.screen.scan(number)
        self.screen.find("Next sale", "push button")

    def barcode_of(self, number):
        """What stands under the bars of the printed receipt, as a scanner reads it."""
        paper = self.data / "receipts" / f"{number}.txt"
        wait_until(paper.exists, f"{paper} to be printed")
        return re.search(rf"{number}-\w{{4}}", paper.read_text(encoding="utf-8")).group()

    # Pickups

    def open_order(self, number):
        """The queue's one order, once it is there, takes the keyboard with Down, and opens."""
        self.see(re.compile(number))
        self.screen.key("Down")
        self.screen.find("Start picking", "push button")

    def start_picking(self):
        self.screen.key("F12")
        self.screen.find("Ready", "push button", enabled=False)

    def make_ready(self):
        self.screen.click("Ready", "push button")
        self.screen.find("Hand over", "push button")

    def hand_over(self, code):
        self.screen.key("F12")
        self.write("Pickup code", code)
        self.screen.click("Hand over", "push button")

    # Returns

    def find_receipt(self, barcode):
        self.screen.scan(barcode)
        self.screen.find("Refund", "push button", enabled=False)

    def give_reason(self, reason):
        self.screen.click(reason, "push button")

    def refund(self):
        self.screen.find("Refund", "push button")
        self.screen.key("F12")
        self.see("Give back in cash")

    # Cash

    def open_shift(self, counted):
        self.write("Float", counted)
        self.screen.key("Return")
        self.see(re.compile("^Open since"))

    def close_shift(self, counted):
        self.screen.key("F12")
        self.write("Counted", counted)
        self.screen.click("Close shift", "push button")
        self.see(re.compile("is closed$"))
