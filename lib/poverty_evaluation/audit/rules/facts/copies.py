"""Một hoạt động chép hai lần: the same activity with the same figures under two organisations is counted twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import AuditVerdict, Claim
from poverty_evaluation.audit.rules.facts.settings import Setting, Settings, organisations_in
from poverty_evaluation.vocabulary.findings import FindingKind

#: Equal figures in a row that tell a copy, and with fewer how long the words around them must be.
_FIGURES, _FEW_FIGURES, _LONG = 3, 2, 60
#: How much of the words around the figures must be the same.
_ALIKE, _ALIKE_FEW = Fraction(7, 10), Fraction(9, 10)
_REMEMBERED = 4
_LONGEST = 600
_WORD = re.compile(r"\w+")
_CLAUSE_END = re.compile(r"[,;:.!?()\[\]\n]|\s-\s|\s\+\s")
#: What is done, as against what there is: only deeds are counted twice when two organisations tell them.
_DEED = re.compile(
    r"(?<!\w)(?:tổ chức|mở|hỗ trợ|tặng|trao|cấp|thăm|phát|xây|sửa|tuyên truyền|vận động|tập huấn|quyên góp|giúp|ủng hộ"
    r"|triển khai|trồng|huy động|cho vay|vay|thực hiện|kiểm tra|giám sát|khám|phối hợp|dạy|đào tạo|truyền thông"
    r"|thành lập|bàn giao"
    r"|tư vấn|tiếp|chuyển|ra quân|nạo vét|làm|dọn|thu gom|hiến|góp|phổ biến|biên soạn|in|ký|chi|đỡ đầu|nhận|hướng dẫn"
    r"|rà soát|xử lý|xoá|xóa)(?!\w)"
)
_QUOTE = re.compile(r"(?:^|\s)\"")
_JOINT = re.compile(r"(?<!\w)(?:phối hợp|cùng với|liên tịch|chung tay)(?!\w)")
#: Told again on purpose, or a remark upon figures and no deed.
_SAID_AGAIN = re.compile(
    r"(?<!\w)(?:nêu trên|như trên|đã nêu|nói trên|đã tính|đã báo cáo|nhắc lại|trên đây"
    r"|cộng lại|không khớp|mâu thuẫn)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class _Copy:
    """Equal figures in a row at two places: the earlier and the later ones."""

    earlier: tuple[Figure, ...]
    later: tuple[Figure, ...]


def copied_activities(reading: Reading) -> Iterator[Claim]:
    """A claim for every stretch with figures that stands at two places of a text."""
    settings = reading.once(Settings)
    for copy in _copies(reading):
        made = _judged(reading, settings, copy)
        if made is not None:
            yield made


def _copies(reading: Reading) -> Iterator[_Copy]:
    """Runs of equal figures in two blocks, each later figure in one run only."""
    runs = [list(run) for run in _runs(reading)]
    seen: dict[tuple[object, ...], list[tuple[int, int]]] = {}
    for number, run in enumerate(runs):
        at = 0
        while at + _FEW_FIGURES <= len(run):
            key = _key(run[at]) + _key(run[at + 1])
            best = max(
                (_shared(runs[other][place:], run[at:]) for other, place in seen.get(key, ()) if other != number),
                key=lambda pair: len(pair[0]), default=None,
            )  # fmt: skip
            if best is not None and len(best[0]) >= _FEW_FIGURES:
                yield _Copy(*best)
                at += len(best[0])
            else:
                at += 1
        for place in range(len(run) - 1):
            known = seen.setdefault(_key(run[place]) + _key(run[place + 1]), [])
            known.append((number, place))
            del known[:-_REMEMBERED]


def _runs(reading: Reading) -> Iterator[list[Figure]]:
    """The readable figures of each paragraph or item."""
    run: list[Figure] = []
    for figure in reading.figures:
        if not figure.is_readable or reading.block_of(figure).kind is BlockKind.CELL:
            continue
        if run and run[-1].block != figure.block:
            yield run
            run = []
        run.append(figure)
    if run:
        yield run


def _key(figure: Figure) -> tuple[Measure, str, Fraction]:
    return figure.measure, figure.unit, figure.known


def _shared(first: list[Figure], second: list[Figure]) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    length = 0
    for one, other in zip(first[:40], second[:40], strict=False):
        if _key(one) != _key(other):
            break
        length += 1
    return tuple(first[:length]), tuple(second[:length])


def _judged(reading: Reading, settings: Settings, copy: _Copy) -> Claim | None:
    """What two equal stretches say: one activity counted twice, or one told again where that is no mistake."""
    spans = [_stretch(reading, figures) for figures in (copy.earlier, copy.later)]
    texts = [reading.source.plain[start:end] for start, end in spans]
    alike = _alike(*texts)
    is_long = len(copy.later) >= _FIGURES
    if alike < (_ALIKE if is_long else _ALIKE_FEW) or (not is_long and min(map(len, texts)) < _LONG):
        return None
    first, second = (settings.of(reading.sentences[figures[0].sentence]) for figures in (copy.earlier, copy.later))
    if first.times and second.times and first.times != second.times:
        return None
    if all(figure.known < 2 for figure in copy.later):
        return None
    verdict = AuditVerdict.HOLDS
    is_deed = all(_DEED.search(text) for text in texts) and not any(map(_SAID_AGAIN.search, texts))
    is_quoted = any(_QUOTE.search(reading.source.plain, max(0, start - 3), start + 1) for start, _ in spans)
    if is_deed and not is_quoted and not (first.is_summary or second.is_summary):
        verdict = _verdict(first, second, texts, alike, is_long)
    return _claim(reading, copy, spans[1], verdict)


def _verdict(first: Setting, second: Setting, texts: list[str], alike: Fraction, is_long: bool) -> AuditVerdict:
    """What two equal stretches about deeds are: one deed told by two, told in two sections, or told twice by one."""
    owners = {first.organisation, second.organisation}
    if first.places != second.places:
        if not is_long or alike < 1 or min(map(len, texts)) < _LONG or not (first.places and second.places):
            return AuditVerdict.HOLDS
        return AuditVerdict.LIKELY if "" in owners else AuditVerdict.CONTRADICTION
    if len(owners) == 2 and (is_long or "" not in owners):
        is_joint = any(_JOINT.search(text) and organisations_in(text) & owners for text in texts)
        return AuditVerdict.LIKELY if is_joint else AuditVerdict.CONTRADICTION
    is_elsewhere = first.section != second.section and is_long and alike == 1
    return AuditVerdict.LIKELY if is_elsewhere else AuditVerdict.HOLDS


def _stretch(reading: Reading, figures: tuple[Figure, ...]) -> tuple[int, int]:
    """The text of a run of figures: from the clause of the first to the end of the clause of the last."""
    plain, block = reading.source.plain, reading.source.blocks[figures[0].block]
    start = max(block.start, figures[0].start - 160)
    for end in _CLAUSE_END.finditer(plain, start, figures[0].start):
        start = end.end()
    last = figures[-1]
    stop = _CLAUSE_END.search(plain, last.end, min(block.end, last.end + 160))
    return start, stop.start() if stop else min(block.end, last.end + 160)


def _alike(first: str, second: str) -> Fraction:
    """How many of the words of the longer text the shorter one has too."""
    one, other = (Counter(_WORD.findall(text[:_LONGEST])) for text in (first, second))
    longest = max(one.total(), other.total())
    return Fraction((one & other).total(), longest) if longest else Fraction(0)


def _claim(reading: Reading, copy: _Copy, span: tuple[int, int], verdict: AuditVerdict) -> Claim:
    lines = [reading.source.line_of(figures[0].start) for figures in (copy.earlier, copy.later)]
    told = ", ".join(figure.text for figure in copy.later[:6])
    if verdict is AuditVerdict.HOLDS:
        vi = f"Các số ở dòng {lines[1]} đã nêu ở dòng {lines[0]} và khớp nhau."
        en = f"The figures of line {lines[1]} are those of line {lines[0]}."
    else:
        vi = (
            f"Dòng {lines[0]} và dòng {lines[1]} kể cùng một hoạt động với cùng số liệu; đề nghị làm rõ đơn vị nào "
            f"thực hiện và chỉ tính một lần khi tổng hợp."
        )
        en = (
            f"Lines {lines[0]} and {lines[1]} tell the same activity with the same figures; say whose it is and count "
            f"it once."
        )
    return Claim(
        FindingKind.DUPLICATE, verdict, copy.later[0], (*copy.later[1:], *copy.earlier),
        f"dòng {lines[0]} = dòng {lines[1]}: {told}", "", vi, en, start=span[0], end=span[1],
    )  # fmt: skip
