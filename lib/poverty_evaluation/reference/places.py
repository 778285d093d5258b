"""Đơn vị hành chính: places with their codes, types and parents, each for the time it was so.

One row per unit and validity: a commune that became a ward has two rows under one code. Nothing is known to be
missing where `valid_from` is empty: the unit existed before the earliest source, its first day was not looked up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from poverty_evaluation.reference.place_names import name_key, split_type
from poverty_evaluation.reference.reading import Record
from poverty_evaluation.reference.registry import UnknownCodeError
from poverty_evaluation.reference.standards import Area
from poverty_evaluation.vocabulary.errors import nearest

PLACE_COLUMNS = (
    "place_code",
    "slug",
    "name_vi",
    "name_en",
    "type_vi",
    "level",
    "parent_code",
    "valid_from",
    "valid_to",
    "successor_codes",
    "predecessor_codes",
    "instrument",
    "source",
    "verified",
    "note_vi",
)
SPELLING_COLUMNS = ("spelling", "place_code", "note")
_LIST = ("các đơn vị hành chính", "the places", "places.csv")


class PlaceLevel(StrEnum):
    """Cấp của đơn vị hành chính."""

    PROVINCE = "province"  # tỉnh
    CITY = "city"  # thành phố thuộc tỉnh
    DISTRICT = "district"  # huyện
    WARD = "ward"  # phường
    COMMUNE = "commune"  # xã
    TOWNSHIP = "township"  # thị trấn
    SPECIAL_ZONE = "special_zone"  # đặc khu


#: Khu vực thành thị gồm phường và thị trấn, nông thôn gồm xã và đặc khu; a larger unit lies in neither.
_AREAS = {
    PlaceLevel.WARD: Area.URBAN,
    PlaceLevel.TOWNSHIP: Area.URBAN,
    PlaceLevel.COMMUNE: Area.RURAL,
    PlaceLevel.SPECIAL_ZONE: Area.RURAL,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Một đơn vị hành chính trong một thời gian: a unit as it was from `valid_from` to `valid_to`, both included.

    name_vi is bare (`Ngô Quyền`), name_en full (`Ngô Quyền Ward`). `instrument` is the document that made the unit
    what this row says. `verified` is false where something of the row, or what became of the unit at its end, was not
    found in a source; `note_vi` says what.
    """

    place_code: str
    slug: str
    name_vi: str
    name_en: str
    type_vi: str
    level: PlaceLevel
    parent_code: str
    valid_from: date | None
    valid_to: date | None
    successor_codes: tuple[str, ...]
    predecessor_codes: tuple[str, ...]
    instrument: str
    source: str
    verified: bool
    note_vi: str

    @property
    def full_name_vi(self) -> str:
        """`phường Ngô Quyền`."""
        return f"{self.type_vi} {self.name_vi}"

    @property
    def area(self) -> Area | None:
        """Thành thị hay nông thôn; None for a unit that holds both."""
        return _AREAS.get(self.level)

    def full_name(self, language: str) -> str:
        return self.name_en if language == "en" else self.full_name_vi

    def is_in_force(self, on: date) -> bool:
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Spelling:
    """Cách viết gặp trong thực tế: a spelling that means one place."""

    text: str
    place_code: str
    note: str


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """What a written name may mean.

    candidates: all places it may be, one per code. type_agrees: the unit type written in front of the name is the
    type the unit had on that date. in_force: the unit existed on that date. suggestions: near names when there is no
    candidate.
    """

    text: str
    candidates: tuple[Place, ...]
    type_agrees: bool = True
    in_force: bool = True
    suggestions: tuple[str, ...] = ()

    @property
    def place(self) -> Place | None:
        """The place meant, if the name means exactly one."""
        return self.candidates[0] if len(self.candidates) == 1 else None

    @property
    def is_ambiguous(self) -> bool:
        return len(self.candidates) > 1


