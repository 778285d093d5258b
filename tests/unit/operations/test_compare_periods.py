"""A comparison is published as a whole or not at all; what is wrong with the request is told at once."""

from contextlib import contextmanager
from pathlib import Path

import nbformat
import pytest

from poverty_evaluation.operations.compare_periods import FOLDER, CompareRequest, compare_periods
from poverty_evaluation.operations.engines.engine import NotebookFailed, NotebookRefused
from poverty_evaluation.operations.failures import RunFailed
from poverty_evaluation.operations.progress import Timing
from poverty_evaluation.vocabulary.errors import InputError
from poverty_evaluation.vocabulary.periods import PeriodError, ReportingPeriod
from poverty_evaluation.workspace.locations import open_run
from poverty_evaluation.workspace.scraps import headline


class EndsWith:
    """An engine whose notebook ends with an error, saved as far as it got."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    @contextmanager
    def started(self):
        yield self

    def execute(self, notebook: Path, output: Path, parameters, count) -> None:
        nbformat.write(nbformat.v4.new_notebook(), output)
        self.parameters = parameters
        raise self.error


@pytest.fixture
def published(project):
    """A project with one finished report, and a comparison that was published earlier."""
    told = {"kind": "annual", "audience": "superior", "vintage": "official", "as_of": "2017-12-31"}
    data = headline(
        open_run("alpha-city", "2017"),
        {"leading_standard": "s1"},
        {"report": {**told, "is_invented": False}, "told": []},
    )
    output = nbformat.v4.new_output(
        "display_data",
        {
            "application/scrapbook.scrap.json+json": {
                "name": "evaluation",
                "data": data,
                "encoder": "json",
                "version": 1,
            }
        },
        metadata={"scrapbook": {"name": "evaluation", "data": True, "display": False}},
    )
    executed = project / "outputs" / "alpha-city" / "2017" / "executed"
    executed.mkdir(parents=True)
    nbformat.write(
        nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("glue", outputs=[output])]),
        executed / "02_analysis.ipynb",
    )
    earlier = project / "outputs" / "alpha-city" / FOLDER
    earlier.mkdir()
    (earlier / "compare.html").write_text("earlier", encoding="utf-8")
    return project / "outputs"


def compare(engine, **asked):
    return compare_periods(CompareRequest(**{"place": "alpha-city", **asked}), Timing(), engine)


def test_the_folder_is_no_period():
    with pytest.raises(PeriodError):
        ReportingPeriod.parse(FOLDER)


def test_a_fault_is_logged_and_the_earlier_comparison_stays(published):
    fault = NotebookFailed("04_compare.ipynb", 5, "source", "ValueError: x", "Traceback …")
    engine = EndsWith(fault)
    with pytest.raises(RunFailed) as caught:
        compare(engine)
    assert "04_compare.ipynb" in caught.value.message_en
    log = caught.value.log
    assert log.parent == published / ".logs"
    assert "comparison of alpha-city" in log.read_text(encoding="utf-8")
    assert log.with_suffix(".ipynb").is_file()
    assert (published / "alpha-city" / FOLDER / "compare.html").read_text(encoding="utf-8") == "earlier"
    assert not [path for path in (published / ".staging").iterdir() if path.is_dir()]
    assert engine.parameters == {"place": "alpha-city", "language": "vi", "data_dir": "", "outputs_dir": ""}


def test_a_refusal_of_the_notebook_is_told_as_it_is(published):
    with pytest.raises(InputError) as caught:
        compare(EndsWith(NotebookRefused("Có 1 vấn đề")))
    assert str(caught.value) == "Có 1 vấn đề"
    assert (published / "alpha-city" / FOLDER / "compare.html").is_file()


def test_everything_wrong_with_the_request_is_told_at_once(published):
    with pytest.raises(InputError) as caught:
        compare(EndsWith(AssertionError("nothing is executed")), place="alfa-city", formats="docx,pdf", language="fr")
    message = str(caught.value)
    assert len(caught.value.problems) == 3
    for words in ("“docx”", "Did you mean: alpha-city?", "vi or en"):
        assert words in message


def test_a_place_is_needed(published):
    with pytest.raises(InputError, match="the name of a place"):
        compare(EndsWith(AssertionError("nothing is executed")), place="")
