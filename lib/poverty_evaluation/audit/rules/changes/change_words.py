"""Từ ngữ nói về tăng, giảm: the words by which a text says that a figure is a change, where it starts, where it "
"ends."""

from __future__ import annotations

import re

HEDGES = (
    r"không dưới|ít nhất|tối thiểu|trên|hơn|không quá|tối đa|gần|dưới|ngót|chưa đến|khoảng|xấp xỉ|ước thực hiện"
    r"|ước tính"
    r"|ước đạt|ước|chừng|cỡ|trên dưới|đúng"
)
MARKS = r"[\s:*_\"'~≈]*"
#: Words that change nothing between a verb of change and its figure.
FILL = (
    rf"thêm|được|đi|bớt|ròng|thực tế|là|đạt|bình quân|trung bình|mỗi|năm|hàng năm|hằng năm|hàng tháng|trưởng|nhẹ|mạnh"
    rf"|nhanh|khá|cao|lần lượt|ngay|chỉ|tương ứng|tương đương|tổng cộng|số tiền|mất|tiếp|vọt|đột biến|đều|tuyệt đối"
    rf"|tương đối|mức|cả thảy|tới|được là|trong|kỳ|tháng|quý|nhiệm|giai đoạn|qua|này|một|hộ nghèo|bằng|ở|với|chung|đến|"
    rf"tất cả|nhau|‹t›|{HEDGES}"
)
UP = (
    r"tăng|gia tăng|cao hơn|nhiều hơn|lớn hơn|đông hơn|dài hơn|nhỉnh hơn|rộng hơn|dâng|nâng thêm|nhích|cộng thêm"
    r"|dôi dư|dôi|tăng trưởng|tăng thêm"
)
DOWN = (
    r"giảm|sụt giảm|sụt|hụt|ít hơn|thấp hơn|kém hơn|kém|nhỏ hơn|ngắn hơn|hẹp hơn|rút ngắn|rút|hạ|tụt|thu hẹp|cắt giảm"
    r"|tiết giảm"
)
NO_CHANGE = r"(?!\s+(?:cường|huyết|ca\b|lương|tốc|gia\b|nghèo bền|nghèo cho|thiểu|tải|phát thải|trừ|giá trị gia))"
OF_OTHER = r"(?!\s(?:với|gồm|có|cho|trong|nhờ|do|đạt|thu|tại|đã|được|từ|ở)\s)"
COMPARISON = (
    rf"(?:(?:hơn\s+)?so(?:\s+với)?|hơn"
    rf"|với)\s+(?:{OF_OTHER}[^,;:()‹›%]){{0,50}}(?:‹t›(?:{OF_OTHER}[^,;:()‹›%]){{0,20}})?"
)
CHANGE = re.compile(
    rf"(?<!\w)(?<!miễn )(?<!tinh )(?:(?P<up>{UP})|(?P<down>{DOWN})|(?P<any>chênh lệch|chênh"
    rf"|biến động)){NO_CHANGE}(?!\w)"
    rf"(?P<between>(?:\s+(?:{FILL})){{0,6}}|\s+(?:tỷ lệ|tỉ lệ|số|tổng số|mức)(?:\s+[^\W\d_]+){{1,6}}"
    rf"|(?:\s+(?:{FILL})){{0,2}}\s+{COMPARISON}(?:\s+(?:là|{HEDGES})){{0,2}}){MARKS}\(?$"
)
#: "cao hơn trung bình nhiều năm 47 mm": what is compared with stands between.
MORE_THAN = re.compile(
    rf"(?<!\w)(?:(?P<up>cao|nhiều|lớn|đông|dài|nhỉnh|rộng)|(?P<down>ít|thấp|kém|nhỏ|ngắn|hẹp)) hơn"
    rf"(?!\s+(?:như|gồm|là|ở)(?!\w))(?P<between>\s+(?:{OF_OTHER}[^,;:()%]){{1,60}}?(?:\s+là)?){MARKS}$"
)
MORE = re.compile(rf"(?<!\w)(?:thêm|thêm được|bổ sung thêm|nhiều thêm)(?:\s+(?:{HEDGES})){{0,2}}{MARKS}$")
#: "hơn tuần liền trước 120 xe", "↓ 54%".
BARE_MORE = re.compile(
    rf"(?:(?<!\w)(?:(?P<up>hơn)|(?P<down>kém|thua))\s+(?:cả\s+)?‹t›(?:\s+(?:là|những|tới|đến|{HEDGES})){{0,2}}"
    rf"|(?P<rise>[↑▲])|(?P<fall>[↓▼]))\s*$"
)
ARROW = re.compile(r"\s*(?:→|->|=>|⇒|➔)\s*")
#: "nghĩa là nước đã lên 1,85m": a rise though it reads like a level.
SUMMED_UP = re.compile(
    r"(?<!\w)(?:nghĩa là|tức là|tức|như vậy|như thế|tính ra|thành ra)(?!\w)[^;]{0,80}?(?<!\w)(?P<way>lên"
    r"|xuống)(?:\s+(?:tới|thêm))?" + MARKS + "$"
)
#: "như vậy đã lỗ 950.000 đồng": so much lies between, in either direction.
BETWEEN = re.compile(
    r"(?<!\w)(?:nghĩa là|tức là|tức|như vậy|như thế|tính ra)(?!\w)[^;:()]{0,60}?(?<!\w)"
    r"(?:lỗ|lãi|thiệt|lợi|mất|tiết kiệm|rẻ|đắt)(?: hơn| thêm| được| đi| khoảng| tới){0,3}\s*$"
)
#: "nghĩa là đã có 54 hộ vươn lên thoát nghèo": so many fewer.
AWAY = re.compile(r"(?:\s+[^\W\d_,;.()]+){0,4}?\s+(?:thoát|ra khỏi|được xoá|bị mất|nghỉ|rời|bỏ|thôi)(?!\w)")
COUNTED = re.compile(rf"(?<!\w)(?:có|thêm|(?:đưa|giúp|xoá)(?:\s+được)?)(?:\s+(?:{HEDGES}))?{MARKS}$")
RESTATED = re.compile(
    r"(?<!\w)(?:nghĩa là|tức là|tức|như vậy|như thế|tính ra|tính chung|so sánh|đối chiếu|đồng nghĩa|vậy là|suy ra"
    r"|mức (?:tăng|giảm)|số(?: [^\W\d_]+){0,3} (?:tăng|giảm)|tốc độ (?:tăng|giảm)"
    r"|tỷ lệ (?:tăng|giảm)|con số (?:tăng|giảm)|kết quả (?:tăng|giảm)|tương ứng|tương đương|hay)(?!\w)"
)
TO = rf"còn|đến|tới|mức|chỉ|là|đạt|con số|thành|số|nay|đã|có|tổng|tổng số|‹t›|đây|nữa|{HEDGES}"
START = re.compile(
    rf"(?<!\w)từ(?:\s+(?:mức|chỗ|con số|chỉ|có|mới|ban đầu|số|là|trung bình|bình quân|đạt|‹t›|còn"
    rf"|{HEDGES})){{0,4}}{MARKS}$"
)
END = re.compile(rf"(?<!\w)(?P<way>lên|xuống|còn|thành)(?:\s+(?:{TO})){{0,5}}{MARKS}$")
COMPARED = re.compile(
    rf"(?<!\w)so(?:\s+với)?(?:\s+(?:mức|con số|số|của|‹t›|là|đạt|chỉ có|có|chỉ|cả|{HEDGES})){{0,5}}{MARKS}\(?\s*$"
    r"|(?<!\w)(?:so với|hơn) [^,;:.()]{1,50}\(\s*$|\(\s*‹t›\s*(?:(?:là|có|đạt|chỉ|mới)\s*)?:?\s*$"
)
INDEX = re.compile(rf"(?<!\w)(?:bằng|đạt|tương đương|chỉ bằng)(?:\s+(?:tỷ lệ|‹t›|{HEDGES})){{0,2}}{MARKS}\(?$")
INDEX_BEHIND = re.compile(
    r"\s*\)?\s*(?:(?:so|so với|so sánh với|của|với|mức|con số|số|số liệu|thực hiện|kết quả|tổng số)\s+){0,3}$"
)
PLAN = re.compile(
    r"(?<!\w)(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|định mức|phấn đấu|yêu cầu|quy định|kh|(?:được|tỉnh|huyện|trên) giao"
    r"|giao(?=[\s:]*$)|nghị quyết)(?!\w)"
    r"(?! (?:này|đó|ấy|trên))"
)
#: "so với kế hoạch", "so với bình quân chung": what is not the same thing at another time.
AGAINST_PLAN = re.compile(
    r"[^,;:.()]{0,40}?(?<!\w)so(?: với)?(?: [^\W\d_]+){0,3}? (?:kế hoạch|chỉ tiêu|mục tiêu|dự toán|nghị quyết|quy định"
    r"|định mức|yêu cầu|dự kiến|dự tính|phương án)(?!\w)"
)
AGAINST_OTHERS = re.compile(
    r"[^,;:.()]{0,40}?(?<!\w)so với (?:mức )?(?:bình quân|trung bình|cả nước|toàn quốc|toàn tỉnh|toàn huyện|tỉnh|huyện"
    r"|thành phố|các (?:xã|huyện|tỉnh))(?!\w)"
)
THAN = re.compile(r"(?<!\w)hơn\s+$")
BEYOND = re.compile(r"(?<!\w)(?:vượt|hơn)(?:\s+(?:thêm|tới))?\s*$")
PLANNED = re.compile(r"\s*(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|kh)(?!\w)")
YEARLY = re.compile(
    r"(?<!\w)(?:bình quân|trung bình|mỗi|hàng|hằng|một)\s+(?:mỗi\s+|hàng\s+|hằng\s+|một\s+)?năm(?!\w)"
    r"|(?<!\w)(?:bình quân|trung bình)\s+(?:tăng|giảm)|(?<!\w)(?:tăng|giảm)(?:\s+[^\W\d_]+)?\s+(?:bình quân"
    r"|trung bình)(?! đầu)"
)
YEARLY_BEHIND = re.compile(r"\s*(?:/\s*năm|mỗi năm|một năm|hàng năm|hằng năm|bình quân (?:mỗi |hàng |hằng )?năm)(?!\w)")
BREAKDOWN = re.compile(r"(?<!\w)(?:trong đó|cụ thể|bao gồm|gồm|riêng|chủ yếu|nguyên nhân|do|ngoài ra)(?!\w)")
REFERENCE = re.compile(r"[^,;:.()‹]{0,40}?(?:so|hơn|bằng)(?: sánh)?(?: với| mức| cả)?[^,;:.()‹]{0,30}?$")
WORD = re.compile(r"[^\W\d_]{2,}")
NUMERALS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}


