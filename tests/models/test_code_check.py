"""The unified code: both check characters, every fault by its name, and no fault missed."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from explainer.explorables.code_check import EXPLORABLE, INVENTED, WORDS
from explainer.models.code_check import (
    ALPHABET,
    GAPS,
    WEIGHTS,
    check_character,
    fits,
    inner_check,
    run,
    say,
)
from explainer.words import COMMON

DATA = {
    "authorities": [{"authority": "9", "category": "", "name": "business registrar"}],
    "categories": [{"authority": "9", "category": "1", "name": "enterprise"}],
}
CHARACTERS = st.sampled_from(ALPHABET)
SOME = settings(max_examples=150, deadline=None)


def completed(head: str, place: str, body: str) -> str:
    """A code that fits, from its free characters."""
    characters = list(head + place + body)
    characters.append(inner_check(characters))
    return "".join(characters) + check_character(characters)


CODES = st.builds(
    completed,
    st.text(CHARACTERS, min_size=2, max_size=2),
    st.text(st.sampled_from("0123456789"), min_size=6, max_size=6),
    st.text(CHARACTERS, min_size=8, max_size=8),
)


def wide(character: str) -> str:
    """Its full-width form."""
    return chr(ord(character) + 0xFEE0)


def look(code: str) -> dict:
    return run({"code": code}, DATA)


def said(code: str) -> str:
    return say({"code": code}, look(code), DATA, {**COMMON, **WORDS})


def test_weights_are_powers_of_three() -> None:
    assert WEIGHTS == [3**i % 31 for i in range(17)]
    assert len(ALPHABET) == 31 and not set(ALPHABET) & set("IOSVZ")


def test_the_textbook_code() -> None:
    """The example that tutorials of the standard work through."""
    assert look("91350100M000100Y43")["verdict"] == "fits"
    assert look("91350100M000100Y4Z")["verdict"] == "forbidden"


def test_the_organisation_code_of_the_older_standard() -> None:
    """GB 11714 works out D2143569-X."""
    assert inner_check(list("00000000" + "D2143569")) == "X"


@SOME
@given(CODES)
def test_a_completed_code_fits(code: str) -> None:
    result = look(code)
    assert result["valid"] and result["verdict"] == "fits" and result["fault_boxes"] == []
    assert "".join(result["boxes"]) == code
    assert result["sum_label"][0][4] == code[17]


@SOME
@given(CODES, st.integers(0, 17), CHARACTERS)
def test_discover_every_wrong_character_is_noticed(code: str, place: int, wrong: str) -> None:
    assume(code[place] != wrong)
    typed = code[:place] + wrong + code[place + 1 :]
    result = look(typed)
    assert not result["valid"] and result["fault_boxes"]
    assert {"kind": "wrong", "position": place + 1, "right": code[place]} in result["slips"]


@SOME
@given(CODES, st.integers(0, 16))
def test_discover_every_swap_of_neighbours_is_noticed(code: str, place: int) -> None:
    pair = code[place : place + 2]
    assume(pair[0] != pair[1])
    result = look(code[:place] + pair[::-1] + code[place + 2 :])
    assert not result["valid"]
    assert {"kind": "swap", "position": place + 1, "right": pair} in result["slips"]


@SOME
@given(CODES, st.randoms(use_true_random=False))
def test_how_it_is_typed_does_not_matter(code: str, random) -> None:
    typed = "".join(random.choice([c, c.lower(), wide(c), wide(c.lower())]) for c in code)
    at = random.randrange(len(typed))
    typed = typed[:at] + random.choice(GAPS + "\u3000\uff0d") + typed[at:]
    result = look(typed)
    assert result["valid"] and result["code"] == code and result["removed"] == 1


@SOME
@given(st.text(max_size=60))
def test_any_text_gets_a_verdict_and_a_sentence(text: str) -> None:
    result = look(text)
    assert said(text).strip()
    assert len(result["boxes"]) == 18 and len(result["terms"]) == 17
    assert result["valid"] == (
        len(result["code"]) == 18
        and "?" not in result["code"]
        and all(c in ALPHABET for c in result["code"])
        and fits(list(result["code"]))
    )


@pytest.mark.parametrize(
    ("code", "verdict", "words"),
    [
        ("", "empty", ["18 characters"]),
        (INVENTED, "fits", ["well formed", "not a score", "nothing about whether such an organisation exists"]),
        (INVENTED[:-1], "length", ["17 characters", "one short"]),
        (INVENTED + "77", "length", ["20 characters", "two too long"]),
        (INVENTED[:4] + "O" + INVENTED[5:], "forbidden", ["O at position 5", f"Read as {INVENTED} it would fit"]),
        ("I" + INVENTED[1:16] + "SZ", "forbidden", ["I, S and Z at positions 1, 17 and 18"]),
        (INVENTED.lower(), "fits", ["small letters made capital"]),
        ("９" + INVENTED[1:], "fits", ["full-width characters made narrow"]),
        (INVENTED[:2] + " " + INVENTED[2:8] + "-" + INVENTED[8:], "fits", ["spaces and hyphens left out"]),
        (INVENTED[:-1] + "B", "check", ["last character is B", "call for A"]),
        (INVENTED[:2] + "A" + INVENTED[3:], "place", ["letter at position 3", "digits only"]),
        ("9199*000PAPER0012A", "other", ["position 5", "neither a letter nor a digit"]),
        ("9199😀000PAPER0012A", "other", ["position 5"]),
        ("<b>", "other", ["positions 1 and 3", "15 short"]),
    ],
)
def test_the_fault_is_named(code: str, verdict: str, words: list[str]) -> None:
    assert look(code)["verdict"] == verdict
    sentence = said(code)
    assert [word for word in words if word not in sentence] == [], sentence


def test_a_wrong_inner_check_alone_is_named() -> None:
    head = list(INVENTED[:16]) + ["7" if INVENTED[16] != "7" else "8"]
    code = "".join(head) + check_character(head)
    assert look(code)["verdict"] == "inner"
    assert "position 17" in said(code)


def test_names_come_from_the_evidence_and_the_unknown_is_said_so() -> None:
    assert look(INVENTED)["authority"] == "business registrar" and look(INVENTED)["category"] == "enterprise"
    assert look("7" + INVENTED[1:])["authority"] == ""


def test_every_example_button_shows_another_fault() -> None:
    control = EXPLORABLE.controls[0]
    verdicts = {code: look(code)["verdict"] for code in control.examples}
    assert verdicts[INVENTED] == "fits"
    assert {"fits", "check", "forbidden"} <= set(verdicts.values())
