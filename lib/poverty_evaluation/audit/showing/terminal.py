"""Trình bày trên màn hình dòng lệnh: findings, notes and counts, at any width, plain where nothing can be styled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from poverty_evaluation.audit.documents.source import SourceText
from poverty_evaluation.audit.findings import AuditResult, AuditVerdict
from poverty_evaluation.audit.showing.quotes import quote_parts
from poverty_evaluation.audit.showing.shown import Numbered, Show, numbered, selected
from poverty_evaluation.audit.showing.words import SIGNS, Words, whole, words
from poverty_evaluation.audit.showing.words import seconds as written_seconds

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

_STYLES = {
    AuditVerdict.CONTRADICTION: "bold red",
    AuditVerdict.LIKELY: "bold yellow",
    AuditVerdict.UNVERIFIABLE: "dim",
    AuditVerdict.HOLDS: "green",
}
_WIDE = 120  # columns from which the quote and what is said of it stand side by side
_PLAIN_WIDTH = 100  # of what is written into files and pipes
_FIGURE = "bold underline"


@dataclass(frozen=True, slots=True)
class FileCount:
    """One line of the summary: a file and its audit, None when it could not be read."""

    file: str
    result: AuditResult | None


def console_for(stream: TextIO, width: int | None = None) -> Console:
    """A console of the terminal's width; files and pipes get a fixed one and no styles."""
    from rich.console import Console

    if width is None and not stream.isatty():
        width = _PLAIN_WIDTH
    return Console(file=stream, width=width, highlight=False, emoji=False, markup=False)


def show_result(
    console: Console,
    result: AuditResult,
    source: SourceText | None = None,
    show: Show = Show.CONTRADICTIONS,
    language: str = "vi",
    is_quiet: bool = False,
) -> None:
    """The findings of one file, then what holds for all of it, then the counts; quiet leaves the counts out."""
    from rich.text import Text

    told = words(language)
    found = numbered(selected(result, show))
    if is_quiet and not found:
        return
    console.print(Text(result.file, style="bold"))
    if found:
        console.print(_findings_table(found, source, told, console))
    else:
        console.print(Text(told.nothing_found))
    for line in _notes(result, told):
        console.print(line)
    if not is_quiet:
        console.print(Text(told.counted(result)))


def show_summary(console: Console, files: Sequence[FileCount], language: str = "vi") -> None:
    """One row per file: what was read and found, and how long it took."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    told = words(language)
    verdicts = (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY)
    table = Table(box=SIMPLE_HEAD, show_footer=len(files) > 1, pad_edge=False)
    read = [one.result for one in files if one.result is not None]
    table.add_column(Text(told.file), footer=Text(told.total), overflow="fold")
    table.add_column(
        Text(told.figures), justify="right", footer=Text(whole(sum(one.figures_read for one in read), language))
    )
    for verdict in verdicts:
        every = sum(len(one.of_verdict(verdict)) for one in read)
        heading = Text(f"{SIGNS[verdict]} {told.verdicts[verdict].capitalize()}")
        table.add_column(heading, justify="right", footer=Text(whole(every, language)))
    every_second = written_seconds(sum(one.seconds for one in read), language)
    table.add_column(Text(told.seconds), justify="right", footer=Text(every_second))
    for one in files:
        if one.result is None:
            table.add_row(Text(one.file), Text(told.unreadable, style="bold"), *[Text("–")] * 3)
            continue
        counts = [whole(len(one.result.of_verdict(verdict)), language) for verdict in verdicts]
        cells = (whole(one.result.figures_read, language), *counts, written_seconds(one.result.seconds, language))
        table.add_row(Text(one.file), *map(Text, cells))
    console.print(table)


def _findings_table(found: Sequence[Numbered], source: SourceText | None, told: Words, console: Console) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    is_wide = console.width >= _WIDE
    table = Table(box=SIMPLE_HEAD, show_lines=False, pad_edge=False, expand=True, padding=(0, 1, 1, 0))
    table.add_column(Text(told.verdict), width=18)
    table.add_column(Text(told.quote), ratio=1)
    if is_wide:
        table.add_column(Text(f"{told.computation}, {told.explanation.lower()}"), ratio=1)
    for one in found:
        quote, said = _quote(one, source, console.is_terminal), list(_said(one, told))
        columns = (quote, Group(*said)) if is_wide else (Group(quote, *said),)
        table.add_row(_verdict(one, told), *columns)
    return table


def _verdict(one: Numbered, told: Words) -> Text:
    """Its number, sign and word, what was checked, and where."""
    from rich.text import Text

    verdict = one.finding.verdict
    text = Text(f"{one.number}. {SIGNS[verdict]} {told.verdicts[verdict]}", style=_STYLES[verdict])
    text.append(f"\n{told.place(one.finding)}\n{told.kinds[one.finding.kind]}", style="not bold default")
    return text


def _quote(one: Numbered, source: SourceText | None, is_terminal: bool) -> Text:
    """The quote with its figures underlined, or in angle quotes where nothing can be underlined."""
    from rich.text import Text

    text = Text("“")
    for part in quote_parts(one.finding, source):
        if part.is_figure:
            text.append(part.text if is_terminal else f"«{part.text}»", style=_FIGURE)
        else:
            text.append(part.text)
    text.append("”")
    return text


def _said(one: Numbered, told: Words) -> Iterator[Text]:
    from rich.text import Text

    finding = one.finding
    if finding.computation:
        yield Text(f"→ {finding.computation}", style="bold")
    yield Text(told.explained(finding))
    if finding.readings:
        yield Text(f"{told.readings}: {'; '.join(finding.readings).rstrip('.')}.")
    if one.others:
        numbers = ", ".join(map(str, one.others))
        yield Text(told.same_cause.format(others=numbers) + ".", style="italic")


def _notes(result: AuditResult, told: Words) -> Iterator[Text]:
    from rich.text import Text

    if result.notes:
        yield Text(f"{told.notes}:", style="bold")
    for note in result.notes:
        message = note.message_en if told.language == "en" else note.message_vi
        where = f" ({told.lines} {', '.join(map(str, note.lines))})" if note.lines else ""
        yield Text(f"- {message}{where}")
