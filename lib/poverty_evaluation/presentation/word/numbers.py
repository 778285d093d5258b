"""Số liệu trong tệp Word: every number is a content control that names its value, and a list of all of them travels
with the document, so that numbers that a hand has changed, added or dropped are found again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from poverty_evaluation.evaluation.blocks import Number
from poverty_evaluation.presentation import formatting
from poverty_evaluation.presentation.word.xml import DECLARATION, PLAIN, Look, clean, escaped, run

#: The namespace of the list of numbers, by which it is found among the parts of a document.
NAMESPACE = "urn:poverty-evaluation:word-numbers:1"

_LONGEST_TAG = 64  # characters that Word allows in a tag and in a title
_KEPT = 47


@dataclass(frozen=True, slots=True)
class IssuedNumber:
    """A number as the document was issued with it: its control, its value, what was printed."""

    control: int
    tag: str
    value_id: str
    value: str
    unit: str
    text: str
    title: str  # the label above the control, all that some programs keep


def tag_of(value_id: str) -> str:
    """What the tag of a control says: the id of the value or, where Word would refuse it, its beginning and a hash."""
    plain = clean(value_id)
    if len(plain) <= _LONGEST_TAG:
        return plain
    return f"{plain[:_KEPT]}~{hashlib.sha256(value_id.encode()).hexdigest()[:16]}"


class NumberControls:
    """Writes the controls of one document and remembers them in their order."""

    def __init__(self, labels: Mapping[str, str], language: str):
        self._labels = labels
        self._language = language
        self._issued: list[IssuedNumber] = []

    @property
    def issued(self) -> Sequence[IssuedNumber]:
        return tuple(self._issued)

    def control(self, number: Number, look: Look = PLAIN) -> str:
        """The number in a control of its own, the sign of a disputed figure behind it.

        It is a control of plain text, whose title LibreOffice keeps. That program prints it as its paragraph is, so
        paragraphs of numbers that are bold or small have styles of their own.
        """
        text = clean(formatting.write(number, self._language))
        issued = IssuedNumber(
            control=len(self._issued) + 1,
            tag=tag_of(number.value_id),
            value_id=number.value_id,
            value=formatting.exact_decimal(number.value),
            unit=number.unit,
            text=text,
            title=self._title(number.value_id),
        )
        self._issued.append(issued)
        sign = Look(bold=look.bold, italic=look.italic, size=look.size, raised=True)
        return (
            f'<w:sdt><w:sdtPr>{look.properties()}<w:alias w:val="{escaped(issued.title)}"/>'
            f'<w:tag w:val="{escaped(issued.tag)}"/><w:id w:val="{issued.control}"/><w:text/></w:sdtPr>'
            f"<w:sdtContent>{run(text, look)}</w:sdtContent></w:sdt>{run(formatting.mark(number), sign)}"
        )

    def listing(self, fixed: Sequence[str]) -> str:
        """The custom part: every control in order; `fixed` are the tokens of digits that stand outside of controls."""
        rows = "\n".join(
            f'<number control="{one.control}" tag="{escaped(one.tag)}" id="{escaped(one.value_id)}" '
            f'value="{one.value}" unit="{escaped(one.unit)}" title="{escaped(one.title)}">{escaped(one.text)}</number>'
            for one in self._issued
        )
        outside = escaped(" ".join(fixed))
        return f'{DECLARATION}<numbers xmlns="{NAMESPACE}">\n{rows}\n<outside>{outside}</outside>\n</numbers>\n'

    def _title(self, value_id: str) -> str:
        """The label that Word shows above a control when it is clicked."""
        label = clean(self._labels.get(value_id, "")) or value_id
        return label if len(label) <= _LONGEST_TAG else label[: _LONGEST_TAG - 1].rstrip() + "…"
