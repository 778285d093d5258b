"""Dựng theo đề cương: the nodes of an outline become blocks, chapter by chapter; what is unknown is collected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from poverty_evaluation.evaluation import sections
from poverty_evaluation.evaluation.blocks import Appendix, Block, Findings, Heading, Paragraph, Table
from poverty_evaluation.evaluation.changes import change_sentences
from poverty_evaluation.evaluation.citations import SECTIONS, documents_list
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.findings import findings_block, findings_requests, findings_summary
from poverty_evaluation.evaluation.fund_sentences import fund_sentences
from poverty_evaluation.evaluation.missing import no_data, no_text
from poverty_evaluation.evaluation.patterns import line
from poverty_evaluation.evaluation.pictures import MASS_ORGANISATION, charts
from poverty_evaluation.evaluation.prose import Citations, narrative_blocks
from poverty_evaluation.evaluation.sentences import poverty_headline, poverty_sentences
from poverty_evaluation.evaluation.tables.activities import activities_table
from poverty_evaluation.evaluation.tables.annexes import method_paragraphs, method_table, sources_table
from poverty_evaluation.evaluation.tables.dress import ROMAN
from poverty_evaluation.evaluation.tables.funds import fund_disbursement_by_source_table, fund_disbursement_table
from poverty_evaluation.evaluation.tables.money import money_by_group_table, money_by_organisation_table
from poverty_evaluation.evaluation.tables.poverty import poverty_table, reviews_table
from poverty_evaluation.evaluation.tables.targets import targets_table
from poverty_evaluation.evaluation.tables.unit_costs import unit_cost_table
from poverty_evaluation.evaluation.wording import document as wording
from poverty_evaluation.evaluation.wording import tables as table_wording
from poverty_evaluation.reference import Outline, OutlineBlock, OutlineNode, texts_of
from poverty_evaluation.vocabulary.errors import InputError, InputProblem, did_you_mean

#: A table of more columns than these asks for a landscape page.
_WIDEST_PORTRAIT_TABLE = 8


class OutlineWalk:
    """Walks an outline once. Appendices come first, since chapters refer to them by number; `problems` names every
    block that leads nowhere, each with its place in the outline."""

    def __init__(self, context: EvaluationContext, outline: Outline):
        self.context = context
        self.problems: list[InputProblem] = []
        self.citations = Citations(_told_in_lists(context, outline))
        self.findings_appendix = ""
        self._kinds = self._builders()
        self.appendices = self._appendices(outline)
        self.chapters = [
            block
            for number, node in enumerate(outline.chapters, 1)
            for block in self._chapter(number, node, f"chapters[{number}]")
        ]

    def _builders(self) -> Mapping[str, Callable[[OutlineBlock, str], Iterable[Block]]]:
        context = self.context
        return {
            "narrative": self._narrative,
            "documents": self._documents,
            "poverty_sentences": lambda *_: [Paragraph(said) for said in poverty_sentences(context)],
            "poverty_headline": lambda *_: [Paragraph(said) for said in poverty_headline(context)],
            "change_sentences": self._change_sentences,
            "fund_sentences": lambda *_: [Paragraph(said) for said in fund_sentences(context)],
            "table": self._table,
            "chart": self._chart,
            "activities": self._activities,
            "organisations": self._organisations,
            "organisation_activities": self._organisation_activities,
            "components": lambda *_: sections.components(context, self.citations),
            "findings": lambda *_: findings_block(context),
            "findings_summary": lambda *_: findings_summary(context, self.findings_appendix),
            "findings_requests": lambda *_: findings_requests(context),
            "method": lambda *_: method_paragraphs(context),
            "notes": lambda *_: sections.notes(context),
        }

    # --- nodes ----------------------------------------------------------------------------------------------------

    def _chapter(self, number: int, node: OutlineNode, where: str) -> list[Block]:
        """A chapter with its sections. A chapter or section of which nothing was sent says so in one sentence."""
        blocks: list[Block] = [Heading(1, f"{ROMAN[number]}.", self._title(node)), *self._blocks(node, where)]
        for position, section in enumerate(node.sections, 1):
            content = self._blocks(section, f"{where}.sections[{position}]") or [self._nothing_sent(section)]
            blocks += [Heading(2, f"{position}.", self._title(section)), *content]
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
            place = f"{where}.blocks[{position}]"
            builder = self._kinds.get(block.kind)
            if builder is None:
                self._unknown(block.kind, self._kinds, f"{place}.kind")
                continue
            try:
                built += builder(block, f"{place}.name")
            except InputError as error:
                self.problems += error.problems
        return built

    def _unknown(self, name: str, known: Iterable[str], where: str) -> None:
        hint_vi, hint_en = did_you_mean(name, known)
        self.problems.append(
            InputProblem(
                "một tên đã biết", "a known name", f"“{name}”", f"“{name}”",
                f"Sửa đề cương. {hint_vi}".strip(), f"Mend the outline. {hint_en}".strip(),
                file=f"reference/outlines/{self.context.report.kind}.yml", column=where,
            )
        )  # fmt: skip

    # --- blocks ---------------------------------------------------------------------------------------------------

    def _option(self, block: OutlineBlock, name: str) -> str:
        """An option that is given once for each language."""
        return str(block.options.get(f"{name}_{self.context.language}", ""))

    def _narrative(self, block: OutlineBlock, where: str) -> Iterable[Block]:
        found = narrative_blocks(block.name, self.context, self.citations)
        missing = self._option(block, "missing")
        return [Paragraph(no_text(self.context, missing))] if missing and not found else found

    def _documents(self, block: OutlineBlock, where: str) -> Iterable[Block]:
        if block.name not in SECTIONS:
            self._unknown(block.name, SECTIONS, where)
            return []
        listed = documents_list([block.name], self.context)
        if listed is None:
            return []
        lead = self._option(block, "lead")
        return [Paragraph(line(lead)), listed] if lead else [listed]

    def _table(self, block: OutlineBlock, where: str) -> Iterable[Block]:
        context = self.context
        columns = self._indicators(block, "columns", where)
        asked = block.options.get("organisation_type")
        option = where.replace(".name", ".options.organisation_type")
        organisations = (
            self._of_type(str(asked), option) if asked else sections.organisation_codes(context, MASS_ORGANISATION)
        )
        return self._named(
            block.name,
            {
                "poverty": partial(poverty_table, context),
                "reviews": partial(reviews_table, context, columns, self._option(block, "title"), _identity(columns)),
                "money_by_group": partial(money_by_group_table, context),
                "money_by_organisation": partial(money_by_organisation_table, context, organisations),
                "fund_disbursement": partial(fund_disbursement_table, context),
                "fund_disbursement_by_source": partial(fund_disbursement_by_source_table, context),
                "unit_costs": partial(unit_cost_table, context),
                "targets": partial(targets_table, context),
                "method": partial(method_table, context),
                "sources": partial(sources_table, context),
            },
            where,
        )

    def _chart(self, block: OutlineBlock, where: str) -> Iterable[Block]:
        named = [self._indicators(block, end, where) for end in ("count", "rate")]
        if any(name in block.options and not known for name, known in zip(("count", "rate"), named, strict=True)):
            return []
        for base in texts_of(block.options, "bases"):
            codes = {unit.unit_code for unit in self.context.reference.units.values()}
            if base not in codes:
                self._unknown(base, codes, where.replace(".name", ".options.bases"))
                return []
        return self._named(block.name, charts(self.context, block.options), where)

    def _change_sentences(self, block: OutlineBlock, where: str) -> Iterable[Block]:
        return [
            Paragraph(said) for said in change_sentences(self.context, self._indicators(block, "indicators", where))
        ]

    def _indicators(self, block: OutlineBlock, option: str, where: str) -> list[str]:
        """The indicators an option names; one that is not defined is a problem of the outline."""
        known = [definition.id for definition in self.context.reference.indicators]
        named = texts_of(block.options, option)
        for name in (name for name in named if name not in known):
            self._unknown(name, known, where.replace(".name", f".options.{option}"))
        return [name for name in named if name in known]

    def _named(self, name: str, builders: Mapping[str, Callable[[], Any]], where: str) -> Iterable[Block]:
        if name not in builders:
            self._unknown(name, builders, where)
            return []
        built = builders[name]()
        return [built] if built is not None else []

    def _activities(self, block: OutlineBlock, where: str) -> Iterable[Block]:
        """The activities of a group of measures, of all groups where none is named; or what was not sent."""
        context, group = self.context, block.name
        if group and group not in context.reference.measure_groups:
            self._unknown(group, context.reference.measure_groups, where)
            return []
        total = context.find("support_money", measure_group=group) if group else None
        title = self._option(block, "title") or context.say(table_wording.ALL_ACTIVITIES)
        chosen = sections.activities_of_group(context, group)
        table = activities_table(chosen, group or "activities", title, context, total)
        missing = self._option(block, "missing")
        if table is None:
            is_missing = missing and not self._was_sent(str(block.options.get("beside", "")))
            return [Paragraph(no_data(context, missing))] if is_missing else []
        return [table]

    def _was_sent(self, table: str) -> bool:
        """Whether the table beside a block tells of its subject as well."""
        frame = self.context.tables.get(table)
        return frame is not None and not frame.empty

    def _organisations(self, block: OutlineBlock, where: str) -> Iterable[Block]:
        named = texts_of(block.options, "also")
        known = self.context.reference.organisations
        for code in (code for code in named if code not in known):
            self._unknown(code, known, where.replace(".name", ".options.also"))
        codes = [code for code in named if code in known]
        shown = [*codes, *self._of_type(block.name, where)]
        return sections.organisations(self.context, shown, self.citations, self._option(block, "missing"))

    def _organisation_activities(self, block: OutlineBlock, where: str) -> Iterable[Block]:
        return sections.organisation_tables(self.context, self._of_type(block.name, where))

    def _of_type(self, kind: str, where: str) -> list[str]:
        codes = sections.organisation_codes(self.context, kind)
        if not codes:
            self._unknown(kind, {item.type for item in self.context.reference.organisations.values()}, where)
        return codes


def _identity(columns: list[str]) -> str:
    """A table of reviews is named after its first column, so that a report can hold several."""
    return "_".join(["reviews", *columns[:1]])


def _told_in_lists(context: EvaluationContext, outline: Outline) -> set[str]:
    """The documents that the report cites in full anyway: its legal bases, and those of the lists it shows."""
    shown = {block.name for node in outline.chapters for block in _all_blocks(node) if block.kind == "documents"}
    rows = context.tables["documents"]
    return {*context.report.legal_bases, *rows[rows["section"].isin(shown)]["symbol"]}


def _all_blocks(node: OutlineNode) -> list[OutlineBlock]:
    return [*node.blocks, *(block for section in node.sections for block in _all_blocks(section))]
