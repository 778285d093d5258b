"""Dựng văn bản: the whole evaluation of a period, from its letterhead to its last appendix."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from poverty_evaluation.evaluation.blocks import (
    Appendix,
    Block,
    Chart,
    Document,
    Letterhead,
    Line,
    Number,
    Paragraph,
    Signature,
    Table,
)
from poverty_evaluation.evaluation.citations import legal_bases, lower_first
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.findings import (
    explanations,
    plain_findings,
    unexplained_errors,
    without_findings,
)
from poverty_evaluation.evaluation.forms import prescribed_forms
from poverty_evaluation.evaluation.outline import OutlineWalk
from poverty_evaluation.evaluation.patterns import line
from poverty_evaluation.evaluation.wording import document as wording
from poverty_evaluation.evaluation.working_paper import working_paper
from poverty_evaluation.vocabulary.choices import Audience
from poverty_evaluation.vocabulary.errors import InputError, InputProblem, did_you_mean


@dataclass(frozen=True)
class Evaluation:
    """The blocks of a report in reading order: the document itself, its opening, chapters, closing and appendices;
    the working paper on its data and the prescribed forms, each a document of its own."""

    document: Document
    opening: tuple[Block, ...]
    chapters: tuple[Block, ...]
    closing: tuple[Block, ...]
    appendices: tuple[Block, ...]
    working_paper: tuple[Block, ...] = ()
    forms: tuple[Block, ...] = ()


def build_evaluation(context: EvaluationContext) -> Evaluation:
    """The evaluation of one period by the outline its report.yml names; InputError on what leads nowhere."""
    if context.report.kind not in context.reference.outlines:
        raise InputError([_unknown_outline(context)])
    outline = context.reference.outlines[context.report.kind]
    walk = OutlineWalk(context, outline)
    problems = [*walk.problems, *unexplained_errors(context)]
    if problems:
        raise InputError(problems)
    numbered = _numbered([*walk.chapters, *walk.appendices], context)
    chapters, appendices = numbered[: len(walk.chapters)], numbered[len(walk.chapters) :]
    parts = (tuple(_opening(context)), tuple(chapters), tuple(_closing(context, appendices)), tuple(appendices))
    if not context.is_draft:
        parts = without_findings(parts)
    document = _document(context, outline.title[context.language])
    forms = prescribed_forms(context, document, _signature(context))
    return Evaluation(document, *parts, working_paper=working_paper(context, document), forms=forms)


def _unknown_outline(context: EvaluationContext) -> InputProblem:
    kind, known = context.report.kind, context.reference.outlines
    hint_vi, hint_en = did_you_mean(kind, known)
    return InputProblem(
        "mã một đề cương báo cáo", "the id of an outline", f"“{kind}”", f"“{kind}”",
        f"Sửa kind. {hint_vi}".strip(), f"Mend kind. {hint_en}".strip(),
        file=f"periods/{context.report.place}/{context.report.period}/report.yml", column="kind",
    )  # fmt: skip


def _document(context: EvaluationContext, type_name: str) -> Document:
    report = context.report
    subject = context.of_two(report.title_vi, report.title_en)
    return Document(
        title=subject,
        place_slug=report.place,
        place_name=context.place_name,
        period=report.period,
        period_label=context.period_label,
        language=context.language,
        style_profile=str(report.style_profile),
        status=str(report.status),
        audience=str(report.audience),
        letterhead=Letterhead(
            superior_body=context.of_two(report.issuer.superior_vi, report.issuer.superior_en),
            issuing_body=context.issuer_name,
            symbol=report.issuer.symbol,
            locality=context.of_two(report.issuer.locality_vi, report.issuer.locality_en),
            type_name=type_name,
            subject=subject,
            addressees=_addressees(context),
            draft_mark=context.say(wording.DRAFT) if context.is_draft else "",
            invented_mark=context.say(wording.INVENTED) if report.invented else "",
        ),
        values=context.values,
        findings=plain_findings(context) if context.is_draft else (),
        tallies=tuple(context.tallies.values()),
    )


def _addressees(context: EvaluationContext) -> tuple[str, ...]:
    """Nơi kính gửi: what goes up names whom it goes to, by a blank where report.yml does not say."""
    told = _received(context, context.report.addressees_vi, context.report.addressees_en)
    return told or ((wording.BLANK,) if context.report.audience is Audience.SUPERIOR else ())


def _received(context: EvaluationContext, vi: tuple[str, ...], en: tuple[str, ...]) -> tuple[str, ...]:
    """A list of the report's profile in its language; the Vietnamese one where no other was written."""
    return (en or vi) if context.language == "en" else vi


