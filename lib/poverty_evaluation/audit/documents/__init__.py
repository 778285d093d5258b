"""Đọc tệp: text, Markdown, DOCX, PDF and HTML as one kind of text with lines, pages, blocks and tables."""
