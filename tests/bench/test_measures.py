"""Each measure runs, on as little as it can: that it works, not how fast anything is. What only `make bench` installs is left out."""

from __future__ import annotations

import csv
import json

import pytest

from bench import __main__ as command
from bench import build, edit, install, models, paint, results, weight
from bench.first_view import serving
from bench.peers import shared, stock
from explainer import measured
from explainer.explorables.registry import explorables
from explainer.paths import DOCS, ROOT

INSTALLED = pytest.mark.skipif(not (install.MODULES / "installed.json").exists(), reason="make bench installs it")


@pytest.fixture
def entries(site) -> list[dict]:
    return [entry for entry in json.loads((site.folder / "explorables.json").read_text(encoding="utf-8")) if entry["page"]]


def test_paint_counts_moves_that_change_the_picture(site, browser, entries):
    rows = paint.explorable(browser, site.url, entries[0], moves=3, slow=(1,))
    assert [row["setting"] for row in rows] == ["default", "heaviest"]
    for row in rows:
        assert set(row) == set(paint.COLUMNS)
        assert row["moves"] == 3
        assert 0 < row["median"] <= row["p95"]
        assert 0 < row["script"] <= row["thread"]


def test_paint_takes_no_time_from_a_move_that_changes_nothing(site, browser, entries):
    watched = paint.opened(browser, site.url, entries[0])
    assert watched.move(f"#{entries[0]['name']} .live", lambda page: page.evaluate("1"), limit=200) is None
    watched.close()


def test_the_obvious_way_is_built_and_its_slider_moves_the_picture(site, browser, tmp_path, monkeypatch):
    monkeypatch.setattr(stock, "FOLDER", tmp_path / "stock")
    with serving(stock.build()) as address:
        peer = paint.Peer("plotly", address, ".js-plotly-plot .cartesianlayer", paint.pressed, ".slider-rail-touch-rect")
        rows = paint.compared(browser, peer, moves=2, slow=(1,))
        assert rows[0]["moves"] == 2
        found = weight.traffic(browser, address + "index.html")
    assert found["first_requests"] >= 1 and found["live_kb"] >= found["first_kb"] > 0


@INSTALLED
def test_every_peer_is_built_and_moves(site, browser, monkeypatch):
    monkeypatch.setattr(paint, "SITE", site.folder)
    rows = paint.beside(browser, site.url, moves=2, slow=(1,))
    assert [row["what"] for row in rows] == ["ours", "plotly", "framework", "dash", "pyodide"]


@INSTALLED
def test_lighthouse_judges_a_page(site):
    with weight.lighthouse(True) as judge:
        found = judge.judged(site.url + "index.html", 1)
    assert found["accessibility"] == 100
    assert found["lcp_ms"] > 0


def test_models_give_one_result_in_three_ways():
    rows = models.measure(quick=True)
    assert {row["model"] for row in rows} == {"secret-weights", "friends-score"}
    assert all(row["v8"] > 0 and row["cpython"] > 0 and row["hand"] > 0 for row in rows)


def test_a_result_that_differs_is_noticed():
    assert models.same({"a": [1, None, "x"]}, {"a": [1 + 1e-12, None, "x"]})
    assert not models.same({"a": [1, 2]}, {"a": [1]})
    assert not models.same({"a": True}, {"a": 1.5})
    assert not models.same(1, 1.001)


def test_a_grown_copy_holds_more_pages_that_build(generated, tmp_path):
    folder = tmp_path / "copy"
    build.grown(2, folder)
    assert (folder / "docs/system/full-1.md").exists()
    assert build.seconds(folder, "explainer", "check") > 0


def test_a_page_that_is_saved_is_served_anew(generated):
    (row,) = edit.measure(quick=True)
    assert row["edits"] == 1


def test_the_peers_show_the_figure_as_we_do():
    slider = shared.peer()["slider"]
    assert slider["name"] == shared.CONTROL and slider["default"] in shared.steps()
    one, other = shared.at(slider["low"]), shared.at(slider["high"])
    assert one.keys() == other.keys() and one != other
    assert "@" not in json.dumps(shared.peer()["figure"]["data"]).replace("@keyframes", "")


def test_what_is_kept_is_what_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(results, "FOLDER", tmp_path)
    results.keep("trial", ("what", "value"), [{"what": "a, b", "value": 1.5}])
    assert results.read("trial") == [{"what": "a, b", "value": "1.5"}]
    assert results.read("nothing") == []


def test_the_kept_results_are_those_that_the_page_can_show():
    for name in command.MEASURES:
        file = results.FOLDER / f"{name}.csv"
        if not file.exists():
            continue
        columns = next(csv.reader(file.open(encoding="utf-8")))
        module = {"paint": paint, "weight": weight, "build": build, "edit": edit, "models": models}[name]
        assert tuple(columns) == module.COLUMNS, name
    assert {row["figure"] for row in measured.figures()} <= set(explorables()), "a figure was renamed: make bench"


def test_a_command_that_asks_for_an_unknown_measure_says_which_there_are(capsys):
    assert command.main(["speed"]) == 2
    assert "paint, weight, build, edit, models" in capsys.readouterr().out


def test_lock_files_name_no_registry():
    for name in ("bench/requirements.txt", "bench/package-lock.json"):
        assert "http" not in "".join(
            line for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if "resolved" in line or "index" in line
        )
    text = (ROOT / "bench/requirements.txt").read_text(encoding="utf-8")
    assert text.count("--hash=") >= text.count("==")


def test_the_page_shows_every_measure():
    page = (DOCS / "learn/performance.md").read_text(encoding="utf-8")
    for block in ("measured-where", "measured-paint", "measured-weight", "measured-build", "measured-edit", "measured-models"):
        assert f"/// reference | {block}\n" in page
