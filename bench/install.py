"""What only `make bench` needs, from its own lock files into its own folders: `bench/.venv` (Dash) and `bench/node_modules` (Lighthouse,
Observable Framework, Pyodide, the whole of plotly.js)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from explainer.paths import ROOT
from explainer.production.setup import Stamps, digest, work

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"
PYTHON = HERE / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def python_packages() -> None:
    """Dash and what it needs, each checked against its hash."""
    lock = HERE / "requirements.txt"
    stamps = Stamps(HERE / ".venv" / "installed.json")
    if stamps.has(lock.name, digest(lock)):
        return
    log = ROOT / ".kept/setup/bench-pip.log"
    work("Making a virtual environment in bench/.venv", [sys.executable, "-m", "venv", "--clear", str(HERE / ".venv")], log, "It could not be made.")
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--progress-bar", "off"]
    work(
        "Installing Dash into bench/.venv (about 20 s the first time)",
        [*pip, "--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", str(lock)],
        log,
        "The Python packages of bench/requirements.txt could not be installed. Is there a network?",
    )
    stamps.set(lock.name, digest(lock))


def npm_packages() -> None:
    """Lighthouse, Framework, Pyodide and plotly.js."""
    lock = HERE / "package-lock.json"
    stamps = Stamps(MODULES / "installed.json")
    wanted = digest(HERE / "package.json", lock)
    if stamps.has(lock.name, wanted):
        return
    work(
        "Installing npm packages into bench/node_modules (about 40 s the first time)",
        [sys.executable, "-m", "explainer.production.node", "npm", "ci", "--prefix", str(HERE)],
        ROOT / ".kept/setup/bench-npm.log",
        "The npm packages of bench/package-lock.json could not be installed. Is there a network?",
    )
    stamps.set(lock.name, wanted)


def install() -> None:
    """Both. Raises `setup.Missing` with what to do."""
    python_packages()
    npm_packages()
