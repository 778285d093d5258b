"""Con số về việc gì: what a figure counts, of whom, where, when, in which state; whether two are of one fact."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Figure, Measure, Notation
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.rules.facts.settings import Setting, Settings
from poverty_evaluation.audit.rules.facts.telling_words import LEVEL, WORD, joined, names_of, telling

_CLAUSE_END = re.compile(r"[,;:()\[\]]|\s-\s|\s\+\s")
#: Behind a figure these words begin what follows from it, no longer what it is about.
_ENDS = re.compile(
    r"(?<!\w)(?:này|đó|kia|đều|có|là|chiếm|sẽ|đã|đang|vẫn|cũng|nhằm|để|do|nên|góp phần|giúp|tạo|bảo đảm"
    r"|đảm bảo|đáp ứng|khiến|làm cho"
    r"|so với|theo|vì|nhờ|tuy nhiên|trong khi)(?!\w)"
)
_LONGEST_STRETCH = 240
_MOST_FIGURES = 60
#: Who says it, in front of what is said.
_SAYING = re.compile(
    r"^.{0,120}?(?<!\w)(?:cho biết|cho hay|chia sẻ|khẳng định|nhấn mạnh|thông tin|phát biểu|chúc mừng|nói)(?!\w)"
)
_STATES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?<!\w)(?:{words})(?!\w)"))
    for name, words in (
        ("plan", r"kế hoạch|chỉ tiêu giao|dự toán|mục tiêu|phấn đấu|đăng ký|được giao|dự kiến|đề ra|cần|nhu cầu"
                 r"|phải(?! (?:nhập viện|cấp cứu|điều trị|di dời|sơ tán|nghỉ|bỏ|đóng))"
                 r"|tối đa|tối thiểu|mong muốn|đề nghị|đề xuất|định mức|quy định|(?<!đạt )yêu cầu"),
        ("opening", r"đầu (?:năm|kỳ|tháng|quý|nhiệm kỳ|vụ)|kỳ trước|tồn|ban đầu"),
        ("closing", r"cuối (?:năm|kỳ|tháng|quý|nhiệm kỳ|vụ)"),
        ("cumulative", r"luỹ kế|lũy kế|cộng dồn|từ đầu|từ trước|từ khi"),
        ("previous", r"cùng kỳ|năm trước|năm ngoái|trước đó|so với|trước đây|kỳ kế tiếp|lúc đầu|tháng trước"
                     r"|quý trước|tuần trước"),
        ("part", r"trong đó|trong số|riêng|bao gồm|gồm|cụ thể|như(?! vậy)|chủ yếu|phần còn lại|còn lại|số còn lại"),
        ("change", r"tăng|giảm(?! nghèo)|thêm|bổ sung|vượt(?! khó| qua)|hụt|thiếu|chênh"
                   r"|nhiều hơn|ít hơn|cao hơn|thấp hơn|nâng"),
        ("corrected", r"không phải|đính chính|điều chỉnh|nhầm|thay vì|sửa thành|sau khi|cập nhật"),
        ("average", r"mỗi|từng|cao nhất|thấp nhất|nhiều nhất|ít nhất|lớn nhất"
                    r"|nhỏ nhất|ngày cao điểm|đông nhất"),
        ("mean", r"bình quân|trung bình"),
        ("more", r"nữa|khác|tiếp theo|lần lượt|đợt|lượt đầu|bước"),
        ("none", r"chưa|không"),
    )
)  # fmt: skip
#: Most figures stand in none of them: one look tells.
_ANY_STATE = re.compile("|".join(pattern.pattern for _, pattern in _STATES))
#: "Trong số 168 ca mắc …": the figure is the whole of which something follows.
_SOURCE = re.compile(r"\s*(?:tin từ|theo|ông|bà|đồng chí|phát biểu|trao đổi)(?!\w)")
_OF_WHOLE = re.compile(r"(?<!\w)trong (?:tổng )?số (?=‹)|(?<!\w)trong (?:tổng )?số  ‹")
#: In these states a figure is never held against another place of the text.
_OPEN_STATES = frozenset({"part", "previous", "corrected", "average", "more", "change"})


class Sameness(IntEnum):
    """How surely two figures tell one fact."""

    DIFFERENT = 0
    LIKELY = 1
    SURE = 2


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure is about.

    words, ordered: those of its clause, without those that say nothing; modifiers: the words behind the head of what is
    counted; context: the words of its sentence and of those before it in its paragraph; names: words of those that are
    written with a capital within a sentence; in_front: the text before the clause; lead: its telling words; list_of:
    the block that introduces the list in which it stands; item_of: what the items of one list share; wholes: "toàn
    huyện" and such; bracket_of: for a figure in brackets the words of the clause that they explain, else None;
    times, state: those of its setting and states by which it is held against others.
    """

    figure: Figure
    words: frozenset[str]
    ordered: tuple[str, ...]
    modifiers: tuple[str, ...]
    levels: frozenset[str]
    context: frozenset[str]
    names: frozenset[str]
    setting: Setting
    states: frozenset[str]
    is_total: bool
    in_front: str
    list_of: int | None
    item_of: int | None
    wholes: frozenset[str]
    bracket_of: frozenset[str] | None
    times: frozenset[str]
    state: frozenset[str]

    @property
    def lead(self) -> frozenset[str]:
        return frozenset(telling(self.in_front))


