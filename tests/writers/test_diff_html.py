"""The page in a real browser: filters, keys, links, print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from planparse.diff import diff
from planparse.writers.diff_html import to_html
from tests.diff.drafts import indicator, objective, plan
from tests.diff.example import example, places
from tests.writers.chromium import Chromium

ROWS = "[...document.querySelectorAll('tbody.record tr')].filter(r => r.offsetParent !== null)"


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with Chromium() as chromium:
        yield chromium


@pytest.fixture
def page(browser: Chromium, tmp_path: Path) -> Chromium:
    file = tmp_path / "changes.html"
    file.write_text(to_html(example(), places=places()), "utf-8")
    browser.faults.clear()
    browser.open(file)
    return browser


def shown(page: Chromium) -> list[str]:
    """The kinds of the rows that are seen."""
    found: list[str] = page.run(f"{ROWS}.map(r => r.dataset.kind)")
    return found


def mine(page: Chromium) -> str | None:
    found: str | None = page.run("(document.querySelector('[aria-current]') || {id: null}).id")
    return found


def test_the_file_stands_alone() -> None:
    text = to_html(example())
    assert not re.search(r"""(src|href)\s*=\s*["']?(https?:|//)|@import|url\(""", text)
    assert "default-src 'none'" in text


def test_it_opens_with_cosmetic_changes_folded_away(page: Chromium) -> None:
    found = example()
    assert len(shown(page)) == sum(c.level != "cosmetic" for c in found.changes)
    assert not {"typography", "reordered", "relabelled"} & set(shown(page))
    assert page.faults == []


def test_a_number_of_the_summary_filters(page: Chromium) -> None:
    selector = "button.filter[data-record=indicator][data-kind=target_changed]"
    assert page.run(f"document.querySelector('{selector} b').textContent") == "3"
    page.click(selector)
    assert shown(page) == ["target_changed"] * 3
    assert page.run(f"document.querySelector('{selector}').getAttribute('aria-pressed')") == "true"
    assert page.run("[...document.querySelectorAll('section.objective')].filter(s => !s.hidden).length") == 2
    page.click("button.filter[data-record=indicator][data-kind=moved]")
    assert sorted(set(shown(page))) == ["moved", "target_changed"]
    page.key("x")
    assert len(shown(page)) > 4


def test_a_filter_counts_its_own_kind_of_record(page: Chromium) -> None:
    page.click("button.filter[data-record=milestone][data-kind=added]")
    assert page.run(f"{ROWS}.map(r => r.dataset.record)") == ["milestone"]


def test_levels_by_button_and_key(page: Chromium) -> None:
    page.click("button.level[data-level=cosmetic]")
    assert len(shown(page)) == len(example().changes)
    page.key("1")
    page.key("2")
    assert set(shown(page)) == {"typography", "reordered", "relabelled"}
    page.key("3")
    assert shown(page) == []
    assert page.run("document.querySelector('.none').offsetParent !== null") is True
    page.click("#all")
    assert len(shown(page)) == len(example().changes)


def test_j_and_k_walk_through_what_is_shown(page: Chromium) -> None:
    page.key("j")
    assert mine(page) == "plan"
    page.key("j")
    page.key("j")
    second = mine(page)
    page.key("k")
    page.key("j")
    assert mine(page) == second
    assert page.run("document.activeElement === document.querySelector('[aria-current]')") is True
    box = page.run(
        "(r => [r.top, r.bottom, innerHeight])(document.querySelector('[aria-current]').getBoundingClientRect())"
    )
    assert 0 <= box[0] < box[1] <= box[2]
    page.click("button.filter[data-kind=split]")
    page.key("j")
    assert mine(page) == "LX008a"
    page.key("j")
    page.key("j")
    assert mine(page) == "LX008b"


def test_help_opens_and_closes(page: Chromium) -> None:
    page.key("?")
    assert page.run("document.getElementById('help').open") is True
    page.key("j")
    assert mine(page) is None
    page.click("#help button")
    assert page.run("document.getElementById('help').open") is False


def test_a_moved_record_is_linked_both_ways(page: Chromium) -> None:
    page.click("#from-LX009 a")
    assert page.run("location.hash") == "#LX009"
    page.click("#LX009 a[href='#from-LX009']")
    assert page.run(
        "document.querySelector(location.hash).closest('section').querySelector('h2').textContent"
    ).startswith("LX02")


