"""The command line behind the Makefile: `python -m explainer COMMAND`.

Exit status: 0 done, 1 a fault in the sources (each printed with file and line), 2 a wrong call.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable

from explainer.errors import Problem, Problems


class WrongCall(Exception):
    """A call that names something that does not exist; the message lists what does."""


def _named(name: str):
    from explainer.explorables.registry import explorables

    if name not in explorables():
        raise WrongCall(f"there is no explorable “{name}”; there are {', '.join(sorted(explorables()))}")
    return explorables()[name]


def generate(options: argparse.Namespace) -> None:
    """Check everything and write what pages need under docs/ (ignored by git)."""
    from explainer.production.generate import generate as write

    write(draw=options.pictures)


def finish(options: argparse.Namespace) -> None:
    """Do to a built site what needs the whole of it: policy, metadata, compression, checks."""
    from pathlib import Path

    from explainer.evidence import load
    from explainer.production.finish import finish as complete
    from explainer.production.links import KNOWN
    from explainer.settings import settings

    known = {source.address for source in load().sources.values() if source.address} | set(KNOWN)
    found = complete(
        Path(options.site),
        settings()["site_url"],
        known=known,
        name=settings()["site_name"],
        author=settings()["site_author"],
    )
    if found:
        raise Problems(found)


def offline(options: argparse.Namespace) -> None:
    """Pack the finished site into one zip that opens from a folder."""
    from pathlib import Path

    from explainer.production.offline import offline as pack

    try:
        size = pack(Path(options.site), Path(options.zip))
    except FileNotFoundError as missing:
        raise WrongCall(str(missing)) from None
    print(f"{options.zip}: {size / 1e6:.1f} MB")


def nginx(options: argparse.Namespace) -> None:
    """Print the server block of nginx for the finished site."""
    from pathlib import Path
    from urllib.parse import urlsplit

    from explainer.production import hosts
    from explainer.settings import settings

    site = Path(options.site)
    if not (site / hosts.FILE).exists():
        raise WrongCall(f"{site} holds no finished site: make site")
    base = urlsplit(settings()["site_url"]).path or "/"
    print(hosts.nginx(site, hosts.policy_of(site), base, options.listen, options.brotli), end="")


def check(_options: argparse.Namespace) -> None:
    """Evidence, models and prose only; prints the counts."""
    from explainer.evidence import load
    from explainer.syntax import check as pages
    from explainer.syntax import scan
    from explainer.syntax.orphans import orphans

    evidence = load()
    pages.all_or_stop(evidence)
    for table in evidence.tables.values():
        grades = Counter(row["grade"] for row in table.rows if row.get("grade"))
        bases = Counter(row["basis"] for row in table.rows if row.get("basis"))
        facts = "; ".join(
            ", ".join(f"{count} {name}" for name, count in sorted(counter.items()))
            for counter in (grades, bases)
            if counter
        )
        print(f"{table.id}: {len(table.rows)} rows ({facts})")
    total = Counter(row["basis"] for table in evidence.tables.values() for row in table.rows if row.get("basis"))
    read = sum(count for basis, count in total.items() if basis != "not re-read")
    print(
        f"all rows with a basis: {sum(total.values())}, of them {100 * read / sum(total.values()):.1f} % on a text that was read"
    )
    for kind, names_ in orphans(evidence).items():
        more = f": {', '.join(names_[:6])}{' …' if len(names_) > 6 else ''}" if names_ else ""
        print(f"{kind} that no page uses yet: {len(names_)}{more}")
    print(f"sources: {len(evidence.sources)}; pages: {len(scan.pages())}. No fault found.")


def names(_options: argparse.Namespace) -> None:
    """Name every explorable."""
    from explainer.explorables.registry import explorables

    for name, explorable in explorables().items():
        print(f"{name}\t{explorable.title}")


def run(options: argparse.Namespace) -> None:
    """Run a model in CPython at the given settings; prints result and sentence as JSON."""
    from explainer.evidence import load
    from explainer.explorables import state

    explorable = _named(options.name)
    try:
        given = json.loads(options.settings)
    except json.JSONDecodeError as error:
        raise WrongCall(f"the settings are not JSON ({error}); write them as '{{\"control\": value}}'") from None
    if not isinstance(given, dict):
        raise WrongCall("the settings are not an object; write them as '{\"control\": value}'")
    try:
        outcome = state.run(explorable, load(), given)
    except state.Refused as refused:
        raise WrongCall(str(refused)) from None
    print(
        json.dumps(
            {"name": explorable.name, "params": outcome.params, "result": outcome.result, "say": outcome.said},
            ensure_ascii=False,
            indent=1,
        )
    )


def translate(options: argparse.Namespace) -> None:
    """Print the JavaScript that an explorable's model becomes."""
    from explainer import translate as translation

    model = _named(options.name).model
    print(
        translation.prelude() + "\n".join(translation.javascript(module) for module in translation.dependencies(model))
    )


def serve(options: argparse.Namespace) -> None:
    """Build and serve on 127.0.0.1 with live reload; Ctrl-C ends it."""
    from explainer.production.serve import serve as go

    go(options.port)


def clean(_options: argparse.Namespace) -> None:
    """Remove what `generate` wrote."""
    from explainer.production.generate import clean as remove

    remove()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m explainer", description="Plan, Practice, Myth: checks, builds and runs the explainer."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, act: Callable) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=act.__doc__.splitlines()[0], description=act.__doc__)
        sub.set_defaults(act=act)
        return sub

    command("generate", generate).add_argument(
        "--pictures", action="store_true", help="draw the pictures that are not cached (needs Chromium)"
    )
    command("finish", finish).add_argument("site", nargs="?", default="site")
    sub = command("offline", offline)
    sub.add_argument("site", nargs="?", default="site")
    sub.add_argument("zip", nargs="?", default="dist/plan-practice-myth.zip")
    sub = command("nginx", nginx)
    sub.add_argument("site", nargs="?", default="site")
    sub.add_argument("--listen", default="80", help="what nginx's `listen` takes (80, 127.0.0.1:8080)")
    sub.add_argument("--brotli", action="store_true", help="nginx has its module for .br files")
    command("check", check)
    command("list", names)
    sub = command("run", run)
    sub.add_argument("name")
    sub.add_argument("settings", nargs="?", default="{}", help="JSON: '{\"control\": value}'")
    command("translate", translate).add_argument("name")
    command("serve", serve).add_argument("--port", type=int, default=8000)
    command("clean", clean)
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns the exit status."""
    options = _parser().parse_args(arguments)
    try:
        options.act(options)
    except Problems as problems:
        print(problems, file=sys.stderr)
        count = len(set(problems.problems))
        print(f"{count} {'fault' if count == 1 else 'faults'} to mend.", file=sys.stderr)
        return 1
    except WrongCall as wrong:
        print(wrong, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


__all__ = ["Problem", "main"]

if __name__ == "__main__":
    sys.exit(main())
