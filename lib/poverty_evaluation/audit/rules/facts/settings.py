"""Của ai, ở đâu, khi nào: whose activities a sentence tells, under which heading, at which places and times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from poverty_evaluation.audit.documents.source import Block, BlockKind
from poverty_evaluation.audit.figures.dates import DateMention
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.figures.sentences import Sentence

#: Organisations that Vietnamese reports name in several ways, each under one key.
_KNOWN: tuple[tuple[str, str], ...] = (
    ("mặt trận", r"mặt trận|(?:uỷ|ủy) ban mttq|mttq"),
    ("phụ nữ", r"hội (?:liên hiệp )?phụ nữ|hội lhpn|lhpn|hội pn"),
    ("nông dân", r"hội nông dân|hội nd|hnd"),
    ("cựu chiến binh", r"(?:hội )?cựu chiến binh|(?:hội )?ccb"),
    ("đoàn thanh niên", r"đoàn thanh niên|đoàn tncs|(?:tỉnh|huyện|thành|thị|xã|quận)\s?đoàn"
     r"|đoàn (?:xã|phường|thị trấn|huyện|tn|trường)|đtn"),
    ("công đoàn", r"liên đoàn lao động|lđlđ|công đoàn"),
    ("chữ thập đỏ", r"(?:hội )?chữ thập đỏ|hội ctđ|ctđ"),
    ("người cao tuổi", r"hội (?:người cao tuổi|nct)"),
    ("thanh niên xung phong", r"hội cựu (?:thanh niên xung phong|tnxp)"),
    ("khuyến học", r"hội khuyến học"),
    ("uỷ ban", r"ubnd|(?:uỷ|ủy) ban nhân dân"),
    ("hội đồng", r"hđnd|hội đồng nhân dân"),
    ("công an", r"công an"),
    ("quân sự", r"ban chỉ huy quân sự|ban chqs|bộ đội biên phòng|đồn biên phòng"),
)  # fmt: skip
_OTHER = (
    r"(?:phòng|sở|ban|chi cục|cục|trung tâm|trạm|văn phòng|ngân hàng|công ty|hợp tác xã|htx|trường|bệnh viện"
    r"|hội|câu lạc bộ|nhà máy|hạt|kho bạc|bảo hiểm xã hội|điện lực|bưu điện|đài|thư viện|toà án|viện|tổ|đội)"
    r"(?: [^\W\d_]+){1,5}"
)
_ORGANISATION = re.compile(
    "|".join(rf"(?P<k{place}>{words})" for place, (_, words) in enumerate(_KNOWN)) + rf"|(?P<other>{_OTHER})"
)
_BEGIN = re.compile(
    r"[\s*_\"(\d.)-]{0,8}(?:(?:nhìn chung|tóm lại|như vậy|kết luận)\s{0,2},\s{0,2})?"
    r"(?:hoạt động của|công tác của|kết quả của|về phía|đối với|riêng|trong năm|trong kỳ|các cấp|trong năm qua"
    r"|ban chấp hành|bch|hằng năm|hàng năm|năm qua|bên cạnh đó|ngoài ra)?\s{0,2},?\s{0,2}"
)
_LEAD = 90
_PLACE = re.compile(
    r"(?<!\w)(?:xã|phường|thị trấn|tt\.?|huyện|thành phố|tp\.?|thị xã|tx\.?|tỉnh|thôn|bản|ấp|quận|xóm|khu|buôn|khóm"
    r"|tổ dân phố|cụm|trạm|trường(?: (?:tiểu học|mầm non|thcs|thpt|th|trung học))?)\s+(?:số\s+)?"
)
_NAME = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,3}|\d{1,3}(?![\w%]|[.,/]\d)")
_SUMMARY = re.compile(
    r"(?<!\w)(?:nổi bật|đánh giá chung|đánh giá|tóm tắt|tóm lược|kết luận|khái quát|tổng quát|nhận xét|kết quả chung"
    r"|tổng hợp|như vậy|tựu trung|ưu điểm|mặt được|kết quả đạt được|phụ lục|trích|tình hình chung|những kết quả"
    r"|nhìn chung|tóm lại|phương hướng|tổng kết)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a sentence stands. organisation: a key of who acts, "" unknown; section: the heading above, by block;
    places: names of places told; times: keys of dates ("2018", "2018-06-30"); both of the sentence, else of what it
    stands under; is_summary: told where a report repeats what it tells elsewhere."""

    organisation: str
    section: int | None
    places: frozenset[str]
    times: frozenset[str]
    is_summary: bool
    has_own_time: bool = False


