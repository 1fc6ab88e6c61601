"""Turned text: pages whose text runs up or down are turned upright, and so are turned words inside a cell."""

from __future__ import annotations

from dataclasses import replace

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import Fill, Page, Rule, Word


def turn_box(box: BBox, angle: int, width: float, height: float) -> BBox:
    """A box on a page of this size after the page is turned so that text of ``angle`` degrees runs to the right."""
    x0, top, x1, bottom = box
    if angle == 90:
        return height - bottom, x0, height - top, x1
    if angle == 180:
        return width - x1, height - bottom, width - x0, height - top
    if angle == 270:
        return top, width - x1, bottom, width - x0
    return box


def turn_word(word: Word, angle: int, width: float, height: float) -> Word:
    """The word as it stands on the turned page, upright."""
    x0, top, x1, bottom = turn_box((word.x0, word.top, word.x1, word.bottom), angle, width, height)
    base = word.base + {90: 0.0, 180: height, 270: width}.get(angle, 0.0)
    direction = ((word.style.angle or 0) - angle) % 360
    return Word(word.text, x0, top, x1, bottom, base, replace(word.style, angle=direction), word.first, word.blank)


def main_angle(words: list[Word]) -> int:
    """The direction of most letters."""
    if not [word for word in words if word.style.angle != 0]:
        return 0
    weight: dict[int, int] = {}
    for word in words:
        if word.style.angle is not None:
            weight[word.style.angle] = weight.get(word.style.angle, 0) + len(word.text)
    return max(weight, key=lambda a: (weight[a], -a), default=0)


def upright(page: Page) -> Page:
    """The page turned by the direction of most of its letters; the page itself where they are upright."""
    angle = 0 if page.level else main_angle(page.words)
    if angle == 0:
        return page
    w, h = page.width, page.height
    rules = [(r, True) for r in page.horizontals] + [(r, False) for r in page.verticals]
    out = Page(page.number, h if angle != 180 else w, w if angle != 180 else h, turn=angle)
    for rule, level in rules:
        flat = (rule.start, rule.at, rule.end, rule.at) if level else (rule.at, rule.start, rule.at, rule.end)
        x0, top, x1, bottom = turn_box(flat, angle, w, h)
        if x1 - x0 >= bottom - top:
            out.horizontals.append(Rule(top, x0, x1))
        else:
            out.verticals.append(Rule(x0, top, bottom))
    for fill in page.fills:
        out.fills.append(Fill(*turn_box((fill.x0, fill.top, fill.x1, fill.bottom), angle, w, h), fill.colour))
    out.marks, out.glued = page.marks, page.glued
    out.images = [turn_box(box, angle, w, h) for box in page.images]
    out.shades = [turn_box(box, angle, w, h) for box in page.shades]
    out.dots = [turn_box(box, angle, w, h) for box in page.dots]
    out.drawings = [turn_box(box, angle, w, h) for box in page.drawings]
    out.words = [turn_word(word, angle, w, h) if word.style.angle is not None else word for word in page.words]
    out.letters = lambda word: [(c, turn_box(box, angle, w, h)) for c, box in page.letters(word)]
    return out


def shown_box(box: BBox, turn: int, width: float, height: float) -> BBox:
    """Back from a turned page of this size to the page as it is shown."""
    return turn_box(box, (360 - turn) % 360, width, height)
