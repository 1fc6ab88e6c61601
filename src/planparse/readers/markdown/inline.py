"""Inline marks of Markdown: taken away, so that the text stands as a person reads it."""

from __future__ import annotations

import html
import re

from planparse.text import clean

_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.I)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,1000})\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\((?:<[^<>\n]*>|[^()\s]*)(?:\s+\"[^\"]*\")?\)")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]*)>")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,20})\](?!:)")
_STRUCK = re.compile(r"~~(?=\S)(.{1,1000}?)(?<=\S)~~")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,1000}?)(?<=\S)\1", re.S)
_STARRED = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])")
_UNDERLINED = re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]+?)(?<=[^\s_])_(?![\w_])")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.{1,1000}?)(?<!`)\1(?!`)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HELD = 0xF0000
STRUCK = "struck through"


def is_bold(text: str) -> bool:
    """All of the text stands between strong marks."""
    text = text.strip()
    return len(text) > 4 and text[:2] in ("**", "__") and text.endswith(text[:2]) and text[2:-2].count(text[:2]) == 0


def plain(text: str, outside: list[tuple[str, str]]) -> str:
    """The text without its marks; ``outside`` gets footnote marks and images, which are left out, and what is struck.

    >>> plain("**ABC001** 87\\\\% of [schools](x)<br>line two", [])
    'ABC001 87% of schools\\nline two'
    """

    text = _ESCAPED.sub(lambda m: chr(_HELD + ord(m[1])), text)
    text = _CODE.sub(lambda m: "".join(chr(_HELD + ord(c)) if c in "*_~[]<>&" else c for c in m[2].strip()), text)
    for pattern, reason in ((_IMAGE, "an image"), (_FOOTNOTE, "a footnote mark")):
        outside += [(found[1], reason) for found in pattern.finditer(text)]
        text = pattern.sub("", text)
    outside += [(found[1], STRUCK) for found in _STRUCK.finditer(text)]
    text = _STRUCK.sub(r"\1", text)
    text = _AUTOLINK.sub(r"\1", _LINK.sub(r"\1", text))
    text = _STRONG.sub(r"\2", _STRONG.sub(r"\2", text))
    text = _UNDERLINED.sub(r"\1", _STARRED.sub(r"\1", text))
    text = _TAG.sub("", _BREAK.sub("\n", text))
    text = html.unescape(text)
    text = "".join(map(_let_go, text)) if max(text, default="") > chr(_HELD) else text
    return "\n".join(map(str.strip, clean(text).strip().split("\n")))


def _let_go(character: str) -> str:
    code = ord(character) - _HELD
    return chr(code) if 0 < code < 128 else character
