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
from poverty_evaluation.vocabulary.values import IndicatorValue

_JSON_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def provenance(document: Document, blocks: Iterable[Any]) -> dict[str, dict[str, Any]]:
    """What is known about every value of the document and every number that its blocks show, by id."""
    language = document.language
    words = wording(language)
    findings = {str(finding["id"]): _finding_of_number(finding, language) for finding in document.findings}
    concerning: dict[str, list[str]] = {}
    for finding in document.findings:
        for value_id in finding.get("indicator_ids", ()):
            concerning.setdefault(str(value_id), []).append(str(finding["id"]))
    shown = {number.value_id: number for block in blocks for number in numbers_of(block)}
    for number in shown.values():
        known = concerning.setdefault(number.value_id, [])
        known += [finding_id for finding_id in number.finding_ids if finding_id not in known]
    entries = {value.id: _value_entry(value, language) for value in (*document.values, *document.tallies)}
    for value_id, number in shown.items():
        if value_id and value_id not in entries:
            entries[value_id] = _number_entry(number, language)
    for value_id, number in shown.items():
        if value_id:
            entries[value_id]["status"] = str(number.status)  # a disputed figure may have been explained since
    for value_id, entry in entries.items():
        entry["findings"] = [findings[key] for key in concerning.get(value_id, ()) if key in findings]
        entry["qualifier_text"] = words.qualifiers[entry["qualifier"]]
        entry["status_text"] = words.statuses[entry["status"]]
    return entries


def json_for_script(value: Any) -> str:
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, escaped in _JSON_ESCAPES.items():
        text = text.replace(character, escaped)
    return text


def _finding_of_number(finding: Mapping[str, Any], language: str) -> dict[str, str]:
    message = finding.get("message_en" if language == "en" else "message_vi", "")
    explanation = finding.get("explanation_en" if language == "en" else "") or finding.get("explanation", "")
    return {
        "id": str(finding["id"]),
        "severity": str(finding.get("severity", "")),
        "message": str(message),
        "quote": str(finding.get("quote", "")),
        "computed": str(finding.get("computed", "")),
        "explanation": str(explanation),
    }


def _value_entry(value: IndicatorValue, language: str) -> dict[str, Any]:
    entry = _number_entry(number_of(value), language)
    return {
        **entry,
        "label": value.label(language),
        "unit_text": value.unit_en if language == "en" else value.unit_vi,
        "formula": value.formula,
        "operands": list(value.operands),
        "sources": [{**cell.to_plain(), "line": cell.document_line} for cell in value.sources],
    }


def _number_entry(number: Number, language: str) -> dict[str, Any]:
    return {
        "label": number.value_id,
        "value": formatting.exact_decimal(number.value),
        "formatted": formatting.write(replace(number, form=NumberForm.TEXT), language),
        "unit": number.unit,
        "unit_text": "",
        "qualifier": str(number.qualifier),
        "status": str(number.status),
        "as_printed": number.as_printed,
        "formula": "",
        "operands": [],
        "sources": [],
    }
