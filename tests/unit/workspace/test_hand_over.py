"""What one notebook leaves, the next one finds unchanged; what is absent or stale is refused by name."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pandas as pd
import pytest

from poverty_evaluation.vocabulary.choices import Qualifier
from poverty_evaluation.vocabulary.errors import InputError
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity
from poverty_evaluation.vocabulary.sources import SourceCell, source_from_json, source_to_json
from poverty_evaluation.vocabulary.values import IndicatorValue
from poverty_evaluation.workspace import hand_over
from poverty_evaluation.workspace.hand_over import load_analysis, load_ingest, save_analysis, save_ingest
from poverty_evaluation.workspace.hashing import input_hash
from poverty_evaluation.workspace.locations import open_run

CELL = SourceCell("periods/a/2017/t.csv", "", 3, "value_1", "2.2.839", 101)
FINDING = Finding("abc", Severity.ERROR, FindingKind.SUM, "sai", "wrong", "t.csv", "", 3, indicator_ids=("x@1/2017",))
VALUE = IndicatorValue(
    "poverty_ratio@1/2017", "poverty_ratio", "Tỷ lệ", "Rate", Fraction(356, 41884), "ratio", decimals=2,
    qualifier=Qualifier.ESTIMATE, sources=(CELL,),
)  # fmt: skip


@pytest.fixture
def run(project):
    return open_run("alpha-city", "2017")


def frame():
    return pd.DataFrame(
        {
            "code": ["00213", None, ""],
            "value": [Decimal("0.0136"), None, Decimal("802800000")],
            "row": [2, 3, None],
            "none": [None, None, None],
            "day": [date(2017, 12, 31), None, None],
            "is_part": [True, False, None],
            "source": [source_to_json(CELL), None, None],
        },
        dtype=object,
    )


def test_ingest_comes_back_as_it_went(run):
    tables = {"activities": frame(), "typed": pd.DataFrame({"n": [1, 2], "t": ["a", "ă"]}), "empty": frame().iloc[:0]}
    before = {name: table.copy() for name, table in tables.items()}
    save_ingest(run, tables, [FINDING], {"notes": ["ghi chú"]}, input_hash(run))
    found = load_ingest(run)
    assert list(found.tables) == list(tables)
    for name, table in tables.items():
        pd.testing.assert_frame_equal(found.tables[name], table.reset_index(drop=True), check_index_type=False)
        pd.testing.assert_frame_equal(table, before[name])
    assert found.tables["activities"]["value"].tolist() == [Decimal("0.0136"), None, Decimal("802800000")]
    assert [type(item) for item in found.tables["activities"]["row"]] == [int, int, type(None)]
    assert str(found.tables["activities"]["value"][2]) == "802800000"
    assert source_from_json(found.tables["activities"]["source"][0]) == CELL
    assert (found.findings, found.extras, found.input_hash) == ((FINDING,), {"notes": ["ghi chú"]}, input_hash(run))


def test_analysis_comes_back_as_it_went(run):
    save_analysis(run, [VALUE], [FINDING], {}, input_hash(run))
    found = load_analysis(run)
    assert (found.values, found.findings, found.extras) == ((VALUE,), (FINDING,), {})


@pytest.mark.parametrize(("load", "notebook"), [(load_ingest, "01_ingest"), (load_analysis, "02_analysis")])
def test_nothing_there_names_the_notebook_to_run(run, load, notebook):
    with pytest.raises(InputError) as caught:
        load(run)
    assert f"Chạy notebooks/{notebook}.ipynb với cùng tham số" in str(caught.value)
    assert f"Run notebooks/{notebook}.ipynb with the same parameters" in str(caught.value)


def test_results_of_earlier_data_are_refused(run):
    save_ingest(run, {"t": frame()}, [], {}, input_hash(run))
    save_analysis(run, [VALUE], [], {}, input_hash(run))
    (run.period_folder / "report.yml").write_text("period: 2017 # changed\n", encoding="utf-8")
    for load in (load_ingest, load_analysis):
        with pytest.raises(InputError, match="stale ones: data or program have changed since"):
            load(run)


def test_results_of_another_version_are_refused(run, monkeypatch):
    monkeypatch.setattr(hand_over, "SCHEMA_VERSION", 0)
    save_ingest(run, {}, [], {}, input_hash(run))
    monkeypatch.undo()
    with pytest.raises(InputError, match="those of another version"):
        load_ingest(open_run(run.place, "2017", data_dir=str(run.data_root), work_dir=str(run.work_dir)))


def test_an_interrupted_stage_counts_as_not_run(run):
    save_ingest(run, {"t": frame()}, [], {}, input_hash(run))
    with pytest.raises(TypeError, match="column 'value' cannot be handed over: it holds Fraction"):
        save_ingest(run, {"t": pd.DataFrame({"value": [Fraction(1, 3)]})}, [], {}, input_hash(run))
    with pytest.raises(InputError, match="01_ingest"):
        load_ingest(run)
    assert not list(run.work_dir.rglob(".*.parquet*"))
