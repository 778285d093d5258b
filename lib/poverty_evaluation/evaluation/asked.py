"""Khối mà đề cương yêu cầu: what one block of an outline asks for, read with its place so that what leads nowhere can
be named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.reference import OutlineBlock, texts_of
from poverty_evaluation.vocabulary.errors import InputError, InputProblem, did_you_mean

#: Every option that a block of an outline can have; those of the second list are given once for each language.
OPTIONS = (
    "also", "bases", "beside", "breakdown", "columns", "count", "indicators", "of", "organisation_type", "rate",
    "sections", "show",
)  # fmt: skip
WORDED_OPTIONS = ("lead", "missing", "title")


@dataclass(frozen=True, slots=True)
class AskedBlock:
    """A block of the outline of a report. where: its path in the outline, `chapters[2].sections[1].blocks[3]`."""

    context: EvaluationContext
    block: OutlineBlock
    where: str

    @property
    def name(self) -> str:
        return self.block.name

    def has(self, option: str) -> bool:
        return option in self.block.options

    def text(self, option: str) -> str:
        """An option that is one text for every language."""
        return next(iter(texts_of(self.block.options, option)), "")

    def worded(self, option: str) -> str:
        """An option that is given once for each language, `title_vi` and `title_en`."""
        return self.text(f"{option}_{self.context.language}")

    def texts(self, option: str, known: Iterable[str] | None = None) -> tuple[str, ...]:
        """An option that is one or several names; InputError naming each that is not among the known ones."""
        if known is not None and (problems := self.wrong_texts(option, known)):
            raise InputError(problems)
        return texts_of(self.block.options, option)

    def wrong_texts(self, option: str, known: Iterable[str]) -> list[InputProblem]:
        """The names of an option that are not among the known ones."""
        choices = list(known)
        named = texts_of(self.block.options, option)
        return [self.unknown(name, choices, option) for name in named if name not in choices]

    def indicators(self, option: str) -> tuple[str, ...]:
        """The indicators an option names; InputError for one that is not defined."""
        return self.texts(option, [definition.id for definition in self.context.reference.indicators])

    def one_of(self, option: str, known: Sequence[str]) -> str:
        """An option that names one of several; the first where it was left out."""
        return next(iter(self.texts(option, known)), known[0])

    def known_name(self, known: Iterable[str]) -> str:
        """The name of the block; InputError where it is not among the known ones."""
        if problems := self.wrong_name(known):
            raise InputError(problems)
        return self.name

    def wrong_name(self, known: Iterable[str]) -> list[InputProblem]:
        """The name of the block where it is not among the known ones."""
        choices = list(known)
        return [] if self.name in choices else [self.unknown(self.name, choices)]

    def wrong_options(self) -> list[InputProblem]:
        """Options that no block has: nothing that was written is ignored."""
        known = (*OPTIONS, *(f"{name}_{language}" for name in WORDED_OPTIONS for language in ("vi", "en")))
        return [
            self.unknown(name, [one for one in known if one not in self.block.options], name)
            for name in self.block.options
            if name not in known
        ]

    def unknown(self, name: str, known: Iterable[str], option: str = "", of: str = "name") -> InputProblem:
        """That a name leads nowhere: of an option, or of the block itself, its kind or its name."""
        hint_vi, hint_en = did_you_mean(name, known)
        key = f"options.{option}" if option else of
        return InputProblem(
            "một tên đã biết", "a known name", f"“{name}”", f"“{name}”",
            f"Sửa đề cương. {hint_vi}".strip(), f"Mend the outline. {hint_en}".strip(),
            file=self.block.file or f"reference/outlines/{self.context.report.kind}.yml",
            row=self.block.line_of(key), column=f"{self.where}.{key}",
        )  # fmt: skip
