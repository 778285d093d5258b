"""Kiểu chữ của tệp Word: the named styles, lists and settings by which Word shows, numbers and navigates a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from poverty_evaluation.presentation.columns import SIZES
from poverty_evaluation.presentation.word.xml import DECLARATION, NAMESPACES, Look, twips
from poverty_evaluation.presentation.wording import Wording

FONT = "Times New Roman"
LISTING_FONT = "Courier New"
BODY_SIZE = 14.0
TABLE_SIZE = SIZES[0]
INDENT_MM = 12.7
_W = f'xmlns:w="{NAMESPACES["w"]}"'

_INDENTED = f'<w:ind w:firstLine="{twips(INDENT_MM)}"/>'
_CENTRE = '<w:jc w:val="center"/>'
_LEFT = '<w:jc w:val="left"/>'
_KEPT = "<w:keepNext/><w:keepLines/>"


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. name: Vietnamese and English, one text for those that Word has itself."""

    id: str
    name: str
    name_en: str = ""
    base: str = "Normal"
    paragraph: str = ""  # elements of w:pPr in the order of the schema
    look: Look = Look()  # noqa: RUF009 - frozen
    shown: bool = True  # among the styles that a clerk is offered
    after: str = ""  # the style of the next paragraph


def spacing(before: float = 0.0, after: float = 0.0, line: float = 1.0) -> str:
    """Points above and below, and the height of the lines as a multiple."""
    return (
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" w:line="{round(line * 240)}" '
        'w:lineRule="auto"/>'
    )


def _heading(level: int, look: Look) -> Style:
    properties = f'{_KEPT}{spacing(3, 6, 1.05)}{_INDENTED}<w:jc w:val="both"/><w:outlineLvl w:val="{level - 1}"/>'
    return Style(f"Heading{level}", f"heading {level}", paragraph=properties, look=look, after="BodyText")