class Subjects:
    """The subjects of the figures of a text's prose."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.settings = reading.once(Settings)
        self._contexts: dict[int, tuple[frozenset[str], ...]] = {}
        self._known: dict[int, Subject] = {}

    def of(self, figure: Figure) -> Subject:
        """What a figure is about, asked by several rules and made once."""
        if figure.index not in self._known:
            self._known[figure.index] = self._made(figure)
        return self._known[figure.index]

    def _made(self, figure: Figure) -> Subject:
        reading = self.reading
        sentence = reading.sentences[figure.sentence]
        plain = reading.source.plain
        before, behind = self._stretch(figure, sentence)
        told = figure.number_end if figure.measure is Measure.COUNT else figure.end
        clause = f"{_SAYING.sub('', figure.label)} {plain[told:behind]}"
        levels = frozenset(LEVEL.findall(clause))
        ordered = tuple(telling(clause))
        head = set(figure.unit.split())
        modifiers = tuple(telling(_WHOLE.sub(" ", " ".join(figure.noun[len(head) :][:3]))))
        around = plain[before : figure.start] + " ‹ " + plain[figure.number_end : behind]
        around = _OF_WHOLE.sub(" ", around)
        states = frozenset(
            name for name, pattern in (_STATES if _ANY_STATE.search(around) else ()) if pattern.search(around)
        )
        context, names, wholes = self._context(sentence)
        setting = self.settings.of(sentence)
        own = {
            one.key for one in self.settings.dates_of(sentence) if before <= one.start < behind and one.form != "clock"
        }
        if own:
            setting = replace(setting, times=frozenset(own), has_own_time=True)
        times = _times(setting, states)
        return Subject(
            figure, frozenset(ordered), ordered, modifiers, levels, context, names, setting, states,
            bool(re.search(r"(?<!\w)(?:tổng|toàn|cả)(?!\w)", around)), self._lead(sentence, figure),
            _list_of(reading, sentence.block), _item_of(reading, sentence.block),
            wholes, self._bracket_of(sentence, figure), times, _state(states, times),
        )  # fmt: skip

    def _bracket_of(self, sentence: Sentence, figure: Figure) -> frozenset[str] | None:
        """The telling words of the clause in front of the open bracket in which a figure stands."""
        start = max(sentence.start, figure.start - 400)
        text = self.reading.source.plain[start : figure.start]
        opening = text.rfind("(")
        if opening < 0 or ")" in text[opening:]:
            return None
        ends = [end.end() for end in _CLAUSE_END.finditer(text, 0, opening)]
        return frozenset(telling(text[ends[-1] if ends else 0 : opening]))

    def _lead(self, sentence: Sentence, figure: Figure) -> str:
        """The text of a sentence in front of the clause of a figure, where its words tell something."""
        start = max(sentence.start, figure.start - 300)
        text = self.reading.source.plain[start : figure.start]
        if _SOURCE.match(text):
            return ""
        ends = [end.start() for end in _CLAUSE_END.finditer(text)]
        return text[: ends[-1]] if ends else ""

    def _stretch(self, figure: Figure, sentence: Sentence) -> tuple[int, int]:
        """From the figure before to the end of the clause or the figure behind, all within the sentence."""
        reading, place = self.reading, figure.index
        before = sentence.start
        if place and reading.figures[place - 1].sentence == figure.sentence:
            before = reading.figures[place - 1].end
            passed = _CLAUSE_END.search(reading.source.plain, before, figure.start)
            before = passed.end() if passed else before
        behind = min(sentence.end, figure.end + _LONGEST_STRETCH)
        if place + 1 < len(reading.figures):
            behind = min(behind, max(figure.end, reading.figures[place + 1].start))
        for pattern in (_CLAUSE_END, _ENDS):
            end = pattern.search(reading.source.plain, figure.end, behind)
            behind = end.start() if end else behind
        return max(before, figure.start - _LONGEST_STRETCH), behind

    def _context(self, sentence: Sentence) -> tuple[frozenset[str], ...]:
        """The words of the sentence and of the two before it in its block, those that are names, and its wholes."""
        if sentence.index not in self._contexts:
            source, first = self.reading.source, sentence.index
            while first > max(0, sentence.index - 2) and self.reading.sentences[first - 1].block == sentence.block:
                first -= 1
            start = max(self.reading.sentences[first].start, sentence.start - 600)
            end = min(sentence.end, sentence.start + 900)
            plain = source.plain[start:end]
            words = frozenset((*WORD.findall(plain), *WORD.findall(joined(plain))))
            wholes = frozenset(_WHOLE.findall(source.plain, sentence.start, end))
            self._contexts[sentence.index] = words, frozenset(names_of(source.text[start:end])), wholes
        return self._contexts[sentence.index]


def _item_of(reading: Reading, block: int) -> int | None:
    """What the items of one list share: the block above them, −1 at the top; None for what is no item."""
    known = reading.source.blocks[block]
    if known.kind is not BlockKind.ITEM:
        return None
    return -1 if known.parent is None else known.parent


def _list_of(reading: Reading, block: int) -> int | None:
    """The item or paragraph that introduces the list in which a block stands."""
    parent = reading.source.blocks[block].parent
    return None if parent is None or reading.source.blocks[parent].kind is BlockKind.HEADING else parent


#: "toàn huyện", "cả trường": what a figure is told of as a whole.
_WHOLE = re.compile(r"(?<!\w)(?:toàn|cả) (?!bộ|thể|diện|quốc|hai|ba|năm)[^\W\d_]+(?: xã| phố)?")
_DERIVED = re.compile(r"(?:chiếm|tương ứng|tức|bằng|đạt(?! tỷ lệ)|hay|\(|$)")


def is_comparable(reading: Reading, figure: Figure) -> bool:
    """Whether a figure may be one of a fact told twice: a readable quantity of the prose that is no rate."""
    return (
        figure.is_readable
        and not (figure.is_range or figure.is_denominator)
        and figure.measure not in (Measure.DURATION, Measure.OTHER, Measure.POINTS)
        and figure.notation is not Notation.MALFORMED
        and (bool(figure.unit) or bool(figure.label))
        and len(reading.sentences[figure.sentence].figures) <= _MOST_FIGURES
        and not (figure.measure is Measure.PERCENT and _DERIVED.match(figure.label))
        and reading.block_of(figure).kind is not BlockKind.CELL
    )


def same_fact(first: Subject, second: Subject) -> Sameness:
    """How surely two figures of one text are of one fact, whatever their values."""
    one, other = first.figure, second.figure
    if one.sentence == other.sentence or not one.same_measure(other) or _unit(one) != _unit(other):
        return Sameness.DIFFERENT
    if first.state != second.state or first.states & _OPEN_STATES:
        return Sameness.DIFFERENT
    if _conflict(first, second) or not _match_words(first, second):
        return Sameness.DIFFERENT
    own, others = first.times, second.times
    if own and others and own != others:
        return Sameness.DIFFERENT
    return Sameness.SURE if bool(own) == bool(others) else Sameness.LIKELY


def is_echo(first: Subject, second: Subject) -> bool:
    """Whether a whole is told again near by, whatever is said of it: "toàn trường có 1.216 học sinh … của 1.216 học
    sinh toàn trường"."""
    return (
        bool(first.wholes & second.wholes)
        and first.modifiers == second.modifiers
        and first.states - {"none", "closing"} == second.states - {"none", "closing"}
        and not first.states & _OPEN_STATES
        and first.figure.sentence != second.figure.sentence
        and first.setting.times == second.setting.times
        and not _conflict(first, second)
    )


