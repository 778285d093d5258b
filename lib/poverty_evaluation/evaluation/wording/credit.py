"""Câu chữ của biểu tín dụng chính sách: what a bank lent, by loan programme, and what went through associations."""

from poverty_evaluation.evaluation.patterns import Pattern

CREDIT = Pattern(vi="Kết quả cho vay tín dụng chính sách", en="Policy credit by loan programme")
CREDIT_OF_ASSOCIATIONS = Pattern(
    vi="Vốn vay thông qua các hội, đoàn thể", en="Credit through the associations"
)  # fmt: skip
PROGRAMME = Pattern(vi="Chương trình cho vay", en="Loan programme")
ASSOCIATION = Pattern(vi="Đơn vị, nguồn vốn", en="Association and source of the loans")
DISBURSED = Pattern(vi="Doanh số cho vay", en="Loans disbursed")
BORROWERS = Pattern(vi="Số hộ được vay (hộ)", en="Borrowing households")
REPAID = Pattern(vi="Doanh số thu nợ", en="Loans repaid")
OUTSTANDING = Pattern(vi="Dư nợ", en="Loans outstanding")
INDEBTED = Pattern(vi="Số hộ còn dư nợ (hộ)", en="Households with loans outstanding")
OVERDUE = Pattern(vi="Nợ quá hạn", en="Overdue")
ASSOCIATION_ALONE = Pattern(vi="{association}: {source}", en="{association}: {source}")
THROUGH = Pattern(vi="Ủy thác qua {association}", en="Entrusted to the {association}")
TOLD_AS_WHOLE = Pattern(vi="tổng số đơn vị báo cáo: {money}", en="total as the office told it: {money}")
ENTRUSTED_NOTE = Pattern(
    vi="Phần ủy thác qua các hội, đoàn thể nằm trong số liệu của ngân hàng, không cộng thêm vào tổng số. Doanh số cho "
    "vay là số phát sinh, dư nợ là số tại thời điểm; hai loại số liệu này không cộng với nhau.",
    en="What is entrusted to associations is part of the bank’s figures and is not added to them. Loans disbursed are "
    "a flow, loans outstanding a stock; they are not added to each other.",
)
FLOWS_NOTE = Pattern(
    vi="Doanh số cho vay là số phát sinh, dư nợ là số tại thời điểm; hai loại số liệu này không cộng với nhau.",
    en="Loans disbursed are a flow, loans outstanding a stock; they are not added to each other.",
)
ASSOCIATIONS_NOTE = Pattern(
    vi="Vốn nhận ủy thác là một phần vốn của ngân hàng nên biểu này không có tổng số và không cộng với số liệu của "
    "ngân hàng.",
    en="Entrusted loans are part of a bank’s, so this table has no total and is not added to the banks’ figures.",
)