def _opening(context: EvaluationContext) -> Iterable[Block]:
    """Căn cứ, and the sentence that opens the report."""
    for basis in legal_bases(context):
        yield Paragraph(line(basis), "basis")
    report = context.report
    dates = {"from_date": context.day(report.data_from), "to_date": context.day(report.data_to)}
    yield Paragraph(context.fill(wording.OPENING, issuer=context.issuer_name, title=_title_inside(context), **dates))


def _closing(context: EvaluationContext, appendices: Sequence[Block]) -> Iterable[Block]:
    """What is attached, the sentence that ends the report, the signature and the recipients."""
    heads = [block for block in appendices if isinstance(block, Appendix)]
    if heads:
        attached = [
            context.say(wording.ATTACHED_ONE, number=head.number, title=_sentence_case(head.title)) for head in heads
        ]
        yield Paragraph(context.fill(wording.ATTACHED, appendices="; ".join(attached)))
    yield Paragraph(context.fill(wording.CLOSING, title=_title_inside(context)), "closing")
    yield _signature(context)


def _title_inside(context: EvaluationContext) -> str:
    """The report's title inside a sentence."""
    return lower_first(context.of_two(context.report.title_vi, context.report.title_en))


def _signature(context: EvaluationContext) -> Signature:
    """Who signs and who receives; a dotted blank for what report.yml leaves open."""
    report = context.report
    return Signature(
        authority=tuple(_authority(context, text) for text in report.signatory.authority),
        position=_authority(context, report.signatory.position) or wording.BLANK,
        name=report.signatory.name or wording.BLANK,
        recipients_label=context.say(wording.RECIPIENTS),
        recipients=_as_list(_received(context, report.recipients_vi, report.recipients_en) or (wording.BLANK,)),
    )


def _as_list(recipients: Sequence[str]) -> tuple[str, ...]:
    """Each line ends with a semicolon, the last with a full stop."""
    last = len(recipients) - 1
    return tuple(f"{name.rstrip(' ;.')}{'.' if place == last else ';'}" for place, name in enumerate(recipients))


def _authority(context: EvaluationContext, text: str) -> str:
    known = wording.AUTHORITIES.get(text)
    return context.say(known) if known is not None else text


def _sentence_case(title: str) -> str:
    """A heading in capitals as it reads inside a sentence."""
    return title[:1] + title[1:].lower() if title.isupper() else title


def _explained(context: EvaluationContext, table: Table) -> list[Line]:
    """What the offices said to the findings on the figures of a table, as notes under it."""
    numbers = [part for row in table.rows for cell in row.cells for part in cell if isinstance(part, Number)]
    return explanations(context, (one for number in numbers for one in number.finding_ids))


def _numbered(blocks: Iterable[Block], context: EvaluationContext) -> list[Block]:
    """Tables and charts get their running numbers in reading order, through chapters and appendices."""
    numbered: list[Block] = []
    tables = figures = 0
    for block in blocks:
        if isinstance(block, Table):
            tables += 1
            label = context.say(wording.TABLE, number=context.count(tables))
            block = replace(block, label=label, notes=(*block.notes, *_explained(context, block)))
        elif isinstance(block, Chart):
            figures += 1
            block = replace(block, label=context.say(wording.FIGURE, number=str(figures)))
        numbered.append(block)
    return numbered