_BOLD = Look(bold=True)
_REPORT = (
    Style("BodyText", "Body Text", paragraph=f'{spacing(0, 6, 1.05)}{_INDENTED}<w:jc w:val="both"/>'),
    _heading(1, _BOLD),
    _heading(2, _BOLD),
    _heading(3, Look()),
    Style("Title", "Title", paragraph=f"{_KEPT}{spacing(14, 0)}{_CENTRE}", look=Look(bold=True, size=14)),
    Style("Subject", "Trích yếu", "Subject", paragraph=f"{_KEPT}{spacing(2, 0)}{_CENTRE}", look=_BOLD),
    Style("Country", "Quốc hiệu", "Name of the state", paragraph=_CENTRE, look=Look(bold=True, size=12)),
    Style("Motto", "Tiêu ngữ", "Motto", paragraph=f"{spacing(1)}{_CENTRE}", look=Look(bold=True, size=13)),
    Style("Superior", "Cơ quan chủ quản", "Superior body", paragraph=_CENTRE, look=Look(size=12)),
    Style("Issuer", "Cơ quan ban hành", "Issuing body", paragraph=_CENTRE, look=Look(bold=True, size=12)),
    Style("Symbol", "Số, ký hiệu", "Number and symbol", paragraph=f"{spacing(6)}{_CENTRE}", look=Look(size=13)),
    Style(
        "PlaceDate", "Địa danh và thời gian", "Place and date", paragraph=f"{spacing(6)}{_CENTRE}",
        look=Look(italic=True, size=13),
    ),
    Style(
        "DraftMark", "Dấu dự thảo", "Draft mark",
        paragraph='<w:pBdr><w:top w:val="single" w:sz="6" w:space="3" w:color="auto"/><w:left w:val="single" w:sz="6" '
        'w:space="4" w:color="auto"/><w:bottom w:val="single" w:sz="6" w:space="3" w:color="auto"/><w:right '
        f'w:val="single" w:sz="6" w:space="4" w:color="auto"/></w:pBdr>{spacing(10, 4)}{_CENTRE}',
        look=Look(bold=True, size=12),
    ),
    Style("Rule", "Đường kẻ", "Rule", shown=False),
    Style("AddressedTo", "Kính gửi", "Addressed to", paragraph=f"{spacing(0, 12)}{_CENTRE}"),
    Style("Addressee", "Nơi được kính gửi", "Addressee", paragraph=f"{spacing(0, 4)}{_LEFT}"),
    Style("Basis", "Căn cứ", "Legal basis", base="BodyText", look=Look(italic=True)),
    Style("Note", "Ghi chú", "Note", paragraph=f'{spacing(0, 6)}<w:jc w:val="both"/>', look=Look(size=11)),
    Style("Closing", "Closing", base="BodyText", paragraph="<w:keepNext/><w:keepLines/>"),
    Style(
        "ListBullet", "List Bullet",
        paragraph=f'<w:numPr><w:numId w:val="1"/></w:numPr>{spacing(0, 6, 1.05)}<w:jc w:val="both"/>',
    ),
    Style("Caption", "caption", paragraph=f"{_KEPT}{spacing(12, 3)}{_CENTRE}", look=Look(bold=True, size=12)),
    Style("ChartCaption", "Tên hình", "Caption of a figure", base="Caption",
          paragraph=f'<w:keepNext w:val="0"/>{spacing(4, 6)}'),
    Style("Picture", "Hình", "Figure", paragraph=f"<w:keepNext/>{spacing(12, 0)}{_CENTRE}"),
    Style("UnitLine", "Đơn vị tính", "Unit of a table", paragraph=f'{_KEPT}{spacing(2, 2)}<w:jc w:val="right"/>',
          look=Look(italic=True, size=11)),
    Style("TableText", "Ô bảng", "Cell of a table", paragraph=_LEFT, look=Look(size=TABLE_SIZE)),
    Style("TableTotal", "Ô bảng, dòng tổng", "Cell of a total", base="TableText", look=_BOLD),
    Style("TableHead", "Đầu bảng", "Head of a table", base="TableText", paragraph=f"<w:keepNext/>{_CENTRE}",
          look=_BOLD),
    Style("TableColumns", "Số thứ tự cột", "Numbers of columns", base="TableText",
          paragraph=f"<w:keepNext/>{_CENTRE}", look=Look(italic=True)),
    Style("TableNote", "Ghi chú dưới bảng", "Note under a table", paragraph=f"<w:keepLines/>{spacing(3, 0)}{_LEFT}",
          look=Look(size=11)),
    Style("AfterTable", "Khoảng cách sau bảng", "Space after a table", shown=False,
          paragraph='<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>'),
    Style("KeyFigure", "Số chủ yếu", "Key figure", paragraph=f"<w:keepNext/>{spacing(2, 2)}{_LEFT}",
          look=Look(bold=True, size=15)),
    Style("KeyLabel", "Nhãn số chủ yếu", "Label of a key figure", paragraph=f"{spacing(0, 2)}{_LEFT}",
          look=Look(size=11)),
    Style("Recipients", "Nơi nhận", "Recipients", paragraph="<w:keepNext/>",
          look=Look(bold=True, italic=True, size=12)),
    Style("Recipient", "Người nhận", "Recipient", paragraph="<w:keepNext/>", look=Look(size=11)),
    Style("Authority", "Quyền hạn, chức vụ", "Authority and position", paragraph=f"<w:keepNext/>{_CENTRE}", look=_BOLD),
    Style("Signatory", "Họ tên người ký", "Name of the signatory", paragraph=f"{spacing(74)}{_CENTRE}", look=_BOLD),
    Style("AppendixHead", "Phụ lục", "Appendix", base="Heading1", after="BodyText",
          paragraph=f'{spacing(0, 6)}<w:ind w:firstLine="0"/>{_CENTRE}'),
    Style("AttachedTo", "Kèm theo", "Attached to", paragraph=f"<w:keepNext/>{spacing(0, 10)}{_CENTRE}",
          look=Look(italic=True, size=13)),
    Style("SectionEnd", "Hết phần", "End of a part", shown=False,
          paragraph='<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'),
    Style("Header", "header", look=Look(size=13)),
    Style("Footer", "footer", look=Look(size=10)),
)  # fmt: skip


def table_style(kind: str, size: float) -> str:
    """The style of a cell, of a total or of a heading in a table whose letters have this size."""
    return kind if size == TABLE_SIZE else f"{kind}{round(size * 10)}"


def _smaller() -> Iterator[Style]:
    """The styles of cells in the smaller sizes of wide tables."""
    for style in _REPORT:
        for size in SIZES[1:] if style.id in ("TableText", "TableTotal", "TableHead") else ():
            told = f"{size:g}"
            yield Style(
                table_style(style.id, size),
                f"{style.name} {told.replace('.', ',')}",
                f"{style.name_en} {told}",
                base=style.id,
                look=Look(size=size),
                shown=False,
            )


