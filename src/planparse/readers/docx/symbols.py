"""Characters of symbol fonts, which Word keeps as a font and a position in it."""

from __future__ import annotations

_SYMBOL = {
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
    0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD7: "⋅", 0xDB: "⇔", 0xDC: "⇐", 0xDD: "⇑",
    0xDE: "⇒", 0xDF: "⇓", 0x2D: "-", 0x44: "Δ", 0x53: "Σ", 0x61: "α", 0x62: "β", 0x64: "δ", 0x6D: "μ", 0x70: "π",
    0x73: "σ",
}  # fmt: skip
_WINGDINGS = {
    0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖",
    0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xE9: "↑", 0xEA: "↓", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩",
    0xF3: "⬄", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x95: "•", 0x96: "●", 0x97: "●", 0x98: "●",
    0xA3: "□", 0xA2: "■",
}  # fmt: skip
_WINGDINGS_3 = {
    0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x70: "▲", 0x71: "▼", 0x74: "◀", 0x75: "▶", 0x7D: "▶", 0x84: "▶",
    0x6A: "↖", 0x6B: "↗", 0x6C: "↙", 0x6D: "↘", 0x9A: "▸",
}  # fmt: skip
_WEBDINGS = {
    0x61: "✓",
    0x63: "□",
    0x67: "■",
    0x6E: "●",
    0x72: "✗",
    0x35: "▲",
    0x36: "▼",
    0x33: "◀",
    0x34: "▶",
    0x3D: "◆",
}

FONTS = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
}


def is_symbol_font(font: str | None) -> bool:
    return font is not None and font.lower() in FONTS


def symbol(code: int, font: str | None) -> str | None:
    """The character at a position of a symbol font (``F0B7`` and ``B7`` are the same); None where it is not known."""
    return FONTS.get((font or "symbol").lower(), {}).get(code - 0xF000 if 0xF000 <= code <= 0xF0FF else code)


def in_symbols(text: str, font: str) -> str:
    """Text typed in a symbol font; what is not known stays as it is.

    >>> in_symbols("\\u00fc", "Wingdings")
    '✓'
    """
    return "".join(symbol(ord(c), font) or c for c in text)


def bullet(text: str, font: str | None) -> str:
    """The glyph of a bullet list.

    >>> bullet("\\uf0b7", "Symbol"), bullet("o", "Courier New"), bullet("-", None)
    ('•', '○', '-')
    """
    if is_symbol_font(font) and font is not None:
        text = in_symbols(text, font)
    elif text == "o" and font is not None and font.lower().startswith("courier"):
        return "○"
    return "".join(symbol(ord(c), None) or "•" if "\ue000" <= c <= "\uf8ff" else c for c in text)
