"""What each page of Part I promises: its rooms, its sources, a figure to move, and that search finds what it is about."""

from __future__ import annotations

import json
import re

import pytest

from explainer.explorables import state
from explainer.explorables.registry import explorables
from explainer.production import hashed
from explainer.syntax import scan
from explainer.syntax.moments import MOST, nav
from explainer.syntax.reference import cited
from explainer.typography import curly

PAGES = [
    f"system/{name}"
    for name in (
        "index", "timeline", "plan", "machinery", "lists", "joint-punishment", "cities", "sesame", "companies", "law",
    )
]  # fmt: skip
# what a reader may look for: English name, Chinese name
NAMES = [
    ("Planning Outline", "规划纲要"), ("top-level design", "顶层设计"), ("National Credit Information Sharing Platform", "全国信用信息共享平台"),
    ("Credit China", "信用中国"), ("blacklist", "黑名单"), ("red list", "红名单"), ("judgment defaulter", "失信被执行人"),
    ("spending order", "限制消费"), ("joint punishment", "联合惩戒"), ("restricted everywhere", "处处受限"), ("demonstration", "示范"),
    ("Suining", "睢宁"), ("Rongcheng", "荣成"), ("Honest Shanghai", "诚信上海"), ("Hangzhou", "杭州"), ("Suzhou", "苏州"), ("Egret", "白鹭"),
    ("Fuzhou", "福州"), ("jaywalking", "南京"), ("Weihai", "威海"), ("Sesame", "芝麻信用"), ("Baihang", "百行征信"),
    ("unified social credit code", "统一社会信用代码"), ("credit repair", "信用修复"), ("draft law", "建设法"),
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_each_page_has_its_rooms(path):
    page = scan.read(path)
    ids = {key for _, _, key, _ in page.headings}
    assert {"unknown", "sources"} <= ids, ids
    assert ids & {"check", "check-yourself"}, ids
    kinds = [block.kind for block in page.blocks]
    assert kinds.count("explorable") >= 1
    assert 3 <= kinds.count("question") <= 6
    assert all(page.page.options[name] for name in ("able", "short", "reviewed"))


@pytest.mark.parametrize("path", PAGES)
def test_each_page_is_linked_to_its_moments_on_the_timeline(evidence, path):
    moments = scan.read(path).page.options["moments"]
    assert 3 <= len(moments) <= MOST
    html = nav(moments, evidence, "../")
    link = r'href="\.\./system/timeline\.html\?timeline\.event=(\d+)#timeline"><time[^>]*>([^<]*)</time> ([^<]*)</a>'
    found = [(int(number), date, event) for number, date, event in re.findall(link, html)]
    assert len(found) == len(moments)
    assert found == sorted(found), "not in the order of time"
    assert {event for _, _, event in found} == {evidence.row("timeline", key)["event"] for key in moments}
    # each link opens the timeline with the very event that it names
    for number, date, event in found:
        said = state.run(explorables()["timeline"], evidence, {"event": number}).said
        assert f"{date}: {curly(event)} (" in said


@pytest.mark.parametrize("path", PAGES)
def test_each_page_rests_on_sources(evidence, path):
    assert len(cited(scan.read(path), evidence)) >= 8


@pytest.mark.parametrize(("english", "chinese"), NAMES, ids=[english for english, _ in NAMES])
def test_search_knows_each_system_by_both_names(site, english, chinese):
    script = (site.folder / hashed.FOLDER / hashed.names(site.folder)["search.js"]).read_text(encoding="utf-8")
    documents = json.loads(re.fullmatch(r"explainer\.documents = (.*);\n", script, re.DOTALL)[1])
    texts = [f"{document['heading']} {document['text']}" for document in documents]
    assert any(english.casefold() in text.casefold() for text in texts)
    assert any(chinese in text for text in texts)
