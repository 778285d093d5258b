"""Đơn vị tính: the units and scale words that follow a number, with what they measure and their base unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from poverty_evaluation.audit.figures.figure import Measure
from poverty_evaluation.audit.lexicon import words


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: what it measures, its base unit and how many of that it is."""

    measure: Measure
    base: str
    size: Fraction = Fraction(1)


def _units(measure: Measure, base: str, **sizes: Fraction | int) -> dict[str, Unit]:
    return {name.replace("_", " "): Unit(measure, base, Fraction(size)) for name, size in sizes.items()}


_G, _CM, _MM = Fraction(1, 1000), Fraction(1, 100), Fraction(1, 1000)
UNITS: dict[str, Unit] = {
    **_units(Measure.MONEY, "đồng", đồng=1, đ=1, vnđ=1, vnd=1),
    "đồng việt nam": Unit(Measure.MONEY, "đồng"),
    "%": Unit(Measure.PERCENT, "%", Fraction(1, 100)),
    "phần trăm": Unit(Measure.PERCENT, "%", Fraction(1, 100)),
    "‰": Unit(Measure.PERCENT, "%", Fraction(1, 1000)),
    "phần nghìn": Unit(Measure.PERCENT, "%", Fraction(1, 1000)),
    "điểm phần trăm": Unit(Measure.POINTS, "điểm phần trăm", Fraction(1, 100)),
    "điểm %": Unit(Measure.POINTS, "điểm phần trăm", Fraction(1, 100)),
    **_units(Measure.WEIGHT, "kg", kg=1, kí=1, kilôgam=1, gam=_G, gram=_G, g=_G, yến=10, tạ=100, tấn=1000),
    "ki-lô-gam": Unit(Measure.WEIGHT, "kg"),
    **_units(Measure.AREA, "m²", m2=1, ha=10**4, hecta=10**4, héc_ta=10**4, km2=10**6),
    "m²": Unit(Measure.AREA, "m²"),
    "mét vuông": Unit(Measure.AREA, "m²"),
    "km²": Unit(Measure.AREA, "m²", Fraction(10**6)),
    "héc-ta": Unit(Measure.AREA, "m²", Fraction(10**4)),
    **_units(Measure.LENGTH, "m", m=1, mét=1, km=1000, cm=_CM, mm=_MM, kilômét=1000, cây_số=1000),
    "ki-lô-mét": Unit(Measure.LENGTH, "m", Fraction(1000)),
    **_units(Measure.VOLUME, "m³", m3=1, lít=Fraction(1, 1000), ml=Fraction(1, 10**6)),
    "m³": Unit(Measure.VOLUME, "m³"),
    "mét khối": Unit(Measure.VOLUME, "m³"),
    **{name: Unit(Measure.DURATION, name) for name in ("năm", "tháng", "tuần", "ngày", "giờ", "phút", "giây", "quý")},
    "tiếng": Unit(Measure.DURATION, "giờ"),
    **{
        name: Unit(Measure.OTHER, name)
        for name in ("tuổi", "lần", "usd", "euro", "eur", "mw", "mwp", "độ", "sào", "mẫu")
    },
    **{name: Unit(Measure.OTHER, "°c") for name in ("°c", "độ c", "oc", "ºc")},
    **_units(Measure.OTHER, "kwh", kwh=1, mwh=1000),
    "teu": Unit(Measure.OTHER, "teu"),
}  # fmt: skip

#: Words that begin like a unit and are none: "tỷ lệ" is no thousand million, "ngày công" are counted, "năm học" a time.
_NO_SCALE = r"(?!(?:tỷ|tỉ)\s+(?:lệ|trọng|số|suất|giá)(?!\w))"
SCALE = re.compile(
    _NO_SCALE + r"(?P<scale>(?:nghìn|ngàn|trăm)\s+(?:tỷ|tỉ|triệu)|(?:trăm|chục)\s+(?:nghìn|ngàn)|triệu|nghìn|ngàn|tỷ|tỉ"
    r"|trăm|chục)(?!\w)|(?P<short>tr\.?\s?đ(?:ồng)?|tr)(?!\w)",
)
_SCALE_VALUES = {"chục": 10, "trăm": 100, "nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_NO_UNIT = (
    r"(?!(?:ngày\s+công|năm\s+học|tháng\s+lương|lần\s+lượt|độ\s+tuổi|tuần\s+lễ|đồng\s+(?:chí|bào|đội|nghiệp)"
    r"|giờ\s+dạy|độ\s+cao)(?!\w))"
)
_NAMES = "|".join(
    re.escape(name).replace(r"\ ", r"\s+") for name in sorted(UNITS, key=len, reverse=True) if name[0] not in "%‰"
)
UNIT = re.compile(rf"(?P<sign>[%‰])|{_NO_UNIT}(?P<unit>{_NAMES})(?![\w²³])(?!-\w)")

