"""Rooms that people can find their way in: files, functions and folders that have not grown into halls."""
import re
from collections import Counter
from pathlib import Path

from tree import Finding, line_of

FILE_LINES = 300
FUNCTION_LINES = 70
FOLDER_SOURCES = 25

# Files that may be longer for now, with how long at most. The list only shrinks: a file well below its figure is a finding too.
RATCHET = {}

_TYPE = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b[^()]*$")


def check(tree, ratchet=None):
    return long_files(tree, RATCHET if ratchet is None else ratchet) + long_functions(tree) + crowded_folders(tree)


def long_files(tree, ratchet):
    found = []
    for path in tree.paths:
        if not path.endswith((".cpp", ".h", ".py", ".sql")):
            continue
        lines = tree.text(path).count("\n")
        allowed = ratchet.get(path, FILE_LINES)
        if lines > allowed:
            found.append(Finding(path, lines, f"{lines} lines; a source is at home under {allowed}"))
        if path in ratchet and (lines <= FILE_LINES or lines < allowed - 20):
            found.append(Finding(path, lines, f"{lines} lines now: lower its ratchet of {allowed}, or take it off"))
    found += [Finding(path, 0, "on the ratchet, but gone") for path in ratchet if path not in tree.paths]
    return found


def crowded_folders(tree):
    sources = Counter(Path(path).parent.as_posix() for path in tree.cpp())
    return [Finding(folder, 0, f"{count} sources in one folder; at most {FOLDER_SOURCES}")
            for folder, count in sorted(sources.items()) if count > FOLDER_SOURCES]


def long_functions(tree):
    found = []
    for path in tree.cpp():
        for name, first, last in functions(tree.code(path)):
            # A test's _data function is a table of rows, and a table may be as long as it is.
            if last - first + 1 > FUNCTION_LINES and not name.endswith("_data"):
                found.append(Finding(path, first, f"{name or 'function'} has {last - first + 1} lines; at most {FUNCTION_LINES}"))
    return found


def functions(code):
    """(name, first line, last line) of each block that stands in a file, namespace or class and is no type and no initialiser."""
    code = re.sub(r"^[ \t]*#(?:[^\n\\]|\\.)*", lambda match: re.sub(r"[^\n]", " ", match.group()), code, flags=re.MULTILINE | re.DOTALL)
    open_blocks, header_at = [], 0
    for match in re.finditer(r"[{};]", code):
        at, sign = match.start(), match.group()
        if sign == "{":
            header = code[header_at:at]
            in_function = any(kind != "type" for kind, _, _ in open_blocks)
            kind = "inner" if in_function else block_kind(header)
            open_blocks.append((kind, header, header_at + len(header) - len(header.lstrip())))
        elif sign == "}" and open_blocks:
            kind, header, start = open_blocks.pop()
            if kind == "function":
                yield function_name(header), line_of(code, start), line_of(code, at)
        if not any(kind != "type" for kind, _, _ in open_blocks):
            header_at = at + 1


def block_kind(header):
    if _TYPE.search(header) or not header.strip():
        return "type" if header.strip() else "function"
    return "initialiser" if re.search(r"=\s*$", header) or "(" not in header else "function"


def function_name(header):
    match = re.search(r"([~\w]+|operator[^\w\s(]+)\s*\(", header)
    return match.group(1) if match else ""
