"""Bằng chữ: the amount in words that "Bằng chữ:" announces, held against the figure it stands behind or in front of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.number_words import NUMBER_WORDS, run_at
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.findings import AuditVerdict, Certainty, Claim
from poverty_evaluation.audit.rules.writing.word_claims import nearest, unreadable_words, words_claim

FRAME = re.compile(
    r"(?<!\w)(?:(?:số tiền |tổng số tiền )?(?:viết |ghi |đọc )?bằng chữ)(?!\w)"
    r"[\s*_)]{0,4}(?:là)?[\s*_]{0,3}[:\-]?[\s*_(|\"]{0,6}"
)
_CONTENT_END = re.compile(r"[.;()\n|…]")
_TOTAL = re.compile(r"(?:tổng|cộng|số tiền|kinh phí|giá trị|mức)")
_WINDOW, _MANY = 500, 12


def framed_words(reading: Reading, done: set[int]) -> Iterator[Claim]:
    """What stands behind each "Bằng chữ:" that is no bracket right behind its figure (those are `done`)."""
    starts = [figure.start for figure in reading.figures]
    plain = reading.source.plain
    for frame in FRAME.finditer(plain) if "bằng chữ" in plain else ():
        if frame.start() in done:
            continue
        made = _framed(reading, frame, starts)
        if made is not None:
            yield made


def _framed(reading: Reading, frame: re.Match[str], starts: list[int]) -> Claim | None:
    plain, at = reading.source.plain, frame.end()
    limit = min(len(plain), at + 500)
    run, run_end = run_at(plain, at, limit)
    if re.match(r"không(?! đồng)", run):  # "bằng số và bằng chữ không khớp": a phrase about the words
        run, run_end = "", at
    stop = _CONTENT_END.search(plain, max(at, run_end), limit)
    end = stop.start() if stop else limit
    rest = plain[run_end if run else at : end]
    candidates = _candidates(reading, frame.start(), end, starts)
    quoted = " ".join(reading.source.text[at:end].split()).strip('*_ ."|')
    if not run or _is_misspelt(rest):
        figure = candidates[-1] if candidates else None
        return unreadable_words(figure, quoted, at, end) if _is_meant(plain[at:end]) else None
    if not candidates:
        return None
    return _judged(reading, frame, run, quoted, candidates, (at, end))


def _is_misspelt(rest: str) -> bool:
    """Whether a word that is none of a number stands between words of the number: "hai mươi hao triệu"."""
    words = re.findall(r"[^\W\d_]+", rest)[:4]
    return len(words) >= 2 and words[0] not in NUMBER_WORDS | {"đồng", "việt", "chẵn"} and words[1] in NUMBER_WORDS


def _is_meant(content: str) -> bool:
    words = re.findall(r"[^\W\d_]+", content)
    known = sum(word in NUMBER_WORDS or word in ("đồng", "chẵn") for word in words)
    return 2 <= len(words) <= 40 and known * 2 >= len(words) and sum(word in NUMBER_WORDS for word in words) >= 2


def _candidates(reading: Reading, start: int, end: int, starts: list[int]) -> list[Figure]:
    """The figures the words may repeat, the likeliest last: those just before, else the first just behind."""
    at = bisect_left(starts, start)
    block = reading.figures[at - 1].block if at else None
    near = [
        figure for figure in reading.figures[max(0, at - _MANY) : at]
        if figure.value is not None and start - figure.end <= _WINDOW and not figure.is_range
        and figure.measure in (Measure.MONEY, Measure.COUNT, Measure.PERCENT, Measure.AREA, Measure.WEIGHT)
    ]  # fmt: skip
    money = [figure for figure in near if figure.measure is Measure.MONEY]
    if money and block is not None:
        near = [*(figure for figure in near if figure.measure is not Measure.MONEY), *money]
    behind = reading.figures[at : at + 1]
    if behind and behind[0].value is not None and 0 <= behind[0].start - end <= 40:
        said_so = "bằng số" in reading.source.plain[end : behind[0].start] or not near
        return [*near, behind[0]] if said_so else [behind[0], *near]
    return near


def _judged(
    reading: Reading, frame: re.Match[str], run: str, quoted: str, candidates: list[Figure], span: tuple[int, int]
) -> Claim | None:
    nearby = candidates[-1]
    is_adjacent = _is_adjacent(reading, nearby, frame.start())
    for figure in (nearby,) if is_adjacent else reversed(candidates):
        made = _said(reading, figure, run, quoted, frame, span)
        if made is not None and made.verdict is AuditVerdict.HOLDS:
            return made
    totals = [figure for figure in candidates if _TOTAL.search(figure.label)]
    figure = nearby if is_adjacent or not totals else totals[-1]
    if nearest(run, figure) is None:
        return unreadable_words(figure, quoted, min(figure.start, frame.start()), span[1])
    says_money = "đồng" in reading.source.plain[span[0] : span[1]]
    if figure.measure is not Measure.MONEY and says_money and (figure.unit or figure.decimals):
        return None
    is_sure = is_adjacent or len(candidates) == 1 or figure in totals
    return _said(reading, figure, run, quoted, frame, span, Certainty.SAID if is_sure else Certainty.IMPLIED)


def _said(
    reading: Reading, figure: Figure, run: str, quoted: str, frame: re.Match[str], span: tuple[int, int],
    certainty: Certainty = Certainty.SAID,
) -> Claim | None:  # fmt: skip
    """The claim that the words say this figure, in whatever a table without units may count in."""
    value = nearest(run, figure)
    if value is None:
        return None
    scaled = min((value / size for size in _sizes(reading, figure)), key=lambda one: abs(one - figure.known))
    start, end = min(figure.start, frame.start()), max(figure.end, span[1])
    return words_claim(figure, scaled, quoted, start, end, certainty)


def _sizes(reading: Reading, figure: Figure) -> tuple[int, ...]:
    """What a figure of a table without its unit may be counted in."""
    is_bare = reading.block_of(figure).kind is BlockKind.CELL and figure.measure is Measure.COUNT
    return (1, 1000, 10**6) if is_bare else (1,)


def _is_adjacent(reading: Reading, figure: Figure, at: int) -> bool:
    """Whether only punctuation and a few words stand between the figure and the words."""
    between = reading.source.plain[figure.end : at] if figure.end <= at else ""
    return figure.end <= at and len(between) <= 20 and not re.search(r"[\d\n.]", between)
