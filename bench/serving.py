"""How fast one core serves the finished site: nginx with the configuration that we recommend, loaded by wrk.

`python -m bench.serving [site]` starts nginx on 127.0.0.1 with one worker process on one core, loads a page, the style
sheet and plotly.js in turn for four seconds each from the other cores, and prints requests a second and latencies.
Needs nginx and wrk on PATH (or NGINX_PATH=… and WRK_PATH=…); says what to install where they are missing.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from explainer.paths import SITE
from explainer.production import hashed, hosts

SECONDS, CONNECTIONS = 4, 32
INSTALL = """{missing} not found. On Debian or Ubuntu: sudo apt-get install nginx-light wrk
Elsewhere install nginx and wrk, or name them: NGINX_PATH=/path/to/nginx WRK_PATH=/path/to/wrk python -m bench.serving"""

_MAIN = """worker_processes 1;
worker_cpu_affinity {core};
daemon off;
master_process on;
{user}pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000;
  open_file_cache max=2000 inactive=60s;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
{server}}}
"""


def program(name: str) -> str | None:
    """The path of nginx or wrk: $NGINX_PATH or $WRK_PATH, PATH, or where Debian keeps servers."""
    named = os.environ.get(f"{name.upper()}_PATH")  # nginx itself reads $NGINX
    return shutil.which(named) if named else shutil.which(name) or shutil.which(f"/usr/sbin/{name}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def serving(site: Path, base: str = "/", program_path: str | None = None) -> Iterator[str]:
    """nginx on a free port of this machine; gives the address with its last slash. Raises RuntimeError with its words."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="serving-") as name:
        folder = Path(name)
        server = hosts.nginx(site, hosts.policy_of(site), base, f"127.0.0.1:{port}")
        # started by root, nginx would hand its work to an account that may not read the folder
        user = "user root;\n" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
        text = _MAIN.format(core="0001", folder=folder, user=user, server=server)
        (folder / "nginx.conf").write_text(text, encoding="utf-8")
        command = [program_path or program("nginx") or "nginx", "-p", name, "-c", f"{name}/nginx.conf"]
        command += ["-e", f"{name}/error.log"]
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            _wait(child, port)
            yield f"http://127.0.0.1:{port}{base}"
        finally:
            child.terminate()
            child.wait(10)


def _wait(child: subprocess.Popen, port: int) -> None:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        if child.poll() is not None:
            raise RuntimeError(child.stderr.read().decode(errors="replace") if child.stderr else "nginx ended")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("nginx did not open its port within 10 s")


def load(wrk: str, address: str, seconds: int = SECONDS) -> dict[str, str]:
    """What wrk says of one address: requests a second, the 50th, 90th and 99th percentile of latency, bytes a second."""
    command = [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-H", "Accept-Encoding: gzip", address]
    if shutil.which("taskset") and (os.cpu_count() or 1) > 1:
        command = ["taskset", "-c", f"1-{os.cpu_count() - 1}", *command]  # the server has its core to itself
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=seconds + 20).stdout
    return parsed(said)


def parsed(said: str) -> dict[str, str]:
    """The figures in wrk's report. Raises ValueError where an answer was not a page."""
    wrong = re.search(r"Non-2xx or 3xx responses: \d+|Socket errors: .*", said)
    if wrong:
        raise ValueError(wrong[0])
    found = {f"{place} %": match[1] for place in (50, 90, 99) if (match := re.search(rf"{place}%\s+(\S+)", said))}
    rate, moved = re.search(r"Requests/sec:\s+(\S+)", said), re.search(r"Transfer/sec:\s+(\S+)", said)
    if not rate or not moved:
        raise ValueError(f"wrk said nothing of its rate: {said[:200]}")
    return {"requests/s": rate[1], **found, "bytes/s": moved[1]}


def main(words: list[str]) -> int:
    site = Path(words[0]) if words else SITE
    if not (site / hosts.FILE).exists():
        print(f"{site} holds no finished site: make site")
        return 2
    missing = [name for name in ("nginx", "wrk") if not program(name)]
    if missing:
        print(INSTALL.format(missing=" and ".join(missing)))
        return 2
    names = hashed.names(site)
    wanted = ["system/lists.html", *(f"{hashed.FOLDER}/{names[name]}" for name in ("explainer.css", "lib/plotly.js"))]
    with serving(site) as base:
        for number, path in enumerate(wanted):
            figures = load(program("wrk") or "wrk", base + path)
            if number == 0:
                print(f"{'file':<44}{'gzipped':>10}" + "".join(f"{name:>13}" for name in figures))
            size = (site / f"{path}.gz").stat().st_size
            print(f"{path:<44}{size / 1000:>7.1f} KB" + "".join(f"{value:>13}" for value in figures.values()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