class Places:
    """Tất cả đơn vị hành chính của một thư mục dữ liệu, tra theo mã, theo tên, theo ngày."""

    def __init__(self, rows: Iterable[Place], spellings: Iterable[Spelling] = ()):
        by_code: dict[str, list[Place]] = {}
        for row in rows:
            by_code.setdefault(row.place_code, []).append(row)
        self._by_code = {
            code: tuple(sorted(found, key=lambda place: place.valid_from or date.min))
            for code, found in by_code.items()
        }
        self._by_name: dict[str, list[Place]] = {}
        self._children: dict[str, list[Place]] = {}
        for row in self.rows:
            self._by_name.setdefault(name_key(row.name_vi), []).append(row)
            self._children.setdefault(row.parent_code, []).append(row)
        self._slugs = {row.slug: row.place_code for row in self.rows if row.slug}
        self._spelt: dict[str, list[str]] = {}
        for spelling in spellings:
            codes = self._spelt.setdefault(name_key(spelling.text), [])
            if spelling.place_code not in codes:
                codes.append(spelling.place_code)

    @property
    def rows(self) -> tuple[Place, ...]:
        """Every row, in the order of the codes' first appearance, each unit's own in order of time."""
        return tuple(row for found in self._by_code.values() for row in found)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(self._by_code)

    @property
    def slugs(self) -> tuple[str, ...]:
        return tuple(self._slugs)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def __iter__(self) -> Iterator[Place]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self._by_code)

    def history(self, code: str) -> tuple[Place, ...]:
        """All rows of one code, oldest first; empty when the code is unknown."""
        return self._by_code.get(code, ())

    def find(self, code: str, on: date | None = None) -> Place | None:
        """The unit as it was on a date, or as it was last; None when there is none."""
        rows = self._by_code.get(code, ())
        if on is None:
            return rows[-1] if rows else None
        return next((row for row in rows if row.is_in_force(on)), None)

    def place(self, code: str, on: date | None = None) -> Place:
        """As `find`, but an unknown code raises UnknownCodeError; outside its validity the last row is given."""
        found = self.find(code, on) or self.find(code)
        if found is None:
            raise UnknownCodeError(code, *_LIST[:2], self.codes)
        return found

    def place_by_slug(self, slug: str, on: date | None = None) -> Place:
        """The reporting unit of a folder name; UnknownCodeError when no unit has that name."""
        if slug not in self._slugs:
            raise UnknownCodeError(slug, *_LIST[:2], self.slugs)
        return self.place(self._slugs[slug], on)

    def children(self, code: str, on: date) -> tuple[Place, ...]:
        """The units directly under one on a date, in the order of their codes."""
        found = [row for row in self._children.get(code, ()) if row.is_in_force(on)]
        return tuple(sorted(found, key=lambda row: row.place_code))

    def parts(self, code: str, on: date) -> tuple[Place, ...]:
        """The units that make one up on a date; none where only one is listed: it is then not known whole."""
        children = self.children(code, on)
        return children if len(children) > 1 else ()

    def is_mostly(self, code: str, parts: Collection[str], on: date) -> bool:
        """Whether more than half of the units that make one up are among some: a few of them do not stand for it."""
        whole = self.parts(code, on)
        return 2 * sum(place.place_code in parts for place in whole) > len(whole)

    def boundary_change(self, code: str, start: date, end: date) -> Place | None:
        """The unit made between two dates that took in more than the place, or took a part of it."""
        for made in self:
            if made.valid_from is None or not start < made.valid_from <= end or code not in made.predecessor_codes:
                continue
            if made.place_code != code or set(made.predecessor_codes) != {code}:
                return made
        return None

    def province_of(self, code: str, on: date | None = None) -> Place | None:
        """The province that a unit is or lies in; None where none is listed above it."""
        seen: set[str] = set()
        while code and code not in seen:
            seen.add(code)
            row = self.find(code, on) or self.find(code)
            if row is None or row.level is PlaceLevel.PROVINCE:
                return row
            code = row.parent_code
        return None

    def is_within(self, code: str, other_code: str, on: date | None = None) -> bool:
        """Whether a unit is another one or lies within it (on a date, or as each was last)."""
        seen: set[str] = set()
        while code and code not in seen:
            if code == other_code:
                return True
            seen.add(code)
            row = self.find(code, on) or self.find(code)
            code = row.parent_code if row else ""
        return False

    def resolve_name(self, text: str, parent_code: str | None = None, on: date | None = None) -> PlaceMatch:
        """What a written code or name means: by code, then by a listed spelling, then by type and name.

        parent_code keeps only units within that one (or itself); `on` chooses the row of that date.
        """
        written = text.strip()
        if written in self._by_code:
            return self._match(text, [self.place(written, on)], True, on)
        spelt = self._spelt.get(name_key(written))
        if spelt:
            within = self._within([self.place(code, on) for code in spelt], parent_code, on)
            if within:
                return self._match(text, within, True, on)
        type_vi, bare = split_type(written)
        rows = self._within(self._by_name.get(name_key(bare), []), parent_code, on)
        if not rows and type_vi:
            rows = self._within(self._by_name.get(name_key(written), []), parent_code, on)
            type_vi = "" if rows else type_vi
        if not rows:
            return PlaceMatch(text, (), suggestions=self._near(written, parent_code, on))
        if on is not None:
            rows = [row for row in rows if row.is_in_force(on)] or rows
        typed = [row for row in rows if row.type_vi.casefold() == type_vi] if type_vi else rows
        return self._match(text, typed or rows, bool(typed), on)

    def _within(self, rows: Iterable[Place], parent_code: str | None, on: date | None) -> list[Place]:
        if parent_code is None:
            return list(rows)
        found = []
        for row in rows:
            above = row.parent_code
            if row.place_code == parent_code or above == parent_code or self.is_within(above, parent_code, on):
                found.append(row)
        return found

    def _match(self, text: str, rows: Iterable[Place], type_agrees: bool, on: date | None) -> PlaceMatch:
        one_each = {row.place_code: row for row in rows}
        in_force = on is None or any(row.is_in_force(on) for row in one_each.values())
        return PlaceMatch(text, tuple(one_each[code] for code in sorted(one_each)), type_agrees, in_force)

    def _near(self, text: str, parent_code: str | None, on: date | None) -> tuple[str, ...]:
        rows = self._within((row for row in self.rows if on is None or row.is_in_force(on)), parent_code, on)
        names = {row.name_vi.casefold(): row.full_name_vi for row in rows}
        return tuple(dict.fromkeys(names[name] for name in nearest(split_type(text)[1], names)))


