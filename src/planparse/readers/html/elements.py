"""The rule for each tag: what it does to the flow when it opens and when it closes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from planparse.model.document import AsideKind, Note
from planparse.readers.html import tags
from planparse.readers.html.flow import Close, Flow
from planparse.readers.html.lists import open_list, parse_int
from planparse.readers.html.raw import Region
from planparse.readers.html.style import PLAIN, Look
from planparse.readers.html.tables import TABLE_OPENERS
from planparse.readers.html.tags import Attributes
from planparse.readers.html.tree import text_below

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

Opener = Callable[[Flow, "LexborNode", str, Attributes, Look], "Close | bool"]

_FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
_TITLE_CLASSES = {"msotitle", "title"}
_INLINE = {"span", "font", "a", "b", "i", "em", "strong", "small"}
_TRACKED = {"del": "tracked-deletion", "ins": "tracked-insertion"}


def enter(flow: Flow, node: LexborNode, tag: str) -> Close | bool:
    """Opens one element: left out, furniture, or by the rule for its tag."""
    attributes = node.attributes
    look = flow.sheet.look(tag, attributes)
    if look is not PLAIN or attributes or tag in _SPECIAL:
        out = _why_out(flow, tag, attributes, look)
        if out is not None:
            text = text_below(node)
            flow.keep_out(text, *out)
            if tag in _TRACKED:
                flow.notes.append(_tracked(tag, attributes, text, " (left out)"))
            return False
        if tag == "ins":
            flow.notes.append(_tracked(tag, attributes, text_below(node), ""))
        if attributes:
            tag = tags.role_of(tag, attributes, look)
        if look is not PLAIN:
            _restyle(flow, look)
    opener = OPENERS.get(tag)
    region = _region(flow, tag, attributes, look) if attributes or tag in _REGIONS else None
    close: Close | bool = opener(flow, node, tag, attributes, look) if opener else True
    if look.raised and tag in _INLINE:
        return _raised(flow, node, tag, attributes, look)
    return _in_region(flow, region, close) if region is not None and close is not False else close


def _why_out(flow: Flow, tag: str, attributes: Attributes, look: Look) -> tuple[AsideKind, str] | None:
    if look.hidden or ("hidden" in attributes and attributes["hidden"] != "until-found"):
        return "hidden", "not shown on the page"
    if tag == "dialog" and "open" not in attributes:
        return "hidden", "a closed dialog"
    if tag in ("select", "datalist"):
        return "furniture", "a list to choose from"
    if tag == "svg":
        return "furniture", "words in a drawing"
    if tag == ("ins" if flow.options.revisions == "original" else "del"):
        return "hidden", "deleted text" if tag == "del" else "inserted text"
    if look.mso_element in ("comment-list", "comment"):
        return "markup", COMMENT
    if tag in ("span", "a") and (attributes.get("class") or "").lower() in ("msocommentreference", "msocomanchor"):
        return "markup", "a comment's mark"
    if tags.is_spoken(attributes):
        return "hidden", SPOKEN
    return None


def _tracked(tag: str, attributes: Attributes, text: str, state: str) -> Note:
    day = (attributes.get("datetime") or "").strip()[:10]
    verb = "deleted" if tag == "del" else "inserted"
    return Note("info", _TRACKED[tag], f"{verb}{', ' + day if day else ''}{state}: {text}")


SPOKEN = "for screen readers"
COMMENT = "a comment"
_SPECIAL = {"dialog", "select", "datalist", "svg", *_TRACKED}
_REGIONS = {"nav", "header", "footer", "aside", "main", "article", "section", "noscript"}


def _region(flow: Flow, tag: str, attributes: Attributes, look: Look) -> Region | None:
    if tag == "main" or attributes.get("role") == "main":
        return Region(tag, "main", flow.region)
    inside = flow.region is not None and flow.region.kind != "furniture"
    name = tags.furniture(tag, attributes, look, inside)
    if name is None and tag in ("article", "section"):
        return Region(tag, "section", flow.region)
    return Region(name, "furniture", flow.region) if name else None


def _in_region(flow: Flow, region: Region, close: Close | bool) -> Close:
    flow.flush()
    flow.region = region

    def leave() -> None:
        if callable(close):
            close()
        flow.flush()
        flow.region = region.parent

    return leave


def _restyle(flow: Flow, look: Look) -> None:
    if look.bold is not None:
        flow.change(bold=look.bold)
    if look.size is not None:
        flow.change(size=look.size)
    if look.keeps_space:
        flow.change(keeps_space=True)
    if look.struck:
        flow.change(struck=True)
    if look.outline is not None:
        flow.change(heading=look.outline)


def _block(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> Close:
    flow.flush()
    if look.mso_list and "level" in look.mso_list:
        level = parse_int(look.mso_list.split("level", 1)[1])
        flow.change(level=(level or 1) - 1)
    if tag == "p" and (attributes.get("class") or "").lower() in _TITLE_CLASSES:
        flow.change(heading=0)
    return flow.flush


def _heading(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> Close:
    flow.flush()
    title = (attributes.get("class") or "").lower() in _TITLE_CLASSES
    flow.change(heading=0 if title else int(tag[1]), bold=look.bold is not False)
    return flow.flush


def _bold(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> bool:
    if look.bold is None:
        flow.change(bold=True)
    return True


def _strike(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> bool:
    flow.change(struck=True)
    return True


def _font(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> bool:
    size = _FONT_SIZES.get(attributes.get("size") or "")
    if size is not None and look.size is None:
        flow.change(size=size)
    return True


def _link(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> bool:
    if "href" in attributes:
        flow.change(linked=True)
    return True


def _span(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> Close | bool:
    """Word writes the computed label of a list item into a span of its own."""
    if look.mso_list != "ignore":
        return True
    since = len(flow.run.parts)

    def leave() -> None:
        label = "".join(flow.run.parts[since:]).split()
        del flow.run.parts[since:]
        if label:
            flow.marker = label[0] if label[0].isascii() and label[0] != "o" else "•"

    return leave


def _raised(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> Close:
    since = len(flow.run.parts)
    child = node.first_child
    anchored = flow.context.linked or (child is not None and child.tag == "a")

    def leave() -> None:
        mark = flow.run.settle_raised(since, anchored)
        if mark:
            flow.keep_out(mark, "markup", "a footnote mark")

    return leave


def _break(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> bool:
    flow.run.line_break()
    return True


def _image(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> bool:
    alternative = (attributes.get("alt") or attributes.get("aria-label") or "").strip()
    if flow.cell is not None and alternative:
        flow.cell.alternative = f"{flow.cell.alternative} {alternative}".strip()
    return True


def _input(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> bool:
    if (attributes.get("type") or "text").lower() in ("text", "number", "date") and attributes.get("value"):
        flow.add(attributes["value"] or "")
    return True


def _list(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> Close:
    flow.flush()
    items = 0
    if "reversed" in attributes:
        child = node.first_child
        while child is not None:
            items += child.tag == "li"
            child = child.next
    flow.change(level=flow.context.level + 1, counter=open_list(tag, attributes, look.list_style, items))
    return flow.flush


def _item(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> Close:
    flow.flush()
    counter = flow.context.counter
    value = parse_int(attributes.get("value"))
    flow.marker = counter.label(value, look.list_style or attributes.get("type")) if counter else "•"

    def leave() -> None:
        flow.flush()
        flow.marker = None

    return leave


def _pre(flow: Flow, node: LexborNode, tag: str, attributes: Attributes, look: Look) -> Close:
    flow.flush()
    flow.change(keeps_space=True)
    return flow.flush


_BLOCKS = (
    "address article aside blockquote body center details dialog div fieldset figcaption figure footer form header"
    " hgroup hr html legend main nav noscript optgroup option p search section summary"
)
OPENERS: dict[str, Opener] = {
    **dict.fromkeys(_BLOCKS.split(), _block),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("b", "strong"), _bold),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), _list),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext", "textarea"), _pre),
    **dict.fromkeys(("s", "strike"), _strike),
    "font": _font,
    "a": _link,
    "span": _span,
    "sup": _raised,
    "br": _break,
    "img": _image,
    "input": _input,
    "li": _item,
    **TABLE_OPENERS,
}
