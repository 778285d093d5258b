"""Câu chữ về phương pháp: how figures are read, computed and compared, told once at the end of the report."""

from poverty_evaluation.evaluation.patterns import Pattern
from poverty_evaluation.reference import IndicatorKind

READING = Pattern(
    vi="Số liệu nhận được giữ nguyên như đã gửi. Số viết sai quy cách chỉ được đọc lại khi có ghi chép trong tệp "
    "đính chính, kèm lý do; trường hợp không xác định được chắc chắn thì để trống.",
    en="Figures stand as received. A malformed number is read again only where the corrections file says so, with "
    "its reason; where no reading is certain it stays empty.",
)
RATES = Pattern(
    vi="Tỷ lệ hộ nghèo là số hộ nghèo chia cho tổng số hộ của cùng danh sách, cùng thời điểm; tỷ lệ của nhiều đơn vị "
    "tính từ tổng số hộ, không lấy bình quân các tỷ lệ. Chênh lệch hai tỷ lệ tính bằng điểm phần trăm. Không so sánh "
    "trực tiếp hai thời điểm áp dụng hai chuẩn nghèo khác nhau.",
    en="The poverty rate is poor households over all households of the same list and date; a rate of several units "
    "comes from their sums, never from a mean of rates. Differences of two rates are percentage points. Two dates "
    "under different poverty standards are not compared.",
)
ROUNDING = Pattern(
    vi="Các phép tính giữ giá trị chính xác, chỉ làm tròn khi trình bày; chữ số bị bỏ từ năm trở lên thì làm tròn "
    "lên. Hai số được coi là khớp khi chênh lệch nằm trong độ chính xác của chữ số đã in.",
    en="Everything is computed exactly and rounded half-up only when shown. Two figures agree when they differ by no "
    "more than the printed precision allows.",
)
MONEY = Pattern(
    vi="Khoản “trong đó” không cộng vào tổng của chính nó; một việc nêu ở hai nơi tính một lần; vốn vay không cộng "
    "với kinh phí hỗ trợ; dư nợ không cộng với doanh số cho vay; số lượt không cộng với số người. Tổng có thành phần "
    "ước tính, hoặc thành phần chỉ ghi “trên”, cũng mang tính chất đó.",
    en="A part is not added to its whole; what is reported twice is counted once; loans are not added to support, "
    "stocks not to flows, occurrences not to persons. A total with an estimated or “at least” operand is so itself.",
)
CONTRADICTIONS = Pattern(
    vi="Mâu thuẫn giữa các số liệu được nêu trong kết quả rà soát số liệu; báo cáo không tự sửa số liệu đã nhận.",
    en="Contradictions are shown among the findings; the report never repairs what it received.",
)
#: Giá trị chưa đối chiếu: where the layout of Thông tư 01/2011/TT-BNV departs from that of the decree, from memory.
CIRCULAR = Pattern(
    vi="Văn bản trình bày theo Thông tư {circular}: số trang đặt ở góc phải, cuối trang; căn cứ trình bày bằng chữ "
    "đứng. Hai quy định này chưa được đối chiếu với nguyên văn Thông tư; các yếu tố khác theo Nghị định {decree}.",
    en="The report is laid out by Circular {circular}: page numbers at the lower right, legal bases upright. These two "
    "rules were not compared with the text of the circular; all else follows Decree {decree}.",
)

#: How an indicator is computed by its kind, for definitions that do not say it in the language of the report.
KINDS = {
    IndicatorKind.INPUT: Pattern(vi="như đã gửi", en="as received"),
    IndicatorKind.SUM: Pattern(
        vi="tổng các số liệu được chọn; khoản “trong đó” không cộng vào tổng của nó, việc nêu hai nơi tính một lần",
        en="the sum of the figures chosen; a part is not added to its whole, what is reported twice is counted once",
    ),
    IndicatorKind.RATIO: Pattern(vi="{first} chia cho {second}", en="{first} divided by {second}"),
    IndicatorKind.REMAINDER: Pattern(vi="{first} trừ {second}", en="{first} less {second}"),
    IndicatorKind.SHARE: Pattern(vi="{first} chia cho tổng của nó", en="{first} divided by its total"),
    IndicatorKind.DIFFERENCE: Pattern(vi="{first}: số cuối trừ số đầu", en="{first}: closing minus opening value"),
    IndicatorKind.RELATIVE_CHANGE: Pattern(
        vi="{first}: số cuối chia số đầu, trừ một", en="{first}: closing divided by opening value, less one"
    ),
    IndicatorKind.ANNUALISED: Pattern(
        vi="{first}: thay đổi bình quân một năm giữa hai lần rà soát",
        en="{first}: average change per year between the two reviews",
    ),
    IndicatorKind.PER_UNIT: Pattern(
        vi="số tiền chia cho số đối tượng hoặc hiện vật của chính hoạt động đó",
        en="the money of an activity divided by the beneficiaries or items of the same activity",
    ),
    IndicatorKind.STEP: Pattern(
        vi="{first} lũy kế trừ số lũy kế liền trước", en="{first}, cumulative, less the cumulative one before"
    ),
    IndicatorKind.PLAN_RATIO: Pattern(
        vi="{first} chia cho số kế hoạch của cùng nội dung", en="{first} divided by what was planned of the same thing"
    ),
    IndicatorKind.COMPLETION: Pattern(
        vi="kết quả theo chiều của chỉ tiêu chia cho mức giao",
        en="what was reached in the direction of the target, divided by its value",
    ),
    IndicatorKind.MANAGED: Pattern(
        vi="{first} của lần rà soát trước, cộng số bổ sung, trừ số đưa ra khỏi danh sách",
        en="{first} of the last review, with those added since and less those taken off",
    ),
    IndicatorKind.BOUNDS: Pattern(
        vi="các tổng số mà {first} chia cho chúng làm tròn bằng {second} đã công bố",
        en="the totals by which {first} divide to the published {second}, once rounded",
    ),
    IndicatorKind.DECOMPOSITION: Pattern(
        vi="phần thay đổi của {first} do {second} và phần do tổng số hộ",
        en="the part of the change in {first} that comes from the {second}, and the part from the number of households",
    ),
}
COMPOUND = Pattern(
    vi="{first}: tốc độ thay đổi bình quân một năm giữa hai lần rà soát, tính theo lũy thừa",
    en="{first}: compound rate of change per year between the two reviews",
)
