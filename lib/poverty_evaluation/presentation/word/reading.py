"""Đọc lại tệp Word: which numbers of a returned document are as they were issued, and which a hand has changed, added
or dropped."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from pathlib import Path
from typing import Any

from lxml import etree

from poverty_evaluation.presentation.word.numbers import NAMESPACE, IssuedNumber
from poverty_evaluation.presentation.word.xml import NAMESPACES

_W = f"{{{NAMESPACES['w']}}}"
_N = f"{{{NAMESPACE}}}"
_TOKEN = re.compile(r"\d+(?:[.,/]\d+)*")
#: Text that tracked changes have taken away, and text that they have put in.
_GONE = frozenset(_W + name for name in ("del", "moveFrom"))
_PUT_IN = frozenset(_W + name for name in ("ins", "moveTo"))
_OTHER_KINDS = frozenset(
    ["date", "picture", "comboBox", "dropDownList", "checkbox", "docPartList", "docPartObj", "group", "equation"]
)
_MAIN_PART = "word/document.xml"
_CUSTOM_PART = re.compile(r"customXml/item\d+\.xml$")


class UnreadableWordFile(ValueError):
    """A file that is no Word document."""


class NumberState(StrEnum):
    """What became of a number."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"
    UNKNOWN = "unknown"  # there, but what was issued is not known


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """A number of a returned document. issued: its text as issued; now: as it stands, and the paragraph around it;
    control: the number of its control as issued, 0 where none was."""

    value_id: str
    tag: str
    issued: str
    now: str
    state: NumberState
    paragraph: str = ""
    control: int = 0


@dataclass(frozen=True, slots=True)
class OutsideNumber:
    """Digits outside of every control that were not issued there, and the paragraph in which they stand now."""

    text: str
    paragraph: str


@dataclass(frozen=True, slots=True)
class ReadNumbers:
    """All numbers of a returned document, in its order, the missing ones last."""

    numbers: tuple[ReadNumber, ...]
    added_outside: tuple[OutsideNumber, ...]
    missing_outside: tuple[str, ...]

    def of_state(self, state: NumberState) -> tuple[ReadNumber, ...]:
        return tuple(number for number in self.numbers if number.state is state)

    @property
    def is_as_issued(self) -> bool:
        """Whether no hand has touched a number."""
        untouched = all(number.state is NumberState.UNCHANGED for number in self.numbers)
        return untouched and not self.added_outside and not self.missing_outside


@dataclass(frozen=True, slots=True)
class Issued:
    """The numbers that a document of ours travels with: those in controls, and the digits outside of them."""

    numbers: tuple[IssuedNumber, ...]
    outside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrackedEdit:
    """Digits that a tracked change took away or put in, by whom and when as far as Word recorded it (ISO 8601, else
    empty), and the paragraph as it stands now."""

    text: str
    is_deletion: bool
    author: str
    date: str
    paragraph: str


@dataclass(frozen=True, slots=True)
class _Control:
    control: int
    tag: str
    title: str
    text: str
    paragraph: str


def read_numbers(source: bytes | Path, issued: Sequence[IssuedNumber] | Issued = ()) -> ReadNumbers:
    """The numbers of a document beside those it was issued with.

    These travel in the document as a part of their own. Where a program has dropped it, `issued` (`word.issued_numbers`
    of the notebook) tells them; LibreOffice 7.4 keeps it, and the titles of the controls, but not their tags. What was
    read from our own file with `issued_with` counts before what travels in the document.
    UnreadableWordFile when this is no Word document.
    """
    root, listing = _parts(source)
    known: Sequence[IssuedNumber]
    outside: Sequence[str] | None = None
    if isinstance(issued, Issued):
        known, outside = issued.numbers, issued.outside
    elif listing is not None:
        known, outside = _listed(listing)
    else:
        known = issued
    controls = _controls(root)
    matched, free = _matched(controls, known)
    numbers = [_read(control, match, bool(known)) for control, match in zip(controls, matched, strict=True)]
    numbers += [
        ReadNumber(one.value_id, one.tag, one.text, "", NumberState.MISSING, control=one.control) for one in free
    ]
    added, missing = ((), ()) if outside is None else _outside_changes(root, outside)
    return ReadNumbers(tuple(numbers), added, missing)


