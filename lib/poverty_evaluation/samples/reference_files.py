"""Danh mục của số liệu giả định: what is law or convention is copied, what belongs to one city is invented."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from poverty_evaluation.reference.beneficiary_groups import (
    BENEFICIARY_GROUP_COLUMNS,
    BENEFICIARY_GROUP_OPTIONAL_COLUMNS,
)
from poverty_evaluation.reference.documents import DOCUMENT_COLUMNS
from poverty_evaluation.reference.measures import MEASURE_COLUMNS, MEASURE_GROUP_COLUMNS, MEASURE_OPTIONAL_COLUMNS
from poverty_evaluation.reference.organisations import ORGANISATION_COLUMNS
from poverty_evaluation.reference.places import PLACE_COLUMNS, SPELLING_COLUMNS
from poverty_evaluation.samples import city
from poverty_evaluation.samples.planting import Row
from poverty_evaluation.samples.writing import csv_text

_COPIED = ("standards.yml", "programmes.yml", "units.csv", "figure_roles.csv", "indicators.yml", "breakdowns.yml")
_PROGRAMME = "gnbv-2021-2025"
#: Documents of the generic list that only order the boundaries of a real province.
_OF_ONE_PROVINCE = "Bắc Giang"


def reference_files(generic: Path) -> dict[str, str]:
    """The files of `reference/`, made from those of the project's own data root."""
    own = LocalLists(
        tuple(_places()), tuple(_spellings()), city.ORGANISATIONS, city.MEASURES, city.MEASURE_GROUPS,
        city.BENEFICIARY_GROUPS, (_merger(),),
    )  # fmt: skip
    return reference_with(generic, own)


@dataclass(frozen=True, slots=True)
class LocalLists:
    """Danh mục riêng của một địa phương: rows of places and spellings, and of documents beside the generic ones;
    organisations, measures and groups as the city's lists have them."""

    places: Sequence[Row]
    spellings: Sequence[Row]
    organisations: Sequence[tuple[str, ...]]
    measures: Sequence[tuple[str, ...]]
    measure_groups: Sequence[tuple[str, ...]]
    beneficiary_groups: Sequence[tuple[str, ...]] = ()
    documents: Sequence[Row] = ()


def reference_with(generic: Path, own: LocalLists) -> dict[str, str]:
    """The files of `reference/` of a locality with these lists."""
    files = {name: _text(generic / name) for name in _COPIED}
    files |= {f"outlines/{path.name}": _text(path) for path in sorted((generic / "outlines").glob("*.yml"))}
    files |= {f"forms/{path.name}": _text(path) for path in sorted((generic / "forms").glob("*.yml"))}
    files["documents.csv"] = csv_text(DOCUMENT_COLUMNS, [*_documents(generic), *own.documents])
    columns = (*BENEFICIARY_GROUP_COLUMNS, *BENEFICIARY_GROUP_OPTIONAL_COLUMNS)
    groups = [dict(zip(columns, group, strict=True)) for group in own.beneficiary_groups]
    files["beneficiary_groups.csv"] = csv_text(
        columns,
        [*_rows(generic / "beneficiary_groups.csv"), *groups],
    )
    files["places.csv"] = csv_text(PLACE_COLUMNS, own.places)
    files["place_names.csv"] = csv_text(SPELLING_COLUMNS, own.spellings)
    files["organisations.csv"] = csv_text(ORGANISATION_COLUMNS, _organisations(own.organisations))
    measured = (*MEASURE_COLUMNS, *MEASURE_OPTIONAL_COLUMNS)
    measures = [{name: row.get(name, "") for name in measured} for row in _measures(own.measures)]
    files["measures.csv"] = csv_text(measured, measures)
    files["measure_groups.csv"] = csv_text(
        MEASURE_GROUP_COLUMNS, [dict(zip(MEASURE_GROUP_COLUMNS, group, strict=True)) for group in own.measure_groups]
    )
    return {f"reference/{name}": text for name, text in files.items()}


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _rows(path: Path) -> list[Row]:
    return list(csv.DictReader(io.StringIO(_text(path), newline="")))


def _documents(generic: Path) -> Iterable[Row]:
    yield from (row for row in _rows(generic / "documents.csv") if _OF_ONE_PROVINCE not in row["subject_vi"])


