"""Nguồn của số: what the page knows about every number, as JSON keyed by the id of the value."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from poverty_evaluation.evaluation.blocks import Document, Number, NumberForm, number_of
from poverty_evaluation.presentation import formatting
from poverty_evaluation.presentation.signs import numbers_of
from poverty_evaluation.presentation.wording import wording
from poverty_evaluation.vocabulary.choices import Qualifier
from poverty_evaluation.vocabulary.sources import SourceCell
from poverty_evaluation.vocabulary.values import IndicatorValue

_MANY = 12  # cells that a reader can still take in; a sum of more names them through its operands
_LEFT_OUT = ("unit_text", "findings", "qualifier_text")  # where they say nothing
_JSON_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def provenance(document: Document, blocks: Iterable[Any]) -> dict[str, dict[str, Any]]:
    """What is known about every number that the blocks show and about every value they come from, by id.

    Left out where they say nothing: unit_text, findings, qualifier_text (of an exact figure) and the
    document line of a source. A sum of very many cells names them through its operands (see `_sources`).
    """
    language = document.language
    values = {value.id: value for value in (*document.values, *document.tallies)}
    shown = {number.value_id: number for block in blocks for number in numbers_of(block) if number.value_id}
    findings = findings_by_id(document)
    concerning = _concerning(document, shown.values())
    entries: dict[str, dict[str, Any]] = {}
    for value_id in _followed(shown, values):
        if value_id in values:
            entry = _value_entry(values[value_id], values, language)
        else:
            entry = _number_entry(shown[value_id], language)
        if value_id in shown:
            entry["status"] = str(shown[value_id].status)  # a disputed figure may have been explained since
        entry["findings"] = [findings[key] for key in concerning.get(value_id, ()) if key in findings]
        entries[value_id] = {name: item for name, item in entry.items() if item or name not in _LEFT_OUT}
    return entries


def findings_by_id(document: Document) -> dict[str, dict[str, Any]]:
    """The findings of the document, the gravest first, as the page tells them."""
    grave = {severity: place for place, severity in enumerate(("error", "warning", "note"))}
    ordered = sorted(document.findings, key=lambda finding: grave.get(str(finding.get("severity")), len(grave)))
    return {str(finding["id"]): _finding_of_number(finding, document.language) for finding in ordered}


def findings_of_page(document: Document, blocks: Iterable[Any]) -> list[dict[str, Any]]:
    """The findings of the document with the ids of the values each concerns, for the list that leads to them."""
    shown = [number for block in blocks for number in numbers_of(block)]
    concerned: dict[str, list[str]] = {}
    for value_id, finding_ids in _concerning(document, shown).items():
        for finding_id in finding_ids:
            concerned.setdefault(finding_id, []).append(value_id)
    return [{**told, "numbers": concerned.get(key, [])} for key, told in findings_by_id(document).items()]


def _concerning(document: Document, shown: Iterable[Number]) -> dict[str, list[str]]:
    """The ids of the findings on each value."""
    concerning: dict[str, list[str]] = {}
    for finding in document.findings:
        for value_id in finding.get("indicator_ids", ()):
            concerning.setdefault(str(value_id), []).append(str(finding["id"]))
    for number in shown:
        known = concerning.setdefault(number.value_id, [])
        known += [finding_id for finding_id in number.finding_ids if finding_id not in known]
    return concerning


def _followed(shown: Iterable[str], values: Mapping[str, IndicatorValue]) -> list[str]:
    """What is shown, then what that was computed from, and so on down."""
    found = dict.fromkeys(shown)
    waiting = list(found)
    while waiting:
        value = values.get(waiting.pop())
        for operand in value.operands if value else ():
            if operand in values and operand not in found:
                found[operand] = None
                waiting.append(operand)
    return list(found)


def json_for_script(value: Any) -> str:
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, escaped in _JSON_ESCAPES.items():
        text = text.replace(character, escaped)
    return text


def _finding_of_number(finding: Mapping[str, Any], language: str) -> dict[str, str]:
    message = finding.get("message_en" if language == "en" else "message_vi", "")
    explanation = finding.get("explanation_en" if language == "en" else "") or finding.get("explanation", "")
    computed = finding.get("computed_en" if language == "en" else "") or finding.get("computed", "")
    quote = finding.get("quote", "")
    return {
        "id": str(finding["id"]),
        "severity": str(finding.get("severity", "")),
        "message": str(message),
        "quote": f"“{quote}”" if quote and language == "en" else str(quote),
        "computed": str(computed),
        "explanation": str(explanation),
    }


def _value_entry(value: IndicatorValue, values: Mapping[str, IndicatorValue], language: str) -> dict[str, Any]:
    entry = _number_entry(number_of(value), language)
    return {
        **entry,
        "label": value.label(language),
        "unit_text": value.unit_en if language == "en" else value.unit_vi,
        "formula": value.formula,
        "operands": list(value.operands),
        **_sources(value, values),
    }


def _sources(value: IndicatorValue, values: Mapping[str, IndicatorValue]) -> dict[str, Any]:
    """The cells a value comes from. Where there are very many and its operands name all of them, only how many."""
    operands = [values[operand] for operand in value.operands if operand in values]
    if len(value.sources) > _MANY and set(value.sources) <= {cell for one in operands for cell in one.sources}:
        return {"sources": [], "source_count": len(value.sources)}
    return {"sources": [_source(cell) for cell in value.sources]}


def _source(cell: SourceCell) -> dict[str, Any]:
    line = {"line": cell.document_line} if cell.document_line else {}
    return {**cell.to_plain(), **line}


def _number_entry(number: Number, language: str) -> dict[str, Any]:
    words = wording(language)
    return {
        "label": number.value_id,
        "value": formatting.exact_decimal(number.value),
        "formatted": formatting.write(replace(number, form=NumberForm.TEXT), language),
        "unit": number.unit,
        "unit_text": "",
        "qualifier": str(number.qualifier),
        "qualifier_text": "" if number.qualifier is Qualifier.EXACT else words.qualifiers[number.qualifier],
        "status": str(number.status),
        "as_printed": number.as_printed,
        "formula": "",
        "operands": [],
        "sources": [],
    }
