"""Every built page is valid HTML by html-validate's standard preset."""

from __future__ import annotations

import json

from explainer.paths import NODE_MODULES
from explainer.production import node


def test_every_page_is_valid(site, tmp_path):
    config, report = tmp_path / "htmlvalidate.json", tmp_path / "report.json"
    config.write_text(json.dumps({"extends": ["html-validate:standard"], "root": True}))
    files = [str(file) for file in sorted(site.folder.rglob("*.html"))]
    assert len(files) > len(site.pages)
    done = node.run(
        "node",
        str(NODE_MODULES / "html-validate" / "bin" / "html-validate.mjs"),
        "--config",
        str(config),
        "--formatter",
        f"json={report}",
        *files,
        capture_output=True,
        text=True,
        check=False,
    )
    assert report.exists(), done.stderr
    found = [
        f"{page['filePath']}:{message['line']}: {message['ruleId']}: {message['message']}"
        for page in json.loads(report.read_text())
        for message in page["messages"]
    ]
    assert found == []
