"""Các khối của văn bản đánh giá: what the document consists of, before anything is formatted.

Numbers stay exact here; a renderer formats them for its language and medium. Texts are already in the language of
the report. Every block turns into JSON and back (`block_to_plain`, `block_from_plain`): that JSON is what the
executed notebook carries and all exporters read.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.values import IndicatorValue, value_from_plain, value_to_plain

BLOCK_MIME = "application/vnd.poverty-evaluation.block+json"
BLOCK_SCHEMA = 1


class NumberForm(StrEnum):
    """How a number is to be written where it stands."""

    TEXT = "text"  # running text: hedge in words, unit for money, rates and points; counts below ten as "06"
    CELL = "cell"  # table cell: bare digits in the column's unit
    MAGNITUDE = "magnitude"  # running text after a verb that tells the sign: no minus
    WORDS = "words"  # an amount in words


@dataclass(frozen=True, slots=True)
class Text:
    """A run of plain text. finding_id: the finding, or the explanation of it, whose figures the text quotes. source:
    the received file whose words these are."""

    text: str
    bold: bool = False
    italic: bool = False
    finding_id: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A value where it is shown; enough of it to be formatted alone, its id for everything else.

    money_scale: đồng per unit of the column for money in cells (10**6 for triệu đồng); 0 leaves it to the form.
    finding_ids: findings that concern this number.
    """

    value_id: str
    value: Fraction | None
    unit: str
    decimals: int
    qualifier: Qualifier = Qualifier.EXACT
    status: ValueStatus = ValueStatus.GIVEN
    as_printed: str = ""
    form: NumberForm = NumberForm.TEXT
    money_scale: int = 0
    finding_ids: tuple[str, ...] = ()


def number_of(
    value: IndicatorValue, form: NumberForm = NumberForm.TEXT, money_scale: int = 0, finding_ids: tuple[str, ...] = ()
) -> Number:
    """A number that shows this value."""
    return Number(
        value_id=value.id,
        value=value.value,
        unit=value.unit,
        decimals=value.decimals,
        qualifier=value.qualifier,
        status=value.status,
        as_printed=value.as_printed,
        form=form,
        money_scale=money_scale,
        finding_ids=finding_ids,
    )


Inline = Text | Number
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Phần đầu văn bản. Empty strings leave a dotted blank."""

    superior_body: str  # cơ quan chủ quản, "" for a people's committee
    issuing_body: str
    symbol: str  # "BC-UBND"; the number is given by the registry
    locality: str
    type_name: str  # BÁO CÁO
    subject: str  # trích yếu
    addressees: tuple[str, ...]
    draft_mark: str  # "DỰ THẢO", "TÀI LIỆU NỘI BỘ" or ""
    invented_mark: str = ""  # shown on every page when the data are invented
    is_numbered: bool = True  # whether the registry gives it a number; an internal paper bears none

    @property
    def is_of_nobody(self) -> bool:
        """Whether no body issues it: a paper on method has a title and no head."""
        return not self.issuing_body and not self.is_numbered


class DocumentKind(StrEnum):
    """Loại văn bản trong một sổ tay: the report itself, and the paper that goes round before it is signed."""

    REPORT = "report"
    WORKING_PAPER = "working_paper"  # phiếu rà soát số liệu
    FORMS = "forms"  # biểu mẫu quy định


@dataclass(frozen=True, slots=True)
class Document:
    """What belongs to a whole document; its first block. The blocks after it, up to the next Document, are its own."""

    title: str
    place_slug: str
    place_name: str
    period: str
    period_label: str
    language: str
    style_profile: str
    status: str
    audience: str
    letterhead: Letterhead
    values: tuple[IndicatorValue, ...]
    findings: tuple[Mapping[str, Any], ...]  # as findings.finding_to_plain gives them
    kind: DocumentKind = DocumentKind.REPORT
    tallies: tuple[IndicatorValue, ...] = ()  # what the document counts itself, beside the values of the analysis


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1: chapter (I.), 2: section (1.), 3: point (a)). `number` is printed as it stands."""

    level: int
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """style: body, basis (căn cứ, italic), note (small), closing."""

    content: Line
    style: str = "body"


@dataclass(frozen=True, slots=True)
class BulletList:
    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    label: str
    number: Number
    detail: Line = ()


@dataclass(frozen=True, slots=True)
class KeyFigures:
    items: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """align: left, right, center. number: what the row of column numbers prints, e.g. "(3)=(2)/(1)×100". span: the
    heading that it shares with the columns beside it of the same span, above its own."""

    heading: str
    align: str = "left"
    number: str = ""
    width: float = 1.0  # relative
    span: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """role: body, total, group (a heading row), part (đi sau "Trong đó")."""

    cells: tuple[Line, ...]
    role: str = "body"


