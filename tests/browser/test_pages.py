"""What every page promises: no other host, no complaint, no JavaScript needed, from a folder, there and back, in light and dark, accessible."""

from __future__ import annotations

import json

import pytest

from explainer.paths import DOCS, NODE_MODULES
from explainer.syntax import scan

PAGES = [f"{path}.html" for path in scan.pages(DOCS)]
AXE = NODE_MODULES / "axe-core" / "axe.min.js"


def through(page) -> None:
    """Scrolls to the page's end, so that whatever waits for the reader starts; stays with each figure until it is live."""
    page.evaluate("""async () => {
      for (let y = 0; y <= document.body.scrollHeight; y += 400) { scrollTo(0, y); await new Promise(requestAnimationFrame); }
    }""")
    for figure in page.locator("figure[data-explorable], figure[data-chart]").all():
        figure.locator(".picture").scroll_into_view_if_needed()
        page.wait_for_function("figure => figure.hasAttribute('data-live')", arg=figure.element_handle())


@pytest.mark.parametrize("path", PAGES)
def test_no_other_host_and_no_complaint(visit, path):
    watched = visit(path)
    through(watched.page)
    assert not watched.foreign
    assert not watched.complaints
    assert watched.page.context.cookies() == []


@pytest.mark.parametrize("path", PAGES)
def test_from_a_folder(visit, site, path):
    watched = visit(path, base=f"file://{site.folder}/")
    through(watched.page)
    assert not watched.complaints and not watched.foreign


@pytest.mark.parametrize("query", ["被执行人", "defaulter", "失信", "xinyong"])
@pytest.mark.parametrize("folder", [False, True])
def test_search_finds(visit, site, query, folder):
    watched = visit("index.html", base=f"file://{site.folder}/" if folder else None)
    watched.page.locator(".search-open").first.click()
    watched.page.keyboard.type(query)
    watched.page.locator("dialog.search li a").first.wait_for()
    watched.page.keyboard.press("Enter")
    watched.page.wait_for_url(lambda url: "index.html" not in url)
    assert not watched.complaints and not watched.foreign


def test_search_that_finds_nothing_says_so(visit):
    watched = visit("index.html")
    watched.page.locator(".search-open").first.click()
    watched.page.keyboard.type("zzzzqqq <b>")
    watched.page.locator("dialog.search [role=status]").filter(has_text="Nothing found").wait_for()
    watched.page.keyboard.press("Escape")
    assert watched.page.locator("dialog.search").is_hidden()


def test_going_back_finds_the_figure_as_it_was_left(visit):
    watched = visit("system/timeline.html")
    page = watched.page
    page.locator("#timeline .picture").scroll_into_view_if_needed()
    page.locator("#timeline[data-live]").wait_for()
    page.locator("#timeline input[type=range]").last.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/timeline.html?timeline.*")
    left, said = page.url, page.locator("#timeline .say").inner_text()
    page.locator("header a[href$='index.html']").first.click()
    page.wait_for_url("**/index.html")
    page.go_back()
    page.wait_for_url(left)
    page.locator("#timeline .say").filter(has_text=said).wait_for()
    assert not watched.complaints


@pytest.mark.parametrize("address", ["system/plan.html#check", "system/companies.html#code-check", "reference/sources.html#source-yougov2019"])
def test_on_a_phone_an_address_opens_at_its_place_and_the_way_up_is_even(visit, address):
    """Far parts of a page are laid out as the reader comes near: neither the place nor the way there jumps."""
    page = visit(address, width=360, height=740).page
    top = "() => document.getElementById(location.hash.slice(1)).getBoundingClientRect().top"
    page.wait_for_function(f"() => {{ const top = ({top})(); return top >= 0 && top < 120; }}")
    start = page.evaluate(top)
    page.mouse.move(180, 300)
    for step in range(1, 7):
        page.mouse.wheel(0, -300)
        page.wait_for_function(f"([start, step]) => Math.abs(({top})() - start - 300 * step) < 4", arg=[start, step])


@pytest.mark.parametrize("machine", ["light", "dark"])
def test_light_and_dark_follow_the_machine_until_the_reader_chooses(visit, site, machine):
    """The first paint has the right colours; the choice holds on the next page; the machine no longer matters."""
    watched = visit("system/lists.html", color_scheme=machine)
    page = watched.page
    other = {"light": "dark", "dark": "light"}[machine]
    names = {"light": "default", "dark": "slate"}
    scheme = lambda: page.evaluate("document.body.getAttribute('data-md-color-scheme')")  # noqa: E731
    assert scheme() == names[machine]
    page.emulate_media(color_scheme=other)
    page.locator(f"body[data-md-color-scheme={names[other]}]").wait_for()
    page.emulate_media(color_scheme=machine)
    page.locator(f"body[data-md-color-scheme={names[machine]}]").wait_for()
    page.get_by_role("button", name=f"Switch to {other}").press("Enter")
    assert scheme() == names[other]
    page.goto(site.url + "index.html")
    assert scheme() == names[other]
    page.emulate_media(color_scheme=other)
    page.emulate_media(color_scheme=machine)
    assert scheme() == names[other]
    page.get_by_role("button", name=f"Switch to {machine}").wait_for()
    assert not watched.complaints


