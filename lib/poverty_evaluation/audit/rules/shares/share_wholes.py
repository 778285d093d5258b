"""Mẫu số trong phạm vi: the figures of a text that may be the whole, plan or earlier level a per cent is of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.lexicon import words
from poverty_evaluation.audit.rules.shares.bases import Role, is_changed_by, is_past, is_planned, is_target, lead_of
from poverty_evaluation.audit.rules.shares.said_shares import SaidShare, comparable

_MOST = 16  # wholes tried for one per cent
_LONGEST_LEAD = 90
_BACK = 6  # sentences, items and paragraphs looked at before it
_FARTHEST = 40  # figures of one sentence looked at
_LEVELS = re.compile(
    r"(?<!\w)(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|thôn|bản|ấp|khu phố|tổ dân phố|cả nước|toàn "
    r"quốc)(?!\w)"
)
_EMPTY = words(
    """
    số tổng toàn các của trên địa bàn trong cả những này đó hiện có nay đang được giao mọi chung năm kỳ ở tại và
    thuộc lượng
    """
)
#: Words behind what is counted that pick some of it, the class of a household or person: "5.120 hộ cận nghèo" is not
#: "số hộ".
_CLASSES = re.compile(
    r"(?<!\w)(?:nghèo|cận nghèo|mới thoát|thoát nghèo|tái nghèo|khá|giỏi|nữ|nam|dân tộc|thiểu số|dtts|trẻ|cao "
    r"tuổi|khuyết tật|"
    r"có công|chính sách|đạt chuẩn|vi phạm|mới|đảng viên|tham gia|được hỗ trợ|đăng ký|vay|thất nghiệp)(?!\w)"
)
#: Words of a base that pick nothing: "tổng số hộ dân cư trên địa bàn".
_GENERAL = words(
    "dân cư gia đình toàn khu vực dưới nêu nói thực hiện đối tượng khoảng tất đơn vị phát sinh ngành trường"
)
_OF_MONEY = words("vốn tiền kinh phí nguồn khoản đồng")
_NAMED_PLACE = re.compile(_LEVELS.pattern + r"(?:\s+[^\W\d_]+){0,3}")
_POPULATION = re.compile(
    r"(?<!\w)(?:dân số|nhân lực|nhân sự|quân số|biên chế|số dân|nhân khẩu|số khẩu|tổng số khẩu|người dân)(?!\w)"
)
_PEOPLE = frozenset({"người", "nhân khẩu", "khẩu", "dân"})
_OF_TOTAL = re.compile(
    r"(?<!\w)(?:trên|trong|so với|của)\s+(?:tổng(?:\s+số)?|số|toàn bộ)(?:\s+\w+){0,2}\s*$|(?<!\w)trên\s*$"
)
#: "Tổng số …", and behind a share also "Hiện toàn huyện có 28.800 hộ".
_TOTALS = re.compile(
    r"\s*(?:tổng|tổng cộng|cộng|(?:(?:hiện nay|hiện|được biết|theo thống kê|đến nay),?\s+)?(?:toàn|cả)\s+"
    r"(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|thôn|bản|trường|khu|vùng|nước)"
    r"(?:\s+[^\W\d_]+){0,3}\s+có)(?!\w)"
)
_TOTAL_BEHIND = re.compile(r"[;,]\s*(?:\w+\s+)?tổng(?:\s+\w+){0,4}\s*:?\s*$")
_OPENS = re.compile(r":\s*$|(?<!\w)(?:trong đó|gồm|bao gồm|cụ thể|chia ra|chia theo|như sau|trong số)(?!\w)")


@dataclass(frozen=True, slots=True)
class Whole:
    """A figure that may be what a per cent is of. tier: 0 the words say it, 1 same sentence, 2 sentence before or the
    line above a list, 3 farther. is_named: the words behind the per cent name it."""

    figure: Figure
    tier: int
    is_named: bool = False


def wholes_of(reading: Reading, share: SaidShare) -> list[Whole]:
    """The possible wholes of a share, the likeliest first."""
    if share.whole is not None and share.is_fixed:
        return [Whole(share.whole, 0)]
    if share.role in (Role.PLAN, Role.ABOVE, Role.BELOW):
        return list(islice(_told(reading, share, is_planned_for), _MOST))
    if share.role is Role.INDEX:
        return list(islice(_told(reading, share, is_past), _MOST))
    planned = list(islice(_told(reading, share, is_planned_for), 2)) if _may_be_of_plan(share) else []
    here = [one for one in planned if one.figure.sentence == share.part.sentence]
    if here:
        return here
    return list(islice(_each_once(_parts_of(reading, share)), _MOST))


def _each_once(wholes: Iterator[Whole]) -> Iterator[Whole]:
    """Wholes of different values, the nearest of each."""
    seen: set[tuple[Fraction, bool]] = set()
    for whole in wholes:
        key = (whole.figure.known, whole.is_named)
        if key not in seen:
            seen.add(key)
            yield whole


def is_planned_for(figure: Figure, reading: Reading) -> bool:
    return is_target(figure) or is_planned(figure, reading)


def _may_be_of_plan(share: SaidShare) -> bool:
    return not share.base.words and share.base.verb in (
        "đạt",
        "bằng",
        "hoàn thành",
        "thực hiện",
        "tỷ lệ",
        "tỉ lệ",
        "mới được",
    )


def _told(reading: Reading, share: SaidShare, is_told: Callable[[Figure, Reading], bool]) -> Iterator[Whole]:
    """Figures of the same kind that are told as a plan, or of an earlier time, in the sentence and around it."""
    part = share.part
    for tier, figure in _around(reading, share):
        fits = comparable(part, figure) or (is_target(figure) and part.measure is figure.measure is Measure.COUNT)
        if fits and figure.index != part.fraction and is_told(figure, reading) and not is_changed_by(figure):
            yield Whole(figure, tier, tier < 3)


def _parts_of(reading: Reading, share: SaidShare) -> Iterator[Whole]:
    part, words = share.part, share.base.words
    if share.whole is not None:
        yield Whole(share.whole, 0, _is_named(reading, share.whole, words))
    for tier, figure in _around(reading, share):
        if figure is share.whole or not figure.is_readable or figure.is_range:
            continue
        if not comparable(part, figure) and not _is_counted_base(reading, share, figure):
            continue
        if figure.known < part.known or is_changed_by(figure) or figure.is_denominator or figure.known == 0:
            continue
        if figure.start > share.percent.start:
            behind = _told_behind(reading, figure, tier, words)
            if behind is not None:
                yield behind
            continue
        yield Whole(figure, tier, _is_named(reading, figure, words))


def _is_counted_base(reading: Reading, share: SaidShare, figure: Figure) -> bool:
    """Whether the words name another thing that was counted: "1.104 người hài lòng, chiếm 60% số phiếu thu về"."""
    words, part = share.base.words.split(), share.part
    if part.measure is not Measure.COUNT or figure.measure is not Measure.COUNT or part.per or figure.per:
        return False
    if not figure.unit or figure.unit not in share.base.words or not part.unit or part.unit in share.base.words:
        return False
    return len(words) > 2 and figure.end < part.start and _is_named(reading, figure, share.base.words)


def _told_behind(reading: Reading, figure: Figure, tier: int, words: str) -> Whole | None:
    """A whole that is told after its share: "… trên tổng số 9.654 hộ", "; tổng dư nợ 500 tỷ đồng", "Tổng số …". Any
    other figure of the sentence may be it too, if it gives the share."""
    lead = lead_of(reading, figure)
    if tier == 1 and _OF_TOTAL.search(lead):
        return Whole(figure, 0, True)
    if tier == 1 and words and lead.rpartition(";")[2].strip().startswith(words):
        return Whole(figure, tier, True)
    starts_so = tier == 2 and _TOTALS.match(reading.source.plain, reading.sentences[figure.sentence].start)
    if starts_so or (tier == 1 and _TOTAL_BEHIND.search(lead)):
        return Whole(figure, tier, _is_named(reading, figure, words))
    return Whole(figure, 3) if tier == 1 else None


def _around(reading: Reading, share: SaidShare) -> Iterator[tuple[int, Figure]]:
    """The figures of the sentence, of those before and behind it and of the lines above, with how far they are."""
    percent, part = share.percent, share.part
    own = reading.sentences[percent.sentence]
    for index in _near(own, percent.index):
        if index not in (percent.index, part.index):
            yield 1, reading.figures[index]
    if part.sentence != own.index:
        for index in reading.sentences[part.sentence].figures[:_FARTHEST]:
            if index != part.index:
                yield 1, reading.figures[index]
    siblings = reading.sentences_of_blocks[own.block]
    place = own.index - siblings[0].index
    for distance, sentence in enumerate(reversed(siblings[max(0, place - _BACK) : place])):
        for index in reversed(sentence.figures[:_FARTHEST]):
            yield (2 if distance < 2 else 3), reading.figures[index]
    if place + 1 < len(siblings):
        for index in siblings[place + 1].figures[:4]:
            yield 2, reading.figures[index]
    yield from _above(reading, own)


def _near(sentence: Sentence, index: int) -> list[int]:
    """The figures of a sentence, those in front of one of them first, the nearest first."""
    indices = sentence.figures
    at = index - indices[0]
    return [*reversed(indices[max(0, at - _FARTHEST) : at]), *indices[at + 1 : at + 5]]


def _above(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, Figure]]:
    """The figures of the line that introduces a list, of the items before and of the paragraph before."""
    blocks = reading.source.blocks
    own = blocks[sentence.block]
    if own.kind is BlockKind.CELL:
        return
    at, parent = sentence.block, own.parent
    for distance in range(3):
        if parent is None or blocks[parent].kind is BlockKind.CELL:
            break
        for line in reversed(reading.sentences_of_blocks.get(parent, [])[-3:]):
            for index in line.figures[:_FARTHEST]:
                yield (2 if distance == 0 else 3), reading.figures[index]
        parent = blocks[parent].parent
    for block in range(at - 1, max(-1, at - 1 - _BACK), -1):
        if blocks[block].kind in (BlockKind.CELL, BlockKind.HEADING):
            break
        is_sibling = blocks[block].parent == own.parent and blocks[block].kind is own.kind is BlockKind.ITEM
        for line in reversed(reading.sentences_of_blocks.get(block, [])[-2:]):
            for index in line.figures[:_FARTHEST]:
                yield (2 if is_sibling else 3), reading.figures[index]


def _is_named(reading: Reading, whole: Figure, words: str) -> bool:
    """Whether the words behind a per cent name this figure: "số hộ toàn huyện" and "huyện có 9.654 hộ"."""
    content = [word for word in words.split() if word not in _EMPTY]
    if not content:
        return False
    start = max(reading.sentences[whole.sentence].start, whole.start - _LONGEST_LEAD)
    lead = reading.source.plain[start : whole.start]
    own = f"{lead} {' '.join(whole.noun[:5])}"
    levels, theirs = set(_LEVELS.findall(words)), set(_LEVELS.findall(own))
    if levels and theirs and not levels & theirs:
        return False
    if _CLASSES.search(" ".join(whole.noun[:4])) and not _CLASSES.search(words):
        return False
    if _CLASSES.search(words) and not _CLASSES.search(own):
        return False
    if _POPULATION.search(words) and whole.unit in _PEOPLE and not _CLASSES.search(own):
        return True
    known = set(own.split()) | _GENERAL | _words_of_places(words)
    if whole.measure is Measure.MONEY:
        known |= _OF_MONEY
    return all(word in known for word in content)


def _words_of_places(words: str) -> set[str]:
    """The names of places in the words behind a per cent: "số hộ toàn xã Tân Lập"."""
    return {word for match in _NAMED_PLACE.finditer(words) for word in match[0].split()}


def introduces(reading: Reading, whole: Figure, part: Figure) -> bool:
    """Whether the text goes from the whole to its parts between two figures: a colon, "trong đó", "gồm"."""
    if whole.start > part.start:
        return False
    return _OPENS.search(reading.source.plain[whole.end : min(part.start, whole.end + 160)]) is not None
