"""Tiếp nhận số liệu: whatever an office sends, it is read or refused with its place; and no order of rows matters."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poverty_evaluation.ingest import ReceivedPeriod, read_period
from poverty_evaluation.reference import Reference, load_reference
from poverty_evaluation.vocabulary.errors import InputError

ROOT = Path(__file__).parents[2] / "data"
CITY = ROOT / "periods" / "bac-giang-city" / "2016-2018"
LINES = (CITY / "activities.csv").read_text(encoding="utf-8").splitlines()
TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["12.888", "1,234", "-", "…", "x", "KPS", "như trên", "31/02/2018", "0,85%", "1e5", "²", "٣", "=1"]
    ),
)
QUICK = settings(max_examples=25, deadline=None)


class Folder:
    """A copy of the city period, put back as it was after each example."""

    def __init__(self, path: Path, reference: Reference):
        self.path, self.reference = path, reference

    def read(self, **files: bytes) -> ReceivedPeriod | InputError:
        """The period with some files replaced; anything raised but InputError fails the test."""
        for name, content in files.items():
            (self.path / name.replace("_dot_", ".")).write_bytes(content)
        try:
            return read_period(self.path, self.path.parents[2], self.reference)
        except InputError as error:
            return error
        finally:
            for name in files:
                kept = CITY / name.replace("_dot_", ".")
                target = self.path / kept.name
                shutil.copy(kept, target) if kept.exists() else target.unlink()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    root = tmp_path_factory.mktemp("data")
    path = root / "periods" / CITY.parent.name / CITY.name
    shutil.copytree(CITY, path)
    return Folder(path, load_reference(ROOT))


def is_told(answer: ReceivedPeriod | InputError) -> bool:
    """Read, or refused with a file and a remedy in both languages for every problem."""
    if isinstance(answer, ReceivedPeriod):
        return True
    problems = answer.problems
    return bool(problems) and all(one.file and one.remedy_vi and one.remedy_en and one.found_en for one in problems)


@QUICK
@given(row=st.integers(1, len(LINES) - 1), column=st.integers(0, 40), text=TEXTS)
def test_any_cell_may_hold_anything(folder, row, column, text):
    cells = LINES[row].split(",")
    cells[column % len(cells)] = '"' + text.replace('"', '""') + '"'
    lines = [*LINES[:row], ",".join(cells), *LINES[row + 1 :]]
    assert is_told(folder.read(activities_dot_csv="\n".join(lines).encode("utf-8", "surrogatepass")))


@settings(max_examples=10, deadline=None)
@given(content=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
def test_any_file_may_hold_anything(folder, content):
    for name in ("household_review.csv", "report.yml", "corrections.yml", "so_lieu.xlsx"):
        assert is_told(folder.read(**{name.replace(".", "_dot_"): content}))


@QUICK
@given(at=st.integers(0, 10_000), byte=st.integers(0, 255))
def test_any_byte_of_a_workbook_may_be_wrong(folder, at, byte):
    book = openpyxl.Workbook()
    book.active.title = "Ghi chú"
    book.active.append(["x", 1, 0.5, "=1+1"])
    stream = BytesIO()
    book.save(stream)
    content = bytearray(stream.getvalue())
    content[at % len(content)] = byte
    assert is_told(folder.read(so_lieu_dot_xlsx=bytes(content)))


@settings(max_examples=8, deadline=None)
@given(order=st.permutations(range(1, len(LINES))))
def test_findings_do_not_depend_on_the_order_of_rows(folder, order):
    received = folder.read(activities_dot_csv="\n".join([LINES[0], *(LINES[at] for at in order)]).encode())
    assert isinstance(received, ReceivedPeriod)
    expected = read_period(CITY, ROOT, folder.reference)
    assert sorted(finding.id for finding in received.findings) == sorted(finding.id for finding in expected.findings)
