"""Kiểm tra diễn biến hộ nghèo, hộ cận nghèo: each form balances, and the two tell alike what passed between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from poverty_evaluation.ingest.checks.amounts import count, in_text, told
from poverty_evaluation.ingest.checks.figures import Figure, Review, make_finding, weaker
from poverty_evaluation.relations import AtMost, FlowIdentity, SameFact, State
from poverty_evaluation.vocabulary.choices import ValueStatus
from poverty_evaluation.vocabulary.findings import Finding, FindingKind

_WRONG = (State.CONTRADICTION, State.LIKELY)


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of movements. Exits and entries are columns, each where it was sent; of a tuple the first that was sent:
    what passes to the other class stands in both forms. The needed ones must all be known for the form to balance."""

    name_vi: str
    name_en: str
    opening: str
    needed_exits: tuple[str, ...]
    needed_entries: tuple[str, ...]
    exits: tuple[tuple[str, ...], ...]
    entries: tuple[tuple[str, ...], ...]
    closing: str


_FORMS = (
    _Form(
        "Diễn biến hộ nghèo",
        "The movements",
        "opening_households",
        ("escaped_households",),
        ("relapsed_households", "newly_poor_households"),
        (("other_exit_households",),),
        (("from_near_poor_households", "near_poor_to_poor_households"), ("other_entry_households",)),
        "poor_households",
    ),
    _Form(
        "Diễn biến hộ cận nghèo",
        "The movements of near-poor households",
        "near_poor_opening_households",
        ("near_poor_escaped_households",),
        ("near_poor_relapsed_households", "newly_near_poor_households"),
        (("near_poor_to_poor_households", "from_near_poor_households"), ("near_poor_other_exit_households",)),
        (("near_poor_from_poor_households", "poor_to_near_poor_households"), ("near_poor_other_entry_households",)),
        "near_poor_households",
    ),
)
#: The column of the form of the poor, and that of the near-poor which tells the same households.
_SEEN_FROM_BOTH = (
    ("poor_to_near_poor_households", "near_poor_from_poor_households"),
    ("from_near_poor_households", "near_poor_to_poor_households"),
)


def check_movements(review: Review) -> Iterator[Finding]:
    """Đầu kỳ - giảm + tăng = cuối kỳ of both forms; what passed between the classes is the same in both."""
    for form in _FORMS:
        yield from _balance(review, form)
    for of_poor, of_near_poor in _SEEN_FROM_BOTH:
        yield from _same(review.figure(of_poor), review.figure(of_near_poor))
    yield from _part_of_escaped(review)


def _balance(review: Review, form: _Form) -> Iterator[Finding]:
    opening, closing = review.figure(form.opening), review.figure(form.closing)
    exits = [*map(review.figure, form.needed_exits), *_sent(review, form.exits)]
    entries = [*map(review.figure, form.needed_entries), *_sent(review, form.entries)]
    verdict = FlowIdentity(
        opening.stated(),
        tuple(figure.stated() for figure in exits),
        tuple(figure.stated() for figure in entries),
        closing.stated(),
    ).check()
    if verdict.state not in _WRONG or verdict.computed is None or closing.value is None:
        return
    apart = abs(closing.value - verdict.computed)
    finding = make_finding(
        FindingKind.IDENTITY,
        [closing, opening, *exits, *entries],
        (
            f"{form.name_vi} không cân đối: {_working(opening, exits, entries, 'vi')} = {count(verdict.computed)}, số "
            f"cuối kỳ ghi {closing.as_printed} (chênh lệch {in_text(apart)} hộ).",
            f"{form.name_en} do not balance: {_working(opening, exits, entries, 'en')} = "
            f"{count(verdict.computed, 'en')}, the closing count is {count(closing.value, 'en')} (a difference of "
            f"{count(apart, 'en')}).",
        ),
        closing.as_printed,
        f"{_working(opening, exits, entries, 'vi', ' hộ')} = {count(verdict.computed)} ≠ {count(closing.value)}",
    )
    yield weaker(finding) if verdict.state is State.LIKELY else finding


def _working(opening: Figure, exits: Sequence[Figure], entries: Sequence[Figure], language: str, unit: str = "") -> str:
    """The counts that are added up and taken off."""
    signed = [("", opening), *((" - ", figure) for figure in exits), *((" + ", figure) for figure in entries)]
    return "".join(f"{sign}{count(figure.value or Fraction(0), language)}{unit}" for sign, figure in signed)


def _sent(review: Review, columns: Sequence[tuple[str, ...]]) -> list[Figure]:
    """Of each choice of columns the first figure that the office sent."""
    chosen = [[review.figure(column) for column in choice] for choice in columns]
    sent = [[figure for figure in choice if figure.status is not ValueStatus.MISSING] for choice in chosen]
    return [choice[0] for choice in sent if choice]


def _same(of_poor: Figure, of_near_poor: Figure) -> Iterator[Finding]:
    if SameFact(of_poor.stated(), of_near_poor.stated()).check().state not in _WRONG:
        return
    yield make_finding(
        FindingKind.IDENTITY,
        [of_poor, of_near_poor],
        (
            f"Cùng một số hộ chuyển giữa hai nhóm nhưng biểu hộ nghèo ghi {of_poor.as_printed} "
            f"({of_poor.label_vi.lower()}), biểu hộ cận nghèo ghi {of_near_poor.as_printed} "
            f"({of_near_poor.label_vi.lower()}). Đề nghị kiểm tra, xác nhận.",
            f"The same households pass between the two classes, but the form of the poor says {told(of_poor, 'en')} "
            f"and that of the near-poor {told(of_near_poor, 'en')}.",
        ),
        of_poor.as_printed,
        f"{of_poor.as_printed} ≠ {of_near_poor.as_printed}",
    )


def _part_of_escaped(review: Review) -> Iterator[Finding]:
    """Those that became near-poor are some of those that escaped poverty."""
    part, whole = review.figure("poor_to_near_poor_households"), review.figure("escaped_households")
    if AtMost(part.stated(), whole.stated()).check().state not in _WRONG:
        return
    yield make_finding(
        FindingKind.SUM,
        [whole, part],
        (
            f"Số hộ thoát nghèo trở thành hộ cận nghèo ({part.as_printed}) nhiều hơn số hộ thoát nghèo "
            f"({whole.as_printed}).",
            f"More households became near-poor ({told(part, 'en')}) than escaped poverty ({told(whole, 'en')}).",
        ),
        whole.as_printed,
        f"{part.as_printed} > {whole.as_printed}",
    )
