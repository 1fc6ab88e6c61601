"""What is said of a document in which no plan was found."""

from __future__ import annotations

import pytest

from planparse.interpret.refusal import nothing_found
from planparse.interpret.vocabulary import load_vocabulary
from planparse.model.document import Document, Paragraph
from planparse.model.provenance import Place

GARBLED = "u7lou ovrm bmb|vu om-m1; " * 30
PLAIN = "The board of the trust is to meet in the hall on Monday. " * 30


def told(text: str, format: str = "pdf") -> str:
    return nothing_found(Document(format, (Paragraph(text, (Place(0, "paragraph"),)),)), [], load_vocabulary())


@pytest.mark.parametrize("text", [GARBLED, "\ufffd\ufffd\ufffd \ufffd\ufffd " * 60])
def test_a_text_without_an_english_word_may_have_fonts_that_do_not_name_their_letters(text: str) -> None:
    assert told(text).endswith("export it anew from its source")


@pytest.mark.parametrize(
    ("text", "format"), [(PLAIN, "pdf"), (GARBLED, "text"), (GARBLED[:200], "pdf"), (GARBLED + PLAIN[:60], "pdf")]
)
def test_another_one_may_have_other_wordings(text: str, format: str) -> None:
    assert told(text, format).endswith("add it with --vocabulary")


def test_what_stands_over_the_first_table_is_named() -> None:
    document = Document("html", ())
    assert "found 0 tables with headers such as 'Risk | Owner'" in nothing_found(
        document, ["Risk | Owner", "Cost"], load_vocabulary()
    )
