"""The walk over the tree: one pass, no recursion; ``elements`` has the rule for each tag."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planparse.model.document import AsideKind, Note
from planparse.model.options import ReadOptions
from planparse.readers.html.lists import Counter, split_bullets
from planparse.readers.html.raw import Item, Piece, RawCell, RawTable, Region
from planparse.readers.html.run import Run
from planparse.readers.html.style import Sheet
from planparse.readers.html.tree import UNREAD
from planparse.text import BULLETS, clean

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

Close = Callable[[], None]
Enter = Callable[["Flow", "LexborNode", str], "Close | bool"]
"""Opens an element: gives what to do at its end, True for nothing, False where its content is not to be walked."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the open elements say about the text inside them."""

    bold: bool = False
    linked: bool = False
    size: float | None = None
    keeps_space: bool = False
    struck: bool = False
    heading: int | None = None
    level: int = -1
    """Depth of lists, 0 in the outermost."""
    counter: Counter | None = None


class Flow:
    """Collects the items of a page; ``out`` is where the text goes now: the page, a caption or a cell."""

    def __init__(self, sheet: Sheet, options: ReadOptions) -> None:
        self.sheet = sheet
        self.options = options
        self.notes: list[Note] = []
        self.page: list[Item] = []
        self.out = self.page
        self.run = Run()
        self.context = Context()
        self.region: Region | None = None
        self.table: RawTable | None = None
        self.cell: RawCell | None = None
        self.marker: str | None = None
        self.cells = 0

    def walk(self, root: LexborNode, enter: Enter) -> list[Item]:
        above: list[tuple[LexborNode, Context, Close | bool]] = []
        node = root.first_child
        while node is not None or above:
            if node is None:
                node, context, close = above.pop()
                if close is not True:
                    close()  # type: ignore[operator]
                self.context = context
                node = node.next
                continue
            tag = node.tag or ""
            if tag == "-text":
                self.add(node.text_content or "")
            elif tag and tag[0] != "-" and tag not in UNREAD:  # ``<?name ?>`` has no tag
                context = self.context
                close = enter(self, node, tag)
                if close is not False:
                    above.append((node, context, close))
                    node = node.first_child
                    continue
                self.context = context
            node = node.next
        self.flush()
        return self.page

    def add(self, text: str) -> None:
        context = self.context
        if self.run.parts or context.keeps_space or not text.isspace():
            self.run.add(text, context.bold, context.linked, context.size, context.keeps_space)
            if context.struck:
                self.run.struck.append(text)

    def change(self, **what: object) -> None:
        """Changes the context until the element that is being opened is closed."""
        self.context = replace(self.context, **what)  # type: ignore[arg-type]

    def flush(self) -> None:
        """Ends the paragraph: its text goes to ``out``, parted where lines begin with bullets."""
        run = self.run
        if not run.parts:
            return
        text = run.take()
        if text:
            items = split_bullets(text) if text[0] in BULLETS or "\n" in text else [(None, text)]
            struck = clean(" ".join("".join(run.struck).split()))
            marks = (f"struck through: {struck}",) if struck else ()
            level = max(0, self.context.level)
            for glyph, item in items:
                marker = glyph or self.marker
                self.marker = None
                heading = self.context.heading
                self.out.append(
                    Piece(
                        item, marker, level, run.all_bold, heading, run.size, run.all_linked, self.region, marks=marks
                    )
                )
        self.run = Run()

    def keep_out(self, text: str, kind: AsideKind, reason: str) -> None:
        """Text that is not part of the flow; the paragraph around it goes on."""
        if text:
            self.out.append(Piece(text, region=self.region, kind=kind, reason=reason))
