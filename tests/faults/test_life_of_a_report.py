"""Vòng đời của một báo cáo, by the real command on the real notebooks: a draft, what stands in the way of a signature,
the answer of the office, the issue, and an amendment that arrives afterwards (situation 5 of the acceptance cases)."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
PLACE, PERIOD = "bac-giang-city", "2017"
REPORT = {
    "place": PLACE,
    "period": PERIOD,
    "kind": "annual",
    "title_vi": "Kết quả giảm nghèo của tình huống",
    "data_from": "2017-01-01",
    "data_to": "2017-12-31",
    "as_of": "2017-12-31",
    "leading_standard": "qd-59-2015",
    "issuer": {"profile": "people_committee", "name_vi": "Ủy ban nhân dân thành phố", "name_en": "The Committee"},
    "invented": True,
}
REVIEWS = """\
place_code,as_of,standard_id,vintage,approved_by,poor_households
213,2015-10-01,qd-59-2015,official,5000/QĐ-UBND,538
213,2017-12-31,qd-59-2015,official,5500/QĐ-UBND,356
"""
PUBLISHED = """\
published_id,indicator_id,value,unit,direction,from_as_of,to_as_of,place_code,label_vi,label_en
fall,poor_households_change,952,hộ,down,2015-10-01,2017-12-31,213,Số hộ nghèo giảm,Fall in poor households
"""


class Office:
    """One period of one place, and the command that people run on it."""

    def __init__(self, root: Path) -> None:
        self.data, self.outputs = root / "data", root / "outputs"
        self.period = self.data / "periods" / PLACE / PERIOD
        self.published = self.outputs / PLACE / PERIOD

    def set_up(self) -> None:
        shutil.copytree(ROOT / "data" / "reference", self.data / "reference")
        self.period.mkdir(parents=True)
        self.status("draft")
        self.send("household_review.csv", REVIEWS)
        self.send("published.csv", PUBLISHED)

    def send(self, name: str, text: str) -> None:
        (self.period / name).write_text(text, encoding="utf-8")

    def status(self, status: str) -> None:
        self.send("report.yml", yaml.safe_dump({**REPORT, "status": status}, allow_unicode=True))

    def command(self, name: str, *options: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "poverty_evaluation.cli", name, PLACE, PERIOD]
        places = ["--data", str(self.data), "--output", str(self.outputs)]
        return subprocess.run(
            [*command, *places, *options], capture_output=True, text=True, check=False, cwd=ROOT
        )  # fmt: skip

    def run(self) -> subprocess.CompletedProcess[str]:
        return self.command("run", "--format", "html", "--quiet")

    def text(self, name: str) -> str:
        return (self.published / name).read_text(encoding="utf-8")

    def findings(self) -> list[dict[str, str]]:
        return list(csv.DictReader(self.text("findings.csv").splitlines()))

    def contents(self) -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in self.published.rglob("*") if path.is_file()}

    def explain(self, finding: dict[str, str], **changes: str) -> None:
        entry = {
            "finding": finding["id"],
            "stated": finding["quote"],
            "computed": finding["computed"],
            "explanation_vi": "Số đã ghi tính từ kết quả rà soát của kỳ trước.",
            "recorded": "2018-01-20",
            "by": "Phòng Lao động - Thương binh và Xã hội",
        }
        self.send("explanations.yml", yaml.safe_dump([{**entry, **changes}], allow_unicode=True))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An office whose report was drafted, explained and issued; each step is asserted where it is made."""
    office = Office(tmp_path_factory.mktemp("office"))
    office.set_up()
    drafted = office.run()
    assert drafted.returncode == 0, drafted.stderr
    (error,) = (one for one in office.findings() if one["severity"] == "error")
    _check_draft(office, error)
    _check_refused_signature(office, error)
    _check_explained(office, error)
    office.status("issued")
    issued = office.run()
    assert issued.returncode == 0, issued.stderr
    return office


def _check_draft(office: Office, error: dict[str, str]) -> None:
    assert (error["quote"], error["computed"]) == ("538 … 356 … giảm 952 hộ", "538 - 356 = 182 hộ")
    report, paper = office.text("report.html"), office.text("working-paper.html")
    assert "DỰ THẢO" in report
    assert "952 hộ" in report
    assert "PHIẾU RÀ SOÁT SỐ LIỆU" in paper
    assert "Còn 01 lỗi chưa có giải trình" in paper
    assert error["id"] in paper


