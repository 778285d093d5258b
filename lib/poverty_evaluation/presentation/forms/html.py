"""Biểu mẫu trong sổ tay: a prescribed form as a table of HTML, for whoever looks at the notebook."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from itertools import groupby

from poverty_evaluation.evaluation.blocks import Form, Line, Row
from poverty_evaluation.presentation.forms.heads import PlacedHead, placed_heads

WriteLine = Callable[[Line], str]


def form_html(form: Form, write: WriteLine) -> str:
    """The form with its heads, its row of column numbers, its rows and what stands below them."""
    lines = [list(group) for _, group in groupby(placed_heads(form.columns), key=lambda head: head.line)]
    head = "".join(f"<tr>{''.join(_head_cell(one) for one in line)}</tr>" for line in lines)
    if any(leaf.number for leaf in form.leaves):
        head += "<tr>" + "".join(f"<td>{escape(leaf.number)}</td>" for leaf in form.leaves) + "</tr>"
    body = "".join(_row(row, write) for row in form.rows)
    above = (*form.marks, *form.corner, form.attached_to)
    notes = "".join(f'<p class="note">{write(note)}</p>' for note in form.notes)
    return (
        f'<figure class="prescribed-form"><figcaption>{"<br>".join(map(escape, above))}'
        f"<br><strong>{escape(form.title)}</strong><br>{escape(form.subtitle)}<br>{escape(form.unit_line)}</figcaption>"
        f"<table><thead>{head}</thead><tbody>{body}</tbody></table>{notes}</figure>"
    )


def _head_cell(head: PlacedHead) -> str:
    across = f' colspan="{head.across}"' if head.across > 1 else ""
    down = f' rowspan="{head.down}"' if head.down > 1 else ""
    scope = "colgroup" if head.across > 1 else "col"
    return f'<th scope="{scope}"{across}{down}>{escape(head.text)}</th>'


def _row(row: Row, write: WriteLine) -> str:
    return f'<tr class="{escape(row.role)}">' + "".join(f"<td>{write(cell)}</td>" for cell in row.cells) + "</tr>"
