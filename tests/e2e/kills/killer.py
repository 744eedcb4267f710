"""Who kills, whom, and when: some at random, some with an aim, until the histogram holds what it should."""
import itertools
import random
import time
from collections import Counter

from tour.processes import TooLate, wait_until

from .shop import COMMITTING, DOINGS

INSIDE_A_COMMIT = "inside a commit"
UNACKNOWLEDGED = "between the OMS's commit and the acknowledgement"
STARTING, NOT_PRINTED = DOINGS[0], DOINGS[6]
WANTED = 20


class Killer:
    """One kill at a time: aims, kills, notes the moment, and starts again what it killed. More than were asked for where the wanted moments were missed."""

    def __init__(self, oms, till, network, receipts, kills, seed):
        self._oms, self._till, self._network, self._receipts = oms, till, network, receipts
        self._chance = random.Random(seed)
        self._kills = kills
        self._wanted = dict.fromkeys((INSIDE_A_COMMIT, UNACKNOWLEDGED), min(WANTED, kills // 2))
        self.victims = Counter()
        self.moments = Counter()  # (victim, what it was doing)
        self.reached = Counter()
        self._is_till_resting = False  # after a failure it leaves its OMS alone for seconds; a till that is started anew does not
        self._booked_before = (0, 0)  # each of the OMS's commits counts once, however often the till dies before it hears of it

    def run(self, said, seconds):
        end = time.monotonic() + seconds
        for number in itertools.count(1):
            if time.monotonic() > end or number > self._kills and (not self.lacking() or number > 2 * self._kills):
                return
            aims = self._aims(self._kills - number + 1)
            if STARTING not in aims:
                self._till.wait_to_sell()
            if number % 3 == 0:
                self._oms.place_order("Kim Berg", {"E1047": 1000, "E1029": 2000})
            if UNACKNOWLEDGED not in aims:
                self._trouble()
            self._kill_one(aims)
            if number % max(10, self._kills // 10) == 0:
                said(f"{number:5d} kills, {len(self._receipts.printed)} receipts printed; {self._reached()}")

    def _aims(self, left):
        """Where the next kill is to fall; nowhere: blindly. What is wanted comes first once few kills are left."""
        if self._is_till_resting:
            return ()
        lacking = {moment: count - self.reached[moment] for moment, count in self._wanted.items() if self.reached[moment] < count}
        if lacking and left <= 1.5 * max(lacking.values()):
            return tuple(lacking)
        return self._chance.choices(
            ((), (STARTING,), (NOT_PRINTED,), (INSIDE_A_COMMIT,), (UNACKNOWLEDGED,), (INSIDE_A_COMMIT, UNACKNOWLEDGED)), (3, 1, 1, 1, 2, 4))[0]

    def _reached(self):
        return ", ".join(f"{self.reached[moment]} {moment}" for moment in self._wanted)

    def _trouble(self):
        what = self._chance.choice(("none", "none", "cut", "stall", "corrupt"))
        if what == "cut":
            self._network.cut()
        elif what == "stall":
            self._network.stall(self._chance.uniform(0.05, 0.5))
        elif what == "corrupt":
            self._network.corrupt()

    def _kill_one(self, aims):
        is_tills = {STARTING, NOT_PRINTED, INSIDE_A_COMMIT} & set(aims)
        victim = "till" if is_tills or self._is_till_resting else self._chance.choices(("till", "OMS", "both"), (6, 3, 1))[0]
        time.sleep(self._chance.uniform(0, 0.05 if STARTING in aims else 0.3))
        if UNACKNOWLEDGED in aims:
            self._await_withheld_answer()
        booked = self._oms.booked(self._till.NAME)  # before the kill: what was booked later was not yet
        if INSIDE_A_COMMIT in aims:
            self._till.await_doing(COMMITTING, 0.5)
        if NOT_PRINTED in aims:
            self._till.await_doing((NOT_PRINTED,), 0.5)
        if victim != "till":
            self._oms.kill()
        doing = self._till.kill() if victim != "OMS" else None
        is_unacknowledged = self._booked_before < booked and booked > self._till.acknowledged()
        self._booked_before = booked
        self._is_till_resting = victim == "OMS"
        # An answer that was withheld from a till, or came from an OMS, that is no more never arrives.
        self._network.heal()
        self._note(victim, doing, is_unacknowledged)
        self._again(victim)

    def _await_withheld_answer(self):
        """The OMS has booked what the till doesn't know of: its answer is on the way, and stays there."""
        try:
            wait_until(lambda: self._till.acknowledged() >= self._booked_before, "the till to have asked where it stands", 6, 0.01)
            self._network.withholds_answers = True
            known = self._oms.booked(self._till.NAME)
            wait_until(lambda: self._oms.booked(self._till.NAME) > known, "a push", 4, 0.01)
        except TooLate:
            self._till.check()  # who rests after a failure may send nothing for a while: this kill is a blind one then

    def _note(self, victim, doing, is_unacknowledged):
        self.victims[victim] += 1
        sync = "answer on its way" if is_unacknowledged else ""
        self.moments[victim, doing or "sells on", sync] += 1
        if is_unacknowledged:
            self.reached[UNACKNOWLEDGED] += 1
        if doing in COMMITTING:
            self.reached[INSIDE_A_COMMIT] += 1

    def _again(self, victim):
        if victim != "till":
            self._oms.start()
        if victim != "OMS":
            self._receipts.take(self._till.said(), self._till.ledger)
            self._till.start()
        else:
            self._till.check()

    def lacking(self):
        return [f"only {self.reached[moment]} kills {moment}, {count} were wanted" for moment, count in self._wanted.items()
                if self.reached[moment] < count]

    def histogram(self):
        rows = [f"{count:6d}  {victim:4s}  {doing}{', ' + sync if sync else ''}" for (victim, doing, sync), count in sorted(
            self.moments.items(), key=lambda moment: -moment[1])]
        return "\n".join([f" kills  of    while the till", *rows, f"{self.victims.total():6d}  in all; {self._reached()}"])
