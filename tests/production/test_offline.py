"""The zip for a folder: the same bytes each time, and unpacked it searches, draws and computes with the network cut."""

from __future__ import annotations

import zipfile

import pytest

from explainer.explorables import state
from explainer.explorables.registry import explorables
from explainer.production import offline

LARGEST = 8_000_000


@pytest.fixture(scope="module")
def packed(site, tmp_path_factory):
    target = tmp_path_factory.mktemp("offline") / "site.zip"
    offline.offline(site.folder, target)
    return target


def test_the_same_site_gives_the_same_bytes(site, packed, tmp_path):
    assert 0 < offline.offline(site.folder, tmp_path / "again.zip") < LARGEST
    assert (tmp_path / "again.zip").read_bytes() == packed.read_bytes()


def test_what_is_in_it(site, packed):
    names = zipfile.ZipFile(packed).namelist()
    assert names[0] == f"{offline.TOP}/READ ME.txt"
    assert {f"{offline.TOP}/{path}" for path in site.pages} < set(names)
    assert not [name for name in names if name.endswith((".gz", ".br", ".map", "_headers", "404.html"))]
    assert len(names) == len(set(names)) == len(offline.files(site.folder)) + 1


def test_a_site_that_is_not_finished_is_refused(tmp_path):
    with pytest.raises(FileNotFoundError, match="make site"):
        offline.offline(tmp_path, tmp_path / "x.zip")


def test_unpacked_it_works_with_the_network_cut(packed, browser, evidence, tmp_path):
    zipfile.ZipFile(packed).extractall(tmp_path)
    top = (tmp_path / offline.TOP).as_uri()
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))

    page.goto(f"{top}/index.html")
    page.locator(".search-open:visible").first.click()
    page.keyboard.type("被执行人")
    page.locator("dialog.search li a").first.click()
    page.wait_for_url(lambda url: not url.endswith("index.html"))

    # a link to a state opens it, drawn and computed
    declared = explorables()["secret-weights"]
    control = next(item for item in declared.controls if item.name == "draws")
    given = {"draws": control.low}
    page.goto(f"{top}/criticisms/opacity.html?secret-weights.draws={control.low:g}#secret-weights")
    page.locator("figure#secret-weights[data-live] .live svg").first.wait_for()
    expected = state.run(declared, evidence, given).said
    assert page.locator("figure#secret-weights .say").text_content() == expected

    # a chart draws, and the figure alone opens
    page.goto(f"{top}/system/lists.html")
    chart = page.locator("figure.chart").first
    chart.scroll_into_view_if_needed()
    chart.locator(".live svg").first.wait_for()
    page.goto(f"{top}/embed/secret-weights.html?secret-weights.draws={control.low:g}")
    page.locator(".live svg").first.wait_for()

    assert said == []
    assert asked and all(url.startswith(("file:", "data:", "blob:")) for url in asked)
    context.close()
