"""A mistake in a page is named with file and line, and with what to do."""

from __future__ import annotations

import pytest

from explainer.syntax import check, scan

HEAD = """/// page | system/trial
    title: A trial
    able: Say something.
    short: The short answer.
    reviewed: 2026-11-22
///

"""
FOOT = "\n\n## Sources {#sources}\n\n/// sources\n///\n"


@pytest.fixture
def faults(evidence):
    """faults(body) -> the messages for a page with that body."""

    def of(body: str, head: str = HEAD, foot: str = FOOT) -> list[str]:
        return [str(problem) for problem in check.page(scan.take_apart("system/trial", head + body + foot), evidence)]

    return of


@pytest.fixture
def claim(evidence):
    return evidence.rows("claims")[0]["id"]


def test_a_sound_page_has_no_fault(faults, claim, evidence):
    key, term = next(iter(evidence.sources)), evidence.rows("terms")[0]["id"]
    body = f"""## One {{#one}}

[A sentence with a [link](https://example.org) and {{value=flights_refused.2019-07-09.value}}]{{claim={claim}}}. More [@{key}, p. 312].
The {{term={term}}} of 2014 and 24 October 2013, in {{id=国办发〔2020〕49号}}, has 12 parts; see Article 66.

```text
98765 in code is not prose
```

/// explorable | secret-weights
///
"""
    assert faults(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "/// explorable | secret-wieghts\n///",
            [
                "docs/system/trial.md:8: explorable: there is no explorable “secret-wieghts”",
                "Did you mean secret-weights",
            ],
        ),
        (
            "/// chart | travel-refusal\n///",
            ["trial.md:8: chart: there is no chart “travel-refusal”", "travel-refusals"],
        ),
        ("Text.\n\n[So it is]{claim=nonsense-claim}.", ["trial.md:10: claim: there is no claim “nonsense-claim”"]),
        ("{claim=%CLAIM%}", ["trial.md:8: claim: no sentence stands before"]),
        ("See [@nobody1999].", ["trial.md:8: citation: there is no source “nobody1999”"]),
        ("A {term=nonsense}.", ["trial.md:8: term: there is no term “nonsense”"]),
        (
            "A {value=flights_refused.2019-07-09}.",
            ["trial.md:8: value: “flights_refused.2019-07-09” is not table.row.column"],
        ),
        ("A {value=flights.2019-07-09.value}.", ["trial.md:8: value: there is no table “flights”"]),
        ("A {value=flights_refused.1999.value}.", ["trial.md:8: value: the table flights_refused has no row “1999”"]),
        ("A {value=flights_refused.2019-07-09.worth}.", ["has no column “worth”"]),
        ("A {value=flights_refused.2019-07-09.unit}.", ["is not a number"]),
        ("A {value=flights_refused.2019-07-09.value | bear}.", ["there is no option “bear”", "bare"]),
        ("A {result=secret-wieghts.x}.", ["trial.md:8: result: there is no explorable"]),
        ("A {result=secret-weights.nothing}.", ["trial.md:8: result: “nothing” of “nothing” does not exist"]),
        ("A {result=secret-weights.nothing | nonsense=4}.", ["has no control “nonsense”"]),
        ("/// explorable\nno end", ["trial.md:8: block: the block is not closed"]),
        ("/// figure | x\n///", ["trial.md:8: block: there is no block “figure”"]),
        ("## No id\n\nText.", ["trial.md:8: heading: “No id” has no id"]),
        ("# Title\n\nText.", ["trial.md:8: heading: the page's title stands in its page block"]),
        ("## One {#same}\n\n## Two {#same}", ["trial.md:10: id: “same” is already the id of line 8"]),
        (
            "## One {#secret-weights}\n\n/// explorable | secret-weights\n///",
            ["trial.md:10: id: “secret-weights” is already the id of line 8"],
        ),
        ("/// explorable | secret-weights\n///\n\n/// explorable | secret-weights\n///", ["trial.md:11: id:"]),
        (
            "/// question | Is it?\n    options: [Yes]\n    answer: 1\nWhy.\n///",
            ["trial.md:8: question.options: needs a list of at least two"],
        ),
        (
            '/// question | Is it?\n    options: ["Yes", "No"]\n    answer: 3\nWhy.\n///',
            ["trial.md:8: question.answer: “3” is not the number of an option"],
        ),
        (
            '/// question | Is it?\n    options: ["Yes", "No"]\n    answer: 1\n///',
            ["trial.md:8: question: the answer is not explained"],
        ),
        (
            '/// question | Is it?\n    options: ["Yes", "No"\n    answer: 1\nWhy.\n///',
            ["trial.md:8: question: its options are not YAML"],
        ),
        ("/// table | nothing\n    columns: [id]\n///", ["trial.md:8: table: there is no table “nothing”"]),
        ("/// table | lists\n    columns: [nothing]\n///", ["trial.md:8: table.columns: there is no column “nothing”"]),
        ("/// reference | nothing\n///", ["trial.md:8: reference: there is no reference “nothing”"]),
        ("/// judge | nothing\n///", ["trial.md:8: judge: there is no row of myths “nothing”"]),
        ("{id=}", ["trial.md:8: id: names nothing"]),
        ("Line one.\nThere were 27.3 million.", ["trial.md:9: number: “27.3” is typed into the prose"]),
        ("There were 8,540 of them.", ["number: “8,540”"]),
        ("That is 99 % of them.", ["number: “99 %”"]),
        ("Some two million people.", ["number: “two million”"]),
        ("Some thirty-three people.", ["number: “thirty-three”"]),
        ("It has 13 parts.", ["number: “13”"]),
        ("The word 失信 here.", ["trial.md:8: hanzi: “失信” is not marked as Chinese"]),
        ("See [this](htp://example.org).", ["trial.md:8: link: “htp://example.org” is not an address"]),
        ("See [this](https://nowhere).", ["trial.md:8: link:"]),
        ("See [this]().", ["trial.md:8: link: “” is not an address"]),
    ],
)
def test_a_mistake_is_named(faults, claim, body, expected):
    messages = "\n".join(faults(body.replace("%CLAIM%", claim)))
    for part in expected:
        assert part in messages, messages


