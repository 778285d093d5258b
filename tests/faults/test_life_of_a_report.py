"""Vòng đời của một báo cáo, by the real command on the real notebooks: a draft, what stands in the way of a signature,
the answer of the office, the issue, and an amendment that arrives afterwards (situation 5 of the acceptance cases)."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def office(new_office: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """An office whose report was drafted, explained and issued; each step is asserted where it is made."""
    office = new_office(tmp_path_factory.mktemp("office"))
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


def _check_draft(office: Any, error: dict[str, str]) -> None:
    assert (error["quote"], error["computed"]) == ("538 … 356 … giảm 952 hộ", "538 - 356 = 182 hộ")
    report, paper = office.text("report.html"), office.text("working-paper.html")
    assert "DỰ THẢO" in report
    assert "952 hộ" in report
    assert "PHIẾU RÀ SOÁT SỐ LIỆU" in paper
    assert "Còn 01 lỗi chưa có giải trình" in re.sub("<[^>]*>", "", paper)
    assert error["id"] in paper


def _check_refused_signature(office: Any, error: dict[str, str]) -> None:
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


def _check_explained(office: Any, error: dict[str, str]) -> None:
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


def test_an_issued_report_gives_the_same_values_as_long_as_nothing_arrives(office: Any) -> None:
    same = office.command("diff")
    assert same.returncode == 0, same.stderr
    assert "Báo cáo đã ban hành · The issued report" in same.stdout
    assert re.search(r"Today's data give the same \d+ values", same.stdout)


def test_an_amendment_leaves_the_issued_report_as_it_was_and_is_listed(
    office: Any, new_office: Any, tmp_path: Path
) -> None:
    later = new_office(tmp_path)
    shutil.copytree(office.data, later.data)
    shutil.copytree(office.outputs, later.outputs)
    before = later.contents()
    later.send("household_review.csv", office.reviews + "213,2017-12-31,qd-59-2015,amended,12/QĐ-UBND,358\n")
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


def test_a_value_that_is_gone_is_listed(office: Any, new_office: Any, tmp_path: Path) -> None:
    later = new_office(tmp_path)
    shutil.copytree(office.data, later.data)
    (later.period / "published.csv").unlink()
    listed = later.command("diff", "--output", str(office.outputs))
    assert listed.returncode == 3
    assert "Không còn · Gone: 1" in listed.stdout
    assert re.search(r"952  +–  +published_value;published=fall@213/2017", listed.stdout)


def test_nothing_was_published(office: Any, tmp_path: Path) -> None:
    ended = office.command("diff", "--output", str(tmp_path))
    assert ended.returncode == 2
    assert "một báo cáo đã công bố để so sánh" in ended.stderr
    assert "a published report to compare with" in ended.stderr


def test_a_published_table_that_was_tampered_with_is_refused(office: Any, tmp_path: Path) -> None:
    shutil.copytree(office.outputs, tmp_path, dirs_exist_ok=True)
    table = tmp_path / office.place / office.name / "indicators.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("exact", "exakt"), encoding="utf-8")
    ended = office.command("diff", "--output", str(tmp_path))
    assert ended.returncode == 2
    assert "indicators.csv as it was published" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_what_was_issued_is_on_record(office: Any) -> None:
    record = json.loads(office.text("run.json"))
    assert record["report_status"] == "issued"
    assert "working-paper.html" in {one["file"] for one in record["outputs"]}
    assert f"periods/{office.place}/{office.name}/explanations.yml" in {one["file"] for one in record["inputs"]}
