"""HTML pages: plans as a content system, an office suite or a converter left them."""

from __future__ import annotations

from planparse.errors import InputRefused
from planparse.model.document import Document
from planparse.model.options import ReadOptions
from planparse.readers.charset import declared_charset, decode
from planparse.text import clean, fold


def read(data: bytes, options: ReadOptions) -> Document:
    """The page as a person sees it: paragraphs and grids of the plan, the page's own text and hidden text as asides.

    Raises ``LimitExceeded`` for nesting, spans or sizes beyond ``options.limits``, ``InputRefused`` where no text is.
    """
    text, notes = decode(data, declared_charset(data))
    document = read_text(text, options)
    if not document.blocks and not document.asides:
        raise InputRefused("the page has no text")
    return Document("html", document.blocks, document.asides, (*notes, *document.notes), document.title)


def read_text(text: str, options: ReadOptions) -> Document:
    """As ``read``, for a page or a fragment that is decoded already."""
    from planparse.readers.html.compose import Composer
    from planparse.readers.html.elements import enter
    from planparse.readers.html.flow import Flow
    from planparse.readers.html.style import Sheet
    from planparse.readers.html.tree import parse

    parser = parse(text)
    sheets = [
        node.text() for node in parser.css("style") if (node.attributes.get("media") or "all") in ("all", "screen")
    ]
    flow = Flow(Sheet(sheets), options)
    root = parser.root
    page = flow.walk(root, enter) if root is not None else []
    composer = Composer(options.limits, flow.notes)
    composer.compose(page)
    title = parser.css_first("head > title")
    return Document(
        "html",
        tuple(composer.blocks),
        tuple(composer.asides),
        tuple(flow.notes),
        (fold(clean(title.text())) or None) if title is not None else None,
    )
