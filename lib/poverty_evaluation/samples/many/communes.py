"""Xã, phường giả định: the communes by their number, and the districts and the province above them.

No unit of these names exists. The codes lie beyond those of the statistics office, which end at 96 for provinces, at
973 for districts and far below 70001 for communes; the other sample has 99, 998, 999 and 99001 to 99107.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from poverty_evaluation.samples.planting import Row
from poverty_evaluation.samples.reference_files import place_row
from poverty_evaluation.vocabulary.quantities import write_number

PROVINCE_CODE = "98"
PROVINCE_VI, PROVINCE_EN = "tỉnh Rừng Mẫu", "Rừng Mẫu Province"
_FIRST_CODE = 70001
_FIRST_DISTRICT = 974
_DISTRICTS = (
    "Bãi Mẫu", "Đầm Mẫu", "Đèo Mẫu", "Đỉnh Mẫu", "Ghềnh Mẫu", "Hang Mẫu", "Hố Mẫu", "Kênh Mẫu", "Lạch Mẫu", "Mỏm Mẫu",
    "Nguồn Mẫu", "Nương Mẫu", "Phá Mẫu", "Rẫy Mẫu", "Rạch Mẫu", "Thác Mẫu", "Thung Mẫu", "Truông Mẫu", "Vịnh Mẫu",
    "Vực Mẫu",
)  # fmt: skip
_FIRST_WORDS = (
    "An", "Bắc", "Cao", "Châu", "Diên", "Duy", "Đại", "Đông", "Gia", "Hải", "Hoàng", "Hồng", "Hưng", "Khánh", "Kim",
    "Lạc", "Liên", "Long", "Mai", "Minh", "Mỹ", "Nam", "Ngọc", "Nghĩa", "Nhân", "Ninh", "Phong", "Phú", "Phúc",
    "Phương", "Quang", "Quế", "Quỳnh", "Sơn", "Tân", "Tây", "Thanh", "Thành", "Thái", "Thịnh", "Thọ", "Thuận",
    "Thượng", "Tiên", "Trung", "Trường", "Văn", "Vân", "Việt", "Xuân",
)  # fmt: skip
_SECOND_WORDS = (
    "Bình", "Cẩm", "Cát", "Chính", "Cường", "Dương", "Định", "Đồng", "Đức", "Giang", "Hà", "Hiệp", "Hòa", "Hợp",
    "Hương", "Khê", "Lâm", "Lãng", "Lập", "Lộc", "Lợi", "Lương", "Lưu", "Mạn", "Nguyên", "Nhuận", "Phát", "Sa", "Tâm",
    "Thắng", "Thiện", "Thụy", "Tiến", "Tín", "Trạch", "Trị", "Triều", "Trúc", "Tú", "Tường", "Uyên", "Vinh", "Vĩnh",
    "Vũ", "Xá", "Yên", "Ái", "Ân", "Hậu", "Kiều",
)  # fmt: skip
#: Where the names of two words are used up, the communes lie on all sides of those that have them.
_SIDES = ("Mẫu", "Mẫu Đông", "Mẫu Tây", "Mẫu Nam")
MOST_PLACES = len(_FIRST_WORDS) * len(_SECOND_WORDS) * len(_SIDES)
_URBAN_EVERY = 5
#: The reached people of the first commune, and how far the next commune's are from them; the years lie between.
_FIRST_REACHED, _STEP, _FIRST_YEAR = 10_001, 3, 2021


@dataclass(frozen=True, slots=True)
class District:
    """Huyện."""

    code: str
    name: str

    @property
    def full_vi(self) -> str:
        return f"huyện {self.name}"

    @property
    def full_en(self) -> str:
        return f"{self.name} District"


@dataclass(frozen=True, slots=True)
class Commune:
    """Xã hoặc phường thứ `number`, from 0."""

    number: int

    @property
    def code(self) -> str:
        return str(_FIRST_CODE + self.number)

    @property
    def slug(self) -> str:
        return f"xa-mau-{self.code}"

    @property
    def is_urban(self) -> bool:
        return self.number % _URBAN_EVERY == _URBAN_EVERY - 1

    @property
    def level(self) -> str:
        return "ward" if self.is_urban else "commune"

    @property
    def type_vi(self) -> str:
        return "phường" if self.is_urban else "xã"

    @property
    def name(self) -> str:
        rest, second = divmod(self.number, len(_SECOND_WORDS))
        side, first = divmod(rest, len(_FIRST_WORDS))
        return f"{_FIRST_WORDS[(first + second) % len(_FIRST_WORDS)]} {_SECOND_WORDS[second]} {_SIDES[side]}"

    @property
    def full_vi(self) -> str:
        return f"{self.type_vi} {self.name}"

    @property
    def full_en(self) -> str:
        return f"{self.name} {self.level.capitalize()}"

    @property
    def district(self) -> District:
        position = self.number % len(_DISTRICTS)
        return District(str(_FIRST_DISTRICT + position), _DISTRICTS[position])

    def reached(self, year: int) -> int:
        """How many people got a leaflet in a year: a number that no other commune and no other year has."""
        return _FIRST_REACHED + _STEP * self.number + year - _FIRST_YEAR

    def reached_text(self, year: int) -> str:
        return write_number(self.reached(year), 0)

    def random(self, seed: int, what: str) -> Random:
        """A generator of this commune's own."""
        return Random(f"{seed}/{self.code}/{what}")


def communes(count: int) -> list[Commune]:
    return [Commune(number) for number in range(count)]


def place_rows(count: int) -> Iterator[Row]:
    """The province, the districts that have a commune, the communes."""
    yield place_row(PROVINCE_CODE, "Rừng Mẫu", PROVINCE_EN, "tỉnh", "province", "")
    districts = {commune.district.code: commune.district for commune in communes(min(count, len(_DISTRICTS)))}
    for district in districts.values():
        yield place_row(district.code, district.name, district.full_en, "huyện", "district", PROVINCE_CODE)
    for one in communes(count):
        row = place_row(one.code, one.name, one.full_en, one.type_vi, one.level, one.district.code)
        yield {**row, "slug": one.slug}
