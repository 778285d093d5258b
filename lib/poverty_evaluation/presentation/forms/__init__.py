"""Biểu mẫu quy định: the prescribed forms as a workbook, and in a notebook."""
