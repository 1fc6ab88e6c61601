"""Running titles, footers, page numbers and watermarks are asides, headings are not."""

from __future__ import annotations

from typing import Any

import pytest

from planparse import read
from planparse.model.document import Grid
from planparse.readers.pdf.paragraphs.furniture import EdgeText, find_furniture, masked
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, paragraphs, texts


def pages(n: int) -> Paper:
    paper = Paper()
    for k in range(n):
        sheet = paper.sheet().text(200, 30, "Business Plan - Streets", size=8)
        sheet.text(50, 90, f"Priority: Roads {k}", size=13, bold=True)
        sheet.grid([50, 150, 350], [120, 140, 160], [["Measure", "Target"], [f"PI {k}", "88%"]])
        sheet.text(500, 820, f"Page {k + 1} of {n}", size=8)
    return paper


def test_running_title_and_page_numbers_are_asides(engine: str) -> None:
    doc = document(pages(3), engine)
    found = [a.text for a in doc.asides if a.kind == "furniture"]
    assert found.count("Business Plan - Streets") == 3
    assert "Page 2 of 3" in found
    assert paragraphs(doc) == [f"Priority: Roads {k}" for k in range(3)]
    assert all(a.reason for a in doc.asides)


def test_a_page_number_on_a_single_page() -> None:
    doc = document(pages(1))
    assert [a.text for a in doc.asides] == ["Page 1 of 1"]


def test_a_heading_that_comes_again_at_the_top_of_pages_stays() -> None:
    paper = Paper()
    for k in range(4):
        sheet = paper.sheet().text(50, 60, "Priority: A Greener Borough", size=13, bold=True)
        sheet.grid([50, 150, 350], [120, 140, 160], [["Measure", "Target"], [f"PI {k}", "88%"]])
    assert paragraphs(document(paper)).count("Priority: A Greener Borough") == 4


def test_bare_numbers_at_the_foot_count_with_the_pages() -> None:
    paper = Paper()
    for k in range(3):
        paper.sheet().text(50, 100, f"Text of page {k} goes here.").text(290, 815, str(7 + k), size=9)
    doc = document(paper)
    assert [a.text for a in doc.asides] == ["7", "8", "9"]


def test_a_number_among_the_text_is_no_page_number() -> None:
    paper = Paper()
    paper.sheet().text(50, 100, "The year of the plan is").text(50, 420, "2016").text(50, 500, "and it ends so.")
    assert document(paper).asides == ()


def test_a_running_title_set_as_a_small_table() -> None:
    paper = Paper()
    for k in range(4):
        sheet = paper.sheet().grid([50, 300, 545], [20, 40], [["Council", f"Page {k + 1}"]])
        sheet.grid([50, 150, 350], [120, 140, 160], [["Measure", "Target"], [f"PI {k}", "88%"]])
    doc = document(paper)
    assert len(grids(doc)) == 4
    assert [a.text for a in doc.asides][:2] == ["Council", "Page 1"]


