"""Đối chiếu con số của hai văn bản: which numbers of one text became which of the other, by the words around them.

Words that stand once in both texts are laid side by side first, so that the work grows with the length of the texts and
not with its square; what lies between them is compared word by word.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\d+(?:[.,/:]\d+)*|[.…]{3,}|…|(?<=:)\s+(?=/)|\ufffc|[^\W\d_]+")
_BLANK = "…"
CONTROL = "\ufffc"  # stands for a number that is compared elsewhere
_NUMBER = "#"
#: How many words are looked for that together stand once in each text: more first, they are surer and rarer.
_RUNS = (12, 5, 2, 1)
_SMALL = 400  # words of a gap that are compared each with each


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, a blank to be filled in or the sign of a number that is compared elsewhere; the paragraph in
    which it stands, the how many-th such sign it is, and how it is printed where it is compared otherwise."""

    text: str
    paragraph: int
    control: int | None = None
    printed: str = ""

    @property
    def is_number(self) -> bool:
        return self.text[0].isdigit()

    @property
    def is_blank(self) -> bool:
        return self.text == _BLANK

    @property
    def masked(self) -> str:
        """The word itself; of numbers and blanks only that they are such."""
        return self.text if self.text[0].isalpha() else _NUMBER


@dataclass(frozen=True, slots=True)
class NumberPair:
    """What stood and what stands in one place, of which one at least is a number; None where nothing did or does."""

    before: Token | None
    now: Token | None


def tokens(paragraphs: Iterable[str]) -> list[Token]:
    """The words and numbers of a text, without marks between them."""
    found: list[Token] = []
    controls = 0
    for place, paragraph in enumerate(paragraphs):
        for text in _TOKEN.findall(unicodedata.normalize("NFC", paragraph)):
            is_control = text == CONTROL
            found.append(Token(_plain(text), place, controls if is_control else None, text))
            controls += is_control
    return found


def differing_numbers(before: Sequence[Token], now: Sequence[Token], reach: int = 0) -> tuple[list[NumberPair], int]:
    """The numbers that differ, and how many are the same.

    A number that went elsewhere with the words around it is no difference; nor is, where a file does not say in which
    order its words are read, one that is lost here and new at most `reach` words away.
    """
    pairs: list[NumberPair] = []
    lost: list[int] = []
    new: list[int] = []
    beside: list[tuple[int, int]] = []
    same = 0
    for at, other in _aligned(before, now):
        if at is None or other is None:
            (lost if other is None else new).append(_index(at, other))
            continue
        beside.append((at, other))
        one, two = before[at], now[other]
        if one.text == two.text:
            same += one.is_number
        elif one.is_number or two.is_number:
            pairs.append(NumberPair(one, two))
    lost, new, moved = _without_moved(before, now, lost, new)
    if reach:
        lost, new, near = _without_near(before, now, lost, new, beside, reach)
        moved += near
    pairs += [NumberPair(before[at], None) for at in lost]
    pairs += [NumberPair(None, now[at]) for at in new]
    return pairs, same + moved


def likeness(before: Sequence[Token], now: Sequence[Token]) -> float:
    """How much of two texts is the same words in the same order, numbers aside, from 0 to 1."""
    one, two = _threes(before), _threes(now)
    return 2 * (one & two).total() / max(one.total() + two.total(), 1)


def _threes(held: Sequence[Token]) -> Counter[tuple[str, str, str]]:
    masked = [token.masked for token in held]
    return Counter(zip(masked, masked[1:], masked[2:], strict=False))


def _index(at: int | None, other: int | None) -> int:
    return other if at is None and other is not None else at or 0


def _plain(text: str) -> str:
    """Lower case; any row of dots is one blank; zeros before a whole number tell nothing."""
    if text[0] in ".…" or text.isspace():
        return _BLANK
    if text.isdigit():
        return text.lstrip("0") or "0"
    return text.lower()


def _aligned(before: Sequence[Token], now: Sequence[Token]) -> Iterator[tuple[int | None, int | None]]:
    """Pairs of places that belong together; numbers and blanks without a counterpart have None on the other side."""
    exact = [token.text for token in before], [token.text for token in now]
    masked = [token.masked for token in before], [token.masked for token in now]
    for found in _matched(exact, (0, len(before)), (0, len(now))):
        if isinstance(found, tuple):
            yield found
            continue
        for inner in _matched(masked, (found.a, found.a_end), (found.b, found.b_end)):
            if isinstance(inner, tuple):
                yield inner
                continue
            yield from ((at, None) for at in range(inner.a, inner.a_end) if before[at].is_number)
            yield from ((None, at) for at in range(inner.b, inner.b_end) if now[at].is_number)


@dataclass(frozen=True, slots=True)
class _Gap:
    """What has no counterpart: a stretch of each text, one of them may be empty."""

    a: int
    a_end: int
    b: int
    b_end: int


