"""Lời văn: the office's Markdown with its references resolved, as paragraphs and lists of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import mistune

from poverty_evaluation.evaluation.blocks import BulletList, Inline, Line, NumberForm, Paragraph, Text
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.reference import UnknownCodeError
from poverty_evaluation.vocabulary.errors import InputError, InputProblem, did_you_mean

_REFERENCE = re.compile(r"\{([^{}\n]*)\}")


class _Unknown(Exception):
    """A reference that names nothing; carries the hint (vi, en)."""

    def __init__(self, reference: str, hint: tuple[str, str]):
        self.reference, self.hint = reference, hint


def narrative_blocks(name: str, context: EvaluationContext) -> list[Paragraph | BulletList]:
    """The blocks of narrative/<name>.md, none when the office sent no such text.

    In an English report the text under narrative/en/ is used; where there is none a line says that the text is not
    translated. InputError names every reference that leads nowhere.
    """
    key = f"en/{name}" if context.language == "en" else name
    if key not in context.narrative:
        if context.language == "en" and name in context.narrative:
            return [Paragraph((Text("[This passage has not been translated from Vietnamese.]", italic=True),), "note")]
        return []
    text = context.narrative[key]
    problems: list[InputProblem] = []
    blocks = [
        block
        for node in mistune.create_markdown(renderer="ast")(text)
        for block in _blocks(node, context, _Located(key, text, problems))
    ]
    if problems:
        raise InputError(problems)
    return blocks


class _Located:
    """Finds the line of a broken reference and collects the problems."""

    def __init__(self, name: str, text: str, problems: list[InputProblem]):
        self.name, self.text, self.problems = name, text, problems

    def refuse(self, unknown: _Unknown) -> None:
        line = self.text[: max(0, self.text.find("{" + unknown.reference + "}"))].count("\n") + 1
        self.problems.append(
            InputProblem(
                "một tham chiếu đã biết",
                "a known reference",
                "{" + unknown.reference + "}",
                "{" + unknown.reference + "}",
                f"Sửa tham chiếu. {unknown.hint[0]}".strip(),
                f"Mend the reference. {unknown.hint[1]}".strip(),
                file=f"narrative/{self.name}.md",
                row=line,
            )
        )


def _blocks(node: Any, context: EvaluationContext, located: _Located) -> Iterator[Paragraph | BulletList]:
    if node["type"] == "paragraph":
        yield Paragraph(_line(node["children"], context, located))
    elif node["type"] == "list":
        items = tuple(
            _line([child for part in item["children"] for child in part.get("children", [])], context, located)
            for item in node["children"]
        )
        yield BulletList(items)
    elif node["type"] == "heading":
        yield Paragraph(_line(node["children"], context, located, bold=True))


def _line(
    children: Any, context: EvaluationContext, located: _Located, bold: bool = False, italic: bool = False
) -> Line:
    parts: list[Inline] = []
    for child in children:
        kind = child["type"]
        if kind in ("softbreak", "linebreak"):
            parts.append(Text(" ", bold, italic))
        elif kind in ("strong", "emphasis"):
            parts += _line(child["children"], context, located, bold or kind == "strong", italic or kind == "emphasis")
        elif "children" in child:
            parts += _line(child["children"], context, located, bold, italic)
        else:
            parts += _inline(child.get("raw", ""), context, located, bold, italic)
    return tuple(parts)


def _inline(text: str, context: EvaluationContext, located: _Located, bold: bool, italic: bool) -> Iterator[Inline]:
    at = 0
    for match in _REFERENCE.finditer(text):
        if match.start() > at:
            yield Text(text[at : match.start()], bold, italic)
        try:
            yield _resolve(match[1], context, bold, italic)
        except _Unknown as unknown:
            located.refuse(unknown)
        at = match.end()
    if at < len(text):
        yield Text(text[at:], bold, italic)


def _resolve(reference: str, context: EvaluationContext, bold: bool, italic: bool) -> Inline:
    """One reference: {period}, {doc:…}, {name:…}, {place:…}, {date:…}, {value-id} or {value-id|words}."""
    if reference == "period":
        return Text(context.period_label, bold, italic)
    prefix, _, rest = reference.partition(":")
    resolvers = {"doc": _document, "name": _name, "place": _place, "date": _date}
    if rest and prefix in resolvers:
        return Text(resolvers[prefix](rest, reference, context), bold, italic)
    return _value(reference, context)


def _value(reference: str, context: EvaluationContext) -> Inline:
    identity, _, form = reference.partition("|")
    if "@" not in identity:
        identity = f"{identity}@{context.place_code}/{context.report.period}"
    value = context.by_id.get(identity)
    if value is None:
        bare = [known.split("@")[0] for known in context.by_id]
        raise _Unknown(reference, did_you_mean(identity.split("@")[0], bare))
    forms = {"": NumberForm.TEXT, "words": NumberForm.WORDS, "magnitude": NumberForm.MAGNITUDE}
    if form not in forms:
        raise _Unknown(reference, did_you_mean(form, forms))
    return context.number(value, forms[form])


def _document(symbol: str, reference: str, context: EvaluationContext) -> str:
    """Type and symbol, as later citations give it; date and issuer stand in the list of documents."""
    rows = context.tables["documents"]
    found = rows[rows["symbol"] == symbol]
    if len(found):
        return f"{found.iloc[0]['type_vi']} số {symbol}" if context.language == "vi" else f"{symbol}"
    if symbol in context.reference.documents:
        document = context.reference.documents[symbol]
        return f"{document.type_vi} số {symbol}" if context.language == "vi" else symbol
    raise _Unknown(reference, did_you_mean(symbol, [*rows["symbol"], *context.reference.documents]))


def _name(code: str, reference: str, context: EvaluationContext) -> str:
    try:
        return context.name(code)
    except UnknownCodeError as error:
        raise _Unknown(reference, did_you_mean(code, error.known)) from error


def _place(code: str, reference: str, context: EvaluationContext) -> str:
    places = context.reference.places
    found = places.find(code, context.report.as_of) or (places.place_by_slug(code) if code in places.slugs else None)
    if found is None:
        raise _Unknown(reference, did_you_mean(code, [*places.codes, *places.slugs]))
    return found.full_name(context.language)


def _date(day: str, reference: str, context: EvaluationContext) -> str:
    try:
        return context.day(day)
    except ValueError as error:
        raise _Unknown(reference, ("Viết ngày dạng 2017-12-31.", "Write the date as 2017-12-31.")) from error
