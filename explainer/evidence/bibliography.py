"""`evidence/sources.bib`: read with pybtex, checked, and given to the citation processor as CSL-JSON.

citeproc-py's own BibTeX reader drops `url` and `institution`, hence the conversion here (CSL-JSON schema 1.0).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from pybtex.database import Entry, Person, parse_string
from pybtex.exceptions import PybtexError

from explainer.errors import Problem, Problems
from explainer.evidence import dates
from explainer.paths import shown
from explainer.typography import HANZI

CSL_TYPES = {
    "article": "article-journal",
    "book": "book",
    "incollection": "chapter",
    "report": "report",
    "online": "webpage",
    # the styles word "legislation" as an American statute, without the body that issued it
    "legislation": "report",
    "standard": "report",
    "thesis": "thesis",
    "misc": "document",
}
KINDS = ("official", "academic", "journalism", "company", "think tank", "blog", "standard")
LANGUAGES = {
    "english": ("en", "English"),
    "chinese": ("zh-Hans", "Chinese"),
    "german": ("de", "German"),
    "dutch": ("nl", "Dutch"),
    "french": ("fr", "French"),
    "swedish": ("sv", "Swedish"),
    "spanish": ("es", "Spanish"),
    "italian": ("it", "Italian"),
    "japanese": ("ja", "Japanese"),
}
BASES = ("original read", "excerpt or copy read", "not re-read")
# family names of two characters, and those that are read otherwise as a name
DOUBLE_SURNAMES = ("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯")
SURNAMES = {
    "单": "Shan",
    "解": "Xie",
    "仇": "Qiu",
    "区": "Ou",
    "查": "Zha",
    "任": "Ren",
    "曾": "Zeng",
    "盖": "Ge",
    "朴": "Piao",
    "尉迟": "Yuchi",
}
REQUIRED = ("title", "langid", "kind", "basis", "checked")
KNOWN = {
    *REQUIRED,
    "titleaddon",
    "shorttitle",
    "institution",
    "date",
    "journaltitle",
    "booktitle",
    "volume",
    "number",
    "pages",
    "publisher",
    "edition",
    "url",
    "doi",
    "isbn",
    "urldate",
    "annotation",
    "series",
    "location",
    "type",
}


@dataclass(frozen=True)
class Source:
    """One entry of the bibliography; `letter` tells it from others by the same name in the same year."""

    key: str
    entry: Entry
    line: int
    letter: str = ""

    def get(self, field: str) -> str:
        return _plain(self.entry.fields.get(field, ""))

    @property
    def kind(self) -> str:
        return self.get("kind")

    @property
    def lang(self) -> str:
        """BCP 47 tag of the title."""
        return LANGUAGES[self.get("langid")][0]

    @property
    def language(self) -> str:
        return LANGUAGES[self.get("langid")][1]

    @cached_property
    def address(self) -> str:
        """The DOI's address, else the publisher's; empty when there is none."""
        doi = self.get("doi")
        return f"https://doi.org/{doi}" if doi else self.get("url")

    @cached_property
    def names(self) -> list[str]:
        """Family names, or the institution's name."""
        people = [_family(person) for person in self.entry.persons.get("author", [])]
        return people or ([self.get("institution")] if self.get("institution") else [])

    @cached_property
    def year(self) -> str:
        return self.get("date")[:4] or "no date"

    @cached_property
    def label(self) -> str:
        """Short form for the text: “Kostka 2019”, “Dai & Wang 2020”, “Ma et al. 2021”."""
        names = self.names or [self.get("shorttitle") or self.get("publisher") or self.get("title")]
        who = names[0] if len(names) == 1 else " & ".join(names) if len(names) == 2 else f"{names[0]} et al."
        return f"{who} {self.year}{self.letter}"

    @cached_property
    def csl(self) -> dict:
        """The entry as CSL-JSON."""
        item: dict = {"id": self.key, "type": CSL_TYPES[self.entry.type], "title": self.get("title")}
        if self.get("titleaddon"):
            item["title"] += f" [{self.get('titleaddon')}]"
        authors = [_csl_name(person) for person in self.entry.persons.get("author", [])]
        if not authors and self.get("institution"):
            authors = [{"literal": self.get("institution")}]
        if authors:
            item["author"] = authors
        if self.get("date"):
            item["issued"] = {"date-parts": [[int(part) for part in self.get("date").split("-")]]}
        for ours, theirs in (
            ("journaltitle", "container-title"),
            ("booktitle", "container-title"),
            ("volume", "volume"),
            ("number", "issue" if self.entry.type == "article" else "number"),
            ("pages", "page"),
            ("publisher", "publisher"),
            ("edition", "edition"),
            ("doi", "DOI"),
            ("isbn", "ISBN"),
        ):
            if self.get(ours):
                item[theirs] = self.get(ours).replace("--", "–")
        if self.get("url") and not self.get("doi"):
            item["URL"] = self.get("url")
        return item

    @property
    def bibtex(self) -> str:
        """The entry as the file has it, for readers' own tools."""
        return self.entry.to_string("bibtex").strip()


def _plain(text: str) -> str:
    text = re.sub(r"\\([&_%#$])", r"\1", text.replace("{", "").replace("}", ""))
    return re.sub(r"\s+", " ", text).strip()


def _whole(person: Person) -> bool:
    """Whether a name stands in double braces or in hanzi: a corporate name, or one that has no order to change."""
    return not (person.first_names or person.middle_names or person.prelast_names or person.lineage_names)


