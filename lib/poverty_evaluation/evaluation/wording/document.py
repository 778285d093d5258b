"""Câu chữ của thể thức: letterhead, opening, closing, headings of appendices and what a citation reads like."""

from poverty_evaluation.evaluation.patterns import Pattern

DRAFT = Pattern(vi="DỰ THẢO", en="DRAFT")
INVENTED = Pattern(vi="Số liệu giả định", en="Invented data")

#: What report.yml leaves open is filled in by hand.
BLANK = "…………………"

BASIS = Pattern(vi="Căn cứ {document}", en="Pursuant to {document}")
ON_REQUEST = Pattern(vi="Thực hiện {document}", en="In response to {document}")
OPENING = Pattern(
    vi="{issuer} báo cáo {title} như sau (số liệu từ ngày {from_date} đến ngày {to_date}):",
    en="The {issuer} reports on the {title} as follows (data from {from_date} to {to_date}):",
)
ATTACHED = Pattern(vi="Kèm theo báo cáo: {appendices}.", en="Attached to this report: {appendices}.")
ATTACHED_ONE = Pattern(vi="{number} ({title})", en="{number} ({title})")
CLOSING = Pattern(vi="Trên đây là báo cáo {title}./.", en="This is the report on the {title}.")
RECIPIENTS = Pattern(vi="Nơi nhận:", en="Recipients:")
NOTES = Pattern(vi="Lưu ý khi sử dụng số liệu:", en="Notes on the data:")

APPENDIX = Pattern(vi="Phụ lục {number}", en="Appendix {number}")
ATTACHED_TO = Pattern(
    vi="(Kèm theo Báo cáo số …/{symbol} ngày … tháng … năm … của {issuer})",
    en="(Attached to Report No. …/{symbol} of the {issuer})",
)
TABLE = Pattern(vi="Biểu số {number}", en="Table {number}")
FIGURE = Pattern(vi="Hình {number}", en="Figure {number}")

NOT_TRANSLATED = Pattern(
    vi="(Nội dung này chưa có bản dịch.{documents})",
    en="[This passage has not been translated from Vietnamese.{documents}]",
)
NOT_TRANSLATED_FIGURES = Pattern(
    vi="(Nội dung này chưa có bản dịch. Số liệu nêu trong đó: {figures}.{documents})",
    en="[This passage has not been translated from Vietnamese. Its figures: {figures}.{documents}]",
)
NOT_TRANSLATED_LIST = Pattern(
    vi="(Nội dung này chưa có bản dịch.{documents}) Số liệu nêu trong đó:",
    en="[This passage has not been translated from Vietnamese.{documents}] Its figures:",
)
NOT_TRANSLATED_DOCUMENTS = Pattern(vi=" Văn bản viện dẫn: {documents}.", en=" Documents cited: {documents}.")
FIGURES_IN_BRACKETS = Pattern(vi="{subject} ({figures})", en="{subject} ({figures})")
FIGURES_OF_SUBJECT = Pattern(vi="{subject} – {figures}", en="{subject} – {figures}")
ON_DATE = Pattern(vi="{label} ngày {date}", en="{label} on {date}")

# --- citations ----------------------------------------------------------------------------------------------------

CITED = Pattern(vi="{type} số {symbol}", en="{type} {symbol}")
CITED_FIRST = Pattern(vi="{type} số {symbol} ngày {date} của {issuer}", en="{type} {symbol} of {date} ({issuer})")
WITH_SUBJECT_VERB = Pattern(vi="{citation} về việc {subject}", en="{citation}: {subject}")
WITH_SUBJECT_NOUN = Pattern(vi="{citation} về {subject}", en="{citation}: {subject}")

#: A Vietnamese subject that opens with one of these is a noun: "về chủ trương …", not "về việc chủ trương …".
NOUN_OPENINGS = ("chủ trương", "chương trình", "chính sách", "kế hoạch", "nhiệm vụ", "phương hướng", "chuẩn")

#: Documents that ask for something are carried out; the others are a basis.
TYPES_CARRIED_OUT = ("Kế hoạch", "Công văn", "Chỉ thị")

DOCUMENT_TYPES = {
    "Luật": Pattern(vi="Luật", en="Law"),
    "Nghị định": Pattern(vi="Nghị định", en="Decree"),
    "Nghị quyết": Pattern(vi="Nghị quyết", en="Resolution"),
    "Quyết định": Pattern(vi="Quyết định", en="Decision"),
    "Thông tư": Pattern(vi="Thông tư", en="Circular"),
    "Chỉ thị": Pattern(vi="Chỉ thị", en="Directive"),
    "Kế hoạch": Pattern(vi="Kế hoạch", en="Plan"),
    "Công văn": Pattern(vi="Công văn", en="Official letter"),
    "Thông báo": Pattern(vi="Thông báo", en="Notice"),
    "Thông báo kết luận": Pattern(vi="Thông báo kết luận", en="Notice of conclusions"),
    "Báo cáo": Pattern(vi="Báo cáo", en="Report"),
}

