"""Not every word that ends like a name names: "bộ đội 120" counts, "thôn 12" names."""

import pytest

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.figures.reading import read_figures


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Lực lượng gồm bộ đội 120, quân đội 15.", [120, 15]),
        ("Thị trường Nhật Bản 212, Đài Loan 187.", [212, 187]),
        ("Khu vực nông thôn 232, thành thị 96.", [232, 96]),
        ("Trình độ trung cấp 35, sơ cấp 48.", [35, 48]),
        ("Xã đạt chuẩn cơ bản 33.", [33]),
        ("Sinh hoạt tại thôn 12 và bản 7.", []),
        ("Công an đội 2, cấp 3.", []),
        ("Trong tuần 31, số lượt khám tăng; đến tuần 33 giảm dần.", []),
        ("Trong tuần 31 hộ đã đăng ký.", [31]),
    ],
)
def test_only_names_hide_their_numbers(text, values):
    assert [figure.value for figure in read_figures(plain_source(text)).figures] == values


@pytest.mark.parametrize(
    "text",
    ["Đội\tSố người\nĐội\t12\nXóm\t8\n", "| Nhóm | Số hộ |\n|---|---|\n| Phường Mẫu | 12 |\n| Tổ | 8 |\n"],
)
def test_the_word_of_one_cell_does_not_name_the_number_of_the_next(text):
    assert [figure.value for figure in read_figures(plain_source(text)).figures] == [12, 8]