def test_a_link_to_a_folded_record_unfolds_it(page: Chromium) -> None:
    page.run("location.hash = '#LX01-m-3'")
    page.run("new Promise(done => setTimeout(done, 50))")
    assert page.run("document.getElementById('LX01-m-3').hidden") is False


def test_marks_do_not_rest_on_colour(page: Chromium) -> None:
    assert page.run("getComputedStyle(document.querySelector('td ins'), '::before').content").startswith('"+')
    assert page.run("getComputedStyle(document.querySelector('td del'), '::before').content").startswith('"−')
    assert page.run("document.querySelector('td del .said').textContent") == "was "
    assert "line-through" in page.run("getComputedStyle(document.querySelector('td del .t')).textDecorationLine")


def test_contrast_is_at_least_four_and_a_half(page: Chromium) -> None:
    for scheme in ("light", "dark"):
        page.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        for selector in ("td ins", "td del", "td", ".where", "button.filter", "tbody.stub td"):
            assert _contrast(page, selector) >= 4.5, (scheme, selector)
    page.call("Emulation.setEmulatedMedia", features=[])


def _contrast(page: Chromium, selector: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(n) / 255 for n in re.findall(r"\d+", colour)[:3]]
        lin = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * lin[0] + 0.7152 * lin[1] + 0.0722 * lin[2]

    ink, paper = page.run(
        f"(() => {{ let e = document.querySelector('{selector}'), c = getComputedStyle(e).color;"
        " while (e && /rgba\\(0, 0, 0, 0\\)/.test(getComputedStyle(e).backgroundColor)) e = e.parentElement;"
        " return [c, e ? getComputedStyle(e).backgroundColor : 'rgb(255,255,255)']; })()"
    )
    a, b = sorted((luminance(ink), luminance(paper)))
    return (b + 0.05) / (a + 0.05)


def test_it_prints_on_a4_without_the_buttons(page: Chromium) -> None:
    import io

    import pypdfium2

    document = pypdfium2.PdfDocument(io.BytesIO(page.pdf()))
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)
    text = document[0].get_textpage().get_text_bounded()
    assert "show all" not in text
    assert "Keep the lanterns lit all year" in text.replace("\r\n", " ")


def test_what_a_plan_says_is_never_run(browser: Chromium, tmp_path: Path) -> None:
    evil = "Lamps <script>document.title='run'</script><img src=x onerror=\"document.title='run'\"> $title"
    rows = [indicator("K1", "Lamps", "5"), indicator("K1", evil, "6")]
    found = diff(
        *(plan(objective("O1", "<b>G</b>", indicators=[r]), title="A & <i>B</i>") for r in rows), pairs=[("K1", "K1")]
    )
    file = tmp_path / "evil.html"
    file.write_text(to_html(found), "utf-8")
    browser.open(file)
    assert "run" not in browser.run("document.title")
    assert evil.replace(" ", "") in browser.run("document.querySelector('#K1 td.text').textContent").replace(" ", "")
    assert browser.run("document.querySelectorAll('img, h2 b, h1 i').length") == 0


def test_each_anchor_is_one_element(browser: Chromium, tmp_path: Path) -> None:
    """Also where the plan was retitled and all codes were renumbered, and an id is the same on both sides."""
    rows = [indicator(f"K{n}", f"Lamps in ward {n}", str(n)) for n in range(5)]
    news = [r | {"code": f"Q{9 - n}", "printed_code": f"Q{9 - n}"} for n, r in enumerate(rows)]
    gone = indicator("Z1", "Moths rescued at night", "tbc")
    new = indicator("Z1", "Swimmers in the canal", "88%")
    found = diff(
        plan(objective("O1", "G", indicators=[*rows, gone]), title="A"),
        plan(objective("O1", "G", indicators=[*news, new]), title="B"),
    )
    file = tmp_path / "ids.html"
    file.write_text(to_html(found), "utf-8")
    browser.open(file)
    ids = browser.run("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert {"plan", "all-indicators", "Z1", "was-Z1"} <= set(ids)
    assert len(ids) == len(set(ids))
