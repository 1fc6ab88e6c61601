"""Text of HTML: paragraphs and lines, lists, marks, what is hidden and what is the page's own."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.errors import InputRefused
from planparse.model.document import Document, Grid, Paragraph, units
from planparse.model.options import ReadOptions, Revisions
from planparse.readers.html import read


def page(markup: str | bytes, revisions: Revisions = "final") -> Document:
    data = markup.encode() if isinstance(markup, str) else markup
    return read(data, ReadOptions(revisions=revisions))


def paragraphs(markup: str | bytes) -> list[str]:
    return [block.text for block in page(markup).blocks if isinstance(block, Paragraph)]


def labels(markup: str) -> list[tuple[str | None, int, str]]:
    return [(p.marker, p.level, p.text) for p in page(markup).blocks if isinstance(p, Paragraph)]


def asides(markup: str, kind: str) -> list[str]:
    return [aside.text for aside in page(markup).asides if aside.kind == kind]


def only_cell(markup: str) -> list[tuple[str | None, str]]:
    (grid,) = (b for b in page(f"<table><tr><td>label<td>{markup}</table>").blocks if isinstance(b, Grid))
    return [(block.marker, block.text) for block in grid.cells[1].blocks]


def test_blocks_part_paragraphs_and_breaks_part_lines() -> None:
    assert paragraphs("one<p>two <b>bold</b>\n and  more<br>line<div>three</div>four") == [
        "one",
        "two bold and more\nline",
        "three",
        "four",
    ]
    assert only_cell("<p>a<p>b<br>c<div>d</div>") == [(None, "a"), (None, "b\nc"), (None, "d")]


def test_inline_tags_do_not_part_words() -> None:
    assert paragraphs("<p><span>87</span><font>%</font> 10<wbr>00</p>") == ["87% 1000"]


def test_entities_blanks_and_soft_hyphens() -> None:
    assert paragraphs("<p>a&nbsp;&amp;&#163;5 of&shy;fice &#128; x&zwnj;y</p>") == ["a &£5 office € xy"]


def test_preformatted_text_keeps_its_lines_and_tabs() -> None:
    assert paragraphs("<pre>a\tb\nc</pre><p style='white-space:pre-line'>d\ne</p>") == ["a\tb\nc", "d\ne"]


@pytest.mark.parametrize(
    ("markup", "markers"),
    [
        ("<ul><li>x<li>y</ul>", ["•", "•"]),
        ("<ol><li>x<li>y</ol>", ["1.", "2."]),
        ("<ol type=a start=26><li>x<li>y</ol>", ["z.", "aa."]),
        ("<ol type=I><li>x<li value=9>y<li>z</ol>", ["I.", "IX.", "X."]),
        ("<ol reversed><li>x<li>y<li>z</ol>", ["3.", "2.", "1."]),
        ("<ol style='list-style-type: lower-roman'><li>x<li>y</ol>", ["i.", "ii."]),
        ("<style>ol.k{list-style-type:upper-alpha}</style><ol class=k><li>x<li>y</ol>", ["A.", "B."]),
        ("<ul style='list-style-type:none'><li>x</ul>", [None]),
        ("<ol type=a start=-1><li>x</ol>", ["-1."]),
    ],
)
def test_list_labels(markup: str, markers: list[str | None]) -> None:
    assert [marker for marker, _, _ in labels(markup)] == markers


def test_nested_lists_have_levels_and_go_on_counting() -> None:
    markup = "<ol type=a><li>one<ul><li>in</ul><li>two<p>more</ol>"
    assert labels(markup) == [("a.", 0, "one"), ("•", 1, "in"), ("b.", 0, "two"), (None, 0, "more")]


def test_an_unclosed_list_of_glyphs_gives_its_items() -> None:
    assert only_cell('<ul style="list-style-type: none"> • Area review • Nurture · provision') == [
        ("•", "Area review"),
        ("•", "Nurture · provision"),
    ]
    assert only_cell("Intro:<br>• one<br>• two<br>more of two") == [
        (None, "Intro:"),
        ("•", "one"),
        ("•", "two\nmore of two"),
    ]
    assert only_cell("5 • 3") == [(None, "5 • 3")]


def test_word_writes_list_labels_as_text() -> None:
    markup = (
        "<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]>"
        "<span style='mso-list:Ignore'>b.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span>"
        "<![endif]>Agree the plan<o:p></o:p></p>"
        "<p style='mso-list:l1 level1 lfo2'><span style='font-family:Symbol;mso-list:Ignore'>·<span> </span></span>"
        "Dot</p>"
    )
    assert labels(markup) == [("b.", 1, "Agree the plan"), ("•", 0, "Dot")]


def test_headings_roles_outline_levels_and_bold_paragraphs() -> None:
    document = page(
        "<h2>a</h2><div role=heading aria-level=4>b</div><p style='mso-outline-level:3'>c</p><p class=MsoTitle>d</p>"
        "<p><b>e</b></p><p><strong>f</strong> g</p><p style='font-weight:700;font-size:14pt'>h</p>"
    )
    found = [(p.heading, p.bold, p.size) for p in document.blocks if isinstance(p, Paragraph)]
    assert [heading for heading, _, _ in found] == [2, 4, 3, 0, None, None, None]
    assert [bold for _, bold, _ in found][4:] == [True, False, True]
    assert found[6][2] == 14.0


@pytest.mark.parametrize(
    ("markup", "text", "mark"),
    [
        ("2<sup>nd</sup> plan", "2nd plan", None),
        ("2 <sup>nd</sup> plan", "2nd plan", None),
        ("87%<sup>1</sup>", "87%", "1"),
        ("1,112<sup>3</sup>", "1,112", "3"),
        ("87<sup>[2]</sup> of", "87 of", "[2]"),
        ("Attendance<sup>4</sup>", "Attendance", "4"),
        ("Attendance<sup><a href=#fn>a</a></sup>", "Attendance", "a"),
        ("87<span style='vertical-align:super'>1</span>", "87", "1"),
        ("area in m<sup>2</sup>", "area in m2", None),
        ("CO<sub>2</sub> kept", "CO2 kept", None),
        ("£5<sup>*</sup>", "£5*", None),
        ("<sup>1</sup>Figures", "1 Figures", None),
        ("Council<sup>TM</sup>", "CouncilTM", None),
    ],
)
def test_raised_text_is_a_mark_or_part_of_the_word(markup: str, text: str, mark: str | None) -> None:
    assert paragraphs(f"<p>{markup}</p>") == [text]
    assert asides(f"<p>{markup}</p>", "markup") == ([mark] if mark else [])


@pytest.mark.parametrize(
    "markup",
    [
        "<p hidden>gone</p>",
        "<p style='DISPLAY : none !important'>gone</p>",
        "<div style='visibility:hidden'><p>gone</div>",
        "<style>.x{display:none}</style><p class='a x'>gone</p>",
        "<style>@media screen{#q{display:none}}</style><p id=q>gone</p>",
        "<style>p.x, h6{display:none}</style><h6>gone</h6>",
        "<p style='mso-hide:all'>gone</p>",
        "<dialog>gone</dialog>",
        "<table><tr hidden><td>gone<tr><td>a<td>b</table>",
        "<p>x <span class=visually-hidden>gone</span></p>",
        "<p><del>gone</del> x</p>",
    ],
)
def test_hidden_text_is_left_out_and_listed(markup: str) -> None:
    document = page(markup + "<p>seen</p>")
    assert [aside.text for aside in document.asides if aside.kind == "hidden"] == ["gone"]
    assert "gone" not in repr(document.blocks)


@pytest.mark.parametrize(
    "markup",
    [
        "<style>@media print{.x{display:none}}</style><p class=x>kept</p>",
        "<style>.y .x{display:none} .x:hover{display:none}</style><p class=x>kept</p>",
        "<style media=print>.x{display:none}</style><p class=x>kept</p>",
        "<style>@media (max-width:600px){.y{color:red} .x{display:none}} .z{color:red}</style><p class=x>kept</p>",
        "<style>.xx{display:none}</style><p class=x>kept</p>",
        "<p hidden=until-found>kept</p>",
        "<p aria-hidden=true>kept</p>",
        "<ins>kept</ins>",
    ],
)
def test_what_only_looks_hidden_is_kept(markup: str) -> None:
    assert paragraphs(markup) == ["kept"]


def test_text_for_screen_readers_and_images_speak_where_a_cell_is_otherwise_empty() -> None:
    assert only_cell("<i></i><span class=sr-only>Green</span>") == [(None, "Green")]
    assert only_cell("<img src=x alt='On track'>") == [(None, "On track")]
    assert only_cell("<img src=x alt=icon>88%<span class=sr-only>target</span>") == [(None, "88%")]


def test_scripts_styles_templates_and_comments_are_never_read() -> None:
    markup = "<p>seen<script>a</script><style>b{}</style><template>c</template><!-- d --><iframe>e</iframe></p>"
    document = page(markup)
    assert paragraphs(markup) == ["seen"]
    assert document.asides == ()


def test_words_struck_by_hand_stay_and_are_in_doubt() -> None:
    (paragraph,) = page("<p><s>85%</s> 87%</p>").blocks
    assert isinstance(paragraph, Paragraph)
    assert (paragraph.text, paragraph.marks) == ("85% 87%", ("struck through: 85%",))
    markup = "<table><tr><td>m<td><span style='text-decoration:line-through'>85%</span> 87%</table>"
    (grid,) = page(markup).blocks
    assert isinstance(grid, Grid)
    assert [cell.marks for cell in grid.cells] == [(), ("struck through: 85%",)]


def test_comments_of_word_are_notes_and_their_marks_not_glued() -> None:
    markup = (
        "<p>87%<span class=MsoCommentReference><a class=msocomanchor href=#c>[A1]</a></span></p>"
        "<div style='mso-element:comment-list'><p>Check this</div>"
    )
    document = page(markup)
    assert paragraphs(markup) == ["87%"]
    assert [aside.text for aside in document.asides] == ["[A1]", "Check this"]
    assert [(note.code, note.message) for note in document.notes] == [("comment", "Check this")]


def test_revisions() -> None:
    markup = "<p>by <del>June</del><ins>July</ins> 2016</p>"
    assert paragraphs(markup) == ["by July 2016"]
    original = page(markup, "original")
    assert [b.text for b in original.blocks if isinstance(b, Paragraph)] == ["by June 2016"]
    assert [a.text for a in original.asides] == ["July"]
    assert [note.code for note in original.notes] == ["tracked-insertion"]
    assert [note.message for note in page(markup).notes] == ["deleted (left out): June", "inserted: July"]


PLAN = "<h1>Plan</h1><table><tr><td>m<td>1<tr><td>n<td>2</table>"


@pytest.mark.parametrize(
    "markup",
    [
        "<nav><ul><li>own</ul></nav>",
        "<header><p>own</header>",
        "<div class='site-header'><h2>own</h2></div>",
        "<footer>own</footer>",
        "<div role=navigation>own</div>",
        "<div class='site-footer'>own</div>",
        "<div id=cookie-banner>own</div>",
        "<div class=breadcrumb>own</div>",
        "<div title=header><p>own</div>",
        "<div style='mso-element:footer'><p>own</div>",
        "<p></p><noscript>own</noscript>",
        "<aside>own</aside>",
    ],
)
def test_the_page_s_own_text_is_furniture(markup: str) -> None:
    for whole in (markup + PLAN, f"{markup}<main>{PLAN}</main>"):
        document = page(whole)
        assert [aside.text for aside in document.asides if aside.kind == "furniture"] == ["own"]
        assert len(document.blocks) == 2


def test_what_stands_outside_the_main_part_is_furniture_unless_it_is_data() -> None:
    filler = "<p>" + "words of the plan " * 20
    document = page(f"<div>own</div><main>{filler}{PLAN}</main><table><tr><td>a<td>3<tr><td>b<td>4</table>")
    assert [aside.text for aside in document.asides] == ["own"]
    assert sum(isinstance(block, Grid) for block in document.blocks) == 2


@pytest.mark.parametrize(
    "markup",
    [
        "<header><h1>DRAFT Plan</h1></header><p>text",
        "<div class=footer><table><tr><td>m<td>1<tr><td>n<td>2</table></div><p>text",
        "<nav>all there is</nav>",
        "<main><header><p>in main</header></main>",
        "<article><header><p>in an article</header><p>more</article>",
        "<div class='has-sidebars'><p>text</div>",
        "<p class=menu>text</p>",
        "<div id=social-care><h2>Care</h2></div><div class=card-header><h3>Aim</h3></div><p>text",
        "<div class=market-share>text</div><p>more",
        "<h1>T</h1><div><header><h2>Aim 1</h2></header><p>x</div><div><header><h2>Aim 2</h2></header><p>y</div>",
        "<section><header><h2>Aim</h2></header><p>x</section>",
        "<h1>T</h1><div><header><h2>Aim 1</h2></header><p>x</div>",
        "<h1>T</h1><h2>Priority</h2><article>" + "words of the plan " * 9 + "</article>",
    ],
)
def test_what_only_looks_like_furniture_is_kept(markup: str) -> None:
    assert asides(markup, "furniture") == []


def test_a_menu_of_links_in_a_table_is_furniture() -> None:
    row = "<tr><td><a href=x>{}</a><td><a href=y>{}</a>"
    menu = "<div id=menu><table>" + row.format("A", "B") + row.format("C", "D") + "</table></div>"
    assert asides(menu + PLAN, "furniture") == ["A", "B", "C", "D"]


def test_every_unit_has_one_place_and_numbers_run() -> None:
    document = page(f"<p hidden>h</p><nav>n</nav><p>x<sup>1</sup></p>{PLAN}<p>end")
    places = [place for block in document.blocks if isinstance(block, Paragraph) for place in block.places]
    places += [place for aside in document.asides for place in aside.places]
    for block in document.blocks:
        if isinstance(block, Grid):
            places += [place for cell in block.cells for place in cell.places]
    assert sorted(place.unit for place in places) == list(range(len(places)))


def test_the_title_and_the_format() -> None:
    document = page("<title>Plan &amp;\n 2016</title><p>x")
    assert (document.title, document.format) == ("Plan & 2016", "html")


@pytest.mark.parametrize("markup", ["<script>x</script>", "<!--x-->", "<p>&nbsp;</p>"])
def test_a_page_without_text_is_refused(markup: str) -> None:
    with pytest.raises(InputRefused):
        page(markup)


BLOCKS = ["p", "div", "li", "td", "th", "h2", "span", "b", "sup", "section", "dd", "caption", "del", "nav", "header"]
OPEN = [
    "<ul>",
    "<ol type=a>",
    "<table>",
    "<tr>",
    "<table role=presentation>",
    "<dl>",
    "<main>",
    "<br>",
    "<p hidden>",
    "</div>",
]
PIECES = st.sampled_from(BLOCKS).map(lambda tag: f"<{tag}>") | st.sampled_from(BLOCKS).map(lambda tag: f"</{tag}>")


@given(st.lists(PIECES | st.sampled_from(OPEN) | st.just("WORD"), max_size=30))
def test_whatever_the_markup_each_word_is_found_in_exactly_one_place(parts: list[str]) -> None:
    markup = ""
    count = 0
    for part in parts:
        if part == "WORD":
            count += 1
            part = f" w{count}x "
        markup += part
    if not count:
        return
    texts = [text for _, text in units(page(markup))]
    found = sorted(re.findall(r"w\d+x", " ".join(texts)))
    assert found == sorted(f"w{n}x" for n in range(1, count + 1))
