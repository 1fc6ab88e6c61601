"""The headings above a place, and the plan's own title."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from planparse.interpret.codes import is_code, split_code
from planparse.interpret.continued import continued_name
from planparse.interpret.draft import Text
from planparse.interpret.header_words import are_names_alone
from planparse.interpret.labels import find_role, label_of, match_part
from planparse.interpret.lines import (
    CAPTION,
    ENDS,
    LONGEST,
    are_values,
    heading_text,
    introduces,
    is_figure,
    is_line,
    may_head,
)
from planparse.interpret.periods import without_periods
from planparse.interpret.title import find_title
from planparse.interpret.vocabulary import phrase_key
from planparse.model.document import Document, Grid, Paragraph
from planparse.model.provenance import Provenance
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_LEAD_LEVEL = 6
_OWNER_LEVEL = 7
"""One below the six levels that a source can mark."""
_ROW_LEVELS = {"priority": 7, "objective": 8}
_MOST_SENTENCES = 2
"""Paragraphs of text that may stand between a heading and its table."""
_OFTEN = 3
"""Tables under the same line."""
_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*\.?|[A-Z][.)])\s+(?=\w)")
_BEHIND_NAME = re.compile(r"(?:(?<=\d)\.?|(?<=\s[A-Z])[.)])\s+(?=[A-Z])|\s+[-–—|]\s+")
"""Where the objective begins that "Objective 1" or "Outcome" names, other than at a colon."""
_NUMBERED = re.compile(r"\s+(?:\d+(?:\.\d+)*|[A-Z])$")
"""The number of "Priority 2: ..."."""
_RUNNING = 120
"""Letters; a longer paragraph is running text."""
_QUOTED = re.compile(r"[“\"‘'](?:[^”\"]+(?:[.!?…][”\"’']|,[”\"])\s+\S|[^”\"]*[a-z]{2}[.!?] [A-Z])")
"""What somebody said, set large: two sentences, or one with who said it behind."""


class Headings:
    """A stack of the headings in force. Without marked headings, short lines right above a table count."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.title = find_title(document)
        about = _about_headings(document, vocabulary)
        self.marked = _are_marked(document, about)
        self.stack: list[tuple[int, Text]] = []
        self.ended: list[tuple[int, Text]] = []
        """Those that the last one of the stack ended."""
        self.latest = ""
        """The last heading or caption, in force or not."""
        self.told = 0
        """Paragraphs of running text below the last one."""
        self.used: list[Text] = []
        self.levels: dict[str, int] = {}
        self.before_table = _above_tables(document, about) if not self.marked else set()
        self.leads = _leads(document) - about
        self.captions, self.repeated = _under_several(document, vocabulary)

    def take(self, paragraph: Paragraph) -> bool:
        """Puts a heading on the stack; False where the paragraph is none."""
        level = self._level(paragraph)
        if level is None:
            self.told += len(paragraph.text) > _RUNNING
            return False
        self.latest = fold(paragraph.text)
        self._push(level, Text(heading_text(paragraph), paragraph.places))
        return True

    def goes_on(self, paragraph: Paragraph) -> bool:
        """Whether one of the headings in force comes again: "Clean streets (continued)"; those below it end."""
        name = continued_name(heading_text(paragraph), self.vocabulary)
        texts = [text.text for _, text in self.stack]
        if name is None or name not in texts:
            return False
        self.stack = self.stack[: texts.index(name) + 1]
        return True

    def take_caption(self, paragraph: Paragraph) -> bool:
        """Ends the headings below a caption; False where the paragraph is none."""
        level = paragraph.heading
        if level is None or fold(paragraph.text) not in self.captions or self.names_objective(fold(paragraph.text)):
            return False
        self.latest = fold(paragraph.text)
        self.stack = [(lv, t) for lv, t in self.stack if lv < level]
        return True

    def take_owner(self, paragraph: Paragraph) -> None:
        """An objective's line that the source does not mark as a heading: below all that it does mark."""
        self._push(self._level(paragraph) or _OWNER_LEVEL, Text(heading_text(paragraph), paragraph.places))

    def go_back_to(self, owner: Paragraph) -> None:
        """Ends the headings below an objective's."""
        places = [t.places for _, t in self.stack]
        if owner.places in places:
            self.stack = self.stack[: places.index(owner.places) + 1]

    def take_back(self, places: Provenance) -> None:
        """Forgets the last heading, which is the title of a card; one of the same level stays in force where a word of
        it names an objective: what has but a code may be the title of another card."""
        if self.stack and self.stack[-1][1].places == places:
            level, _ = self.stack.pop()
            ended = [(lv, t) for lv, t in self.ended if lv == level and self.role(t.text) == "objective"]
            self.stack += ended[-1:]

    def take_row(self, texts: list[Text]) -> None:
        """Headings that stand as rows inside a table: each as deep as the headings that begin with the same word."""
        for text in texts:
            known = self.levels.get(_first_word(text.text)) if _first_word(text.text) else None
            level = known or _ROW_LEVELS.get(self.role(text.text) or "")
            level = level or max(self.levels.values(), default=5)
            self._push(level, text)

    def _push(self, level: int, text: Text) -> None:
        self.told = 0
        self.ended = [(lv, t) for lv, t in self.stack if lv >= level]
        self.stack = self.stack[: len(self.stack) - len(self.ended)]
        if self.title is None or text.places != self.title.places:
            self.stack.append((level, text))
            self.levels[_first_word(text.text)] = level

    def _level(self, paragraph: Paragraph) -> int | None:
        if not paragraph.text.strip():
            return None
        text = fold(paragraph.text)
        if self.title is not None and text == self.title.text:
            return 0 if paragraph.places == self.title.places else None
        if are_names_alone(text, self.vocabulary) or _QUOTED.match(text):
            return None
        if is_figure(text) or are_values(text, self.vocabulary):
            return None
        if paragraph.heading is not None:
            return paragraph.heading
        if paragraph.places[0].unit in self.leads:
            return _LEAD_LEVEL
        if self.marked or len(text) > LONGEST or paragraph.marker is not None:
            return None
        role = self.role(text)
        if role and ":" in text:
            return 2 if role == "priority" else 4
        if paragraph.places[0].unit in self.before_table and not ENDS.search(text):
            return 5
        return None

    def role(self, text: str) -> str | None:
        """``priority`` or ``objective`` where the words before the colon, or the number, name one."""
        head = _NUMBERED.sub("", _NUMBER.sub("", text.partition(":")[0]))
        word, _, number = head.rpartition(" ")
        head = word if word and is_code(number) else head
        role = self.vocabulary.headings.get(phrase_key(head)) or find_role(head, self.vocabulary)
        return role if role in ("priority", "objective") else None

    def names_part(self, text: str) -> bool:
        """Whether a heading says no more than that measures stand below it: "How we will know"."""
        return self._label(text) == "indicators"

    def names_part_of(self, text: str, above: str) -> bool:
        """Whether a heading says that measures stand below it, and gives the code that the one above begins with:
        "Indicators for AB1"."""
        split = split_code(above)
        label = label_of(text, split.printed, self.vocabulary) if split is not None else None
        return label is not None and label.role == "indicators"

    def names_list(self, text: str) -> bool:
        """Whether a heading says no more than that a list stands below it: "Milestones"."""
        return self._label(text) in ("developments", "issues", "milestones")

    def _label(self, text: str) -> str | None:
        label = match_part(text, self.vocabulary)
        return label.role if label is not None and not label.rest else None

    def is_repeated(self, text: str) -> bool:
        """Whether a heading stands under several others, as that of a part of each of them does."""
        return _bare(text) in self.repeated and not self.names_objective(text)

    def names_objective(self, text: str) -> bool:
        """ "Objective 2: ...", "Outcome - ...", or a code with letters in front."""
        head, _, rest = _BEHIND_NAME.sub(":", text, count=1).partition(":")
        if not rest.strip() and not any(c.isdigit() for c in head):
            return False
        split = split_code(text)
        coded = split is not None and bool(split.rest) and any(c.isalpha() for c in split.printed)
        return coded or self.role(f"{head}:") == "objective"

    def code_alone(self, text: str) -> str | None:
        """The code of an objective that a text gives without its title: "AB1" of "Service objective AB1"."""
        head, _, code = text.rstrip(" :").rpartition(" ")
        return code if head and is_code(code) and self.role(head) == "objective" else None

    def names_priority(self, text: str) -> bool:
        """ "Priority: ...", "Aim 1 - ..."."""
        head, colon, _ = _BEHIND_NAME.sub(":", text, count=1).partition(":")
        return bool(colon) and self.role(f"{head}:") == "priority"

    def above(self) -> tuple[Text, ...]:
        return tuple(text for _, text in self.stack)

    def as_objective(self) -> tuple[Text | None, tuple[Text, ...], Text | None]:
        """The nearest heading as an objective's title, the headings above it, and the priority that one names."""
        texts = self.above()
        while len(texts) > 1 and (
            self.is_repeated(texts[-1].text)
            or not without_periods(texts[-1].text)
            or self.names_list(texts[-1].text)
            or CAPTION.match(texts[-1].text)
            or (self.names_part(texts[-1].text) and self.names_objective(texts[-2].text))
            or self.names_part_of(texts[-1].text, texts[-2].text)
        ):
            texts = texts[:-1]
        if not texts:
            return None, (), None
        return texts[-1], texts[:-1], self.priority(texts[:-1])

    def priority(self, above: tuple[Text, ...]) -> Text | None:
        """The priority that one of the headings above an objective names: "Priority: A greener borough"."""
        return next((self._value(t) for t in above if self.role(t.text) == "priority" and ":" in t.text), None)

    @staticmethod
    def _value(text: Text) -> Text:
        return Text(text.text.partition(":")[2].strip(), text.places)