def _times(setting: Setting, states: frozenset[str]) -> frozenset[str]:
    """The times told, the end of a year as its last day."""
    times = setting.times
    return frozenset(f"{key}-12-31" if len(key) == 4 else key for key in times) if "closing" in states else times


def _state(states: frozenset[str], times: frozenset[str]) -> frozenset[str]:
    is_last_day = any(key.endswith("-12-31") for key in times)
    return states - ({"none", "closing"} if is_last_day else {"none"})


def _unit(figure: Figure) -> tuple[str, str]:
    return figure.unit, figure.per


def same_place_conflict(first: Subject, second: Subject) -> bool:
    """Whether the two are of different organisations or places."""
    a, b = first.setting, second.setting
    if a.organisation and b.organisation and a.organisation != b.organisation:
        return True
    return bool(a.places - b.places and b.places - a.places)


def _conflict(first: Subject, second: Subject) -> bool:
    """Whether the two are of different organisations, places, levels or occasions."""
    a, b = first.setting, second.setting
    if a.organisation and b.organisation and a.organisation != b.organisation:
        return True
    if first.levels and second.levels and not first.levels & second.levels:
        return True
    if a.places - b.places and b.places - a.places:
        return True
    if None not in (first.bracket_of, second.bracket_of) and first.bracket_of != second.bracket_of:
        return True  # "707 hộ nghèo (bổ sung 10 hộ) … 984 hộ cận nghèo (bổ sung 15 hộ)"
    if first.item_of is not None and first.item_of == second.item_of and first.figure.block != second.figure.block:
        return True
    if a.section != b.section or _stand_apart(first, second):
        is_told_again = a.is_summary != b.is_summary or (a.has_own_time and b.has_own_time)
        if not is_told_again and not shared_names(first, second):
            return True
    return len(first.lead - second.context) > 1 and len(second.lead - first.context) > 1


