"""Lời văn: the office's Markdown with its references resolved, as paragraphs and lists of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import mistune

from poverty_evaluation.evaluation.blocks import BulletList, Inline, Line, NumberForm, Paragraph, Text
from poverty_evaluation.evaluation.citations import citation, first_citation, known_symbols
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.untranslated import untranslated
from poverty_evaluation.reference import UnknownCodeError
from poverty_evaluation.vocabulary.errors import InputError, InputProblem, did_you_mean

_REFERENCE = re.compile(r"\{([^{}\n]*)\}")
_FORMS = {"": NumberForm.TEXT, "words": NumberForm.WORDS, "magnitude": NumberForm.MAGNITUDE}
_PREFIXES = ("doc", "name", "place", "date")


class _UnknownReferenceError(Exception):
    """A reference that names nothing; carries the hint (vi, en)."""

    def __init__(self, hint: tuple[str, str]):
        self.hint = hint


@dataclass
class Citations:
    """The documents a report has told in full so far; the next mention of such a document is a short one."""

    told: set[str] = field(default_factory=set)

    def cite(self, symbol: str, context: EvaluationContext) -> str:
        is_first = symbol not in self.told
        self.told.add(symbol)
        return first_citation(symbol, context) if is_first else citation(symbol, context)


@dataclass(frozen=True)
class _Passage:
    """A text being resolved, and what it has to know for that."""

    key: str
    text: str
    context: EvaluationContext
    citations: Citations
    problems: list[InputProblem]


def narrative_blocks(
    name: str, context: EvaluationContext, citations: Citations | None = None
) -> list[Paragraph | BulletList]:
    """The blocks of narrative/<name>.md, none when the office sent no such text.

    In an English report the text under narrative/en/ is used; where there is none a line says that the text is not
    translated, with the figures it tells. InputError names every reference that leads nowhere.
    """
    key = f"en/{name}" if context.language == "en" else name
    if context.narrative.get(key, "").strip():
        return _resolved(_Passage(key, context.narrative[key], context, citations or Citations(), []))
    if not context.narrative.get(name, "").strip():
        return []
    original = _resolved(_Passage(name, context.narrative[name], context, Citations(), []))
    return untranslated(original, _cited(context.narrative[name], context, citations or Citations()), context)


def _resolved(passage: _Passage) -> list[Paragraph | BulletList]:
    """The blocks of a text; InputError names every reference in it that leads nowhere."""
    blocks = [
        block for node in mistune.create_markdown(renderer="ast")(passage.text) for block in _blocks(node, passage)
    ]
    if passage.problems:
        raise InputError(_located(passage))
    return blocks


def _cited(text: str, context: EvaluationContext, citations: Citations) -> list[str]:
    """The documents that a text refers to, each once."""
    symbols = [match[1].removeprefix("doc:") for match in _REFERENCE.finditer(text) if match[1].startswith("doc:")]
    return [citations.cite(symbol, context) for symbol in dict.fromkeys(symbols)]


def _blocks(node: Any, passage: _Passage) -> Iterator[Paragraph | BulletList]:
    if node["type"] == "paragraph":
        yield Paragraph(_line(node["children"], passage))
    elif node["type"] == "list":
        items = [
            [child for part in item["children"] for child in part.get("children", [])] for item in node["children"]
        ]
        yield BulletList(tuple(_line(item, passage) for item in items))
    elif node["type"] == "heading":
        yield Paragraph(_line(node["children"], passage, bold=True))


def _line(children: Sequence[Any], passage: _Passage, bold: bool = False, italic: bool = False) -> Line:
    parts: list[Inline] = []
    for child in children:
        kind = child["type"]
        if kind in ("softbreak", "linebreak"):
            parts.append(Text(" ", bold, italic))
        elif "children" in child:
            parts += _line(child["children"], passage, bold or kind == "strong", italic or kind == "emphasis")
        else:
            parts += _inline(child.get("raw", ""), passage, bold, italic)
    return tuple(parts)


def _inline(text: str, passage: _Passage, bold: bool, italic: bool) -> Iterator[Inline]:
    at = 0
    for match in _REFERENCE.finditer(text):
        if match.start() > at:
            yield Text(text[at : match.start()], bold, italic)
        try:
            found = _resolve(match[1], passage)
            yield Text(found, bold, italic) if isinstance(found, str) else found
        except _UnknownReferenceError as unknown:
            passage.problems.append(_problem(match[0], unknown.hint))
        at = match.end()
    if at < len(text):
        yield Text(text[at:], bold, italic)


# --- references ---------------------------------------------------------------------------------------------------


def _resolve(reference: str, passage: _Passage) -> str | Inline:
    """One reference: {period}, {doc:…}, {name:…}, {place:…}, {date:…}, {value-id} or {value-id|words}."""
    context = passage.context
    prefix, _, rest = reference.partition(":")
    if reference == "period":
        return context.period_label
    if not rest or prefix not in _PREFIXES:
        return _value(reference, context)
    if prefix == "doc":
        return _document(rest, passage)
    return {"name": _name, "place": _place, "date": _date}[prefix](rest, context)


def _value(reference: str, context: EvaluationContext) -> Inline:
    identity, _, form = reference.partition("|")
    if form not in _FORMS:
        raise _UnknownReferenceError(did_you_mean(form, [known for known in _FORMS if known]))
    if "@" not in identity:
        identity = f"{identity}@{context.place_code}/{context.report.period}"
    value = context.by_id.get(identity)
    if value is None:
        bare, names = identity.split("@")[0], [known.split("@")[0] for known in context.by_id]
        raise _UnknownReferenceError(did_you_mean(bare, [*names, *context.by_id, "period"]))
    return context.number(value, _FORMS[form])


def _document(symbol: str, passage: _Passage) -> str:
    cited = passage.citations.cite(symbol, passage.context)
    if not cited:
        raise _UnknownReferenceError(did_you_mean(symbol, known_symbols(passage.context)))
    return cited


def _name(code: str, context: EvaluationContext) -> str:
    try:
        return context.name(code)
    except UnknownCodeError as error:
        known = context.reference.name_codes(context.report.programme_id)
        raise _UnknownReferenceError(did_you_mean(code, known)) from error


def _place(code: str, context: EvaluationContext) -> str:
    places = context.reference.places
    found = places.find(code, context.report.as_of) or (places.place_by_slug(code) if code in places.slugs else None)
    if found is None:
        raise _UnknownReferenceError(did_you_mean(code, [*places.codes, *places.slugs]))
    return found.full_name(context.language)


def _date(day: str, context: EvaluationContext) -> str:
    try:
        return context.day(day)
    except ValueError as error:
        hint = ("Viết ngày dạng năm-tháng-ngày, ví dụ 2017-12-31.", "Write the date as 2017-12-31.")
        raise _UnknownReferenceError(hint) from error


# --- what cannot be resolved --------------------------------------------------------------------------------------


def _problem(reference: str, hint: tuple[str, str]) -> InputProblem:
    return InputProblem(
        "một tham chiếu đã biết", "a known reference", reference, reference,
        f"Sửa tham chiếu. {hint[0]}".strip(), f"Mend the reference. {hint[1]}".strip(),
    )  # fmt: skip


def _located(passage: _Passage) -> list[InputProblem]:
    """The problems with file and line; a reference that stands there several times is looked for once for each."""
    report = passage.context.report
    file = f"periods/{report.place}/{report.period}/narrative/{passage.key}.md"
    located, after = [], dict.fromkeys((problem.found_en for problem in passage.problems), 0)
    for problem in passage.problems:
        at = passage.text.find(problem.found_en, after[problem.found_en])
        after[problem.found_en] = at + 1
        line = passage.text[: max(0, at)].count("\n") + 1
        located.append(
            InputProblem(
                problem.expected_vi, problem.expected_en, problem.found_vi, problem.found_en, problem.remedy_vi,
                problem.remedy_en, file=file, row=line,
            )
        )  # fmt: skip
    return located
