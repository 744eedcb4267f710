#!/usr/bin/env python3
"""The comparison of the accounts must be able to fail, whichever side is wrong."""
import unittest

from . import table
from .expected import EXPECTED
from .words import amount, quantity, taxes

GOOD = {"sale 1: total": 1294, "tasks open": 0}


class TableTest(unittest.TestCase):
    def differing(self, till, oms):
        return [row[0] for row in table.differences(table.rows(GOOD, till, oms))]

    def test_three_equal_accounts(self):
        self.assertEqual(self.differing(dict(GOOD), dict(GOOD)), [])

    def test_each_way_to_be_wrong(self):
        for name, till, oms in [
            ("the till says another figure", {**GOOD, "sale 1: total": 1293}, GOOD),
            ("the OMS says another figure", GOOD, {**GOOD, "sale 1: total": 1293}),
            ("both say the same wrong figure", {**GOOD, "sale 1: total": 1293}, {**GOOD, "sale 1: total": 1293}),
            ("the till says nothing", {}, GOOD),
            ("the OMS says nothing", GOOD, {"tasks open": 0}),
        ]:
            with self.subTest(name):
                self.assertEqual(self.differing(till, oms), ["sale 1: total"])

    def test_what_nobody_expected(self):
        self.assertEqual(self.differing(GOOD, {**GOOD, "sale 2: total": 1}), ["sale 2: total"])
        self.assertEqual(self.differing({**GOOD, "sale 2: total": 1}, {**GOOD, "sale 2: total": 1}), ["sale 2: total"])

    def test_what_only_one_side_can_know(self):
        self.assertEqual(self.differing({"sale 1: total": 1294}, GOOD), [])
        self.assertEqual(self.differing(GOOD, {"sale 1: total": 1294}), ["tasks open"])
        self.assertEqual(self.differing(GOOD, {**GOOD, "tasks open": 1}), ["tasks open"])
        with_unsent = {**GOOD, "unsent": 3}
        self.assertEqual([row[0] for row in table.differences(table.rows({**GOOD, "unsent": 0}, with_unsent, GOOD))], ["unsent"])

    def test_the_journals_head_has_no_literal_but_must_be_one(self):
        one, other = {**GOOD, table.SAME_EVERYWHERE: "ab"}, {**GOOD, table.SAME_EVERYWHERE: "cd"}
        self.assertEqual(self.differing(one, dict(one)), [])
        self.assertEqual(self.differing(one, other), [table.SAME_EVERYWHERE])
        self.assertEqual(self.differing(GOOD, one), [table.SAME_EVERYWHERE])

    def test_the_printed_table_names_what_differs(self):
        shown = table.show(table.rows(GOOD, GOOD, {**GOOD, "tasks open": 2}))
        self.assertIn("tasks open", shown)
        self.assertEqual(shown.count("← differs"), 1)
        self.assertIn("1 of them differ", shown)

    def test_the_literals_add_up(self):
        sales = sum(EXPECTED[f"sale {number}: total"] for number in range(1, 7))
        self.assertEqual(sales, EXPECTED["shift: sales total"])
        self.assertEqual(EXPECTED["shift: expected in the drawer"] - EXPECTED["shift: float"], EXPECTED["shift: cash taken"])
        self.assertEqual(EXPECTED["shift: counted"] - EXPECTED["shift: expected in the drawer"], EXPECTED["shift: over or short"])

    def test_words(self):
        self.assertEqual([amount(1294), amount(-5), amount(100)], ["12.94", "-0.05", "1.00"])
        self.assertEqual([quantity(1000), quantity(1340), quantity(304)], ["1", "1.34", "0.304"])
        self.assertEqual(taxes("a", [(70000, 3), (190000, 4), (70000, 2)]), {"a: tax 7 %": 5, "a: tax 19 %": 4})


if __name__ == "__main__":
    unittest.main()