class Settings:
    """The settings of a text's sentences; asked once for each."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._blocks: dict[int, Setting] = {}
        self._dates = _dates_by_sentence(reading)
        self._known: dict[int, Setting] = {}

    def of(self, sentence: Sentence) -> Setting:
        if sentence.index not in self._known:
            self._known[sentence.index] = self._sentence(sentence)
        return self._known[sentence.index]

    def dates_of(self, sentence: Sentence) -> list[DateMention]:
        return self._dates.get(sentence.index, [])

    def _sentence(self, sentence: Sentence) -> Setting:
        around = self._block(sentence.block)
        plain = self._reading.source.plain
        lead = plain[sentence.start : min(sentence.end, sentence.start + _LEAD)]
        own = organisation_at(lead)
        places = frozenset(self._places(sentence.start, sentence.end)) or around.places
        own_times = frozenset(date.key for date in self.dates_of(sentence) if date.form != "clock")
        is_summary = around.is_summary or bool(_SUMMARY.search(lead[:40]))
        times = own_times or self._told_before(sentence) or around.times
        return Setting(own or around.organisation, around.section, places, times, is_summary, bool(own_times))

    def _told_before(self, sentence: Sentence) -> frozenset[str]:
        """The times of the nearest of the sentences before it in its paragraph that tells any."""
        for index in range(sentence.index - 1, max(-1, sentence.index - 6), -1):
            if self._reading.sentences[index].block != sentence.block:
                break
            times = frozenset(one.key for one in self._dates.get(index, ()) if one.form != "clock")
            if times:
                return times
        return frozenset()

    def _block(self, index: int) -> Setting:
        """The setting that a block gives its sentences: its first words, else what it stands under."""
        if index in self._blocks:
            return self._blocks[index]
        chain = [index]
        blocks = self._reading.source.blocks
        while (parent := blocks[chain[-1]].parent) is not None and parent not in self._blocks and len(chain) < 60:
            chain.append(parent)
        above = self._blocks.get(parent) if parent is not None else None
        for place in reversed(chain):
            above = self._blocks[place] = self._made(place, blocks[place], above)
        return self._blocks[index]

    def _made(self, index: int, block: Block, above: Setting | None) -> Setting:
        outer = above or Setting("", None, frozenset(), frozenset(), False)
        plain = self._reading.source.plain
        is_heading = block.kind is BlockKind.HEADING
        words = plain[block.start : min(block.end, block.start + (220 if is_heading else _LEAD))]
        lead = words if is_heading else words.split(":", 1)[0] if ":" in words else ""
        own = organisation_at(words)
        first = self._reading.sentences_of_blocks.get(index, [])[:1]
        times = frozenset(
            date.key for one in first for date in self.dates_of(one) if date.end <= block.start + len(lead) + 1
        )
        places = frozenset(self._places(block.start, block.start + len(lead)))
        section = index if is_heading else outer.section
        is_summary = bool(_SUMMARY.search(lead or words[:40])) or (outer.is_summary and not is_heading)
        return Setting(own or outer.organisation, section, places or outer.places, times or outer.times, is_summary)

    def _places(self, start: int, end: int) -> Iterator[str]:
        source = self._reading.source
        for match in _PLACE.finditer(source.plain, start, end):
            name = _NAME.match(source.text, match.end(), end)
            if name is None or not (name[0][0].isupper() or name[0][0].isdecimal()):
                continue
            words = re.split(r"[ -]", name[0])
            ends = [at for at, word in enumerate(words) if not (word[0].isupper() or word[0].isdecimal())]
            yield " ".join(words[: ends[0]] if ends else words).lower()


def organisation_at(words: str) -> str:
    """The key of the organisation whose name begins some words (plain text), "" where none does."""
    begin = _BEGIN.match(words)
    match = _ORGANISATION.match(words, begin.end() if begin else 0)
    return "" if match is None else _key(match)


def organisations_in(words: str) -> set[str]:
    """The keys of the known organisations that a text names."""
    return {_key(match) for match in _ORGANISATION.finditer(words) if match.lastgroup != "other"}


def without_organisations(words: str) -> str:
    """A plain text without the names of the known organisations."""
    return _ORGANISATION.sub(lambda match: match[0] if match.lastgroup == "other" else " ", words)


def _key(match: re.Match[str]) -> str:
    group = match.lastgroup or ""
    return _KNOWN[int(group[1:])][0] if group.startswith("k") else " ".join(match[0].split()[:5])


def _dates_by_sentence(reading: Reading) -> dict[int, list[DateMention]]:
    found: dict[int, list[DateMention]] = {}
    at = 0
    sentences = reading.sentences
    for date in reading.dates:
        while at < len(sentences) and sentences[at].end <= date.start:
            at += 1
        if at < len(sentences) and sentences[at].start <= date.start:
            found.setdefault(sentences[at].index, []).append(date)
    return found
