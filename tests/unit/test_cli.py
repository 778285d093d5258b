"""The command line: lazy, bilingual, and with the exit statuses that scripts rely on."""

import os
import subprocess
import sys

import pytest

from poverty_evaluation.cli.compare import COMPARE_FORMAT_HELP
from poverty_evaluation.cli.options import FORMAT_HELP
from poverty_evaluation.operations.compare_periods import EXPORTERS
from poverty_evaluation.operations.requests import FORMATS

HEAVY = ("pandas", "papermill", "numpy", "nbformat", "nbconvert", "matplotlib", "pyarrow", "yaml", "jupyter_client")


def command(*arguments, cwd=None):
    return subprocess.run(
        [sys.executable, "-m", "poverty_evaluation.cli", *arguments],
        capture_output=True, text=True, check=False, cwd=cwd,
    )  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["run", "--help"],
        ["batch", "--help"],
        ["compare", "--help"],
        ["diff", "--help"],
        ["audit", "--help"],
        ["list", "--help"],
        ["--version"],
    ],
)
def test_help_starts_without_the_heavy_libraries(arguments):
    script = (
        "import sys\nfrom poverty_evaluation.cli import app\n"
        f"app({arguments!r}, standalone_mode=False)\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stderr.strip() == "[]"


def test_importing_the_package_imports_nothing_heavy():
    script = f"import sys, poverty_evaluation\nprint([name for name in {HEAVY!r} if name in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--help"], ["Lập báo cáo đánh giá giảm nghèo", "Builds poverty-evaluation reports", "Mã kết thúc"]),
        (["run", "--help"], ["Ví dụ · Examples", "poverty-evaluation run bac-giang-city 2016-2018", "--strict"]),
        (
            ["compare", "--help"],
            [
                "So sánh các kỳ đã lập",
                "every finished period of a place",
                "poverty-evaluation compare bac-giang-province",
            ],
        ),
        (
            ["batch", "--help"],
            [
                "Lập báo cáo của nhiều địa phương, nhiều kỳ",
                "poverty-evaluation batch --under bac-giang-province --level commune",
                "summary   exit_status, total, built",
                "130  bị dừng",
            ],
        ),
        (
            ["diff", "--help"],
            [
                "So sánh số liệu hiện nay",
                "today's data would change",
                "poverty-evaluation diff bac-giang-city 2016-2018",
            ],
        ),
        (
            ["audit", "--help"],
            [
                "con số nào mâu thuẫn với nhau",
                "finds the figures that cannot all be true",
                "poverty-evaluation audit bao-cao.docx --format html",
                "3  mọi tệp đọc được, có mâu thuẫn",
            ],
        ),
        (["list", "--help"], ["Liệt kê", "Lists the places", "poverty-evaluation list --data data/sample"]),
    ],
)
def test_help_teaches_in_both_languages(arguments, words):
    ended = command(*arguments)
    assert ended.returncode == 0
    for text in words:
        assert text in ended.stdout


def test_help_names_every_format():
    assert FORMAT_HELP.startswith(",".join(FORMATS) + " ")
    assert COMPARE_FORMAT_HELP.startswith(",".join(EXPORTERS) + " ")


def test_vietnamese_is_written_whole_whatever_the_encoding_of_the_machine():
    ended = subprocess.run(
        [sys.executable, "-m", "poverty_evaluation.cli", "audit", "thiếu.txt"],
        capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "cp1252"},
    )  # fmt: skip
    assert ended.returncode == 2
    assert "Có 1 vấn đề cần sửa" in ended.stderr.decode("utf-8")


def test_version():
    assert command("--version").stdout == "poverty-evaluation 0.1.0\n"


def test_a_misspelt_command_points_to_the_examples():
    ended = command("run", "alpha-city")
    assert ended.returncode == 2
    assert "Missing argument" in ended.stderr
    assert "xem ví dụ bằng --help" in ended.stderr


def test_a_wrong_request_ends_with_2_and_no_traceback(project_folder):
    ended = command("run", "alfa-city", "2017", "--format", "odt", cwd=project_folder)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert "Có 2 vấn đề cần sửa" in ended.stderr
    assert "Did you mean: alpha-city?" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (project_folder / "outputs").exists()


def test_an_unknown_way_of_running_notebooks_ends_with_2(project_folder):
    ended = command("run", "alpha-city", "2017", "--engine", "hot", cwd=project_folder)
    assert ended.returncode == 2
    assert "--engine là một trong: warm, stock" in ended.stderr
    assert "--engine to be one of: warm, stock" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_comparing_with_a_report_that_was_never_published(project_folder):
    ended = command("diff", "alpha-city", "2017", "--vintage", "final", cwd=project_folder)
    assert ended.returncode == 2
    assert "preliminary, official or amended" in ended.stderr
    ended = command("diff", "alpha-city", "2017", cwd=project_folder)
    assert ended.returncode == 2
    assert "một báo cáo đã công bố để so sánh" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (project_folder / "outputs").exists()


def test_listing_places_and_periods(project_folder):
    ended = command("list", cwd=project_folder)
    assert (ended.returncode, ended.stdout) == (0, "alpha-city: 2016, 2017\n")


def test_listing_a_folder_that_is_no_data_root(project_folder):
    ended = command("list", "--data", "notebooks", cwd=project_folder)
    assert ended.returncode == 2
    assert "a data root" in ended.stderr


@pytest.fixture
def project_folder(tmp_path):
    for period in ("2016", "2017"):
        (tmp_path / "data" / "periods" / "alpha-city" / period).mkdir(parents=True)
    (tmp_path / "data" / "reference").mkdir()
    (tmp_path / "notebooks").mkdir()
    return tmp_path