def styles_xml(words: Wording, extra: tuple[Style, ...] = (), body_size: float = BODY_SIZE) -> str:
    """The part of the styles, with these beside those of a report."""
    language = f"{words.language}-{words.region}"
    size = f'<w:sz w:val="{round(body_size * 2)}"/><w:szCs w:val="{round(body_size * 2)}"/>'
    fonts = "".join(f' w:{name}="{FONT}"' for name in ("ascii", "hAnsi", "eastAsia", "cs"))
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>{size}"
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr><w:widowControl/>{spacing()}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    replaced = {style.id for style in extra}
    kept = [style for style in (*_REPORT, *_smaller()) if style.id not in replaced]
    written = "".join(_style(style, words.language) for style in (*kept, *extra))
    return f"{DECLARATION}<w:styles {_W}>{defaults}{_FIXED}{written}</w:styles>"


def _style(style: Style, language: str) -> str:
    name = style.name_en if language == "en" and style.name_en else style.name
    is_own = ' w:customStyle="1"' if style.name_en else ""
    after = f'<w:next w:val="{style.after}"/>' if style.after else ""
    offered = "<w:qFormat/>" if style.shown else "<w:semiHidden/>"
    look = style.look.properties()
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}"{is_own}><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{style.base}"/>{after}<w:uiPriority w:val="1"/>{offered}'
        + (f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else "")
        + f"{look}</w:style>"
    )


def _borders(*sides: str) -> str:
    return "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)


def _margins(vertical_mm: float, horizontal_mm: float) -> str:
    across, down = twips(horizontal_mm), twips(vertical_mm)
    return (
        f'<w:tblCellMar><w:top w:w="{down}" w:type="dxa"/><w:left w:w="{across}" w:type="dxa"/>'
        f'<w:bottom w:w="{down}" w:type="dxa"/><w:right w:w="{across}" w:type="dxa"/></w:tblCellMar>'
    )


_FIXED = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
    f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_margins(0, 1.9)}</w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
    "<w:tblPr>"
    f"<w:tblBorders>{_borders('top', 'left', 'bottom', 'right', 'insideH', 'insideV')}</w:tblBorders>"
    f"{_margins(0.42, 1.3)}</w:tblPr></w:style>"
    '<w:style w:type="table" w:customStyle="1" w:styleId="SideBySide"><w:name w:val="Side by side"/>'
    f'<w:basedOn w:val="TableNormal"/><w:semiHidden/><w:tblPr>{_margins(0, 0)}</w:tblPr></w:style>'
)


def numbering_xml(ordered_lists: int = 0, is_report: bool = True) -> str:
    """The lists: number 1 has dashes, each further one counts from one. An item of a report is a paragraph that opens
    with a dash: its further lines begin at the margin."""
    hang = _at_margin if is_report else _hanging
    dashes = "".join(_level(level, "bullet", "-" if level % 2 == 0 else "+", hang(level, 4.2)) for level in range(6))
    digits = "".join(_level(level, "decimal", f"%{level + 1}.", _hanging(level, 7.0)) for level in range(6))
    counted = "".join(
        f'<w:num w:numId="{place}"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
        for place in range(2, ordered_lists + 2)
    )
    return (
        f'{DECLARATION}<w:numbering {_W}><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
        f'{dashes}</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="multilevel"/>{digits}'
        f'</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>{counted}</w:numbering>'
    )


def _at_margin(level: int, _: float) -> str:
    return f'<w:pPr><w:ind w:left="0" w:firstLine="{twips(INDENT_MM + 7 * level)}"/></w:pPr>'


def _hanging(level: int, room_mm: float) -> str:
    hanging = twips(room_mm)
    left = twips(7 * level) + hanging
    return (
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs><w:ind w:left="{left}" w:hanging="{hanging}"/>'
        "</w:pPr>"
    )


def _level(level: int, kind: str, text: str, paragraph: str) -> str:
    between = "tab" if "w:hanging" in paragraph else "space"
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="{between}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{paragraph}</w:lvl>'
    )


def settings_xml(words: Wording) -> str:
    """Word of 2013 and later, the marks of Vietnamese or English numbers."""
    language = f"{words.language}-{words.region}"
    decimal, between = (",", ";") if words.language == "vi" else (".", ",")
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{setting}"/>'
        for name, setting in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return (
        f'{DECLARATION}<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="{twips(INDENT_MM)}"/>'
        '<w:autoHyphenation w:val="0"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compatibility}</w:compat><w:themeFontLang w:val="{language}"/>'
        f'<w:decimalSymbol w:val="{decimal}"/><w:listSeparator w:val="{between}"/></w:settings>'
    )