def issued_with(source: bytes | Path) -> Issued | None:
    """The numbers that travel in a document of ours; None where a program has dropped them, or in one of others."""
    _, listing = _parts(source)
    if listing is None:
        return None
    numbers, outside = _listed(listing)
    return Issued(tuple(numbers), tuple(outside))


def outside_paragraphs(source: bytes | Path) -> list[str]:
    """The paragraphs of a document with a gap (U+FFFC) for every control."""
    root, _ = _parts(source)
    return [_text(found, without=_W + "sdt") for found in root.iter(_W + "p")]


def tracked_edits(source: bytes | Path) -> list[TrackedEdit]:
    """What tracked changes did to digits, in the order of the document."""
    root, _ = _parts(source)
    found = []
    for change in root.iter(*_GONE, *_PUT_IN):
        text = "".join(part.text or "" for part in change.iter(_W + "t", _W + "delText"))
        if _TOKEN.search(text):
            around = next(change.iterancestors(_W + "p"), None)
            paragraph = "" if around is None else _text(around)
            author, date = str(change.get(_W + "author", "")), str(change.get(_W + "date", ""))
            found.append(TrackedEdit(text, change.tag in _GONE, author, date, paragraph))
    return found


def outside_tokens(main_part: bytes) -> list[str]:
    """The groups of digits that stand outside of controls: in dates, symbols, names."""
    return [token for token, _ in _outside(_parsed(main_part))]


def plain_text(source: bytes | Path) -> list[str]:
    """The paragraphs of a document in its order, cells among them, without heads and feet of pages."""
    root, _ = _parts(source)
    return [_text(found) for found in root.iter(_W + "p")]


def _parts(source: bytes | Path) -> tuple[Any, Any]:
    """The main part, and the list of numbers where the document still has it."""
    try:
        with zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source) as archive:
            main = _parsed(archive.read(_MAIN_PART))
            for name in sorted(archive.namelist()):
                if _CUSTOM_PART.match(name):
                    item = _parsed(archive.read(name))
                    if item.tag == _N + "numbers":
                        return main, item
            return main, None
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise UnreadableWordFile(
            f"Không phải tệp Word đọc được. / No Word document that can be read: {error}"
        ) from error


def _parsed(content: bytes) -> Any:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _listed(listing: Any) -> tuple[list[IssuedNumber], list[str]]:
    issued = [
        IssuedNumber(
            int(one.get("control", "0")), one.get("tag", ""), one.get("id", ""), one.get("value", ""),
            one.get("unit", ""), one.text or "", one.get("title", ""),
        )
        for one in listing.iter(_N + "number")
    ]  # fmt: skip
    return issued, (listing.findtext(_N + "outside") or "").split()


def _controls(root: Any) -> list[_Control]:
    """The controls of numbers: those with a tag or, where a program has dropped all tags, those with a title."""
    found = []
    for control in root.iter(_W + "sdt"):
        properties, content = control.find(_W + "sdtPr"), control.find(_W + "sdtContent")
        if properties is None or content is None or _is_of_others(properties):
            continue
        is_empty = properties.find(_W + "showingPlcHdr") is not None
        around = next(control.iterancestors(_W + "p"), None)
        found.append(
            _Control(
                int(_setting(properties, "id") or 0),
                _setting(properties, "tag"),
                _setting(properties, "alias"),
                "" if is_empty else _text(content),
                "" if around is None else _text(around),
            )
        )
    has_tags = any(one.tag for one in found)
    return [one for one in found if (one.tag if has_tags else one.title)]


