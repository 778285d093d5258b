"""Câu chữ của biểu mẫu quy định: what stands around the cells of a form. Forms are sent in Vietnamese only."""

from poverty_evaluation.evaluation.patterns import Pattern

TITLE = Pattern(vi="Biểu mẫu kèm theo báo cáo: {title}", en="Forms attached to the report: {title}")
TYPE_NAME = Pattern(vi="BIỂU MẪU KÈM THEO BÁO CÁO", en="FORMS ATTACHED TO THE REPORT")
UNDER_CIRCULAR = Pattern(vi="(Ban hành kèm theo {type} số {symbol})", en="(Issued with {type} No. {symbol})")
TOTAL = Pattern(vi="Tổng cộng", en="Total")
AS_OF = Pattern(vi="(Số liệu đến ngày {date})", en="(Data to {date})")
PRELIMINARY_AS_OF = Pattern(vi="(Số liệu sơ bộ đến ngày {date})", en="(Preliminary data to {date})")
OF_FUNDS = Pattern(vi="(Vốn năm {year}, số liệu đến ngày {date})", en="(Money of {year}, data to {date})")
OF_YEARS = Pattern(vi="(Các năm {first} - {last})", en="(Years {first} - {last})")
YEAR = Pattern(vi="Năm {year} (đến ngày {date})", en="{year} (to {date})")
PLACE_AND_DATE = Pattern(vi="{locality}, ngày … tháng … năm …", en="{locality}, date …")
PREPARER = Pattern(vi="NGƯỜI LẬP BIỂU", en="PREPARED BY")
SIGNED = Pattern(vi="(Ký, ghi rõ họ tên)", en="(Signature and full name)")
UNVERIFIED = Pattern(
    vi="Biểu này chưa đối chiếu được với văn bản ban hành biểu mẫu; đề nghị kiểm tra trước khi gửi.",
    en="This form was not compared with the text that prescribes it; check before sending.",
)
