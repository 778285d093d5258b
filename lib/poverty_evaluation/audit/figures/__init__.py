"""Đọc con số: the figures of a text with their values, units, hedges and what they count; what is no quantity."""