def _first_word(text: str) -> str:
    """What a heading begins with: the word before a colon, or nothing."""
    head, colon, _ = text.partition(":")
    return phrase_key(head) if colon and not any(c.isdigit() for c in head) else ""


def _about_headings(document: Document, vocabulary: Vocabulary) -> set[int]:
    """Units of the lines right below marked headings that say something about several of them, each behind the same
    label: "Sponsor: Head of Parks". A label that names objectives or priorities is another heading."""
    found: dict[str, set[int]] = {}
    for above, line in pairwise(document.blocks):
        if not isinstance(above, Paragraph) or above.heading is None or not isinstance(line, Paragraph):
            continue
        label = _first_word(fold(line.text)) if line.heading is None and line.marker is None else ""
        if label and find_role(label, vocabulary) not in ("objective", "priority"):
            found.setdefault(label, set()).add(line.places[0].unit)
    return {unit for units in found.values() if len(units) > 1 for unit in units}


def _are_marked(document: Document, about: set[int]) -> bool:
    """Whether the source marks its headings: about every second table has one right above it, or above its text."""
    headed = tables = 0
    above = False
    for block in document.blocks:
        if isinstance(block, Paragraph):
            plain = block.places[0].unit in about or not may_head(block)
            above = block.heading > 1 if block.heading is not None else above and plain
        else:
            tables += 1
            headed += above
            above = False
    return headed * 2 >= tables


