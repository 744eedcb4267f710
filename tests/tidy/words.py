"""What a tree must and must not say: paths of one machine, unfinished work, silent skips, tests that assert nothing, missing READMEs."""
import re
from pathlib import Path

from tree import PRODUCT, Finding, matches

ONE_MACHINE = r"(?<![\w.:/-])/(?:" + "|".join(["wo" + "rk", "ro" + "ot", "fa" + "rm", "ho" + r"me/[a-z]\w*"]) + r")/"
UNFINISHED = r"\b(?:" + "|".join(["TO" + "DO", "FIX" + "ME", "HA" + "CK"]) + r")\b"
SOURCES = (".cpp", ".h", ".py", ".sql", ".cmake", "CMakeLists.txt", ".yaml", ".qss")
ASSERTS = r"\bQ(?:VERIFY|COMPARE|TRY_|FAIL|TEST_\w*MAIN|EXPECT|VERIFY_THROWS)|\bCOMPARE_"
TOP = ("app", "core", "ui", "sync", "resources", "tests")


def check(tree):
    found = []
    for path in tree.paths:
        text = tree.text(path)
        found += [Finding(path, line, f"a path of one machine: {match.group()}") for line, match in matches(ONE_MACHINE, text)]
        if path.endswith(SOURCES):
            found += [Finding(path, line, f"unfinished: {match.group()}") for line, match in matches(UNFINISHED, text)]
    return found + silent_skips(tree) + tests_without_an_assertion(tree) + missing_readmes(tree) + test_headers_in_the_product(tree)


def silent_skips(tree):
    found = []
    for path in tree.cpp():
        for line, match in matches(r"\bQSKIP\s*\(([^;]*)\)\s*;", tree.without_comments(path)):
            said = " ".join(re.findall(r'"((?:[^"\\]|\\.)*)"', match.group(1)))
            if len(said.split()) < 2 and not re.search(r"[A-Za-z_]\w*\s*[(.]", match.group(1)):
                found.append(Finding(path, line, "QSKIP must say in plain words what is missing"))
    return found


def tests_without_an_assertion(tree):
    return [Finding(path, 1, "a test that asserts nothing")
            for path in tree.cpp("tests/") if Path(path).name.startswith("tst_") and not re.search(ASSERTS, tree.code(path))]


def missing_readmes(tree):
    folders = {path.split("/")[0] for path in tree.paths if "/" in path}
    return [Finding(folder, 0, "no README.md that says what lives there and what it may use")
            for folder in TOP if folder in folders and f"{folder}/README.md" not in tree.paths]


def test_headers_in_the_product(tree):
    found = []
    for path in tree.cpp(*PRODUCT):
        found += [Finding(path, line, "the product knows no test framework")
                  for line, _ in matches(r"#\s*include\s*<(?:QtTest|QTest|QSignalSpy)\b", tree.without_comments(path))]
    return found
