"""Hồ sơ báo cáo của một kỳ: report.yml read, and its codes, dates and conventions held against what is known."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from poverty_evaluation.ingest.issuers import PROFILES, check_issuer
from poverty_evaluation.ingest.notation import BLANK_MEANINGS
from poverty_evaluation.ingest.positions import Pair, Where, quoted, with_hint
from poverty_evaluation.ingest.yaml_files import YamlTree, read_yaml_object
from poverty_evaluation.reference import Reference
from poverty_evaluation.vocabulary.choices import NumberFormat
from poverty_evaluation.vocabulary.errors import InputProblem, did_you_mean
from poverty_evaluation.vocabulary.periods import PeriodError, ReportingPeriod
from poverty_evaluation.vocabulary.report import Issuer, ReportProfile

REPORT_FILE = "report.yml"
#: The keys that name another period of the place.
_NEIGHBOURS = ("previous_period", "year_before", "start_period")


@dataclass(frozen=True, slots=True)
class ReadProfile:
    """What report.yml says, and its problems.

    conventions: the profile that the tables are read with. Where report.yml has a problem elsewhere, it holds the
    number formats and blank marks only, so that the tables can be read all the same and their problems told too;
    None where these are not known either.
    """

    report: ReportProfile | None
    conventions: ReportProfile | None
    problems: tuple[InputProblem, ...]
    tree: YamlTree | None = None


def read_profile(folder: Path, data_root: Path, reference: Reference) -> ReadProfile:
    """report.yml of a period folder."""
    report, tree, problems = read_yaml_object(folder / REPORT_FILE, data_root, ReportProfile)
    if tree is None:
        return ReadProfile(None, None, tuple(problems))
    told = _texts(tree.values)
    problems += [*_unknown_codes(told, reference, tree), *_misplaced(told, folder, tree)]
    if report is None:
        return ReadProfile(None, _conventions_only(tree.values, folder), tuple(problems), tree)
    problems += [
        *_wrong_dates(report, tree), *_unknown_members(report, reference, tree), *check_issuer(report, tree)
    ]  # fmt: skip
    bad_blanks = [mark for mark, meaning in report.blanks.items() if meaning not in BLANK_MEANINGS]
    problems += [_unknown_blank(mark, report.blanks[mark], tree) for mark in bad_blanks]
    blanks = {mark: meaning for mark, meaning in report.blanks.items() if mark not in bad_blanks}
    return ReadProfile(report, replace(report, blanks=blanks), tuple(problems), tree)


def check_against_files(
    profile: ReadProfile, symbols: Collection[str] | None, names: Sequence[str]
) -> list[InputProblem]:
    """What report.yml says of the other files: number formats of files that are there, legal bases that are listed.

    symbols: the documents of the period, None when not all of its tables could be read.
    """
    report, tree, problems = profile.report, profile.tree, list[InputProblem]()
    if report is None or tree is None:
        return []
    for name in report.number_formats:
        if name != "default" and name not in names:
            remedy = "Sửa tên tệp trong number_formats.", "Mend the name of the file in number_formats."
            problems.append(
                tree.at("number_formats", name).problem(
                    ("tên một tệp trong thư mục của kỳ", "the name of a file of the period's folder"),
                    quoted(name),
                    with_hint(remedy, did_you_mean(name, names)),
                )
            )
    for symbol in report.legal_bases:
        if symbols is not None and symbol not in symbols:
            remedy = "Sửa ký hiệu, hoặc bổ sung vào documents.csv.", "Mend the symbol, or add it to documents.csv."
            problems.append(
                tree.at("legal_bases").problem(
                    ("ký hiệu một văn bản trong bảng documents", "the symbol of a document of the table documents"),
                    quoted(symbol),
                    with_hint(remedy, did_you_mean(symbol, symbols)),
                )
            )
    return problems


def _conventions_only(plain: Any, folder: Path) -> ReportProfile | None:
    """A stand-in for a profile that cannot be read, for reading the tables and nothing else."""
    if not isinstance(plain, dict):
        return None
    try:
        formats = TypeAdapter(dict[str, NumberFormat]).validate_python(plain.get("number_formats") or {})
        blanks = TypeAdapter(dict[str, str]).validate_python(plain.get("blanks") or {})
    except ValidationError:
        return None
    return ReportProfile(
        place=folder.parent.name,
        period=folder.name,
        kind="",
        title_vi="",
        data_from=date.min,
        data_to=date.min,
        as_of=date.min,
        leading_standard="",
        issuer=Issuer("", "", ""),
        programme_id=str(plain.get("programme_id") or ""),  # whose components the table of funds names
        number_formats=formats,
        blanks={mark: meaning for mark, meaning in blanks.items() if meaning in BLANK_MEANINGS},
    )


def _texts(plain: Any) -> dict[str, str]:
    """The texts of a profile by their keys, whatever else is wrong with it; those of the issuer as `issuer.name`."""
    if not isinstance(plain, dict):
        return {}
    issuer = plain.get("issuer")
    inner = {f"issuer.{key}": value for key, value in issuer.items()} if isinstance(issuer, dict) else {}
    return {str(key): value for key, value in {**plain, **inner}.items() if isinstance(value, str)}


def _unknown_codes(told: Mapping[str, str], reference: Reference, tree: YamlTree) -> list[InputProblem]:
    known: dict[str, Collection[str]] = {
        "place": reference.places.slugs,
        "kind": reference.outlines.keys(),
        "leading_standard": [standard.id for standard in reference.standards],
        "programme_id": [programme.id for programme in reference.programmes],
        "issuer.profile": PROFILES,
    }
    return [
        _wrong_value(
            tree.at(*key.split(".")),
            (f"một giá trị đã biết của “{key}”", f"a known value of “{key}”"),
            (told[key], did_you_mean(told[key], choices)),
        )
        for key, choices in known.items()
        if key in told and told[key] not in choices and not (key == "programme_id" and told[key] == "")
    ]


def _misplaced(told: Mapping[str, str], folder: Path, tree: YamlTree) -> list[InputProblem]:
    """report.yml lies in the folder of its place and period, and names periods that are some."""
    problems = []
    for key, name in (("place", folder.parent.name), ("period", folder.name)):
        if told.get(key, name) != name:
            expected = f"“{name}” như tên thư mục", f"“{name}”, as the folder is named"
            problems.append(_wrong_value(tree.at(key), expected, (told[key], ("", ""))))
    forms = ReportingPeriod.accepted_forms()
    for key in ("period", *_NEIGHBOURS):
        if told.get(key) and not _is_period(told[key]):
            expected = f"kỳ báo cáo dạng {forms}", f"a reporting period of the form {forms}"
            problems.append(_wrong_value(tree.at(key), expected, (told[key], ("", ""))))
        elif told.get(key) and key in _NEIGHBOURS and not (folder.parent / told[key]).is_dir():
            received = sorted(other.name for other in folder.parent.iterdir() if other.is_dir())
            expected = "một kỳ có số liệu của địa phương", "a period of the place that has data"
            hints = did_you_mean(told[key], received)
            problems.append(_wrong_value(tree.at(key), expected, (told[key], hints)))
    return problems


def _is_period(text: str) -> bool:
    try:
        ReportingPeriod.parse(text)
    except PeriodError:
        return False
    return True


def _wrong_dates(report: ReportProfile, tree: YamlTree) -> list[InputProblem]:
    if report.data_from <= report.data_to:
        return []
    first = report.data_from.isoformat()
    expected = f"ngày không trước data_from ({first})", f"a date not before data_from ({first})"
    return [_wrong_value(tree.at("data_to"), expected, (report.data_to.isoformat(), ("", "")))]


def _unknown_members(report: ReportProfile, reference: Reference, tree: YamlTree) -> list[InputProblem]:
    expected = "tên thư mục (slug) của một địa phương đã biết", "the slug of a known place"
    return [
        _wrong_value(tree.at("made_of"), expected, (slug, did_you_mean(slug, reference.places.slugs)))
        for slug in report.made_of
        if slug not in reference.places.slugs
    ]


def _unknown_blank(mark: str, meaning: str, tree: YamlTree) -> InputProblem:
    listed = ", ".join(BLANK_MEANINGS)
    expected = f"một trong: {listed}", f"one of: {listed}"
    return _wrong_value(
        tree.at("blanks", mark), expected, (meaning, did_you_mean(meaning, BLANK_MEANINGS))
    )  # fmt: skip


def _wrong_value(where: Where, expected: Pair, found: tuple[str, Pair]) -> InputProblem:
    """A value that was read but cannot be used, with the nearest known one."""
    value, hint = found
    return where.problem(expected, quoted(value), with_hint(("Sửa report.yml.", "Mend report.yml."), hint))
