"""Tệp sai: each of our own files, broken, is refused by the real command with file, line and the nearest name, in both
languages and without a traceback."""

from __future__ import annotations

from typing import Any

import pytest

REPORT = {
    "leading_standard: qd-59-2015": "leading_standard: qd-59-2014",
    "kind: annual": "kind: anual\nlegal_base: []",
    "data_from: '2017-01-01'": "data_from: 2017-02-31",
    "place: bac-giang-city": "place: bac-giang-cty",
    "profile: people_committee": "profile: office",
}
EXPLANATIONS = """\
- finding: d9db4c2e0d0a
  stated: "952 hộ"
  computed: 182
  explaination_vi: Đã đối chiếu.
  recorded: 2018-08-03
  by: Phòng
"""
INDICATORS = """
- id: city_own_rate
  kind: ration
  of: [poor_households, total_household]
  unit: ratio
  labels: {vi: Tỷ lệ, en: Rate}
- {id: first, kind: sum, of: [second], label: {vi: Một, en: One}}
- {id: second, kind: sum, of: [first], label: {vi: Hai, en: Two}}
"""
UNCOMPUTABLE = """
- id: odd_change
  kind: difference
  of: [poor_households]
  between: reviews
  comparable_within: standart
  unit: houshold
  label: {vi: Mức tăng, en: Change}
"""
OUTLINE = """\
id: annual
title: {vi: BÁO CÁO, en: REPORT}
chapters:
  - heading: {vi: "KẾT QUẢ", en: "RESULTS"}
    blocks:
      - {kind: tabel, name: poverty}
      - {kind: table, name: povert}
      - kind: table
        name: reviews
        options:
          titel_vi: Kết quả
          columns: [poor_household]
"""


def refused(office: Any, *told: str) -> str:
    """The message of a refused run: every one of these words in it, nothing published, nobody shown a traceback."""
    ended = office.run()
    assert ended.returncode == 2, ended.stderr
    assert ended.stdout == ""
    assert "Traceback" not in ended.stderr
    assert not office.published.exists()
    for words in told:
        assert words in ended.stderr, f"“{words}” is not said in:\n{ended.stderr}"
    return str(ended.stderr)


@pytest.fixture
def office(new_office: Any, tmp_path: Any) -> Any:
    office = new_office(tmp_path)
    office.set_up()
    return office


def change(office: Any, name: str, old: str, new: str) -> None:
    path = office.period / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_wrong_report_yml_and_explanations_yml_are_told_together(office: Any) -> None:
    for old, new in REPORT.items():
        change(office, "report.yml", old, new)
    office.send("explanations.yml", EXPLANATIONS)
    text = (office.period / "report.yml").read_text(encoding="utf-8").splitlines()
    row = {key: next(n for n, line in enumerate(text, 1) if line.strip().startswith(key)) for key in (
        "place:", "kind:", "legal_base:", "data_from:", "leading_standard:")}  # fmt: skip
    told = refused(
        office,
        f"report.yml, dòng {row['leading_standard:']}, cột leading_standard: cần một giá trị đã biết",
        "Có phải: qd-59-2015",
        f"report.yml, row {row['kind:']}, column kind: expected a known value of “kind”; found “anual”",
        "Did you mean: annual",
        f"report.yml, row {row['legal_base:']}, column legal_base: expected known keys only",
        "Có phải: legal_bases",
        f"report.yml, dòng {row['data_from:']}, cột data_from: cần một ngày dạng 2018-07-31; thấy “2017-02-31”",
        f"report.yml, row {row['place:']}, column place: expected a known value of “place”; found “bac-giang-cty”",
        "Did you mean: bac-giang-city",
        "explanations.yml, dòng 4, cột 0.explaination_vi: cần chỉ các khóa đã biết",
        "Did you mean: explanation_vi",
        "explanations.yml, row 3, column 0.computed: expected a text (a number goes into double quotes)",
    )
    assert "issuer.superior_vi" not in told, "said once the file can be read"


def test_wrong_indicators_are_told_with_their_lines(office: Any) -> None:
    path = office.data / "reference" / "indicators.yml"
    before = path.read_text(encoding="utf-8").rstrip("\n") + "\n"
    path.write_text(before + INDICATORS, encoding="utf-8")
    start = before.count("\n") + 2
    refused(
        office,
        f"reference/indicators.yml, dòng {start + 1}, cột indicators[city_own_rate].kind: cần một trong: input, sum",
        "Có phải: ratio",
        f"reference/indicators.yml, row {start + 2}, column indicators[city_own_rate].of: expected a code of",
        "Did you mean: total_households",
        f"reference/indicators.yml, row {start + 4}, column indicators[city_own_rate].labels: expected one of: ",
        "the unknown key “labels”. Did you mean: label",
        f"reference/indicators.yml, row {start + 5}, column indicators[first].of",
        "vòng lặp first → second → first",
    )


def test_an_indicator_that_cannot_be_computed_is_told_with_its_line(office: Any) -> None:
    path = office.data / "reference" / "indicators.yml"
    before = path.read_text(encoding="utf-8").rstrip("\n") + "\n"
    path.write_text(before + UNCOMPUTABLE, encoding="utf-8")
    start = before.count("\n") + 2
    refused(
        office,
        f"reference/indicators.yml, dòng {start + 4}, cột indicators[odd_change].comparable_within: cần phạm vi",
        "Có phải: standard",
        f"reference/indicators.yml, row {start + 5}, column indicators[odd_change].unit: expected a known unit",
        "Did you mean: household",
    )


def test_a_wrong_outline_is_told_with_its_lines(office: Any) -> None:
    (office.data / "reference" / "outlines" / "annual.yml").write_text(OUTLINE, encoding="utf-8")
    refused(
        office,
        "reference/outlines/annual.yml, dòng 6, cột chapters[1].blocks[1].kind: cần một tên đã biết; thấy “tabel”",
        "Có phải: table",
        "reference/outlines/annual.yml, row 7, column chapters[1].blocks[2].name: expected a known name",
        "Did you mean: poverty",
        "reference/outlines/annual.yml, row 11, column chapters[1].blocks[3].options.titel_vi",
        "Did you mean: title_vi",
        "reference/outlines/annual.yml, row 12, column chapters[1].blocks[3].options.columns",
        "Có phải: poor_households",
    )
