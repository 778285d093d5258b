"""Trang PDF: the words of each page with their places, and which block of the tagged structure each belongs to.

The only module that knows pypdfium2. Words are read in bulk; positions are asked for at both ends of each word only.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from poverty_evaluation.audit.documents.draft import raised
from poverty_evaluation.audit.documents.problems import damaged, too_large, unreadable

_WORD = re.compile("[^\\s\x00\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_MOST_PAGES, _MOST_LETTERS, _MOST_ELEMENTS, _DEEPEST = 3000, 20_000_000, 200_000, 60
#: Looks at elements for a whole document; elements with so many children are read near those of the page before, and
#: so many children in a row that are of other pages end a page.
_MOST_LOOKS, _WIDE, _GAP = 20_000_000, 100, 40
_USUAL_SIZE = 12.0
#: Letters so much above the line, in heights of letters, are set above it.
_RAISED_BY = 0.15
_PASSWORD = 4  # FPDF_ERR_PASSWORD
#: Where pdfium saw a hyphen at the end of a line.
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a page: from left to right at its baseline; mark: the marked content it belongs to, -1 for none."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    mark: int = -1
    bold: bool = False


@dataclass(slots=True)
class Element:
    """An element of the tagged structure: its type, marks and elements in their order, what spans it has."""

    kind: str
    children: list[Element | int] = field(default_factory=list)
    row_span: int = 1
    column_span: int = 1


@dataclass(slots=True)
class Page:
    """A page as it was read. tags: the roots of its structure, empty for a page without."""

    words: list[Word]
    has_image: bool
    tags: list[Element]


def read_pages(data: bytes, file: str) -> list[Page]:
    """The pages of a PDF file. InputError for one that is damaged or wants a password."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "assword" in str(error):
            raise _locked(file) from error
        raise damaged(file, "PDF") from error
    try:
        if len(document) > _MOST_PAGES:
            raise too_large(file, f"{len(document)} trang/pages", f"{_MOST_PAGES} trang/pages")
        structure = _Structure(document.is_tagged())
        pages = list(_pages(document, structure, file))
        return [replace(page, tags=[]) for page in pages] if structure.is_exhausted else pages
    except pypdfium2.PdfiumError as error:
        raise damaged(file, "PDF") from error
    finally:
        document.close()


def _pages(document: Any, structure: _Structure, file: str) -> Iterator[Page]:
    import pypdfium2.raw as pdfium

    letters = 0
    for number in range(len(document)):
        page = document[number]
        text_page = page.get_textpage()
        letters += text_page.count_chars()
        if letters > _MOST_LETTERS:
            raise too_large(file, f"> {_MOST_LETTERS} chữ/letters", f"{_MOST_LETTERS} chữ/letters")
        words = _Words(pdfium, text_page).read()
        has_image = not words and any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
        yield Page(words, has_image, structure.of(page, words))
        text_page.close()
        page.close()


def _locked(file: str) -> Exception:
    return unreadable(
        file,
        ("tệp PDF đặt mật khẩu", "a PDF file with a password"),
        ("Mở bằng mật khẩu và in hoặc lưu lại thành PDF không mật khẩu.",
         "Open it with its password and print or save it as a PDF without one."),
    )  # fmt: skip


class _Words:
    """Reads the words of one page."""

    def __init__(self, pdfium: Any, text_page: Any) -> None:
        self._api, self._page = pdfium, text_page.raw
        self._text = text_page.get_text_range()
        self._same = len(self._text) == text_page.count_chars()
        self._box = pdfium.FS_RECTF()
        self._box_ref = ctypes.byref(self._box)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._origin_refs = ctypes.byref(self._x), ctypes.byref(self._y)
        self._objects: dict[int, tuple[int, bool, float]] = {}
        self._matrix, self._points = pdfium.FS_MATRIX(), ctypes.c_float()
        self._fonts: dict[int, bool] = {}

    def read(self) -> list[Word]:
        loose, origin = self._api.FPDFText_GetLooseCharBox, self._api.FPDFText_GetCharOrigin
        page, box, words = self._page, self._box, []
        for found in _WORD.finditer(self._text):
            first, last = self._index(found.start()), self._index(found.end() - 1)
            if not loose(page, first, self._box_ref):
                continue
            left, right = box.left, box.right
            origin(page, first, *self._origin_refs)
            mark, bold, size = self._object(first)
            baseline, text = self._y.value, found.group().translate(_HYPHENS)
            if last != first and loose(page, last, self._box_ref):
                right = box.right
            if last != first and text[-1].isdigit():
                text = self._with_raised(text, last, baseline + _RAISED_BY * size)
            words.append(Word(text, min(left, right), max(left, right), baseline, size, mark, bold))
        return words

    def _with_raised(self, text: str, last: int, least: float) -> str:
        """A word with the digits at its end that stand above the line marked as such."""
        for back in range(min(3, len(text) - 1)):
            if not text[-1 - back].isdigit():
                return text
            self._api.FPDFText_GetCharOrigin(self._page, last - back, *self._origin_refs)
            if self._y.value < least:
                return text
            at = len(text) - 1 - back
            text = text[:at] + raised(text[at]) + text[at + 1 :]
        return text

    def _index(self, at: int) -> int:
        if self._same:
            return at
        index: int = self._api.FPDFText_GetCharIndexFromTextIndex(self._page, at)
        return max(index, 0)

    def _object(self, index: int) -> tuple[int, bool, float]:
        """The marked content of a letter, whether it is printed in bold, its height."""
        found = self._api.FPDFText_GetTextObject(self._page, index)
        if not found:
            return -1, False, _USUAL_SIZE
        key = ctypes.addressof(found.contents)
        if key not in self._objects:
            mark = self._api.FPDFPageObj_GetMarkedContentID(found)
            self._objects[key] = mark, self._is_bold(found), self._size(found)
        return self._objects[key]

    def _size(self, text_object: Any) -> float:
        self._api.FPDFTextObj_GetFontSize(text_object, ctypes.byref(self._points))
        self._api.FPDFPageObj_GetMatrix(text_object, ctypes.byref(self._matrix))
        scale = math.hypot(self._matrix.c, self._matrix.d)
        return abs(self._points.value) * scale or _USUAL_SIZE

    def _is_bold(self, text_object: Any) -> bool:
        font = self._api.FPDFTextObj_GetFont(text_object)
        if not font:
            return False
        key = ctypes.addressof(font.contents)
        if key not in self._fonts:
            name = ctypes.create_string_buffer(200)
            self._api.FPDFFont_GetBaseFontName(font, name, len(name))
            heavy = self._api.FPDFFont_GetWeight(font) >= 600
            self._fonts[key] = heavy or b"bold" in name.value.lower()
        return self._fonts[key]


