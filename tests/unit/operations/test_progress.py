"""People see which step is under way and how long each took."""

import io

from poverty_evaluation.operations.progress import PlainLines, Step, TerminalBar, Timing, progress_for

STEP = Step("01_ingest", "Đọc số liệu", "Reading")


def test_plain_lines_where_there_is_no_terminal():
    stream = io.StringIO()
    progress = progress_for(stream, quiet=False)
    assert isinstance(progress, PlainLines)
    with progress.step(STEP) as count:
        count(1, 2)
    first, second = stream.getvalue().splitlines()
    assert first == "Đọc số liệu · Reading …"
    assert second.endswith(" s")
    assert list(progress.seconds) == ["01_ingest"]


def test_nothing_when_quiet(capsys):
    progress = progress_for(io.StringIO(), quiet=True)
    assert type(progress) is Timing
    with progress.step(STEP) as count:
        count(1, 2)
    assert capsys.readouterr() == ("", "")
    assert "01_ingest" in progress.seconds


def test_a_bar_in_a_terminal(capsys):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    progress = progress_for(Terminal(), quiet=False)
    assert isinstance(progress, TerminalBar)
    with progress.step(STEP) as count:
        count(1, 2)
    assert "✓ Đọc số liệu · Reading (" in capsys.readouterr().err