def _merger() -> Row:
    return {
        "symbol": city.MERGER_DOCUMENT,
        "type_vi": "Nghị quyết",
        "date": "2023-01-12",
        "issuer_vi": "Hội đồng nhân dân tỉnh Đất Mẫu",
        "subject_vi": "Sáp nhập phường Chợ Mẫu vào phường Cầu Mẫu",
        "subject_en": "Merges Chợ Mẫu Ward into Cầu Mẫu Ward",
        "in_force_from": city.MERGER_DAY.isoformat(),
        "source": city.INVENTED,
        "verified": "true",
    }


def _places() -> Iterable[Row]:
    province = place_row(city.PROVINCE_CODE, "Đất Mẫu", city.PROVINCE_EN, "tỉnh", "province", "")
    yield {**province, "slug": city.PROVINCE_SLUG}
    whole = place_row(city.CITY_CODE, "Sông Mẫu", city.CITY_EN, "thành phố", "city", city.PROVINCE_CODE)
    yield {**whole, "slug": city.CITY_SLUG}
    last = city.LAST_DAY_BEFORE_MERGER.isoformat()
    for ward in city.WARDS:
        row = place_row(ward.code, ward.name, ward.name_en, ward.type_vi, ward.level, city.CITY_CODE)
        if ward.code in (city.MERGED, city.ABSORBED):
            row |= {"valid_to": last, "successor_codes": city.MERGED}
        yield row
        if ward.code == city.MERGED:
            both = f"{city.MERGED};{city.ABSORBED}"
            since = {"valid_from": city.MERGER_DAY.isoformat(), "valid_to": "", "successor_codes": ""}
            yield {**row, **since, "predecessor_codes": both, "instrument": city.MERGER_DOCUMENT}
    district = place_row(city.DISTRICT_CODE, "Đồi Mẫu", city.DISTRICT_EN, "huyện", "district", city.PROVINCE_CODE)
    yield {**district, "slug": city.DISTRICT_SLUG}
    for ward in city.DISTRICT_WARDS:
        yield place_row(ward.code, ward.name, ward.name_en, ward.type_vi, ward.level, city.DISTRICT_CODE)


def place_row(code: str, name_vi: str, name_en: str, type_vi: str, level: str, parent_code: str) -> Row:
    return {
        "place_code": code,
        "name_vi": name_vi,
        "name_en": name_en,
        "type_vi": type_vi,
        "level": level,
        "parent_code": parent_code,
        "source": city.INVENTED,
        "verified": "true",
        "note_vi": "Mã không thuộc danh mục của Tổng cục Thống kê",
    }


def _spellings() -> Iterable[Row]:
    for ward in (*city.WARDS, *city.DISTRICT_WARDS):
        short = {"ward": "P.", "commune": "X.", "township": "TT"}[ward.level]
        yield {"spelling": f"{short} {ward.name}", "place_code": ward.code, "note": "viết tắt"}
    yield {"spelling": "TP Sông Mẫu", "place_code": city.CITY_CODE, "note": "viết tắt"}


def _organisations(organisations: Sequence[tuple[str, ...]]) -> Iterable[Row]:
    for code, label_vi, label_en, short_vi, short_en, kind in organisations:
        yield {
            "organisation_code": code,
            "label_vi": label_vi,
            "label_en": label_en,
            "short_vi": short_vi,
            "short_en": short_en,
            "type": kind,
            "source": city.INVENTED,
        }


def _measures(measures: Sequence[tuple[str, ...]]) -> Iterable[Row]:
    for code, label_vi, label_en, group, level, organisation, benefit, subject, entitled in measures:
        component = group if group.startswith("component-") else ""
        yield {
            "measure_code": code,
            "label_vi": label_vi,
            "label_en": label_en,
            "group_code": group,
            "programme_id": _PROGRAMME if component else "",
            "component_code": component,
            "level": level,
            "legal_basis": "90/QĐ-TTg" if component else "",
            "organisation_code": organisation,
            "benefit": benefit,
            "subject": subject,
            "beneficiary_groups": entitled,
            "source": city.INVENTED,
            "verified": "true",
        }
