"""What is compressed beside each file: the same content, the same bytes each time, nothing compressed twice."""

from __future__ import annotations

import gzip
import os

import pytest

from explainer.production import compress, node


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    (folder / "assets/hashed").mkdir(parents=True)
    (folder / "index.html").write_text("<p>诚信 one and another</p>\n" * 200, encoding="utf-8")
    (folder / "assets/hashed/a.0123456789.js").write_text("var a = 1;\n" * 500)
    (folder / "short.txt").write_text("short")
    (folder / "picture.png").write_bytes(bytes(2000))
    (folder / "apart.json").write_text("[" + "1," * 900 + "1]")
    return folder


def packed(folder):
    return {file.name: file.read_bytes() for file in folder.rglob("*") if file.suffix in {".gz", ".br"}}


def unbrotli(file) -> bytes:
    script = "process.stdout.write(require('zlib').brotliDecompressSync(require('fs').readFileSync(process.argv[1])))"
    return node.run("node", "-e", script, str(file), capture_output=True, check=True).stdout


def test_both_forms_hold_the_same_and_are_smaller(site, tmp_path):
    compress.compress(site, tmp_path / "cache", apart={"apart.json"})
    assert set(packed(site)) == {
        f"{name}.{kind}" for name in ("index.html", "a.0123456789.js") for kind in ("gz", "br")
    }
    for file in (site / "index.html", site / "assets/hashed/a.0123456789.js"):
        zipped, brotli = (file.with_name(f"{file.name}.{kind}") for kind in ("gz", "br"))
        assert gzip.decompress(zipped.read_bytes()) == file.read_bytes() == unbrotli(brotli)
        assert zipped.read_bytes()[4:8] == bytes(4)  # no time inside
        assert brotli.stat().st_size < zipped.stat().st_size < file.stat().st_size


def test_the_same_bytes_without_what_was_kept(site, tmp_path):
    compress.compress(site, tmp_path / "one")
    first = packed(site)
    compress.drop(site)
    assert packed(site) == {}
    compress.compress(site, tmp_path / "two")
    assert packed(site) == first


def test_what_is_kept_is_not_compressed_again(site, tmp_path, monkeypatch):
    compress.compress(site, tmp_path / "cache")
    first = packed(site)
    compress.drop(site)
    monkeypatch.setattr(compress, "_brotli", lambda todo: pytest.fail(f"compressed again: {todo}"))
    monkeypatch.setattr(compress.gzip, "compress", lambda *words, **options: pytest.fail("compressed again"))
    compress.compress(site, tmp_path / "cache")
    assert packed(site) == first


def test_what_no_build_used_for_a_day_goes(site, tmp_path, monkeypatch):
    cache = tmp_path / "cache"
    compress.compress(site, cache)
    used = {file.name for file in cache.iterdir()}
    (cache / "young.gz").write_bytes(b"")
    for name in (*used, "old.gz"):
        (cache / name).touch()
        os.utime(cache / name, (0, 0))
    compress.compress(site, cache)
    assert (cache / "old.gz").exists()  # there is room
    monkeypatch.setattr(compress, "KEPT", 2)
    compress.compress(site, cache)
    assert {file.name for file in cache.iterdir()} == used | {"young.gz"}
