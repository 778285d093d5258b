from pathlib import Path

import pytest


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    """A project with two places, entered by `cd`."""
    for name in ("alpha-city/2016-2018", "alpha-city/2013-2015", "alpha-city/2017", "beta-ward/2018-H1"):
        folder = tmp_path / "data" / "periods" / name
        folder.mkdir(parents=True)
        (folder / "report.yml").write_text(f"period: {folder.name}\n", encoding="utf-8")
    (tmp_path / "data" / "periods" / "alpha-city" / "notes").mkdir()
    (tmp_path / "data" / "reference").mkdir()
    (tmp_path / "data" / "reference" / "places.csv").write_text("place_code\n001\n", encoding="utf-8")
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path