def _matched(
    keys: tuple[Sequence[str], Sequence[str]], a: tuple[int, int], b: tuple[int, int]
) -> Iterator[tuple[int, int] | _Gap]:
    """Places with the same key in both texts, in order, and the gaps between them."""
    one, two = keys
    waiting = [(a, b, 0)]
    while waiting:
        (start, end), (other, other_end), run = waiting.pop()
        while start < end and other < other_end and one[start] == two[other]:
            yield start, other
            start, other = start + 1, other + 1
        tail = 0
        while end - tail > start and other_end - tail > other and one[end - tail - 1] == two[other_end - tail - 1]:
            tail += 1
        end, other_end = end - tail, other_end - tail
        if tail:
            waiting.append(((end, end + tail), (other_end, other_end + tail), run))
        if start == end or other == other_end:
            if start < end or other < other_end:
                yield _Gap(start, end, other, other_end)
            continue
        if (end - start) + (other_end - other) <= _SMALL or run == len(_RUNS):
            yield from _compared(keys, _Gap(start, end, other, other_end))
            continue
        anchors = _anchors(keys, (start, end), (other, other_end), _RUNS[run])
        edges = [*anchors, (end, other_end)]
        for place in range(len(edges) - 1, -1, -1):
            opening = edges[place - 1] if place else (start, other)
            waiting.append(((opening[0], edges[place][0]), (opening[1], edges[place][1]), run if anchors else run + 1))


def _compared(keys: tuple[Sequence[str], Sequence[str]], gap: _Gap) -> Iterator[tuple[int, int] | _Gap]:
    """Word by word; of long stretches without any anchor only their rarer words."""
    one, two = keys[0][gap.a : gap.a_end], keys[1][gap.b : gap.b_end]
    at, other = 0, 0
    matcher = SequenceMatcher(None, one, two, autojunk=len(one) + len(two) > _SMALL)
    for block in matcher.get_matching_blocks():
        if at < block.a or other < block.b:
            yield _Gap(gap.a + at, gap.a + block.a, gap.b + other, gap.b + block.b)
        for step in range(block.size):
            yield gap.a + block.a + step, gap.b + block.b + step
        at, other = block.a + block.size, block.b + block.size


def _anchors(
    keys: tuple[Sequence[str], Sequence[str]], a: tuple[int, int], b: tuple[int, int], run: int
) -> list[tuple[int, int]]:
    """Where the same run of words begins that stands once in each stretch, as many as keep their order."""
    first, second = _single_runs(keys[0], *a, run), _single_runs(keys[1], *b, run)
    common = sorted((place, second[words]) for words, place in first.items() if words in second)
    return _rising(common)


def _single_runs(keys: Sequence[str], start: int, end: int, run: int) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = {}
    repeated = set()
    for place in range(start, end - run + 1):
        words = tuple(keys[place : place + run])
        if words in found:
            repeated.add(words)
        found[words] = place
    return {words: place for words, place in found.items() if words not in repeated}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs, in order of their first, whose second rise too."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for place, (_, other) in enumerate(pairs):
        at = bisect.bisect_left(ends, other)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1], last[at : at + 1] = [other], [place]
    chain, place = [], last[-1] if last else -1
    while place >= 0:
        chain.append(pairs[place])
        place = before[place]
    return chain[::-1]


def _without_moved(
    before: Sequence[Token], now: Sequence[Token], lost: list[int], new: list[int]
) -> tuple[list[int], list[int], int]:
    """Without those that are gone here and new there between the same words; how many went elsewhere."""
    found: dict[tuple[str, ...], list[int]] = {}
    for at in lost:
        found.setdefault(_surroundings(before, at), []).append(at)
    moved, left = set(), []
    for at in new:
        held = found.get(_surroundings(now, at))
        if held:
            moved.add(held.pop(0))
        else:
            left.append(at)
    return [at for at in lost if at not in moved], left, len(moved)


def _surroundings(held: Sequence[Token], at: int) -> tuple[str, ...]:
    return tuple(token.text for token in held[max(at - 2, 0) : at + 3])


def _without_near(
    before: Sequence[Token],
    now: Sequence[Token],
    lost: list[int],
    new: list[int],
    beside: Sequence[tuple[int, int]],
    reach: int,
) -> tuple[list[int], list[int], int]:
    """Without those that are lost in one place and new close by."""
    firsts, seconds = [at for at, _ in beside], [other for _, other in beside]
    expected: dict[str, list[tuple[int, int]]] = {}
    for at in lost:
        place = bisect.bisect_left(firsts, at)
        where = seconds[min(place, len(seconds) - 1)] if seconds else at
        expected.setdefault(before[at].text, []).append((where, at))
    found, left = set(), []
    for other in new:
        held = expected.get(now[other].text, [])
        close = [one for one in held if abs(one[0] - other) <= reach]
        if close:
            nearest = min(close, key=lambda one: abs(one[0] - other))
            held.remove(nearest)
            found.add(nearest[1])
        else:
            left.append(other)
    return [at for at in lost if at not in found], left, len(found)
