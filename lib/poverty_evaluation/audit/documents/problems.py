"""Tệp không đọc được: what is said of a file that cannot be read, and what to do."""

from __future__ import annotations

from poverty_evaluation.vocabulary.errors import InputError, InputProblem

_PURPOSE = ("trước khi rà soát được", "before the file can be audited")
_EXPECTED = ("báo cáo dạng văn bản (.txt, .md), Word (.docx), PDF hoặc trang web (.html)",
             "a report as text (.txt, .md), Word (.docx), PDF or web page (.html)")  # fmt: skip


def unreadable(
    file: str,
    found: tuple[str, str],
    remedy: tuple[str, str],
    expected: tuple[str, str] = _EXPECTED,
    row: int | None = None,
) -> InputError:
    """The error of a file that cannot be read; every text as (vi, en)."""
    problem = InputProblem(
        expected_vi=expected[0], expected_en=expected[1], found_vi=found[0], found_en=found[1], remedy_vi=remedy[0],
        remedy_en=remedy[1], file=file, row=row,
    )  # fmt: skip
    return InputError([problem], _PURPOSE)


def too_large(file: str, size: str, most: str) -> InputError:
    """The error of a file beyond what any report needs."""
    return unreadable(
        file,
        (f"nội dung quá lớn ({size})", f"too much content ({size})"),
        ("Tách tệp hoặc bỏ phần không phải báo cáo.", "Split the file or leave out what is not the report."),
        (f"một báo cáo không quá {most}", f"a report of at most {most}"),
    )


def without_text(file: str) -> InputError:
    """The error of a file in which there is nothing to read."""
    return unreadable(
        file,
        ("tệp không có chữ nào", "no words at all"),
        ("Kiểm tra lại tệp đã gửi.", "Check the file that was sent."),
    )


def damaged(file: str, name_vi: str, name_en: str = "") -> InputError:
    """The error of a file that is not whole."""
    return unreadable(
        file,
        ("tệp hỏng hoặc không đúng loại", "a damaged file, or one of another kind"),
        ("Mở tệp bằng chương trình đã tạo ra nó và lưu lại.", "Open it in the program that made it and save it again."),
        (f"tệp {name_vi} nguyên vẹn", f"a whole {name_en or name_vi} file"),
    )
