"""The sandbox OMS as a process, and its HTTPS side, with the shop's own CA as the only one that counts."""
import json
import socket
import ssl
import urllib.error
import urllib.request
from pathlib import Path

from .processes import Program


class Sandbox:
    def __init__(self, program, data, logs, port=None, extra=()):
        self.data = Path(data)
        self.port = port or free_port()
        self.url = f"https://localhost:{self.port}"
        self.ca = self.data / "ca.pem"
        self._command = [program, "--data", self.data, "--port", str(self.port), "--with-parent", *extra]
        self._log = Path(logs) / "sandbox.log"
        self._program = None

    def start(self):
        self.data.mkdir(parents=True, exist_ok=True)
        self._program = Program(self._command, self._log)
        self._program.wait_for_line('"ready":true', 30)
        return self

    def stop(self):
        if self._program:
            self._program.stop()
            self._program = None

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()

    def get(self, path):
        return self._ask("GET", path)

    def post(self, path, body):
        return self._ask("POST", path, body)

    def new_code(self, till="BER1T1"):
        """A one-time code that makes a machine this till."""
        return self.post("/sandbox/codes", {"till": till})["code"]

    def place_order(self, customer, lines):
        """A shopper's order; lines: thousandths by sku. Gives the order as the till will see it."""
        return self.post("/sandbox/orders", {
            "customer": customer, "promised_in_minutes": 60, "lines": [{"sku": sku, "quantity": quantity} for sku, quantity in lines.items()]})

    def table(self, name):
        return self.get(f"/sandbox/tables/{name}")["rows"]

    def _ask(self, method, path, body=None):
        request = urllib.request.Request(self.url + path, method=method, data=None if body is None else json.dumps(body).encode(), headers={
            "Authorization": "Bearer " + (self.data / "admin-token").read_text().strip(), "Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=20, context=ssl.create_default_context(cafile=self.ca)) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refusal:
            raise RuntimeError(f"{method} {path}: {refusal.code} {refusal.read().decode(errors='replace')}") from None


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
