"""Which Chromium is taken, and what is said where there is none."""

from __future__ import annotations

import pytest

from explainer.production import chromium


@pytest.fixture
def script(tmp_path):
    """Makes a program that stands for a browser: it prints, and ends with a code."""

    def make(name: str, code: int = 0, says: str = "Chromium 1.0"):
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\necho '{says}'\nexit {code}\n")
        path.chmod(0o755)
        return str(path)

    chromium.starts.cache_clear()
    yield make
    chromium.starts.cache_clear()


@pytest.fixture
def bare(tmp_path, monkeypatch):
    """A machine without any."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "candidates", lambda: iter([]))
    return monkeypatch


def test_the_variable_is_believed(script, monkeypatch):
    path = script("mine")
    monkeypatch.setenv("CHROMIUM", path)
    assert chromium.find() == path


def test_a_wrong_variable_is_said(script, monkeypatch):
    monkeypatch.setenv("CHROMIUM", script("broken", code=1))
    with pytest.raises(chromium.NoChromium, match="is not a Chromium that starts"):
        chromium.find()


def test_a_stand_in_that_does_not_start_is_passed_over(script, bare):
    stub, real = script("stub", code=1, says="install the snap"), script("real")
    bare.setattr(chromium, "candidates", lambda: iter([stub, real]))
    assert chromium.find() == real


def test_nothing_found(bare):
    assert chromium.find() is None


def test_ensure_installs_as_root_with_apt(script, bare):
    ran = []
    bare.setattr(chromium.os, "geteuid", lambda: 0, raising=False)
    bare.setattr(chromium.shutil, "which", lambda name: "/usr/bin/" + name)
    path = script("installed")

    def run(command):
        ran.append(command)
        bare.setattr(chromium, "candidates", lambda: iter([path]))
        return 0

    assert chromium.ensure(run) == path
    assert ran == [["apt-get", "update"], ["apt-get", "install", "-y", "chromium", "fonts-noto-cjk"]]


def test_ensure_asks_playwright_otherwise_and_says_what_to_install(bare):
    ran = []
    bare.setattr(chromium.os, "geteuid", lambda: 1000, raising=False)

    def run(command):
        ran.append(command[1:])
        return 1

    with pytest.raises(chromium.NoChromium) as told:
        chromium.ensure(run)
    assert ran == [["-m", "playwright", "install", "chromium"]]
    for system in ("Debian", "Fedora", "macOS", "Windows", "CHROMIUM="):
        assert system in str(told.value)


def test_this_machine_has_one_that_draws():
    with chromium.browser() as running:
        page = running.new_page()
        page.set_content("<title>here</title>")
        assert page.title() == "here"
        with chromium.browser() as another:  # Playwright itself would refuse
            assert another.new_page().title() == ""
        assert page.title() == "here"
