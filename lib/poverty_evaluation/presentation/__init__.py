"""Trình bày: the blocks of a document become HTML, PDF, charts and files; nothing is computed here beyond scaling and rounding."""
