#!/usr/bin/env python3
"""app/run's demo shop at its real window: it keeps its data from one start to the next, and starts over when told to."""
import os
import re
import shutil
import sys
import unittest
from pathlib import Path

from .display import CANNOT_RUN, Display, what_is_missing
from .processes import Program, wait_until

PROGRAMS, SHOP = Path(sys.argv[1]), Path(sys.argv[2])
CATALOG = Path(__file__).resolve().parents[3] / "resources/demo/catalog.tsv"


class Window:
    """The till that the demo started."""

    def __init__(self, demo):
        self._demo = demo
        self.pid = wait_until(lambda: self._child(b"evertill"), "the till to be started", 60)

    def _child(self, name):
        self._demo.check()
        for child in Path(f"/proc/{self._demo.pid}/task/{self._demo.pid}/children").read_text().split():
            if os.path.basename(Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")[0]) == name:
                return int(child)
        return None

    def check(self):
        self._demo.check()


class DemoTest(unittest.TestCase):
    def start(self, *options):
        from .screen import Screen
        demo = Program([sys.executable, "-B", "-m", "tour.demo", "--bin", PROGRAMS, "--catalog", CATALOG, *options], SHOP / "demo.log",
                       env={"EVERTILL_HOME": str(SHOP / "home"), "LC_ALL": "C.UTF-8"})
        self.addCleanup(demo.stop)
        screen = Screen(Window(demo))
        screen.see("Online · all sent", seconds=60)
        return demo, screen

    def close(self, demo, screen):
        screen.key("alt+F4")
        self.assertEqual(wait_until(demo.process.poll, "the demo to end", 20), 0)

    def test_the_shop_stays_until_it_is_cleaned(self):
        demo, screen = self.start()
        screen.key("F6")
        screen.await_keyboard("Float")
        screen.type("50.00")
        screen.key("Return")
        screen.see(re.compile("^Open since"))
        self.close(demo, screen)
        demo, screen = self.start()
        screen.key("F6")
        screen.see(re.compile("^Open since"))
        self.close(demo, screen)
        demo, screen = self.start("--clean")
        screen.key("F6")
        screen.await_keyboard("Float")
        self.close(demo, screen)


if __name__ == "__main__":
    if what_is_missing():
        print("The demo can't be tried here; missing: " + ", ".join(what_is_missing()))
        sys.exit(CANNOT_RUN)
    shutil.rmtree(SHOP, ignore_errors=True)
    with Display(SHOP / "logs", own=True):
        passed = unittest.main(argv=sys.argv[:1], exit=False).result.wasSuccessful()
    sys.exit(0 if passed else 1)
