"""Số nêu và số kể: announced counts against the things named or listed."""
