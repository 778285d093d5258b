"""Tỷ lệ: per cents with what they are of, compositions, numerators above their denominators."""
