"""As much of CSS as changes what is read: what is hidden, bold, struck out, shaded, and how lists are labelled.

Inline declarations, and rules of ``<style>`` for one tag, class or id. Rules
with combinators, and those for print or narrow screens, are left aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.S)
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?([.#][\w-]+)?", re.I)
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b", re.I)
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/]\s*([\d.]+%?)\s*)?\)")
_SIZE = re.compile(r"([\d.]{1,6})\s*(pt|px)")
_COLOURS = {
    "red": "#ff0000",
    "green": "#008000",
    "lime": "#00ff00",
    "yellow": "#ffff00",
    "orange": "#ffa500",
    "amber": "#ffbf00",
    "blue": "#0000ff",
    "silver": "#c0c0c0",
    "gray": "#808080",
    "grey": "#808080",
    "lightgrey": "#d3d3d3",
    "lightgray": "#d3d3d3",
    "black": "#000000",
}
Declarations = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Look:
    """What the style of one element says; None where it says nothing."""

    hidden: bool = False
    bold: bool | None = None
    size: float | None = None
    fill: str | None = None
    struck: bool = False
    raised: bool = False
    list_style: str | None = None
    keeps_space: bool = False
    outline: int | None = None
    display: str | None = None
    mso_list: str | None = None
    mso_element: str | None = None


PLAIN = Look()


class Sheet:
    """The rules of a page. ``look`` is cached: pages repeat few combinations of tag, class and style."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.rules: dict[str, dict[str, str]] = {}
        for text in texts:
            _read_rules(text, self.rules)
        self._seen: dict[tuple[str, str | None, str | None, str | None], Look] = {}

    def look(self, tag: str, attributes: Mapping[str, str | None]) -> Look:
        if not attributes and tag not in self.rules:
            return PLAIN
        key = (tag, attributes.get("class"), attributes.get("id"), attributes.get("style"))
        found = self._seen.get(key)
        if found is None:
            found = self._seen[key] = self._compute(*key)
        return found

    def _compute(self, tag: str, classes: str | None, name: str | None, style: str | None) -> Look:
        merged: dict[str, str] = {}
        selectors = [tag]
        for word in (classes or "").split():
            selectors += [f".{word}", f"{tag}.{word}"]
        if name:
            selectors += [f"#{name}", f"{tag}#{name}"]
        for selector in selectors:
            merged.update(self.rules.get(selector, ()))
        merged.update(declarations(style or ""))
        return _look(merged) if merged else PLAIN


def declarations(style: str) -> dict[str, str]:
    """``name: value`` pairs, both in lower case; quoted font names and addresses do not matter here."""
    out: dict[str, str] = {}
    for part in style.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            out[name.strip().lower()] = value.replace("!important", "").strip().lower()
    return out


def _read_rules(text: str, rules: dict[str, dict[str, str]]) -> None:
    """Adds the rules of one sheet; nested blocks (media queries) are entered only where they hold on any screen."""
    depth_skipped = 0
    for part in _COMMENT.sub(" ", text).split("}"):
        *outer, head, body = part.split("{") if "{" in part else ("", "")
        for query in outer:
            if depth_skipped or query.strip().lower() not in ("@media screen", "@media all"):
                depth_skipped += 1
        if not body and not head.strip():
            depth_skipped = max(0, depth_skipped - 1)
            continue
        if depth_skipped or head.strip().startswith("@"):
            continue
        found = declarations(body)
        for selector in head.split(","):
            selector = selector.strip()
            if selector and _SELECTOR.fullmatch(selector):
                tag, dot, rest = selector.partition("." if "." in selector else "#")
                rules.setdefault(f"{tag.lower()}{dot}{rest}", {}).update(found)


def _look(found: Declarations) -> Look:
    weight = found.get("font-weight", "")
    outline = found.get("mso-outline-level", "")
    lists = found.get("list-style-type") or found.get("list-style", "")
    return Look(
        hidden=found.get("display") == "none"
        or found.get("visibility") in ("hidden", "collapse")
        or found.get("mso-hide") == "all",
        bold=None if not weight else weight in ("bold", "bolder") or (weight.isdigit() and int(weight[:4]) >= 600),
        size=_size(found.get("font-size", "")),
        fill=colour(found.get("background-color") or found.get("background", "")),
        struck="line-through" in found.get("text-decoration", "")
        or "line-through" in found.get("text-decoration-line", ""),
        raised=found.get("vertical-align") == "super",
        list_style=lists.split()[0] if lists else None,
        keeps_space=found.get("white-space", "").startswith(("pre", "break-spaces")),
        outline=int(outline) if outline in set("123456789") else None,
        display=found.get("display"),
        mso_list=found.get("mso-list"),
        mso_element=found.get("mso-element"),
    )


def _size(value: str) -> float | None:
    found = _SIZE.match(value)
    if not found:
        return None
    try:
        number = float(found[1])
    except ValueError:
        return None
    return round(number * (0.75 if found[2] == "px" else 1.0), 2)


def colour(value: str) -> str | None:
    """``#rrggbb``, or None for white, none and what is not a colour.

    >>> colour("rgb(217, 217, 217)"), colour("#FFF"), colour("#bfbfbf url(x)")
    ('#d9d9d9', None, '#bfbfbf')
    """
    value = value.strip().lower()
    out = None
    if found := _HEX.search(value):
        digits = found[1]
        out = "#" + (digits if len(digits) == 6 else "".join(d * 2 for d in digits))
    elif (rgb := _RGB.search(value)) and rgb[4] not in ("0", "0.0", "0%"):
        out = "#" + "".join(f"{min(255, int(rgb[n])):02x}" for n in (1, 2, 3))
    elif value:
        out = _COLOURS.get(value.split()[0])
    return None if out == "#ffffff" else out
