"""Bảng mã: the bytes of a text file as letters; old Vietnamese encodings are recognised and, if need be, refused."""

from __future__ import annotations

import codecs
import re
import unicodedata
from itertools import islice

from poverty_evaluation.audit.documents.problems import unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Enough of a text to know its encoding.
_SAMPLE = 200_000
_UNICODE_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
#: "Céng hoµ x· héi": what the letters of TCVN3 look like in Latin 1.
_TCVN3 = re.compile("[A-Za-z][µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîóïñòô\u00adõøö÷ùúýûüþ]")
_TCVN3_ONLY = re.compile("[µ¸¶·¹¨»¾¼½©®ª«¬\u00ad]")
#: "Coäng hoøa xaõ hoäi": a vowel followed by the letter that carries its mark.
_VNI = re.compile("[aeouyAEOUY][øùûõïâäáàãåèéúüëêóòôöØÙÛÕÏÂÄÁÀÃÅÈÉÚÜËÊÓÒÔÖ]")
_TONES = re.compile("[\u0300\u0309\u0303\u0301\u0323]")
_TONE_ON_VOWEL = re.compile("[aăâeêioôơuưyAĂÂEÊIOÔƠUƯY][\u0300\u0309\u0303\u0301\u0323]")
_FEWEST = 4


def decoded(data: bytes, file: str, named: str = "") -> str:
    """The text of a file's bytes. named: the encoding that the file itself names, for HTML."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data, encoding, file), file)
    if data[:4000].count(0) > 0:
        raise _binary(file)
    try:
        return _checked(data.decode("utf-8"), file)
    except UnicodeDecodeError as error:
        return _legacy(data, file, error.start, named)


def _strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise _wrong(file, data.count(b"\n", 0, error.start) + 1) from error


def _checked(text: str, file: str) -> str:
    if "\x00" in text[:4000]:
        raise _binary(file)
    return text


def refuse_old_fonts(text: str, file: str) -> None:
    """InputError for a text that is Unicode but whose letters are meant for an old font, such as .VnTime."""
    if name := _old_font(text[:_SAMPLE]):
        raise _old(file, name)


def _old_font(sample: str) -> str:
    """The old Vietnamese encoding whose letters a text shows; empty for none."""
    if len(list(islice(_UNICODE_VIETNAMESE.finditer(sample), _FEWEST))) == _FEWEST:
        return ""
    letters = sum(map(str.isalpha, sample))
    vni, tcvn3 = len(_VNI.findall(sample)), len(_TCVN3.findall(sample))
    enough = max(_FEWEST, letters // 25)
    if len(_TCVN3_ONLY.findall(sample)) >= _FEWEST and tcvn3 >= enough:
        return "TCVN3 (ABC, .VnTime)"
    return "VNI" if vni >= enough else ""


def _legacy(data: bytes, file: str, at: int, named: str) -> str:
    """A text that is not Unicode: cp1258 if it plainly is, else refused."""
    sample = data[:_SAMPLE].decode("cp1258", errors="replace")
    tones = len(_TONES.findall(sample))
    if tones >= _FEWEST and len(_TONE_ON_VOWEL.findall(sample)) >= 0.98 * tones and "\ufffd" not in sample:
        return unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
    if name := _old_font(data[:_SAMPLE].decode("latin-1")):
        raise _old(file, name)
    if named and named.lower() not in ("utf-8", "utf8"):
        try:
            return data.decode(named)
        except (LookupError, UnicodeDecodeError):
            pass
    raise _wrong(file, data.count(b"\n", 0, at) + 1)


_UNICODE = ("văn bản tiếng Việt bảng mã Unicode (UTF-8)", "Vietnamese text in Unicode (UTF-8)")


def _old(file: str, name: str) -> Exception:
    return unreadable(
        file,
        (f"chữ gõ bằng bảng mã cũ {name}", f"letters of the old encoding {name}"),
        ("Chuyển mã sang Unicode (ví dụ bằng UniKey, Ctrl+Shift+F6) rồi lưu lại.",
         "Convert it to Unicode (UniKey does, with Ctrl+Shift+F6) and save it again."),
        _UNICODE,
    )  # fmt: skip


def _wrong(file: str, row: int) -> Exception:
    return unreadable(
        file,
        ("ký tự không thuộc UTF-8", "bytes that are not UTF-8"),
        ("Mở tệp và lưu lại với bảng mã UTF-8.", "Open the file and save it again with the encoding UTF-8."),
        _UNICODE,
        row,
    )


def _binary(file: str) -> Exception:
    return unreadable(
        file,
        ("tệp nhị phân hoặc UTF-16 không có dấu BOM", "a binary file, or UTF-16 without a byte order mark"),
        ("Mở tệp và lưu lại dạng .docx, PDF hoặc văn bản UTF-8.", "Open it and save it as .docx, PDF or UTF-8 text."),
    )
