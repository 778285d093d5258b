"""Cùng một nội dung: whether two levels and a change are said of the same thing, and so how sure their relation is."""

from __future__ import annotations

import re
from dataclasses import replace

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Measure
from poverty_evaluation.audit.findings import Certainty
from poverty_evaluation.audit.rules.changes.around import Context, Pair, comparable
from poverty_evaluation.audit.rules.changes.change_words import words
from poverty_evaluation.audit.rules.changes.levels import Role, Told
from poverty_evaluation.audit.rules.times import Side

_PARTS = re.compile(r"(?<!\w)(?:trong đó|cụ thể|bao gồm|chia ra|trong số (?:này|đó))(?!\w)")


def kept(context: Context, change: Told, pair: Pair) -> Pair | None:
    """The pair, less sure where the change speaks of something else or of another time."""
    if not comparable(pair.before.figure, pair.after.figure):
        return None
    first = min(pair.before, pair.after, key=lambda told: told.figure.start)
    if change.breakdown or (first.figure.start < change.figure.start and _PARTS.search(context.text(first, change))):
        return Pair(pair.before, pair.after, Certainty.GUESSED)
    opening = pair.before.time
    if opening is not None and opening.side is Side.PAST and "đầu" in opening.words and pair.after.role is not Role.END:
        closing = context.topic(pair.after)
        if closing is None or closing.side is Side.PAST:
            return Pair(pair.before, pair.after, Certainty.GUESSED)
    blocks = {pair.before.figure.block, pair.after.figure.block}
    is_apart = any(
        context.reading.source.blocks[one].kind is BlockKind.PARAGRAPH for one in blocks - {change.figure.block}
    )
    said = change.reference.year if change.reference is not None else None
    before_year = context.topic(pair.before)
    is_named = said is not None and before_year is not None and before_year.last_year == said
    if is_apart and not change.restated and not is_named:
        pair = replace(pair, certainty=min(pair.certainty, Certainty.IMPLIED))
    year, reference = context.topic(pair.before), change.reference
    if reference is not None and reference.year and year is not None and year.year and year.last_year != reference.year:
        return Pair(pair.before, pair.after, Certainty.GUESSED)
    if _is_of_other_size(change, pair) or not _speaks_of(context, change, pair):
        return Pair(pair.before, pair.after, Certainty.GUESSED)
    return pair


def _is_of_other_size(change: Told, pair: Pair) -> bool:
    """Whether the levels lie so far apart that the change cannot be theirs: less than a half, or than the larger."""
    low, high = sorted((abs(pair.before.figure.known), abs(pair.after.figure.known)))
    is_share = change.figure.measure is Measure.PERCENT and change.role is Role.CHANGE
    if is_share and change.figure.measure is not pair.after.figure.measure:
        return 2 * abs(change.figure.known) < 1 and high > 5 * low
    is_said = pair.before.role is Role.START or pair.before.bracketed
    return change.role is Role.CHANGE and not is_said and high > 5 * low and 2 * abs(change.figure.known) < high


_SUMS_UP = re.compile(r"(?<!\w)(?:nghĩa là|tức|như vậy|như thế|tính ra|so sánh|vậy là)(?!\w)")
_OWN_WORDS = re.compile(r"[^\W\d_]{2,}")
_GENERIC = words(
    "phần lớn "
    "như vậy thế so sánh thấy đối chiếu kéo suy nghĩa là tức tính ra mức số tốc độ tỷ lệ tỉ con kết quả tương ứng "
    "đương hay và đã có so với cùng kỳ năm trước trong chỉ cả được bằng mà thì nên làm cho tăng giảm hơn khiến "
    "đều cũng này đó tổng chung bình quân mỗi trung lượng vẫn tới lên xuống chênh lệch hàng hằng của các những "
    "toàn tỉnh huyện xã thành phố phường tháng quý tuần nhiều ít cao thấp thêm bớt thực tế gần khoảng trên đạt "
    "ước riêng bao sau qua kể từ đến nay hiện người hộ nghèo"
)


_VERB = re.compile(r"(?<!\w)(?:tăng|giảm|cao|thấp|nhiều|ít|lớn|bằng|gấp|đạt|chênh|sụt|hạ)(?!\w)")


def _speaks_of(context: Context, change: Told, pair: Pair) -> bool:
    """Whether the words in front of the verb of change name nothing that the levels' sentences do not."""
    clause = re.split(r"[,;:.()]", change.gap)
    said = clause[-1] if clause else ""
    verbs = list(_VERB.finditer(said))
    verb = verbs[-1] if verbs else None
    own = set(_OWN_WORDS.findall(said[: verb.start()] if verb else "")) - _GENERIC
    if (
        len(clause) == 1
        and verb
        and context.reading.figures[change.figure.index - 1].sentence == change.figure.sentence
    ):
        own -= set(_OWN_WORDS.findall(said[:30]))
    is_behind = min(pair.before.figure.start, pair.after.figure.start) > change.figure.start
    if not own or is_behind or (_SUMS_UP.search(said) and change.figure.measure is not Measure.PERCENT):
        return True
    first, last = sorted((pair.before.figure, pair.after.figure), key=lambda figure: figure.start)
    start = max(context.reading.sentences[first.sentence].start, first.start - 200)
    plain = context.reading.source.plain
    around = set(_OWN_WORDS.findall(plain[start : change.figure.start - len(said)]))
    around |= set(_OWN_WORDS.findall(plain[change.figure.end : last.end + 40]))
    return bool(own & around)


#: Words that tell two groups of one thing apart.
_CONTRASTS = words("cận nữ nam tái nội quốc ngoại")


def differ(first: Told, last: Told) -> bool:
    """Whether two levels are said of different things: each has said of its own beside those they share."""
    own, other = first.subject - last.subject, last.subject - first.subject
    if other & _CONTRASTS or (own & _CONTRASTS and other):
        return True
    things = [_AMOUNT_OF.findall(told.gap)[-1:] for told in (first, last)]
    if all(things) and things[0] != things[1] and not {*things[0], *things[1]} & _GENERIC:
        return True
    heads, others = _followed(first.gap), _followed(last.gap)
    return any(heads[word] != others[word] for word in heads.keys() & others.keys())


#: "sản lượng muối", "sản lượng thuỷ sản": what the amount is of.
_AMOUNT_OF = re.compile(r"(?<!\w)(?:sản|khối|số|trữ) lượng ([^\W\d_]{2,})")
_MARK = re.compile(r"[,;:.()]")
_FOLLOWED = re.compile(r"(?=(?<!\w)([^\W\d_]{2,}) ([^\W\d_]{2,}))")


def _followed(gap: str) -> dict[str, str]:
    """The word behind each word that names something: "diện tích lúa" has lúa behind tích."""
    clause = _MARK.split(gap)[-1]
    return {one: other for one, other in _FOLLOWED.findall(clause) if not {one, other} & _GENERIC}