class _Structure:
    """Reads the tagged structure of one page after the other.

    Below its root a document has an element for every paragraph of all its pages, and those of one page stand side by
    side: they are looked for from where those of the page before ended, and everywhere only when words are left over.
    """

    def __init__(self, is_tagged: bool) -> None:
        import pypdfium2.raw as pdfium

        self._api, self._is_tagged = pdfium, is_tagged
        self._looks = _MOST_LOOKS
        self._left = _MOST_ELEMENTS
        self._reached: dict[int, int] = {}  # by depth: the last child of a wide element that was of a page
        self._marks: set[int] = set()

    @property
    def is_exhausted(self) -> bool:
        """Whether so much was looked at that the structure is no way to read the document."""
        return self._looks < 0

    def of(self, page: Any, words: list[Word]) -> list[Element]:
        """The structure of a page, if it has one."""
        is_read = self._is_tagged and words and not self.is_exhausted
        tree = self._api.FPDF_StructTree_GetForPage(page.raw) if is_read else None
        if not tree:
            return []
        try:
            near = self._roots(tree, is_near=True)
            if all(word.mark < 0 or word.mark in self._marks for word in words):
                return near
            return self._roots(tree, is_near=False)
        finally:
            self._api.FPDF_StructTree_Close(tree)

    def _roots(self, tree: Any, is_near: bool) -> list[Element]:
        self._left, self._marks = _MOST_ELEMENTS, set()
        count = min(self._api.FPDF_StructTree_CountChildren(tree), _MOST_ELEMENTS)
        roots = (self._api.FPDF_StructTree_GetChildAtIndex(tree, index) for index in range(count))
        return [self._element(root, 0, is_near) for root in roots if root]

    def _element(self, handle: Any, depth: int, is_near: bool) -> Element:
        element = Element(_name(self._api.FPDF_StructElement_GetType, handle))
        if element.kind in ("TD", "TH"):
            element.row_span, element.column_span = _spans(self._api, handle)
        count = max(0, self._api.FPDF_StructElement_CountChildren(handle))
        self._looks -= count  # pdfium looks at every child of an element of the page, whosesoever page it is of
        is_wide = is_near and count > _WIDE
        first = max(0, self._reached.get(depth, 0) - 1) if is_wide else 0
        empty = 0
        for index in range(first, count):
            self._left -= 1
            if self._left < 0 or self._looks < 0 or depth > _DEEPEST or (is_wide and element.children and empty > _GAP):
                break
            child = self._api.FPDF_StructElement_GetChildAtIndex(handle, index)
            if child:
                element.children.append(self._element(child, depth + 1, is_near))
            elif (mark := self._api.FPDF_StructElement_GetChildMarkedContentID(handle, index)) >= 0:
                element.children.append(mark)
                self._marks.add(mark)
            else:
                empty += 1
                continue
            empty = 0
            if count > _WIDE:
                self._reached[depth] = index
        return element


def _name(call: Any, handle: Any) -> str:
    buffer = ctypes.create_string_buffer(200)
    size = call(handle, buffer, len(buffer))
    return buffer.raw[: max(0, min(size, 200) - 2)].decode("utf-16-le", "replace")


def _spans(pdfium: Any, handle: Any) -> tuple[int, int]:
    """How many rows and columns a cell reaches over."""
    found = {b"RowSpan": 1, b"ColSpan": 1}
    for index in range(max(0, pdfium.FPDF_StructElement_GetAttributeCount(handle))):
        attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(handle, index)
        for name in found if attributes else ():
            number = ctypes.c_float()
            value = pdfium.FPDF_StructElement_Attr_GetValue(attributes, name)
            if value and pdfium.FPDF_StructElement_Attr_GetNumberValue(value, ctypes.byref(number)):
                found[name] = max(1, min(int(number.value), 200))
    return found[b"RowSpan"], found[b"ColSpan"]
