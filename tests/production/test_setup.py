"""The set-up: done once, said while it is done, and clear about what is missing."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys

import pytest

from explainer.paths import ROOT

spec = importlib.util.spec_from_file_location("project_setup", ROOT / "explainer/production/setup.py")
setup = importlib.util.module_from_spec(spec)
spec.loader.exec_module(setup)

LOCKS = ["requirements.txt", "requirements-test.txt", "package-lock.json"]


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A folder with lock files, and a list of the commands that the set-up would run."""
    for name in ["requirements.txt", "requirements-test.txt", "package.json", "package-lock.json"]:
        (tmp_path / name).write_text(name)
    ran = []

    def work(what, command, log, failed, environment=None):
        ran.append(what.split("(")[0].strip())
        (tmp_path / ".venv").mkdir(exist_ok=True)
        (tmp_path / "node_modules").mkdir(exist_ok=True)
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(f"{sys.executable}\n")

    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup, "work", work)
    monkeypatch.setattr(setup, "environment", lambda: None)
    monkeypatch.delenv("CHROMIUM", raising=False)
    (tmp_path / ".venv").mkdir()
    return tmp_path, ran


def test_the_second_time_nothing_is_done(project):
    _, ran = project
    assert setup.main(["test"]) == 0
    assert len(ran) == 3
    assert setup.main(["test"]) == setup.main(["site"]) == setup.main(["serve"]) == 0
    assert len(ran) == 3


def test_serve_then_test_adds_what_is_missing(project):
    _, ran = project
    setup.main(["serve"])
    assert len(ran) == 2
    setup.main(["test"])
    assert len(ran) == 4


@pytest.mark.parametrize("lock, what", [("requirements.txt", "Python"), ("package-lock.json", "npm")])
def test_a_changed_lock_file_is_installed_again(project, lock, what):
    folder, ran = project
    setup.main(["serve"])
    ran.clear()
    (folder / lock).write_text("changed")
    setup.main(["serve"])
    assert len(ran) == 1 and what in ran[0]


def test_what_is_broken_off_is_done_again(project, monkeypatch):
    folder, ran = project
    setup.main(["serve"])
    (folder / "requirements.txt").write_text("changed")
    good = setup.work

    def broken(*words, **options):
        raise setup.Missing("no network")

    monkeypatch.setattr(setup, "work", broken)
    assert setup.main(["serve"]) == 1
    assert "requirements.txt" not in json.loads((folder / ".venv/installed.json").read_text())
    monkeypatch.setattr(setup, "work", good)
    ran.clear()
    setup.main(["serve"])
    assert len(ran) == 1


def test_an_old_python_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup, "newer_python", lambda: None)
    with pytest.raises(setup.Missing, match=r"Python 3\.11 or newer is needed; .* is 3\.9"):
        setup.environment((3, 9, 1))


def test_a_python_without_venv_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup.subprocess, "call", lambda *words, **options: 1)
    with pytest.raises(setup.Missing, match=r"apt-get install python3\.12-venv"):
        setup.environment((3, 12, 0))


def test_a_failed_command_shows_its_last_lines(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    command = [sys.executable, "-c", "print('no route to host'); raise SystemExit(3)"]
    with pytest.raises(setup.Missing, match="It failed.\nThe last lines of log/x.log:\n  no route to host"):
        setup.work("Trying", command, tmp_path / "log/x.log", "It failed.")
    assert capsys.readouterr().out.startswith("Trying …")


def test_a_wrong_word_is_told(capsys):
    assert setup.main([]) == setup.main(["fly"]) == 2
    assert "serve|site|test" in capsys.readouterr().out


def test_it_runs_with_the_standard_library_alone():
    script = ROOT / "explainer/production/setup.py"
    told = subprocess.run([sys.executable, "-I", "-S", str(script)], capture_output=True, text=True)
    assert told.returncode == 2 and "usage" in told.stdout, told.stderr


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_file_names_an_address_or_a_folder(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    if lock.endswith(".json"):
        # where a package's author takes gifts is not where it is fetched from
        text = re.sub(r'"funding": (\{[^}]*\}|\[[^\]]*\]|"[^"]*")', "", text)
        assert '"resolved"' not in text
    assert not re.search(r"https?://|--(extra-)?index|--find-links|file:|(^|\s)/\w+", text)


@pytest.mark.parametrize("lock", LOCKS[:2])
def test_every_python_package_has_an_exact_version_and_a_hash(lock):
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip())
    assert len(entries) > 50
    for entry in entries:
        assert re.match(r"[a-z0-9.-]+==\S+", entry) and "--hash=sha256:" in entry, entry


def test_the_lock_of_the_tests_holds_that_of_the_site():
    def versions(lock):
        return set(re.findall(r"^[a-z0-9.-]+==\S+", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))

    assert versions("requirements.txt") < versions("requirements-test.txt")


def test_every_npm_package_has_a_hash():
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert all(entry.get("integrity", "").startswith("sha512-") for name, entry in packages.items() if name)
