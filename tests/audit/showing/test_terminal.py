"""The table of the terminal: verdicts in words, figures set off, one cause told, at any width."""

import io

import pytest

from poverty_evaluation.audit.findings import AuditResult
from poverty_evaluation.audit.showing.shown import Show
from poverty_evaluation.audit.showing.terminal import FileCount, console_for, show_result, show_summary


def written(result, source=None, width=100, **settings):
    stream = io.StringIO()
    show_result(console_for(stream, width), result, source, **settings)
    return stream.getvalue()


@pytest.mark.parametrize("width", [60, 80, 120, 160])
def test_no_line_is_wider_than_the_terminal_and_nothing_is_lost(result, source, width):
    shown = written(result, source, width, show=Show.ALL)
    assert max(map(len, shown.splitlines())) <= width
    for told in ("MÂU THUẪN", "NGHI NGỜ", "KHỚP", "538 − 356 = 182 hộ", "«952", "Lưu ý chung", "1.234"):
        assert told in shown


def test_a_finding_says_its_verdict_place_recomputation_and_readings(result, source):
    shown = " ".join(written(result, source).split())
    assert "2. ✗ MÂU THUẪN" in shown and "dòng 3, trang 2" in shown and "mức tăng, giảm" in shown
    assert "cuối kỳ còn «356 hộ» (giảm «952 hộ»)" in shown
    assert "→ 538 − 356 = 182 hộ" in shown
    assert "Có thể đúng ra là: giảm 182 hộ; đầu kỳ 1.308 hộ." in shown


def test_findings_with_one_cause_name_each_other(result, source):
    shown = " ".join(written(result, source).split())
    assert "Có thể cùng một nguyên nhân với số 3." in shown and "Có thể cùng một nguyên nhân với số 2." in shown


def test_only_what_was_asked_for_is_shown_and_everything_is_counted(result, source):
    shown = written(result, source)
    assert "KHỚP" not in shown and "CHƯA KIỂM TRA ĐƯỢC" not in shown
    counts = "3 chỗ mâu thuẫn, 1 chỗ nghi ngờ, 1 chỗ chưa kiểm tra được, 1 chỗ khớp."
    assert counts in " ".join(shown.split()) and "Đã đọc 1.234 con số trong 0,2 giây." in " ".join(shown.split())
    holds = written(result, source, show=Show.HOLDS)
    assert "✓ KHỚP" in holds and "○ CHƯA KIỂM" not in holds
    assert "○ CHƯA KIỂM TRA" in written(result, source, show=Show.ALL)


def test_without_the_text_the_quote_still_sets_off_its_figures(result):
    shown = " ".join(written(result).split())
    assert "«538 hộ» nghèo, cuối kỳ còn «356 hộ» (giảm «952 hộ»" in shown


def test_markup_in_a_text_is_text(result, source):
    shown = "".join(written(result, source, 200).split())
    assert "[bold]x[/bold]" in shown


def test_english(result, source):
    shown = " ".join(written(result, source, language="en").split())
    assert "✗ CONTRADICTION" in shown and "line 3, page 2" in shown and "The two differ." in shown
    assert "3 contradictions, 1 doubtful, 1 not verifiable, 1 holds. 1,234 figures read" in shown


def test_quiet_tells_findings_only(result, source):
    assert "Đã đọc" not in written(result, source, is_quiet=True)
    assert written(AuditResult("a.txt", (), (), 3, 0.1), is_quiet=True) == ""
    assert "Không thấy con số nào mâu thuẫn." in written(AuditResult("a.txt", (), (), 3, 0.1))


def test_the_summary_has_a_line_per_file_and_a_total(result):
    stream = io.StringIO()
    files = [FileCount("a.txt", result), FileCount("[b].docx", None), FileCount("c.txt", result)]
    show_summary(console_for(stream, 90), files)
    lines = [line.split() for line in stream.getvalue().splitlines() if line.strip()]
    assert lines[2] == ["a.txt", "1.234", "3", "1", "0,2"]
    assert lines[3][:4] == ["[b].docx", "không", "đọc", "được"]
    assert lines[-1] == ["Cộng", "2.468", "6", "2", "0,5"]
