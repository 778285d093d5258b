"""Trình bày kết quả: findings as a terminal table, JSON, CSV, XLSX, a page of HTML and a frame."""
