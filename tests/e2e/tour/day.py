"""The shop day as a story. Each step is what people do and see; the figures are those of expected.py."""
import re

from .expected import (
    BANANAS, CHOCOLATE, GIFT_CARD, NUTELLA, PARMESAN, PESTO, PIZZA, SKUS, SPAGHETTI, SPRITE, SWEETS, TOBLERONE, YOGURT)

FIRST_RECEIPT = "BER1T1-1-1"


class Day:
    def __init__(self, till, sandbox):
        self.till = till
        self.oms = sandbox
        self.order = None

    def steps(self):
        return [
            ("the till is new, enrolled, and online", self.arrive),
            ("the shift opens with a float of 150.00", self.open_shift),
            ("three products are scanned, twice each", self.scan_three_products),
            ("the first customer is about to pay", self.begin_paying),
            ("20.00 in cash, 7.06 back", self.pay_cash),
            ("the second customer takes the card", self.begin_card),
            ("the terminal approved it", self.approve_card),
            ("weighed goods by their in-store barcodes", self.scan_weighed_goods),
            ("paid exactly, with a finger", self.pay_exactly),
            ("a web order arrives", self.order_arrives),
            ("it is picked by scanning", self.pick_order),
            ("it is ready", self.make_ready),
            ("it is handed over by its code", self.hand_over),
            ("half of the first receipt comes back", self.choose_half),
            ("6.47 goes back in cash", self.refund),
            ("the OMS is gone; the till sells on", self.go_offline),
            ("the OMS is back, and gets what it missed", self.come_back),
            ("three bags of sweets, and one of them is free", self.scan_sweets),
            ("a gift card pays", self.pay_by_gift_card),
            ("the shift closes with a counted drawer", self.close_shift),
        ]

    def arrive(self):
        self.till.see("Online · all sent", seconds=60)

    def open_shift(self):
        self.till.room("Cash")
        self.till.open_shift("150.00")

    def scan_three_products(self):
        self.till.room("Sell")
        for code in (NUTELLA, SPAGHETTI, SPRITE) * 2:
            self.till.scan(code)
        self.till.see_total("12.94")

    def begin_paying(self):
        self.till.begin_paying()

    def pay_cash(self):
        self.till.pay_cash("20.00")
        self.till.see("Change")
        self.till.see_total("7.06")

    def begin_card(self):
        self.till.scan(CHOCOLATE)
        self.till.scan(PESTO)
        self.till.see_total("5.68")
        self.till.begin_paying()
        self.till.ask_card()

    def approve_card(self):
        self.till.approve_card("482913")

    def scan_weighed_goods(self):
        self.till.scan(BANANAS)
        self.till.scan(PARMESAN)
        self.till.see_total("10.25")

    def pay_exactly(self):
        self.till.begin_paying()
        self.till.pay_cash_exactly()

    def order_arrives(self):
        self.till.room("Pickups")
        self.order = self.oms.place_order("Anna Berger", {SKUS["yogurt"]: 2000, SKUS["pizza"]: 1000})
        self.till.open_order(self.order["number"])
        self.till.see(re.compile("Anna Berger"))

    def pick_order(self):
        self.till.start_picking()
        for code in (YOGURT, YOGURT, PIZZA):
            self.till.scan(code)
        self.till.see("2 of 2")
        self.till.see("1 of 1")

    def make_ready(self):
        self.till.make_ready()

    def hand_over(self):
        self.till.hand_over(self.order["code"])
        self.till.see(re.compile("Handed over"))

    def choose_half(self):
        self.till.room("Returns")
        self.till.find_receipt(self.till.barcode_of(FIRST_RECEIPT))
        self.till.give_reason("Changed mind")
        for code in (NUTELLA, SPAGHETTI, SPRITE):
            self.till.scan(code)
        self.till.see_total("6.47")

    def refund(self):
        self.till.refund()
        self.till.see_total("6.47")

    def go_offline(self):
        self.oms.stop()
        self.till.room("Sell")
        self.till.scan(SPRITE)
        self.till.see_total("0.99")
        self.till.begin_paying()
        self.till.pay_cash("0.99")
        self.till.scan(TOBLERONE)
        self.till.see_total("1.99")
        self.till.begin_paying()
        self.till.pay_cash("5.00")
        self.till.see_total("3.01")
        self.till.see(re.compile(r"^Offline since .* · 2 to send$"), seconds=30)

    def come_back(self):
        self.oms.start()
        self.till.see("Online · all sent", seconds=90)

    def scan_sweets(self):
        self.till.room("Sell")
        for _ in range(3):
            self.till.scan(SWEETS)
        self.till.see_total("3.78")
        self.till.see(re.compile("3 for 2: Haribo"))

    def pay_by_gift_card(self):
        self.till.begin_paying()
        self.till.pay_by_gift_card(GIFT_CARD)
        self.till.see(re.compile(re.escape("**** " + GIFT_CARD[-4:])))

    def close_shift(self):
        self.till.room("Cash")
        self.till.close_shift("169.50")
        self.till.see(re.compile("0.20 short"))
        self.till.see("Online · all sent", seconds=30)
