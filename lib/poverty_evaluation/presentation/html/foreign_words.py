"""Tiếng Việt trong trang tiếng Anh: names and quotations are marked as Vietnamese, for screen readers.

In a Vietnamese page nothing changes.
"""

from __future__ import annotations

import re

from poverty_evaluation.vocabulary.vietnamese import DOCUMENT_SYMBOL, is_vietnamese_word

_TAG = re.compile(r"(<[^>]*>)")
_NAME_OF_TAG = re.compile(r"<(/?)([a-zA-Z0-9]+)")
#: Elements whose text holds no markup of ours.
_OPAQUE = ("svg", "script", "style", "title", "option")
_QUOTED = re.compile("(?<=“)[^“”]+(?=”)")
_WORD = re.compile(r"[^\W\d_]+")
#: A capitalised word that may be a syllable of a Vietnamese name: "Giang" after "Bắc", not "City" or "Ward".
_SYLLABLE = re.compile(
    r"(?:Ngh|Ng|Nh|Gh|Gi|Kh|Ph|Qu|Th|Tr|Ch|B|C|D|G|H|K|L|M|N|P|R|S|T|V|X)?(?i:[aeiouy]{1,3}(?:ch|ng|nh|c|m|n|p|t)?)"
)
_ENGLISH = frozenset({"The", "In", "On", "At", "To", "By", "No", "So", "He", "Their", "They", "Then", "Date", "Total"})


def with_foreign_words(html: str, language: str) -> str:
    """The HTML of an English page with its Vietnamese words in `<span lang="vi">`; that of another page as it is."""
    if language != "en" or not is_vietnamese_word(html):
        return html
    opaque, parts = "", _TAG.split(html)
    for place, part in enumerate(parts):
        if place % 2:
            opaque = _inside(part, opaque)
        elif not opaque:
            parts[place] = _marked(part)
    return "".join(parts)


def _inside(tag: str, opaque: str) -> str:
    """The element without markup of ours that the text after a tag stands in; empty where it stands in none."""
    found = _NAME_OF_TAG.match(tag)
    if found is None:
        return opaque
    closes, name = found[1] == "/", found[2].lower()
    if opaque:
        return "" if closes and name == opaque else opaque
    return name if name in _OPAQUE and not closes and not tag.endswith("/>") else ""


def _marked(text: str) -> str:
    """A text without tags, each run of Vietnamese in an element of its own."""
    runs = [found.span() for found in _QUOTED.finditer(text) if _is_vietnamese(found[0])]
    runs += [run for run in _runs_of_words(text) if not any(start <= run[0] < end for start, end in runs)]
    for start, end in sorted(runs, reverse=True):
        text = f'{text[:start]}<span lang="vi">{text[start:end]}</span>{text[end:]}'
    return text


def _is_vietnamese(quotation: str) -> bool:
    """Whether a quotation is one of a Vietnamese text, and not an English one that holds a name."""
    words = _WORD.findall(DOCUMENT_SYMBOL.sub("", quotation))
    return 2 * sum(map(is_vietnamese_word, words)) >= len(words) > 0


def _runs_of_words(text: str) -> list[tuple[int, int]]:
    """Where Vietnamese words follow one another, with the syllables without a tone that belong to their names."""
    symbols = [found.span() for found in DOCUMENT_SYMBOL.finditer(text)]
    words = [
        found for found in _WORD.finditer(text) if not any(start <= found.start() < end for start, end in symbols)
    ]  # fmt: skip
    is_told = [is_vietnamese_word(word[0]) for word in words]
    is_name = [_may_be_of_a_name(word[0]) for word in words]
    runs: list[tuple[int, int]] = []
    place = 0
    while place < len(words):
        last = place
        while last + 1 < len(words) and _are_beside(text, words[last], words[last + 1]) and (
            (is_told[last + 1] or is_name[last + 1]) and (is_told[place] or is_name[place])
        ):  # fmt: skip
            last += 1
        if any(is_told[place : last + 1]):
            runs.append((words[place].start(), words[last].end()))
        place = last + 1
    return runs


def _may_be_of_a_name(word: str) -> bool:
    capitalised = word.capitalize()
    return word[0].isupper() and capitalised not in _ENGLISH and _SYLLABLE.fullmatch(capitalised) is not None


def _are_beside(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return text[one.end() : other.start()] == " "
