"""Tỷ lệ phần trăm của cái gì: how a text says what a per cent is of: a part, a plan, an earlier level, or no share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.lexicon import words as words_of


class Role(StrEnum):
    """What a per cent says."""

    PART = "part"  # chiếm 12%, (12%), tức 12%: of a whole
    PLAN = "plan"  # đạt 94% kế hoạch
    ABOVE = "above"  # vượt 3% kế hoạch
    BELOW = "below"  # thấp hơn kế hoạch 3%
    INDEX = "index"  # bằng 105% cùng kỳ
    CHANGE = "change"  # tăng 5%
    LEVEL = "level"  # tỷ lệ hộ nghèo là 12%: no part said with it
    OTHER = "other"  # interest, moisture, slope, tariff


@dataclass(frozen=True, slots=True)
class PercentBase:
    """What a per cent is said to be of. words: the words that name the base ("số hộ toàn huyện"), "" when there are
    none; verb: the word that ties it to what stands in front ("chiếm"), "" for an apposition or bracket. has_subject:
    whether its clause says itself what has the share ("…, nữ chiếm 45%"), which then is not the figure in front."""

    percent: Figure
    role: Role
    words: str
    verb: str
    has_subject: bool = False


PLAN_WORDS = re.compile(
    r"(?<!\w)(?:kế hoạch|kh|dự toán|chỉ tiêu|mục tiêu|nghị quyết|hạn mức|định mức giao|nhu cầu|khoán|đăng ký)(?!\w)"
)
#: Of an earlier time: what an index is of.
PAST_WORDS = re.compile(
    r"(?<!\w)(?:cùng (?:kỳ|thời điểm|quý|tháng|giai đoạn|thời gian)|(?:năm|tháng|quý|kỳ|tuần|vụ|nhiệm kỳ|mùa|"
    r"lễ) (?:trước|ngoái|trước đó)"
    r"|đầu (?:năm|kỳ|nhiệm kỳ|giai đoạn)|cuối năm|năm \d{4}|một năm trước|trước đó)(?!\w)"
)
_PLANNED = re.compile(PLAN_WORDS.pattern + r"|(?<!\w)(?:được giao|giao|phải thu|cần)(?!\w)")
#: "58 giếng thay vì 50 giếng như kế hoạch".
_INSTEAD = re.compile(r"(?<!\w)thay (?:vì|cho)(?: chỉ)?\s*$")
_DONE = re.compile(r"(?<!\w)(?:thực hiện|đạt|đã|được|kết quả|hoàn thành|có)(?!\w)")
_CHANGE = (
    r"tăng trưởng|tăng|giảm|sụt|nhích|vọt|chênh|cao hơn|thấp hơn|nhiều hơn|ít hơn|lớn hơn|nhỏ hơn|hơn|kém|thêm|"
    r"bớt|cắt giảm|rút ngắn|tiết kiệm|khấu trừ|mất"
)
_LEVEL = r"xuống còn|còn|xuống|lên|từ|đến|tới|ở mức|về"
_TIED = (
    r"chiếm|tương đương|tương ứng|ứng với|tức là|tức|hay là|hay|đạt|bằng|là|hoàn thành|thực hiện được|thực hiện|"
    r"giải ngân|"
    r"chỉ được|được|mới được|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|con số|có|với|đã|phủ|gồm|trong đó|riêng"
)
_KEY = re.compile(
    rf"(?<!\w)(?!(?:tăng (?:huyết|cường|gia|ca|nhãn|động)|giảm (?:nghèo|thiểu|đau)|thiếu (?:đất|vốn|nước|việc|"
    rf"nhà|hụt|nhi|niên|lao|tháng|máu|cân))(?!\w))(?:(?P<above>vượt)|(?P<below>hụt|chưa đạt|thiếu)|"
    rf"(?P<change>{_CHANGE})|(?P<level>{_LEVEL})|(?P<tied>{_TIED}))(?!\w)"
)
_OTHER = re.compile(
    r"(?<!\w)(?:lãi suất|lãi|thuế suất|thuế|độ ẩm|ẩm độ|nồng độ|độ dốc|xác suất|hàm lượng|hiệu suất|tỷ suất|tỉ "
    r"suất|mức đóng|"
    r"mức hưởng|hưởng|chiết khấu|phí|phạt|thù lao|độ mặn|độ tinh khiết|độ cồn|tỷ giá|lạm phát|cpi|giảm giá|hoa "
    r"hồng|mức hỗ trợ|"
    r"hỗ trợ|trợ cấp|đóng góp|công suất|sức chứa|dung tích|tổn thương|thương tật|mức phụ cấp|phụ cấp|pha|loại|"
    r"mức phủ|"
    r"cổ phần|vốn điều lệ|sở hữu)(?!\w)"
)
_JOINT = re.compile(r"\s*(?:/|của|so với|so|trên|trong|tính trên|đối với)(?!\w)\s*|\s*/\s*")
_WORDS_END = re.compile(
    r"[,;:().\[\]\n‹|]|\s-\s|(?<!\w)(?:được|đã|là|có|và|chiếm|đạt|tăng|giảm|trong đó|nhưng|còn|với|do|để|"
    r"cho|nên|mà|thì|bị|"
    r"vẫn|chưa|không|phải|nằm|theo|cao|thấp)(?!\w)"
)
_LAST_CLAUSE = re.compile(r"[;,(:]|\s-\s")
HEDGED = re.compile(
    r"(?:(?<!\w)(?:trên|"
    r"(?<!cao )(?<!thấp )(?<!nhiều )(?<!ít )(?<!lớn )(?<!nhỏ )hơn|gần|"
    r"khoảng|xấp xỉ|dưới|ước|chỉ|mới|tới|lên tới|lên đến|đến|đúng|ngót|trên dưới|"
    r"không quá|ít nhất|chưa đầy|không đầy|chưa đến|chưa tới)\s+){1,3}$"
)
#: What may stand between "tăng" and the figure by which something rises.
_STILL_CHANGE = re.compile(
    r"\s*(?:(?:thêm|được|gần|trên|khoảng|hơn|tới|là|ròng|mới|thực|bình quân|tương ứng|tương đương|đi|kế hoạch|"
    r"chỉ tiêu|dự toán|mỗi năm|tuyệt đối)\s*){0,4}(?:so với .{0,60})?"
)
#: "tỷ lệ hộ nghèo là": the rate of something, not the share of what was counted in front.
_RATE_OF = re.compile(r"(?<!\w)(?:tỷ|tỉ) (?:lệ|trọng)\s+(?!là|đạt|còn)\w+")
_LONGEST = 90
_WORD = re.compile(r"[^\W\d_]+")
#: "nghĩa là hàng lưu niệm chiếm tới 46%" says again what was counted.
_CONCLUDES = re.compile(r"\s*(?:nghĩa là|tức là|tức|đồng nghĩa|có nghĩa|như vậy|như thế|hay nói cách khác)(?!\w)")
#: "Như vậy, gian hàng nông sản chiếm 45%".
_CONCLUDED = re.compile(
    r"^\W*(?:như vậy|như thế|nghĩa là|tức là|có nghĩa là|đồng nghĩa|theo đó|tính ra)(?:\s+là)?\s*,[^,;:()]*$"
)
_POINTS_BACK = re.compile(r"(?<!\w)(?:này|đó|trên|ấy)\s*$")
#: Words in front of "đạt", "chiếm" that name nothing that has the share.
_NO_SUBJECT = words_of(
    """
    đã mới chỉ cũng vẫn đều và tức như vậy qua đó ước hiện nay đến kết quả tỷ tỉ lệ trọng thực hiện luỹ lũy kế
    tổng số sẽ được do đó nghĩa là khoảng hơn trên gần tương đương ứng so với kế hoạch dự toán chỉ tiêu giao năm
    cùng kỳ tháng quý giải ngân hoàn thành tiến độ đạt bằng chiếm mức có thì nếu tính chung bình quân cả theo
    một con nhỉnh vừa tròn cao
    nên mà còn ở trong tổng lên tới xấp xỉ cơ bản thành nghị quyết của tỉnh huyện xã hđnd ubnd đề ra được trung
    ương cấp trên phần
    """
)
TIMES = frozenset({"năm", "tháng", "ngày", "quý", "tuần", "vụ", "kỳ"})
_SPACES = re.compile(r"\s+")


def lead_of(reading: Reading, figure: Figure) -> str:
    """The plain text between the figure in front (or the begin of the sentence) and a figure, its end at most."""
    sentence = reading.sentences[figure.sentence]
    start = sentence.start
    if figure.index > 0 and reading.figures[figure.index - 1].sentence == figure.sentence:
        start = reading.figures[figure.index - 1].end
    return reading.source.plain[max(start, figure.start - _LONGEST) : figure.start]


def tail_of(reading: Reading, figure: Figure) -> str:
    """The plain text between a figure and the next (or the end of the sentence), its begin at most."""
    end = reading.sentences[figure.sentence].end
    if figure.index + 1 < len(reading.figures):
        end = min(end, max(figure.end, reading.figures[figure.index + 1].start))
    return reading.source.plain[figure.end : min(end, figure.end + _LONGEST)]


def base_words(reading: Reading, percent: Figure) -> str:
    """The words behind a per cent that name what it is of: "số hộ toàn huyện"."""
    tail = tail_of(reading, percent)
    joint = _JOINT.match(tail)
    at = joint.end() if joint else 0
    end = _WORDS_END.search(tail, at)
    words = _SPACES.sub(" ", tail[at : end.start() if end else len(tail)]).strip()
    return " ".join(words.split()[:9])


def base_of(reading: Reading, percent: Figure) -> PercentBase:
    """What a per cent is said to be of."""
    lead = lead_of(reading, percent)
    words = base_words(reading, percent)
    clauses = _LAST_CLAUSE.split(lead)
    clause = HEDGED.sub("", clauses[-1])
    key = _last_key(clause)
    verb = key[0] if key else ""
    if _OTHER.search(clause) and verb not in ("chiếm", "tương đương", "tương ứng"):
        return PercentBase(percent, Role.OTHER, words, verb)
    if key is None and clause.strip(" ="):
        return PercentBase(percent, Role.LEVEL, words, verb)
    own = clause[: key.start()] if key and len(clauses) > 1 and not _CONCLUDED.search(lead) else ""
    return PercentBase(percent, _role(clause, words, key), words, verb, _names_subject(own))


def _names_subject(words: str) -> bool:
    if _POINTS_BACK.search(words) or _CONCLUDES.match(words):
        return False
    return any(word not in _NO_SUBJECT for word in _WORD.findall(words))


def _last_key(text: str) -> re.Match[str] | None:
    found = None
    for match in _KEY.finditer(text):
        found = match
    return found


def _role(clause: str, words: str, key: re.Match[str] | None) -> Role:
    of_plan = PLAN_WORDS.search(words) is not None and (key is None or key[0] != "chiếm")
    of_past = PAST_WORDS.search(words) is not None
    behind = clause[key.end() :] if key else ""
    if key is not None:
        if key["above"]:
            return Role.ABOVE
        if key["below"] and (not behind.strip() or PLAN_WORDS.search(behind)):
            return Role.BELOW
        if key["change"]:
            return _against_plan(key[0]) if PLAN_WORDS.search(behind + words) and not of_past else Role.CHANGE
        if key["level"] or key["below"]:
            return Role.LEVEL
        if PLAN_WORDS.search(behind):
            return Role.PLAN
        if PAST_WORDS.search(behind):
            return Role.INDEX
        if _RATE_OF.search(clause):
            return Role.LEVEL
    return Role.PLAN if of_plan else Role.INDEX if of_past else Role.PART


def _against_plan(verb: str) -> Role:
    """What a rise or fall against a plan says: "tăng 8% so với kế hoạch", "thấp hơn kế hoạch 5%"."""
    if verb in ("tăng", "cao hơn", "nhiều hơn", "lớn hơn", "hơn", "thêm"):
        return Role.ABOVE
    return Role.BELOW if verb in ("giảm", "thấp hơn", "ít hơn", "nhỏ hơn", "kém") else Role.CHANGE


def is_changed_by(figure: Figure) -> bool:
    """Whether a figure is itself a rise or fall ("giảm 182 hộ"), so that a per cent behind it is a relative change."""
    key = _last_key(figure.label)
    if key is None or not (key["change"] or key["above"]):
        return False
    return _STILL_CHANGE.fullmatch(figure.label, key.end()) is not None


def is_target(figure: Figure) -> bool:
    """Whether what is counted are the places of a plan: "800 chỉ tiêu"."""
    return figure.noun[:2] == ("chỉ", "tiêu")


def is_planned(figure: Figure, reading: Reading) -> bool:
    """Whether a figure is a plan ("kế hoạch 5.400 lao động", "800 chỉ tiêu", "tỉnh giao 120 tỷ đồng")."""
    if is_target(figure) or _INSTEAD.search(lead_of(reading, figure)):
        return True
    front = _clause_in_front(figure, reading)
    plans = list(_PLANNED.finditer(front))
    return bool(plans) and _DONE.search(front, plans[-1].end()) is None


def is_past(figure: Figure, reading: Reading) -> bool:
    """Whether a figure is told of an earlier time ("cùng kỳ 72 vụ", "năm ngoái chỉ đón 278.500 lượt")."""
    return PAST_WORDS.search(_clause_in_front(figure, reading)) is not None


def _clause_in_front(figure: Figure, reading: Reading) -> str:
    """The words of the clause in front of a figure, back to the last figure. What follows that one in its own clause
    ("đạt 99,1% kế hoạch, trong đó …", "36 đơn vị đăng ký, 30 đơn vị …") is not of this."""
    lead = lead_of(reading, figure)
    front = reading.figures[figure.index - 1] if figure.index else None
    if ";" in lead:
        return lead.rpartition(";")[2]
    if front is not None and front.sentence == figure.sentence and "(" not in lead:
        return lead.partition(",")[2].rpartition("trong đó")[2]
    return lead.rpartition("trong đó")[2]


def percents(reading: Reading) -> list[Figure]:
    """The per cents of a text that can be read and are no rates per time ("0,65%/tháng")."""
    return [
        one for one in reading.figures if one.measure is Measure.PERCENT and one.is_readable and one.per not in TIMES
    ]
