"""Phát hiện trong trang: the list of findings as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from poverty_evaluation.evaluation.blocks import FindingItem, Findings
from poverty_evaluation.presentation.heads import finding_headings
from poverty_evaluation.presentation.html.text import quoted_html, safe_id
from poverty_evaluation.presentation.wording import wording


def findings_html(block: Findings, language: str) -> str:
    words = wording(language)
    if not block.items:
        return f'<p class="no-findings">{words.no_findings}</p>'
    labels = finding_headings(block, language)
    items = "\n".join(_finding(item, labels) for item in block.items)
    return f'<ol class="findings">\n{items}\n</ol>'


def _finding(item: FindingItem, labels: Sequence[str]) -> str:
    pairs = [(labels[3], item.quote), (labels[5], item.computed), (labels[6], item.where)]
    details = "".join(
        f"<div><dt>{escape(label)}</dt><dd>{quoted_html(escape(text), item.id)}</dd></div>"
        for label, text in pairs
        if text
    )
    severity = item.severity if item.severity in ("error", "warning", "note") else "note"
    return (
        f'<li class="finding {severity}" id="{safe_id(f"finding-{item.id}")}"><p class="finding-head">'
        f'<strong class="severity">{escape(item.severity_label)}</strong> '
        f'<span class="kind">{escape(item.kind_label)}</span></p>'
        f"<p>{quoted_html(escape(item.message), item.id)}</p>" + (f"<dl>{details}</dl>" if details else "") + "</li>"
    )
