"""Câu chữ của số đếm: what a document counts itself, as the provenance of the count names it."""

from poverty_evaluation.evaluation.patterns import Pattern

LISTED = Pattern(vi="Số chính sách, hoạt động trong danh mục", en="Measures of the list")
TOLD = Pattern(vi="Số chính sách, hoạt động có kết quả trong kỳ", en="Measures with results in the period")
OVERLAPPING = Pattern(
    vi="Số nội dung hỗ trợ một nhóm đối tượng cùng một hình thức", en="Measures that support one group in the same way"
)
NOT_REACHED = Pattern(
    vi="Số nội dung chưa nêu số liệu của nhóm đối tượng được quy định",
    en="Measures without figures on a group that they name",
)
WITHOUT_RESULTS = Pattern(
    vi="Số nội dung trong danh mục chưa có kết quả trong kỳ", en="Measures without any result in the period"
)
WITHOUT_BASIS = Pattern(
    vi="Số nội dung đã thực hiện nhưng chưa dẫn văn bản quy định",
    en="Measures carried out for which no document is named",
)
TOLD_BY_SEVERAL = Pattern(vi="Số kết quả do nhiều đơn vị cùng nêu", en="Results that several offices tell")
MONEY_WITHOUT_COUNTS = Pattern(
    vi="Số nội dung có kinh phí nhưng không nêu số đối tượng thụ hưởng",
    en="Measures with money but without beneficiaries",
)
COUNTS_WITHOUT_MONEY = Pattern(
    vi="Số nội dung có kết quả nhưng không nêu kinh phí", en="Measures with results but without money"
)
FINDINGS = Pattern(vi="Số trường hợp phát hiện qua rà soát số liệu", en="Findings of the review of the data")
#: Of a long list, those that a sentence does not name.
UNNAMED = Pattern(vi="phần chưa nêu tên trong câu", en="those that the sentence does not name")
#: Of the errors, those that no office has explained.
UNEXPLAINED = Pattern(vi="chưa có giải trình", en="not explained")
RECEIVED_ROWS = Pattern(vi="Số dòng đã nhận", en="Rows received")

UNITS = {
    "measure": Pattern(vi="nội dung", en="measures"),
    "result": Pattern(vi="kết quả", en="results"),
    "finding": Pattern(vi="trường hợp", en="findings"),
    "row": Pattern(vi="dòng", en="rows"),
}
