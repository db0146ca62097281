"""Names with a hash of the content: every page tells them, scripts find them, public addresses stay."""

from __future__ import annotations

import hashlib
import json
import re
import shutil

import pytest

from bench.first_view import serving
from explainer.production import hashed


@pytest.fixture
def small(tmp_path):
    """A folder as a generator leaves it: one page at depth, styles, the runtime, a figure's script, a picture, numbers."""

    def make(name: str = "site"):
        site = tmp_path / name
        files = {
            "assets/generated/explainer.css": "p { color: red }",
            "assets/generated/explainer.js": f"var explainer = {{}};\n{hashed.UNNAMED}start();",
            "assets/generated/figures/map.js": "explainer.define({});",
            "assets/generated/pictures/map-wide.svg": "<svg/>",
            "assets/generated/numbers/map.csv": "a,b\n",
            "assets/generated/pages.json": "[]",
            "system/map.html": '<link rel="stylesheet" href="../assets/generated/explainer.css">'
            '<script src="../assets/generated/explainer.js" defer></script>'
            '<img src="../assets/generated/pictures/map-wide.svg" '
            'srcset="../assets/generated/pictures/map-wide.svg 2x, a.svg" alt="">'
            '<meta property="og:image" content="https://example.org/assets/generated/pictures/map-wide.svg">'
            '<a href="../assets/generated/numbers/map.csv">x</a>'
            '<p>"../assets/generated/explainer.css" is text</p>',
        }
        for path, text in files.items():
            file = site / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        return site

    return make


def bytes_of(site):
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def test_names_hold_the_hash_of_the_bytes(small):
    site = small()
    names = hashed.stamp(site)
    assert set(names) == {"explainer.css", "explainer.js", "figures/map.js", "pictures/map-wide.svg"}
    for plain, name in names.items():
        digest = hashlib.sha256((site / hashed.FOLDER / name).read_bytes()).hexdigest()
        assert name == re.sub(r"(\.\w+)$", rf".{digest[: hashed.LENGTH]}\1", plain)
        assert not (site / hashed.PLAIN / plain).exists()


def test_tags_are_told_and_text_and_public_addresses_stay(small):
    site = small()
    names = hashed.stamp(site)
    text = (site / "system/map.html").read_text()
    picture = names["pictures/map-wide.svg"]
    assert f'href="../assets/hashed/{names["explainer.css"]}"' in text
    assert f'src="../assets/hashed/{names["explainer.js"]}"' in text
    assert text.count(picture) == 3 and f'content="https://example.org/assets/hashed/{picture}"' in text
    assert '"../assets/generated/explainer.css" is text' in text
    assert 'href="../assets/generated/numbers/map.csv"' in text and (site / "assets/generated/numbers/map.csv").exists()


def test_the_runtime_knows_the_scripts_that_it_loads(small):
    site = small()
    names = hashed.stamp(site)
    runtime = (site / hashed.FOLDER / names["explainer.js"]).read_text()
    wanted = f"explainer.files = {json.dumps({'figures/map.js': names['figures/map.js']}, separators=(',', ':'))};\n"
    assert wanted in runtime and runtime.endswith("start();")
    assert (site / hashed.MANIFEST).read_text() == wanted


def test_twice_changes_nothing_and_equal_sites_are_equal(small):
    one, two = small("one"), small("two")
    hashed.stamp(one)
    once = bytes_of(one)
    hashed.stamp(one)
    hashed.stamp(two)
    assert bytes_of(one) == once == bytes_of(two)


def test_a_changed_script_changes_its_name_and_those_that_name_it(small):
    one, two = small("one"), small("two")
    (two / "assets/generated/figures/map.js").write_text("explainer.define({changed: 1});")
    first, second = hashed.stamp(one), hashed.stamp(two)
    changed = {name for name in first if first[name] != second[name]}
    assert changed == {"figures/map.js", "explainer.js"}


def test_a_build_into_the_same_folder_leaves_nothing_old(small):
    site = small()
    old = hashed.stamp(site)["explainer.css"]
    small()
    (site / "assets/generated/explainer.css").write_text("p { color: blue }")
    new = hashed.stamp(site)["explainer.css"]
    assert new != old and not (site / hashed.FOLDER / old).exists() and (site / hashed.FOLDER / new).exists()


def test_in_the_built_site_what_pages_fetch_is_hashed_and_what_is_public_is_not(site):
    names = hashed.names(site.folder)
    assert {"explainer.css", "explainer.js", "search.js", "lib/plotly.js", "lib/minisearch.js"} <= set(names)
    for path in ("explorables.json", "claims.json", "evidence/sources.bib", "assets/generated/files.js"):
        assert (site.folder / path).exists(), path
    for folder in ("models", "notebooks", "embed", "assets/generated/numbers"):
        for file in (site.folder / folder).iterdir():
            assert not re.search(rf"\.[0-9a-f]{{{hashed.LENGTH}}}\.", file.name), file
    for listed in json.loads((site.folder / "explorables.json").read_text()):
        assert (site.folder / listed["model"]).exists()
        assert (site.folder / "embed" / f"{listed['name']}.html").exists()
        assert (site.folder / "assets/generated/numbers" / f"{listed['name']}.csv").exists()


@pytest.mark.parametrize("late", [False, True], ids=["both scripts at once", "one fails after the new names came"])
def test_a_window_that_was_open_while_the_site_was_published_anew_goes_on(site, browser, tmp_path, late):
    folder = shutil.copytree(site.folder, tmp_path / "site")
    names = hashed.names(folder)
    scripts = {name: new for name, new in names.items() if name.endswith(".js") and name != "explainer.js"}
    with serving(folder) as url:
        page = browser.new_page()
        page.goto(url + "learn/method.html")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for name in ("search.js", "lib/minisearch.js"):
            new = hashed.hashed(name, b"of another day")
            (folder / hashed.FOLDER / names[name]).rename(folder / hashed.FOLDER / new)
            scripts[name] = new
        (folder / hashed.MANIFEST).write_text(f"explainer.files = {json.dumps(scripts)};\n")
        held: list = []
        if late:
            page.route(f"**/{names['lib/minisearch.js']}", lambda route: held.append(route))
        with page.expect_event("requestfinished", lambda request: "/files.js?" in request.url):
            page.locator(".search-open:visible").first.click()
        for route in held:
            route.continue_()
        page.keyboard.type("defaulter")
        page.locator("dialog.search li a").first.wait_for()
        assert any(scripts["search.js"] in address for address in asked)
        page.close()