def _leads(document: Document) -> set[int]:
    """Units of the lines that stand alone right above the tables, where most tables have one, each another one, and the
    source marks other headings but not these."""
    found: dict[str, int] = {}
    again: set[str] = set()
    tables = 0
    above: Paragraph | None = None
    before: Paragraph | None = None
    for block in document.blocks:
        if isinstance(block, Paragraph):
            before, above = above, block
            continue
        tables += 1
        if above is not None and above.heading is None and (before is None or before.heading is not None):
            text = heading_text(above)
            if (
                is_line(above)
                and not introduces(above)
                and not CAPTION.match(text)
                and (above.marker is None or above.marker[:1].isalnum())
            ):
                again |= {text} & found.keys()
                found[text] = above.places[0].unit
        before = above = None
    for text in again:
        del found[text]  # it names a kind of table
    return set(found.values()) if len(found) > 1 and len(found) * 3 >= tables * 2 else set()


def _under_several(document: Document, vocabulary: Vocabulary) -> tuple[set[str], set[str]]:
    """Headings that stand under several others: those that stand right above a table each time, which name a kind of
    table, as "What we will measure" does, and the others, without their numbers. Under the names of parts it is
    objectives that come again."""
    parents: dict[str, set[str]] = {}
    above_table: Counter[str] = Counter()
    stack: list[tuple[int, str]] = []
    for n, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph) or block.heading is None:
            continue
        text = fold(block.text)
        stack = [(level, t) for level, t in stack if level < block.heading]
        if stack and stack[-1][0] > 1:
            parents.setdefault(text, set()).add(stack[-1][1])
            above_table[text] += n + 1 < len(document.blocks) and isinstance(document.blocks[n + 1], Grid)
        stack.append((block.heading, text))
    several = {text: own for text, own in parents.items() if len(own) > 1}
    captions = {text for text, own in several.items() if above_table[text] >= len(own)}
    named = {name for own in several.values() for name in own if find_role(name.rstrip(" :"), vocabulary)}
    return captions, {_bare(text) for text, own in several.items() if text not in captions and not own & named}


def _bare(text: str) -> str:
    """A heading without its number."""
    return _NUMBER.sub("", text)


def _above_tables(document: Document, about: set[int]) -> set[int]:
    """Units of the short paragraphs, at most three, that stand right above a table or the sentences before it. One that
    comes again and again names a kind of table."""
    found: dict[str, set[int]] = {}
    run: list[Paragraph] = []
    sentences = 0
    for block in document.blocks:
        if isinstance(block, Grid):
            for paragraph in run[-3:]:
                found.setdefault(fold(paragraph.text), set()).add(paragraph.places[0].unit)
            run, sentences = [], 0
        elif block.places[0].unit in about or not may_head(block):
            sentences += 1
            run = run if sentences <= _MOST_SENTENCES else []
        else:
            run = [*run, block] if not sentences else [block]
            sentences = 0
    return {unit for units in found.values() if len(units) < _OFTEN for unit in units}
