"""Câu chữ của phiếu rà soát số liệu: the internal paper that lists the findings and asks the offices to answer."""

from poverty_evaluation.evaluation.patterns import Pattern

TYPE_NAME = Pattern(vi="PHIẾU RÀ SOÁT SỐ LIỆU", en="REVIEW OF THE DATA")
MARK = Pattern(vi="TÀI LIỆU NỘI BỘ", en="INTERNAL PAPER")

REVIEWED = Pattern(
    vi="Báo cáo được rà soát: {title}. Kỳ báo cáo: {period}; số liệu từ ngày {from_date} đến ngày {to_date}.",
    en="Report under review: {title}. Reporting period: {period}; data from {from_date} to {to_date}.",
)
FOUND = Pattern(
    vi="Qua rà soát số liệu do các cơ quan, đơn vị cung cấp, phát hiện {counts}.",
    en="The review of the data that the offices sent found {counts}.",
)
STANDING = Pattern(
    vi="Còn {count} lỗi chưa có giải trình; báo cáo chưa đủ điều kiện trình ký.",
    en="Errors without an explanation: {count}. The report cannot be submitted for signature yet.",
)
ALL_EXPLAINED = Pattern(
    vi="Các lỗi đã có giải trình của cơ quan, đơn vị cung cấp số liệu.",
    en="The offices that sent the data have explained all errors.",
)
REQUEST = Pattern(
    vi="Đề nghị các cơ quan, đơn vị kiểm tra, xác nhận từng nội dung trong bảng kê kèm theo, ghi ý kiến vào cột cuối "
    "và gửi lại cơ quan lập báo cáo.",
    en="The offices are asked to check and confirm each item of the list below, to write their answer in the last "
    "column and to return the list.",
)
LIST = Pattern(vi="BẢNG KÊ SỐ LIỆU ĐỀ NGHỊ KIỂM TRA, XÁC NHẬN", en="FIGURES TO BE CHECKED AND CONFIRMED")
REVIEWER = Pattern(vi="NGƯỜI RÀ SOÁT", en="REVIEWED BY")

GRADE = Pattern(vi="Mức độ (mã)", en="Severity (id)")
QUOTE = Pattern(vi="Số liệu như in", en="As printed")
COMPUTED = Pattern(vi="Tính lại", en="Recomputed")
MESSAGE = Pattern(vi="Nội dung và đề nghị", en="Finding and request")
WHERE = Pattern(vi="Vị trí trong số liệu", en="Place in the data")
ANSWER = Pattern(vi="Giải trình của cơ quan, đơn vị", en="Answer of the office")

#: What stands in the last column until an office has answered.
BLANK = Pattern(vi="…………", en="…………")
SOURCE = Pattern(
    vi="Nguồn: kết quả rà soát số liệu đã nhận của kỳ báo cáo.", en="Source: the review of the data received."
)
UNNAMED = Pattern(vi="Cơ quan, đơn vị cung cấp số liệu", en="The office that sent the data")
UNNAMED_INSIDE = Pattern(vi="cơ quan, đơn vị cung cấp số liệu", en="office that sent the data")
COMMITTEE = Pattern(vi="Ủy ban nhân dân {place}", en="People’s Committee of {place}")
NOTE = Pattern(vi="{count} lưu ý", en="{count} note")
NOTES = Pattern(vi="{count} lưu ý", en="{count} notes")

#: A finding that asks for nothing yet ends with this; REQUESTED tells whether it does: its words, with a bar
#: between them.
CONFIRM = Pattern(vi="Đề nghị {office} kiểm tra, xác nhận.", en="The {office} is asked to check and confirm.")
REQUESTED = Pattern(vi="đề nghị", en="asked to|to be confirmed by|should be checked|confirms|should agree")
