"""nginx as we recommend it: the rules of `_headers`, the compressed files as they lie there, a folder of a host too."""

from __future__ import annotations

import gzip
import http.client
from urllib.parse import urlsplit

import pytest

from bench import serving
from explainer.production import hashed, hosts

WRK = """Running 4s test @ http://127.0.0.1:1/
  1 threads and 32 connections
  Latency Distribution
     50%    1.37ms
     75%    2.00ms
     90%  129.10ms
     99%  281.68ms
  27000 requests in 4.00s, 1.0GB read
Requests/sec:   6753.87
Transfer/sec:    253.57MB
"""

needs_nginx = pytest.mark.skipif(not serving.program("nginx"), reason="nginx is not installed (apt-get install nginx-light)")


def get(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=10)
    connection.request("GET", parts.path, headers=headers)
    answer = connection.getresponse()
    found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    connection.close()
    return found


@pytest.mark.parametrize("base", ["/", "/explainer/"])
def test_every_rule_stands_in_the_configuration(site, base):
    policy = hosts.policy_of(site.folder)
    text = hosts.nginx(site.folder, policy, base)
    assert text.count("{") == text.count("}")
    for path, headers in hosts.rules(site.folder, policy):
        if path.endswith("/*"):
            (line,) = [each for each in text.splitlines() if f"location ^~ {base}{path[:-1]} " in each]
            assert all(f'add_header {name} "{value}" always;' in line for name, value in headers.items())
            assert all(name in line for name in hosts.EVERYWHERE)
    assert "brotli_static on;" in hosts.nginx(site.folder, policy, base, brotli=True) and "brotli" not in text


@needs_nginx
@pytest.mark.parametrize("base", ["/", "/explainer/"])
def test_nginx_serves_the_site_by_these_rules(site, base):
    names = hashed.names(site.folder)
    with serving.serving(site.folder, base) as url:
        status, headers, body = get(url + "system/lists.html", **{"Accept-Encoding": "gzip"})
        assert status == 200 and headers["content-type"] == "text/html; charset=utf-8"
        assert headers["content-encoding"] == "gzip" and headers["cache-control"] == "no-cache"
        assert body == (site.folder / "system/lists.html.gz").read_bytes()
        assert headers["content-security-policy"].endswith("; frame-ancestors 'self'")
        assert headers["x-content-type-options"] == "nosniff" and "referrer-policy" in headers
        again = get(url + "system/lists.html", **{"Accept-Encoding": "gzip", "If-None-Match": headers["etag"]})
        assert again[0] == 304

        status, headers, body = get(f"{url}{hashed.FOLDER}/{names['lib/plotly.js']}", **{"Accept-Encoding": "gzip"})
        assert status == 200 and "immutable" in headers["cache-control"] and "javascript" in headers["content-type"]
        assert gzip.decompress(body) == (site.folder / hashed.FOLDER / names["lib/plotly.js"]).read_bytes()

        status, headers, _ = get(url + "embed/secret-weights.html")
        assert status == 200 and "frame-ancestors" not in headers["content-security-policy"]
        status, headers, _ = get(url + "evidence/claims.csv")
        assert status == 200 and headers["access-control-allow-origin"] == "*"
        assert headers["content-type"] == "text/csv; charset=utf-8"

        status, headers, body = get(url + "no/such/page.html")
        assert status == 404 and b"There is no page at this address" in body
        assert get(url)[2] == (site.folder / "index.html").read_bytes()
        if base != "/":
            status, headers, _ = get(url.rstrip("/"))
            assert status == 301 and headers["location"] == base
            assert get(url.removesuffix(base.lstrip("/")) + "system/lists.html")[0] == 404


def test_the_figures_of_wrk():
    assert serving.parsed(WRK) == {
        "requests/s": "6753.87",
        "50 %": "1.37ms",
        "90 %": "129.10ms",
        "99 %": "281.68ms",
        "bytes/s": "253.57MB",
    }
    with pytest.raises(ValueError, match="Non-2xx"):
        serving.parsed(WRK + "  Non-2xx or 3xx responses: 27000\n")


def test_what_is_missing_is_said(site, monkeypatch, capsys, tmp_path):
    assert serving.main([str(tmp_path)]) == 2
    assert "make site" in capsys.readouterr().out
    monkeypatch.setattr(serving, "program", lambda name: None)
    assert serving.main([str(site.folder)]) == 2
    assert "apt-get install nginx-light wrk" in capsys.readouterr().out
