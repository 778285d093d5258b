"""Bản Word: blocks become a document with real styles, tables and page fields, every number a control of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from poverty_evaluation.evaluation.blocks import (
    Appendix,
    BulletList,
    Chart,
    Document,
    Findings,
    Heading,
    KeyFigures,
    Paragraph,
    Signature,
    Table,
)
from poverty_evaluation.presentation import pictures
from poverty_evaluation.presentation.executed import Shown
from poverty_evaluation.presentation.signs import explain_signs
from poverty_evaluation.presentation.table_texts import is_too_wide
from poverty_evaluation.presentation.word.heads import (
    PORTRAIT_MM,
    Sheet,
    appendix_xml,
    letterhead_xml,
    section_xml,
    signature_xml,
)
from poverty_evaluation.presentation.word.numbers import NAMESPACE, IssuedNumber, NumberControls
from poverty_evaluation.presentation.word.package import Parts, package
from poverty_evaluation.presentation.word.pictures import drawn, fitted_mm, picture_xml
from poverty_evaluation.presentation.word.reading import outside_tokens
from poverty_evaluation.presentation.word.styles import numbering_xml, settings_xml, styles_xml
from poverty_evaluation.presentation.word.tables import findings_xml, key_figures_xml, line_runs, table_xml, under_xml
from poverty_evaluation.presentation.word.xml import DECLARATION, XMLNS, paragraph, run
from poverty_evaluation.presentation.wording import wording
from poverty_evaluation.vocabulary.choices import StyleProfile

_STYLES = {"basis": "Basis", "note": "Note", "closing": "Closing"}
_HIGHEST_MM = {False: 215.0, True: 130.0}  # of a chart on a portrait and on a landscape page


def report_docx(document: Document, shown: Sequence[Shown], moment: datetime) -> bytes:
    """The report as DOCX. `moment` is written into it as its date: the same moment gives the same bytes."""
    writer = _Writer(document, shown)
    words = wording(document.language)
    main = writer.main_part()
    written = {
        "document": main,
        "styles": styles_xml(words),
        "settings": settings_xml(words),
        "numbering": numbering_xml(),
        "item": writer.controls.listing(outside_tokens(main.encode())),
        "namespace": NAMESPACE,
    }
    return package(writer.parts, written, document.title, f"{words.language}-{words.region}", moment)


def issued_numbers(document: Document, shown: Sequence[Shown]) -> Sequence[IssuedNumber]:
    """The numbers with which `report_docx` issues this report, in their order."""
    writer = _Writer(document, shown)
    writer.main_part()
    return writer.controls.issued


class _Writer:
    """Writes the blocks of one document; knows the part it is in and how wide its pages are."""

    def __init__(self, document: Document, shown: Sequence[Shown]):
        self._language = document.language
        labels = {value.id: value.label(document.language) for value in (*document.values, *document.tallies)}
        self.controls = NumberControls(labels, document.language)
        self.parts = Parts()
        self._is_old = document.style_profile == StyleProfile.CIRCULAR_01
        head = document.letterhead
        self._sheets = [Sheet(False, head.draft_mark, head.invented_mark, self._is_old, is_appendix=False)]
        self._written: list[list[tuple[type, str]]] = [[]]  # what stands on the pages of each section
        self._is_turned = False
        self._blocks = explain_signs([item.block for item in shown], document.language)
        self._svgs = {item.block.id: item.svg for item in shown if isinstance(item.block, Chart)}
        self._pictures: dict[str, bytes] = {}

    def main_part(self) -> str:
        self._pictures = self._drawn()
        for block in self._blocks:
            if isinstance(block, Appendix):
                self._open(replace(self._sheet, landscape=block.landscape, is_appendix=True, is_continued=False))
                self._is_turned = False
            else:
                self._turn_as_needed(block)
            self._written[-1].append((type(block), self._block(block)))
        ends = [section_xml(sheet, self.parts) for sheet in self._sheets]
        between = [*(paragraph("SectionEnd", "", end) for end in ends[:-1]), ends[-1]]
        told = ("".join(xml for _, xml in written) for written in self._written)
        body = "".join(f"{text}{end}" for text, end in zip(told, between, strict=True))
        return f"{DECLARATION}<w:document {XMLNS}><w:body>{body}</w:body></w:document>"

    @property
    def _sheet(self) -> Sheet:
        return self._sheets[-1]

    def _open(self, sheet: Sheet) -> None:
        """A new section of pages."""
        self._sheets.append(sheet)
        self._written.append([])

    def _turn_as_needed(self, block: Any) -> None:
        """A turned page for a table that is too wide for an upright one, to which the headings right above go over, and
        an upright page again after it."""
        is_upright = self._is_turned or not self._sheet.landscape
        is_wide = is_upright and isinstance(block, Table) and is_too_wide(block, self._language, PORTRAIT_MM)
        if is_wide == self._is_turned:
            return
        before = self._written[-1]
        taken: list[tuple[type, str]] = []
        while is_wide and before and before[-1][0] is Heading:
            taken.insert(0, before.pop())
        self._open(replace(self._sheet, landscape=is_wide, is_continued=True))
        self._written[-1] += taken
        self._is_turned = is_wide

    def _drawn(self) -> dict[str, bytes]:
        """The pictures of all charts, as wide as the pages on which they stand."""
        found: dict[str, float] = {}
        sheet = self._sheet
        for block in self._blocks:
            if isinstance(block, Appendix):
                sheet = replace(sheet, landscape=block.landscape)
            elif isinstance(block, Chart):
                if not self._svgs.get(block.id):
                    raise ValueError(f"chart {block.id!r} has no picture; show it in a notebook or draw it first")
                found[block.id] = sheet.room_mm
        return dict(zip(found, drawn([self._svgs[name] for name in found], list(found.values())), strict=True))

    def _block(self, block: Any) -> str:
        room = self._sheet.room_mm
        match block:
            case Document():
                return letterhead_xml(block.letterhead, wording(self._language))
            case Heading():
                return self._heading(block)
            case Paragraph():
                style = _STYLES.get(block.style, "BodyText")
                if style == "Basis" and self._is_old:
                    style = "BodyText"  # Thông tư 01/2011/TT-BNV prints legal bases upright
                return paragraph(style, line_runs(block.content, self.controls))
            case BulletList():
                return "".join(paragraph("ListBullet", line_runs(item, self.controls)) for item in block.items)
            case KeyFigures():
                return key_figures_xml(block, self.controls, self._language, room)
            case Table():
                return table_xml(block, self.controls, self._language, room)
            case Chart():
                return self._chart(block)
            case Findings():
                return findings_xml(block, self._language, room)
            case Signature():
                return signature_xml(block, room)
            case Appendix():
                return appendix_xml(block)
        raise TypeError(f"no Word for a block of type {type(block).__name__}")

    def _heading(self, block: Heading) -> str:
        level = min(max(block.level, 1), 3)
        text = block.text.upper() if level == 1 else block.text
        return paragraph(f"Heading{level}", run(f"{block.number} {text}".strip()))

    def _chart(self, block: Chart) -> str:
        content = self._pictures[block.id]
        width, height = fitted_mm(content, self._sheet.room_mm, _HIGHEST_MM[self._sheet.landscape])
        relation = self.parts.add_picture(content)
        alternative = pictures.alternative_of(block)
        picture = picture_xml(relation, len(self.parts.pictures), alternative, width, height)
        caption = f"{block.label}. {block.title}" if block.label else block.title
        notes = [line_runs(note, self.controls) for note in block.notes]
        notes += [run(block.source)] if block.source else []
        return (
            paragraph("Picture", picture)
            + paragraph("ChartCaption", run(caption), "<w:keepNext/>" if notes else "")
            + under_xml(notes)
        )
