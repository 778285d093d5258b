"""Nạp danh mục: reads data/reference of a data root into frozen values, or refuses it with every mistake named."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeAlias, TypeVar

from poverty_evaluation.reference.beneficiary_groups import (
    BENEFICIARY_GROUP_COLUMNS,
    BENEFICIARY_GROUP_OPTIONAL_COLUMNS,
    BeneficiaryGroup,
    beneficiary_group_from,
    check_covered_groups,
)
from poverty_evaluation.reference.breakdowns import Breakdown, breakdown_from, check_breakdowns
from poverty_evaluation.reference.documents import DOCUMENT_COLUMNS, LegalDocument, document_from
from poverty_evaluation.reference.forms import Known, PrescribedForm, check_forms, form_from
from poverty_evaluation.reference.indicator_definitions import (
    IndicatorDefinition,
    check_indicators,
    indicator_definition_from,
)
from poverty_evaluation.reference.measures import (
    MEASURE_COLUMNS,
    MEASURE_GROUP_COLUMNS,
    MEASURE_OPTIONAL_COLUMNS,
    Measure,
    MeasureGroups,
    check_measure_groups,
    measure_from,
    measure_group_from,
)
from poverty_evaluation.reference.organisations import ORGANISATION_COLUMNS, Organisation, organisation_from
from poverty_evaluation.reference.outlines import Outline, outline_from
from poverty_evaluation.reference.places import (
    PLACE_COLUMNS,
    SPELLING_COLUMNS,
    Place,
    Places,
    Spelling,
    check_places,
    place_from,
    spelling_from,
)
from poverty_evaluation.reference.programmes import Programme, programme_from
from poverty_evaluation.reference.reading import Folder, Problems, Record, unique
from poverty_evaluation.reference.registry import Registry
from poverty_evaluation.reference.review_columns import (
    POOR_HOUSEHOLDS,
    REVIEW_COLUMN_COLUMNS,
    ReviewColumn,
    review_column_from,
    review_table,
)
from poverty_evaluation.reference.standards import NATIONAL, PovertyStandard, check_standards, standard_from
from poverty_evaluation.reference.units import (
    FIGURE_ROLE_COLUMNS,
    UNIT_COLUMNS,
    FigureRole,
    Unit,
    figure_role_from,
    unit_from,
)
from poverty_evaluation.vocabulary.tables import TableSpec

T = TypeVar("T")
REFERENCE_FOLDER = "reference"
OUTLINES_FOLDER = "outlines"
FORMS_FOLDER = "forms"

# what each list is called in a message, and its file
_PLACES = ("các đơn vị hành chính", "the places", "places.csv")
_DOCUMENTS = ("danh mục văn bản", "the documents", "documents.csv")
_PROGRAMMES = ("các chương trình", "the programmes", "programmes.yml")
_MEASURES = ("các chính sách", "the measures")
_GROUPS = ("nhóm chính sách", "the measure groups", "measure_groups.csv")
_ORGANISATIONS = ("các cơ quan, tổ chức", "the organisations", "organisations.csv")
_BENEFICIARIES = ("nhóm đối tượng", "the beneficiary groups", "beneficiary_groups.csv")
_BREAKDOWNS = ("các biểu phân tổ", "the breakdown forms")
_FORMS = ("các biểu mẫu", "the prescribed forms")


@dataclass(frozen=True, slots=True)
class Reference:
    """Toàn bộ danh mục của một thư mục dữ liệu: law, places, programmes, measures, indicators and outlines."""

    places: Places
    standards: tuple[PovertyStandard, ...]
    programmes: tuple[Programme, ...]
    documents: Registry[LegalDocument]
    measures: Registry[Measure]
    measure_groups: MeasureGroups
    organisations: Registry[Organisation]
    beneficiary_groups: Registry[BeneficiaryGroup]
    units: Registry[Unit]
    figure_roles: Registry[FigureRole]
    indicators: tuple[IndicatorDefinition, ...]
    outlines: Registry[Outline]
    review_columns: tuple[ReviewColumn, ...] = ()
    breakdowns: Registry[Breakdown] = field(default_factory=lambda: Registry({}, *_BREAKDOWNS))
    forms: Registry[PrescribedForm] = field(default_factory=lambda: Registry({}, *_FORMS))
    #: What `names` can answer, by programme, once it was asked.
    _names: dict[str, Registry[tuple[str, str]]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def is_of_poverty(self) -> bool:
        """Whether the reviews count poor households: on the bare form always, else by an indicator on them."""
        return not self.review_columns or any(one.column == POOR_HOUSEHOLDS for one in self.indicators)

    @property
    def household_review(self) -> TableSpec:
        """The review table with the columns this data root adds to it."""
        return review_table(self.review_columns, self.is_of_poverty)

    def place_by_slug(self, slug: str, on: date | None = None) -> Place:
        """The reporting unit of a folder name, on a date or as it was last; UnknownCodeError for no unit."""
        return self.places.place_by_slug(slug, on)

    def standard(self, standard_id: str) -> PovertyStandard:
        """A poverty standard by its id; UnknownCodeError for none."""
        known = {standard.id: standard for standard in self.standards}
        return Registry(known, "các chuẩn nghèo", "the poverty standards")[standard_id]

    def standard_on(self, on: date, issuer: str = NATIONAL) -> PovertyStandard | None:
        """The standard of an issuer that applies to a review of that date; None where none does.

        Only a default: a row may state another one, since two standards can be in use on one date.
        """
        return next((one for one in self.standards if one.issuer == issuer and one.applies_on(on)), None)

    def programme(self, programme_id: str) -> Programme:
        """A programme by its id; UnknownCodeError for none."""
        known = {programme.id: programme for programme in self.programmes}
        return Registry(known, *_PROGRAMMES[:2])[programme_id]

    def indicator(self, indicator_id: str) -> IndicatorDefinition:
        """An indicator definition by its id; UnknownCodeError for none."""
        known = {definition.id: definition for definition in self.indicators}
        return Registry(known, "các chỉ tiêu", "the indicators")[indicator_id]

    def names(self, code: str, programme_id: str = "") -> tuple[str, str]:
        """What a code is called, in Vietnamese and English; UnknownCodeError for a code of no list.

        Looked for among the components and sub-projects of the programme, the measures, their groups, the
        organisations and the beneficiary groups, in this order.
        """
        return self._named(programme_id)[code]

    def name_codes(self, programme_id: str = "") -> tuple[str, ...]:
        """All codes that `names` can answer."""
        return tuple(self._named(programme_id))

    def _named(self, programme_id: str) -> Registry[tuple[str, str]]:
        if programme_id not in self._names:
            self._names[programme_id] = Registry(self._found(programme_id), "các danh mục", "the reference lists")
        return self._names[programme_id]

    def _found(self, programme_id: str) -> dict[str, tuple[str, str]]:
        found: dict[str, tuple[str, str]] = {}
        if programme_id:
            for component in self.programme(programme_id).components:
                found[component.code] = (component.label_vi, component.label_en)
                for part in component.sub_projects:
                    found[part.code] = (part.label_vi, part.label_en)
        for code, measure in self.measures.items():
            found.setdefault(code, (measure.label_vi, measure.label_en))
        for code, group in self.measure_groups.items():
            found.setdefault(code, (group.label_vi, group.label_en))
        for code, organisation in self.organisations.items():
            found.setdefault(code, (organisation.label_vi, organisation.label_en))
        for code, beneficiaries in self.beneficiary_groups.items():
            found.setdefault(code, (beneficiaries.label_vi, beneficiaries.label_en))
        return found


_Contents: TypeAlias = tuple[tuple[str, bytes], ...]
#: What was loaded from which contents of files; frozen, so that all who ask may share it.
_loaded: dict[_Contents, Reference] = {}
_MOST_LOADED = 4


def load_reference(data_root: Path) -> Reference:
    """The reference data of a data root; InputError naming every mistake of every file when it cannot be used.

    place_names.csv, review_columns.csv, breakdowns.yml, indicators.yml, outlines/ and forms/ may be absent; every other
    file has to be there. Files are read at each call, and understood once for as long as their contents are the same.
    """
    folder = data_root / REFERENCE_FOLDER
    try:
        contents = _contents(folder)
    except OSError:
        return _load(folder)
    if contents not in _loaded:
        reference = _load(folder)
        if _contents(folder) != contents:  # a file was changed meanwhile: true for this caller, not to be kept
            return reference
        if len(_loaded) >= _MOST_LOADED:
            _loaded.clear()
        _loaded[contents] = reference
    return _loaded[contents]


def _contents(folder: Path) -> _Contents:
    paths = (path for pattern in ("*.csv", "*.yml", "*/*.yml") for path in folder.glob(pattern) if path.is_file())
    return tuple((str(path.relative_to(folder)), path.read_bytes()) for path in sorted(paths))


def _load(path: Path) -> Reference:
    problems = Problems()
    folder = Folder(path, problems)
    places = _read(folder.table("places.csv", PLACE_COLUMNS), place_from)
    spellings = _read(folder.table("place_names.csv", SPELLING_COLUMNS, required=False), spelling_from)
    standards = _read(folder.entries("standards.yml", "id"), standard_from)
    programmes = _read(folder.entries("programmes.yml", "id"), programme_from)
    documents = _read(folder.table("documents.csv", DOCUMENT_COLUMNS), document_from)
    measures = _read(
        folder.table("measures.csv", MEASURE_COLUMNS, optional_columns=MEASURE_OPTIONAL_COLUMNS), measure_from
    )
    groups = _read(folder.table("measure_groups.csv", MEASURE_GROUP_COLUMNS), measure_group_from)
    organisations = _read(folder.table("organisations.csv", ORGANISATION_COLUMNS), organisation_from)
    beneficiaries = _read(
        folder.table(
            "beneficiary_groups.csv", BENEFICIARY_GROUP_COLUMNS, optional_columns=BENEFICIARY_GROUP_OPTIONAL_COLUMNS
        ),
        beneficiary_group_from,
    )
    units = _read(folder.table("units.csv", UNIT_COLUMNS), unit_from)
    roles = _read(folder.table("figure_roles.csv", FIGURE_ROLE_COLUMNS), figure_role_from)
    indicators = _read(folder.entries("indicators.yml", "id", required=False), indicator_definition_from)
    outlines = _read(_outline_records(folder), outline_from)
    columns = _read(folder.table("review_columns.csv", REVIEW_COLUMN_COLUMNS, required=False), review_column_from)
    breakdowns = _read(folder.entries("breakdowns.yml", "id", required=False), breakdown_from)
    forms = _read(_form_records(folder), form_from)

    reference = Reference(
        places=Places((place for _, place in places), (spelling for _, spelling in spellings)),
        standards=tuple(unique(standards, lambda one: one.id, "id").values()),
        programmes=tuple(unique(programmes, lambda one: one.id, "id").values()),
        documents=Registry(unique(documents, lambda one: one.symbol, "symbol"), *_DOCUMENTS[:2]),
        measures=Registry(unique(measures, lambda one: one.measure_code, "measure_code"), *_MEASURES),
        measure_groups=MeasureGroups(unique(groups, lambda one: one.group_code, "group_code"), *_GROUPS[:2]),
        organisations=Registry(
            unique(organisations, lambda one: one.organisation_code, "organisation_code"), *_ORGANISATIONS[:2]
        ),
        beneficiary_groups=Registry(
            unique(beneficiaries, lambda one: one.group_code, "group_code"), *_BENEFICIARIES[:2]
        ),
        units=Registry(unique(units, lambda one: one.unit, "unit"), "các đơn vị tính", "the units"),
        figure_roles=Registry(unique(roles, lambda one: one.role, "role"), "các vai trò số liệu", "the figure roles"),
        indicators=tuple(unique(indicators, lambda one: one.id, "id").values()),
        outlines=Registry(unique(outlines, lambda one: one.id, "id"), "các đề cương", "the outlines"),
        review_columns=tuple(unique(columns, lambda one: one.name, "name").values()),
        breakdowns=Registry(unique(breakdowns, lambda one: one.id, "id"), *_BREAKDOWNS),
        forms=Registry(unique(forms, lambda one: one.id, "id"), *_FORMS),
    )
    check_places(places)
    _check_spellings(spellings, reference)
    check_standards(standards)
    _check_instruments(places, standards, programmes, reference)
    check_measure_groups(groups)
    check_covered_groups(beneficiaries)
    _check_measures(measures, reference)
    check_indicators(indicators)
    for record, definition in indicators:
        for name in definition.where.get("breakdown", ()):
            record.check_code("where", name, reference.breakdowns, *_BREAKDOWNS, "breakdowns.yml")
    check_breakdowns(breakdowns, reference.household_review, reference.standards)
    standard_ids = [standard.id for standard in reference.standards]
    check_forms(forms, Known(reference.indicators, reference.breakdowns, standard_ids, reference.documents))
    problems.raise_if_any()
    return reference


def load_places(data_root: Path) -> Places:
    """The places of a data root alone; InputError naming every mistake of their file."""
    problems = Problems()
    rows = _read(Folder(data_root / REFERENCE_FOLDER, problems).table(_PLACES[2], PLACE_COLUMNS), place_from)
    check_places(rows)
    problems.raise_if_any()
    return Places(place for _, place in rows)


def _read(records: Iterable[Record], read: Callable[[Record], T]) -> list[tuple[Record, T]]:
    return [(record, read(record)) for record in records]


def _outline_records(folder: Folder) -> list[Record]:
    found = []
    for path in sorted((folder.path / OUTLINES_FOLDER).glob("*.yml")):
        record = folder.document(f"{OUTLINES_FOLDER}/{path.name}")
        if record is not None:
            found.append(record)
    return found


def _form_records(folder: Folder) -> list[Record]:
    paths = sorted((folder.path / FORMS_FOLDER).glob("*.yml"))
    return [record for path in paths for record in folder.entries(f"{FORMS_FOLDER}/{path.name}", "id")]


def _check_spellings(pairs: Iterable[tuple[Record, Spelling]], reference: Reference) -> None:
    for record, spelling in pairs:
        record.check_code("place_code", spelling.place_code, reference.places.codes, *_PLACES)


def _check_instruments(
    places: Iterable[tuple[Record, Place]],
    standards: Iterable[tuple[Record, PovertyStandard]],
    programmes: Iterable[tuple[Record, Programme]],
    reference: Reference,
) -> None:
    """Every document that a place, standard or programme rests on is listed in documents.csv."""
    cited: list[tuple[Record, str, str]] = [(record, "instrument", place.instrument) for record, place in places]
    for record, standard in standards:
        cited.append((record, "instrument", standard.instrument))
        cited += [(record, "extended_by", symbol) for symbol in standard.extended_by]
        cited += [(record, "amended_by", symbol) for symbol in standard.amended_by]
    cited += [(record, "instrument", programme.instrument) for record, programme in programmes]
    for record, key, symbol in cited:
        record.check_code(key, symbol, reference.documents, *_DOCUMENTS)


def _check_measures(pairs: Iterable[tuple[Record, Measure]], reference: Reference) -> None:
    components = {programme.id: programme.component_codes for programme in reference.programmes}
    for record, measure in pairs:
        record.check_code("group_code", measure.group_code, reference.measure_groups, *_GROUPS)
        record.check_code("organisation_code", measure.organisation_code, reference.organisations, *_ORGANISATIONS)
        record.check_code("programme_id", measure.programme_id, components, *_PROGRAMMES)
        for symbol in measure.legal_basis:
            record.check_code("legal_basis", symbol, reference.documents, *_DOCUMENTS)
        for code in measure.beneficiary_groups:
            record.check_code("beneficiary_groups", code, reference.beneficiary_groups, *_BENEFICIARIES)
        if measure.programme_id in components or not measure.programme_id:
            record.check_code(
                "component_code",
                measure.component_code,
                components.get(measure.programme_id, ()),
                f"các dự án thành phần của chương trình “{measure.programme_id}”",
                f"the components of the programme “{measure.programme_id}”",
                _PROGRAMMES[2],
            )
