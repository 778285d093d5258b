"""Thể thức văn bản: what the decree prescribes, measured on the pages of the made PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest

from poverty_evaluation.evaluation import blocks as b
from poverty_evaluation.presentation.exporters import EvaluationPDFExporter

POINT_MM = 25.4 / 72
SINGLE_SPACING = 1.15  # heights of the letters from line to line in this font


@dataclass(frozen=True)
class Prescribed:
    """What the decree says of one element: sizes in points, the style, and where it stands."""

    least: float
    most: float
    style: str
    is_upper: bool | None = None


#: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục I và II. Page and margins in millimetres.
PAGE = (210.0, 297.0)
MARGINS = {"top": (20.0, 25.0), "bottom": (20.0, 25.0), "left": (30.0, 35.0), "right": (15.0, 20.0)}
FIRST_LINE_INDENT = (10.0, 12.7)
BETWEEN_PARAGRAPHS = 6.0  # points, at least
LINE_SPACING = (1.0, 1.5)  # lines
SHORT_RULE = (1 / 3, 1 / 2)  # of the line above it
ELEMENTS = {
    "Quốc hiệu": Prescribed(12, 13, "Bold", is_upper=True),
    "Tiêu ngữ": Prescribed(13, 14, "Bold", is_upper=False),
    "Tên cơ quan ban hành": Prescribed(12, 13, "Bold", is_upper=True),
    "Tên cơ quan chủ quản": Prescribed(12, 13, "regular", is_upper=True),
    "Số, ký hiệu": Prescribed(13, 13, "regular"),
    "Địa danh và thời gian": Prescribed(13, 14, "Italic", is_upper=False),
    "Tên loại văn bản": Prescribed(13, 14, "Bold", is_upper=True),
    "Trích yếu nội dung": Prescribed(13, 14, "Bold", is_upper=False),
    "Kính gửi": Prescribed(13, 14, "regular"),
    "Căn cứ ban hành": Prescribed(13, 14, "Italic"),
    "Nội dung": Prescribed(13, 14, "regular"),
    "Mục": Prescribed(13, 14, "Bold", is_upper=True),
    "Khoản có tiêu đề": Prescribed(13, 14, "Bold", is_upper=False),
    "Điểm": Prescribed(13, 14, "regular", is_upper=False),
    "Số trang": Prescribed(13, 14, "regular"),
    "Quyền hạn, chức vụ": Prescribed(13, 14, "Bold", is_upper=True),
    "Họ tên người ký": Prescribed(13, 14, "Bold", is_upper=False),
    "Nơi nhận": Prescribed(12, 12, "BoldItalic", is_upper=False),
    "Danh sách nơi nhận": Prescribed(11, 11, "regular"),
    "Số phụ lục": Prescribed(14, 14, "Bold", is_upper=False),
    "Tên phụ lục": Prescribed(13, 14, "Bold", is_upper=True),
    "Kèm theo": Prescribed(13, 14, "Italic", is_upper=False),
}
MIDDLE = MARGINS["left"][0] + (PAGE[0] - MARGINS["left"][0] - MARGINS["right"][0]) / 2

#: What the made report has for each element.
SYNTHETIC = {
    "Quốc hiệu": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Tiêu ngữ": "Độc lập - Tự do - Hạnh phúc",
    "Tên cơ quan ban hành": "THÀNH PHỐ BẮC GIANG",
    "Số, ký hiệu": "/BC-UBND",
    "Địa danh và thời gian": "Bắc Giang, ngày",
    "Tên loại văn bản": "BÁO CÁO",
    "Trích yếu nội dung": "Kết quả thực hiện công tác giảm nghèo",
    "Kính gửi": "Kính gửi:",
    "Căn cứ ban hành": "Căn cứ Quyết định số 1722/QĐ-TTg",
    "Nội dung": "Toàn thành phố có",
    "Mục": "I. CÔNG TÁC CHỈ ĐẠO",
    "Khoản có tiêu đề": "1. Lãnh đạo, chỉ đạo",
    "Điểm": "a) Tuyên truyền",
    "Quyền hạn, chức vụ": "KT. CHỦ TỊCH",
    "Họ tên người ký": "Nguyễn Văn A",
    "Nơi nhận": "Nơi nhận:",
    "Danh sách nơi nhận": "- Như trên;",
    "Số phụ lục": "Phụ lục I",
    "Tên phụ lục": "BIỂU CHI TIẾT",
    "Kèm theo": "(Kèm theo Báo cáo",
}
CITY = SYNTHETIC | {
    "Trích yếu nội dung": "Đánh giá giữa kỳ thực hiện",
    "Căn cứ ban hành": "Căn cứ Quyết định số 1258/QĐ-TTg",
    "Nội dung": "Trong kỳ báo cáo, Thành ủy",
    "Mục": "I. CÔNG TÁC LÃNH ĐẠO",
    "Khoản có tiêu đề": "1. Công tác lãnh đạo",
    "Điểm": "a) Ủy ban Mặt trận",
    "Danh sách nơi nhận": "- Như trên (để b/c);",
    "Tên phụ lục": "BIỂU SỐ LIỆU CHI TIẾT",
}
del CITY["Họ tên người ký"]


def pages_of(blocks: Any, builders: Any, pdf_reading: Any, **changes: Any) -> Any:
    content = EvaluationPDFExporter(**changes).from_notebook_node(builders.notebook_of(blocks))[0]
    return pdf_reading.read_pages(content)


@pytest.fixture(scope="module")
def synthetic(builders: Any, pdf_reading: Any) -> Any:
    return pages_of(builders.report(), builders, pdf_reading)


@pytest.fixture(scope="module")
def city(period_pdf: Any, pdf_reading: Any) -> Any:
    return pdf_reading.read_pages(period_pdf("bac-giang-city", "2016-2018"))


@pytest.fixture(params=["synthetic", "city"])
def made(request: pytest.FixtureRequest) -> tuple[Any, dict[str, str]]:
    return request.getfixturevalue(request.param), {"synthetic": SYNTHETIC, "city": CITY}[request.param]


def parts_of(pages: Any) -> list[list[Any]]:
    """The pages of the report proper and of each appendix."""
    parts: list[list[Any]] = [[]]
    for page in pages:
        if any(line.text.startswith("Phụ lục ") and line.style == "Bold" and line.size == 14 for line in page.lines):
            parts.append([])
        parts[-1].append(page)
    return parts


def element(pages: Any, text: str) -> Any:
    """The line that is this text, else the first that begins with it, else the first that has it."""
    lines = [line for page in pages for line in page.lines]
    for holds in (str.__eq__, str.startswith, str.__contains__):
        found = [line for line in lines if holds(line.text.strip(), text)]
        if found:
            return found[0]
    raise AssertionError(f"{text!r} is on no page")


def test_every_element_has_the_size_and_style_of_the_decree(made: Any):
    pages, texts = made
    for name, text in texts.items():
        found = element(pages, text)
        prescribed = ELEMENTS[name]
        assert prescribed.least <= found.size <= prescribed.most, (name, found)
        assert found.style == prescribed.style, (name, found)
        if prescribed.is_upper is not None:
            letters = found.text if prescribed.is_upper else text
            assert letters.isupper() == prescribed.is_upper, (name, found)


def test_pages_are_a4_and_nothing_stands_in_the_margins(made: Any):
    pages, _ = made
    for page in pages:
        assert sorted((page.width, page.height)) == pytest.approx(sorted(PAGE), abs=0.1)
        least = {side: low for side, (low, _) in MARGINS.items()}
        if page.width > page.height:
            least = dict.fromkeys(least, 20.0)  # an appendix turned: no margin is prescribed for binding
        body = [line for line in page.lines if line.baseline > 15.5]
        assert min(line.left for line in body) >= least["left"] - 0.2
        assert max(line.right for line in body) <= page.width - least["right"] + 0.4
        assert min(line.baseline - line.size * 0.66 * POINT_MM for line in body) >= least["top"] - 0.2
        assert max(line.baseline for line in body) <= page.height - least["bottom"] + 1.2  # below it hang letters only


def test_full_lines_reach_from_margin_to_margin(city: Any):
    """Justified: the lines inside a paragraph begin at the left margin and end at the right one."""
    body = [line for page in parts_of(city)[0] for line in page.lines if line.size == 14 and line.style == "regular"]
    full = [line for line in body if line.left < 30.2 and line.right > 190]
    assert len(full) > 100
    assert sum(abs(line.right - 195) < 0.3 for line in full) / len(full) > 0.9


def test_the_head_stands_as_prescribed(made: Any):
    pages, texts = made
    first = pages[0]
    country, motto = first.find(texts["Quốc hiệu"]), first.find(texts["Tiêu ngữ"])
    agency, symbol = first.find(texts["Tên cơ quan ban hành"]), first.find(texts["Số, ký hiệu"])
    date = first.find(texts["Địa danh và thời gian"])
    assert agency.right < country.left and country.centre > MIDDLE
    assert motto.centre == pytest.approx(country.centre, abs=0.5) and motto.baseline > country.baseline
    rule = first.rule_under(motto)
    assert rule.length == pytest.approx(motto.right - motto.left, abs=1)
    assert rule.left == pytest.approx(motto.left, abs=1)
    under_agency = first.rule_under(agency)
    assert SHORT_RULE[0] <= under_agency.length / (agency.right - agency.left) <= SHORT_RULE[1]
    assert (under_agency.left + under_agency.right) / 2 == pytest.approx(agency.centre, abs=0.5)
    assert symbol.baseline == pytest.approx(date.baseline, abs=0.1)
    assert symbol.centre == pytest.approx(agency.centre, abs=0.5)
    assert date.centre == pytest.approx(motto.centre, abs=0.5)


def test_the_title_is_centred_with_its_rule(made: Any):
    pages, texts = made
    first = pages[0]
    title, subject = first.find(texts["Tên loại văn bản"]), first.find(texts["Trích yếu nội dung"])
    addressed = first.find(texts["Kính gửi"])
    lines = [line for line in first.lines if subject.baseline <= line.baseline < addressed.baseline - 4]
    for line in (title, *lines):
        assert line.centre == pytest.approx(MIDDLE, abs=0.6)
    rule = first.rule_under(lines[-1])
    longest = max(line.right - line.left for line in lines)
    assert SHORT_RULE[0] <= rule.length / longest <= SHORT_RULE[1]
    assert (rule.left + rule.right) / 2 == pytest.approx(MIDDLE, abs=0.5)


def test_legal_bases_end_with_semicolons_and_the_last_with_a_full_stop(city: Any):
    text = " ".join(line.text.strip() for line in city[0].lines if line.style == "Italic" and line.size == 14)
    bases = text.replace("Thực hiện", "\nThực hiện").split("\n")
    assert len(bases) == 2
    assert [base.strip()[-1] for base in bases] == [";", "."]


def test_paragraphs_are_indented_and_set_apart(city: Any):
    """The decree: first line 1 or 1,27 cm, at least 6 pt between paragraphs, lines single to one and a half."""
    indents, between, inside = [], [], []
    for page in parts_of(city)[0]:
        body = [line for line in page.lines if line.size == 14 and line.baseline > 80]
        for above, line in pairwise(body):
            pitch = (line.baseline - above.baseline) / POINT_MM
            if abs(line.left - 30) < 0.2 and pitch < 30:
                inside.append(pitch)
            elif 35 < line.left < 45 and above.left < 45 and pitch < 30:
                between.append(pitch)
                indents.append(line.left - 30)
    assert len(inside) > 100 and len(between) > 50
    assert FIRST_LINE_INDENT[0] <= min(indents) and max(indents) <= FIRST_LINE_INDENT[1] + 0.05
    single = 14 * SINGLE_SPACING
    assert single * LINE_SPACING[0] <= min(inside) and max(inside) <= single * LINE_SPACING[1]
    assert min(between) - max(inside) >= BETWEEN_PARAGRAPHS - 0.05


def test_page_numbers_are_centred_in_the_top_margin_from_the_second_page_of_each_part(made: Any):
    pages, _ = made
    for part in parts_of(pages):
        for number, page in enumerate(part, 1):
            above = [line for line in page.lines if line.baseline < 20 and line.text.strip().isdigit()]
            if number == 1:
                assert above == []
                continue
            (shown,) = above
            assert shown.text.strip() == str(number)
            middle = MIDDLE if page.width < page.height else page.width / 2
            assert shown.centre == pytest.approx(middle, abs=0.5)
            assert ELEMENTS["Số trang"].least <= shown.size <= ELEMENTS["Số trang"].most
            assert shown.style == ELEMENTS["Số trang"].style


def test_the_signature_stands_in_the_right_half_beside_the_recipients(made: Any):
    pages, texts = made
    page = next(page for page in pages if any(texts["Nơi nhận"] in line.text for line in page.lines))
    label, authority = page.find(texts["Nơi nhận"]), page.find("TM. ỦY BAN NHÂN DÂN")
    assert label.left == pytest.approx(30, abs=0.2)
    assert label.baseline == pytest.approx(authority.baseline, abs=1.5)
    for text in ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"):
        line = page.find(text)
        assert line.left > MIDDLE - 5 and line.centre == pytest.approx(authority.centre, abs=0.5)


def test_recipients_end_with_the_archive_and_the_text_with_its_mark(city: Any):
    page = next(page for page in city if any("Nơi nhận:" in line.text for line in page.lines))
    recipients = [line.text for line in page.lines if line.size == 11 and line.left < 35 and line.baseline > 30]
    assert recipients[-1].strip() == "- Lưu: VT, LĐTBXH."
    above = [line for line in page.lines if line.baseline < page.find("Nơi nhận:").baseline - 4]
    assert above[-1].text.strip().endswith("./.")


def test_appendices_bear_roman_numbers_and_say_what_they_are_attached_to(city: Any):
    heads = [part[0] for part in parts_of(city)[1:]]
    assert len(heads) == 6
    for number, page in zip(("I", "II", "III", "IV", "V", "VI"), heads, strict=True):
        label = page.find(f"Phụ lục {number}")
        assert label.text.strip() == f"Phụ lục {number}"
        middle = MIDDLE if page.width < page.height else page.width / 2
        attached = page.find("(Kèm theo Báo cáo số")
        for line in (label, attached):
            assert line.centre == pytest.approx(middle, abs=0.6)
        assert attached.baseline > label.baseline
    announced = " ".join(line.text for page in parts_of(city)[0] for line in page.lines)
    assert all(f"Phụ lục {number} (" in announced for number in ("I", "II", "III", "IV", "V", "VI"))


def test_several_addressees_stand_on_lines_of_their_own(synthetic: Any):
    first = synthetic[0]
    assert first.find("- Ủy ban nhân dân tỉnh Bắc Giang").text.strip().endswith(";")
    assert first.find("- Sở Lao động").text.strip().endswith(".")
    assert first.find("- Sở Lao động").baseline > first.find("- Ủy ban nhân dân tỉnh").baseline


def test_an_office_has_its_superior_body_above_it(builders: Any, pdf_reading: Any):
    head = builders.letterhead(
        superior_body="Ủy ban nhân dân thành phố Bắc Giang", issuing_body="Phòng Lao động - Thương binh và Xã hội"
    )
    blocks = [builders.document(letterhead=head), b.Paragraph(builders.text("Nội dung."))]
    first = pages_of(blocks, builders, pdf_reading)[0]
    superior, body = first.find("THÀNH PHỐ BẮC GIANG"), first.find("THƯƠNG BINH VÀ XÃ HỘI")
    prescribed = ELEMENTS["Tên cơ quan chủ quản"]
    assert prescribed.least <= superior.size <= prescribed.most and superior.style == prescribed.style
    assert superior.baseline < body.baseline and superior.centre == pytest.approx(body.centre, abs=0.5)


def test_the_older_rules_put_the_number_at_the_lower_right_and_legal_bases_upright(builders: Any, pdf_reading: Any):
    """Thông tư 01/2011/TT-BNV: the two values that data/README.md and the report itself call not compared."""
    blocks = [builders.document(style_profile="tt-01-2011"), *builders.report()[1:]]
    first, second, *_ = pages_of(blocks, builders, pdf_reading)
    number = second.lines[-1]
    assert number.text.strip() == "2" and number.baseline > 277
    assert number.right == pytest.approx(195, abs=0.3) and 13 <= number.size <= 14
    assert not [line for line in second.lines if line.baseline < 20 and line.text.strip().isdigit()]
    assert first.find(SYNTHETIC["Căn cứ ban hành"]).style == "regular"


def test_a_missing_field_leaves_a_dotted_blank(builders: Any, pdf_reading: Any):
    head = builders.letterhead(issuing_body="", symbol="", locality="", addressees=("……………",), superior_body="")
    signature = b.Signature((), "……………", "……………", "Nơi nhận:", ("…………….",))
    blocks = [builders.document(letterhead=head), b.Paragraph(builders.text("Nội dung./."), "closing"), signature]
    (page,) = pages_of(blocks, builders, pdf_reading)
    assert re.search(r"Số:\s+/…{4,}", page.find("Số:").text)
    assert re.search(r"^…{4,}, ngày …", page.find(", ngày").text)
    assert re.search(r"Kính gửi: …{4,}\.", page.find("Kính gửi").text)
    agency = next(line for line in page.lines if line.style == "Bold" and set(line.text.strip()) == {"…"})
    assert agency.right < MIDDLE and agency.baseline < page.find("Số:").baseline
    blanks = [line for line in page.lines if set(line.text.strip()) == {"…"} and line.left > MIDDLE - 5]
    assert len(blanks) == 2 and blanks[1].baseline - blanks[0].baseline > 20  # the position, room to sign, the name
    assert page.find("- …").left == pytest.approx(30, abs=0.2)
