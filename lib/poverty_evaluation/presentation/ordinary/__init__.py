"""Sổ tay thường: any notebook that is no report, as pieces, and these as a page, a PDF or a Word file."""
