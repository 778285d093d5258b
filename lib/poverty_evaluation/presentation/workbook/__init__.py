"""Sổ bảng tính: the tables, indicators and findings of a report as an accessible workbook."""