def test_a_slanting_watermark_is_kept_out_of_the_cells(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().text(120, 300, "DRAFT", size=90, grey=0.8, turn=45)
    sheet.grid([50, 200, 545], [100, 140, 180, 300], [["Measure", "Target"], ["PI 1", "88%"], ["PI 2", "90%"]])
    doc = document(paper, engine)
    assert texts(grids(doc)[0]) == [["Measure", "Target"], ["PI 1", "88%"], ["PI 2", "90%"]]
    assert "".join(a.text for a in doc.asides) == "DRAFT"


def test_a_level_watermark_is_kept_out_of_the_cells() -> None:
    paper = Paper()
    sheet = paper.sheet().text(80, 170, "DRAFT", size=80, grey=0.9)
    sheet.grid([50, 200, 545], [100, 140, 180, 220], [["Measure", "Target"], ["PI 1 on", "88%"], ["PI 2", "90%"]])
    doc = document(paper)
    assert texts(grids(doc)[0]) == [["Measure", "Target"], ["PI 1 on", "88%"], ["PI 2", "90%"]]
    assert [a.text for a in doc.asides] == ["DRAFT"]


def test_every_word_is_in_one_place() -> None:
    doc = document(pages(3))
    found: list[str] = []
    for block in doc.blocks:
        if isinstance(block, Grid):
            found += [w for c in block.cells for w in c.text.split()]
        else:
            found += block.text.split()
    found += [w for a in doc.asides for w in a.text.split()]
    assert len(found) == 3 * (4 + 3 + 5 + 4)
    units = [p.unit for b in doc.blocks for c in (b.cells if isinstance(b, Grid) else [b]) for p in c.places]
    units += [p.unit for a in doc.asides for p in a.places]
    assert sorted(units) == list(range(len(units)))


def test_masked_makes_numbers_alike() -> None:
    assert masked("Page  12 of 14") == masked("page 3 of 14")


def test_repeated_text_inside_the_body_is_no_furniture() -> None:
    edge = [EdgeText((k,), k, "Total", 700, 710, False, 0.15, True) for k in range(5)]
    assert find_furniture(edge, dict.fromkeys(range(5), (100, 760)), [842.0] * 5) == {}
    assert len(find_furniture(edge, dict.fromkeys(range(5), (100, 650)), [842.0] * 5)) == 5


def two_pages(size: float, bold: bool, top: float) -> Paper:
    paper = Paper()
    for k in range(2):
        sheet = paper.sheet().text(50, top, "Streets Plan", size=size, bold=bold)
        if k == 0:
            sheet.text(50, 90, "Streets Plan", size=18, bold=True)
        sheet.grid([50, 150, 350], [120, 140, 160], [["Measure", "Target"], [f"PI {k}", "88%"]], size=7)
        sheet.text(500, 820, f"Page {k + 1}", size=9)
    return paper


def test_the_running_title_of_two_pages_goes_and_the_title_of_the_same_words_stays() -> None:
    doc = document(two_pages(10, False, 40))
    assert paragraphs(doc) == ["Streets Plan"]
    assert [a.text for a in doc.asides] == ["Streets Plan", "Page 1", "Streets Plan", "Page 2"]


def test_a_heading_that_begins_both_of_two_pages_stays() -> None:
    assert paragraphs(document(two_pages(13, True, 60))).count("Streets Plan") == 3
    assert paragraphs(document(two_pages(13, False, 105))).count("Streets Plan") == 3


def test_a_large_year_at_the_top_is_no_page_number() -> None:
    paper = Paper()
    paper.sheet().text(50, 60, "2018/19", size=18, bold=True).text(50, 100, "The plan of the year goes here.")
    assert "2018/19" in paragraphs(document(paper))


def taken(texts: list[str], *, n: int = 5, far: float = 0.05, plain: bool = True) -> int:
    """How many of these, each at the foot of a page of its own, are furniture in a document of ``n`` pages."""
    top = 842 * (1 - far) - 10
    edge = [EdgeText((k,), k, text, top, top + 10, False, far, plain, (9.0, not plain)) for k, text in enumerate(texts)]
    return len(find_furniture(edge, dict.fromkeys(range(n), (100, 600)), [842.0] * n))


def test_text_of_which_only_the_numbers_differ_is_furniture_in_the_margin_alone() -> None:
    lines = [f"Year {3 * k}" for k in range(1, 6)]
    assert taken(lines, far=0.06) == 5
    assert taken(lines, far=0.07) == 0
    assert taken(["Year 3"] * 5, far=0.12) == 5
    assert taken([f"Streets, page {k}" for k in (4, 9, 12, 30, 31)], far=0.12) == 5


def test_a_foot_that_ends_with_the_number_of_the_page_is_furniture_further_up_too() -> None:
    assert taken([f"Street Programme {k}" for k in range(1, 6)], far=0.08) == 5
    assert taken([f"Street Programme {k}" for k in (1, 2, 3, 5, 6)], far=0.08) == 0
    assert taken([f"Street Programme {k}" for k in range(1, 6)], far=0.12) == 0


def test_text_on_few_of_many_pages_is_no_furniture() -> None:
    assert taken(["Streets"] * 3, n=10) == 3
    assert taken(["Streets"] * 2, n=10) == 0
    assert taken(["Streets"], n=2) == 0


def test_bold_text_is_furniture_on_most_pages_and_in_the_margin_alone() -> None:
    assert taken(["Streets"] * 3, plain=False) == 3
    assert taken(["Streets"] * 2, plain=False) == 0
    assert taken(["Streets"] * 5, plain=False, far=0.07) == 0


def large(*found: tuple[int, str, float], far: float = 0.05) -> list[int]:
    """The pages of which the large text at the foot is furniture; each with its text and how far below others."""
    top = 842 * (1 - far) - 20
    edge = [EdgeText((k,), k, text, top + y, top + y + 16, False, far, False, (16.0, False)) for k, text, y in found]
    return sorted(k for (k,) in find_furniture(edge, dict.fromkeys(range(9), (100, 600)), [842.0] * 9))


def test_large_numbers_that_count_the_pages_from_one_place_are_furniture() -> None:
    assert large((1, "5", 0), (2, "6", 0)) == [1, 2]
    assert large((1, "5", 0), (4, "8", 0)) == [1, 4]


def test_a_large_number_that_counts_no_pages_is_none() -> None:
    assert large((1, "2018", 0)) == []
    assert large((1, "2", 0)) == []
    assert large((1, "2018", 0), (2, "2018", 0)) == []
    assert large((1, "5", 0), (2, "6", 3)) == []
    assert large((1, "5", 0), (2, "6", 0), far=0.08) == []


def test_a_running_title_may_stand_lower_than_the_title_of_the_first_page() -> None:
    paper = Paper()
    for k in range(4):
        sheet = paper.sheet()
        sheet.text(50, 50 if k else 40, "Streets Plan" if k else "The Plan of All Streets", size=9 if k else 18)
        for n in range(5):
            sheet.text(50, 120 + 30 * n, f"Text {n} of page {['one', 'two', 'three', 'four'][k]} goes on here.", size=9)
    doc = document(paper)
    assert [a.text for a in doc.asides] == ["Streets Plan"] * 3
    assert paragraphs(doc)[0] == "The Plan of All Streets"


def test_the_foot_of_landscape_pages_among_portrait_ones() -> None:
    paper = Paper()
    for k in range(4):
        width, height = (595, 842) if k < 2 else (842, 595)
        sheet = paper.sheet(width, height)
        for n in range(8):
            sheet.text(50, 80 + n * (height - 180) / 8, f"Text {'abcdefgh'[n]} of page {'wxyz'[k]} goes on.", size=9)
        sheet.text(250, height - 24, f"Plan Page {k + 1}", size=9)
    assert [a.text for a in document(paper).asides] == [f"Plan Page {k + 1}" for k in range(4)]


@pytest.mark.parametrize(
    ("numbers", "n", "far", "count"),
    [((1, 2, 3, 4), 10, 0.08, 4), ((1, 2, 4, 4), 10, 0.08, 0), ((1, 2), 10, 0.08, 0), ((1, 2, 3, 4), 10, 0.12, 0)],
    ids=["counts", "does not", "two pages", "far from the edge"],
)
def test_a_large_foot_that_counts_the_pages_of_a_part_is_furniture(
    numbers: tuple[int, ...], n: int, far: float, count: int
) -> None:
    assert taken([f"Sheet {k} of 4" for k in numbers], n=n, far=far, plain=False) == count


@pytest.mark.parametrize(("lower", "count"), [(0, 4), (1, 4), (8, 0)], ids=["there", "nearly there", "lower"])
def test_other_feet_where_the_repeated_ones_stand_are_no_text_below_them(lower: float, count: int) -> None:
    feet = [f"Sheet {k} of 4" for k in range(1, 5)] + ["What it costs", "Who does it", "When it is done"]
    edge = [
        EdgeText((k,), k, text, 780 + lower * (k > 3), 790 + lower * (k > 3), False, 0.06, True, (9.0, False))
        for k, text in enumerate(feet)
    ]
    found = find_furniture(edge, dict.fromkeys(range(7), (100, 600)), [842.0] * 7)
    assert sorted(found) == [(k,) for k in range(count)]


def test_a_line_where_another_stands_on_two_pages_is_text_as_long_as_it_stands_in_no_margin() -> None:
    own = [(0, 720, "We sweep the roads."), (1, 700, "We sweep the roads."), (1, 720, "We mend the lamps.")]
    edge = [
        EdgeText((k,), page, text, top, top + 10, False, 0.14, True, (9.0, False))
        for k, (page, top, text) in enumerate(own)
    ]
    assert find_furniture(edge, dict.fromkeys(range(2), (100, 600)), [842.0] * 2) == {}


def test_feet_that_count_the_sheets_of_a_part_are_asides_beside_other_feet(engine: str) -> None:
    paper = Paper()
    for k in range(8):
        sheet = paper.sheet()
        for n in range(6):
            sheet.text(
                50, 100 + 30 * n, f"Text {'abcdef'[n]} of page {'stuvwxyz'[k]} of the plan goes on here.", size=9
            )
        foot = (
            f"Plan of the town, sheet {k + 1} of 4"
            if k < 4
            else f"Annex on {('pools', 'roads', 'homes', 'jobs')[k - 4]}"
        )
        sheet.text(50, 790, foot, size=9)
    doc = document(paper, engine)
    asides = [a.text for a in doc.asides]
    assert asides == [f"Plan of the town, sheet {k} of 4" for k in range(1, 5)]
    assert [text for text in paragraphs(doc) if text.startswith("Annex")] == [
        f"Annex on {name}" for name in ("pools", "roads", "homes", "jobs")
    ]


@pytest.mark.parametrize(
    ("words", "y", "count"), [("Plan for 2016", 40, 1), ("Plan for Roads", 40, 2), ("Plan for 2016", 200, 2)]
)
def test_the_title_of_the_first_page_is_furniture_at_the_edge_of_another(words: str, y: float, count: int) -> None:
    paper = Paper()
    paper.sheet().text(50, 60, "Plan for 2016", size=18, bold=True).text(50, 120, "The roads are swept.")
    sheet = paper.sheet().text(50, y, words, size=8)
    sheet.text(50, 120, "The lamps are lit.").text(50, 400, "The bins are mended.")
    sheet.grid([50, 150, 350], [440, 460, 480], [["Measure", "Target"], ["PI 1", "88%"]])
    assert len([text for text in paragraphs(document(paper)) if text.startswith("Plan")]) == count


def test_on_a_page_that_has_its_number_another_such_number_is_text() -> None:
    def edge(n: int, page: int, text: str, top: float, size: float = 9.0) -> EdgeText:
        return EdgeText((page, n), page, text, top, top + 9, False, 1 - top / 842, True, (size, False))

    own = [edge(0, page, str(page + 1), 812) for page in range(3)]
    row = edge(1, 1, "2", 740, 10.5)
    body = dict.fromkeys(range(3), (100.0, 735.0))
    assert find_furniture([*own, row], body, [842.0] * 3).keys() == {text.key for text in own}
    assert find_furniture([row], body, [842.0] * 3).keys() == {row.key}


@pytest.mark.parametrize(
    ("tops", "count"),
    [((800, 553), 2), ((800, 548), 0), ((500, 500), 0)],
    ids=["as far from the edge", "further", "at one height"],
)
def test_a_large_foot_as_far_from_the_edge_of_pages_of_two_sizes_is_furniture(
    tops: tuple[float, float], count: int
) -> None:
    edge = [
        EdgeText((k,), k, "Plan of the town", top, top + 16, False, 0.05, False, (16.0, False))
        for k, top in enumerate(tops)
    ]
    assert len(find_furniture(edge, dict.fromkeys(range(2), (100, 480)), [842.0, 595.0])) == count


def marked(
    *, title: float = 80.0, size: float = 18.0, tops: tuple[float, ...] = (30.0, 30.0), words: str = "DRAFT"
) -> int:
    """How often a bold line at the top of the pages is a paragraph; ``title``: where that of the plan stands."""
    paper = Paper()
    for k, top in enumerate(tops):
        sheet = paper.sheet().text(280, top, words if k else "DRAFT", size=9, bold=True)
        if k == 0:
            sheet.text(50, title, "The Plan of All Streets", size=size, bold=True)
        sheet.text(50, 120, f"Text of page {['one', 'two', 'three'][k]} goes on here.", size=9)
        sheet.grid([50, 150, 350], [140, 160, 180], [["Measure", "Target"], [f"PI {k}", "88%"]], size=9)
    return sum(text in ("DRAFT", words) for text in paragraphs(document(paper)))


def test_a_bold_line_over_the_title_at_one_place_of_all_pages_is_furniture() -> None:
    assert marked() == 0


@pytest.mark.parametrize(
    ("changed", "count"),
    [
        ({"size": 10.0}, 2),
        ({"title": 20.0}, 2),
        ({"tops": (30.0, 34.0)}, 2),
        ({"tops": (70.0, 70.0), "title": 100.0}, 2),
        ({"words": "Final"}, 2),
    ],
    ids=["over a heading", "below the title", "at two places", "in no margin", "other words"],
)
def test_other_bold_lines_at_the_top_of_two_pages_stay(changed: dict[str, Any], count: int) -> None:
    assert marked(**changed) == count


def test_a_label_torn_by_such_a_line_reaches_over_the_page() -> None:
    """The rows on the next page are those of the label above the break: its cell has no rule at the page's end."""
    xs = [50.0, 200, 350, 500]
    head = ["Objective", "Action", "Due date"]
    paper = Paper()
    for k, rows in enumerate(([["Mend it", "May 2026"], ["Buy oil", "June 2026"]], [["Dig it", "July 2026"]])):
        sheet = paper.sheet(height=300).text(240, 14, "DRAFT", size=9, bold=True)
        top = 80.0
        if k == 0:
            sheet.text(50, 40, "The Plan of All Streets", size=18, bold=True)
        ys = [top, *(top + 20 * (n + 1) for n in range(len(rows) + 1))]
        for n, y in enumerate(ys):
            whole = n < 2 or (k and n == len(ys) - 1)
            sheet.line(xs[0] if whole else xs[1], y, xs[-1], y)
        for x in xs:
            sheet.line(x, ys[0], x, ys[-1])
        for x, name in zip(xs, head, strict=False):
            sheet.text(x + 4, top + 14, name, size=9, bold=True)
        if k == 0:
            sheet.text(54, top + 40, "Keep it clean", size=9)
        for n, row in enumerate(rows):
            for x, text in zip(xs[1:], row, strict=False):
                sheet.text(x + 4, top + 34 + 20 * n, text, size=9)
    plan = read(paper.bytes(), name="case.pdf")
    assert [(o.title, [m.text for m in o.milestones]) for o in plan.objectives] == [
        ("Keep it clean", ["Mend it", "Buy oil", "Dig it"])
    ]
