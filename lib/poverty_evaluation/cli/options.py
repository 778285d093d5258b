"""Lời giải thích các tùy chọn chung: what options that several commands share say of themselves."""

DATA_HELP = "Gốc số liệu (mặc định: data của dự án). · Data root (default: the project's data)."
OUTPUT_HELP = "Nơi đặt kết quả (mặc định: outputs). · Where results go (default: outputs)."
FORMAT_HELP = "html,pdf,docx,xlsx (mặc định: tất cả). · html,pdf,docx,xlsx (default: all)."
LANGUAGE_HELP = "Ngôn ngữ của báo cáo. · Language of the report."
VINTAGE_HELP = (
    "preliminary (sơ bộ), official (chính thức), amended (điều chỉnh); mặc định theo report.yml."
    " · Default: as report.yml says."
)
