"""A site of 35 full-length pages keeps the budget of a first view, and its search index stays out of it."""

from __future__ import annotations

import pytest

from bench.first_view import BUDGET_BYTES, BUDGET_LIVE, BUDGET_REQUESTS, DESKTOP, PHONE, first_view, live, serving
from explainer.production import budget, built
from explainer.production.finish import finish

FULL = "docs/system/lists.md"
COUNT = 35


def test_the_pages_that_stand(site, browser):
    pages = {page.path: page for page in built.read(site.folder)}
    with serving(site.folder) as url:
        for path in site.pages:
            for size in (PHONE, DESKTOP):
                traffic = first_view(browser, url + path, size)
                if not traffic.drawn:  # what `make site` counts on the files is not less than what crosses the wire
                    counted = sum(budget.cost(site.folder, pages[path]).first.values())
                    assert traffic.total - 1000 <= counted <= traffic.total + 40_000, (path, size)
                assert traffic.total <= traffic.limit, (path, size, traffic.heaviest())
                assert traffic.count <= BUDGET_REQUESTS, (path, size, traffic.addresses())
                assert not any("/search." in address for address in traffic.addresses())
                if size == PHONE:
                    assert not traffic.drawn, path
            assert live(browser, url + path, PHONE).total <= BUDGET_LIVE, path


def test_thirty_five_full_pages(copy, browser, tmp_path):
    page, nav = copy.read(FULL), ""
    for number in range(COUNT):
        path = f"system/full-{number}"
        copy.write(f"docs/{path}.md", page.replace("/// page | system/lists", f"/// page | {path}"))
        nav += f"      - Full page {number}: {path}.md\n"
    copy.write("mkdocs.yml", copy.read("mkdocs.yml").rstrip("\n") + f"\n  - More:\n{nav}")
    folder = tmp_path / "site"
    for command in (("explainer", "generate", "--pictures"), ("mkdocs", "build", "-q", "-d", str(folder))):
        done = copy.run(*command)
        assert done.returncode == 0, done.stderr
    assert finish(folder, "https://example.org/") == []
    with serving(folder) as url:
        for path in ("index.html", "system/full-0.html", f"system/full-{COUNT - 1}.html", "reference/sources.html", "reference/sources-chinese.html"):
            traffic = first_view(browser, url + path, PHONE)
            assert traffic.total <= BUDGET_BYTES, (path, traffic.heaviest())
            assert traffic.count <= BUDGET_REQUESTS, (path, traffic.addresses())


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_search_is_fetched_at_first_use_only(site, browser, width):
    with serving(site.folder) as url:
        context = browser.new_context(viewport={"width": width[0], "height": width[1]})
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(url + "index.html")
        page.wait_for_load_state("networkidle")
        assert not any("/search." in address for address in asked)
        page.locator(".search-open:visible").first.click()
        page.keyboard.type("defaulter")
        page.locator("dialog.search li a").first.wait_for()
        assert any("/search." in address for address in asked)
        context.close()
