"""A hyphen at a line's end breaks a word or joins two; the document and its producer's other hyphens say which."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.paragraphs.seams import HYPHEN
from planparse.readers.pdf.paragraphs.settle import Vocabulary

TYPESET, SOFT = "\u2010", "\u00ad"
HYPHENATED = ["coun-cil", "perform-ance", "depart-ment", "improve-ment", "informa-tion", "manage-ment"]
COMPOUND = ["long-term", "full-time", "high-quality", "well-known", "part-time", "open-air"]


def mark(text: str) -> str:
    """Each hyphen as the end of a line leaves it."""
    for dash in "-" + TYPESET + SOFT:
        text = text.replace(dash, dash + HYPHEN)
    return text


def settled(text: str, *, words: str = "", others: list[str] | None = None) -> str:
    """What becomes of a text in a document of these words, with others broken at the ends of lines."""
    vocabulary = Vocabulary()
    vocabulary.add(words)
    for other in [*(others or []), text]:
        vocabulary.add(mark(other))
    return vocabulary.settle(mark(text))


@pytest.mark.parametrize("text", ["organi-sation", "environ-ment", "bus-iness"])
def test_halves_that_are_no_words_were_one(text: str) -> None:
    assert settled(text) == text.replace("-", "")


@pytest.mark.parametrize("text", ["town-scape", "ever-green", "decision-making"])
def test_halves_that_are_words_stay_two(text: str) -> None:
    assert settled(text) == text


@pytest.mark.parametrize(("text", "broken"), [("sea-front", "seafront"), ("glazier-work", "glazierwork")])
def test_where_the_halves_say_little_the_other_hyphens_do(text: str, broken: str) -> None:
    assert settled(text, others=HYPHENATED) == broken
    assert settled(text, others=COMPOUND) == text


def test_compounds_alone_show_a_producer_that_breaks_no_words() -> None:
    assert settled("organi-sation", others=COMPOUND) == "organi-sation"


def test_what_stands_before_most_hyphens_says_nothing_of_the_producer() -> None:
    """Otherwise these would say that none of its hyphens breaks a word."""
    others = ["over-spend", "self-service", "out-door", "off-street", "mid-year"]
    assert settled("organi-sation", others=others) == "organisation"


def test_the_word_as_the_document_writes_it_goes_before_all_others() -> None:
    assert settled("sea-front", words="The seafront is long") == "seafront"
    assert settled("sea-front", words="Our sea-front is long", others=HYPHENATED) == "sea-front"
    assert settled("sea-front.", words="Our Seafront is long") == "seafront."
    assert settled(f"sea{TYPESET}front", words="Our sea-front is long") == "sea-front"


def test_the_word_in_its_other_number_says_it_where_the_word_itself_is_nowhere() -> None:
    assert settled("sea-front", words="The seafronts are long") == "seafront"
    assert settled("sea-fronts", words="The seafront is long") == "seafronts"
    assert settled("sea-front", words="Our sea-fronts are long", others=HYPHENATED) == "sea-front"
    assert settled("sea-front", words="The seafronts are long, but our sea-front is not") == "sea-front"
    assert settled("sea-front", words="The seafronted town") == "sea-front"


def test_a_typeset_hyphen_breaks_a_word_unless_much_speaks_against_it() -> None:
    assert settled(f"sea{TYPESET}front", others=COMPOUND) == "seafront"
    assert settled(f"glazier{TYPESET}work") == "glazierwork"
    assert settled(f"decision{TYPESET}making") == "decision-making"


def test_a_soft_hyphen_always_breaks_a_word() -> None:
    assert settled(f"decision{SOFT}making", words="our decision-making", others=COMPOUND) == "decisionmaking"
    assert settled(f"Co{SOFT}Operation") == "CoOperation"


@pytest.mark.parametrize("prefix", ["non", "co", "mid", "self"])
def test_no_word_is_broken_behind_these(prefix: str) -> None:
    for dash in "-" + TYPESET:
        assert settled(f"{prefix}{dash}managing", others=HYPHENATED) == f"{prefix}-managing"


def second(upper: str, dash: str, lower: str, *, others: list[str] | None = None) -> str:
    """What becomes of a word that has a plain hyphen, and another one at a line's end."""
    vocabulary = Vocabulary()
    for other in others or []:
        vocabulary.add(mark(other))
    text = f"{upper}{dash}{HYPHEN}{lower}"
    vocabulary.add(text)
    return vocabulary.settle(text)


@pytest.mark.parametrize(("upper", "lower"), [("out-of-organi", "sation"), ("cross-depart", "mental")])
def test_a_word_that_has_a_hyphen_keeps_its_second_one_if_that_is_of_the_same_kind(upper: str, lower: str) -> None:
    assert second(upper, "-", lower, others=HYPHENATED) == f"{upper}-{lower}"


@pytest.mark.parametrize(
    ("upper", "lower"), [("out-of-organi", "sation"), ("cross-depart", "mental"), ("well-main", "tained")]
)
def test_a_typeset_hyphen_breaks_a_word_that_has_a_plain_one(upper: str, lower: str) -> None:
    assert second(upper, TYPESET, lower) == upper + lower
    assert second(upper, TYPESET, lower, others=COMPOUND) == upper + lower


@pytest.mark.parametrize(
    ("upper", "lower"), [("end-of", "year"), ("work-life", "balance"), ("face-to", "face"), ("state-of-the", "art")]
)
def test_between_two_words_it_is_the_second_hyphen_of_a_compound(upper: str, lower: str) -> None:
    assert second(upper, TYPESET, lower) == f"{upper}-{lower}"


@pytest.mark.parametrize("text", ["2-year", "Smith-Jones", "organi-Sation"])
def test_hyphens_of_numbers_and_names_stay(text: str) -> None:
    for dash in "-" + TYPESET:
        assert settled(text.replace("-", dash), others=HYPHENATED) == text


@pytest.mark.parametrize(("text", "unsure"), [("sun-beam", True), ("town-scape", False), ("lamp-light", False)])
def test_an_even_hyphen_of_an_unknown_producer_is_in_doubt(text: str, unsure: bool) -> None:
    vocabulary = Vocabulary()
    vocabulary.add(mark("organi-sation"))
    vocabulary.add(mark(text))
    vocabulary.settle(mark(text))
    assert bool(vocabulary.unsure) == unsure


WITHIN = [f"man{TYPESET}agement", f"depart{TYPESET}ment"]


def typeset(*, words: str = "our long-term plan", others: list[str] | None = None) -> list[str]:
    """What becomes of words that the spelling alone would leave two."""
    broken = [f"decision{TYPESET}making", f"non{TYPESET}managing", f"Smith{TYPESET}Jones", "decision-making"]
    return [settled(text, words=words, others=others) for text in broken]


def test_typeset_hyphens_at_line_ends_alone_break_each_word() -> None:
    assert typeset(others=WITHIN) == ["decisionmaking", "nonmanaging", "SmithJones", "decision-making"]


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("our long-term plan", []),
        ("our long term plan", WITHIN),
        (f"our long-term plan of the well{TYPESET}known", WITHIN),
        ("our plan - of the town -", WITHIN),
    ],
    ids=["one of them", "no plain hyphens", "one within a line", "dashes"],
)
def test_other_typeset_hyphens_may_join_two(words: str, others: list[str]) -> None:
    assert typeset(words=words, others=others)[:3] == ["decision-making", "non-managing", "Smith-Jones"]
