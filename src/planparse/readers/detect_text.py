"""Which kind of text a text is: HTML, Markdown, CSV, or plain with tabs."""

from __future__ import annotations

import csv
import re

_TAGS = (
    "html|head|body|meta|title|style|script|table|thead|tbody|tr|td|th|caption|p|div|span|font|center|section|article"
    "|main|header|nav|aside|footer|h[1-6]|ul|ol|li|dl|dt|dd|a|b|i|strong|em|br|hr|img|pre|blockquote"
)
_TAG = re.compile(rf"</?(?:{_TAGS})(?=[\s>/])[^<>]*>", re.I)
_START = re.compile(
    rf"\s*(?>(?><\?xml[^>]*\?>|<!--.*?-->)\s*)*(?P<tag><(?:!doctype\s+html|(?:{_TAGS})(?=[\s>/])))", re.I | re.S
)
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<body[\s>]|<head[\s>]", re.I)
_CELL = re.compile(r"<t[dhr][\s>]", re.I)
_TABBED = re.compile(r"^ *[^\s][^\t\n]*\t", re.M)
_RULE = re.compile(r"^ {0,3}(?:\|[ \t]*:?-+:?[ \t]*\||:?-+:?[ \t]*\|[ \t]*:?-)[-:| \t]*$", re.M)
_PIPED = re.compile(r"^ {0,3}\|.*\|[ \t]*$", re.M)
_ATX = re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.M)
_STRONG = re.compile(r"\*\*\S[^*\n]*\*\*|^ {0,3}[-*+] \S", re.M)
_SUFFIXES = {
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".csv": "csv",
}


def kind_of_text(text: str, suffix: str) -> str:
    """``html``, ``markdown``, ``csv`` or ``text`` for the beginning of a decoded file.

    >>> kind_of_text("Key Developments\\t<ul> • Area review \\t\\t\\n", "")
    'text'
    """
    if is_html(text, suffix):
        return "html"
    promised = _SUFFIXES.get(suffix)
    if promised in ("csv", "markdown"):
        return promised
    tabbed = len(_TABBED.findall(text))
    if _is_markdown(text) and tabbed < 3:
        return "markdown"
    if not tabbed and _is_separated(text):
        return "csv"
    return "text"


def is_html(text: str, suffix: str = "") -> bool:
    """A page, or a fragment that begins with a tag. Markup leaked into the lines of another format is not HTML."""
    start = _START.match(text)
    if start and _PAGE.match(text, start.start("tag")):
        return True
    tags = len(_TAG.findall(text))
    if suffix in (".htm", ".html", ".xhtml"):
        return tags > 0 and not _is_dump(text)
    if not start or suffix in (".md", ".markdown"):
        return False
    return tags > 1 and not _is_dump(text)


def _is_dump(text: str) -> bool:
    """Tab-separated lines outnumber the markup's own cells."""
    return len(_TABBED.findall(text)) > len(_CELL.findall(text)) and len(_TABBED.findall(text)) >= 2


def _is_markdown(text: str) -> bool:
    if _RULE.search(text) and "|" in text:
        return True
    return (len(_PIPED.findall(text)) > 2) or (bool(_ATX.search(text)) and bool(_STRONG.search(text)))


def _is_separated(text: str) -> bool:
    """Three lines or more of which four in five have the same number of fields, three at least."""
    lines = text.splitlines()[:200]
    for delimiter in ",;":
        try:
            rows = [row for row in csv.reader(lines, delimiter=delimiter) if any(field.strip() for field in row)]
        except csv.Error:
            continue
        widths = [len(row) for row in rows]
        if len(rows) >= 3 and (most := max(widths)) >= 3 and widths.count(most) >= 0.8 * len(rows):
            return True
    return False
