"""Câu chữ của biểu kết quả của Mặt trận Tổ quốc và các tổ chức chính trị - xã hội."""

from collections.abc import Mapping

from poverty_evaluation.evaluation.patterns import Pattern
from poverty_evaluation.vocabulary import figure_roles as roles

ORGANISATIONS = Pattern(
    vi="Kết quả của Mặt trận Tổ quốc và các tổ chức chính trị - xã hội",
    en="Results of the Fatherland Front and the socio-political organisations",
)
CONTENT = Pattern(vi="Đơn vị, nội dung", en="Organisation and activity")
QUANTITY = Pattern(vi="Số lượng", en="Quantity")
BENEFICIARIES = Pattern(vi="Đối tượng", en="Beneficiaries")
SUPPORT = Pattern(vi="Kinh phí", en="Support")
LOANS = Pattern(vi="Vốn vay", en="Loans")
SOURCE = Pattern(vi="Nguồn, tính chất", en="Source and nature")
TOTAL_NOTE = Pattern(
    vi="Tổng số gồm hỗ trợ, hiện vật quy tiền và tiền huy động; không gồm vốn vay, không cộng khoản “trong đó” và việc "
    "tính vào đơn vị khác.",
    en="The total holds grants, aid in kind and money mobilised; neither loans nor parts of other rows nor what is "
    "counted under another organisation.",
)
NO_SUPPORT_NOTE = Pattern(
    vi="Khoản không ghi tính chất là tiền thu hoặc chưa rõ tính chất, không cộng vào tổng số.",
    en="An amount without a nature was received or is unclear; it is in no total.",
)
SOURCES: Mapping[str, Pattern] = {
    roles.STATE: Pattern(vi="ngân sách {money}", en="State budget {money}"),
    roles.OWN: Pattern(vi="đối ứng {money}", en="own contribution {money}"),
    roles.INTEGRATED: Pattern(vi="lồng ghép {money}", en="integrated {money}"),
    roles.MOBILISED: Pattern(vi="huy động {money}", en="mobilised {money}"),
}