def _check_refused_signature(office: Office, error: dict[str, str]) -> None:
    """Nothing is published for signature while an error is unexplained, or explained for other figures."""
    before = office.contents()
    for stated in ("", "538 … 356 … giảm 900 hộ"):
        if stated:
            office.explain(error, stated=stated)
        office.status("for_signature")
        refused = office.run()
        assert refused.returncode == 2
        assert f"explanations.yml (finding: {error['id']};" in refused.stderr
        assert "published.csv, dòng 2, cột value" in refused.stderr
        assert "Traceback" not in refused.stderr
        assert office.contents() == before


def _check_explained(office: Office, error: dict[str, str]) -> None:
    office.explain(error)
    signed = office.run()
    assert signed.returncode == 0, signed.stderr
    report = office.text("report.html")
    assert "DỰ THẢO" not in report
    assert "RÀ SOÁT SỐ LIỆU" not in report
    assert error["id"] not in report
    assert "Số đã ghi tính từ kết quả rà soát của kỳ trước." in report
    assert "Các lỗi đã có giải trình" in office.text("working-paper.html")
    (told,) = (one["explanation"] for one in office.findings() if one["id"] == error["id"])
    assert told == "Số đã ghi tính từ kết quả rà soát của kỳ trước."


def test_an_issued_report_gives_the_same_values_as_long_as_nothing_arrives(office: Office) -> None:
    same = office.command("diff")
    assert same.returncode == 0, same.stderr
    assert "Báo cáo đã ban hành · The issued report" in same.stdout
    assert re.search(r"Today's data give the same \d+ values", same.stdout)


def test_an_amendment_leaves_the_issued_report_as_it_was_and_is_listed(office: Office, tmp_path: Path) -> None:
    later = Office(tmp_path)
    shutil.copytree(office.data, later.data)
    shutil.copytree(office.outputs, later.outputs)
    before = later.contents()
    later.send("household_review.csv", REVIEWS + "213,2017-12-31,qd-59-2015,amended,12/QĐ-UBND,358\n")
    refused = later.run()
    assert refused.returncode == 2
    assert "Báo cáo đã ban hành không được ghi đè. Xem số liệu nay khác gì bằng lệnh poverty-evaluation diff" in (
        refused.stderr
    )
    assert "An issued report is never overwritten." in refused.stderr
    listed = later.command("diff")
    assert listed.returncode == 3, listed.stderr
    told = {tuple(re.split(r"\s{2,}", line)[1:]) for line in listed.stdout.splitlines()}
    assert ("356", "358", "poor_households@213/2017-12-31") in told
    assert ("–", "356", "poor_households;vintage=official@213/2017-12-31") in told
    assert "Thay đổi · Changed" in listed.stdout
    assert "Số hộ nghèo · " in listed.stdout
    assert later.contents() == before


def test_a_value_that_is_gone_is_listed(office: Office, tmp_path: Path) -> None:
    later = Office(tmp_path)
    shutil.copytree(office.data, later.data)
    (later.period / "published.csv").unlink()
    listed = subprocess.run(
        [sys.executable, "-m", "poverty_evaluation.cli", "diff", PLACE, PERIOD, "--data", str(later.data), "--output",
         str(office.outputs)],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert listed.returncode == 3
    assert "Không còn · Gone: 1" in listed.stdout
    assert re.search(r"952  +–  +published_value;published=fall@213/2017", listed.stdout)


def test_nothing_was_published(office: Office, tmp_path: Path) -> None:
    ended = office.command("diff", "--output", str(tmp_path))
    assert ended.returncode == 2
    assert "một báo cáo đã công bố để so sánh" in ended.stderr
    assert "a published report to compare with" in ended.stderr


def test_a_published_table_that_was_tampered_with_is_refused(office: Office, tmp_path: Path) -> None:
    shutil.copytree(office.outputs, tmp_path, dirs_exist_ok=True)
    table = tmp_path / PLACE / PERIOD / "indicators.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("exact", "exakt"), encoding="utf-8")
    ended = office.command("diff", "--output", str(tmp_path))
    assert ended.returncode == 2
    assert "indicators.csv as it was published" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_what_was_issued_is_on_record(office: Office) -> None:
    record = json.loads(office.text("run.json"))
    assert record["report_status"] == "issued"
    assert "working-paper.html" in {one["file"] for one in record["outputs"]}
    assert f"periods/{PLACE}/{PERIOD}/explanations.yml" in {one["file"] for one in record["inputs"]}