def place_from(record: Record) -> Place:
    """One row of places.csv."""
    place = Place(
        place_code=record.text("place_code", required=True),
        slug=record.text("slug"),
        name_vi=record.text("name_vi", required=True),
        name_en=record.text("name_en", required=True),
        type_vi=record.text("type_vi", required=True),
        level=record.choice("level", PlaceLevel),
        parent_code=record.text("parent_code"),
        valid_from=record.day("valid_from"),
        valid_to=record.day("valid_to"),
        successor_codes=record.texts("successor_codes"),
        predecessor_codes=record.texts("predecessor_codes"),
        instrument=record.text("instrument"),
        source=record.text("source", required=True),
        verified=record.flag("verified"),
        note_vi=record.text("note_vi"),
    )
    if place.valid_from and place.valid_to and place.valid_to < place.valid_from:
        record.refuse(
            "valid_to",
            (f"ngày không trước {place.valid_from.isoformat()}", f"a date not before {place.valid_from.isoformat()}"),
            (place.valid_to.isoformat(), place.valid_to.isoformat()),
            ("Sửa một trong hai ngày.", "Mend one of the two dates."),
        )
    return place


def spelling_from(record: Record) -> Spelling:
    """One row of place_names.csv."""
    return Spelling(
        text=record.text("spelling", required=True),
        place_code=record.text("place_code", required=True),
        note=record.text("note"),
    )


def check_places(pairs: Iterable[tuple[Record, Place]]) -> None:
    """Refuse parents, successors and predecessors that are no place, rows of one code that overlap, slugs of two."""
    rows = list(pairs)
    codes = tuple(dict.fromkeys(place.place_code for _, place in rows))
    slugs: dict[str, str] = {}
    earlier: dict[str, list[tuple[Record, Place]]] = {}
    for record, place in rows:
        record.check_code("parent_code", place.parent_code, codes, *_LIST)
        for code in place.successor_codes:
            record.check_code("successor_codes", code, codes, *_LIST)
        for code in place.predecessor_codes:
            record.check_code("predecessor_codes", code, codes, *_LIST)
        if place.slug and slugs.setdefault(place.slug, place.place_code) != place.place_code:
            record.refuse(
                "slug",
                ("mỗi tên thư mục một đơn vị", "one unit for each folder name"),
                (f"“{place.slug}” đã là của {slugs[place.slug]}", f"“{place.slug}”, which {slugs[place.slug]} has"),
                ("Đặt tên thư mục khác.", "Choose another folder name."),
            )
        for other_record, other in earlier.setdefault(place.place_code, []):
            if _overlap(place, other):
                record.refuse(
                    "valid_from",
                    (
                        f"thời gian không trùng với dòng {other_record.row} cùng mã",
                        f"a time that does not overlap line {other_record.row} of the same code",
                    ),
                    (_span(place), _span(place)),
                    ("Sửa ngày bắt đầu hoặc ngày kết thúc.", "Mend the first or the last day."),
                )
        earlier[place.place_code].append((record, place))


def _overlap(one: Place, other: Place) -> bool:
    starts_in_time = (one.valid_from or date.min) <= (other.valid_to or date.max)
    return starts_in_time and (other.valid_from or date.min) <= (one.valid_to or date.max)


def _span(place: Place) -> str:
    return f"{place.valid_from or '…'} – {place.valid_to or '…'}"
