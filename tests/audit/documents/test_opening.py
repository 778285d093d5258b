"""Mở tệp: every kind of file is read by what it holds, and a file that cannot be read says what to do."""

from __future__ import annotations

import codecs
import unicodedata
import zipfile
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from poverty_evaluation.audit.documents.opening import read_source
from poverty_evaluation.vocabulary.errors import InputError

TEXT = "Thành phố Hòa Bình có 35 hộ nghèo, trong đó:\n- Hộ ở phường: 11 hộ;\n- Hộ ở xã Dĩnh Trì: 24 hộ.\n"


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def in_cp1258(text: str) -> bytes:
    """Text as Windows wrote Vietnamese before Unicode: a letter, then its tone."""
    parts = []
    for char in text:
        tones = [mark for mark in unicodedata.normalize("NFD", char) if mark in "\u0300\u0301\u0303\u0309\u0323"]
        bare = "".join(mark for mark in unicodedata.normalize("NFD", char) if mark not in tones)
        parts.append(unicodedata.normalize("NFC", bare) + "".join(tones))
    return "".join(parts).encode("cp1258")


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.replace("\n", "\r\n").encode(),
        in_cp1258(TEXT),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big-endian", "decomposed", "Windows lines", "cp1258"],
)
@pytest.mark.parametrize("name", ["bao-cao.txt", "bao-cao.md", "bao-cao", "bao-cao.báo"])
def test_a_text_in_any_encoding_is_the_same_text(tmp_path: Path, data: bytes, name: str) -> None:
    source = read_source(written(tmp_path, name, data))
    assert source.text == TEXT
    assert [source.text[block.start : block.end] for block in source.blocks] == [
        "Thành phố Hòa Bình có 35 hộ nghèo, trong đó:", "Hộ ở phường: 11 hộ;", "Hộ ở xã Dĩnh Trì: 24 hộ.",
    ]  # fmt: skip
    assert source.file == str(tmp_path / name)


def test_both_placements_of_a_tone_are_one_word_in_the_plain_text(tmp_path: Path) -> None:
    old, new = (read_source(written(tmp_path, f"{word}.txt", f"Xã {word} thuỷ".encode())) for word in ("Hòa", "Hoà"))
    assert old.plain == new.plain == "xã hoà thuỷ"
    assert len(old.plain) == len(old.text)


PDF = b"%PDF-1.7\n%\xe2\xe3\n1 0 obj\n<<>>\nendobj\n"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("name", "data", "found_vi", "found_en"),
    [
        ("a.txt", b"", "tệp rỗng", "an empty file"),
        ("a.txt", b" \r\n\t\n", "tệp rỗng", "an empty file"),
        ("a.txt", b"---\n\n", "không có chữ nào", "no words at all"),
        ("a.pdf", PDF, "hỏng", "damaged"),
        ("a.pdf", b"khong phai PDF", "hỏng", "damaged"),
        ("a.docx", b"PK\x03\x04 va khong con gi", "hỏng", "damaged"),
        ("a.docx", b"khong phai Word", "hỏng", "damaged"),
        ("a.docx", PDF, "nội dung là PDF", "content that is PDF"),
        ("a.doc", OLD_WORD, "Word cũ", "an old Word file"),
        ("a.docx", OLD_WORD, "đặt mật khẩu", "a password"),
        ("a.rtf", b"{\\rtf1 abc}", "RTF", "RTF"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "tệp ảnh", "an image"),
        ("a.xlsx", b"PK\x03\x04", "bảng tính", "workbook"),
        ("a.txt", b"caf\xe9 und Gr\xf6\xdfe\n", "không thuộc UTF-8", "not UTF-8"),
        ("a.txt", TEXT.encode("utf-16-le"), "UTF-16 không có dấu BOM", "UTF-16 without"),
        ("a.txt", codecs.BOM_UTF16_LE + b"a\x00\x00\xd8", "không thuộc UTF-8", "not UTF-8"),
        ("a.txt", "Céng hoµ x· héi chñ nghÜa ViÖt Nam, ®éc lËp tù do h¹nh phóc, b¸o c¸o".encode("cp1252"),
         "TCVN3", "TCVN3"),
        ("a.txt", "Céng hoµ x· héi chñ nghÜa ViÖt Nam, ®éc lËp tù do h¹nh phóc, b¸o c¸o".encode(), "TCVN3", "TCVN3"),
        ("a.txt", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, baùo caùo keát quaû".encode("cp1252"), "VNI", "VNI"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, name: str, data: bytes, found_vi: str, found_en: str
) -> None:
    path = written(tmp_path, name, data)
    with pytest.raises(InputError) as caught:
        read_source(path)
    (problem,) = caught.value.problems
    assert found_vi in problem.found_vi and found_en in problem.found_en
    assert problem.file == str(path)
    assert problem.remedy_vi and problem.remedy_en and problem.expected_vi and problem.expected_en


def test_the_message_speaks_of_auditing_not_of_building_a_report(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_source(tmp_path / "khong-co.txt")
    assert str(caught.value).startswith("Có 1 vấn đề cần sửa trước khi rà soát được:\n")
    assert "1 problem to mend before the file can be audited:" in str(caught.value)
    assert "không có tệp này" in str(caught.value)


def test_a_folder_is_no_report(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="một thư mục"):
        read_source(tmp_path)


def test_the_line_of_the_first_wrong_letter_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_source(written(tmp_path, "a.txt", b"mot\nhai\nb\xe9 ba\n"))
    assert caught.value.problems[0].row == 3


def test_a_pdf_with_a_password_is_told_from_a_damaged_one(tmp_path: Path) -> None:
    path = tmp_path / "khoa.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(path, encryption=pikepdf.Encryption(user="mở", owner="chủ"))
    with pytest.raises(InputError, match="đặt mật khẩu"):
        read_source(path)


def test_a_scan_needs_its_text_recognised(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    Image.new("RGB", (600, 800), "white").save(path)
    with pytest.raises(InputError, match="OCR"):
        read_source(path)


def test_an_empty_pdf_has_no_words(tmp_path: Path) -> None:
    path = tmp_path / "trang.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(path)
    with pytest.raises(InputError, match="không có chữ nào"):
        read_source(path)


def test_a_workbook_by_another_name_is_known_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(InputError, match="bảng tính Excel"):
        read_source(path)


def test_a_file_without_suffix_is_read_by_its_content(tmp_path: Path) -> None:
    page = "<!DOCTYPE html><meta charset=utf-8><h1>I. KẾT QUẢ</h1><p>Có 35 hộ nghèo.</p>"
    source = read_source(written(tmp_path, "trang", page.encode()))
    assert [source.text[block.start : block.end] for block in source.blocks] == ["KẾT QUẢ", "Có 35 hộ nghèo."]
