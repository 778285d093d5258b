"""Thể thức trong tệp Word: the letterhead, the signature, the heads and feet of pages and the sections of a report."""

from __future__ import annotations

from dataclasses import dataclass

from poverty_evaluation.evaluation.blocks import Appendix, Letterhead, Signature
from poverty_evaluation.presentation.letterheads import DOTS, ended_names, issuer_lines
from poverty_evaluation.presentation.letters import balanced_mm, line_mm
from poverty_evaluation.presentation.word.package import Parts
from poverty_evaluation.presentation.word.xml import (
    DECLARATION,
    XMLNS,
    Look,
    bare_table,
    field,
    paragraph,
    rule,
    run,
    twips,
)
from poverty_evaluation.presentation.wording import Wording

PORTRAIT_MM = 165.0
LANDSCAPE_MM = 257.0

_A4_MM = (210.0, 297.0)
_SYMBOL_COLUMN_MM = 66.0
_TITLE_SHARE = 0.88
_TITLE_RULE = 0.4
_ISSUER_RULE = 0.4
_GAP_MM = 9.0  # from the edge of the paper to the head or foot
_PAGE = Look(size=13)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The pages of a part: how they lie, what their heads and feet bear."""

    landscape: bool
    draft: str
    invented: str
    number_at_bottom: bool
    is_appendix: bool
    is_continued: bool = False  # after a turned page, or a turned page itself: its pages count on
    margins_mm: tuple[float, float] = (30.0, 15.0)  # left and right, of portrait pages

    @property
    def room_mm(self) -> float:
        return LANDSCAPE_MM if self.landscape else _A4_MM[0] - sum(self.margins_mm)


def letterhead_xml(head: Letterhead, words: Wording) -> str:
    """The upper part of the first page, down to the addressees."""
    if head.is_of_nobody:
        side = twips(max(PORTRAIT_MM - line_mm(head.draft_mark, 12, bold=True) - 4, 8.0))
        indent = f'<w:ind w:left="{side}" w:right="0"/>'
        return (paragraph("DraftMark", run(head.draft_mark), indent) if head.draft_mark else "") + _title(head)
    symbol = f"{words.symbol_prefix}\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/{head.symbol or DOTS}"
    place = f"{head.locality or DOTS}, {words.date_blank}"
    rows = [
        [_issuer(head), _state(words)],
        [
            paragraph("Symbol", run(symbol) if head.is_numbered else ""),
            paragraph("PlaceDate", run(place)),
        ],
    ]
    if head.draft_mark:
        side = twips(max(_SYMBOL_COLUMN_MM - line_mm(head.draft_mark, 12, bold=True) - 4, 8.0) / 2)
        mark = paragraph("DraftMark", run(head.draft_mark), f'<w:ind w:left="{side}" w:right="{side}"/>')
        rows.append([mark, paragraph("Normal", "")])
    columns = (_SYMBOL_COLUMN_MM, PORTRAIT_MM - _SYMBOL_COLUMN_MM)
    return bare_table(columns, rows) + _title(head) + _addressees(head, words)


def signature_xml(block: Signature, room_mm: float) -> str:
    """Nơi nhận beside the signature, in one row that is never split."""
    recipients = paragraph("Recipients", run(block.recipients_label)) if block.recipients_label else ""
    recipients += "".join(paragraph("Recipient", run(f"- {name}")) for name in block.recipients)
    signed = "".join(paragraph("Authority", run(line)) for line in (*block.authority, block.position))
    signed += paragraph("Signatory", run(block.name))
    half = room_mm / 2
    return paragraph("AfterTable", "", "<w:keepNext/>") + bare_table(
        (half, half), [[recipients or paragraph("Recipient", ""), signed]]
    )


def appendix_xml(block: Appendix) -> str:
    """The head of an appendix; its number and its title are one heading."""
    lines = [line for line in (block.number, block.title.upper()) if line]
    head = paragraph("AppendixHead", run("\n".join(lines)))
    return head + (paragraph("AttachedTo", run(block.attached_to)) if block.attached_to else "")


def section_xml(sheet: Sheet, parts: Parts) -> str:
    """The `w:sectPr` of a part: paper, margins, heads and feet. Pages count from one and the first is unnumbered,
    unless the part only goes on."""
    references = "".join(
        f'<w:{kind}Reference w:type="{which}" r:id="{parts.add_furniture(kind, xml)}"/>'
        for kind, which, xml in (
            ("header", "default", _head(sheet, is_first=False)),
            ("header", "first", _head(sheet, is_first=True)),
            ("footer", "default", _foot(sheet, is_first=False)),
            ("footer", "first", _foot(sheet, is_first=True)),
        )
        if which == "default" or not sheet.is_continued
    )
    count, first = ("", "") if sheet.is_continued else ('<w:pgNumType w:start="1"/>', "<w:titlePg/>")
    width, height = reversed(_A4_MM) if sheet.landscape else _A4_MM
    left, right = (20.0, 20.0) if sheet.landscape else sheet.margins_mm
    turned = ' w:orient="landscape"' if sheet.landscape else ""
    gap = twips(_GAP_MM)
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/>'
        f'<w:pgMar w:top="{twips(20)}" w:right="{twips(right)}" w:bottom="{twips(20)}" w:left="{twips(left)}" '
        f'w:header="{gap}" w:footer="{gap}" w:gutter="0"/>{count}<w:cols w:space="720"/>{first}</w:sectPr>'
    )


def _issuer(head: Letterhead) -> str:
    superior = [paragraph("Superior", run(line.upper())) for line in issuer_lines(head.superior_body) if line]
    lines = [line.upper() for line in issuer_lines(head.issuing_body or DOTS)]
    longest = max(line_mm(line, 12, bold=True) for line in lines)
    under = rule(min(longest, _SYMBOL_COLUMN_MM) * _ISSUER_RULE, _SYMBOL_COLUMN_MM)
    return "".join(superior) + "".join(paragraph("Issuer", run(line)) for line in lines) + under


def _state(words: Wording) -> str:
    room = PORTRAIT_MM - _SYMBOL_COLUMN_MM
    under = rule(line_mm(words.motto, 13, bold=True), room)
    return paragraph("Country", run(words.country)) + paragraph("Motto", run(words.motto)) + under


def _title(head: Letterhead) -> str:
    title = paragraph("Title", run(head.type_name))
    if not head.subject:
        return title + paragraph("AfterTable", "")
    width = balanced_mm(head.subject, 14, True, PORTRAIT_MM * _TITLE_SHARE)
    side = twips((PORTRAIT_MM - width) / 2 - 1)
    subject = paragraph("Subject", run(head.subject), f'<w:ind w:left="{side}" w:right="{side}"/>')
    return title + subject + rule(min(width, line_mm(head.subject, 14, bold=True)) * _TITLE_RULE, PORTRAIT_MM, 14.0)


def _addressees(head: Letterhead, words: Wording) -> str:
    names = ended_names(head.addressees)
    if len(names) < 2:
        return "".join(paragraph("AddressedTo", run(f"{words.addressed_to} {name}")) for name in names)
    label = line_mm(words.addressed_to, 14) + 2.5
    widest = min(max(line_mm(f"- {name}", 14) for name in names) + 4, PORTRAIT_MM * 0.75 - label)
    items = "".join(paragraph("Addressee", run(f"- {name}")) for name in names)
    row = [paragraph("Addressee", run(words.addressed_to)), items]
    return bare_table((label, widest), [row], (PORTRAIT_MM - label - widest) / 2) + paragraph("AfterTable", "")


def _tabs(room_mm: float) -> str:
    centre, right = twips(room_mm / 2), twips(room_mm)
    return f'<w:tabs><w:tab w:val="center" w:pos="{centre}"/><w:tab w:val="right" w:pos="{right}"/></w:tabs>'


def _head(sheet: Sheet, is_first: bool) -> str:
    """The number of the page in the middle, the draft mark at the right; the letterhead bears the mark itself."""
    number = "" if is_first or sheet.number_at_bottom else field("PAGE", "2")
    draft = "" if is_first and not sheet.is_appendix else run(sheet.draft, Look(bold=True, size=11))
    tab = "<w:r><w:tab/></w:r>"
    content = f"{tab}{number}" if number else ""
    content += (tab if number else tab * 2) + draft if draft else ""
    return f"{DECLARATION}<w:hdr {XMLNS}>{paragraph('Header', content, _tabs(sheet.room_mm))}</w:hdr>"


def _foot(sheet: Sheet, is_first: bool) -> str:
    number = field("PAGE", "2").replace("<w:r>", f"<w:r>{_PAGE.properties()}") if sheet.number_at_bottom else ""
    number = "" if is_first else number
    tab = "<w:r><w:tab/></w:r>"
    content = f"{tab}{run(sheet.invented, Look(bold=True))}" if sheet.invented else ""
    content += (tab if sheet.invented else tab * 2) + number if number else ""
    return f"{DECLARATION}<w:ftr {XMLNS}>{paragraph('Footer', content, _tabs(sheet.room_mm))}</w:ftr>"
