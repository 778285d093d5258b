"""The statistics office's tables: every oddity of theirs is read as what it is, everything else is refused in place."""

import hashlib
import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from poverty_evaluation.reference.statistics import load_statistics
from poverty_evaluation.vocabulary.choices import ValueStatus, Vintage
from poverty_evaluation.vocabulary.errors import InputError

DATA = Path(__file__).resolve().parents[3] / "data"
FOLDER = DATA / "statistics" / "gso_2019-08-06"
#: As received; whoever mends a file takes an oddity away that the reader has to live with.
RECEIVED = {
    "Average population by province.csv": "4ddb64f15fd3b07c8741f98765e16cc67d773fb41761c0ae4be7ddf59009b79f",
    "General poverty rate by region.csv": "1b25bff07aba942fccf0357410b37f2ff69edcede7dfe6c5df2dcf3a40a256a5",
    "General poverty rate by residence.csv": "2b98ba668083a6d4802cf3c4eafc5ea246f3c6f6119a470e263310bca46076c3",
    "Index of income inequality distribution (GINI index).csv": (
        "ca3e8df4eaf17445371b12ef57c36f5dfdbe5c07573ec637778e1bfd7317019b"
    ),
    "Monthly average income per capita at current prices by income quintile and by province.csv": (
        "ffe7b237844f36658c651d3b01c08ed2f29714043f0b319fd4492279e8c3a704"
    ),
    "Number of administrative units as of 31 December by province.csv": (
        "060a6b9d763d243c814bd4ccb88892f0028f5d2f3c03b4e19fcefdd9cd85acd1"
    ),
    "Poverty rate by province.csv": "b294522467af5e23637071096f414666e842c76b9c10a7735e8f6109a217ae43",
}
POVERTY = "Poverty rate by province.csv"


@pytest.fixture(scope="module")
def statistics():
    return load_statistics(DATA)


def told(statistics, measure, place, item="total"):
    return {one.year: one for one in statistics.series(measure, place, item)}


def test_the_files_are_as_received():
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FOLDER.iterdir()}
    assert found == RECEIVED


def test_rates_by_province_with_what_is_preliminary(statistics):
    series = told(statistics, "general_poverty_rate", "24")
    assert {year: one.value for year, one in series.items()} == {
        2006: Fraction(193, 1000), 2008: Fraction(175, 1000), 2010: Fraction(192, 1000), 2012: Fraction(141, 1000),
        2013: Fraction(121, 1000), 2014: Fraction(98, 1000), 2015: Fraction(79, 1000), 2016: Fraction(63, 1000),
    }  # fmt: skip
    assert [year for year, one in series.items() if one.vintage is Vintage.PRELIMINARY] == [2016]
    source = series[2016].source
    assert (source.file, source.row, source.column, source.text) == (
        "statistics/gso_2019-08-06/Poverty rate by province.csv", 27, "Pre. 2016", "6.3",
    )  # fmt: skip


def test_names_with_blanks_in_and_before_them_and_of_other_tables_are_one_place(statistics):
    country = told(statistics, "general_poverty_rate", "vn")
    assert (country[1998].source.text, country[2006].source.text) == ("37.4", "15.5")  # whole_country,  WHOLE COUNTRY
    assert country[1998].source.row == 3  # the heading is printed twice there
    assert country[2011].source.column == "X2011"
    assert told(statistics, "general_poverty_rate", "74")[2006].value == Fraction(5, 1000)  # Binh Duong, Binh  Duong
    assert 2016 in told(statistics, "average_population", "74")


def test_two_files_tell_the_same_and_each_figure_stands_once(statistics):
    assert statistics.contradictions == ()
    keys = [(one.measure, one.item, one.place.code, one.year) for one in statistics.figures]
    assert len(keys) == len(set(keys))
    region = told(statistics, "general_poverty_rate", "northern_midlands_and_mountains")
    assert region[2015].value == Fraction(16, 100)  # "16" in one file, "16.0" in the other


def test_two_points_are_no_value_and_a_dissolved_province_is_another_thing(statistics):
    gone = told(statistics, "average_population", "28")
    assert gone[2007].status is ValueStatus.GIVEN
    assert gone[2008].status is ValueStatus.MISSING
    assert {one.status for year, one in gone.items() if year > 2008} == {ValueStatus.NOT_APPLICABLE}
    assert all(one.value is None for year, one in gone.items() if year > 2007)
    missing = told(statistics, "general_poverty_rate", "79")[2016]
    assert (missing.value, missing.status, missing.vintage) == (None, ValueStatus.MISSING, Vintage.PRELIMINARY)
    assert told(statistics, "general_poverty_rate", "79")[2015].value == 0  # a printed zero is one


def test_printed_units_are_scaled_exactly_and_items_kept_apart(statistics):
    assert told(statistics, "average_population", "24")[2016].value == 1_657_600
    women = told(statistics, "average_population", "vn", "female")[2016].value
    men = told(statistics, "average_population", "vn", "male")[2016].value
    assert women + men == told(statistics, "average_population", "vn")[2016].value
    assert told(statistics, "monthly_income_per_person", "24")[2010].value == 1_103_000
    assert told(statistics, "income_inequality_index", "vn")[2016].value == Fraction(436, 1000)


def test_a_file_in_cp1252_is_read_by_its_name_there(statistics):
    assert told(statistics, "administrative_units", "52", "communes")[2009].value == 129  # “Bình Dinh”