def words(text: str) -> frozenset[str]:
    """The words of a list in running text."""
    return frozenset(text.split())


#: Words that say nothing of what a figure is about.
EMPTY = words(
    "có là được đã đạt chiếm tăng giảm so bằng với trong tại ở từ đến tới cho để do bị và hoặc hay theo tổng mỗi "
    "còn tương gồm như nhưng mà thì nên sẽ phải đang vẫn cũng này đó khi vào về qua sau trước năm cùng kỳ nay số "
    "người xảy ra toàn tỉnh huyện xã thành phố của các những ứng lên xuống chỉ thêm làm con vụ hộ ước khoảng gần "
    "hơn trên tỷ lệ cả nghèo trường hợp thực hiện kết quả tính hiện cuối đầu tháng quý mức trường đơn vị ra được"
)
CARRIED = re.compile(rf"(?:\s+[^\W\d_]+){{0,3}}\s*(?:,|và|,\s*và)(?:\s+(?:{HEDGES}))?\s*$")
MOVED = re.compile(r"(?<!\w)(?:tăng|nhích|nâng|dâng|giảm|hạ|tụt|sụt|rút|lùi) (?P<way>lên|xuống)(?!\w)")
BESIDE = re.compile(
    r"[^,;.()]{0,40}?[\s,]*\(?\s*(?:(?:tương ứng|tương đương|tức|hay|bằng|đạt|ứng)\s*(?:với|là|khoảng|tỷ lệ|tăng"
    r"|giảm)?)?\s*"
)
