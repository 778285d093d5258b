"""Mức tăng, giảm: a change held against the two levels between which the text says it lies: d, p%, bằng p%, gấp n "
"lần."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from poverty_evaluation.audit.documents.source import BlockKind
from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.figures.reading import Reading
from poverty_evaluation.audit.figures.sentences import Sentence
from poverty_evaluation.audit.findings import AuditVerdict, Certainty, Claim
from poverty_evaluation.audit.rules.changes.around import Context, Pair
from poverty_evaluation.audit.rules.changes.averages import average_claim
from poverty_evaluation.audit.rules.changes.directions import directions
from poverty_evaluation.audit.rules.changes.doubling import multiples_in_words
from poverty_evaluation.audit.rules.changes.levels import Role, Told
from poverty_evaluation.audit.rules.changes.lone import lone_pairs
from poverty_evaluation.audit.rules.changes.pairs import groups_of, other_pairs, pair_of
from poverty_evaluation.audit.rules.changes.reckoned import is_cut_short, is_of_same_size, reckoned_claim
from poverty_evaluation.audit.rules.judging import Judge, claim, written
from poverty_evaluation.relations import Difference, RelativeChange, Share, Stated, Verdict
from poverty_evaluation.vocabulary.choices import Qualifier
from poverty_evaluation.vocabulary.findings import FindingKind

Test = Callable[[Callable[[Figure], Stated], Figure, Figure, Figure], Verdict]


def changes(reading: Reading) -> Iterator[Claim]:
    """What every change of a text comes to against its levels."""
    return iter(reading.once(_changes))


def _changes(reading: Reading) -> tuple[Claim, ...]:
    context = Context(reading)
    return tuple(one for sentence in reading.sentences for one in _told(context, sentence))


def _told(context: Context, sentence: Sentence) -> Iterator[Claim]:
    if _tells_no_change(context, sentence):
        return
    told = context.told(sentence)
    judged: set[tuple[int, int]] = set()
    done: set[int] = set()
    if any(one.role in _CHANGES for one in told):
        for found, pair in _of_sentence(context, sentence, told):
            judged |= {pair.key} if pair is not None else set()
            if found.stated is not None and found.verdict is not AuditVerdict.UNVERIFIABLE:
                done.add(found.stated.index)
            yield found
    for change, pair in lone_pairs(context, sentence, done):
        judged.add(pair.key)
        yield change_claim(change, pair)
    yield from directions(context, told, judged)
    yield from multiples_in_words(context, sentence, told)


_CHANGES = (Role.CHANGE, Role.INDEX, Role.TIMES)
_BARE = re.compile(r"[\d.,%\s]*")


def _tells_no_change(context: Context, sentence: Sentence) -> bool:
    """Whether a sentence has no figure, or is a cell that holds one and no word that could say how it moves."""
    if not sentence.figures:
        return True
    source = context.reading.source
    is_cell = len(sentence.figures) == 1 and source.blocks[sentence.block].kind is BlockKind.CELL
    return is_cell and _BARE.fullmatch(source.plain, sentence.start, sentence.end) is not None


def _of_sentence(context: Context, sentence: Sentence, told: list[Told]) -> Iterator[tuple[Claim, Pair | None]]:
    grouped = groups_of(context, sentence)
    for place, change in enumerate(told):
        if change.role not in _CHANGES:
            continue
        if change.yearly:
            average = average_claim(context, sentence, change)
            if average is not None:
                yield average, None
                continue
        best = grouped.get(change.figure.index) or pair_of(context, sentence, change)
        if best is None or not _verdict(change, best).agrees:
            agreeing = next((pair for pair in other_pairs(context, sentence, change) if _holds(change, pair)), None)
            if agreeing is not None and not _is_told_in_order(context, agreeing):
                continue
            best = agreeing or best
        if best is not None and best.certainty is Certainty.GUESSED and not _holds(change, best):
            best = None
        if best is not None and _verdict(change, best).agrees:
            yield change_claim(change, best), best
        elif change.yearly or (best is not None and (_is_of_several(told, change) or _may_be_points(change, best))):
            continue
        elif best is not None:
            yield change_claim(change, best), best
        elif place:
            reckoned = reckoned_claim(context, sentence, _amount_of(told, place), change)
            if reckoned is not None:
                yield reckoned, None


def _amount_of(told: list[Told], place: int) -> Told:
    """The change in amounts that a per cent belongs to: the one in front of it, or as many amounts as per cents told
    in one order: "tăng 2 lớp và 75 em, tương ứng 7,1% và 8,3%"."""
    first = last = place
    while first and told[first - 1].figure.measure is Measure.PERCENT:
        first -= 1
    while last + 1 < len(told) and told[last + 1].figure.measure is Measure.PERCENT:
        last += 1
    amounts = told[max(0, first - (last - first + 1)) : first]
    is_row = len(amounts) == last - first + 1 > 1 and all(one.role is Role.CHANGE for one in amounts)
    return amounts[place - first] if is_row else told[place - 1]


def _is_told_in_order(context: Context, pair: Pair) -> bool:
    """Whether the text says that one of the levels is earlier, so that agreement is worth telling."""
    return pair.before.role is Role.START or context.earlier(pair.before, pair.after) is True


def _holds(change: Told, pair: Pair) -> bool:
    """Whether a pair that the text does not name agrees, and not only because its figures are rounded."""
    if not _comes_near(change, pair) or is_reversed(change, pair):
        return False
    verdict = _verdict(change, pair)
    if not verdict.agrees or verdict.difference is None:
        return False
    return abs(verdict.difference) <= 2 * change.figure.half_step


def _is_of_several(told: list[Told], change: Told) -> bool:
    """Whether rises and falls of one thing stand side by side: only their balance lies between the levels."""
    return any(
        one.role is Role.CHANGE
        and one.sign * change.sign < 0
        and one.figure.same_measure(change.figure)
        and one.figure.unit == change.figure.unit
        and one.reference == change.reference
        and one.subject == change.subject
        for one in told
    )


def _may_be_points(change: Told, pair: Pair) -> bool:
    """Whether a per cent beside a changed count is more likely the points of some rate: "giảm 182 hộ (0,51%)"."""
    verdict = _verdict(change, pair)
    if not change.carried or change.figure.measure is not Measure.PERCENT or verdict.computed is None:
        return False
    return not is_of_same_size(change.figure, verdict.computed, pair.after.figure)


def _comes_near(change: Told, pair: Pair) -> bool:
    """A quick look that saves the whole arithmetic for most pairs."""
    before, after, by = float(pair.before.figure.known), float(pair.after.figure.known), abs(float(change.figure.known))
    moved = abs(after - before)
    slack = 2 * float(change.figure.half_step) + 1e-9 * (1 + moved + by)
    if change.role is Role.CHANGE and abs(moved - by) <= slack:
        return True
    if not before or change.figure.measure not in (Measure.PERCENT, Measure.OTHER):
        return False
    ratio = after / before
    return min(abs(abs(ratio - 1) - by), abs(abs(ratio) - by)) <= slack + (0.5 if change.role is Role.TIMES else 0)


def _verdict(change: Told, pair: Pair) -> Verdict:
    return judge_of(change, pair)(Figure.stated)


def is_reversed(change: Told, pair: Pair) -> bool:
    """Whether the levels move against the verb."""
    moved = pair.after.figure.known - pair.before.figure.known
    return change.sign * moved < 0


def judge_of(change: Told, pair: Pair) -> Judge:
    """The arithmetic of a change; the first test that agrees, else what the text most likely means."""
    before, after, of = pair.before.figure, pair.after.figure, change.figure
    tests = tests_of(change, pair)

    def judge(known: Callable[[Figure], Stated]) -> Verdict:
        def stated(figure: Figure) -> Stated:
            return known(figure) if figure is of else as_reckoned(figure, known(figure))

        verdicts = [test(stated, before, after, of) for test in tests]
        return next((verdict for verdict in verdicts if verdict.agrees), verdicts[0])

    return judge


def tests_of(change: Told, pair: Pair) -> list[Test]:
    moved = pair.after.figure.known - pair.before.figure.known
    is_fall = change.sign < 0 or (change.sign == 0 and moved < 0)

    def signed(known: Stated) -> Stated:
        return known.as_fall() if is_fall and known.value > 0 else known  # "giảm (-4,2%)" is one fall

    def difference(stated: Callable[[Figure], Stated], before: Figure, after: Figure, of: Figure) -> Verdict:
        return Difference(stated(before), stated(after), signed(stated(of))).check()

    def relative(stated: Callable[[Figure], Stated], before: Figure, after: Figure, of: Figure) -> Verdict:
        return RelativeChange(stated(before), stated(after), signed(stated(of))).check()

    def ratio(stated: Callable[[Figure], Stated], before: Figure, after: Figure, of: Figure) -> Verdict:
        return Share(stated(after), stated(before), loose(stated(of))).check()

    def ratio_less_one(stated: Callable[[Figure], Stated], before: Figure, after: Figure, of: Figure) -> Verdict:
        return RelativeChange(stated(before), stated(after), loose(stated(of))).check()

    if change.role is Role.INDEX:
        return [ratio]
    if change.role is Role.TIMES:
        return [ratio, ratio_less_one] if "tăng" in change.gap[-20:] else [ratio]
    if change.figure.measure is Measure.PERCENT:
        return [difference, relative] if pair.after.figure.measure is Measure.PERCENT else [relative]
    return [difference]


def as_reckoned(figure: Figure, known: Stated) -> Stated:
    """An estimate of three digits or more ("ước đạt 38,4 triệu đồng") as printed: changes are reckoned from that."""
    if is_reckoned_estimate(figure):
        return replace(known, qualifier=Qualifier.EXACT)
    return known


def is_reckoned_estimate(figure: Figure) -> bool:
    digits = "".join(char for char in figure.text[: figure.number_end - figure.start] if char.isdecimal())
    return figure.qualifier is Qualifier.ESTIMATE and len(digits.strip("0")) >= 3


def loose(known: Stated) -> Stated:
    """A multiple without decimals is rounded to a whole."""
    if known.half_step or known.value.denominator != 1:
        return known
    return replace(known, half_step=Fraction(2, 5))


def is_relative(change: Told, pair: Pair) -> bool:
    return change.role is not Role.CHANGE or (
        change.figure.measure is Measure.PERCENT and pair.after.figure.measure is not Measure.PERCENT
    )


def change_claim(change: Told, pair: Pair) -> Claim:
    """The claim of a change over its two levels."""
    before, after, of = pair.before.figure, pair.after.figure, change.figure
    judge = judge_of(change, pair)
    verdict = judge(Figure.stated)
    kind = FindingKind.RELATIVE_CHANGE if is_relative(change, pair) else FindingKind.DIFFERENCE
    if verdict.agrees and verdict.kind is FindingKind.RELATIVE_CHANGE:
        kind = FindingKind.RELATIVE_CHANGE
    certainty = _certainty(change, pair, verdict)
    said = _said(change)
    computed = _computed(change, pair, verdict)
    vi, en = _explained(change, pair, verdict.agrees, said, computed)
    operands = (before, after) if before.start < after.start else (after, before)
    computation = f"{_computation(change, pair, kind, computed)}; văn bản ghi {said}"
    return claim(
        kind, judge, certainty, of, operands, computation, vi, en, computed=computed,
        readings=() if verdict.agrees else _readings(change, pair, kind, computed),
    )  # fmt: skip


def _certainty(change: Told, pair: Pair, verdict: Verdict) -> Certainty:
    if verdict.agrees:
        return pair.certainty
    if is_reckoned_estimate(pair.before.figure) or is_reckoned_estimate(pair.after.figure):
        return min(pair.certainty, Certainty.IMPLIED)
    if is_reversed(change, pair) and not pair.is_ordered:
        return Certainty.GUESSED
    if _is_cut_short(change, verdict):
        return Certainty.GUESSED
    return pair.certainty


def _is_cut_short(change: Told, verdict: Verdict) -> bool:
    """Whether a per cent only lacks its rounding."""
    is_rate = change.figure.measure is Measure.PERCENT and verdict.computed is not None
    return is_rate and is_cut_short(change.figure, verdict.computed or Fraction(0))


_VERBS = {1: ("tăng", "a rise of"), -1: ("giảm", "a fall of"), 0: ("chênh lệch", "a difference of")}


def _said(change: Told) -> str:
    if change.role is Role.INDEX:
        return f"bằng {change.figure.text}"
    if change.role is Role.TIMES:
        return f"gấp {change.figure.text}" if "tăng" not in change.gap[-20:] else f"tăng {change.figure.text}"
    return f"{_VERBS[change.sign][0]} {change.figure.text.lstrip('+-−–')}"


def _computed(change: Told, pair: Pair, verdict: Verdict) -> str:
    before, after = pair.before.figure, pair.after.figure
    value = verdict.computed
    if value is None:
        return ""
    amount = written(abs(value), change.figure)
    if change.role is not Role.CHANGE:
        return amount
    moved = after.known - before.known
    return f"{'tăng' if moved > 0 else 'giảm' if moved < 0 else 'không đổi,'} {amount}"


def _computation(change: Told, pair: Pair, kind: FindingKind, computed: str) -> str:
    before, after = pair.before.figure.text, pair.after.figure.text
    if change.role is not Role.CHANGE:
        return f"{after} : {before} = {computed}"
    if kind is FindingKind.RELATIVE_CHANGE:
        return f"({after} − {before}) : {before}: {computed}"
    return f"{after} − {before}: {computed}"


def _explained(change: Told, pair: Pair, agrees: bool, said: str, computed: str) -> tuple[str, str]:
    before, after = pair.before.figure.text, pair.after.figure.text
    english = {1: "a rise of ", -1: "a fall of "}.get(change.sign, "") + change.figure.text
    if agrees:
        return (
            f"Từ {before} đến {after}: {said} là đúng.",
            f"From {before} to {after}: {english}, as stated.",
        )
    if change.role is not Role.CHANGE:
        return (
            f"{after} so với {before} là {computed}, văn bản ghi {said}; cần xem lại tỷ lệ hoặc một trong hai con số.",
            f"{after} against {before} is {computed}, the text says {change.figure.text}; check the ratio or one of "
            f"the two.",
        )
    moved = computed.replace("tăng ", "a rise of ").replace("giảm ", "a fall of ").replace("không đổi, ", "no change, ")
    return (
        f"Từ {before} đến {after} là {computed}, văn bản ghi {said}; cần xem lại mức thay đổi hoặc một trong hai con "
        f"số.",
        f"From {before} to {after} is {moved}, the text says {english}; check the change or one of the two figures.",
    )


def _readings(change: Told, pair: Pair, kind: FindingKind, computed: str) -> tuple[str, ...]:
    """The change that would agree, then the levels that would."""
    found = [computed] if computed else []
    before, after, by = pair.before.figure, pair.after.figure, change.figure.known
    sign = change.sign or (1 if after.known >= before.known else -1)
    if kind is FindingKind.DIFFERENCE:
        levels = ((after.known - sign * by, before), (before.known + sign * by, after))
        found += [written(value, like) for value, like in levels if value > 0]
    return tuple(found)
