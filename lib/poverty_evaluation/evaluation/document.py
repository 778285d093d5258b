"""Dựng văn bản: an outline, walked chapter by chapter, becomes the blocks of the evaluation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pandas as pd

from poverty_evaluation.evaluation import listings, pictures
from poverty_evaluation.evaluation.blocks import (
    Appendix,
    Block,
    BulletList,
    Chart,
    Document,
    Findings,
    Heading,
    Letterhead,
    Paragraph,
    Signature,
    Table,
    Text,
)
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.findings import findings_block, findings_requests, findings_summary
from poverty_evaluation.evaluation.prose import narrative_blocks
from poverty_evaluation.evaluation.sentences import no_data, poverty_sentences
from poverty_evaluation.evaluation.targets import targets_table
from poverty_evaluation.reference import OutlineBlock, OutlineNode
from poverty_evaluation.vocabulary.errors import InputError, InputProblem, did_you_mean
from poverty_evaluation.vocabulary.findings import finding_to_plain

ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
#: Points below a section, in the order of the Vietnamese alphabet.
LETTERS = "abcdđeghiklmnopqrstuvxy"


@dataclass(frozen=True)
class Evaluation:
    """The blocks of a report in reading order: the document itself, its opening, chapters, closing and appendices."""

    document: Document
    opening: tuple[Block, ...]
    chapters: tuple[Block, ...]
    closing: tuple[Block, ...]
    appendices: tuple[Block, ...]


def build_evaluation(context: EvaluationContext) -> Evaluation:
    """The evaluation of one period by the outline its report.yml names; InputError on what leads nowhere."""
    outline = context.reference.outlines[context.report.kind]
    builder = _Builder(context)
    chapters = [block for number, node in enumerate(outline.chapters, 1) for block in builder.chapter(number, node)]
    appendices = [
        block for number, node in enumerate(outline.appendices, 1) for block in builder.appendix(number, node)
    ]
    if builder.problems:
        raise InputError(builder.problems)
    return Evaluation(
        document=_document(context, outline.title[context.language]),
        opening=tuple(_opening(context)),
        chapters=tuple(_numbered(chapters, context)),
        closing=tuple(_closing(context)),
        appendices=tuple(_numbered(appendices, context, _count_tables(chapters), _count_charts(chapters))),
    )


class _Builder:
    """Walks the nodes of an outline; collects what could not be built."""

    def __init__(self, context: EvaluationContext):
        self.context = context
        self.problems: list[InputProblem] = []
        self.kinds: Mapping[str, Callable[[OutlineBlock], Iterable[Any]]] = {
            "narrative": self._narrative,
            "documents": self._documents,
            "poverty_sentences": lambda _: [Paragraph(line) for line in poverty_sentences(context)],
            "table": self._table,
            "chart": self._chart,
            "activities": self._activities,
            "activities_or_no_data": self._activities_or_no_data,
            "organisations": self._organisations,
            "organisation_activities": self._organisation_activities,
            "components": self._components,
            "findings": lambda _: [findings_block(context)],
            "findings_summary": lambda _: findings_summary(context),
            "findings_requests": lambda _: filter(None, [findings_requests(context)]),
            "method": lambda _: [Paragraph((Text(line),)) for line in METHOD[context.language]],
            "notes": lambda _: self._notes(),
        }

    def chapter(self, number: int, node: OutlineNode) -> list[Block]:
        """A chapter with its sections. A section of which nothing was sent says so in one sentence."""
        blocks: list[Block] = [self._heading(1, f"{ROMAN[number]}.", node), *self._blocks(node)]
        position = 0
        for section in node.sections:
            position += 1
            content = self._blocks(section) or self._nothing_sent(section)
            blocks += [self._heading(2, f"{position}.", section), *content]
        if len(blocks) == 1:
            blocks += self._nothing_sent(node)
        return blocks

    def appendix(self, number: int, node: OutlineNode) -> list[Block]:
        context = self.context
        blocks = self._blocks(node)
        if not blocks:
            return []
        title = node.heading[context.language] if node.heading else ""
        wide = any(
            isinstance(block, Findings) or (isinstance(block, Table) and len(block.columns) > 7) for block in blocks
        )
        attached = context.say(
            f"(Kèm theo Báo cáo số …/{context.report.issuer.symbol} ngày … tháng … năm … của {context.report.issuer.name_vi})",
            f"(Attached to Report No. …/{context.report.issuer.symbol} of {context.report.issuer.name_en})",
        )
        return [Appendix(f"{context.say('Phụ lục', 'Appendix')} {ROMAN[number]}", title, attached, wide), *blocks]

    def _heading(self, level: int, number: str, node: OutlineNode) -> Heading:
        return Heading(level, number, node.heading[self.context.language] if node.heading else "")

    def _nothing_sent(self, node: OutlineNode) -> list[Block]:
        what = node.heading[self.context.language].lower() if node.heading else ""
        return [Paragraph(no_data(self.context, what))]

    def _blocks(self, node: OutlineNode) -> list[Block]:
        built: list[Block] = []
        for block in node.blocks:
            if block.kind not in self.kinds:
                self.problems.append(_unknown("kind", block.kind, self.kinds, self.context))
                continue
            try:
                built += self.kinds[block.kind](block)
            except InputError as error:
                self.problems += error.problems
        return built

    def _narrative(self, block: OutlineBlock) -> Iterable[Block]:
        found = narrative_blocks(block.name, self.context)
        missing = block.options.get(f"missing_{self.context.language}")
        if not found and missing:
            return [Paragraph(no_data(self.context, str(missing)))]
        return found

    def _documents(self, block: OutlineBlock) -> Iterable[Block]:
        listed = listings.documents_list([block.name], self.context)
        if listed is None:
            return []
        lead = block.options.get(f"lead_{self.context.language}", "")
        return [Paragraph((Text(str(lead)),)), listed] if lead else [listed]

    def _table(self, block: OutlineBlock) -> Iterable[Block]:
        organisations = self._organisation_codes("mass_organisation")
        tables: Mapping[str, Callable[[], Table | None]] = {
            "poverty": partial(listings.poverty_table, self.context),
            "money_by_group": partial(listings.money_by_group_table, self.context),
            "money_by_organisation": partial(listings.money_by_organisation_table, self.context, organisations),
            "unit_costs": partial(listings.unit_cost_table, self.context),
            "targets": partial(targets_table, self.context),
            "method": partial(listings.method_table, self.context),
            "sources": partial(listings.sources_table, self.context),
        }
        return self._named("table", block.name, tables)

    def _chart(self, block: OutlineBlock) -> Iterable[Block]:
        return self._named("chart", block.name, charts(self.context))

    def _named(self, kind: str, name: str, builders: Mapping[str, Callable[[], Any]]) -> Iterable[Block]:
        if name not in builders:
            self.problems.append(_unknown(kind, name, builders, self.context))
            return []
        built = builders[name]()
        return [built] if built is not None else []

    def _activities(self, block: OutlineBlock) -> Iterable[Block]:
        group = block.name
        title = str(block.options.get(f"title_{self.context.language}", ""))
        total = self.context.find("support_money", measure_group=group)
        table = listings.activities_table(self._of_group(group), group, title, self.context, total)
        return [table] if table is not None else []

    def _of_group(self, group: str) -> pd.DataFrame:
        reference, activities = self.context.reference, self.context.tables["activities"]
        if group and group not in reference.measure_groups:
            self.problems.append(_unknown("activities", group, reference.measure_groups, self.context))
        within = [
            group == ""
            or group in (own := reference.measures[code].group_code, *reference.measure_groups.ancestors(own))
            for code in activities["measure_code"]
        ]
        counted_here = activities["counted_under"].isin(["", None]) | (
            activities["counted_under"] == activities["organisation_code"]
        )
        return activities[pd.Series(within, index=activities.index, dtype=bool) & counted_here]

    def _activities_or_no_data(self, block: OutlineBlock) -> Iterable[Block]:
        title = self.context.say("Kết quả thực hiện các chính sách, dự án", "Results of policies and components")
        table = listings.activities_table(self._of_group(""), "activities", title, self.context)
        if table is not None:
            return [table]
        return [Paragraph(no_data(self.context, str(block.options.get(f"missing_{self.context.language}", ""))))]

    def _organisation_codes(self, kind: str) -> list[str]:
        return [code for code, item in self.context.reference.organisations.items() if item.type == kind]

    def _organisations(self, block: OutlineBlock) -> Iterable[Block]:
        """A point for each organisation of a type, and for those named besides, with its prose or what it did not send."""
        also = block.options.get("also", ())
        codes = [*(also if isinstance(also, tuple) else ()), *self._organisation_codes(block.name)]
        blocks: list[Block] = []
        for position, code in enumerate(codes):
            blocks.append(Heading(3, f"{LETTERS[position]})", self.context.name(code)))
            prose = narrative_blocks(f"org_{code}", self.context)
            blocks += prose or [
                Paragraph(
                    no_data(
                        self.context,
                        self.context.say("kết quả hoạt động giảm nghèo", "its activities"),
                        self.context.name(code),
                    )
                )
            ]
        return blocks

    def _organisation_activities(self, block: OutlineBlock) -> Iterable[Block]:
        activities = self.context.tables["activities"]
        for code in self._organisation_codes(block.name):
            name = self.context.name(code)
            total = self.context.find("support_money_by_organisation", organisation=code)
            title = self.context.say(f"Kết quả hoạt động của {name}", f"Activities of the {name}")
            own = activities[activities["organisation_code"] == code]
            table = listings.activities_table(own, f"activities_{code}", title, self.context, total)
            if table is not None:
                yield table

    def _components(self, block: OutlineBlock) -> Iterable[Block]:
        """A point for each component that has prose; the others are named in one sentence."""
        if not self.context.report.programme_id:
            return
        silent = []
        position = 0
        for component in self.context.reference.programme(self.context.report.programme_id).components:
            prose = narrative_blocks(component.code, self.context)
            name = self.context.say(component.label_vi, component.label_en)
            if not prose:
                silent.append(name)
                continue
            yield Heading(3, f"{LETTERS[position]})", name)
            yield from prose
            position += 1
        if silent:
            listed = "; ".join(silent)
            yield Paragraph(
                no_data(self.context, self.context.say(f"các dự án: {listed}", f"these components: {listed}"))
            )

    def _notes(self) -> Iterable[Block]:
        notes = self.context.report.notes_en if self.context.language == "en" else self.context.report.notes_vi
        if not notes:
            return []
        lead = self.context.say("Lưu ý khi sử dụng số liệu:", "Notes on the data:")
        return [Paragraph((Text(lead, bold=True),)), BulletList(tuple((Text(note),) for note in notes))]


def charts(context: EvaluationContext) -> Mapping[str, Callable[[], Chart | None]]:
    """The charts an outline, or an analyst, can ask for by name."""
    return {
        "poverty": partial(pictures.poverty_chart, context),
        "money": partial(pictures.money_chart, context),
        "beneficiaries": partial(pictures.beneficiaries_chart, context),
        "unit_costs": partial(pictures.unit_cost_chart, context),
    }


def _unknown(kind: str, name: str, known: Iterable[str], context: EvaluationContext) -> InputProblem:
    hint_vi, hint_en = did_you_mean(name, known)
    return InputProblem(
        f"một tên đã biết cho “{kind}”", f"a known name for “{kind}”", f"“{name}”", f"“{name}”",
        f"Sửa đề cương. {hint_vi}".strip(), f"Mend the outline. {hint_en}".strip(),
        file=f"reference/outlines/{context.report.kind}.yml", column=kind,
    )  # fmt: skip


def _document(context: EvaluationContext, type_name: str) -> Document:
    report = context.report
    subject = context.say(report.title_vi, report.title_en or report.title_vi)
    return Document(
        title=subject,
        place_slug=report.place,
        place_name=context.place_name,
        period=report.period,
        period_label=context.period_label,
        language=context.language,
        style_profile="nd-30-2020",
        status=str(report.status),
        audience=str(report.audience),
        letterhead=Letterhead(
            superior_body=context.say(report.issuer.superior_vi, report.issuer.superior_en),
            issuing_body=context.say(report.issuer.name_vi, report.issuer.name_en),
            symbol=report.issuer.symbol,
            locality=context.say(report.issuer.locality_vi, report.issuer.locality_en),
            type_name=type_name,
            subject=subject,
            addressees=report.addressees_en if context.language == "en" else report.addressees_vi,
            draft_mark=context.say("DỰ THẢO", "DRAFT") if context.is_draft else "",
            invented_mark=context.say("Số liệu giả định", "Invented data") if report.invented else "",
        ),
        values=context.values,
        findings=tuple(finding_to_plain(finding) for finding in context.findings),
    )


def _opening(context: EvaluationContext) -> Iterable[Block]:
    """Căn cứ, and the sentence that opens the report."""
    rows = context.tables["documents"]
    bases = [
        row for symbol in context.report.legal_bases for row in rows[rows["symbol"] == symbol].itertuples(index=False)
    ]
    for row in bases:
        day = context.day(row.date)
        basis = context.say(
            f"Căn cứ {listings.cited(row, day)};",
            f"Pursuant to {row.symbol} of {day} ({row.issuer_vi}), {row.subject_en or row.subject_vi};",
        )
        yield Paragraph((Text(basis),), "basis")
    yield Paragraph(
        (
            Text(
                context.say(
                    f"{context.report.issuer.name_vi} báo cáo kết quả thực hiện {context.period_label} như sau:",
                    f"The {context.report.issuer.name_en} reports its results for {context.period_label} as follows:",
                )
            ),
        )
    )


def _closing(context: EvaluationContext) -> Iterable[Block]:
    report = context.report
    yield Paragraph(
        (
            Text(
                context.say(
                    f"Trên đây là báo cáo {listings.lower_first(report.title_vi)}./.",
                    f"This is the report of {context.place_name} for {context.period_label}.",
                )
            ),
        ),
        "closing",
    )
    recipients = report.recipients_en if context.language == "en" else report.recipients_vi
    yield Signature(
        authority=report.signatory.authority,
        position=report.signatory.position,
        name=report.signatory.name,
        recipients_label=context.say("Nơi nhận:", "Recipients:"),
        recipients=recipients,
    )


def _numbered(
    blocks: Iterable[Block], context: EvaluationContext, tables: int = 0, pictures_before: int = 0
) -> Iterable[Block]:
    """Tables and charts get their running numbers in reading order."""
    for block in blocks:
        if isinstance(block, Table):
            tables += 1
            yield replace(block, label=context.say(f"Biểu số {tables:02d}", f"Table {tables}"))
        elif isinstance(block, Chart):
            pictures_before += 1
            yield replace(block, label=context.say(f"Hình {pictures_before}", f"Figure {pictures_before}"))
        else:
            yield block


def _count_tables(blocks: Iterable[Block]) -> int:
    return sum(isinstance(block, Table) for block in blocks)


def _count_charts(blocks: Iterable[Block]) -> int:
    return sum(isinstance(block, Chart) for block in blocks)


METHOD = {
    "vi": (
        "Số liệu nhận được giữ nguyên như đã gửi. Số viết sai quy cách chỉ được đọc lại khi có ghi chép trong tệp đính chính, kèm lý do; "
        "không xác định được chắc chắn thì để trống.",
        "Tỷ lệ hộ nghèo là số hộ nghèo chia cho tổng số hộ của cùng danh sách, cùng thời điểm; tỷ lệ của nhiều đơn vị tính từ tổng số hộ, "
        "không lấy bình quân các tỷ lệ. Chênh lệch hai tỷ lệ tính bằng điểm phần trăm. Không so sánh trực tiếp hai thời điểm áp dụng hai chuẩn nghèo khác nhau.",
        "Các phép tính giữ giá trị chính xác và chỉ làm tròn khi trình bày (từ năm trở lên làm tròn lên). Hai số được coi là khớp khi chênh lệch "
        "nằm trong độ chính xác của chữ số đã in.",
        "Khoản “trong đó” không cộng vào tổng của chính nó; một việc nêu ở hai nơi tính một lần; vốn vay không cộng với kinh phí hỗ trợ; "
        "dư nợ không cộng với doanh số cho vay; lượt không cộng với người. Tổng có một thành phần ước tính hoặc “trên” cũng mang tính chất đó.",
        "Mâu thuẫn giữa các số liệu được nêu trong kết quả rà soát, không được tự sửa.",
    ),
    "en": (
        "Figures stand as received. A malformed number is read again only where the corrections file says so, with its reason; where no reading is certain it stays empty.",
        "The poverty rate is poor households over all households of the same list and date; a rate of several units comes from their sums, never from a mean of rates. "
        "Differences of two rates are percentage points. Two dates under different poverty standards are not compared.",
        "Everything is computed exactly and rounded half-up only when shown. Two figures agree when they differ by no more than the printed precision allows.",
        "A part is not added to its whole; what is told twice is counted once; loans are not added to support, stocks not to flows, occurrences not to persons. "
        "A total with an estimated or “at least” operand is so itself.",
        "Contradictions are shown among the findings, never repaired.",
    ),
}  # fmt: skip