def test_a_province_lies_in_its_region_and_the_country(statistics):
    assert [one.name.vi for one in statistics.above("24")] == [
        "tỉnh Bắc Giang", "Trung du và miền núi phía Bắc", "cả nước",
    ]  # fmt: skip
    assert statistics.above("999") == ()
    provinces = [one for one in statistics.places.values() if one.kind == "province"]
    assert len(provinces) == 64  # 63, and Hà Tây
    assert all(statistics.places[one.within].kind == "region" for one in provinces)


def test_no_statistics_are_no_fault(tmp_path):
    assert load_statistics(tmp_path).figures == ()


# --- refusals -------------------------------------------------------------------------------------------------------


@pytest.fixture
def root(tmp_path):
    shutil.copytree(DATA / "statistics", tmp_path / "statistics")
    return tmp_path


@pytest.fixture
def poverty_root(root):
    """With the tables of poverty rates alone."""
    files = root / "statistics" / "files.yml"
    files.write_text(files.read_text("utf-8").split("- id: gini")[0], encoding="utf-8")
    return root


def refused(root, file, old, new, encoding="utf-8"):
    path = root / "statistics" / file
    content = path.read_bytes()
    assert old.encode(encoding) in content
    path.write_bytes(content.replace(old.encode(encoding), new.encode(encoding), 1))
    with pytest.raises(InputError) as caught:
        load_statistics(root)
    return caught.value.problems


@pytest.mark.parametrize(
    ("old", "new", "row", "column", "words"),
    [
        ('"Bac Giang";19.3', '"Bac Gian";19.3', 27, "Cities, provincies", "Có phải: Bac Giang"),
        ('"Bac Giang";19.3', '"Bac Giang";19,3', 27, "2006", "“19,3”"),
        ('"Bac Giang";19.3', '"Bac Giang";19.300', 27, "2006", "“19.300”"),
        ('"Bac Giang";19.3', '"Bac Giang";193', 27, "2006", "từ 0 đến 100"),
        ('"Bac Giang";19.3', '"Bac Giang";', 27, "2006", "“”"),
        ('"Bac Giang";19.3', '"Bac Giang";…', 27, "2006", "“…”"),
        ('"Bac Giang";19.3', '"Bac Giang";1.1;19.3', 27, "", "9 ô"),
        ('"Phu Tho";18.8', '"Bac Giang";18.8', 28, "Cities, provincies", "đã có ở dòng 27"),
        ('"2006";"2008"', '"2006 (*)";"2008"', 3, "2006 (*)", "cần một năm"),
        ('"2006";"2008"', '"2006";"2006"', 3, "2006", "mỗi năm một cột"),
        ('"2006";"2008"', '"2006";"Est. 2008"', 3, "Est. 2008", "cần một năm"),
        ('"Cities, provincies";', '"Provinces";', 3, "Provinces", "cột đầu"),
        ("Poverty rate by province by", "Poverty by province by", 1, "", "tên bảng"),
    ],
)
def test_what_is_not_as_told_is_refused_in_its_place(poverty_root, old, new, row, column, words):
    (problem,) = refused(poverty_root, f"gso_2019-08-06/{POVERTY}", old, new)
    assert problem.file == f"statistics/gso_2019-08-06/{POVERTY}"
    assert (problem.row, problem.column) == (row, column)
    assert words in problem.message("vi")
    assert problem.message("en") != problem.message("vi")


def test_a_heading_printed_twice_is_the_same_twice(poverty_root):
    (problem,) = refused(poverty_root, "gso_2019-08-06/General poverty rate by region.csv", '"X1998"', '"X1999"')
    assert "in 2 lần" in problem.message("vi")


def test_an_unknown_item_beside_the_year(root):
    problems = refused(root, "gso_2019-08-06/Average population by province.csv", '"Male 1995"', '"Mals 1995"')
    assert [one.column for one in problems] == ["Mals 1995"]
    assert "Có phải: Male" in problems[0].message("vi")


def test_another_encoding_than_was_told(root):
    problems = refused(root, "files.yml", "encoding: cp1252", "encoding: utf-8")
    assert "chữ mã hóa utf-8" in problems[0].message("vi")
    assert "Number of administrative units" in problems[0].file


def test_an_unknown_measure_and_an_unknown_key(poverty_root):
    (problem,) = refused(poverty_root, "files.yml", "measure: general_poverty_rate", "measure: poverty_rate")
    assert (problem.file, problem.column) == ("statistics/files.yml", "files[poverty-by-province].measure")
    (problem,) = refused(poverty_root, "files.yml", "measure: poverty_rate", "measure: general_poverty_rate\n  a: 1")
    assert problem.column.endswith("a")
    assert "files.yml" in problem.file


def test_a_missing_file_is_named(poverty_root):
    (poverty_root / "statistics" / "gso_2019-08-06" / POVERTY).unlink()
    with pytest.raises(InputError, match="không có tệp"):
        load_statistics(poverty_root)


def test_a_spelling_means_one_place(poverty_root):
    (problem,) = refused(poverty_root, "places.csv", "Bac Ninh", "Bac Giang")
    assert "đã là của" in problem.message("vi")


def test_two_tables_that_differ_are_both_kept(poverty_root):
    path = poverty_root / "statistics" / "gso_2019-08-06" / "General poverty rate by region.csv"
    path.write_text(path.read_text("utf-8").replace('"5.8"', '"5.9"', 1), encoding="utf-8")
    ((first, second),) = load_statistics(poverty_root).contradictions
    assert (first.source.text, second.source.text, first.year) == ("5.8", "5.9", 2016)
