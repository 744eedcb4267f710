"""What a person has of the window: eyes (the accessibility tree, pictures) and hands (X key and mouse events). No type of the product."""
import re
import subprocess

import gi
gi.require_version("Atspi", "2.0")
import pyatspi  # noqa: E402  (needs the environment that Display prepares)
from gi.repository import Atspi  # noqa: E402

from .processes import TooLate, wait_until  # noqa: E402
from .scanner import Scanner  # noqa: E402


class Screen:
    def __init__(self, program):
        self._program = program
        self._scanner = Scanner()
        self._app = None

    # Eyes

    def widgets(self):
        """Every widget that can be seen now, in the tree's order."""
        if self._app is None or self._app.get_process_id() != self._program.pid:
            self._app = wait_until(self._find_app, "the till's window in the accessibility tree", 30)
        return _showing(self._app)

    def _find_app(self):
        desktop = pyatspi.Registry.getDesktop(0)
        for index in range(desktop.childCount):
            app = desktop.getChildAtIndex(index)
            if app and app.get_process_id() == self._program.pid and app.childCount:
                # Nothing here runs an event loop that would keep a cache fresh.
                app.set_cache_mask(Atspi.Cache.NONE)
                return app
        return None

    def find(self, name, role=None, seconds=10, enabled=True):
        """The widget that is called so; a name is a text, or a pattern that must stand somewhere in it. Waits until it is there."""
        def look():
            found = [widget for widget in self.widgets()
                     if says(name, label_of(widget)) and role in (None, widget.getRoleName())
                     and (not enabled or widget.getState().contains(pyatspi.STATE_SENSITIVE))]
            return found[0] if found else None
        return self._wait(look, f"a {role or 'widget'} named {_shown(name)}", seconds)

    def see(self, words, seconds=10):
        """Waits until the words stand somewhere on the screen."""
        self._wait(lambda: any(says(words, text) for text in self.texts()), f"the words {_shown(words)}", seconds)

    def see_no_more(self, words, seconds=10):
        self._wait(lambda: not any(says(words, text) for text in self.texts()), f"the words {_shown(words)} to go", seconds)

    def sees(self, words):
        return any(says(words, text) for text in self.texts())

    def texts(self):
        return [text for widget in self.widgets() for text in texts_of(widget) if text]

    def await_keyboard(self, name, role="text"):
        """Waits until keys go to the widget. What stands around it may call itself focused as well."""
        self._wait(lambda: any(label_of(widget) == name and widget.getRoleName() == role
                               for widget in self.widgets() if widget.getState().contains(pyatspi.STATE_FOCUSED)),
                   f"the keyboard to be in the {role} “{name}”", 10)

    def _wait(self, ask, what, seconds):
        def patiently():
            self._program.check()
            try:
                return ask()
            except Exception as error:  # a widget may vanish while it is asked; the tree says so in many ways
                if type(error).__module__.startswith(("gi", "pyatspi")) or isinstance(error, (LookupError, AttributeError, NotImplementedError)):
                    self._app = None
                    return None
                raise
        try:
            return wait_until(patiently, what, seconds)
        except TooLate as late:
            raise TooLate(f"{late}; on the screen: {sorted(set(self.texts()))}") from None

    def picture(self, path):
        subprocess.run(["scrot", "--overwrite", str(path)], check=True, stdout=subprocess.DEVNULL)

    # Hands

    def key(self, *keys):
        _xdotool("key", "--clearmodifiers", *keys)

    def type(self, text):
        """By hand: far slower than a scanner, which the till tells apart by time."""
        _xdotool("type", "--delay", "160", "--", text)

    def scan(self, code):
        """Whatever has the focus."""
        self._scanner.scan(code)

    def click(self, name, role=None, seconds=10):
        """A finger on the middle of a widget."""
        box = self.find(name, role, seconds).queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        _xdotool("mousemove", str(box.x + box.width // 2), str(box.y + box.height // 2), "click", "1")


def says(wanted, text):
    if isinstance(wanted, re.Pattern):
        return wanted.search(text) is not None
    return plain(text) == plain(wanted)


def plain(text):
    """Without mnemonics, odd spaces and the key that is written on a button."""
    return re.sub(r"\s+", " ", text.replace("&", "").replace("\u00a0", " ").replace("\u202f", " ")).strip()


def label_of(widget):
    return plain(widget.name or "")


def texts_of(widget):
    """What stands on a widget: its name, its description's value, and the text that it holds."""
    found = [label_of(widget)]
    if "Text" in pyatspi.listInterfaces(widget):
        text = widget.queryText()
        found.append(plain(text.getText(0, text.characterCount)))
    return found


def _showing(widget, depth=0):
    found = []
    for index in range(widget.childCount):
        child = widget.getChildAtIndex(index)
        if child is None or depth > 40:
            continue
        state = child.getState()
        if state.contains(pyatspi.STATE_SHOWING) or state.contains(pyatspi.STATE_VISIBLE):
            found.append(child)
            found += _showing(child, depth + 1)
    return found


def _shown(words):
    return f"/{words.pattern}/" if isinstance(words, re.Pattern) else f"“{words}”"


def _xdotool(*arguments):
    subprocess.run(["xdotool", *arguments], check=True, stdout=subprocess.DEVNULL)
