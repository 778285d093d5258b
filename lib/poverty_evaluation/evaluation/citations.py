"""Viện dẫn văn bản: how documents are cited, at first with date and issuer, later by type and symbol alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from poverty_evaluation.evaluation.blocks import BulletList
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.patterns import line
from poverty_evaluation.evaluation.wording import document as wording
from poverty_evaluation.vocabulary.rows import rows_of

#: Where a document of the period's list belongs; outlines show the lists by these names.
SECTIONS = ("legal_basis", "party_committee", "people_committee", "cited")


@dataclass(frozen=True, slots=True)
class _Cited:
    """What a citation needs, from the period's own list or from the reference data."""

    symbol: str
    type_vi: str
    date: str
    issuer_code: str
    issuer_vi: str
    subject_vi: str
    subject_en: str


def citation(symbol: str, context: EvaluationContext) -> str:
    """Type and symbol, as later citations give it; nothing for a document of no list."""
    found = _found(symbol, context)
    return context.say(wording.CITED, type=_type(found, context), symbol=symbol) if found else ""


def subject_of(symbol: str, context: EvaluationContext) -> str:
    """The subject of a document in Vietnamese; nothing for a document of no list."""
    found = _found(symbol, context)
    return found.subject_vi if found else ""


def first_citation(symbol: str, context: EvaluationContext) -> str:
    """Type, symbol, date and issuer."""
    found = _found(symbol, context)
    return _first(found, context) if found else ""


def full_citation(symbol: str, context: EvaluationContext) -> str:
    """The first citation with the subject. A subject in brackets is a remark of ours, not a title, and is left out."""
    found = _found(symbol, context)
    if found is None:
        return ""
    cited = _first(found, context)
    if found.subject_vi.startswith("("):
        return cited
    if context.language == "en":
        subject = context.received(found.subject_vi, found.subject_en)
        return context.say(wording.WITH_SUBJECT_VERB, citation=cited, subject=subject)
    subject = lower_first(found.subject_vi)
    is_noun = subject.startswith(wording.NOUN_OPENINGS)
    pattern = wording.WITH_SUBJECT_NOUN if is_noun else wording.WITH_SUBJECT_VERB
    return context.say(pattern, citation=cited, subject=subject)


def documents_list(sections: Sequence[str], context: EvaluationContext) -> BulletList | None:
    """The documents of some sections by date, each with type, symbol, date, issuer and subject."""
    rows = context.tables["documents"]
    chosen = rows[rows["section"].isin(sections)].sort_values(["date", "symbol"], kind="stable")
    cited = [full_citation(row.symbol, context) for row in rows_of(chosen)]
    return BulletList(tuple(line(item) for item in punctuated(cited))) if cited else None


def legal_bases(context: EvaluationContext) -> list[str]:
    """What the report rests on, then what it answers, one sentence each."""
    told: dict[bool, list[str]] = {False: [], True: []}
    for symbol in context.report.legal_bases:
        found = _found(symbol, context)
        if found is not None:
            carried_out = found.type_vi in wording.TYPES_CARRIED_OUT
            pattern = wording.ON_REQUEST if carried_out else wording.BASIS
            told[carried_out].append(context.say(pattern, document=full_citation(symbol, context)))
    return punctuated([*told[False], *told[True]])


def known_symbols(context: EvaluationContext) -> list[str]:
    """The symbols of all documents that can be cited."""
    return [*context.tables["documents"]["symbol"], *context.reference.documents]


def punctuated(items: Sequence[str]) -> list[str]:
    """List items as administrative texts end them: all with a semicolon, the last with a full stop."""
    last = len(items) - 1
    return [f"{item.rstrip(';. ')}{'.' if position == last else ';'}" for position, item in enumerate(items)]


def lower_first(content: str) -> str:
    """A title inside a sentence; an abbreviation in front keeps its capitals."""
    return content if content[1:2].isupper() else content[:1].lower() + content[1:]


def _first(found: _Cited, context: EvaluationContext) -> str:
    issuer = found.issuer_vi
    if context.language == "en":
        issuer = issuer_name(found.issuer_code, found.issuer_vi, context)
    day = context.day(found.date) if found.date else "…"
    return context.say(wording.CITED_FIRST, type=_type(found, context), symbol=found.symbol, date=day, issuer=issuer)


def issuer_name(code: str, name_vi: str, context: EvaluationContext) -> str:
    """Who issued a document: the organisation of the code, else the body of the name. In English a body that is not
    known keeps its name as it was received."""
    if code:
        return context.name(code)
    if context.language == "vi":
        return name_vi
    known = next((one for one in context.reference.organisations.values() if one.label_vi == name_vi), None)
    if known is not None:
        return known.label_en
    if name_vi in wording.ISSUERS:
        return context.say(wording.ISSUERS[name_vi])
    for opening, pattern in wording.ISSUERS_OF_PLACES.items():
        of_place = name_vi.removeprefix(opening) if name_vi.startswith(opening) else ""
        place = context.reference.places.resolve_name(of_place).place if of_place else None
        if place is not None:
            return context.say(pattern, place=place.full_name(context.language))
    return context.say(wording.AS_RECEIVED, text=name_vi)


def _type(found: _Cited, context: EvaluationContext) -> str:
    known = wording.DOCUMENT_TYPES.get(found.type_vi)
    return context.say(known) if known is not None else found.type_vi


def _found(symbol: str, context: EvaluationContext) -> _Cited | None:
    rows: Iterable[Any] = rows_of(context.tables["documents"])
    row = next((row for row in rows if row.symbol == symbol), None)
    if row is not None:
        return _Cited(
            symbol, row.type_vi, str(row.date)[:10], row.issuer_code, row.issuer_vi, row.subject_vi, row.subject_en
        )
    if symbol not in context.reference.documents:
        return None
    known = context.reference.documents[symbol]
    day = known.date.isoformat() if known.date else ""
    return _Cited(symbol, known.type_vi, day, "", known.issuer_vi, known.subject_vi, known.subject_en)