#: A number is per one of what follows: "/hộ", "/ người/ tháng", "trên một hộ", "một suất".
PER = re.compile(r"\s*/\s*(?:0?1\s+)?(?P<per>[^\W\d_]+(?:\s[^\W\d_]+)?)(?:\s*/\s*(?P<more>[^\W\d_]+))?")


def scale_of(words: str) -> Fraction:
    """What a scale word multiplies by: "nghìn tỷ" is 10¹²."""
    value = 1
    for word in words.split():
        value *= _SCALE_VALUES[word]
    return Fraction(value)


#: First words of what is counted: they tell a count from a name or a year.
COUNTED = words(
    """
    hộ người nhân khẩu lượt suất xã phường thôn bản ấp khu tổ lớp buổi cuộc vụ em học cháu trẻ con căn nhà ngôi
    chiếc cái cây bộ đợt nhóm mô dự công tin bài văn hồ đơn thẻ ca trường đảng cán hội đoàn lao doanh hợp cá cơ
    phòng giường bệnh xe phương tàu thuyền khách du chuyến huyện tỉnh thị thành quận đại thanh phụ nông cựu giáo
    sinh máy điểm tiêu gia đối cặp cuốn quyển sản phẩm món phần lá túi hộp bao thùng tấm cụm chi tuyến cầu cống
    trạm ô mẫu liều mũi ý kiến nạn nam nữ đồng nghìn ngàn triệu tỷ tỉ trận cơn quả sự nguồn khoản đề nhiệm hạng
    gói lô thửa
    """
)

#: First words of places and offices: "12 xã/phường", "155 chi hội/tổ" count both.
PLACES = words(
    "xã phường thị huyện quận tỉnh thành thôn bản ấp buôn làng xóm khu khóm tổ cụm điểm trường đơn cơ chi ban hội phố"
)

#: … and of persons: "45 cán bộ/công chức".
PERSONS = words("người cán công viên đảng đoàn hội học nam nữ chiến sĩ giáo nông phụ thanh trẻ em thành đại")

#: First syllables that name nothing alone: "mô hình", "thành viên", "dự án" are counted by both.
COMPOUND = words(
    """
    nhân mô dự hội đoàn lao ngày chương công học sinh giáo cán đảng địa văn hồ cơ doanh hợp bệnh du phương cựu
    thanh phụ nông đại gia tiêu thành sự thí đề điểm trường chi sản nhiệm ý tai thiết hạng hành vận nghệ chuyên
    kỹ nhà thương liệt đồng tình tin lượt đơn khu cụm đối giường hệ danh kênh gói cộng tổ chiến dân nạn bị
    nguyên cử huy chỉ phản khiếu tập cá cầu giải nội ngân cổ uỷ di
    """
)
#: Three syllables that are one word.
TRIPLES = frozenset(
    {"câu lạc bộ", "hợp tác xã", "tổ dân phố", "khu dân cư", "vận động viên", "nhà văn hoá", "trạm y tế"}
)
#: … but these stand alone unless one of the words behind them follows.
COMPOUND_ONLY_WITH: dict[str, frozenset[str]] = {
    "ngày": words("công"),
    "giải": words("pháp thưởng"),
    "nội": words("dung"),
    "ngân": words("hàng"),
    "cổ": words("đông phần phiếu"),
    "uỷ": words("viên ban"),
    "di": words("tích sản"),
    "tổ": words("chức hợp"),
    "tập": words("thể"),
    "cá": words("nhân"),
    "cầu": words("thủ"),
    "trường": words("hợp"),
    "chi": words("bộ hội nhánh đoàn"),
    "công": words("chức dân nhân trình ty đoàn"),
    "nhà": words("giáo máy trẻ văn vệ"),
    "tin": words("bài"),
    "lượt": words(""),
    "điểm": words("bán cầu du giao nghẽn sạt trường đen"),
    "đơn": words("thư vị"),
    "khu": words("công vực"),
    "cụm": words("công"),
    "học": words("sinh viên"),
    "gói": words("thầu"),
    "đề": words("tài án"),
    "hồ": words("chứa sơ"),
    "đối": words("tượng"),
    "dân": words("quân tộc"),
    "bị": words("can cáo hại đơn"),
    "thương": words("binh nhân"),
    "đồng": words("bào chí"),
    "hệ": words("thống"),
    "giường": words("bệnh"),
    "tình": words("nguyện"),
    "chiến": words("dịch sĩ"),
    "nạn": words("nhân"),
}


def head_of(noun: tuple[str, ...]) -> tuple[str, ...]:
    """The one to three words that name what is counted."""
    if " ".join(noun[:3]) in TRIPLES:
        return noun[:3]
    if len(noun) < 2 or noun[0] not in COMPOUND:
        return noun[:1]
    only = COMPOUND_ONLY_WITH.get(noun[0])
    return noun[:2] if only is None or noun[1] in only else noun[:1]
