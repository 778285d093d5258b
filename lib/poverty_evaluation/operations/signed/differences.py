"""Số liệu bản đã ký khác bản phát hành: one number that differs, in which way, and who changed it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from poverty_evaluation.operations.signed.number_alignment import NumberPair


class SignedChange(StrEnum):
    """Số liệu của bản đã ký khác bản phát hành ra sao."""

    CHANGED = "changed"  # đã sửa
    ADDED = "added"  # thêm
    DROPPED = "dropped"  # bỏ
    FILLED = "filled"  # điền vào chỗ để trống: no difference


@dataclass(frozen=True, slots=True)
class Editor:
    """Who made a tracked change and when, as far as Word recorded it."""

    author: str
    date: str


@dataclass(frozen=True, slots=True)
class SignedDifference:
    """One number: as issued, as signed, and the paragraph in which it stands (if it was dropped, stood). label, id:
    the indicator value, where that is known."""

    change: SignedChange
    issued: str
    signed: str
    paragraph: str
    label: str = ""
    value_id: str = ""
    editors: tuple[Editor, ...] = ()


def in_order(pairs: Iterable[NumberPair]) -> list[NumberPair]:
    """In the order of the signed text, what was dropped last."""
    listed = list(pairs)
    there = [pair for pair in listed if pair.now is not None]
    return [
        *sorted(there, key=lambda pair: pair.now.paragraph if pair.now else 0),
        *(pair for pair in listed if pair.now is None),
    ]


def difference_of(pair: NumberPair, issued: Sequence[str], signed: Sequence[str]) -> SignedDifference:
    """A pair of places in two texts as a difference of numbers; both lists hold the paragraphs."""
    before, now = pair.before, pair.now
    around = signed[now.paragraph] if now is not None else issued[before.paragraph] if before is not None else ""
    was, stands = (token.printed if token is not None and token.is_number else "" for token in (before, now))
    if was and stands:
        change = SignedChange.CHANGED
    elif was:
        change = SignedChange.DROPPED
    elif before is not None and before.is_blank and any(char.isalpha() for char in issued[before.paragraph]):
        change = SignedChange.FILLED
    else:
        change = SignedChange.ADDED
    return SignedDifference(change, was, stands, " ".join(around.split()))