def _stand_apart(first: Subject, second: Subject) -> bool:
    """Whether the two are items of two lists, each under its own words."""
    return first.list_of is not None and second.list_of is not None and first.list_of != second.list_of


def _match_words(first: Subject, second: Subject) -> bool:
    """Whether what one clause says and the other does not stands in the other's sentence."""
    for subject, other in ((first, second), (second, first)):
        if not other.context.issuperset(subject.words):
            return False
        is_short = not other.modifiers and subject.figure.block == other.figure.block
        if not is_short and not other.words.issuperset(subject.modifiers):
            return False
    if _is_modified(first, second) or _is_modified(second, first):
        return False
    return bool(first.words & second.words)


def _is_modified(first: Subject, second: Subject) -> bool:
    """Whether a word parts two words of the first that stand side by side in the second: "hộ cận nghèo", "hộ nghèo"."""
    joined = set(pairwise(second.ordered))
    return any(
        word not in second.words and (before, after) in joined
        for before, word, after in zip(first.ordered, first.ordered[1:], first.ordered[2:], strict=False)
    )


def shared_names(first: Subject, second: Subject) -> frozenset[str]:
    """The words of names that one of the two clauses says and both contexts hold."""
    return (first.words | second.words) & (first.names | second.names) & first.context & second.context