def test_a_page_without_its_block_is_named(faults):
    assert any("does not open with a page block" in message for message in faults("Text.", head=""))


def test_a_page_that_names_another_path_is_named(faults):
    assert any(
        "says that it is “system/other”" in message
        for message in faults("", head=HEAD.replace("system/trial", "system/other"))
    )


@pytest.mark.parametrize("name", ["title", "able", "short", "reviewed"])
def test_a_missing_part_of_the_head_is_named(faults, name):
    head = "\n".join(line for line in HEAD.split("\n") if not line.strip().startswith(f"{name}:"))
    assert any(f"page.{name}: is missing" in message for message in faults("", head=head))


@pytest.mark.parametrize(
    ("moments", "expected"),
    [
        ("[outline-2104]", ["trial.md:6: page.moments: there is no row of timeline “outline-2104”", "outline-2014"]),
        ("outline-2014", ["trial.md:6: page.moments: is not a list", "leave the line out"]),
        ("[]", ["trial.md:6: page.moments: is not a list"]),
        ("[2014]", ["trial.md:6: page.moments: is not a list"]),
        ("[pudao, outline-2014, pudao]", ["trial.md:6: page.moments: names “pudao” more than once"]),
        (
            "[suining-2010, outline-2014, sesame-launch, pudao, pipl, draft-law, order-58]",
            ["trial.md:6: page.moments: names 7 moments", "Keep the 6"],
        ),
    ],
)
def test_a_wrong_moment_is_named_with_its_line(faults, moments, expected):
    messages = "\n".join(faults("", head=HEAD.replace("22\n///", f"22\n    moments: {moments}\n///")))
    for part in expected:
        assert part in messages, messages


def test_sound_moments_have_no_fault(faults):
    head = HEAD.replace("22\n///", "22\n    moments: [fifty-one-memoranda, outline-2014]\n///")
    assert faults("", head=head) == []


def test_a_short_answer_that_is_long_is_named(faults):
    assert any(
        "has 61 words" in message for message in faults("", head=HEAD.replace("The short answer.", "word " * 61))
    )


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-02-30", "day is out of range"), ("2026-13", "page.reviewed"), ("soon", "page.reviewed")],
)
def test_a_review_on_no_day_is_named(faults, day, expected):
    assert any(expected in message for message in faults("", head=HEAD.replace("2026-11-22", day)))


def test_citing_without_a_list_of_sources_is_named(faults, evidence):
    assert any(
        "no list of sources" in message for message in faults(f"See [@{next(iter(evidence.sources))}].", foot="")
    )


def test_the_pages_themselves_have_no_fault(evidence):
    assert [str(problem) for problem in check.pages(evidence)] == []


@pytest.mark.parametrize("hedge", ["about", "More than", "at least"])
def test_a_typed_hedge_before_a_value_that_hedges_itself(faults, evidence, hedge):
    row = next(row for row in evidence.rows("figures") if row["precision"] == "about")
    said = faults(f"The court counted {hedge} {{value=figures.{row['id']}.value | bare}} of them.")
    assert any(f"trial.md:8: value: “{hedge}” stands before a value" in fault for fault in said), said
    assert not any("stands before" in fault for fault in faults(f"The court counted {{value=figures.{row['id']}.value | bare}}."))
