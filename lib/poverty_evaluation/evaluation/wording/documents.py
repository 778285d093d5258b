"""Câu chữ của biểu danh mục văn bản."""

from collections.abc import Mapping

from poverty_evaluation.evaluation.patterns import Pattern

DOCUMENTS = Pattern(vi="Danh mục văn bản", en="List of documents")
DOCUMENT = Pattern(vi="Loại văn bản, số, ký hiệu", en="Type and symbol")
DATE = Pattern(vi="Ngày ban hành", en="Date")
ISSUER = Pattern(vi="Cơ quan ban hành", en="Issuer")
SUBJECT = Pattern(vi="Trích yếu", en="Subject")
SECTIONS: Mapping[str, Pattern] = {
    "legal_basis": Pattern(vi="Văn bản làm căn cứ thực hiện", en="Legal basis"),
    "party_committee": Pattern(vi="Văn bản của cấp ủy", en="Issued by the Party committee"),
    "people_committee": Pattern(vi="Văn bản của Ủy ban nhân dân", en="Issued by the People’s Committee"),
    "cited": Pattern(vi="Văn bản khác được dẫn", en="Other documents cited"),
}
FROM_DOCUMENTS = Pattern(vi="Nguồn: danh mục văn bản do các cơ quan gửi.", en="Source: the list the offices sent.")
