"""A signed copy beside the issued report: in Word with our controls, saved by LibreOffice, typed anew, as PDF."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import docx
import openpyxl
import pytest

from poverty_evaluation.evaluation import blocks as b
from poverty_evaluation.operations.requests import RunRequest
from poverty_evaluation.operations.signed.differences import Editor, SignedChange
from poverty_evaluation.operations.signed.showing import marked, written_time
from poverty_evaluation.operations.signed.signed_copy import ComparedBy, compare_signed, issued_texts
from poverty_evaluation.presentation.executed import Shown
from poverty_evaluation.presentation.word.reading import plain_text
from poverty_evaluation.presentation.word.report import report_docx
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.errors import InputError
from poverty_evaluation.vocabulary.values import IndicatorValue

CHANGED, ADDED, DROPPED, FILLED = SignedChange
PERSON = 'w:id="9" w:author="Nguyễn Văn A" w:date="2018-12-31T08:30:00Z"'


def value(indicator, amount, unit="household", decimals=0):
    label = {"poor": "Số hộ nghèo", "ratio": "Tỷ lệ hộ nghèo", "loans": "Số hộ vay vốn"}[indicator]
    return IndicatorValue(
        id=f"{indicator}@1/2017", indicator_id=indicator, label_vi=label, label_en=label, value=Fraction(amount),
        unit=unit, decimals=decimals, status=ValueStatus.COMPUTED, qualifier=Qualifier.EXACT,
    )  # fmt: skip


VALUES = {
    "poor": value("poor", 356),
    "ratio": value("ratio", "0.0085", "ratio", 2),
    "loans": value("loans", 1250),
}


def number(name):
    one = VALUES[name]
    return b.Number(one.id, one.value, one.unit, one.decimals, one.qualifier, one.status, "", b.NumberForm.TEXT)


def sentence(*parts):
    return b.Paragraph(tuple(number(part) if part in VALUES else b.Text(part) for part in parts))


SENTENCES = (
    sentence("Căn cứ Quyết định số 1722/QĐ-TTg ngày 02/9/2016 của Thủ tướng Chính phủ về giảm nghèo bền vững."),
    sentence("Đến cuối năm, toàn xã có ", "poor", " hộ nghèo, chiếm ", "ratio", " tổng số hộ dân cư trên địa bàn."),
    sentence("Ngân hàng Chính sách xã hội đã giải ngân cho ", "loans", " hộ vay vốn phát triển sản xuất, kinh doanh."),
    sentence("So với số hộ nghèo cuối kỳ (", "poor", " hộ), số hộ vay (", "loans", " hộ) lớn hơn vì gồm hộ cận nghèo."),
)  # fmt: skip


def issued_docx():
    head = b.Letterhead("", "ỦY BAN NHÂN DÂN XÃ A", "BC-UBND", "Xã A", "BÁO CÁO", "Kết quả giảm nghèo", (), "")
    document = b.Document(
        title="Báo cáo", place_slug="alpha-city", place_name="xã A", period="2017", period_label="năm 2017",
        language="vi", style_profile="nd-30-2020", status="issued", audience="superior", letterhead=head,
        values=tuple(VALUES.values()), findings=(),
    )  # fmt: skip
    shown = [Shown(document), *map(Shown, SENTENCES)]
    return report_docx(document, shown, datetime(2018, 1, 5, tzinfo=UTC))


@pytest.fixture
def published(project):
    """The folder of the published report."""
    folder = project / "outputs" / "alpha-city" / "2017"
    folder.mkdir(parents=True)
    (folder / "report.docx").write_bytes(issued_docx())
    (folder / "run.json").write_text('{"report_status": "issued"}', encoding="utf-8")
    return folder


@pytest.fixture
def compared(published, tmp_path):
    """Compares a copy: a function that changes the XML of our file, a path, or the paragraphs of a text."""

    def compare(copy):
        path = tmp_path / "ban-da-ky.docx"
        if isinstance(copy, list):
            path = tmp_path / "ban-da-ky.txt"
            path.write_text("\n\n".join(copy), encoding="utf-8")
        elif callable(copy):
            path.write_bytes(edited((published / "report.docx").read_bytes(), copy))
        else:
            path = copy
        return compare_signed(path, issued_texts(RunRequest("alpha-city", "2017")))

    return compare


def edited(content, change):
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            part = source.read(name)
            archive.writestr(name, change(part.decode()) if name == "word/document.xml" else part)
    return target.getvalue()


def control(text, place):
    return re.search(rf'<w:sdt>(?:(?!</w:sdt>).)*<w:id w:val="{place}"/>.*?</w:sdt>', text)[0]


def told(comparison):
    return [(one.change, one.issued, one.signed) for one in comparison.numbers]


def test_an_untouched_copy_is_as_issued(compared):
    comparison = compared(lambda text: text)
    assert comparison.compared_by is ComparedBy.CONTROLS and comparison.is_issued
    assert comparison.numbers == () and comparison.same == 7


def test_a_control_changed_one_deleted_and_a_number_typed_in(compared):
    def change(text):
        first, third = control(text, 1), control(text, 3)
        text = text.replace(first, first.replace("356", "365")).replace(third, "")
        return text.replace("lớn hơn vì gồm", "lớn hơn 3 lần vì gồm")

    comparison = compared(change)
    assert told(comparison) == [(CHANGED, "356", "365"), (ADDED, "", "3"), (DROPPED, "1.250", "")]
    altered, added, dropped = comparison.numbers
    assert (altered.label, altered.value_id) == ("Số hộ nghèo", "poor@1/2017")
    assert altered.paragraph.startswith("Đến cuối năm, toàn xã có 365 hộ nghèo")
    assert "lớn hơn 3 lần" in added.paragraph
    assert dropped.label == "Số hộ vay vốn" and "giải ngân cho 1.250 hộ" in dropped.paragraph


def test_a_number_without_its_control_is_the_same_number(compared):
    def change(text):
        first, second = control(text, 1), control(text, 2)
        text = text.replace(first, "<w:r><w:t>356</w:t></w:r>")
        return text.replace(second, "<w:r><w:t>0,58%</w:t></w:r>")

    comparison = compared(change)
    assert told(comparison) == [(CHANGED, "0,85%", "0,58")]
    assert comparison.numbers[0].label == "Tỷ lệ hộ nghèo" and comparison.same == 6


def test_numbers_outside_of_controls_are_compared_too(compared):
    comparison = compared(lambda text: text.replace("1722/QĐ-TTg", "1723/QĐ-TTg"))
    assert told(comparison) == [(CHANGED, "1722", "1723")]


def test_blanks_that_were_filled_in_are_no_difference(compared):
    def change(text):
        text = re.sub(r"Số:[\s\xa0]+", "Số: 123", text)
        return re.sub(r"ngày …[….]* tháng …[….]* năm …[….]*", "ngày 05 tháng 01 năm 2018", text)

    comparison = compared(change)
    assert [one.signed for one in comparison.filled] == ["123", "05", "01", "2018"]
    assert comparison.differences == ()


def test_tracked_changes_name_their_author_and_time(compared):
    def change(text):
        first = control(text, 1)
        run = re.search(r"<w:r>.*?</w:r>", first)[0]
        gone = run.replace("<w:t ", "<w:delText ").replace("<w:t>", "<w:delText>").replace("</w:t>", "</w:delText>")
        put = f"<w:del {PERSON}>{gone}</w:del><w:ins {PERSON}><w:r><w:t>360</w:t></w:r></w:ins>"
        typed = f'<w:ins {PERSON}><w:r><w:t xml:space="preserve"> (tăng 9 hộ)</w:t></w:r></w:ins>'
        third = control(text, 3)
        return text.replace(first, first.replace(run, put)).replace(third, third + typed)

    comparison = compared(change)
    assert told(comparison) == [(CHANGED, "356", "360"), (ADDED, "", "9")]
    editor = Editor("Nguyễn Văn A", "2018-12-31T08:30:00Z")
    assert [one.editors for one in comparison.numbers] == [(editor,), (editor,)]
    assert written_time(editor.date) == "31/12/2018 08:30" and written_time("hôm qua") == "hôm qua"


def test_a_tracked_deletion_names_who_made_it(compared):
    def change(text):
        run = re.search(r"<w:r>(?:(?!</w:r>).)*1722.*?</w:r>", text)[0]
        gone = re.sub(r"<(/?)w:t\b", r"<\1w:delText", run)
        return text.replace(run, f"<w:del {PERSON}>{gone}</w:del>")

    comparison = compared(change)
    assert told(comparison) == [(DROPPED, "1722", ""), (DROPPED, "02/9/2016", "")]
    assert all(one.editors == (Editor("Nguyễn Văn A", "2018-12-31T08:30:00Z"),) for one in comparison.numbers)


def test_typed_anew_into_another_word_file(compared, published, tmp_path):
    document = docx.Document()
    for paragraph in plain_text(published / "report.docx"):
        document.add_paragraph(paragraph.replace("chiếm 0,85%", "chiếm 0,95%"))
    document.save(tmp_path / "chép lại.docx")
    comparison = compared(tmp_path / "chép lại.docx")
    assert comparison.compared_by is ComparedBy.WORDS
    assert told(comparison) == [(CHANGED, "0,85", "0,95")]


def test_as_text(compared, published):
    copied = [
        line.replace("(1.250 hộ)", "(1.520 hộ)") for line in plain_text(published / "report.docx") if line.strip()
    ]
    assert told(compared(copied)) == [(CHANGED, "1.250", "1.520")]


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_saved_by_libreoffice(compared, published, tmp_path, ending):
    def change(text):
        third = control(text, 3)
        return text.replace(third, third.replace("1.250", "1.205"))

    copy = tmp_path / "ban-da-ky.docx"
    copy.write_bytes(edited((published / "report.docx").read_bytes(), change))
    kind = "docx:MS Word 2007 XML" if ending == "docx" else ending
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [shutil.which("soffice"), profile, "--headless", "--convert-to", kind, "--outdir", tmp_path / "lưu", copy],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    comparison = compared(tmp_path / "lưu" / f"ban-da-ky.{ending}")
    assert comparison.compared_by is (ComparedBy.CONTROLS if ending == "docx" else ComparedBy.WORDS)
    assert told(comparison) == [(CHANGED, "1.250", "1.205")]


def test_another_document_is_refused(compared):
    with pytest.raises(InputError, match="a signed copy of"):
        compared(["Thông báo nghỉ Tết Nguyên đán năm 2018 của trường học."])


def test_nothing_issued_names_the_command_that_builds_it(project):
    with pytest.raises(InputError, match="poverty-evaluation run alpha-city 2017"):
        issued_texts(RunRequest("alpha-city", "2017"))


def test_a_preliminary_and_an_english_report_are_found_too(published):
    (published / "so-bo").mkdir()
    (published / "report.docx").rename(published / "so-bo" / "report.en.docx")
    (found,) = issued_texts(RunRequest("alpha-city", "2017"))
    assert found.path == published / "so-bo" / "report.en.docx"


def test_the_number_is_set_off_in_its_paragraph(compared):
    comparison = compared(lambda text: text.replace("1722/QĐ-TTg", "1723/QĐ-TTg"))
    before, found, behind = marked(comparison.numbers[0])
    assert (before, found) == ("Căn cứ Quyết định số ", "1723") and behind.startswith("/QĐ-TTg")


# --- the command


def audit(*arguments, cwd: Path):
    return subprocess.run(
        [sys.executable, "-m", "poverty_evaluation.cli", "audit", *arguments, "--against", "alpha-city", "2017"],
        capture_output=True, text=True, check=False, cwd=cwd, encoding="utf-8",
    )  # fmt: skip


@pytest.fixture
def copy(published, tmp_path):
    def change(text):
        first = control(text, 1)
        return text.replace(first, first.replace("356", "365")).replace("1722/", "1723/<![CDATA[<b>]]>")

    path = tmp_path / "ky.docx"
    path.write_bytes(edited((published / "report.docx").read_bytes(), change))
    return path


def test_the_command_says_what_differs_in_every_format(copy, published, project):
    ended = audit("ky.docx", cwd=project)
    assert ended.returncode == 3, ended.stderr
    words = " ".join(ended.stdout.split())
    assert "≠ ĐÃ SỬA" in words and "356 → 365" in words and "«365» hộ nghèo" in words
    assert "2 số đã sửa, 0 số thêm, 0 số bỏ; 5 số giữ nguyên" in words and "Báo cáo đã ban hành" in words

    ended = audit("ky.docx", str(published / "report.docx"), "--format", "json", cwd=project)
    first, second = map(json.loads, ended.stdout.splitlines())
    assert [(one["change"], one["issued"], one["signed"]) for one in first["differences"]] == [
        ("changed", "1722", "1723"),
        ("changed", "356", "365"),
    ]
    assert second["differences"] == [] and first["compared_by"] == "controls"

    ended = audit("ky.docx", "--format", "csv", cwd=project)
    rows = list(csv.reader(io.StringIO(ended.stdout.removeprefix("\ufeff"), newline="")))
    assert rows[2][2:5] == ["ĐÃ SỬA", "356", "365"]
    ended = audit("ky.docx", "--format", "xlsx", "--language", "en", cwd=project)
    assert ended.stdout == "ky.signed.xlsx\n"
    assert openpyxl.load_workbook(project / "ky.signed.xlsx")["Differences"]["E3"].value == "365"
    ended = audit("ky.docx", "--format", "html", cwd=project)
    page = (project / ended.stdout.strip()).read_text(encoding="utf-8")
    assert "<h1>Đối chiếu bản đã ký: ky.docx</h1>" in page and 'class="path"' not in page
    assert "<b><u>365</u></b> hộ nghèo" in page and "&lt;b&gt;" in page and "<b>]]" not in page


def test_exit_statuses(copy, published, project):
    assert audit(str(published / "report.docx"), cwd=project).returncode == 0
    ended = audit("thiếu.docx", "ky.docx", cwd=project)
    assert ended.returncode == 2 and "356 → 365" in ended.stdout and "thiếu.docx" in ended.stderr
    shutil.rmtree(published)
    ended = audit("ky.docx", cwd=project)
    assert ended.returncode == 2 and "Traceback" not in ended.stderr
    assert "poverty-evaluation run alpha-city 2017" in ended.stderr
