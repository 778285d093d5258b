"""Trình bày kết quả: findings as a terminal table, JSON, CSV, HTML and XLSX."""
