"""Characters that a font or a program gives wrongly, as the plain ones that they look like."""

from __future__ import annotations

from string import ascii_lowercase
from unicodedata import category

from planparse.readers.pdf.page import is_dingbats

_TICKS = {0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒"}
_WINGDINGS = _TICKS | {
    0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE3: "↖", 0xE4: "↗", 0xE5: "↙", 0xE6: "↘",
    0xE7: "←", 0xE8: "→", 0xE9: "↑", 0xEA: "↓", 0xEB: "↖", 0xEC: "↗", 0xED: "↙", 0xEE: "↘",
    0xEF: "←", 0xF0: "→", 0xF1: "↑", 0xF2: "↓", 0xF3: "↔", 0xF4: "↕", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹",
}  # fmt: skip
_WINGDINGS_2 = {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x53: "☒", 0x51: "☒"}
_WINGDINGS_3 = {
    0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x6A: "↖", 0x6B: "↗", 0x6C: "↙", 0x6D: "↘",
    0x70: "▲", 0x71: "▼", 0x74: "◄", 0x75: "►", 0x22: "↑", 0x23: "↓", 0x21: "→", 0x20: "←",
}  # fmt: skip
_SYMBOL = {0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xAB: "↔", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB0: "°"}
_DINGBATS = str.maketrans("34567mnopqrstuvwl", "✓✔✕✖✗❍■❏❐❑❒▲▼◆❖◗●") | {ord("8"): "✘"}
"""What the codes of the font Zapf Dingbats stand for, which an engine, or a program before it, may give as letters."""
_STANDARD = str.maketrans("£‡", "≤≥")
"""What an engine gives for these of the font Symbol where it takes its codes for those of a Latin font."""
_FONTS = (
    ("wingdings3", _WINGDINGS_3),
    ("wingdings2", _WINGDINGS_2),
    ("wingdings", _WINGDINGS),
    ("opensymbol", _TICKS),
    ("symbol", _SYMBOL),
)


_SWAPPED = {(ord(c) << 8): c for c in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"}
"""Letters with the two bytes of each in the wrong order, as some distillers write the letters of a ligature."""
_ADDED = {"\u6600" + chr((ord("f") + ord(c)) << 8): f"ff{c}" for c in "il"}
"""Ligatures of three such letters, of which the same distillers add up the codes of the last two."""
_LATIN = "\u02ff"
"""The last of the letters that Latin texts have, some of them without a case."""


def plain_ligatures(text: str) -> str:
    """The text with the letters of such ligatures set right, where they stand among Latin letters.

    >>> plain_ligatures("sta\u7400\u6900on"), plain_ligatures("o\u6600\ucf00ce"), plain_ligatures("\ucf00ce")
    ('station', 'office', '케ce')
    """
    if text.isascii() or not any(ord(c) in _SWAPPED for c in text):
        return text
    latin = sum(c.isascii() for c in text)
    if latin:
        for added, plain in _ADDED.items():
            text = text.replace(added, plain)
    return text.translate(_SWAPPED) if latin or all(ord(c) in _SWAPPED for c in text) else text


def without_strays(texts: list[str]) -> list[str]:
    """The texts with U+FFFD for letters of scripts without capitals beside small Latin ones, where none of the texts is
    of such a script: what shows them is Latin, and the font says wrongly what it is.

    >>> without_strays(["caf\u00e9", "of\ucf00ces"]), without_strays(["of\ucf00ces", "\ud55c\uad6d"])
    (['café', 'of�ces'], ['of케ces', '한국'])
    """
    found = [[n for n, c in enumerate(text) if c > _LATIN and category(c) == "Lo"] for text in texts]
    strays = [(text, n) for text, own in zip(texts, found, strict=True) for n in own]
    if not strays or not all(any(c in ascii_lowercase for c in text[max(n - 1, 0) : n + 2]) for text, n in strays):
        return texts
    pairs = zip(texts, found, strict=True)
    return ["".join("\ufffd" if n in own else c for n, c in enumerate(text)) for text, own in pairs]


def plain_symbols(text: str, font: str) -> str:
    """The text with ticks, crosses and arrows of symbol fonts made plain; bullets stay for the list finder.

    >>> plain_symbols("\\uf0fc", "Wingdings-Regular"), plain_symbols("£20", "Symbol"), plain_symbols("£20", "Helvetica")
    ('✓', '≤20', '£20')
    """
    if is_dingbats(font):
        text = text.translate(_DINGBATS)
    elif font == "Symbol":
        text = text.translate(_STANDARD)
    if not any("\uf000" <= c <= "\uf0ff" for c in text):
        return text
    name = font.replace(" ", "").replace("-", "").casefold()
    table = next((t for key, t in _FONTS if key in name), None)
    if table is None:
        return text
    return "".join(table.get(ord(c) & 0xFF, c) if "\uf000" <= c <= "\uf0ff" else c for c in text)
