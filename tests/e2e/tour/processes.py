"""Starting and stopping programs so that none outlives the tour, and each one's words are kept for when it fails."""
import ctypes
import os
import signal
import subprocess
import time
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)


class Gone(Exception):
    """A program that should be running ended; the text holds its last words."""


class Program:
    def __init__(self, command, log, env=None, descriptors=()):
        self.name = Path(command[0]).name
        self.log = Path(log)
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with open(self.log, "ab") as out:
            self._read_from = out.tell()
            self.process = subprocess.Popen(
                [str(part) for part in command], stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT,
                env={**os.environ, **(env or {})}, pass_fds=descriptors, preexec_fn=_die_with_parent)

    @property
    def pid(self):
        return self.process.pid

    def said(self):
        """What it wrote since it was started."""
        with open(self.log, "rb") as log:
            log.seek(self._read_from)
            return log.read().decode(errors="replace")

    def check(self):
        if self.process.poll() is not None:
            raise Gone(f"{self.name} ended with {self.process.returncode}; its last words:\n{self.said()[-3000:]}")

    def wait_for_line(self, words, seconds=20):
        """The first line that holds the words."""
        def line():
            self.check()
            return next((line for line in self.said().splitlines() if words in line), None)
        return wait_until(line, f"{self.name} to say “{words}”", seconds)

    def stop(self, seconds=10):
        """Asks it to end, and insists when it does not; its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        return self.process.returncode


class TooLate(Exception):
    """What was waited for did not come."""


def wait_until(ask, what, seconds=10.0, pause=0.05):
    """Asks until the answer is neither None nor False, and returns it."""
    end = time.monotonic() + seconds
    while True:
        answer = ask()
        if answer is not None and answer is not False:
            return answer
        if time.monotonic() > end:
            raise TooLate(f"waited {seconds:g} s for {what}")
        time.sleep(pause)


def _die_with_parent():
    _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
