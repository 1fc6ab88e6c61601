"""The type of the wordings that repair and interpretation go by. The words themselves are data."""

from __future__ import annotations

from dataclasses import dataclass, field

from planparse.model.plan import ValueStatus


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Wordings in force. Phrases are squashed (see ``planparse.text.squash``) and lower case.

    Equal to itself only, so that what a text says under it can be remembered.
    """

    labels: dict[str, str]
    """Phrase of a stub label -> its role: ``objective``, ``priority``, ``milestones`` ..."""
    columns: dict[str, str]
    """Phrase of a column header -> column role: ``measure``, ``target``, ``actual`` ..."""
    placeholders: dict[str, ValueStatus]
    """Phrase in place of a value -> value status ``tbc``, ``not_applicable``, ``note`` or ``blank``."""
    units: dict[str, str]
    """Word beside a number -> unit."""
    directions: dict[str, str]
    """Phrase of a good-performance column -> ``increase``, ``decrease`` or ``maintain``."""
    direction_words: dict[str, str]
    """First words of a measure that say its direction."""
    measure_units: dict[str, str]
    """Beginning of a measure -> the unit of its bare numbers."""
    code_prefixes: tuple[str, ...]
    """Prefixes of national or partnership sets that may stand without a number."""
    remarks: tuple[str, ...]
    """Remarks that get glued between code and measure ("new indicator")."""
    drafts: tuple[str, ...]
    finals: tuple[str, ...]
    """Words of a title or a running head that say draft or final."""
    reports: tuple[str, ...]
    """Words of a title that say that what is planned is over, or runs."""
    headings: dict[str, str]
    """First word of a heading ("priority", "outcome") -> ``priority`` or ``objective``."""
    not_plan: tuple[str, ...]
    """Words in a column header that say that a table is something else (budget, staffing, counts)."""
    title_ends: tuple[str, ...]
    """Words after a directorate's name in a title ("contribution")."""
    outcomes: tuple[str, ...]
    """Columns that say what comes of an action where a heading right above names its objective."""
    risks: tuple[str, ...]
    """Names of the first column of a list of risks, which says what is done about each."""
    money: tuple[str, ...]
    """Phrases of a heading over a table of money or posts."""
    staff: tuple[str, ...]
    """Names of the first column of a table of posts."""
    contents_names: tuple[str, ...]
    """Headings of a list of what stands on which page."""
    period_names: tuple[str, ...]
    """Names of a column or a row that holds nothing but years."""
    value_names: tuple[str, ...]
    """Names of a column of values of any kind, which the title over it says."""
    small_words: frozenset[str]
    """A fifth of any text whose letters are known."""
    asking: tuple[str, ...]
    """First words of a text that says what stands in a column."""
    continuations: tuple[str, ...]
    """What a heading ends with where it comes again over the rest of its part."""
    total_words: tuple[str, ...]
    months: dict[str, int]
    colours: dict[str, str]
    """Colour value ``#rrggbb`` -> the colour's name in a status column."""
    label_words: tuple[str, ...] = ()
    """Words in front of a label that say whose it is ("service", "key"): the label is known without them too."""
    label_ends: tuple[str, ...] = ()
    """The same behind a label; ``*`` stands for any words."""
    corporate_words: tuple[str, ...] = ()
    """Such words of the whole body ("council"): an objective of it is a priority."""
    squeezed_columns: dict[str, str] = field(default_factory=dict)
    """Column headers without their blanks -> role, for headers whose words a narrow column broke or glued."""
    squeezed_labels: dict[str, str] = field(default_factory=dict)
    """The same of labels."""