@dataclass(frozen=True, slots=True)
class Table:
    id: str
    label: str  # "Biểu số 01"
    title: str
    unit_line: str  # "Đơn vị tính: triệu đồng", "" when columns name their units
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    source: str
    notes: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One mark. segment keeps points apart that must not be joined (another standard, another boundary). at: the day
    (2017-12-31) where it stands on an axis of time."""

    category: str
    series: str
    number: Number
    segment: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class ChartBreak:
    """A day from which on figures are not comparable with those before, and the reason in a few words."""

    at: str
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """kind: bars (one horizontal bar per category and series), counts_and_rate (bars of counts over time with a
    second panel of rates), over_time (lines along an axis of days, with `breaks` across it). `alternative` is the text
    of the picture, written from its data."""

    id: str
    label: str  # "Hình 1"
    kind: str
    title: str
    value_label: str
    points: tuple[ChartPoint, ...]
    alternative: str
    source: str
    notes: tuple[Line, ...] = ()
    breaks: tuple[ChartBreak, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingItem:
    """One finding as readers see it, already in the language of the report."""

    id: str
    severity: str
    severity_label: str
    kind_label: str
    message: str
    quote: str
    computed: str
    where: str
    value_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    items: tuple[FindingItem, ...]
    headings: tuple[str, ...]  # column headings in the report's language


@dataclass(frozen=True, slots=True)
class Signature:
    """Khối ký và nơi nhận, side by side."""

    authority: tuple[str, ...]  # "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"
    position: str
    name: str
    recipients_label: str
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Appendix:
    """The start of an appendix: a new page with its own head."""

    number: str  # "Phụ lục I"
    title: str
    attached_to: str  # "(Kèm theo Báo cáo số …)"
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class FormHead:
    """Một cột của biểu mẫu, hoặc đầu cột chung của các cột dưới nó. number: what the row of column numbers prints."""

    heading: str
    number: str = ""
    columns: tuple[FormHead, ...] = ()
    is_text: bool = False

    @property
    def leaves(self) -> tuple[FormHead, ...]:
        """The columns themselves, without the heads over them."""
        return tuple(leaf for column in self.columns for leaf in column.leaves) if self.columns else (self,)


@dataclass(frozen=True, slots=True)
class Form:
    """Biểu mẫu quy định: a form as its circular prints it, on a sheet of its own. Rows have a cell for each leaf of the
    columns; roles as those of a table. marks: what is said of the whole sheet (invented data, draft)."""

    id: str
    sheet: str
    issuer: str
    corner: tuple[str, ...]
    title: str
    subtitle: str
    attached_to: str
    unit_line: str
    columns: tuple[FormHead, ...]
    rows: tuple[Row, ...]
    place_and_date: str
    preparer: tuple[str, ...]
    signature: Signature
    marks: tuple[str, ...] = ()
    notes: tuple[Line, ...] = ()

    @property
    def leaves(self) -> tuple[FormHead, ...]:
        return tuple(leaf for column in self.columns for leaf in column.leaves)


Block = (
    Document | Heading | Paragraph | BulletList | KeyFigures | Table | Chart | Findings | Signature | Appendix | Form
)

_TYPES: dict[str, type] = {
    cls.__name__: cls
    for cls in (
        Document, Letterhead, Heading, Paragraph, BulletList, KeyFigure, KeyFigures, Column, Row, Table, ChartPoint,
        ChartBreak, Chart, FindingItem, Findings, Signature, Appendix, FormHead, Form, Text, Number,
    )
}  # fmt: skip


_FIELDS = {cls: tuple(field.name for field in dataclasses.fields(cls)) for cls in _TYPES.values()}
_AS_IT_IS = frozenset((str, int, bool, type(None)))


def block_to_plain(block: Any) -> Any:
    """A JSON-safe form of a block (or any part of one); classes are named in `type`, fractions written "n/d"."""
    cls = type(block)
    if cls in _AS_IT_IS:
        return block
    if cls in _FIELDS:
        return {"type": cls.__name__, **{name: block_to_plain(getattr(block, name)) for name in _FIELDS[cls]}}
    if cls is tuple or cls is list:
        return [block_to_plain(item) for item in block]
    if cls is Fraction:
        return {"type": "Fraction", "value": str(block)}
    if isinstance(block, StrEnum):
        return str(block)
    if isinstance(block, IndicatorValue):
        return {"type": "IndicatorValue", **value_to_plain(block)}
    return {key: block_to_plain(item) for key, item in block.items()} if isinstance(block, Mapping) else block


def block_from_plain(plain: Any) -> Any:
    """The inverse of `block_to_plain`. ValueError on a class this version does not know."""
    if isinstance(plain, list):
        return tuple([block_from_plain(item) for item in plain])
    if not isinstance(plain, dict):
        return plain
    kind = plain.get("type")
    if kind is None:
        return {key: block_from_plain(item) for key, item in plain.items()}
    if kind == "Fraction":
        return Fraction(plain["value"])
    if kind == "IndicatorValue":
        return value_from_plain({key: item for key, item in plain.items() if key != "type"})
    if kind not in _TYPES:
        raise ValueError(f"unknown block type {kind!r}; known: {', '.join(sorted(_TYPES))}")
    fields = {
        key: block_from_plain(item) if isinstance(item, (list, dict)) else item
        for key, item in plain.items()
        if key != "type"
    }
    if kind == "Number":
        fields["qualifier"] = Qualifier(fields["qualifier"])
        fields["status"] = ValueStatus(fields["status"])
        fields["form"] = NumberForm(fields["form"])
    if kind == "Document":
        fields["kind"] = DocumentKind(fields.get("kind", DocumentKind.REPORT))
    return _TYPES[kind](**fields)
