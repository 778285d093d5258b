"""Chương trình khác chỉ bằng tệp: another phase and another field run from files alone, with nothing of them in the
code. The figures expected here were computed by hand from the tables."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest

from poverty_evaluation.evaluation.blocks import Appendix, Block, Chart, Heading, Table
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.document import Evaluation, build_evaluation
from poverty_evaluation.evaluation.headline import headline_figures
from poverty_evaluation.indicators import PeriodTables, evaluate
from poverty_evaluation.ingest import read_period
from poverty_evaluation.presentation.exporters import EvaluationHTMLExporter, EvaluationPDFExporter
from poverty_evaluation.presentation.jupyter import mime_bundle
from poverty_evaluation.reference import Reference, load_reference
from poverty_evaluation.vocabulary.errors import InputError
from poverty_evaluation.vocabulary.findings import FindingKind
from poverty_evaluation.workspace import open_run

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
INVENTED = {"vi": "Số liệu giả định", "en": "Invented data"}


@dataclass(frozen=True)
class Root:
    """A data root, the report that is built from it, and what its files say when one counts by hand."""

    name: str
    place: str
    period: str
    figures: dict[str, Fraction]
    headings: tuple[str, ...]

    @property
    def folder(self) -> Path:
        return HERE / self.name


PHASE = Root(
    "gnbv-2021-2025",
    "sao-mai-district",
    "2023",
    {
        "poor_households@990/2022-12-15": Fraction(56 + 39 + 29),
        "poor_households@990/2023-12-15": Fraction(124 + 1 + 3 + 2 + 1 - 37 - 2),
        "poor_households@99003/2023-12-15": Fraction(21),
        "poverty_ratio@990/2023-12-15": Fraction(92, 4600),
        "near_poverty_ratio@99001/2023-12-15": Fraction(70, 2050),
        "poor_households_change@990/2023": Fraction(92 - 124),
        "poor_households_change@99001/2023": Fraction(40 - 56),
        "poverty_ratio_change_pp@990/2023": Fraction(92, 4600) - Fraction(124, 4500),
        "support_money_by_component;component=component-1@990/2023": Fraction(3_200_000_000),
        "support_money_by_component;component=component-3-2@990/2023": Fraction(96_000_000),
        "support_money_by_component;component=component-3@990/2023": Fraction(420_000_000 + 96_000_000),
        "support_money;measure_group=programme@990/2023": Fraction(4_916_500_000),
        "support_money_by_organisation;organisation=hoi-pn-sao-mai@990/2023": Fraction(75_000_000),
        "loan_disbursed_money;organisation=nhcs-sao-mai@990/2023": Fraction(5_400_000_000),
        "unit_cost;activity=model_2023@990/2023": Fraction(900_000_000, 60),
    },
    (
        "TÌNH HÌNH CHỈ ĐẠO, TỔ CHỨC THỰC HIỆN",
        "KẾT QUẢ THỰC HIỆN CHƯƠNG TRÌNH",
        "TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN",
        "NHIỆM VỤ KỲ TỚI",
        "KIẾN NGHỊ, ĐỀ XUẤT",
    ),
)
WATER = Root(
    "rural-water",
    "nguon-sang-district",
    "2025",
    {
        "hygienic_households@991/2024-12-31": Fraction(900 + 560),
        "hygienic_households@991/2025-12-31": Fraction(1000 + 640),
        "hygienic_ratio@991/2025-12-31": Fraction(1640, 2050),
        "clean_water_ratio@99102/2025-12-31": Fraction(342, 830),
        "sustainable_ratio@991/2025-12-31": Fraction(4, 6),
        "hygienic_households_change@991/2025": Fraction(180),
        "hygienic_ratio_change_pp@991/2025": Fraction(7, 100),
        "clean_water_ratio_change_pp@991/2025": Fraction(8, 100),
        "new_capacity;organisation=tt-nuoc@991/2025": Fraction(450 + 180),
        "support_money;measure_group=cong-trinh@991/2025": Fraction(7_300_000_000),
        "loan_disbursed_money;organisation=quy-nuoc@991/2025": Fraction(800_000_000),
        "unit_cost;activity=be_loc_2025@991/2025": Fraction(112_500_000, 75),
    },
    ("HIỆN TRẠNG CẤP NƯỚC", "ĐẦU TƯ, VẬN HÀNH", "KHÓ KHĂN VÀ VIỆC CẦN LÀM"),
)
ROOTS = (PHASE, WATER)
each_root = pytest.mark.parametrize("root", ROOTS, ids=[root.name for root in ROOTS])
each_language = pytest.mark.parametrize("language", ["vi", "en"])


def context_of(root: Root, language: str, folder: Path | None = None) -> EvaluationContext:
    """The way of a run: data root → received period → indicators."""
    run = open_run(root.place, root.period, language, str(folder or root.folder))
    reference = load_reference(run.data_root)
    received = read_period(run.period_folder, run.data_root, reference, run.neighbours, run.vintage)
    profile = received.report
    of_period = PeriodTables(
        received.tables,
        reference,
        received.place_code,
        profile.period,
        profile.leading_standard,
        profile.programme_id,
        run.vintage,
    )
    evaluated = evaluate(of_period)
    findings = (*received.findings, *evaluated.findings)
    return EvaluationContext(
        profile, reference, language, evaluated.values, findings, received.tables, received.narrative
    )


def blocks_of(built: Evaluation) -> list[Block]:
    return [*built.opening, *built.chapters, *built.closing, *built.appendices]


def notebook_of(built: Evaluation, language: str) -> nbformat.NotebookNode:
    """The executed report notebook, without running one."""
    shown = [built.document, *blocks_of(built)]
    outputs = [nbformat.v4.new_output("display_data", mime_bundle(block, language)) for block in shown]
    notebook: nbformat.NotebookNode = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("", outputs=outputs)])
    return notebook


def pages_of(content: bytes, folder: Path) -> list[str]:
    path = folder / "read.pdf"
    path.write_bytes(content)
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


def chapter_titles(blocks: list[Block]) -> tuple[str, ...]:
    return tuple(block.text for block in blocks if isinstance(block, Heading) and block.level == 1)


@each_root
def test_figures_are_those_counted_by_hand(root: Root) -> None:
    context = context_of(root, "vi")
    assert {identity: context.by_id[identity].value for identity in root.figures} == root.figures
    assert not context.findings


@each_root
@each_language
def test_chapters_are_those_of_the_outline_and_none_is_empty(root: Root, language: str) -> None:
    blocks = blocks_of(build_evaluation(context_of(root, language)))
    if language == "vi":
        assert chapter_titles(blocks) == root.headings
    heads = (Heading, Appendix)
    for before, after in pairwise([*blocks, Heading(1, "", "")]):
        if isinstance(before, heads) and isinstance(after, heads):
            assert isinstance(before, Heading) and isinstance(after, Heading) and after.level > before.level
    for kind in (Table, Chart):
        identities = [block.id for block in blocks if isinstance(block, kind)]
        assert len(identities) == len(set(identities))


@each_root
@each_language
def test_the_invented_mark_stands_on_every_page(root: Root, language: str, tmp_path: Path) -> None:
    notebook = notebook_of(build_evaluation(context_of(root, language)), language)
    page = EvaluationHTMLExporter().from_notebook_node(notebook)[0]
    pages = pages_of(EvaluationPDFExporter().from_notebook_node(notebook)[0], tmp_path)
    assert INVENTED[language] in page
    assert len(pages) > 2
    assert all(INVENTED[language].lower() in " ".join(text.split()).lower() for text in pages)


@each_language
def test_a_report_of_another_field_says_nothing_of_poverty(language: str, tmp_path: Path) -> None:
    built = build_evaluation(context_of(WATER, language))
    told = " ".join(pages_of(EvaluationPDFExporter().from_notebook_node(notebook_of(built, language))[0], tmp_path))
    assert not re.search(r"nghèo|poverty|\bpoor\b", told, re.IGNORECASE)
    assert {"vi": "nước hợp vệ sinh", "en": "hygienic water"}[language] in told


def test_a_printed_rate_of_another_field_is_held_against_its_counts(tmp_path: Path) -> None:
    folder = shutil.copytree(WATER.folder, tmp_path / "data")
    table = folder / "periods" / WATER.place / WATER.period / "household_review.csv"
    table.write_text(table.read_text(encoding="utf-8").replace('"80,00"', '"81,50"'), encoding="utf-8")
    (finding,) = context_of(WATER, "vi", folder).findings
    assert finding.kind is FindingKind.SHARE
    assert finding.message_vi.startswith("Tỷ lệ hộ sử dụng nước hợp vệ sinh ghi 81,50%, tính lại")
    assert finding.computed == "1.640 / 2.050 = 80,00%"


def test_two_standards_of_another_field_are_not_compared(tmp_path: Path) -> None:
    folder = shutil.copytree(WATER.folder, tmp_path / "data")
    standards = folder / "reference/standards.yml"
    text = standards.read_text(encoding="utf-8")
    other = text.replace("chuan-nuoc-2024", "chuan-nuoc-2025").replace("issuer: national", "issuer: another")
    standards.write_text(text + other, encoding="utf-8")
    for name in ("household_review.csv", "report.yml"):
        path = folder / "periods" / WATER.place / WATER.period / name
        path.write_text(path.read_text(encoding="utf-8").replace("chuan-nuoc-2024", "chuan-nuoc-2025"), "utf-8")
    context = context_of(WATER, "vi", folder)
    finding = next(one for one in context.findings if "@991/" in str(one.indicator_ids))
    assert finding.kind is FindingKind.NOT_COMPARABLE
    assert finding.indicator_ids[:2] == tuple(f"hygienic_households@991/{year}-12-31" for year in (2024, 2025))
    told = str(blocks_of(build_evaluation(context)))
    assert "không so sánh với lần rà soát trước vì không cùng căn cứ" in told
    assert "nghèo" not in finding.message_vi + told


def test_headlines_are_those_the_definitions_mark() -> None:
    figures = headline_figures(context_of(WATER, "vi"))
    assert figures["hygienic_ratio@991/2025-12-31"] == Fraction(4, 5)
    assert figures["hygienic_households@991/2025-12-31"] == 1640


def test_a_poverty_programme_can_add_columns_too(tmp_path: Path) -> None:
    folder = shutil.copytree(PHASE.folder, tmp_path / "data")
    (folder / "reference/review_columns.csv").write_text(
        "name,type,label_vi,label_en\nwomen_headed,count,Chủ hộ là nữ,Headed by women\n", encoding="utf-8"
    )
    context = context_of(PHASE, "vi", folder)
    assert context.is_of_poverty
    assert context.reference.household_review.field("poor_households").required
    assert context.reference.household_review.field("women_headed").label_vi == "Chủ hộ là nữ"


def test_a_component_without_figures_is_named() -> None:
    told = str(build_evaluation(context_of(PHASE, "vi")).chapters)
    assert "chưa có số liệu về Dự án 5 (Hỗ trợ nhà ở" in told
    assert all(f"Dự án {number}: " in told for number in (1, 2, 3, 4, 6, 7))


def test_a_component_is_not_applicable_when_its_sub_project_is(tmp_path: Path) -> None:
    folder = shutil.copytree(PHASE.folder, tmp_path / "data")
    period = folder / "periods" / PHASE.place / PHASE.period
    (period / "narrative/component-1.md").unlink()
    table = period / "activities.csv"
    text = table.read_text(encoding="utf-8")
    assert ",6,km,,3.200,triệu đồng,," in text
    table.write_text(text.replace(",6,km,,3.200,triệu đồng,,", ",x,km,,x,triệu đồng,,"), encoding="utf-8")
    told = str(build_evaluation(context_of(PHASE, "vi", folder)).chapters)
    assert "Huyện Sao Mai không thuộc đối tượng thực hiện Dự án 1" in told


@each_root
def test_the_outline_file_decides_what_the_report_is(root: Root, tmp_path: Path) -> None:
    folder = shutil.copytree(root.folder, tmp_path / "data")
    outline = next((folder / "reference/outlines").glob("*.yml"))
    text = outline.read_text(encoding="utf-8")
    dropped = text.index(f'  - heading: {{vi: "{root.headings[-1]}"')
    shortened = text[:dropped] + text[text.index("appendices:") :]
    outline.write_text(shortened.replace(root.headings[0], "MỘT CHƯƠNG KHÁC"), encoding="utf-8")
    blocks = blocks_of(build_evaluation(context_of(root, "vi", folder)))
    assert chapter_titles(blocks) == ("MỘT CHƯƠNG KHÁC", *root.headings[1:-1])


@pytest.mark.parametrize(
    ("wrong", "option"),
    [
        ("indicators: [hygienic_household, hygienic_ratio", "indicators"),
        ("count: hygienic_household,", "count"),
        ("bases: [water_works,", "bases"),
        ("organisation_type: water_utilities}", "organisation_type"),
    ],
)
def test_an_outline_that_names_what_is_not_there_is_refused(wrong: str, option: str, tmp_path: Path) -> None:
    right = {
        "indicators": "indicators: [hygienic_households, hygienic_ratio",
        "count": "count: hygienic_households,",
        "bases": "bases: [water_work,",
        "organisation_type": "organisation_type: water_utility}",
    }[option]
    folder = shutil.copytree(WATER.folder, tmp_path / "data")
    outline = folder / "reference/outlines/water-annual.yml"
    text = outline.read_text(encoding="utf-8")
    assert right in text
    outline.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(InputError) as refused:
        build_evaluation(context_of(WATER, "vi", folder))
    (problem,) = refused.value.problems
    assert problem.file == "reference/outlines/water-annual.yml"
    assert str(problem.column).endswith(f"options.{option}")


@pytest.mark.parametrize("name", ["poor_households", "two words"])
def test_a_review_column_needs_a_name_of_its_own(name: str, tmp_path: Path) -> None:
    folder = shutil.copytree(WATER.folder, tmp_path / "data")
    with (folder / "reference/review_columns.csv").open("a", encoding="utf-8") as file:
        file.write(f"{name},count,Tên,Name\n")
    with pytest.raises(InputError) as refused:
        load_reference(folder)
    assert refused.value.problems[0].file.endswith("review_columns.csv")


@pytest.mark.parametrize("root", ROOTS, ids=[root.name for root in ROOTS])
def test_a_run_of_the_command_line(root: Root, tmp_path: Path) -> None:
    command = ["run", root.place, root.period, "--data", str(root.folder), "--output", str(tmp_path), "--format"]
    ended = subprocess.run(
        [sys.executable, "-m", "poverty_evaluation.cli", *command, "html,pdf"],
        capture_output=True,
        text=True,
        check=False,
        cwd=PROJECT,
    )
    assert ended.returncode == 0, ended.stderr
    (table,) = tmp_path.rglob("indicators.csv")
    with table.open(encoding="utf-8") as file:
        values = {row["id"]: row["value"] for row in csv.DictReader(file)}
    whole = {identity: value for identity, value in root.figures.items() if value.denominator == 1}
    assert {identity: Fraction(values[identity]) for identity in whole} == whole
    (page,), (document,) = tmp_path.rglob("report.html"), tmp_path.rglob("report.pdf")
    assert INVENTED["vi"] in page.read_text(encoding="utf-8")
    assert document.read_bytes().startswith(b"%PDF")


# --- nothing of these programmes in the code ------------------------------------------------------------------------


def _codes(reference: Reference) -> Iterator[str]:
    for place in reference.places:
        yield from (place.place_code, place.slug, place.full_name_vi, place.name_en)
    for programme in reference.programmes:
        yield from (programme.id, *programme.component_codes)
    for held in (reference.measures, reference.measure_groups, reference.beneficiary_groups, reference.figure_roles):
        yield from held
    yield from (code for name, one in reference.organisations.items() for code in (name, one.type))
    yield from (unit.unit_code for unit in reference.units.values())
    yield from (definition.id for definition in reference.indicators)
    yield from (standard.id for standard in reference.standards)
    yield from reference.outlines
    yield from (column.name for column in reference.review_columns)


def test_the_code_names_nothing_of_these_programmes() -> None:
    ours = set(_codes(load_reference(PROJECT / "data")))
    theirs = {code for root in ROOTS for code in _codes(load_reference(root.folder)) if code} - ours
    generators = PROJECT / "lib" / "poverty_evaluation" / "samples"  # invented data may carry the same unused codes
    files = [path for path in (PROJECT / "lib").rglob("*") if generators not in path.parents]
    files += (PROJECT / "notebooks").glob("*.ipynb")
    suffixes = (".py", ".typ", ".j2", ".js", ".css", ".ipynb")
    texts = {path.name: path.read_text(encoding="utf-8") for path in files if path.suffix in suffixes}
    words = [*map(re.escape, sorted(theirs)), "hợp vệ sinh", "nước sạch", "hygienic", r"\bwater"]
    named = re.compile("|".join(rf"(?<![\w-]){word}(?![\w-])" if word[0] != "\\" else word for word in words))
    assert len(theirs) > 60 and len(texts) > 100
    assert {name: found[0] for name, text in texts.items() if (found := named.search(text))} == {}


@each_root
def test_a_data_root_needs_only_the_files_it_uses(root: Root) -> None:
    names = {path.name for path in (root.folder / "reference").iterdir()}
    assert "place_names.csv" not in names
    assert ("review_columns.csv" in names) is (root is WATER)
    assert len(load_reference(root.folder).outlines) == 1