def test_a_page_is_dark_before_its_scripts_come(site, browser):
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(site.url + "system/lists.html")
    assert page.evaluate("document.body.getAttribute('data-md-color-scheme')") == "slate"
    assert page.locator("button.scheme").is_hidden()  # it would do nothing
    context.close()


@pytest.mark.parametrize("folder", [False, True])
@pytest.mark.parametrize("path", ["system/lists.html", "system/timeline.html", "judge/myths/everyone-has-one-score.html"])
def test_a_moment_opens_the_timeline_at_its_event(visit, site, path, folder):
    watched = visit(path, base=f"file://{site.folder}/" if folder else None)
    page = watched.page
    link = page.locator(".moments a").last
    date, event = link.locator("time").inner_text(), link.inner_text()
    link.click()
    page.wait_for_url("**/system/timeline.html?timeline.event=*#timeline")
    page.locator("#timeline .say").filter(has_text=event.removeprefix(date).strip()).wait_for()
    page.wait_for_function(
        "() => { const { top } = document.querySelector('#timeline').getBoundingClientRect(); return top > -5 && top < innerHeight / 2; }"
    )
    assert page.locator("#timeline .notice").is_hidden()
    assert not watched.complaints


@pytest.mark.parametrize("path", PAGES)
def test_without_javascript(visit, path):
    watched = visit(path, java_script_enabled=False)
    assert watched.page.locator("h1").count() == 1
    for figure in watched.page.locator("figure.chart, figure.explorable").all():
        assert figure.locator("img.still:visible").count() == 1
        assert figure.locator("table.numbers tbody tr").count() > 0


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("path", PAGES)
def test_accessible(visit, path, width):
    watched = visit(path, width=width, bypass_csp=True)
    through(watched.page)
    watched.page.evaluate("scrollTo(0, 0)")
    watched.page.add_script_tag(path=AXE)
    for scheme in ("default", "slate"):
        watched.page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
        found = watched.page.evaluate(
            "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
        )
        assert not [(rule["id"], [node["html"][:120] for node in rule["nodes"][:3]]) for rule in found["violations"]], scheme
    assert watched.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_judging_a_claim_opens_its_answer_and_counts(visit):
    watched = visit("index.html")
    item = watched.page.locator(".judge li").first
    verdict = item.get_attribute("data-verdict")
    item.locator(f"button[value='{verdict}']").press("Enter")
    assert item.locator("details.verdict").evaluate("box => box.open")
    assert item.get_attribute("data-answered") == "right"
    assert watched.page.locator(".judge .tally").text_content()


@pytest.mark.parametrize("path", PAGES)
def test_every_question_explains_its_answer(visit, path):
    watched = visit(path)
    for question in watched.page.locator(".question").all():
        question.locator(f"button[value='{question.get_attribute('data-answer')}']").click()
        assert question.locator(".choice[data-marked=right]").count() == 1
        assert question.locator("details.answer").evaluate("box => box.open")
    assert watched.page.locator("h1").count() == 1


@pytest.mark.parametrize("path", PAGES)
def test_what_the_page_says_of_itself(visit, path):
    watched = visit(path, java_script_enabled=False)
    content = lambda name: watched.page.locator(f"meta[name='{name}']").get_attribute("content")  # noqa: E731
    assert content("citation_title") and content("citation_publication_date") and content("description")
    data = watched.page.locator("script[type='application/ld+json']").first.text_content()
    assert "LearningResource" in data and "creativecommons.org/licenses/by/4.0" in data
    policy = watched.page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content")
    scripts = next(part for part in policy.split(";") if "script-src" in part)
    assert "unsafe" not in scripts


def test_sources_are_filtered_by_the_page_that_cites_them(visit):
    shown = 0
    for path in ("reference/sources.html", "reference/sources-chinese.html"):
        page = visit(path).page
        page.locator(".filters select[name='pages']").select_option("criticisms/opacity")
        kept = page.locator(".all-sources > li:visible").count()
        assert 0 < kept < page.locator(".all-sources > li").count()
        shown += kept
    assert shown == visit("criticisms/opacity.html").page.locator(".source-list > li").count()
