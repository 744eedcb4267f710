"""Calls and words that have no place: the system's clock and chance in the domain, floats near money, colours outside the theme."""
import re

from tree import PRODUCT, Finding, matches

# (what, pattern, folders that it is banned from, files that it is allowed in)
SYSTEM_CLOCK = (r"\bQDateTime::current\w+|\bQDate::currentDate|\bQTime::currentTime|\bQElapsedTimer\b|\bQDeadlineTimer\b"
                r"|\b(?:system|steady|high_resolution)_clock::now|(?<![\w.>:])(?:std::)?time\s*\(\s*(?:nullptr|NULL|0)\s*\)"
                r"|\bgettimeofday\b|\bclock_gettime\b")
SYSTEM_CHANCE = (r"\brandom_device\b|\bQRandomGenerator\b|\bQUuid::createUuid\w*|\bRAND_(?:priv_)?bytes\b"
                 r"|\bs?rand\s*\(|\bgetrandom\s*\(|\bgetentropy\s*\(")
BANNED = [
    ("asks the system's clock; take a Clock", SYSTEM_CLOCK, ("core/", "sync/engine/"), r"^core/base/system_\w+\.cpp$"),
    ("asks the system for chance; take a Random", SYSTEM_CHANCE, ("core/", "sync/engine/"), r"^core/base/system_\w+\.cpp$"),
    ("sleeps", r"\bQThread::\w*sleep\b|\bthis_thread::sleep_\w+|\busleep\s*\(", ("core/", "sync/", "ui/"), None),
    ("floating point touches no money and no quantity", r"\b(?:double|float)\b|\btoDouble\s*\(|\btoFloat\s*\(", ("core/",),
     r"^core/base/json_fields\.cpp$"),  # where JSON's own doubles are turned into exact integers or refused
    ("nests an event loop", r"\bQEventLoop\b|\bprocessEvents\s*\(", ("core/", "sync/", "ui/"), None),
    ("connects by text; use a pointer to member", r"\bSIGNAL\s*\(|\bSLOT\s*\(", PRODUCT, None),
]

NAMED_COLOUR = (r"\bQt::(?:white|black|red|darkRed|green|darkGreen|blue|darkBlue|cyan|darkCyan|magenta|darkMagenta|yellow|darkYellow"
                r"|gray|darkGray|lightGray)\b")
COLOUR = (NAMED_COLOUR + r'|\bQColor\b[^;()\n]*[({]\s*(?:\d|u?"|QStringLiteral|QLatin1|"|QRgb)|\bqRgba?\s*\(\s*\d'
          r'|"[^"\n]*#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6})\b[^"\n]*"|"#[0-9a-fA-F]{3,4}"')


def check(tree):
    found = []
    for what, pattern, folders, allowed in BANNED:
        for path in tree.cpp(*folders):
            if not (allowed and re.search(allowed, path)):
                found += [Finding(path, line, f"{match.group().strip()} {what}") for line, match in matches(pattern, tree.code(path))]
    return found + colours(tree) + sql_clock(tree)


def colours(tree):
    found = []
    for path in tree.cpp("ui/", "app/"):
        if path.startswith("ui/theme/"):
            continue
        for line, match in matches(COLOUR, tree.without_comments(path)):
            # Paper has no theme: ink is black on white.
            if path.startswith("ui/print/") and match.group() in ("Qt::black", "Qt::white"):
                continue
            found.append(Finding(path, line, f"a colour outside ui/theme: {match.group()[:40]}"))
    for path in tree.paths:
        if path.endswith(".qss"):
            found.append(Finding(path, 1, "a style sheet outside ui/theme, which makes the only one"))
    return found


def sql_clock(tree):
    """SQLite's own clock and chance are the system's as well."""
    pattern = r"(?i)'now'|\bcurrent_(?:timestamp|date|time)\b|\brandom\s*\(\s*\)|\brandomblob\s*\("
    paths = [path for path in tree.paths if path.startswith("resources/schema/")] + tree.cpp("core/")
    found = []
    for path in paths:
        text = tree.without_comments(path) if path.endswith((".cpp", ".h")) else re.sub(r"--[^\n]*", "", tree.text(path))
        if path.endswith((".cpp", ".h")):
            strings = [(line, match) for line, match in matches(r'"(?:[^"\\\n]|\\.)*"|R"\(.*?\)"', text) if re.search(pattern, match.group())]
            found += [Finding(path, line, "SQL that asks the system's clock or chance") for line, _ in strings]
        else:
            found += [Finding(path, line, f"{match.group()} asks the system's clock or chance") for line, match in matches(pattern, text)]
    return found
