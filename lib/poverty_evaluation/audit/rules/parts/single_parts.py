"""Bộ phận vượt tổng: one part behind "trong đó" that is more than the whole in front of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Figure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.kinds import Kinship, kinship
from poverty_evaluation.audit.rules.parts.lists import is_amount, is_compared
from poverty_evaluation.audit.rules.parts.sums import order_claim

_AMONG = re.compile(r"(?<!\w)trong (?:tổng )?(?:số )?(?:đó|này|ấy)(?!\w)")
_CLAUSE = re.compile(r"[;.]\s")
#: What follows is of another time, or adds to what was told.
_ELSEWHERE = re.compile(r"(?<!\w)(?:ngoài ra|năm trước|cùng kỳ|lũy kế|luỹ kế|so với|tổng số|tổng cộng|cả nước)(?!\w)")


def parts_above_whole(reading: Reading) -> Iterator[Claim]:
    """Each figure told as one of a smaller number of the same things."""
    for sentence in reading.sentences:
        if reading.source.blocks[sentence.block].kind is BlockKind.CELL or not sentence.figures:
            continue
        plain = reading.source.plain
        for cue in _AMONG.finditer(plain, sentence.start, sentence.end):
            whole = _whole_before(reading, sentence, cue.start())
            part = _part_behind(reading, sentence, cue.end(), whole) if whole else None
            if whole is not None and part is not None and part.known > whole.known:
                same = whole.unit == part.unit
                yield order_claim(whole, part, Certainty.SAID if same else Certainty.IMPLIED)


def _whole_before(reading: Reading, sentence: Sentence, at: int) -> Figure | None:
    """The last figure in front of the cue that can be a whole, when no change or comparison stands between."""
    before = [figure for figure in reading.figures_of(sentence) if figure.end <= at]
    for figure in reversed(before[-3:]):
        if figure.fraction is not None or is_compared(figure):
            return None
        if is_amount(figure):
            return figure
    return None


def _part_behind(reading: Reading, sentence: Sentence, at: int, whole: Figure) -> Figure | None:
    """The first figure of the clause behind the cue, when it is of the same things."""
    plain = reading.source.plain
    end = _CLAUSE.search(plain, at, sentence.end)
    limit = end.start() if end else sentence.end
    for figure in reading.figures_of(sentence):
        if not at <= figure.start < limit:
            continue
        if _ELSEWHERE.search(plain, at, figure.start) or is_compared(figure) or figure.fraction is not None:
            return None
        is_same = is_amount(figure) and kinship(whole, figure) is Kinship.SURE
        return figure if is_same else None
    return None
