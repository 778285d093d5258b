"""`poverty-evaluation audit`: many files, every format, and the exit statuses that scripts rely on."""

import csv
import io
import json
import subprocess
import sys

import openpyxl
import pytest

from poverty_evaluation.audit import audit_frame, audit_source
from poverty_evaluation.operations.audits import auditing
from poverty_evaluation.operations.audits.auditing import audit_files
from poverty_evaluation.operations.audits.requests import AuditRequest, check, page_paths, result_path
from poverty_evaluation.vocabulary.errors import InputError

WRONG = "Tổng số 35 hộ tham gia, trong đó: 11 hộ nghèo, 18 hộ cận nghèo, 8 hộ mới thoát nghèo.\n"
RIGHT = WRONG.replace("35", "37")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sai.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "đúng.md").write_text(RIGHT, encoding="utf-8")
    return tmp_path


def audit(*arguments, cwd):
    return subprocess.run(
        [sys.executable, "-m", "poverty_evaluation.cli", "audit", *arguments],
        capture_output=True, text=True, check=False, cwd=cwd, encoding="utf-8",
    )  # fmt: skip


def test_a_contradiction_ends_with_3_and_shows_it(folder):
    ended = audit("sai.txt", cwd=folder)
    assert ended.returncode == 3, ended.stderr
    assert "✗ MÂU THUẪN" in ended.stdout and "Tổng số «35 hộ»" in ended.stdout
    assert "1 chỗ mâu thuẫn" in ended.stdout and ended.stderr == ""


def test_a_report_without_contradictions_ends_with_0(folder):
    ended = audit("đúng.md", cwd=folder)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Không thấy con số nào mâu thuẫn." in ended.stdout


def test_an_unreadable_file_stops_no_other_and_ends_with_2(folder):
    (folder / "hỏng.docx").write_bytes(b"PK\x03\x04 no")
    ended = audit("hỏng.docx", "thiếu.txt", "sai.txt", cwd=folder)
    assert ended.returncode == 2
    assert "✗ MÂU THUẪN" in ended.stdout
    assert "Có 2 vấn đề cần sửa trước khi rà soát được" in ended.stderr
    assert "hỏng.docx" in ended.stderr and "thiếu.txt" in ended.stderr
    assert "Lệnh viết chưa đúng" not in ended.stderr and "Traceback" not in ended.stderr


def test_several_files_tell_their_progress_and_a_summary(folder):
    ended = audit(".", cwd=folder)
    assert ended.returncode == 3
    assert "[1/2] sai.txt …\n  1 chỗ mâu thuẫn, 0 chỗ nghi ngờ" in ended.stderr
    summary = [line.split() for line in ended.stdout.splitlines()[-6:]]
    assert ["sai.txt", "4", "1", "0"] in [cells[:4] for cells in summary]
    assert any(cells[:1] == ["Cộng"] for cells in summary)
    quiet = audit(".", "--quiet", cwd=folder)
    assert (quiet.returncode, quiet.stderr) == (3, "")
    assert "✗ MÂU THUẪN" in quiet.stdout and "Cộng" not in quiet.stdout and "Đã đọc" not in quiet.stdout


def test_json_is_one_object_per_file_and_line_and_nothing_else(folder):
    (folder / "hỏng.pdf").write_bytes(b"%PDF-1.7 no")
    ended = audit("sai.txt", "hỏng.pdf", "đúng.md", "--format", "json", "--show", "all", cwd=folder)
    assert ended.returncode == 2
    first, second = map(json.loads, ended.stdout.splitlines())
    assert (first["file"], second["file"]) == ("sai.txt", "đúng.md")
    assert [one["verdict"] for one in first["findings"]] == ["contradiction"]
    assert [one["verdict"] for one in second["findings"]] == ["holds"]
    finding = first["findings"][0]
    assert finding["kind"] == "sum" and finding["line"] == 1
    assert {one["value"] for one in finding["figures"]} == {35, 11, 18, 8}
    assert WRONG[finding["start"] : finding["end"]].startswith("35 hộ")


def test_pages_are_written_here_and_their_paths_printed(folder):
    here = folder / "here"
    here.mkdir()
    ended = audit("../sai.txt", "../đúng.md", "--format", "html", cwd=here)
    assert ended.returncode == 3
    assert ended.stdout.split() == ["sai.audit.html", "đúng.audit.html"]
    assert "11 + 18 + 8 = 37 hộ" in (here / "sai.audit.html").read_text(encoding="utf-8")
    assert (folder / "sai.txt").read_text(encoding="utf-8") == WRONG
    assert audit(".", "--format", "html", cwd=here).returncode == 2  # our own pages are no reports


