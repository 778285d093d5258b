"""Mở tệp: a file of any kind that a report comes in, as a `SourceText`; a file that cannot be read says why."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.documents.encodings import decoded, refuse_old_fonts
from poverty_evaluation.audit.documents.problems import damaged, too_large, unreadable, without_text
from poverty_evaluation.audit.documents.source import SourceText

#: No report is larger.
_MOST_BYTES, _MOST_LINES, _MOST_CHARACTERS = 100_000_000, 500_000, 10_000_000
_BY_SUFFIX = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text", ".docx": "docx", ".docm": "docx",
    ".pdf": "pdf", ".html": "html", ".htm": "html", ".xhtml": "html",
}  # fmt: skip
#: Kinds of file that people send and that are not read: how they are called (vi, en), and what to save them as.
_OTHERS = {
    "doc": ("tệp Word cũ (.doc)", "an old Word file (.doc)", ".docx"),
    "ole": ("tệp Office cũ (.doc, .xls) hoặc tệp đặt mật khẩu",
            "an old Office file (.doc, .xls) or one with a password", ".docx không mật khẩu"),
    "xlsx": ("bảng tính Excel", "an Excel workbook", ".docx"),
    "pptx": ("tệp trình chiếu PowerPoint", "a PowerPoint presentation", ".docx"),
    "odt": ("tệp OpenDocument", "an OpenDocument file", ".docx"),
    "rtf": ("tệp RTF", "an RTF file", ".docx"),
    "zip": ("tệp nén", "a compressed archive", ".docx"),
    "image": ("tệp ảnh", "an image", ".docx hoặc PDF có chữ"),
}  # fmt: skip
_OTHER_SUFFIXES = {
    ".doc": "doc", ".dot": "doc", ".xls": "xlsx", ".xlsx": "xlsx", ".xlsm": "xlsx", ".csv": "xlsx", ".ppt": "pptx",
    ".pptx": "pptx", ".odt": "odt", ".rtf": "rtf", ".zip": "zip", ".rar": "zip", ".7z": "zip", ".png": "image",
    ".jpg": "image", ".jpeg": "image", ".tif": "image", ".tiff": "image",
}  # fmt: skip
_NAMES = {
    "text": ("văn bản", "text"),
    "docx": ("Word (.docx)", "Word (.docx)"),
    "pdf": ("PDF", "PDF"),
    "html": ("trang web (HTML)", "a web page (HTML)"),
}
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
                   re.IGNORECASE | re.DOTALL)  # fmt: skip


def read_source(path: Path | str) -> SourceText:
    """The text of a file: .txt, .md, .docx, .pdf, .html, whose content must agree with its suffix; others by content.

    InputError says what is wrong with a file that cannot be read.
    """
    file, data = str(path), _bytes(Path(path))
    kind = _kind(Path(path), data)
    if kind == "text":
        text = decoded(data, file)
        if text.count("\n") + text.count("\r") > _MOST_LINES:
            raise too_large(file, f"> {_MOST_LINES} dòng/lines", f"{_MOST_LINES} dòng/lines")
        source = plain_source(text, file)
    elif kind == "html":
        from poverty_evaluation.audit.documents.html import html_source

        source = html_source(data, file)
    elif kind == "docx":
        from poverty_evaluation.audit.documents.docx import docx_source

        source = docx_source(data, file)
    else:
        from poverty_evaluation.audit.documents.pdf import pdf_source

        source = pdf_source(data, file)
    if len(source.text) > _MOST_CHARACTERS:
        raise too_large(file, f"{len(source.text):,} ký tự/characters", f"{_MOST_CHARACTERS:,} ký tự/characters")
    refuse_old_fonts(source.text, file)
    if not source.blocks:
        raise without_text(file)
    return source


def _bytes(path: Path) -> bytes:
    file = str(path)
    if path.is_dir():
        raise unreadable(
            file,
            ("một thư mục", "a folder"),
            ("Nêu từng tệp trong thư mục.", "Name the files in the folder one by one."),
        )
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise too_large(file, f"{path.stat().st_size // 1_000_000} MB", f"{_MOST_BYTES // 1_000_000} MB")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise unreadable(
            file, ("không có tệp này", "no such file"), ("Kiểm tra lại đường dẫn.", "Check the path.")
        ) from error
    except OSError as error:
        raise unreadable(
            file,
            (f"tệp không mở được ({error.strerror})", f"a file that does not open ({error.strerror})"),
            ("Kiểm tra quyền đọc tệp.", "Check that the file may be read."),
        ) from error
    if not data.strip(b" \t\r\n\x0b\x0c\x00"):
        raise unreadable(
            file, ("tệp rỗng", "an empty file"), ("Kiểm tra lại tệp đã gửi.", "Check the file that was sent.")
        )
    return data


def _kind(path: Path, data: bytes) -> str:
    """text, docx, pdf or html: what a file is, if that is what its name says."""
    suffix, content = path.suffix.lower(), _content(data)
    if content in _OTHERS or suffix in _OTHER_SUFFIXES:
        if suffix == ".docx" and content == "zip":
            raise damaged(str(path), "Word (.docx)")
        other = (
            content if content in _OTHERS and content not in ("ole", "zip") else _OTHER_SUFFIXES.get(suffix, content)
        )
        raise _not_read(str(path), other)
    named = _BY_SUFFIX.get(suffix)
    if named is None or named == content or (named, content) in (("text", "html"), ("html", "text")):
        return named or content
    if content == "text":
        raise damaged(str(path), _NAMES[named][0], _NAMES[named][1])
    raise unreadable(
        str(path),
        (f"nội dung là {_NAMES[content][0]}", f"content that is {_NAMES[content][1]}"),
        ("Đổi đuôi tệp cho đúng với nội dung.", "Rename the file by its content."),
        (f"tệp {_NAMES[named][0]} như đuôi {suffix} cho biết", f"{_NAMES[named][1]}, as the suffix {suffix} says"),
    )


def _content(data: bytes) -> str:
    """What the bytes of a file are."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "ole"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8")):
        return "image"
    if data.startswith((b"Rar!", b"7z\xbc\xaf")):
        return "zip"
    return "html" if _PAGE.match(data[:4096].removeprefix(b"\xef\xbb\xbf")) else "text"


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return "zip"
    if "word/document.xml" in names or any(name.startswith("word/document") for name in names):
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "ppt/presentation.xml" in names:
        return "pptx"
    return "odt" if "content.xml" in names else "zip"


def _not_read(file: str, other: str) -> Exception:
    name_vi, name_en, save = _OTHERS[other]
    remedy = (f"Mở tệp và lưu lại dạng {save}.", "Open it and save it as .docx (Word).")
    if other == "image":
        remedy = (
            "Nhận dạng chữ (OCR) rồi lưu dạng .docx hoặc PDF.",
            "Recognise the text (OCR) and save it as .docx or PDF.",
        )
    elif other == "zip":
        remedy = ("Giải nén rồi nêu tệp báo cáo bên trong.", "Unpack it and name the report inside.")
    return unreadable(file, (name_vi, name_en), remedy)
