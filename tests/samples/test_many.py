"""Nhiều xã giả định: each with values of its own, independent of how many there are, consistent but for its slip."""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from pathlib import Path

import pytest

from poverty_evaluation.evaluation.blocks import block_to_plain
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.document import Evaluation, build_evaluation
from poverty_evaluation.evaluation.pictures import charts
from poverty_evaluation.indicators import PeriodTables, evaluate
from poverty_evaluation.ingest import read_period
from poverty_evaluation.presentation.records import evaluation_json
from poverty_evaluation.reference import load_reference
from poverty_evaluation.samples import DEFAULT_SEED, write_sample
from poverty_evaluation.samples.many import MOST_PLACES, PERIODS, many_files
from poverty_evaluation.samples.many.__main__ import main
from poverty_evaluation.samples.many.communes import communes, place_rows
from poverty_evaluation.vocabulary.findings import Severity
from poverty_evaluation.workspace import open_run

ROOT = Path(__file__).resolve().parents[2]
GENERIC = ROOT / "data" / "reference"
COUNT = 6
CHARTS = ("poverty", "money", "beneficiaries", "unit_costs")


@cache
def files(count: int = COUNT, seed: int = DEFAULT_SEED) -> dict[str, str]:
    return many_files(count, PERIODS, seed, GENERIC)


def planted(count: int = COUNT) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files(count)["planted.csv"])))


REPORTS = [(row["place"], row["period"]) for row in planted()]
every_report = pytest.mark.parametrize(("place", "period"), REPORTS)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    write_sample(files(), folder)
    return folder


@cache
def evaluated(root: Path, place: str, period: str) -> tuple[EvaluationContext, Evaluation]:
    run = open_run(place, period, "vi", str(root))
    reference = load_reference(root)
    received = read_period(run.period_folder, root, reference, run.neighbours)
    report = received.report
    tables = PeriodTables(
        received.tables,
        reference,
        received.place_code,
        report.period,
        report.leading_standard,
        report.programme_id,
        run.vintage,
    )
    made = evaluate(tables)
    findings = (*received.findings, *made.findings)
    context = EvaluationContext(report, reference, "vi", made.values, findings, received.tables, received.narrative)
    return context, build_evaluation(context)


def told(evaluation: Evaluation) -> str:
    blocks = (*evaluation.opening, *evaluation.chapters, *evaluation.closing, *evaluation.appendices)
    return evaluation_json(map(block_to_plain, blocks))


def test_the_same_arguments_give_the_same_texts_and_another_seed_gives_others() -> None:
    assert many_files(COUNT, PERIODS, DEFAULT_SEED, GENERIC) == files()
    assert files(seed=7) != files()


def test_what_a_commune_has_does_not_depend_on_how_many_there_are() -> None:
    more = files(COUNT * 4)
    few = {name: text for name, text in files().items() if name.startswith("periods/")}
    assert few == {name: text for name, text in more.items() if name in few}
    assert len([name for name in more if name.startswith("periods/")]) == 4 * len(few)


def test_no_two_reports_plant_the_same_number_and_no_two_communes_have_one_name() -> None:
    rows = planted(40)
    assert len({row["reached"] for row in rows}) == len(rows)
    everyone = communes(MOST_PLACES)
    assert len({one.name for one in everyone}) == len({one.slug for one in everyone}) == MOST_PLACES


def test_the_codes_are_nobody_else_s() -> None:
    """The statistics office ends at 96, 973 and far below 70001; the other lists of this project are searched."""
    own = {row["place_code"] for row in place_rows(MOST_PLACES)}
    assert min(int(code) for code in own if len(code) == 2) > 96
    assert min(int(code) for code in own if len(code) == 3) > 973
    assert min(int(code) for code in own if len(code) == 5) > 70_000
    for places in (GENERIC / "places.csv", ROOT / "data" / "sample" / "reference" / "places.csv"):
        others = {row["place_code"] for row in csv.DictReader(places.read_text(encoding="utf-8").splitlines())}
        assert not own & others


@every_report
def test_only_the_slip_is_found(root: Path, place: str, period: str) -> None:
    context, _ = evaluated(root, place, period)
    errors = [str(one.kind) for one in context.findings if one.severity is Severity.ERROR]
    (row,) = (row for row in planted() if (row["place"], row["period"]) == (place, period))
    assert errors == ([row["finding"]] if row["finding"] else [])


def test_some_communes_have_a_slip_and_most_have_none() -> None:
    slips = [row["finding"] for row in planted(24)]
    assert 0 < sum(map(bool, slips)) < len(slips) / 2
    assert len(set(slips)) == 3


@every_report
def test_a_report_tells_its_own_planted_numbers_and_nobody_else_s(root: Path, place: str, period: str) -> None:
    context, evaluation = evaluated(root, place, period)
    text = told(evaluation)
    everything = {row["as_written"]: row for row in planted()}
    seen = {number for number in re.findall(r"(?<![\d.,])\d\d\.\d{3}(?![\d.,]\d)", text) if number in everything}
    (own,) = (row["as_written"] for row in planted() if (row["place"], row["period"]) == (place, period))
    assert own in seen
    assert {everything[number]["place"] for number in seen} == {place}
    assert own in charts(context)["beneficiaries"]().alternative  # type: ignore[union-attr]
    assert not [row["name_vi"] for row in planted() if row["place"] != place and row["name_vi"] in text]


@every_report
def test_every_report_has_all_charts_and_says_that_it_is_invented(root: Path, place: str, period: str) -> None:
    context, evaluation = evaluated(root, place, period)
    drawn = charts(context)
    missing = {name for name in CHARTS if drawn[name]() is None}
    assert missing <= ({"poverty"} if period == "2022" else set())  # the year before it has another standard
    assert context.report.invented
    assert "giả định" in told(evaluation)


def test_the_command_writes_what_it_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "communes"
    assert main([str(folder), "--places", "2", "--periods", "2023"]) == 0
    assert str(folder) in capsys.readouterr().out
    assert sorted(path.name for path in (folder / "periods").iterdir()) == ["xa-mau-70001", "xa-mau-70002"]
    assert [path.name for path in (folder / "periods" / "xa-mau-70001").iterdir()] == ["2023"]
    (folder / "periods" / "xa-mau-70001" / "2023" / "report.yml").write_text("place: x\n", encoding="utf-8")
    assert main([str(folder), "--places", "2", "--periods", "2023"]) == 2


@pytest.mark.parametrize("asked", [["--places", "0"], ["--places", "x"], ["--places", "2", "--periods", "1999"]])
def test_wrong_arguments_are_refused(tmp_path: Path, asked: list[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main([str(tmp_path / "communes"), *asked])
    assert refused.value.code == 2
    assert not (tmp_path / "communes").exists()
