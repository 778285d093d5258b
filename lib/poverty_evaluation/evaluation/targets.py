"""Chỉ tiêu được giao: what the documents ask for; whether it is met is said only where the data allow it."""

from __future__ import annotations

from poverty_evaluation.evaluation.blocks import Column, NumberForm, Row, Table
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.listings import text


def targets_table(context: EvaluationContext) -> Table | None:
    """One row per target with its document. A target without a measured indicator cannot be assessed, and says so."""
    rows = []
    for target in context.tables["targets"].itertuples(index=False):
        value = context.find("target_value", target=target.target_id)
        if value is None:
            continue
        documents = context.tables["documents"]
        cited = documents[documents["symbol"] == target.document]
        symbol = (
            f"{cited.iloc[0]['type_vi']} số {target.document}"
            if len(cited) and context.language == "vi"
            else target.document
        )
        rows.append(
            Row(
                (
                    text(str(len(rows) + 1)),
                    text(context.label(target)),
                    text(symbol),
                    (context.number(value, NumberForm.TEXT),),
                    text(context.say("chưa đủ căn cứ đánh giá", "cannot be assessed")),
                )
            )
        )
    if not rows:
        return None
    return Table(
        id="targets",
        label="",
        title=context.say("Chỉ tiêu được giao", "Targets"),
        unit_line="",
        columns=(
            Column("TT", "center", "(A)", 0.5),
            Column(context.say("Chỉ tiêu", "Target"), "left", "(B)", 3.5),
            Column(context.say("Văn bản giao", "Document"), "left", "(C)", 2.2),
            Column(context.say("Mức giao", "Value"), "right", "(1)", 1.0),
            Column(context.say("Đánh giá", "Assessment"), "left", "(2)", 1.6),
        ),
        rows=tuple(rows),
        source=context.say("Văn bản giao chỉ tiêu", "The documents that assign the targets"),
    )
