"""Who may include whom: app → ui → core, app → sync → core, and the order of the rooms within core."""
import re
from pathlib import Path

from tree import PRODUCT, Finding, line_of

# The longest folder that a file stands in decides; what it names is all that it may include of the house.
MAY_INCLUDE = {
    "core/base": ["core/base"],
    "core/store": ["core/base", "core/store"],
    "core/journal": ["core/base", "core/store", "core/journal"],
    "core/gs1": ["core/base", "core/gs1"],
    "core/tax": ["core/base", "core/tax"],
    "core/pricing": ["core/base", "core/tax", "core/pricing"],
    "core": ["core"],
    "sync": ["sync", "core"],
    "ui": ["ui", "core"],
    "app": ["app", "ui", "sync", "core"],
    "tests": ["tests", "app", "ui", "sync", "core"],
    # The reference OMS is the other opinion on every sum, so it shares no code with the till.
    "tests/sandbox": ["tests/sandbox"],
}

# What a folder may not take from outside the house: Qt's modules, and headers by name.
FORBIDDEN_MODULES = {
    "core": ["QtGui", "QtWidgets", "QtNetwork", "QtPrintSupport", "QtSvg"],
    "sync": ["QtGui", "QtWidgets", "QtPrintSupport", "QtSvg"],
    "sync/engine": ["QtGui", "QtWidgets", "QtNetwork", "QtPrintSupport", "QtSvg"],
    "ui": ["QtNetwork"],
}
FORBIDDEN_HEADERS = {
    "core": ["openssl/ssl.h", "httplib.h"],
    "sync": ["httplib.h"],
    "sync/engine": ["QTimer", "QThread", "QFile", "openssl/ssl.h", "httplib.h", "SQLiteCpp/"],
    "ui": ["httplib.h", "SQLiteCpp/", "sqlite3.h"],
    "app": ["httplib.h"],
}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)


def includes(tree, path):
    """(line, quote, what) of each include."""
    text = tree.without_comments(path)
    return [(line_of(text, match.start(1)), match.group(1), match.group(2)) for match in INCLUDE.finditer(text)]


def check(tree, qt_headers=None):
    modules = qt_modules(qt_headers)
    found = []
    for path in tree.cpp():
        for line, quote, what in includes(tree, path):
            text = wrong_inside(tree, path, what) if quote == '"' else wrong_outside(path, what, modules)
            if text:
                found.append(Finding(path, line, text))
    return found + circles(tree)


def wrong_inside(tree, path, what):
    if what.endswith(".moc"):
        return None
    if not (tree.root / what).is_file():
        return f'"{what}" is no path from the root'
    room = longest(path, MAY_INCLUDE)
    is_test_of_sandbox = path.startswith("tests/sandbox/") and Path(path).name.startswith("tst_")
    allowed = MAY_INCLUDE["tests"] if is_test_of_sandbox else MAY_INCLUDE.get(room)
    if allowed is None or any(inside(what, folder) for folder in allowed):
        return None
    return f"{room} must not know {Path(what).parent.as_posix()} ({what})"


def wrong_outside(path, what, modules):
    module = what.split("/")[0] if what.startswith("Qt") and "/" in what else modules.get(what)
    for folder, forbidden in FORBIDDEN_MODULES.items():
        if inside(path, folder) and module in forbidden:
            return f"{folder} must not know {module} (<{what}>)"
    for folder, forbidden in FORBIDDEN_HEADERS.items():
        if inside(path, folder) and any(what == name or (name.endswith("/") and what.startswith(name)) for name in forbidden):
            return f"{folder} must not use <{what}>"
    return None


def qt_modules(qt_headers):
    """Which module each of Qt's headers belongs to, read from the folder where Qt's headers are installed."""
    found = {}
    for module in {name for names in FORBIDDEN_MODULES.values() for name in names}:
        folder = Path(qt_headers) / module if qt_headers else None
        if folder and folder.is_dir():
            found.update({header.name: module for header in folder.iterdir()})
    return found


def circles(tree):
    """Folders of the product that need one another in a ring: each ring once, with an include that closes it."""
    graph = {}
    for path in tree.cpp(*PRODUCT):
        for line, quote, what in includes(tree, path):
            here, there = Path(path).parent.as_posix(), Path(what).parent.as_posix()
            if quote == '"' and here != there and (tree.root / what).is_file():
                graph.setdefault(here, {}).setdefault(there, (path, line))
    found, seen = [], set()
    for start in sorted(graph):
        ring = shortest_ring(graph, start)
        if ring and frozenset(ring) not in seen:
            seen.add(frozenset(ring))
            path, line = graph[ring[-1]][start]
            found.append(Finding(path, line, "folders in a circle: " + " → ".join(ring + [start])))
    return found


def shortest_ring(graph, start):
    paths, reached = [[start]], {start}
    while paths:
        path = paths.pop(0)
        for there in sorted(graph.get(path[-1], {})):
            if there == start:
                return path
            if there not in reached:
                reached.add(there)
                paths.append(path + [there])
    return None


def inside(path, folder):
    return path == folder or path.startswith(folder + "/")


def longest(path, folders):
    return max((folder for folder in folders if inside(path, folder)), key=len, default=None)
