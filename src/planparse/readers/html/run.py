"""One run of inline text, from one block boundary to the next."""

from __future__ import annotations

import re

from planparse.text import BULLETS, clean

_BREAK = "\x1e"
_SPACE = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(rf" ?{_BREAK} ?")
_ORDINAL = re.compile(r"\s*(?:st|nd|rd|th)\s*", re.I)
_MARK = re.compile(r"[\[(]?\d{1,3}(?:\s*,\s*\d{1,3})*[\])]?|[\[(]?[a-z][\])]?|[\[(][ivx]{1,5}[\])]|[†‡§¶#]+")
_UNIT = re.compile(r"(?:^|[^A-Za-z])(?:[kcm]?m|ft|yd|in|CO|NO|PM|SO)$")


class Run:
    """Text parts with what is known of them; ``take`` gives the whole and starts afresh."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.keeps_space = False
        self.all_bold = True
        self.all_linked = True
        self.size: float | None = None
        self.struck: list[str] = []
        """What is struck through by hand: it stays in the text, and the text is in doubt."""

    def add(self, text: str, bold: bool, linked: bool, size: float | None, keeps_space: bool) -> None:
        if not text.isspace():
            self.all_bold &= bold
            self.all_linked &= linked
            if self.size is None:
                self.size = size
        if keeps_space:
            self.parts.append(
                text.replace("\r\n", _BREAK).replace("\n", _BREAK).replace(" ", "\u00a0").replace("\t", "\x1f")
            )
        else:
            self.parts.append(text)

    def line_break(self) -> None:
        self.parts.append(_BREAK)

    def take(self) -> str:
        text = "".join(self.parts)
        if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
            text = _SPACE.sub(" ", text)
        if _BREAK in text:
            text = _AROUND_BREAK.sub("\n", text)
        if "\x1f" in text:
            text = text.replace("\x1f", "\t")
        text = clean(text).strip()
        return "\n".join(map(str.strip, text.split("\n"))) if "\n" in text else text

    def settle_raised(self, since: int, anchored: bool) -> str | None:
        """Judges the parts after ``since`` as raised text: a footnote mark is taken out and given back.

        ``2<sup>nd</sup>`` is one word; ``87%<sup>1</sup>`` is 87% with a mark; ``m<sup>2</sup>`` stays m2.
        """
        raised = "".join(self.parts[since:])
        before = "".join(self.parts[max(0, since - 4) : since])
        word = raised.strip()
        if not word or not before.strip():
            if word:
                self.parts.append(" ")
            return None
        last = before.rstrip()[-1]
        if _ORDINAL.fullmatch(raised) and last.isdigit():
            while self.parts[since - 1].isspace():
                since -= 1
            self.parts[since - 1 :] = [self.parts[since - 1].rstrip(), word]
            return None
        if not _MARK.fullmatch(word) or last in BULLETS:
            return None
        if not anchored and last.isalpha() and (word.isalpha() or (word in "23" and _UNIT.search(before.rstrip()))):
            return None
        del self.parts[since:]
        return word
