"""Tử số, mẫu số: parts of a number of places or bodies that are more than all of them, "18/16 xã"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.lexicon import words
from poverty_evaluation.audit.rules.judging import claim
from poverty_evaluation.audit.rules.shares.bases import PAST_WORDS, PLAN_WORDS
from poverty_evaluation.relations import AtMost, Stated, Verdict
from poverty_evaluation.vocabulary.findings import FindingKind

#: Places, bodies and lists of criteria, of which there are so many and no more.
_FIXED = words(
    """
    xã phường thôn bản ấp buôn khu xóm làng khóm tổ huyện quận tỉnh trường đơn cơ chi đảng tiêu đại uỷ ủy sở
    ngành trạm hội bệnh thị thành đoàn khối cụm
    """
)
_NO_BODIES = frozenset(
    {
        "đại lý",
        "đơn thư",
        "cơ hội",
        "tổ ong",
        "thành tích",
        "khu đất",
        "đoàn viên",
        "hội viên",
        "đảng viên",
        "đại hội",
        "hội nghị",
        "hội thảo",
        "hội thi",
        "đoàn kiểm",
        "đoàn khách",
        "trường hợp",
        "tiêu bản",
    }
)
_PLANNED = re.compile(
    PLAN_WORDS.pattern
    + r"|(?<!\w)(?:vượt|đăng ký|dự kiến|phấn đấu|giao|tuyển|tỷ số|tỉ số|kết nạp|thành lập mới|so với|bằng|"
    r"điểm|nghị quyết|trẻ em nam|nhu cầu)(?!\w)"
)
_AROUND = 70


def parts_over_all(reading: Reading) -> Iterator[Claim]:
    """Fractions whose upper figure is more than the lower one."""
    for part in reading.figures:
        if part.fraction is None or part.is_denominator:
            continue
        whole = reading.figures[part.fraction]
        if part.value is None or whole.value is None or part.measure is not Measure.COUNT or not _is_fixed(whole):
            continue
        if part.value > whole.value and not _is_planned(reading, part, whole):
            yield _claim(part, whole)


def _is_fixed(whole: Figure) -> bool:
    words = whole.noun
    return bool(words) and words[0] in _FIXED and " ".join(words[:2]) not in _NO_BODIES


def _is_planned(reading: Reading, part: Figure, whole: Figure) -> bool:
    """Whether a result stands over a plan, or over an earlier level, which it may well exceed."""
    sentence = reading.sentences[part.sentence]
    plain = reading.source.plain
    around = plain[max(sentence.start, part.start - _AROUND) : min(sentence.end, whole.end + _AROUND)]
    return (
        _PLANNED.search(around) is not None or PAST_WORDS.search(around) is not None or whole.known in (10, 100, 1000)
    )


def _claim(part: Figure, whole: Figure) -> Claim:
    def judge(stated: Callable[[Figure], Stated]) -> Verdict:
        return AtMost(stated(part), stated(whole), FindingKind.SHARE).check()

    text = f"{part.text}/{whole.text}"
    number, _, counted = whole.text.partition(" ")
    readings = (f"{number}/{part.text} {counted}".strip(),)
    return claim(
        FindingKind.SHARE, judge, Certainty.SAID, part, (whole,), f"{part.text} > {whole.text}",
        f"{text}: số đạt được lớn hơn cả tổng số; xem lại tử số và mẫu số, có thể viết ngược.",
        f"{text}: more than all of them; check both figures, they may be the wrong way round.",
        f"≤ {whole.text}", readings,
    )  # fmt: skip
