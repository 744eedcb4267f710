"""A barcode scanner that plays keyboard, through XTEST like xdotool's.

In one batch, while the display serves nobody else: keys made by XTEST carry the time at which the display came round to them, and on a busy machine that
would stretch a burst into something that looks like typing. A real scanner's keys carry the kernel's own time. The display rests as seldom as can be, since
each rest is where a busy machine may stop it: only before a key that came since the last one, which without time between would look like a key held down.
"""
import ctypes
import ctypes.util

_RETURN, _SHIFT = 0xFF0D, 0xFFE1


class Scanner:
    def __init__(self):
        self._x11 = _library("X11", "libX11.so.6")
        self._xtst = _library("Xtst", "libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XkbKeycodeToKeysym.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(None))
        if not self._display:
            raise RuntimeError("the scanner finds no display")

    def scan(self, code):
        shift = self._keycode(_SHIFT)
        self._x11.XGrabServer(self._display)
        since_rest = None
        for sign in [*map(ord, code), _RETURN]:
            key = self._keycode(sign)
            shifted = self._x11.XkbKeycodeToKeysym(self._display, key, 0, 0) != sign
            if shifted:
                self._send(shift, True)
            rests = since_rest is None or key in since_rest
            since_rest = {key} if rests else since_rest | {key}
            self._send(key, True, after_ms=2 if rests else 0)
            self._send(key, False)
            if shifted:
                self._send(shift, False)
        self._x11.XUngrabServer(self._display)
        self._x11.XFlush(self._display)

    def _keycode(self, keysym):
        key = self._x11.XKeysymToKeycode(self._display, ctypes.c_ulong(keysym))
        if not key:
            raise ValueError(f"no key gives {keysym:#x}")
        return key

    def _send(self, key, down, after_ms=0):
        self._xtst.XTestFakeKeyEvent(self._display, key, down, ctypes.c_ulong(after_ms))


def _library(name, file):
    return ctypes.CDLL(ctypes.util.find_library(name) or file)
