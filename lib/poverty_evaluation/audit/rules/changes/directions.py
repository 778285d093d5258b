"""Chiều tăng, giảm: "giảm từ 5% xuống 7%": two levels that move against the words between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.findings import AuditVerdict, Claim
from poverty_evaluation.audit.rules.changes.around import Context
from poverty_evaluation.audit.rules.changes.levels import Told
from poverty_evaluation.audit.rules.changes.pairs import is_from_to
from poverty_evaluation.vocabulary.choices import Qualifier
from poverty_evaluation.vocabulary.findings import FindingKind

_UP = re.compile(r"(?<!\w)(?:tăng|nâng|gia tăng|lên)(?!\w)[^,;:.()]{0,60}$")
_DOWN = re.compile(r"(?<!\w)(?:giảm|hạ|sụt|kéo giảm|rút|thu hẹp)(?!\w)[^,;:.()]{0,60}$")
_RANKS = re.compile(r"(?<!\w)(?:hạng|thứ|xếp|vị trí|top|bậc|lớp|nhóm|cấp|âm|trừ|giai đoạn|khoảng cách)(?!\w)")
_WAYS = re.compile(r"(?<!\w)(lên|xuống|còn)(?!\w)[^,;:.()]{0,40}$")


def directions(context: Context, told: list[Told], judged: set[tuple[int, int]]) -> Iterator[Claim]:
    """The levels of a sentence that move against their words, except pairs already judged by a stated change."""
    for start, end in pairwise(told):
        pair = start.figure.index, end.figure.index
        if pair in judged or not is_from_to(context, told, start, end) or not _is_plain(start) or not _is_plain(end):
            continue
        signs = _signs(start, end)
        if not signs or _RANKS.search(start.gap) or _RANKS.search(context.text(start, end)):
            continue
        yield _claim(start.figure, end.figure, signs)


def _is_plain(told: Told) -> bool:
    return (
        told.figure.qualifier is Qualifier.EXACT and told.figure.measure is not Measure.OTHER and told.figure.known >= 0
    )


def _signs(start: Told, end: Told) -> set[int]:
    """What the words say: of the verb in front of "từ", and of "lên", "xuống", "còn"."""
    found: set[int] = set()
    up, down = _UP.search(start.gap), _DOWN.search(start.gap)
    if up or down:
        found.add(1 if down is None or (up is not None and up.start() > down.start()) else -1)
    way = _WAYS.search(end.gap)
    if way is not None:
        found.add(1 if way[1] == "lên" else -1)
    return found


def _claim(start: Figure, end: Figure, signs: set[int]) -> Claim:
    moved = end.known - start.known
    agrees = all(sign * moved > 0 for sign in signs)
    way = "tăng" if moved > 0 else "giảm" if moved < 0 else "không đổi"
    said = " và ".join("tăng" if sign > 0 else "giảm" for sign in sorted(signs, reverse=True))
    english = {"tăng": "rises", "giảm": "falls", "không đổi": "does not move"}[way]
    compared = ">" if moved > 0 else "<" if moved < 0 else "="
    if agrees:
        vi, en = (
            f"Từ {start.text} đến {end.text} là {way}, đúng như lời văn.",
            f"{start.text} to {end.text} {english}, as said.",
        )
    else:
        vi = f"Từ {start.text} đến {end.text} là {way}, lời văn lại ghi {said}; cần xem lại một trong hai con số."
        en = f"From {start.text} to {end.text} the figure {english}, the words say otherwise; check one of the two."
    return Claim(
        FindingKind.DIFFERENCE, AuditVerdict.HOLDS if agrees else AuditVerdict.CONTRADICTION, end, (start,),
        f"{end.text} {compared} {start.text}; văn bản ghi {said}", "", vi, en,
    )  # fmt: skip
