"""Câu chữ của phụ lục phương pháp: the situations are told in Vietnamese; only what stands around them is here."""

from poverty_evaluation.evaluation.patterns import Pattern
from poverty_evaluation.reference.situations import OutcomeKind

TYPE_NAME = Pattern(vi="PHỤ LỤC PHƯƠNG PHÁP", en="METHOD ANNEX")
SUBJECT = Pattern(vi="Cách xử lý các tình huống số liệu thường gặp", en="How awkward data are treated")
INTRODUCTION = Pattern(
    vi="Các tình huống sau được kiểm thử tự động mỗi khi chương trình thay đổi. Mỗi trường hợp nêu số liệu đơn vị gửi "
    "và kết quả xử lý. Số liệu là giả định, trừ số của tỉnh, thành phố đã công bố.",
    en="These situations are tested whenever the program changes. Each case shows the cells as sent and what comes out "
    "of them. The data are invented, except what the province or the city published. They are told in Vietnamese.",
)
CASE = Pattern(vi="Trường hợp: {name}", en="Case: {name}")
#: What stands over a table, by the period it belongs to.
SENT = {
    "": Pattern(vi="{table} (trường hợp: {name})", en="{table} (case: {name})"),
    "period_before": Pattern(
        vi="{table} của kỳ trước (trường hợp: {name})", en="{table} of the period before (case: {name})"
    ),
    "year_before": Pattern(
        vi="{table} của cùng kỳ năm trước (trường hợp: {name})", en="{table} of the year before (case: {name})"
    ),
}
SOURCE = Pattern(vi="Tình huống kiểm thử", en="Test case")

OUTCOMES = {
    OutcomeKind.VALUE: Pattern(vi="{what}: {words}", en="{what}: {words}"),
    OutcomeKind.FINDING: Pattern(vi="Phát hiện ({what}): {words}", en="Finding ({what}): {words}"),
    OutcomeKind.SAID: Pattern(vi="Báo cáo nêu: “{words}”", en="The report says: “{words}”"),
    OutcomeKind.NOT_SAID: Pattern(vi="Báo cáo không nêu: “{words}”", en="The report does not say: “{words}”"),
    OutcomeKind.REFUSED: Pattern(vi="Từ chối đến khi sửa: {words}", en="Refused until mended: {words}"),
}
