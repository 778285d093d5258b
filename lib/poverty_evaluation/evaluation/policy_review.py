"""Rà soát, tích hợp chính sách: what the list of measures and their results say when they are held side by side.

Each paragraph is said only where there is something to say. Every amount is a value; so is every count of measures,
one that the document makes itself (see `tallies.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from poverty_evaluation.evaluation import tallies
from poverty_evaluation.evaluation.blocks import Block, BulletList, Line, Number, Paragraph
from poverty_evaluation.evaluation.citations import lower_first
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.measure_results import (
    MeasureResult,
    Telling,
    classes,
    classes_of,
    legal_bases,
    measure_results,
)
from poverty_evaluation.evaluation.overlaps import Overlap, Support, overlaps
from poverty_evaluation.evaluation.patterns import Pattern, Slot, enumerated, joined, line
from poverty_evaluation.evaluation.wording import policy_review as wording
from poverty_evaluation.evaluation.wording import tallies as tally_wording
from poverty_evaluation.evaluation.wording.sentences import AND, AND_BETWEEN
from poverty_evaluation.reference import MeasureLevel, PovertyClass
from poverty_evaluation.vocabulary.choices import FigureKind, Flow
from poverty_evaluation.vocabulary.values import IndicatorValue

#: A list in running text names so many; the others are counted.
_MOST_ITEMS = 8
#: Levels whose measures a document has to order; what organisations do of their own accord needs none.
_ORDERED = (MeasureLevel.STATE, MeasureLevel.CITY, MeasureLevel.PROGRAMME)
_COUNTS = (FigureKind.HOUSEHOLDS, FigureKind.PERSONS, FigureKind.OCCURRENCES)


@dataclass(frozen=True, slots=True)
class _Item:
    """What is named in a sentence, and the rows that tell of it."""

    said: Line
    tellings: Sequence[Telling] = ()


@dataclass(frozen=True, slots=True)
class _Count:
    """What a sentence counts, and of what where that is not all."""

    what: tallies.Tally
    of: tuple[Pattern, ...] = ()
    dimensions: Mapping[str, str] = field(default_factory=dict)

    def number(self, context: EvaluationContext, count: int, tellings: Iterable[Telling]) -> Number:
        rows = [tallies.cell_of(one.row) for one in tellings]
        return tallies.tally(context, self.what, count, rows, self.of, self.dimensions)

    def part(self, name: str, called: Pattern) -> _Count:
        return _Count(self.what, (*self.of, called), {**self.dimensions, "part": name})


@dataclass(frozen=True, slots=True)
class _Review:
    """The results of the measures, and the appendix that holds their matrix, empty where there is none."""

    context: EvaluationContext
    results: Sequence[MeasureResult]
    appendix: str

    @property
    def told(self) -> list[MeasureResult]:
        return [result for result in self.results if result.counted]


def policy_review(context: EvaluationContext, appendix: str = "") -> list[Block]:
    """The review; nothing where no activity was sent."""
    review = _Review(context, measure_results(context), appendix)
    if not review.told:
        return []
    said = [_without_results(review), _without_basis(review), _told_by_several(review), *_money_and_counts(review)]
    return [
        Paragraph(_overview(review)),
        *_overlaps(review),
        *(Paragraph(one) for one in (_gaps(review), _not_reached(review), *said) if one),
    ]


def _overview(review: _Review) -> Line:
    context = review.context
    groups = context.reference.measure_groups
    by_group: dict[str, list[MeasureResult]] = {}
    for result in review.results:
        own = result.measure.group_code
        by_group.setdefault((own, *groups.ancestors(own))[-1], []).append(result)
    told = [_group(context, group, by_group[group]) for group in groups if group in by_group]
    slots: dict[str, Slot] = {
        "all": _Count(tallies.LISTED).number(context, len(review.results), ()),
        "groups": joined(told, "; "),
        "details": context.say(wording.DETAILS, appendix=review.appendix) if review.appendix else "",
    }
    if len(review.told) == len(review.results):
        return context.fill(wording.OVERVIEW_OF_ALL, **slots)
    return context.fill(wording.OVERVIEW, told=_number_of(context, _Count(tallies.TOLD), review.told), **slots)


def _group(context: EvaluationContext, group: str, members: Sequence[MeasureResult]) -> Line:
    told = [result for result in members if result.counted]
    of = (context.both_names(group),)
    slots: dict[str, Slot] = {
        "group": context.name(group),
        "all": _Count(tallies.LISTED, of, {"group": group}).number(context, len(members), ()),
    }
    if len(told) == len(members):
        return context.fill(wording.GROUP_OF_ALL, **slots)
    if not told:
        return context.fill(wording.GROUP_OF_NONE, **slots)
    count = _Count(tallies.TOLD, of, {"group": group})
    return context.fill(wording.GROUP, told=_number_of(context, count, told), **slots)


def _number_of(context: EvaluationContext, count: _Count, results: Sequence[MeasureResult]) -> Number:
    return count.number(context, len(results), [one for result in results for one in result.counted])


# --- several measures for one group ------------------------------------------------------------------------------


def _overlaps(review: _Review) -> Iterator[Block]:
    context = review.context
    found = overlaps(context, review.told)
    if found:
        yield Paragraph(context.fill(wording.OVERLAPS))
        yield BulletList(tuple(_overlap(review, one) for one in found))


def _overlap(review: _Review, found: Overlap) -> Line:
    context = review.context
    of = context.both_names(found.group), wording.BENEFITS[found.benefit]
    count = _Count(tallies.OVERLAPPING, of, {"group": found.group, "benefit": str(found.benefit)})
    items = [_Item(_support(context, one), one.tellings) for one in found.supports]
    return context.fill(
        wording.OVERLAP,
        group=context.name(found.group),
        benefit=context.say(wording.BENEFITS[found.benefit]),
        count=count.number(context, len(items), _tellings(items)),
        items=_listed(review, count, items),
    )


def _support(context: EvaluationContext, support: Support) -> Line:
    label = context.label(support.tellings[0].row) if len(support.tellings) == 1 else context.name(support.measure)
    organisation = context.short_name(support.organisation)
    if not support.amounts:
        return context.fill(wording.OVERLAP_ITEM, label=label, organisation=organisation)
    told = [_amount(context, flow, amount) for flow, amount in support.amounts]
    amounts = joined(told, context.say(AND_BETWEEN))
    return context.fill(wording.OVERLAP_ITEM_WITH_MONEY, label=label, organisation=organisation, amounts=amounts)


def _amount(context: EvaluationContext, flow: Flow, amount: IndicatorValue) -> Line:
    """Money of a loan says whether it was lent or is outstanding: the two are never taken together."""
    pattern = wording.LOANS.get(flow)
    number: Line = (context.number(amount),)
    return number if pattern is None else context.fill(pattern, amount=number)


# --- who gets nothing ---------------------------------------------------------------------------------------------


def _gaps(review: _Review) -> Line:
    """Classes that no measure names; kinds of benefit that other classes get and one does not. Nothing where some
    group does not say which classes it takes in."""
    context = review.context
    if not _are_classes_known(review):
        return ()
    reached = {group.group_code: set[str]() for group in classes(context)}
    for result in review.results:
        for group in classes_of(context, (*result.measure.beneficiary_groups, *result.told_groups)):
            reached[group].add(result.measure.benefit)
    kinds = [benefit for benefit in wording.BENEFITS if any(benefit in held for held in reached.values())]
    names = [lower_first(context.name(group)) for group, held in reached.items() if not held]
    named = enumerated(names, AND, context.language)
    said = [context.fill(wording.NOT_NAMED, groups=named)] if names else []
    for group, held in reached.items():
        lacking = [context.say(wording.BENEFITS[kind]) for kind in kinds if kind not in held]
        if held and lacking:
            benefits = enumerated(lacking, wording.BENEFIT_OR, context.language)
            said.append(context.fill(wording.GAP, group=lower_first(context.name(group)), benefits=benefits))
    return joined(said, " ")


def _are_classes_known(review: _Review) -> bool:
    groups = review.context.reference.beneficiary_groups
    named = {code for one in review.results for code in (*one.measure.beneficiary_groups, *one.told_groups)}
    return all(groups[code].covers or groups[code].poverty_class is not PovertyClass.MIXED for code in named)


def _not_reached(review: _Review) -> Line:
    """Groups that a measure names and of whom its results tell nothing."""
    context = review.context
    items = []
    for result in review.told:
        told = {*result.told_groups, *classes_of(context, result.told_groups)}
        silent = [
            context.name(group)
            for group in result.measure.beneficiary_groups
            if not told & {group, *classes_of(context, [group])}
        ]
        if silent:
            measure = context.name(result.code)
            said = context.fill(wording.WITH_GROUPS, measure=measure, groups="; ".join(silent))
            items.append(_Item(said, result.counted))
    return _counted(review, tallies.NOT_REACHED, wording.NOT_REACHED, items)


# --- results and their measures -----------------------------------------------------------------------------------


def _without_results(review: _Review) -> Line:
    context = review.context
    items = []
    for result in (result for result in review.results if not result.counted):
        measure, bases = context.name(result.code), ", ".join(result.measure.legal_basis)
        said = context.fill(wording.WITH_BASES, measure=measure, bases=bases) if bases else line(measure)
        items.append(_Item(said))
    return _counted(review, tallies.WITHOUT_RESULTS, wording.WITHOUT_RESULTS, items)


def _without_basis(review: _Review) -> Line:
    ordered = [result for result in review.told if result.measure.level in _ORDERED]
    silent = [result for result in ordered if not legal_bases(review.context, result.measure)]
    return _counted(review, tallies.WITHOUT_BASIS, wording.WITHOUT_BASIS, _named(review.context, silent))


def _told_by_several(review: _Review) -> Line:
    """Events that several organisations tell, each once, with the one they are counted under."""
    context = review.context
    events: dict[str, list[Telling]] = {}
    for one in (one for result in review.results for one in result.told if one.row.event_id):
        events.setdefault(one.row.event_id, []).append(one)
    items = []
    for tellings in events.values():
        tellers = list(dict.fromkeys(one.row.organisation_code for one in tellings))
        if len(tellers) > 1:
            said = context.fill(
                wording.TOLD_EVENT,
                label=context.label(_counting(tellings).row),
                tellers=enumerated([context.short_name(code) for code in tellers], AND, context.language),
                counted=context.short_name(tellings[0].row.counted_under),
            )
            items.append(_Item(said, tellings))
    return _counted(review, tallies.TOLD_BY_SEVERAL, wording.TOLD_BY_SEVERAL, items)


def _counting(tellings: Sequence[Telling]) -> Telling:
    """The telling of the office under which an event counts; the first where that one tells no figure."""
    own = (one for one in tellings if one.row.organisation_code == one.row.counted_under)
    return next(own, tellings[0])


def _money_and_counts(review: _Review) -> Iterator[Line]:
    """Money of which nobody is named, and results of which no money is named; only where people get something."""
    given = [result for result in review.told if result.measure.benefit in wording.BENEFITS and _is_for_people(result)]
    context = review.context
    money = [result for result in given if FigureKind.MONEY in result.roles and not result.roles & set(_COUNTS)]
    counts = [result for result in given if FigureKind.MONEY not in result.roles]
    yield _counted(review, tallies.MONEY_WITHOUT_COUNTS, wording.MONEY_WITHOUT_COUNTS, _named(context, money))
    yield _counted(review, tallies.COUNTS_WITHOUT_MONEY, wording.COUNTS_WITHOUT_MONEY, _named(context, counts))


def _is_for_people(result: MeasureResult) -> bool:
    return bool(result.measure.beneficiary_groups or result.told_groups)


# --- lists --------------------------------------------------------------------------------------------------------


def _named(context: EvaluationContext, results: Iterable[MeasureResult]) -> list[_Item]:
    return [_Item(line(context.name(result.code)), result.counted) for result in results]


def _tellings(items: Iterable[_Item]) -> list[Telling]:
    return [one for item in items for one in item.tellings]


def _counted(review: _Review, what: tallies.Tally, pattern: Pattern, items: Sequence[_Item]) -> Line:
    if not items:
        return ()
    count = _Count(what)
    number = count.number(review.context, len(items), _tellings(items))
    return review.context.fill(pattern, count=number, items=_listed(review, count, items))


def _listed(review: _Review, count: _Count, items: Sequence[_Item]) -> Line:
    """The items in one sentence; of a long list the first, and how many more there are."""
    context = review.context
    told = joined([item.said for item in items[:_MOST_ITEMS]], "; ")
    rest = items[_MOST_ITEMS:]
    if not rest:
        return told
    more = count.part("unnamed", tally_wording.UNNAMED).number(context, len(rest), _tellings(rest))
    if review.appendix:
        return joined([told, context.fill(wording.AND_MORE_IN, count=more, appendix=review.appendix)], " ")
    return joined([told, context.fill(wording.AND_MORE, count=more)], " ")
