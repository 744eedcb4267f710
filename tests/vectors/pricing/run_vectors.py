#!/usr/bin/env python3
"""Prices the cases of other projects with `evertillctl price` and compares with what those projects published.

A converter turns a case into a basket and never sees what is expected; a judge compares the priced basket with it.
  run_vectors.py --ctl PATH --data FOLDER [--show SOURCE]"""
import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

import cash_rounding
import completejourney
import medusa
import neutral
import odoo
import solidus
import sylius
from cases import NotExpressible

# (name, module, what share of the cases that can be said must come out exactly)
SOURCES = [
    ("Odoo taxes, core", odoo, "core", 1.0),
    ("Odoo taxes, other", odoo, "other", None),
    ("Sylius taxes", sylius, "tax", 0.95),
    ("Solidus taxes", solidus, "tax", 1.0),
    ("Medusa totals", medusa, "totals", 1.0),
    ("neutral promotions", neutral, "promo", 1.0),
    ("Sylius promotions", sylius, "promo", 0.95),
    ("Medusa promotions", medusa, "promo", 0.95),
    ("CLDR cash rounding", cash_rounding, "cash", 1.0),
    ("Complete Journey tickets", completejourney, "tickets", 1.0),
]


def price(ctl, baskets):
    """What evertillctl answers to each basket, in order."""
    lines = "".join(json.dumps(basket) + "\n" for basket in baskets)
    ran = subprocess.run([ctl, "price"], input=lines, capture_output=True, text=True, encoding="utf-8")
    answers = [json.loads(line) for line in ran.stdout.splitlines()]
    if len(answers) != len(baskets):
        sys.exit(f"{len(baskets)} baskets, {len(answers)} answers: {ran.stderr}")
    return answers


def run_source(ctl, data, module, part):
    cases = list(module.cases(data, part))
    told, baskets, reasons = [], [], []
    for case in cases:
        blind = {key: value for key, value in case.items() if key != "expect"}
        try:
            baskets.append(module.convert(blind))
            told.append(case)
        except NotExpressible as why:
            reasons.append((case["id"], str(why)))
    failures = []
    for case, basket, answer in zip(told, baskets, price(ctl, baskets) if baskets else []):
        if "error" in answer:
            wrong = [f"refused: {answer}"]
        else:
            wrong = module.judge(case, answer)
        if wrong:
            failures.append((case, basket, answer, wrong))
    return cases, told, failures, reasons


def explained(module, case):
    """The stated policy that makes this case come out otherwise, or nothing."""
    return module.policy(case) if hasattr(module, "policy") else None


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--ctl", required=True)
    arguments.add_argument("--data", required=True)
    arguments.add_argument("--show", help="prints each difference of the sources whose names hold this")
    given = arguments.parse_args()
    data = Path(os.environ.get("EVERTILL_SHARED_DATA", given.data))
    if not data.is_dir():
        print("the shared data folder is absent: nothing to compare with")
        return 0
    bad = False
    print(f"{'source':26} {'cases':>7} {'passed':>7} {'failed':>7} {'explained':>9} {'not expressible':>15}")
    notes = []
    for name, module, part, wanted in SOURCES:
        cases, told, failures, reasons = run_source(given.ctl, data, module, part)
        policies = [explained(module, failure[0]) for failure in failures]
        passed = len(told) - len(failures)
        print(f"{name:26} {len(cases):7} {passed:7} {len(failures):7} {sum(p is not None for p in policies):9} {len(reasons):15}")
        if wanted is not None and passed < wanted * len(told):
            bad = True
            notes.append(f"{name}: fewer than {wanted:.0%} exactly")
        for (case, _, _, wrong), policy in zip(failures, policies):
            if policy is None:
                bad = True
            notes.append(f"{name} {case['id']}: {'; '.join(wrong)[:150]} -- {policy or 'NOT EXPLAINED'}")
        for reason in sorted({reason for _, reason in reasons}):
            notes.append(f"{name}: not expressible, {sum(r == reason for _, r in reasons)} cases: {reason}")
        if given.show and given.show in name:
            for case, basket, answer, wrong in failures:
                print(json.dumps(case)[:3000], "\n  basket", json.dumps(basket), "\n  priced", json.dumps(answer), "\n  wrong", wrong)
    print()
    for note in notes:
        print(note)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