def test_tables_for_people_go_where_they_were_asked_to(folder):
    ended = audit(".", "--format", "csv", "--output", "kết quả.csv", cwd=folder)
    assert (ended.returncode, ended.stdout) == (3, "kết quả.csv\n")
    content = (folder / "kết quả.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row[0] for row in rows] == ["Tệp", "sai.txt"]
    ended = audit("sai.txt", "--format", "xlsx", "--language", "en", cwd=folder)
    assert ended.stdout == "sai.audit.xlsx\n"
    assert openpyxl.load_workbook(folder / "sai.audit.xlsx")["Findings"]["C2"].value == "CONTRADICTION"
    ended = audit("sai.txt", "--output", "kết quả.txt", cwd=folder)
    assert "✗ MÂU THUẪN" in (folder / "kết quả.txt").read_text(encoding="utf-8")


def test_a_wrong_request_is_told_whole_before_anything_is_read(folder):
    ended = audit("sai.txt", "--format", "exel", "--show", "hold", "--output", "sai.txt", cwd=folder)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "Có 3 vấn đề cần sửa" in ended.stderr
    assert "Did you mean: holds?" in ended.stderr
    assert "a file for the results other than the one that is audited" in ended.stderr
    assert (folder / "sai.txt").read_text(encoding="utf-8") == WRONG


def test_a_folder_gives_its_reports_and_what_is_below(folder):
    (folder / "xã" / "năm").mkdir(parents=True)
    for name in ("xã/a.PDF", "xã/năm/b.docx", "xã/~$b.docx", "xã/.c.txt", "xã/d.audit.html", "xã/e.xlsx"):
        (folder / name).touch()
    plan = check(AuditRequest((str(folder), str(folder / "sai.txt"))))
    assert [path.name for path in plan.files] == ["sai.txt", "a.PDF", "b.docx", "đúng.md"]
    (folder / "rỗng").mkdir()
    with pytest.raises(InputError, match="không có tệp nào như vậy"):
        check(AuditRequest((str(folder / "rỗng"),)))


def test_files_of_one_name_have_pages_of_their_own(folder):
    (folder / "x").mkdir()
    (folder / "x" / "sai.txt").write_text(RIGHT, encoding="utf-8")
    plan = check(AuditRequest((str(folder),), "html", output=str(folder / "trang")))
    assert [path.name for path in page_paths(plan)] == ["sai.audit.html", "sai-2.audit.html", "đúng.audit.html"]
    assert page_paths(plan)[0].parent == folder / "trang"
    with pytest.raises(InputError, match="a page of its own"):
        check(AuditRequest((str(folder),), "html", output="trang.html"))
    plan = check(AuditRequest((str(folder / "sai.txt"),), "csv", output=str(folder)))
    assert result_path(plan) == folder / "sai.audit.csv"


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_shows_a_moving_line_and_no_other(folder):
    out, err = io.StringIO(), Terminal()
    assert audit_files(AuditRequest((str(folder),), "json"), out, err) == 3
    told = err.getvalue()
    assert "1/2" in told and "sai.txt" in told and "[1/2]" not in told
    assert len(out.getvalue().splitlines()) == 2


def test_a_fault_of_ours_in_one_file_stops_no_other(folder, monkeypatch):
    def broken(source):
        if source.file.endswith("sai.txt"):
            raise RuntimeError("lỗi")
        return audit_source(source)

    monkeypatch.setattr(auditing, "audit_source", broken)
    out = io.StringIO()
    with pytest.raises(RuntimeError, match="lỗi") as caught:
        audit_files(AuditRequest((str(folder),), "json"), out, io.StringIO())
    assert [json.loads(line)["file"].endswith("đúng.md") for line in out.getvalue().splitlines()] == [True]
    assert "sai.txt" in caught.value.__notes__[0]


def test_a_frame_of_several_files(folder):
    frame = audit_frame([folder / "sai.txt", folder / "đúng.md"])
    assert list(frame["verdict"]) == ["contradiction", "holds"]
    assert frame.loc[0, "figures"].startswith("35 hộ; 11 hộ")
