"""Kết luận về tích: a number times its norm against a total, a total over a number against an average."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Figure, Measure
from poverty_evaluation.audit.findings import Certainty, Claim
from poverty_evaluation.audit.rules.costs.norms import Norm
from poverty_evaluation.audit.rules.judging import Judge, claim, written
from poverty_evaluation.relations import State, Stated, Verdict
from poverty_evaluation.relations.verdicts import Computed, judge_at_most, judge_equal, unverifiable
from poverty_evaluation.vocabulary.choices import Qualifier
from poverty_evaluation.vocabulary.findings import FindingKind

Values = Callable[[Figure], Stated]
_UPPER = (Qualifier.UPPER_BOUND,)
_FAR = 2.5


@dataclass(frozen=True, slots=True)
class Term:
    """A number times one or more norms for one of it ("10 kg … và 5 kg …"), times durations, times a constant."""

    number: Figure
    norms: tuple[Norm, ...]
    times: tuple[Figure, ...] = ()
    constant: Fraction = Fraction(1)

    @property
    def figures(self) -> tuple[Figure, ...]:
        return (self.number, *(norm.figure for norm in self.norms), *self.times)

    @property
    def scale(self) -> Fraction:
        norm = self.norms[0]
        return self.constant / (norm.size if norm.of else self.number.factor)

    def value(self) -> Fraction:
        value = self.number.known * sum((norm.figure.known for norm in self.norms), Fraction(0)) * self.scale
        for figure in self.times:
            value *= figure.known
        return value

    def rough(self) -> float:
        """About the value."""
        value = float(self.number.known) * sum(float(norm.figure.known) for norm in self.norms) * float(self.scale)
        for figure in self.times:
            value *= float(figure.known)
        return value

    def computed(self, stated: Values) -> Computed:
        norms = Computed.exactly(Fraction(0))
        for norm in self.norms:
            norms = norms + Computed.of(_norm_value(stated(norm.figure), norm))
        product = Computed.exactly(self.scale) * Computed.of(self._number(stated)) * norms
        for figure in self.times:
            product = product * Computed.of(stated(figure))
        return product

    def _number(self, stated: Values) -> Stated:
        """A whole number that is paid for ("3 tấn xi măng, 1.450.000 đồng/tấn") is exact."""
        is_exact = self.number.decimals == 0 and self.norms[0].figure.measure is Measure.MONEY
        is_exact = is_exact and self.number.measure is not Measure.COUNT
        return replace(stated(self.number), half_step=Fraction(0)) if is_exact else stated(self.number)

    def text(self) -> str:
        norms = " + ".join(norm_text(norm) for norm in self.norms)
        norms = f"({norms})" if len(self.norms) > 1 else norms
        constant = [f"{self.constant} {self.norms[0].times[0]}"] if self.constant != 1 else []
        return " × ".join([self.number.text, norms, *(figure.text for figure in self.times), *constant])


def _norm_value(stated: Stated, norm: Norm) -> Stated:
    """A round amount of money for one ("2 triệu đồng/hộ", not "33 triệu") is a rule and exact."""
    digits = norm.figure.known / norm.figure.factor
    is_round = norm.figure.decimals == 0 and (digits < 10 or digits % 5 == 0)
    is_rule = norm.figure.measure is Measure.MONEY and is_round and not norm.figure.is_range
    return replace(stated, half_step=Fraction(0)) if is_rule else stated


def norm_text(norm: Norm) -> str:
    """15 kg/khẩu, 900.000 đồng/học sinh/tháng."""
    per = "/".join(part for part in (" ".join(norm.of), *norm.times) if part)
    return f"{norm.figure.text}/{per}" if per else norm.figure.text


def product_claim(terms: tuple[Term, ...], total: Figure, certainty: Certainty, is_partial: bool = False) -> Claim:
    """The claim that the terms make up a total; `is_partial`: that they are contained in it."""
    judge = _product_judge(terms, total, is_partial)
    value = sum((term.value() for term in terms), Fraction(0))
    right = written(value, total)
    left = " + ".join(term.text() for term in terms)
    verdict = judge(Figure.stated)
    sign = "=" if not is_partial else "≥" if any(_is_lower(term) for term in terms) else "="
    vi, en = _words(terms, total, right, verdict, is_partial)
    operands = tuple(dict.fromkeys(figure for term in terms for figure in term.figures))
    return claim(
        FindingKind.PRODUCT, judge, certainty, total, operands, f"{left} {sign} {right}; văn bản ghi {total.text}",
        vi, en, computed=right, readings=() if verdict.agrees else _readings(terms, total, right),
    )  # fmt: skip


def agrees(terms: tuple[Term, ...], total: Figure, is_partial: bool = False) -> bool:
    if not _is_of_one_size(terms, total):
        return False
    figures = (total, *(figure for term in terms for figure in term.figures))
    if not is_partial and all(not one.half_step and one.qualifier is Qualifier.EXACT for one in figures):
        return sum((term.value() for term in terms), Fraction(0)) == total.known
    return _product_judge(terms, total, is_partial)(Figure.stated).agrees


def _is_of_one_size(terms: tuple[Term, ...], total: Figure) -> bool:
    """Whether it is worth judging at all: many pairings of a text are tried, and most are far off."""
    product, stated = sum(term.rough() for term in terms), float(total.known)
    return product < _FAR * stated and stated < _FAR * product


def _product_judge(terms: tuple[Term, ...], total: Figure, is_partial: bool) -> Judge:
    at_least = is_partial or any(_is_lower(term) for term in terms)
    at_most = any(norm.figure.qualifier in _UPPER for term in terms for norm in term.norms)

    def judge(stated: Values) -> Verdict:
        computed = Computed.exactly(Fraction(0))
        for term in terms:
            computed = computed + term.computed(stated)
        if at_most and not is_partial:
            return _at_most(stated(total), terms, stated)
        return (judge_at_most if at_least else judge_equal)(stated(total), computed, FindingKind.PRODUCT, "")

    return judge


def _at_most(total: Stated, terms: tuple[Term, ...], stated: Values) -> Verdict:
    """A total of norms "không quá": no more than the product."""

    def exact(figure: Figure) -> Stated:
        return replace(stated(figure), qualifier=Qualifier.EXACT)

    most = Computed.exactly(Fraction(0))
    for term in terms:
        most = most + term.computed(exact)
    if total.value <= most.value or Computed.of(total).printed.may_be_at_most(most.printed):
        return Verdict(State.HOLDS, FindingKind.PRODUCT, total.value, None, most.value, total.value - most.value, "")
    return Verdict(State.LIKELY, FindingKind.PRODUCT, total.value, None, most.value, total.value - most.value, "")


def _is_lower(term: Term) -> bool:
    return any(norm.figure.qualifier is Qualifier.LOWER_BOUND for norm in term.norms)


def _words(terms: tuple[Term, ...], total: Figure, right: str, verdict: Verdict, is_partial: bool) -> tuple[str, str]:
    left = " + ".join(term.text() for term in terms)
    if verdict.agrees:
        if is_partial or any(_is_lower(term) for term in terms):
            return f"{left} không vượt quá {total.text}.", f"{left} is within {total.text}."
        return f"{left} khớp với {total.text}.", f"{left} agrees with {total.text}."
    more = "ít nhất " if is_partial or any(_is_lower(term) for term in terms) else ""
    return (
        f"Lấy số lượng nhân với mức đã nêu ({left}) được {more}{right}, trong khi văn bản ghi {total.text}; đề "
        f"nghị kiểm "
        "tra số lượng, định mức và tổng số.",
        f"Number times norm ({left}) gives {'at least ' if more else ''}{right}, while the text says "
        f"{total.text}; check "
        "the number, the norm and the total.",
    )


def _readings(terms: tuple[Term, ...], total: Figure, right: str) -> tuple[str, ...]:
    found = [right]
    if len(terms) == 1 and len(terms[0].norms) == 1:
        term = terms[0]
        value = term.value()
        number = term.number.known * total.known / value
        if term.number.measure is not Measure.COUNT or number.denominator == 1:
            found.append(written(number, term.number))
        norm = term.norms[0].figure
        unit = norm.known * total.known / value / norm.factor
        if (unit * 10**norm.decimals).denominator == 1:
            found.append(written(unit * norm.factor, norm))
    return tuple(found)


def average_claim(norm: Norm, total: Figure, number: Figure, certainty: Certainty, constant: Fraction) -> Claim:
    """The claim that a total over a number is a stated average; `constant` divides it once more (months of a year)."""
    judge = _average_judge(norm, total, number, constant)
    quotient = total.known / number.known * norm.size / constant
    right = written(quotient, _one_more_decimal(norm.figure))
    verdict = judge(Figure.stated)
    times = f" / {constant} tháng" if constant != 1 else ""
    left = f"{total.text} / {number.text}{times}"
    if verdict.agrees:
        vi, en = (
            f"{left} khớp với mức bình quân {norm_text(norm)}.",
            f"{left} agrees with the average {norm_text(norm)}.",
        )
    else:
        vi = (
            f"Lấy {total.text} chia cho {number.text} được khoảng {right}, trong khi văn bản ghi bình quân "
            f"{norm_text(norm)}; đề nghị kiểm tra tổng số, số lượng và mức bình quân."
        )
        en = f"{left} is about {right}, while the text gives an average of {norm_text(norm)}; check all three."
    return claim(
        FindingKind.PRODUCT, judge, certainty, norm.figure, (total, number),
        f"{left} ≈ {right}; văn bản ghi {norm_text(norm)}", vi, en, computed=right,
        readings=() if verdict.agrees else (right,),
    )  # fmt: skip


def average_agrees(norm: Norm, total: Figure, number: Figure, constant: Fraction = Fraction(1)) -> bool:
    return _average_judge(norm, total, number, constant)(Figure.stated).agrees


def _average_judge(norm: Norm, total: Figure, number: Figure, constant: Fraction) -> Judge:
    def judge(stated: Values) -> Verdict:
        average = _rounded(stated(norm.figure), norm.figure)
        quotient = Computed.of(stated(total)).over(Computed.of(stated(number)))
        if quotient is None:
            return unverifiable(average, FindingKind.PRODUCT, "")
        scaled = quotient * Computed.exactly(norm.size / constant)
        return judge_equal(average, scaled, FindingKind.PRODUCT, "")

    return judge


def _rounded(average: Stated, figure: Figure) -> Stated:
    """An average as it is usually rounded or cut off: by a whole last digit; zeros at its end may be rounding too."""
    step = figure.factor / 10**figure.decimals
    while figure.decimals == 0 and average.value and average.value % (10 * step) == 0 and 100 * step <= average.value:
        step *= 10
    if average.qualifier is not Qualifier.EXACT:
        step = max(step, average.half_step)
    is_round = figure.decimals == 0 and step > figure.factor
    near = min(step, average.value / 50)
    half = max(average.half_step, near if is_round else max(near, step / 2))
    return replace(average, half_step=half)


def _one_more_decimal(figure: Figure) -> Figure:
    return replace(figure, decimals=figure.decimals + 1)