def _is_of_others(properties: Any) -> bool:
    """Whether a control holds something else than text: a date, a picture, a list to choose from."""
    return any(etree.QName(child).localname in _OTHER_KINDS for child in properties if isinstance(child.tag, str))


def _setting(properties: Any, name: str) -> str:
    found = properties.find(_W + name)
    return "" if found is None else str(found.get(_W + "val", ""))


def _matched(
    controls: Sequence[_Control], issued: Sequence[IssuedNumber]
) -> tuple[list[IssuedNumber | None], list[IssuedNumber]]:
    """What each control was issued as, and what no control stands for any more.

    First the controls that kept their own number; then, in the order of the document, those of the same tag (or title,
    where the tags are gone) that say the same; then those of the same tag in their order.
    """
    has_tags = any(control.tag for control in controls)
    keys = [control.tag if has_tags else control.title for control in controls]
    issued_keys = [one.tag if has_tags else one.title for one in issued]
    of_number = {(one.control, key): place for place, (one, key) in enumerate(zip(issued, issued_keys, strict=True))}
    pairs: dict[int, int] = {}
    free = dict.fromkeys(range(len(issued)))
    for place, control in enumerate(controls):
        found = of_number.get((control.control, keys[place]))
        if found in free:
            pairs[place] = found
            del free[found]
    rest, left = [place for place in range(len(controls)) if place not in pairs], list(free)
    aligned = SequenceMatcher(
        None,
        [(keys[place], _spaced(controls[place].text)) for place in rest],
        [(issued_keys[place], _spaced(issued[place].text)) for place in left],
        autojunk=False,
    )
    for block in aligned.get_matching_blocks():
        for step in range(block.size):
            pairs[rest[block.a + step]] = left[block.b + step]
            del free[left[block.b + step]]
    for place in rest:
        if place not in pairs:
            found = next((one for one in free if issued_keys[one] == keys[place]), None)
            if found is not None:
                pairs[place] = found
                del free[found]
    matched = [issued[pairs[place]] if place in pairs else None for place in range(len(controls))]
    return matched, [issued[place] for place in free]


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _read(control: _Control, match: IssuedNumber | None, is_known: bool) -> ReadNumber:
    if match is None:
        state = NumberState.ADDED if is_known else NumberState.UNKNOWN
        return ReadNumber(control.tag, control.tag or control.title, "", control.text, state, control.paragraph)
    state = NumberState.UNCHANGED if _spaced(control.text) == _spaced(match.text) else NumberState.CHANGED
    return ReadNumber(match.value_id, match.tag, match.text, control.text, state, control.paragraph, match.control)


def _outside_changes(root: Any, issued: Sequence[str]) -> tuple[tuple[OutsideNumber, ...], tuple[str, ...]]:
    """Digits outside of controls that were not issued, and those that were and are gone."""
    left = Counter(issued)
    added = []
    for token, found in _outside(root):
        if left[token]:
            left[token] -= 1
        else:
            added.append(OutsideNumber(token, _text(found)))
    return tuple(added), tuple(left.elements())


def _outside(root: Any) -> Iterator[tuple[str, Any]]:
    """Every group of digits outside of controls, with its paragraph."""
    for found in root.iter(_W + "p"):
        for token in _TOKEN.findall(_text(found, without=_W + "sdt")):
            yield token, found


def _text(element: Any, without: str = "") -> str:
    """The text as a reader sees it: what tracked changes took away is gone; a control that is left out is a gap."""
    parts: list[str] = []
    for child in element:
        if child.tag == _W + "t":
            parts.append(child.text or "")
        elif child.tag in (_W + "tab", _W + "br", _W + "cr"):
            parts.append(" ")
        elif child.tag == _W + "noBreakHyphen":
            parts.append("-")
        elif child.tag == without:
            parts.append("\ufffc")
        elif child.tag not in _GONE and child.tag != _W + "p":
            parts.append(_text(child, without))
    return "".join(parts)
