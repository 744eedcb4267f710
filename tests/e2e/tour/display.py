"""A screen to work on: the one that is there, or an Xvfb of our own with a window manager; and the accessibility bus beside it."""
import importlib.util
import os
import secrets
import shutil
import struct
import subprocess
from pathlib import Path

from .processes import Program, wait_until

SIZE = "1280x800"
_BUS_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
CANNOT_RUN = 77  # ctest takes this exit code as skipped
_NEEDED = ("Xvfb", "openbox", "xdotool", "scrot", "dbus-daemon", "dbus-send")


def what_is_missing():
    missing = [name for name in _NEEDED if not shutil.which(name)]
    if importlib.util.find_spec("pyatspi") is None:
        missing.append("python3-pyatspi")
    return missing


class Display:
    """While it is entered, the environment points to a display and to a session bus on which Qt shows its widgets."""

    def __init__(self, logs, own):
        self._logs = Path(logs)
        # Under Wayland, X sees neither the whole screen nor may it press keys.
        self._own = own or not os.environ.get("DISPLAY") or bool(os.environ.get("WAYLAND_DISPLAY"))
        self._programs = []

    def __enter__(self):
        try:
            if self._own:
                self._start_server()
                self._start("openbox", "--sm-disable")
            self._start_bus()
            # xcb because XTEST is X's; the tree must be there although no screen reader asks for it.
            os.environ.update(QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_ACCESSIBILITY="1", NO_AT_BRIDGE="0")
            os.environ.pop("WAYLAND_DISPLAY", None)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for program in reversed(self._programs):
            program.stop(3)

    def _start(self, *command, descriptors=()):
        program = Program(command, self._logs / (Path(command[0]).name + ".log"), descriptors=descriptors)
        self._programs.append(program)
        return program

    def _start_server(self):
        cookie = self._logs / "Xauthority"
        self._logs.mkdir(parents=True, exist_ok=True)
        # One record that fits any display (family 65535), as the number is known only once the server runs.
        name = b"MIT-MAGIC-COOKIE-1"
        cookie.write_bytes(struct.pack(f">HHHH{len(name)}sH16s", 65535, 0, 0, len(name), name, 16, secrets.token_bytes(16)))
        cookie.chmod(0o600)
        number, write = os.pipe()
        self._start("Xvfb", "-displayfd", str(write), "-screen", "0", SIZE + "x24", "-auth", str(cookie), "-nolisten", "tcp", "-noreset",
                    descriptors=[write])
        os.close(write)
        with os.fdopen(number) as answer:
            shown = answer.readline().strip()
        if not shown:
            raise RuntimeError("Xvfb did not start; see " + str(self._logs / "Xvfb.log"))
        os.environ.update(DISPLAY=":" + shown, XAUTHORITY=str(cookie))

    def _start_bus(self):
        bus = self._start("dbus-daemon", "--session", "--nofork", "--print-address=1")
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.wait_for_line("unix:").strip()
        os.environ.pop("AT_SPI_BUS_ADDRESS", None)
        launcher = next((path for path in _BUS_LAUNCHERS if Path(path).exists()), None)
        if not launcher:
            raise RuntimeError("at-spi-bus-launcher is missing; the package is at-spi2-core")
        self._start(launcher, "--launch-immediately")
        wait_until(self._bus_answers, "the accessibility bus", 10)

    @staticmethod
    def _bus_answers():
        return subprocess.run(["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0

