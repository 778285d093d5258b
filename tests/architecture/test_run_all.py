"""`make test` says what it could not run, and counts that as a failure where nobody is there to read it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "run_all.sh"
TOOLS = ("ruff", "mypy", "lint-imports", "pytest", "pdftotext", "chromium", "soffice")


@pytest.fixture
def machine(tmp_path):
    """A machine with stand-ins for all tools, on which we are no administrator."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("bash", "env", "dirname"):
        (tools / name).symlink_to(shutil.which(name))
    for name in TOOLS:
        stand_in(tools / name, "exit 0")
    stand_in(tools / "id", "echo 1000")
    (tmp_path / "tests").mkdir()
    shutil.copy(SCRIPT, tmp_path / "tests")
    return tmp_path


def stand_in(path, command):
    path.write_text(f"#!{shutil.which('bash')}\n{command}\n", encoding="utf-8")
    path.chmod(0o755)


def run(machine, **environment):
    return subprocess.run(
        ["bash", str(machine / "tests" / "run_all.sh")],
        capture_output=True, text=True, check=False, env={"PATH": str(machine / "bin"), **environment},
    )  # fmt: skip


def test_everything_passes(machine):
    ended = run(machine, CI="true")
    assert ended.returncode == 0, ended.stdout
    assert ended.stdout.splitlines()[-1].endswith("Every check that ran has passed")
    for announced in ("ruff format", "ruff check", "mypy", "import-linter", "pytest", "nbval"):
        assert f"({announced})" in ended.stdout


def test_a_missing_program_is_named_in_the_last_line(machine):
    (machine / "bin" / "chromium").unlink()
    ended = run(machine)
    assert ended.returncode == 0
    assert ended.stdout.splitlines()[-1] == (
        "CHƯA CHẠY · NOT RUN: tests of the HTML in a browser (needs chromium, package chromium)"
    )


def test_under_ci_what_was_not_run_fails(machine):
    (machine / "bin" / "chromium").unlink()
    ended = run(machine, CI="true")
    assert ended.returncode == 1
    assert "FAILED: not run: tests of the HTML in a browser" in ended.stdout


def test_a_failing_check_is_named_and_the_others_still_run(machine):
    stand_in(machine / "bin" / "mypy", "exit 1")
    ended = run(machine)
    assert ended.returncode == 1
    assert "FAILED: Kiểu dữ liệu · Types (mypy)" in ended.stdout
    assert "(nbval)" in ended.stdout


def test_the_entry_for_automatic_checks_calls_the_same():
    text = (SCRIPT.parents[1] / ".ci" / "run").read_text(encoding="utf-8")
    assert os.access(SCRIPT.parents[1] / ".ci" / "run", os.X_OK)
    assert "set -eu" in text
    assert "CI=true" in text
    assert "make test" in text
