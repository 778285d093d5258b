"""Câu chữ về kết quả rà soát số liệu: severities, kinds, and the sentences of the chapters that name findings."""

from poverty_evaluation.evaluation.patterns import Pattern
from poverty_evaluation.vocabulary.findings import FindingKind, Severity

SEVERITIES = {
    Severity.ERROR: Pattern(vi="Lỗi", en="Error"),
    Severity.WARNING: Pattern(vi="Cảnh báo", en="Warning"),
    Severity.NOTE: Pattern(vi="Lưu ý", en="Note"),
}

KINDS = {
    FindingKind.SUM: Pattern(vi="Tổng và thành phần", en="Sum and parts"),
    FindingKind.SHARE: Pattern(vi="Tỷ lệ", en="Share"),
    FindingKind.DIFFERENCE: Pattern(vi="Mức tăng, giảm", en="Change"),
    FindingKind.RELATIVE_CHANGE: Pattern(vi="Tốc độ tăng, giảm", en="Relative change"),
    FindingKind.PRODUCT: Pattern(vi="Tích", en="Product"),
    FindingKind.WORDS: Pattern(vi="Bằng số và bằng chữ", en="Digits and words"),
    FindingKind.MALFORMED: Pattern(vi="Số viết sai quy cách", en="Malformed number"),
    FindingKind.DUPLICATE: Pattern(vi="Nêu trùng", en="Reported twice"),
    FindingKind.UNIT: Pattern(vi="Đơn vị tính, đơn giá", en="Unit or unit cost"),
    FindingKind.COUNT: Pattern(vi="Số lượng và danh sách", en="Count and list"),
    FindingKind.DATE: Pattern(vi="Ngày tháng", en="Date"),
    FindingKind.NUMBERING: Pattern(vi="Đánh số mục", en="Numbering"),
    FindingKind.ORDER: Pattern(vi="Thứ tự", en="Order"),
    FindingKind.IDENTITY: Pattern(vi="Cân đối biến động", en="Balance of movements"),
    FindingKind.MISSING: Pattern(vi="Thiếu số liệu", en="Missing"),
    FindingKind.NOT_COMPARABLE: Pattern(vi="Không so sánh được", en="Not comparable"),
    FindingKind.MAPPING: Pattern(vi="Đối chiếu mã", en="Mapping"),
}

#: The same kinds inside the sentence of the chapter on limits, each after its number of cases.
PROBLEMS = {
    FindingKind.SUM: Pattern(vi="tổng không khớp với thành phần", en="a total that its parts contradict"),
    FindingKind.SHARE: Pattern(vi="tỷ lệ không khớp với số hộ", en="a rate that its counts contradict"),
    FindingKind.DIFFERENCE: Pattern(
        vi="mức tăng, giảm không khớp với số đầu kỳ, cuối kỳ", en="a change that its two ends contradict"
    ),
    FindingKind.RELATIVE_CHANGE: Pattern(vi="tốc độ tăng, giảm tính sai", en="a wrong relative change"),
    FindingKind.PRODUCT: Pattern(vi="tích không khớp với các thừa số", en="a product that its factors contradict"),
    FindingKind.WORDS: Pattern(
        vi="số tiền bằng số và bằng chữ không khớp", en="an amount in digits that its words contradict"
    ),
    FindingKind.MALFORMED: Pattern(vi="số viết sai quy cách", en="a malformed number"),
    FindingKind.DUPLICATE: Pattern(vi="một kết quả được nêu ở hai nơi", en="a result reported twice"),
    FindingKind.UNIT: Pattern(vi="đơn vị tính hoặc mức bình quân bất hợp lý", en="an implausible unit or unit cost"),
    FindingKind.COUNT: Pattern(vi="số lượng không khớp với danh sách", en="a count that its list contradicts"),
    FindingKind.DATE: Pattern(vi="ngày tháng không hợp lệ", en="an impossible date"),
    FindingKind.NUMBERING: Pattern(vi="đánh số mục sai", en="wrong numbering"),
    FindingKind.ORDER: Pattern(vi="thứ tự không hợp lý", en="a wrong order"),
    FindingKind.IDENTITY: Pattern(vi="biến động không cân đối", en="movements that do not balance"),
    FindingKind.MISSING: Pattern(vi="thiếu số liệu", en="a missing figure"),
    FindingKind.NOT_COMPARABLE: Pattern(vi="số liệu không so sánh được", en="figures that cannot be compared"),
    FindingKind.MAPPING: Pattern(vi="mã không đối chiếu được", en="an unmatched code"),
}

HEADINGS = Pattern(
    vi="TT|Mức độ|Loại|Số liệu như in|Nội dung và đề nghị|Tính lại|Vị trí trong số liệu",
    en="No.|Severity|Kind|As printed|Finding and request|Recomputed|Place in the data",
)
ROW = Pattern(vi="dòng", en="row")
COLUMN = Pattern(vi="cột", en="column")

NONE_FOUND = Pattern(
    vi="Không phát hiện mâu thuẫn trong số liệu đã nhận.", en="No contradiction was found in the data received."
)
SUMMARY = Pattern(
    vi="Về chất lượng số liệu, qua rà soát phát hiện {counts} trong số liệu đã nhận, gồm: {kinds}. Chi tiết tại "
    "{appendix}.",
    en="Quality of the data: the review found {counts} in the figures received: {kinds}. Details are in {appendix}.",
)
ERROR = Pattern(vi="{count} lỗi", en="{count} error")
ERRORS = Pattern(vi="{count} lỗi", en="{count} errors")
WARNING = Pattern(vi="{count} cảnh báo", en="{count} warning")
WARNINGS = Pattern(vi="{count} cảnh báo", en="{count} warnings")
CASES = Pattern(vi="{what} ({count} trường hợp)", en="{what} (cases: {count})")
EXPLAINED = Pattern(vi="{message} Giải trình: {explanation}", en="{message} Explanation: {explanation}")
REQUESTS = Pattern(
    vi="Đề nghị cơ quan cung cấp số liệu kiểm tra, xác nhận các số liệu sau trước khi báo cáo được ban hành:",
    en="The offices that sent the data are asked to check and confirm these figures before the report is issued:",
)
IN_VIETNAMESE = Pattern(vi="{text}", en="[in Vietnamese] “{text}”")
