"""Điều các lệnh dùng chung: what options say of themselves, and the exit statuses."""

PLACE_HELP = "Địa phương, ví dụ bac-giang-city. · The place, for instance bac-giang-city."
PERIOD_HELP = "Kỳ báo cáo: 2017, 2018-H1, 2018-9M, 2018-Q2, 2018-03, 2016-2018. · The reporting period."
DATA_HELP = "Gốc số liệu (mặc định: data của dự án). · Data root (default: the project's data)."
OUTPUT_HELP = "Nơi đặt kết quả (mặc định: outputs). · Where results go (default: outputs)."
FORMAT_HELP = "html,pdf,docx,xlsx (mặc định: tất cả). · html,pdf,docx,xlsx (default: all)."
LANGUAGE_HELP = "Ngôn ngữ của báo cáo. · Language of the report."
VINTAGE_HELP = (
    "preliminary (sơ bộ), official (chính thức), amended (điều chỉnh); mặc định theo report.yml."
    " · Default: as report.yml says."
)
QUIET_HELP = "Chỉ in đường dẫn kết quả. · Print only the paths of the results."
ENGINE_HELP = (
    "Cách chạy sổ tay: warm (nhanh), stock (papermill với nhân Jupyter riêng cho từng sổ tay)."
    " · How notebooks run: warm (fast), stock (papermill with a Jupyter kernel for each)."
)

#: Exit statuses of all commands, beside 0 for done.
INPUT_TO_MEND, OUR_FAULT, DIFFERS, INTERRUPTED = 2, 1, 3, 130
