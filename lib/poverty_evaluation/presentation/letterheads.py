"""Phần đầu văn bản: how the names of bodies and addressees are cut into lines and ended, the same in every print."""

from __future__ import annotations

import textwrap

#: What stands for a name that is not known.
DOTS = "…………………"

_PEOPLE_COMMITTEE = "ỦY BAN NHÂN DÂN "
_ISSUER_LINE = 26  # characters of a line of the issuer's name


def issuer_lines(body: str) -> list[str]:
    """The lines of a body's name. A people's committee names its place in the second one; other long names are cut
    into lines of about the same length."""
    if body.upper().startswith(_PEOPLE_COMMITTEE) and "\n" not in body:
        cut = len(_PEOPLE_COMMITTEE)
        return [body[: cut - 1], body[cut:]]
    return [line for part in body.split("\n") for line in _balanced(part)]


def ended_names(names: tuple[str, ...]) -> list[str]:
    """Names of a list: a semicolon after each, a full stop after the last."""
    stops = [";"] * (len(names) - 1) + ["."]
    return [name if name.endswith((".", ";")) else name + stop for name, stop in zip(names, stops, strict=False)]


def _balanced(text: str) -> list[str]:
    """As few lines as the head has room for, the longest of them as short as can be."""

    def cut(width: int) -> list[str]:
        return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)

    fewest = len(cut(_ISSUER_LINE))
    return next((lines for width in range(1, _ISSUER_LINE) if len(lines := cut(width)) <= fewest), cut(_ISSUER_LINE))
