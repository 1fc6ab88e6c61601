"""What tags, roles, classes and titles say about an element."""

from __future__ import annotations

import re
from collections.abc import Mapping

from planparse.readers.html.style import Look

Attributes = Mapping[str, str | None]

_ROLES = {
    "table": "table",
    "grid": "table",
    "treegrid": "table",
    "row": "tr",
    "cell": "td",
    "gridcell": "td",
    "columnheader": "th",
    "rowheader": "th",
    "list": "ul",
    "listitem": "li",
}
_DISPLAYS = {"table": "table", "table-row": "tr", "table-cell": "td", "block": "div", "list-item": "div"}
_LANDMARKS = {
    "navigation": "navigation",
    "banner": "page header",
    "contentinfo": "page footer",
    "complementary": "side column",
    "search": "search box",
    "menu": "menu",
    "menubar": "menu",
}
_SPOKEN = re.compile(
    r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|element-invisible|offscreen|assistive-text)(?:$|\s)",
    re.I,
)
_ALWAYS = re.compile(
    r"(?:cookies?|cookie-?(?:banner|bar|notice|consent|message|popup|policy)|gdpr-?\w*|breadcrumbs?"
    r"|skip-?(?:links?|nav|navigation|to-\w+)|share|share-?(?:buttons|links|bar|this)|sharing|social-?(?:media|links|icons|share)"
    r"|pagination|pager|(?:page-)?feedback(?:-form)?)"
)
_OUTSIDE = re.compile(
    r"(?:(?:site|global|main|top|primary|secondary|left|right|side)-?)?"
    r"(?:nav|navbar|navigation|menu|sidebar|masthead|topbar|header|footer|banner|toolbar|search)"
    r"(?:-?(?:wrapper|container|inner|bar|area|form|menu))?|related-?(?:links|content|pages)|page-footer"
)
"""Whole names of classes and ids, never parts of them: ``social-care`` and ``card-header`` belong to a plan."""


def role_of(tag: str, attributes: Attributes, look: Look) -> str:
    """The tag whose rules hold: ``div role=row`` is a ``tr``, a paragraph with an outline level a heading."""
    role = (attributes.get("role") or "").strip().lower()
    if role == "heading":
        level = (attributes.get("aria-level") or "2").strip()
        return f"h{min(6, max(1, int(level)))}" if level.isdecimal() and level.isascii() else "h2"
    if tag in ("div", "span", "section", "a", "p", "li", "ul"):
        if role in _ROLES:
            return _ROLES[role]
        if look.display in _DISPLAYS and tag in ("div", "span"):
            return _DISPLAYS[look.display]
    return tag


def is_spoken(attributes: Attributes) -> bool:
    """Text for screen readers alone."""
    classes = attributes.get("class")
    return bool(classes and _SPOKEN.search(classes))


def furniture(tag: str, attributes: Attributes, look: Look, inside: bool) -> str | None:
    """The name of the page's furniture that an element looks like; ``inside`` the main part little counts."""
    role = (attributes.get("role") or "").strip().lower()
    if look.mso_element in ("header", "footer") or (tag == "div" and attributes.get("title") in ("header", "footer")):
        return f"page {look.mso_element or attributes.get('title')}"
    if tag == "nav" or role in ("navigation", "search", "menu", "menubar"):
        return _LANDMARKS.get(role, "navigation")
    if tag == "noscript":
        return "shown without scripts"
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower().replace("_", "-").split()
    if tag in ("div", "section", "ul", "ol", "p", "form", "a", "span", "td"):
        for name in names:
            if _ALWAYS.fullmatch(name):
                return name
    if inside:
        return None
    if role in _LANDMARKS:
        return _LANDMARKS[role]
    if tag in ("header", "footer", "aside"):
        return {"aside": "side column"}.get(tag, f"page {tag}")
    if tag in ("div", "ul", "ol", "td", "form"):
        return next((name for name in names if _OUTSIDE.fullmatch(name)), None)
    return None