#: Bodies of the State that issue documents, beside the organisations that the reference data name.
ISSUERS = {
    "Quốc hội": Pattern(vi="Quốc hội", en="National Assembly"),
    "Ủy ban Thường vụ Quốc hội": Pattern(
        vi="Ủy ban Thường vụ Quốc hội", en="Standing Committee of the National Assembly"
    ),
    "Bộ Lao động - Thương binh và Xã hội": Pattern(
        vi="Bộ Lao động - Thương binh và Xã hội", en="Ministry of Labour, Invalids and Social Affairs"
    ),
    "Bộ Nông nghiệp và Phát triển nông thôn": Pattern(
        vi="Bộ Nông nghiệp và Phát triển nông thôn", en="Ministry of Agriculture and Rural Development"
    ),
    "Bộ Nông nghiệp và Môi trường": Pattern(
        vi="Bộ Nông nghiệp và Môi trường", en="Ministry of Agriculture and Environment"
    ),
    "Bộ Nội vụ": Pattern(vi="Bộ Nội vụ", en="Ministry of Home Affairs"),
    "Bộ Tài chính": Pattern(vi="Bộ Tài chính", en="Ministry of Finance"),
    "Bộ Kế hoạch và Đầu tư": Pattern(vi="Bộ Kế hoạch và Đầu tư", en="Ministry of Planning and Investment"),
    "Bộ Y tế": Pattern(vi="Bộ Y tế", en="Ministry of Health"),
    "Bộ Giáo dục và Đào tạo": Pattern(vi="Bộ Giáo dục và Đào tạo", en="Ministry of Education and Training"),
    "Bộ Xây dựng": Pattern(vi="Bộ Xây dựng", en="Ministry of Construction"),
    "Ủy ban Dân tộc": Pattern(vi="Ủy ban Dân tộc", en="Committee for Ethnic Minority Affairs"),
}
#: The bodies of a place: how their names begin, and what they are with the name of the place.
ISSUERS_OF_PLACES = {
    "Ủy ban nhân dân ": Pattern(vi="Ủy ban nhân dân {place}", en="People’s Committee of {place}"),
    "UBND ": Pattern(vi="UBND {place}", en="People’s Committee of {place}"),
    "Chủ tịch Ủy ban nhân dân ": Pattern(
        vi="Chủ tịch Ủy ban nhân dân {place}", en="Chairman of the People’s Committee of {place}"
    ),
    "Chủ tịch UBND ": Pattern(vi="Chủ tịch UBND {place}", en="Chairman of the People’s Committee of {place}"),
    "Hội đồng nhân dân ": Pattern(vi="Hội đồng nhân dân {place}", en="People’s Council of {place}"),
    "HĐND ": Pattern(vi="HĐND {place}", en="People’s Council of {place}"),
}

#: A text that was received in Vietnamese only.
AS_RECEIVED = Pattern(vi="{text}", en="“{text}”")

#: What stands above a signature, as it is told in an English translation.
AUTHORITIES = {
    "TM. ỦY BAN NHÂN DÂN": Pattern(vi="TM. ỦY BAN NHÂN DÂN", en="ON BEHALF OF THE PEOPLE’S COMMITTEE"),
    "TM. BAN CHỈ ĐẠO": Pattern(vi="TM. BAN CHỈ ĐẠO", en="ON BEHALF OF THE STEERING COMMITTEE"),
    "KT. CHỦ TỊCH": Pattern(vi="KT. CHỦ TỊCH", en="FOR THE CHAIRMAN"),
    "KT. TRƯỞNG BAN": Pattern(vi="KT. TRƯỞNG BAN", en="FOR THE HEAD OF THE COMMITTEE"),
    "KT. TRƯỞNG PHÒNG": Pattern(vi="KT. TRƯỞNG PHÒNG", en="FOR THE HEAD OF OFFICE"),
    "CHỦ TỊCH": Pattern(vi="CHỦ TỊCH", en="CHAIRMAN"),
    "PHÓ CHỦ TỊCH": Pattern(vi="PHÓ CHỦ TỊCH", en="VICE CHAIRMAN"),
    "TRƯỞNG BAN": Pattern(vi="TRƯỞNG BAN", en="HEAD OF THE COMMITTEE"),
    "PHÓ TRƯỞNG BAN": Pattern(vi="PHÓ TRƯỞNG BAN", en="DEPUTY HEAD OF THE COMMITTEE"),
    "KT. GIÁM ĐỐC": Pattern(vi="KT. GIÁM ĐỐC", en="FOR THE DIRECTOR"),
    "GIÁM ĐỐC": Pattern(vi="GIÁM ĐỐC", en="DIRECTOR"),
    "PHÓ GIÁM ĐỐC": Pattern(vi="PHÓ GIÁM ĐỐC", en="DEPUTY DIRECTOR"),
    "TRƯỞNG PHÒNG": Pattern(vi="TRƯỞNG PHÒNG", en="HEAD OF OFFICE"),
    "PHÓ TRƯỞNG PHÒNG": Pattern(vi="PHÓ TRƯỞNG PHÒNG", en="DEPUTY HEAD OF OFFICE"),
}
