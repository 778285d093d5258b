"""Trình bày: blocks become HTML, PDF, charts and files; nothing is computed beyond scaling and rounding."""
