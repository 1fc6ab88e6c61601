"""Word files built from low-level XML, for the tests of the Word reader."""

from __future__ import annotations

import zipfile
from io import BytesIO

from planparse.model.document import Block, Cell, Document, Grid, Paragraph
from planparse.model.options import Limits, ReadOptions, Revisions
from planparse.readers.docx import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
ROOT = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
WHO = 'w:id="7" w:author="A. Reviewer" w:date="2016-01-25T10:00:00Z"'


def r(text: str, look: str = "") -> str:
    """A run."""
    rpr = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{rpr}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph; plain text becomes one run."""
    inner = content if content.startswith("<") or not content else r(content)
    ppr = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{ppr}{inner}</w:p>"


def item(text: str, list_id: int, level: int = 0) -> str:
    """A paragraph of a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def tc(content: str = "", properties: str = "") -> str:
    """A cell; plain text becomes one paragraph."""
    inner = content if content.startswith("<") else p(content)
    tcpr = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    return f"<w:tc>{tcpr}{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    trpr = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{trpr}{''.join(c if c.startswith('<') else tc(c) for c in cells)}</w:tr>"


def tbl(*rows: str, properties: str = "", widths: tuple[int, ...] = ()) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def level(at: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    head = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
    return f'<w:lvl w:ilvl="{at}">{head}{more}<w:lvlText w:val="{text}"/></w:lvl>'


def family(name: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(list_id: int, name: int, override: str = "") -> str:
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{name}"/>{override}</w:num>'


def style(name: str, content: str = "", kind: str = "paragraph", shown: str | None = None, more: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}"{more}><w:name w:val="{shown or name}"/>{content}</w:style>'


def word_file(body: str, files: dict[str, str | bytes] | None = None, links: str = "", **parts: str) -> bytes:
    """A .docx. ``parts`` are the contents of ``styles``, ``numbering``, ``comments`` ..., without their root.

    ``files`` are further members by name, ``links`` further relationships of the document.
    """
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{HEAD}<w:document {ROOT}><w:body>{body}</w:body></w:document>",
    }
    for name, content in parts.items():
        members[f"word/{name}.xml"] = f"{HEAD}<w:{name} {ROOT}>{content}</w:{name}>"
        links += f'<Relationship Id="part-{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
    members["word/_rels/document.xml.rels"] = (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'
    )
    return zipped(members | (files or {}))


def zipped(members: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def document(body: str, revisions: Revisions = "final", limits: Limits | None = None, **more: object) -> Document:
    data = word_file(body, **more)  # type: ignore[arg-type]
    return read(data, ReadOptions(revisions=revisions, limits=limits or Limits()))


def grid(found: Document) -> Grid:
    """The first grid."""
    return next(block for block in found.blocks if isinstance(block, Grid))


def shape(found: Grid) -> list[tuple[int, int, int, int, str]]:
    """(row, col, row_span, col_span, text) of each cell."""
    return [(c.row, c.col, c.row_span, c.col_span, c.text) for c in found.cells]


def lines(found: Document) -> list[str]:
    """The text of the paragraphs."""
    return [block.text for block in found.blocks if isinstance(block, Paragraph)]


def paragraph(found: Document) -> Paragraph:
    return next(block for block in found.blocks if isinstance(block, Paragraph))


def labels(found: Document) -> list[str | None]:
    return [block.marker for block in found.blocks if isinstance(block, Paragraph)]


def cell_blocks(found: Document) -> list[Block]:
    return [block for cell in grid(found).cells for block in cell.blocks]


def first_cell(found: Document) -> Cell:
    return grid(found).cells[0]


def hidden(found: Document) -> list[tuple[str, str]]:
    return [(aside.text, aside.reason) for aside in found.asides if aside.kind == "hidden"]


def notes(found: Document, code: str) -> list[str]:
    return [note.message for note in found.notes if note.code == code]
