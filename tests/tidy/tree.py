"""The source tree as the rules see it: paths from the root, texts, and C++ with its comments and strings blanked."""
import os
import re
from pathlib import Path
from typing import NamedTuple

NOT_OURS = re.compile(r"^(\.git|\.cache|__pycache__|build|build-.*)$")
PRODUCT = ("core/", "sync/", "ui/", "app/")


class Finding(NamedTuple):
    path: str
    line: int
    text: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.text}"


class Tree:
    def __init__(self, root):
        self.root = Path(root)
        self._texts = {}
        self._code = {}
        self.paths = sorted(self._walk())

    def _walk(self):
        for folder, folders, files in os.walk(self.root):
            folders[:] = [name for name in folders if not NOT_OURS.match(name)]
            for name in files:
                yield (Path(folder) / name).relative_to(self.root).as_posix()

    def text(self, path):
        """The file's text; empty for what is not UTF-8 (pictures, fonts)."""
        if path not in self._texts:
            try:
                self._texts[path] = (self.root / path).read_text(encoding="utf-8")
            except (UnicodeDecodeError, OSError):
                self._texts[path] = ""
        return self._texts[path]

    def cpp(self, *folders):
        return [path for path in self.paths if path.endswith((".cpp", ".h")) and (not folders or path.startswith(folders))]

    def code(self, path):
        """C++ with comments and the insides of strings turned into spaces; the lines stay where they were."""
        if path not in self._code:
            self._code[path] = _LITERALS.sub(_blank, self.text(path))
        return self._code[path]

    def without_comments(self, path):
        return _LITERALS.sub(lambda match: match.group() if match.group()[0] not in "/" else _blank(match), self.text(path))


_LITERALS = re.compile(
    r"//[^\n]*|/\*.*?\*/"
    r'|R"(?P<mark>[^(\s]{0,16})\(.*?\)(?P=mark)"'
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|(?<![0-9a-fA-F])'(?:[^'\\\n]|\\.)+'",
    re.DOTALL,
)


def _blank(match):
    text = match.group()
    keep = text[0] if text[0] in "\"'" else ""
    inside = re.sub(r"[^\n]", " ", text[len(keep): len(text) - len(keep)])
    return keep + inside + keep


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def matches(pattern, text):
    """(line, match) of every place where the pattern stands."""
    return [(line_of(text, match.start()), match) for match in re.finditer(pattern, text)]
