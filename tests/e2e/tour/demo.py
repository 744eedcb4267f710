"""The demo shop for people: a sandbox OMS behind the till, both with data that stay. Ends when the till's window is closed."""
import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from .processes import Gone, TooLate
from .sandbox import Sandbox, free_port


def home():
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share"
    return Path(os.environ.get("EVERTILL_HOME") or Path(data) / "evertill-demo")


def main():
    arguments = argparse.ArgumentParser(prog="app/run")
    arguments.add_argument("--bin", type=Path, required=True)
    arguments.add_argument("--catalog", type=Path, required=True)
    arguments.add_argument("--clean", action="store_true")
    given = arguments.parse_args()
    shop = home()
    if given.clean:
        for name in ("till", "oms", "logs"):
            shutil.rmtree(shop / name, ignore_errors=True)
        (shop / "port").unlink(missing_ok=True)
    shop.mkdir(parents=True, exist_ok=True)
    sandbox = Sandbox(given.bin / "evertill-sandbox-oms", shop / "oms", shop / "logs", remembered_port(shop), ["--demo", given.catalog, "--demo", given.catalog.with_name("counter.tsv"), "--demo", given.catalog.with_name("promotions.json"), "--demo", given.catalog.with_name("giftcards.json"), "--demo", given.catalog.with_name("price_lists.json"), "--demo", given.catalog.with_name("customers.json")])
    with sandbox:
        print(f"The demo shop's OMS answers on {sandbox.url}; all data are in {shop}")
        command = [given.bin / "evertill", "--data", shop / "till"] + enrolment(given.bin, shop / "till", sandbox)
        return subprocess.run(command, check=False).returncode


def remembered_port(shop):
    """The till was enrolled with this address, so it stays."""
    port = shop / "port"
    if not port.exists():
        port.write_text(str(free_port()))
    return int(port.read_text())


def enrolment(programs, data, sandbox):
    """Nothing for a machine that is a till already."""
    status = subprocess.run([programs / "evertillctl", "status", "--data", data], capture_output=True, text=True, check=False)
    if status.returncode == 0 and json.loads(status.stdout)["enrolled"]:
        return []
    return ["--enrol-url", sandbox.url, "--ca", sandbox.ca, "--code", sandbox.new_code()]


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Gone, TooLate) as problem:
        sys.exit(f"evertill: {problem}")
    except KeyboardInterrupt:
        sys.exit(130)
