"""Names that come again where what they name goes on: "Clean streets (continued)"."""

from __future__ import annotations

import re

from planparse.model.vocabulary import Vocabulary

_CONTINUED = re.compile(r"(?P<head>.+?)\s*[-–:(\[]\s*(?P<word>[^\W\d_]+(?:['’]d)?)\.?\s*[)\]]?")


def continued_name(text: str, vocabulary: Vocabulary) -> str | None:
    """The name that a text says is gone on with; None where it says no such thing.

    >>> from planparse.interpret.vocabulary import load_vocabulary
    >>> [continued_name(text, load_vocabulary()) for text in ("Swim more (cont.)", "Swim more (children)")]
    ['Swim more', None]
    """
    found = _CONTINUED.fullmatch(text)
    return found["head"] if found is not None and found["word"].casefold() in vocabulary.continuations else None
