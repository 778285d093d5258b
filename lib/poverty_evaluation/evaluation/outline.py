"""Dựng theo đề cương: the nodes of an outline become blocks, chapter by chapter; what is unknown is collected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from poverty_evaluation.evaluation import sections
from poverty_evaluation.evaluation.asked import AskedBlock
from poverty_evaluation.evaluation.blocks import Appendix, Block, Findings, Heading, Paragraph, Table
from poverty_evaluation.evaluation.changes import change_sentences
from poverty_evaluation.evaluation.citations import SECTIONS, documents_list
from poverty_evaluation.evaluation.comparison_sentences import comparison_sentences
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.findings import findings_block, findings_requests, findings_summary
from poverty_evaluation.evaluation.fund_sentences import fund_sentences
from poverty_evaluation.evaluation.missing import no_data, no_text
from poverty_evaluation.evaluation.patterns import line
from poverty_evaluation.evaluation.pictures import charts
from poverty_evaluation.evaluation.policy_review import policy_review
from poverty_evaluation.evaluation.prose import Citations, narrative_blocks
from poverty_evaluation.evaluation.sentences import near_poverty_sentences, poverty_headline, poverty_sentences
from poverty_evaluation.evaluation.tables.activities import activities_table
from poverty_evaluation.evaluation.tables.annexes import method_paragraphs
from poverty_evaluation.evaluation.tables.catalogue import TABLES
from poverty_evaluation.evaluation.tables.dress import ROMAN
from poverty_evaluation.evaluation.tables.policies_matrix import POLICY_MATRIX
from poverty_evaluation.evaluation.target_sentences import target_sentences
from poverty_evaluation.evaluation.wording import document as wording
from poverty_evaluation.evaluation.wording import tables as table_wording
from poverty_evaluation.reference import Outline, OutlineBlock, OutlineNode
from poverty_evaluation.vocabulary.errors import InputError, InputProblem

#: A table of more columns than these asks for a landscape page.
_WIDEST_PORTRAIT_TABLE = 8


class OutlineWalk:
    """Walks an outline once. Appendices come first, since chapters refer to them by number; `problems` names every
    block that leads nowhere, each with its place in the outline."""

    def __init__(self, context: EvaluationContext, outline: Outline):
        self.context = context
        self.problems: list[InputProblem] = []
        self.citations = Citations(_told_in_lists(context, outline))
        self.findings_appendix = self.policies_appendix = ""
        self._kinds = self._builders()
        self.appendices = self._appendices(outline)
        self.chapters = [
            block
            for number, node in enumerate(outline.chapters, 1)
            for block in self._chapter(number, node, f"chapters[{number}]")
        ]

    def _builders(self) -> Mapping[str, Callable[[AskedBlock], Iterable[Block]]]:
        context = self.context
        return {
            "narrative": self._narrative,
            "documents": self._documents,
            "poverty_sentences": lambda _: [Paragraph(said) for said in poverty_sentences(context)],
            "near_poverty_sentences": lambda _: [Paragraph(said) for said in near_poverty_sentences(context)],
            "poverty_headline": lambda _: [Paragraph(said) for said in poverty_headline(context)],
            "change_sentences": self._change_sentences,
            "comparison_sentences": lambda _: [Paragraph(said) for said in comparison_sentences(context)],
            "fund_sentences": lambda _: [Paragraph(said) for said in fund_sentences(context)],
            "target_sentences": lambda _: [Paragraph(said) for said in target_sentences(context)],
            "table": self._table,
            "chart": self._chart,
            "activities": self._activities,
            "organisations": self._organisations,
            "organisation_activities": self._organisation_activities,
            "components": lambda _: sections.components(context, self.citations),
            "policy_review": lambda _: policy_review(context, self.policies_appendix),
            "findings": lambda _: findings_block(context),
            "findings_summary": lambda _: findings_summary(context, self.findings_appendix),
            "findings_requests": lambda _: findings_requests(context),
            "method": lambda _: method_paragraphs(context),
            "notes": lambda _: sections.notes(context),
        }

    # --- nodes ----------------------------------------------------------------------------------------------------

    def _chapter(self, number: int, node: OutlineNode, where: str) -> list[Block]:
        """A chapter with its sections. A chapter or section of which nothing was sent says so in one sentence; an
        optional section is then left out."""
        blocks: list[Block] = [Heading(1, f"{ROMAN[number]}.", self._title(node)), *self._blocks(node, where)]
        position = 0
        for place, section in enumerate(node.sections, 1):
            content = self._blocks(section, f"{where}.sections[{place}]")
            if content or not section.is_optional:
                position += 1
                shown = content or [self._nothing_sent(section)]
                blocks += [Heading(2, f"{position}.", self._title(section)), *shown]
        return blocks if len(blocks) > 1 else [*blocks, self._nothing_sent(node)]

    def _appendices(self, outline: Outline) -> list[Block]:
        """The appendices that hold something, numbered without a gap."""
        blocks: list[Block] = []
        number = 0
        for position, node in enumerate(outline.appendices, 1):
            content = self._blocks(node, f"appendices[{position}]")
            if not content:
                continue
            number += 1
            head = self._appendix_head(number, node, content)
            if any(block.kind == "findings" for block in node.blocks):
                self.findings_appendix = head.number
            if any(isinstance(block, Table) and block.id == POLICY_MATRIX for block in content):
                self.policies_appendix = head.number
            blocks += [head, *content]
        return blocks

    def _appendix_head(self, number: int, node: OutlineNode, content: Iterable[Block]) -> Appendix:
        context = self.context
        is_wide = any(
            isinstance(block, Findings) or (isinstance(block, Table) and len(block.columns) > _WIDEST_PORTRAIT_TABLE)
            for block in content
        )
        attached = context.say(wording.ATTACHED_TO, symbol=context.report.issuer.symbol, issuer=context.issuer_name)
        return Appendix(context.say(wording.APPENDIX, number=ROMAN[number]), self._title(node), attached, is_wide)

    def _title(self, node: OutlineNode) -> str:
        return node.heading[self.context.language] if node.heading else ""

    def _nothing_sent(self, node: OutlineNode) -> Paragraph:
        return Paragraph(no_text(self.context, self._title(node).lower()))

    def _blocks(self, node: OutlineNode, where: str) -> list[Block]:
        built: list[Block] = []
        for position, block in enumerate(node.blocks, 1):
            asked = AskedBlock(self.context, block, f"{where}.blocks[{position}]")
            self.problems += asked.wrong_options()
            builder = self._kinds.get(block.kind)
            if builder is None:
                self.problems.append(asked.unknown(block.kind, self._kinds, of="kind"))
                continue
            try:
                built += builder(asked)
            except InputError as error:
                self.problems += error.problems
        return built

    # --- blocks ---------------------------------------------------------------------------------------------------

    def _narrative(self, asked: AskedBlock) -> Iterable[Block]:
        found = narrative_blocks(asked.name, self.context, self.citations)
        missing = asked.worded("missing")
        return [Paragraph(no_text(self.context, missing))] if missing and not found else found

    def _documents(self, asked: AskedBlock) -> Iterable[Block]:
        section = asked.known_name(SECTIONS)
        listed = documents_list([section], self.context)
        if listed is None:
            return []
        lead = asked.worded("lead")
        return [Paragraph(line(lead)), listed] if lead else [listed]

    def _table(self, asked: AskedBlock) -> Iterable[Block]:
        return TABLES[asked.known_name(TABLES)](asked)

    def _chart(self, asked: AskedBlock) -> Iterable[Block]:
        for end in ("count", "rate"):
            asked.indicators(end)
        asked.texts("bases", sorted({unit.unit_code for unit in self.context.reference.units.values()}))
        builders = charts(self.context, asked.block.options)
        built = builders[asked.known_name(builders)]()
        return [built] if built is not None else []

    def _change_sentences(self, asked: AskedBlock) -> Iterable[Block]:
        return [Paragraph(said) for said in change_sentences(self.context, asked.indicators("indicators"))]

    def _activities(self, asked: AskedBlock) -> Iterable[Block]:
        """The activities of a group of measures, of all groups where none is named; or what was not sent."""
        context = self.context
        group = asked.known_name(context.reference.measure_groups) if asked.name else ""
        total = context.find("support_money", measure_group=group) if group else None
        title = asked.worded("title") or context.say(table_wording.ALL_ACTIVITIES)
        chosen = sections.activities_of_group(context, group)
        table = activities_table(chosen, group or "activities", title, context, total)
        missing = asked.worded("missing")
        if table is None:
            is_missing = missing and not self._was_sent(asked.text("beside"))
            return [Paragraph(no_data(context, missing))] if is_missing else []
        return [table]

    def _was_sent(self, table: str) -> bool:
        """Whether the table beside a block tells of its subject as well."""
        frame = self.context.tables.get(table)
        return frame is not None and not frame.empty

    def _organisations(self, asked: AskedBlock) -> Iterable[Block]:
        known = self.context.reference.organisations
        problems = [*asked.wrong_texts("also", known), *asked.wrong_name(self._types())]
        if problems:
            raise InputError(problems)
        shown = [*asked.texts("also"), *sections.organisation_codes(self.context, asked.name)]
        return sections.organisations(self.context, shown, self.citations, asked.worded("missing"))

    def _organisation_activities(self, asked: AskedBlock) -> Iterable[Block]:
        codes = sections.organisation_codes(self.context, asked.known_name(self._types()))
        return sections.organisation_tables(self.context, codes)

    def _types(self) -> list[str]:
        """The types of organisations that the reference data know."""
        return sorted({item.type for item in self.context.reference.organisations.values()})


def _told_in_lists(context: EvaluationContext, outline: Outline) -> set[str]:
    """The documents that the report cites in full anyway: its legal bases, and those of the lists it shows."""
    shown = {block.name for node in outline.chapters for block in _all_blocks(node) if block.kind == "documents"}
    rows = context.tables["documents"]
    return {*context.report.legal_bases, *rows[rows["section"].isin(shown)]["symbol"]}


def _all_blocks(node: OutlineNode) -> list[OutlineBlock]:
    return [*node.blocks, *(block for section in node.sections for block in _all_blocks(section))]
