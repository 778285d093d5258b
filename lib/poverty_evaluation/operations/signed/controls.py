"""Đối chiếu theo ô số liệu: a signed Word file that still has our controls, number by number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from poverty_evaluation.operations.signed.differences import SignedChange, SignedDifference, difference_of, in_order
from poverty_evaluation.operations.signed.number_alignment import CONTROL, NumberPair, Token, differing_numbers, tokens
from poverty_evaluation.presentation.word.numbers import IssuedNumber
from poverty_evaluation.presentation.word.reading import (
    Issued,
    NumberState,
    ReadNumber,
    UnreadableWordFile,
    issued_with,
    outside_paragraphs,
    plain_text,
    read_numbers,
)

#: With fewer of our controls left a document was put together anew, and its words tell more.
_LEAST_CONTROLS = 1 / 3


def control_differences(signed: Path, issued_file: Path) -> tuple[list[SignedDifference], int] | None:
    """The numbers that differ, in the order of the signed text, and how many do not; None when too few controls are
    left. Numbers outside of controls are compared by their words."""
    issued = issued_with(issued_file)
    if issued is None or not issued.numbers:
        return None
    try:
        numbers = read_numbers(signed, issued).numbers
    except UnreadableWordFile:  # put together in another way, but its text could be read
        return None
    same = sum(one.state is NumberState.UNCHANGED for one in numbers)
    changed = [one for one in numbers if one.state is NumberState.CHANGED]
    if same + len(changed) < _LEAST_CONTROLS * len(issued.numbers):
        return None
    outside = _Outside(issued, {one.control: one for one in numbers if one.state is NumberState.MISSING})
    before, now = plain_text(issued_file), plain_text(signed)
    lines = tokens(outside_paragraphs(issued_file)), tokens(outside_paragraphs(signed))
    pairs, same_outside = differing_numbers(*lines)
    found = [_in_control(one, issued) for one in numbers if one.state in (NumberState.CHANGED, NumberState.ADDED)]
    found += outside.differences(in_order(pairs), before, now)
    found += outside.dropped(lines[0], before)
    return _ordered(found, now), same + same_outside + outside.freed


class _Outside:
    """What became of controls that are gone: their number may stand there without one."""

    def __init__(self, issued: Issued, missing: dict[int, ReadNumber]):
        self._issued = issued
        self._missing = missing
        self.freed = 0

    def differences(
        self, pairs: Sequence[NumberPair], before: Sequence[str], now: Sequence[str]
    ) -> Iterator[SignedDifference]:
        for pair in pairs:
            if pair.before is not None and pair.before.control is not None:
                number = self._number(pair.before)
                if number is None or self._missing.pop(number.control, None) is None:
                    yield difference_of(NumberPair(None, pair.now), before, now)
                elif pair.now is not None and pair.now.text in {token.text for token in tokens([number.text])}:
                    self.freed += 1
                else:
                    told = difference_of(pair, before, now)
                    yield SignedDifference(
                        SignedChange.CHANGED, number.text, told.signed, told.paragraph, number.title, number.value_id
                    )
            else:
                yield difference_of(pair, before, now)

    def dropped(self, lines: Sequence[Token], before: Sequence[str]) -> Iterator[SignedDifference]:
        """Those whose control is gone and for which nothing stands there now."""
        place = {number.control: token.paragraph for token in lines if (number := self._number(token)) is not None}
        for control in sorted(self._missing):
            number = self._issued.numbers[control - 1]
            around = before[place[control]] if control in place else ""
            yield SignedDifference(
                SignedChange.DROPPED, number.text, "", " ".join(around.split()), number.title, number.value_id
            )

    def _number(self, token: Token) -> IssuedNumber | None:
        """The number whose control left this sign: controls are counted as they stand."""
        if token.text != CONTROL or token.control is None or token.control >= len(self._issued.numbers):
            return None
        return self._issued.numbers[token.control]


def _in_control(one: ReadNumber, issued: Issued) -> SignedDifference:
    number = issued.numbers[one.control - 1] if one.control else None
    change = SignedChange.CHANGED if one.issued and one.now else SignedChange.ADDED if one.now else SignedChange.DROPPED
    label, identity = ("", "") if number is None else (number.title, number.value_id)
    return SignedDifference(change, one.issued, one.now, " ".join(one.paragraph.split()), label, identity)


def _ordered(found: Sequence[SignedDifference], now: Sequence[str]) -> list[SignedDifference]:
    """As the paragraphs stand; what was dropped with its paragraph comes last."""
    place: dict[str, int] = {}
    for number, paragraph in enumerate(now):
        place.setdefault(" ".join(paragraph.split()), number)
    return sorted(found, key=lambda one: place.get(one.paragraph, len(now)))
