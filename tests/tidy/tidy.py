#!/usr/bin/env python3
"""Reads the source tree and names what breaks the rules of the house.   tidy.py ROOT [--qt-headers DIR]"""
import argparse
import sys
from pathlib import Path

import arrows
import calls
import sizes
import words
from tree import Tree


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("root")
    arguments.add_argument("--qt-headers", help="the folder that holds QtCore, QtGui, …")
    given = arguments.parse_args()
    tree = Tree(given.root)
    if len(tree.cpp()) < 5:
        sys.exit(f"tidy: hardly a source in {given.root}: is it the root?")
    if given.qt_headers and not Path(given.qt_headers, "QtWidgets").is_dir():
        sys.exit(f"tidy: {given.qt_headers} does not hold Qt's headers")
    found = arrows.check(tree, given.qt_headers) + sizes.check(tree) + calls.check(tree) + words.check(tree)
    for finding in sorted(found):
        print(finding)
    print(f"tidy: {len(tree.cpp())} sources, {len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