def _family(person: Person) -> str:
    """The family name; of a name in hanzi its first character in pinyin, so that every reader can say it."""
    name = _plain(" ".join([*person.prelast_names, *person.last_names]))
    if re.fullmatch(f"[{HANZI}]{{2,4}}", name):
        from pypinyin import lazy_pinyin  # slow to import, and of use only where a name is read for the first time

        family = name[:2] if name[:2] in DOUBLE_SURNAMES else name[0]
        return SURNAMES.get(family) or "".join(lazy_pinyin(family)).capitalize()
    return name


def _csl_name(person: Person) -> dict:
    if _whole(person):
        return {"literal": _plain(" ".join([*person.prelast_names, *person.last_names]))}
    return {"family": _family(person), "given": _plain(" ".join([*person.first_names, *person.middle_names]))}


def read(file: Path) -> dict[str, Source]:
    """Every source by key. Raises `Problems` when the file cannot be parsed."""
    text = file.read_text(encoding="utf-8")
    lines: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        found = re.match(r"\s*@(\w+)\s*\{\s*([^,\s]+)\s*,", line)
        if found and found.group(1).lower() not in ("comment", "string", "preamble"):
            key = found.group(2)
            if key in lines:
                raise Problems(
                    [
                        Problem(
                            shown(file),
                            number,
                            key,
                            f"the key already stands in line {lines[key]}",
                            "Give one of the two another key, or delete it.",
                        )
                    ]
                )
            lines[key] = number
    try:
        entries = parse_string(text, "bibtex").entries
    except PybtexError as error:
        line = getattr(error, "lineno", 0) or 0
        raise Problems(
            [
                Problem(
                    shown(file),
                    line,
                    "BibTeX",
                    str(error).splitlines()[0],
                    "Look for a missing comma, brace or quotation mark.",
                )
            ]
        ) from None
    return _lettered({key: Source(key, entry, lines.get(key, 0)) for key, entry in entries.items()})


def _lettered(sources: dict[str, Source]) -> dict[str, Source]:
    """2019a, 2019b … where two sources would be cited by one name and year, in the order of their dates."""
    alike: dict[str, list[Source]] = {}
    for source in sources.values():
        alike.setdefault(source.label, []).append(source)
    for group in alike.values():
        for number, source in enumerate(sorted(group, key=lambda source: (source.get("date"), source.key))):
            if len(group) > 1:
                # past z, as in any list that outgrows the letters: aa, ab …
                letter = chr(97 + number) if number < 26 else chr(96 + number // 26) + chr(97 + number % 26)
                sources[source.key] = replace(source, letter=letter if source.year != "no date" else f"-{letter}")
    return sources


def problems(file: Path, sources: dict[str, Source]) -> list[Problem]:
    """Every fault of every entry."""
    found = []
    for source in sources.values():
        entry = source.entry

        def fault(field: str, reason: str, mend: str, source: Source = source) -> None:
            found.append(Problem(shown(file), source.line, f"{source.key}.{field}", reason, mend))

        if not re.fullmatch(r"[a-z][a-z0-9]*", source.key):
            fault("key", "is not lower-case letters and digits", "Name it as author and year: kostka2019.")
        if entry.type not in CSL_TYPES:
            fault(
                "type", f"@{entry.type} is not used here", f"Use one of: {', '.join('@' + name for name in CSL_TYPES)}."
            )
            continue
        for field in REQUIRED:
            if not source.get(field):
                fault(field, "is missing", f"Add `{field} = {{…}},` to the entry.")
        for field in entry.fields:
            if field not in KNOWN:
                fault(field, "is not a field we read", f"Use one of: {', '.join(sorted(KNOWN))}.")
        for field, allowed in (("kind", KINDS), ("langid", tuple(LANGUAGES)), ("basis", BASES)):
            if source.get(field) and source.get(field) not in allowed:
                fault(field, f"“{source.get(field)}” is not allowed", f"Use one of: {', '.join(allowed)}.")
        for field in ("date", "checked", "urldate"):
            if source.get(field) and (reason := dates.fault(source.get(field))):
                fault(field, reason, "Write YYYY, YYYY-MM or YYYY-MM-DD.")
        if not source.names and not source.get("shorttitle") and not source.get("publisher"):
            fault("author", "no author, institution, publisher or short title to cite it by", "Add one of them.")
        elif re.search(f"[{HANZI}]", source.label):
            fault("institution", f"“{source.label}” is cited in characters that not every reader reads", "Write the name in English or pinyin.")
        if source.get("langid") not in ("", "english") and not source.get("titleaddon"):
            fault("titleaddon", "a title that is not English has no translation", "Add `titleaddon = {…},` in English.")
        if (doi := source.get("doi")) and not re.fullmatch(r"10\.\d{4,9}/\S+", doi):
            fault("doi", f"“{doi}” is not a DOI", "Write it bare: 10.1177/1461444819826402.")
        if url := source.get("url"):
            parts = urlsplit(url)
            if parts.scheme not in ("http", "https") or "." not in parts.netloc or " " in url:
                fault("url", f"“{url}” is not an http or https address", "Write the publisher's whole address.")
    return found + _doubled(file, sources)


def _doubled(file: Path, sources: dict[str, Source]) -> list[Problem]:
    """Every entry for a work that another entry stands for: one address, or one title, name and year."""
    found = []
    first: dict[tuple[str, ...], Source] = {}
    for source in sources.values():
        title = re.sub(r"[\W_]+", "", source.get("title").lower())
        works = [(title, source.names[0], source.year)] if source.names else []
        if source.address:
            works.append((source.address.rstrip("/").lower(),))
        if twin := next((first[work] for work in works if work in first), None):
            found.append(
                Problem(
                    shown(file),
                    source.line,
                    f"{source.key}.title",
                    f"the work already stands in line {twin.line} as “{twin.key}”",
                    "Keep one of the two and cite it; where they differ (another version, another part), say so in the titles.",
                )
            )
        for work in works:
            first.setdefault(work, source)
    return found
