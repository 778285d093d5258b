"""Trang HTML của cuộc rà soát: one file with the whole text, its figures marked, and the findings."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from poverty_evaluation.audit.documents.source import SourceText
from poverty_evaluation.audit.findings import AuditResult, AuditVerdict
from poverty_evaluation.audit.showing.marks import Mark, Marks
from poverty_evaluation.audit.showing.page_text import text_nodes
from poverty_evaluation.audit.showing.quotes import Part, quote_parts
from poverty_evaluation.audit.showing.shown import GRAVITY, VERDICTS, Numbered, Show, numbered
from poverty_evaluation.audit.showing.words import SIGNS, Words, words

if TYPE_CHECKING:
    import jinja2

_SECTIONS = (
    (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY),
    (AuditVerdict.UNVERIFIABLE,),
    (AuditVerdict.HOLDS,),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding as the list tells it, with the marks of its figures in the text."""

    number: int
    verdict: AuditVerdict
    kind: str
    place: str
    anchor: int | None
    quote: tuple[Part, ...]
    computation: str
    explanation: str
    readings: tuple[str, ...]
    figures: tuple[tuple[str, int, int | None], ...]  # text, line, number of the mark
    others: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Findings that are listed together; what need not be mended is folded away."""

    name: str
    title: str
    is_folded: bool
    findings: tuple[Listed, ...]


def audit_page(source: SourceText, result: AuditResult, show: Show = Show.CONTRADICTIONS, language: str = "vi") -> str:
    """The page of one audit. It holds all findings; `show` says which are lit when it opens."""
    told = words(language)
    found = numbered(sorted(result.findings, key=lambda one: 0 if GRAVITY[one.verdict] < 2 else GRAVITY[one.verdict]))
    marks = Marks(found)
    return render(
        "audit.html.j2",
        told=told,
        **named(told.title, told.file, result.file),
        result=result,
        nodes=text_nodes(source, marks),
        sections=list(_sections(found, source, marks, told)),
        notes=[(note.message_en if language == "en" else note.message_vi, note.lines) for note in result.notes],
        counts=[(verdict, told.count(verdict, len(result.of_verdict(verdict)))) for verdict in AuditVerdict],
        lit=VERDICTS[show],
        signs=SIGNS,
        said=_PAGE_WORDS[language],
        name_of=lambda mark: _name(mark, told),
    )


def named(what: str, label: str, file: str) -> dict[str, str]:
    """The heading of a page: what it is and the name of the file; below it the path, where that says more."""
    name = PurePath(file).name
    return {"title": f"{what}: {name}" if name else what, "path": f"{label}: {file}" if file != name else ""}


def render(template: str, **values: Any) -> str:
    """A page from one of the templates, with its style, script and policy; every text in it is escaped."""
    return _environment().get_template(template).render(**values, **_assets())


def _assets() -> dict[str, Any]:
    """The style, the script and the policy that lets these two work and nothing else."""
    style, script = _read("audit.css"), _read("audit.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return {"style": style, "script": script, "policy": policy}


@cache
def _environment() -> jinja2.Environment:
    import jinja2

    loader = jinja2.PackageLoader("poverty_evaluation.audit.showing")
    return jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _read(name: str) -> str:
    return resources.files(__package__).joinpath("templates", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _sections(found: Sequence[Numbered], source: SourceText, marks: Marks, told: Words) -> Iterable[Section]:
    for place, verdicts in enumerate(_SECTIONS):
        listed = tuple(_listed(one, source, marks, told) for one in found if one.finding.verdict in verdicts)
        if listed or place == 0:
            title = " · ".join(f"{SIGNS[verdict]} {told.verdicts[verdict].capitalize()}" for verdict in verdicts)
            yield Section(str(verdicts[0]), title, place > 0, listed)


def _listed(one: Numbered, source: SourceText, marks: Marks, told: Words) -> Listed:
    finding = one.finding
    figures = [(" ".join(each.text.split()), each.line, marks.at(each.start)) for each in finding.figures]
    first = marks.at(finding.figures[0].start if finding.figures else finding.start)
    return Listed(
        one.number,
        finding.verdict,
        told.kinds[finding.kind],
        told.place(finding),
        None if first is None else first.number,
        quote_parts(finding, source),
        finding.computation,
        told.explained(finding),
        finding.readings,
        tuple((text, line, None if mark is None else mark.number) for text, line, mark in figures),
        one.others,
    )


def _name(mark: Mark, told: Words) -> str:
    """What a screen reader says behind a marked figure."""
    return ", ".join(f"{told.verdicts[one.finding.verdict].lower()} {one.number}" for one in mark.findings)


_PAGE_WORDS = {
    "vi": {
        "skip": "Đến danh sách phát hiện",
        "text": "Văn bản",
        "filters": "Lọc theo kết luận",
        "see": "Xem trong văn bản",
        "close": "Đóng",
        "chosen": "Phát hiện về con số đã chọn",
        "table": "Bảng trong văn bản, cuộn ngang được",
        "page": "Trang",
        "back": "Về đầu văn bản",
        "hint": "Bấm vào con số được gạch chân để xem phép tính; các con số liên quan cùng sáng lên.",
    },
    "en": {
        "skip": "To the list of findings",
        "text": "Text",
        "filters": "Filter by verdict",
        "see": "See in the text",
        "close": "Close",
        "chosen": "Findings on the chosen figure",
        "table": "Table of the text, scrolls sideways",
        "page": "Page",
        "back": "To the beginning of the text",
        "hint": "Choose an underlined figure to see the computation; the figures it depends on light up with it.",
    },
}
