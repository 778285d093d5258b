from pathlib import Path

import nbformat
import pytest


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    """An empty project with one place and period, entered by `cd`."""
    folder = tmp_path / "data" / "periods" / "alpha-city" / "2017"
    folder.mkdir(parents=True)
    (folder / "report.yml").write_text("leading_standard: s1\nvintage: official\n", encoding="utf-8")
    (tmp_path / "data" / "reference").mkdir()
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def notebook(tmp_path):
    """Writes a small notebook: a title, a parameters cell, then the given code cells."""

    def write(name: str, *sources: str) -> Path:
        declared = 'place = ""  # nơi\nperiod = ""\nwork_dir = ""'
        parameters = nbformat.v4.new_code_cell(declared, metadata={"tags": ["parameters"]})
        cells = [nbformat.v4.new_markdown_cell("# t"), parameters, *map(nbformat.v4.new_code_cell, sources)]
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        content = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
        path = tmp_path / name
        nbformat.write(content, path)
        return path

    return write
