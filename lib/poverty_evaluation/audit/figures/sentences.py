"""Câu: the sentences of a text; a dot of an abbreviation or inside a broken number ends none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from poverty_evaluation.audit.documents.source import SourceText

_SMALL = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_SENTENCE_END = re.compile(rf"[.!?…](?=[\s\"')\]*_]{{1,6}}[^\W_{_SMALL}])|[.!?…](?=\s*$)")
_ABBREVIATED = re.compile(r"(?<!\w)(?:tp|ts|ths|gs|pgs|tx|tt|p|q|h|x|kt|tm|tl|tr|st|dr|mr|bs|ks|cn|v\.v|nxb|số|tr\.đ)$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or the text of a heading, item or cell: text[start:end] and the indices of its figures."""

    index: int
    start: int
    end: int
    block: int
    figures: tuple[int, ...]


def sentences_of(source: SourceText, inside: set[int]) -> list[Sentence]:
    """The sentences of every block; a dot inside a broken number ("12. 500 hộ") ends none."""
    found: list[Sentence] = []
    for index, block in enumerate(source.blocks):
        text = source.text[block.start : block.end]
        start = 0
        for match in _SENTENCE_END.finditer(text):
            if match[0] == "." and _is_abbreviated(source.plain[block.start : block.end], match.start()):
                continue
            if block.start + match.start() in inside:
                continue
            if match.end() > start:
                found.append(Sentence(len(found), block.start + start, block.start + match.end(), index, ()))
                start = match.end()
        if text[start:].strip() or start == 0:
            found.append(Sentence(len(found), block.start + start, block.end, index, ()))
    return found


def _is_abbreviated(plain: str, dot: int) -> bool:
    return _ABBREVIATED.search(plain, max(0, dot - 8), dot) is not None
