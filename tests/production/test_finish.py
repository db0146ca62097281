"""The finish, on a small site as MkDocs builds it: metadata, policy, links, the same bytes."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from bench.first_view import first_view, serving
from bench.serving import free_port
from explainer.production import built, links, metadata, policy
from explainer.production.chromium import browser
from explainer.production.finish import finish

URL = "https://example.org/explainer/"
ABOUT = {
    "path": "system/lists",
    "url": "system/lists.html",
    "title": "Black lists & <em>red</em> lists",
    "able": "You will be able to say who keeps a list.",
    "short": 'A list is "not" a score </script><b>at all</b>.',
    "reviewed": "2026-11-22",
    "words": 900,
    "sources": [{"name": "A report", "url": "https://example.org/report"}, "Someone 2020. A book."],
}
SETTINGS = """site_name: A site
site_url: {url}
use_directory_urls: false
theme:
  name: material
  font: false
  palette:
    - {{media: "(prefers-color-scheme: light)", scheme: default, toggle: {{icon: material/weather-night, name: Dark}}}}
    - {{media: "(prefers-color-scheme: dark)", scheme: slate, toggle: {{icon: material/weather-sunny, name: Light}}}}
plugins: []
markdown_extensions: [attr_list, md_in_html]
"""


def build(folder, url=URL, home="[Lists](system/lists.md#court)"):
    """A built site of two pages in `folder`/site, with what `generate` says about one of them."""
    docs = folder / "docs"
    (docs / "system").mkdir(parents=True)
    (docs / "assets/generated").mkdir(parents=True)
    (docs / "index.md").write_text(f"# Home {{#home}}\n\n{home}\n")
    (docs / "system/lists.md").write_text("# Lists {#lists}\n\n## Court {#court}\n\n[Home](../index.md)\n")
    (docs / "assets/generated/pages.json").write_text(json.dumps([ABOUT]))
    (folder / "mkdocs.yml").write_text(SETTINGS.format(url=url))
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=folder, check=True, env=quiet, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return folder / "site"


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    return build(tmp_path_factory.mktemp("raw"))


@pytest.fixture
def site(raw, tmp_path):
    return shutil.copytree(raw, tmp_path / "site")


def content(site):
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def structured_data(text):
    return [json.loads(each) for each in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)]


def test_a_sound_site_has_no_faults(site):
    assert finish(site, URL) == []


def test_done_twice_it_changes_nothing_more(site):
    (site / "assets/generated/figure.js").write_text("1;\n")
    finish(site, URL)
    once = content(site)
    finish(site, URL)
    assert content(site) == once


def test_the_same_bytes_from_another_build(site, tmp_path):
    other = build(tmp_path / "other")
    finish(site, URL)
    finish(other, URL)
    assert content(site) == content(other)


def test_metadata_for_reference_managers_and_catalogues(site):
    finish(site, URL)
    text = (site / "system/lists.html").read_text()
    head = text[: text.index("</head>")]
    for name, value in {
        "citation_title": "Black lists &amp; red lists",
        "citation_publication_date": "2026/11/22",
        "citation_language": "en",
        "citation_fulltext_html_url": URL + "system/lists.html",
        "DCTERMS.license": metadata.LICENSE,
        "description": "A list is &quot;not&quot; a score at all.",
    }.items():
        assert head.count(f'<meta name="{name}" content="{value}">') == 1, name
    assert head.count('rel="canonical"') == 1
    (data,) = structured_data(text)
    assert data["@type"] == ["LearningResource", "Article"]
    assert data["teaches"] == ABOUT["able"]
    assert data["dateModified"] == "2026-11-22"
    assert data["license"] == metadata.LICENSE and data["isAccessibleForFree"] is True
    assert data["citation"] == [
        {"@type": "CreativeWork", "name": "A report", "url": "https://example.org/report"},
        "Someone 2020. A book.",
    ]
    for wanted in ("educationalLevel", "learningResourceType", "inLanguage", "author", "url"):
        assert data[wanted]


def test_without_an_address_none_is_made_up(tmp_path):
    site = build(tmp_path, url="")
    assert finish(site, "") == []
    text = (site / "system/lists.html").read_text()
    assert "canonical" not in text and "citation_public_url" not in text and '"url":""' not in text


def test_text_in_metadata_cannot_leave_it():
    page = {**ABOUT, "able": "</script><script>alert(1)</script>", "short": '"><script>x</script>'}
    for line in metadata.tags(page, metadata.Site(url=URL)):
        assert line.count("<") == 2 if line.startswith("<script") else line.count("<") == 1


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("a [link](x.md) and *more*", "a link and more"),
        ("[kept]{claim=x} snake_case `code`", "kept snake_case code"),
        ("&lt;b&gt; <b>bold</b>\n  next", "<b> bold next"),
    ],
)
def test_plain_text(text, wanted):
    assert metadata.plain(text) == wanted


def test_a_missing_page_is_said(site):
    (site / "system/lists.html").unlink()
    messages = [str(problem) for problem in finish(site, URL)]
    wanted = "docs/system/lists.md: page: site/system/lists.html was not built"
    assert any(message.startswith(wanted) for message in messages)


def test_one_policy_without_unsafe_scripts(site):
    finish(site, URL)
    policies = set()
    for page in built.read(site):
        (rule,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page.text)
        policies.add(rule)
        scripts = re.search(r"script-src ([^;]*)", rule)[1]
        assert "unsafe" not in scripts and "http" not in rule
        assert page.scripts and all(policy.digest(script) in scripts for script in page.scripts)
        assert page.text.index("Content-Security-Policy") < page.text.index("<script")
        assert page.text.index('charset="utf-8"') < 1024 - len('charset="utf-8"')
    assert len(policies) == 1
    assert "default-src 'none'" in policies.pop()


def test_an_event_attribute_is_refused(site):
    file = site / "index.html"
    file.write_text(file.read_text().replace("<article", '<article onclick="x()"', 1))
    (problem,) = finish(site, URL)
    assert "onclick: the site's policy stops event attributes" in str(problem) and problem.line > 0


def test_the_stock_theme_is_mended(site):
    finish(site, URL)
    for tag in re.findall(r'<input[^>]*type="(?:checkbox|radio)"[^>]*>', (site / "index.html").read_text()):
        assert "autocomplete" not in tag


def test_compressed_files_hold_the_same_and_no_time(site):
    finish(site, URL)
    packed = list(site.rglob("*.gz"))
    assert {file.name for file in packed} >= {"index.html.gz", "lists.html.gz", "404.html.gz"}
    for file in packed:
        assert gzip.decompress(file.read_bytes()) == file.with_suffix("").read_bytes()
        assert file.read_bytes()[4:8] == bytes(4)


def test_the_sitemap_has_every_page_once_with_its_review(site):
    finish(site, URL)
    text = (site / "sitemap.xml").read_text()
    assert re.findall(r"<loc>(.*?)</loc>", text) == [URL + "index.html", URL + "system/lists.html"]
    assert re.findall(r"<lastmod>(.*?)</lastmod>", text) == [ABOUT["reviewed"]]
    assert f"Sitemap: {URL}sitemap.xml" in (site / "robots.txt").read_text()
    (site / "sitemap.xml").unlink()  # where a generator writes none
    finish(site, URL)
    assert URL + "system/lists.html" in (site / "sitemap.xml").read_text()


@pytest.mark.parametrize(
    "html, message",
    [
        ('<a href="system/none.html">x</a>', "there is no system/none.html in the site"),
        ('<a href="system/lists.html#nowhere">x</a>', "system/lists.html has no place #nowhere"),
        ('<a href="#nowhere">x</a>', "index.html has no place #nowhere"),
        ('<a href="">x</a>', "the address is empty"),
        ('<img src="none.svg" alt="">', "there is no none.svg"),
        ('<img src="https://other.example/a.png" alt="">', "would ask another host"),
        ('<img srcset="https://other.example/a.png 2x" alt="">', "would ask another host"),
        ('<script src="//other.example/a.js"></script>', "would ask another host"),
        ('<link rel="stylesheet" href="https://other.example/a.css">', "would ask another host"),
        ('<link rel="preconnect" href="https://other.example">', "would ask another host"),
        ('<iframe src="https://other.example"></iframe>', "would ask another host"),
        ('<form action="https://other.example/post"></form>', "would send what a reader writes"),
        ('<a href="javascript:x()">x</a>', "stops scripts in addresses"),
        ('<a href="http:/one.example">x</a>', "not a whole web address"),
        ('<a href="/elsewhere/x.html">x</a>', "leads outside of the site"),
        (f'<a href="{URL}none.html">x</a>', "there is no none.html"),
    ],
)
def test_a_bad_link_is_found_with_its_page_and_line(site, html, message):
    file = site / "index.html"
    text = file.read_text()
    file.write_text(text.replace("</article>", f"{html}</article>", 1))
    (problem,) = links.check(site, built.read(site), URL)
    assert message in str(problem)
    assert problem.file == "site/index.html"
    assert html in file.read_text().splitlines()[problem.line - 1]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="system/lists.html?lists.control=5#court">x</a>',
        '<a href="https://other.example/a?b=c#d">x</a>',
        '<a href="mailto:a@example.org">x</a>',
        '<a href="/explainer/system/lists.html">x</a>',
        f'<a href="{URL}system/lists.html#court">x</a>',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">',
        '<p data-x="none" title="href=&quot;none&quot;">x</p>',
        '<!-- <a href=none.html> --><code>&lt;a href="none.html"&gt;</code>',
    ],
)
def test_a_good_link_passes(site, html):
    file = site / "index.html"
    file.write_text(file.read_text().replace("</article>", f"{html}</article>", 1))
    assert links.check(site, built.read(site), URL) == []


def test_an_outside_link_must_be_a_known_source(site):
    file = site / "index.html"
    file.write_text(file.read_text().replace("</article>", '<a href="https://a.example/x#y">x</a></article>', 1))
    pages = built.read(site)
    theme = ["https://squidfunk.github.io/*"]
    assert links.check(site, pages, URL, [*theme, "https://a.example/x"]) == []
    assert links.check(site, pages, URL, [*theme, "https://a.example/*"]) == []
    (problem,) = links.check(site, pages, URL, theme)
    assert "not in sources.bib" in str(problem)


def test_a_style_sheet_that_asks_another_host_is_found(site):
    rules = ["p { color: red }", "@import 'https://other.example/a.css';", "b { background: url(//x.example/y) }"]
    (site / "assets/own.css").write_text("\n".join(rules))
    problems = links.check(site, built.read(site), URL)
    assert {problem.file for problem in problems} == {"site/assets/own.css"}
    assert [problem.line for problem in problems] == [2, 3]


def test_scripts_run_under_the_policy_from_a_disk_and_from_a_server(tmp_path):
    """From `file:` too; and so does the next page."""
    port = free_port()
    site = build(tmp_path, url=f"http://127.0.0.1:{port}/")
    finish(site, f"http://127.0.0.1:{port}/")
    with serving(site, port) as address, browser() as chromium:
        for base in (address, site.as_uri() + "/"):
            page = chromium.new_page()
            said = []
            page.on("console", lambda message: said.append(message.text))
            page.on("pageerror", lambda error: said.append(str(error)))
            page.goto(base + "index.html")
            page.click("article p a")
            page.wait_for_function("() => document.title.startsWith('Black lists')")
            page.wait_for_load_state("load")  # from a disk the title is there before the scripts
            page.wait_for_function("() => typeof __md_get === 'function'")
            assert said == []
            assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
            assert page.locator('meta[name="citation_title"]').count() == 1
            page.close()
        traffic = first_view(chromium, address + "index.html", (360, 740))
        assert 3 < traffic.count <= 15 and 10_000 < traffic.total < 150_000
        assert all(each.startswith(address) for each in traffic.addresses())


def random_text(count: int) -> str:
    """Text that does not compress: the same each time."""
    state, letters = 1, []
    for _ in range(count):
        state = 48271 * state % 2147483647
        letters.append(chr(97 + state % 26))
    return "".join(letters)


@pytest.mark.parametrize(
    "html, message",
    [
        ("<p>{heavy}</p>", "index.html: first view: .* KB gzipped where 150 KB are allowed: index.html .* KB.*Split the page"),
        ('<img src="heavy.png" alt="">', "first view: .*: heavy.png .* KB.*loading=lazy"),
        ('<script src="heavy.js" defer></script>', "first view: .*: heavy.js .* KB.*explainer.script"),
        ("{many}", "first view: .* requests where 15 are allowed: .*p1.svg.*p9.svg"),
    ],
)
def test_a_first_view_over_the_budget_stops_the_build(site, html, message):
    heavy = random_text(260_000)
    (site / "heavy.png").write_bytes(bytes(48271 * each % 251 for each in range(200_000)))
    (site / "heavy.js").write_text(f"var heavy = '{heavy}';")
    many = ""
    for number in range(16):
        (site / f"p{number}.svg").write_text("<svg/>")
        many += f'<img src="p{number}.svg" alt="">'
    file = site / "index.html"
    file.write_text(file.read_text().replace("</article>", html.format(heavy=heavy, many=many) + "</article>", 1))
    found = [str(problem) for problem in finish(site, URL)]
    assert len(found) == 1 and re.search(message, found[0], re.DOTALL), found


def test_a_lazy_picture_costs_nothing_at_first_view(site):
    (site / "heavy.png").write_bytes(bytes(200_000))
    file = site / "index.html"
    file.write_text(file.read_text().replace("</article>", '<img src="heavy.png" loading="lazy" alt=""></article>', 1))
    assert finish(site, URL) == []


@pytest.mark.parametrize(
    "pictures, message",
    [
        (0, "the figure has 0 pictures of 4.*generate --pictures"),
        (3, "the figure has 3 pictures of 4"),
        (4, None),
        (5, "x3..*svg is no picture"),
    ],
)
def test_a_figure_without_its_pictures_stops_the_build(site, pictures, message):
    folder = site / "assets/generated/pictures"
    folder.mkdir(parents=True)
    for number in range(4):
        (folder / f"x{number}.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>')
    if pictures == 5:
        (folder / "x3.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><path')
    stills = "".join(
        f'<img src="assets/generated/pictures/x{number}.svg" loading="lazy" alt="">' for number in range(min(pictures, 4))
    )
    file = site / "index.html"
    figure = f'<figure class="chart" id="one" data-chart="one">{stills}</figure></article>'
    file.write_text(file.read_text().replace("</article>", figure, 1))
    found = [str(problem) for problem in finish(site, URL)]
    assert len(found) == (message is not None)
    assert message is None or re.search(message, found[0], re.DOTALL), found
