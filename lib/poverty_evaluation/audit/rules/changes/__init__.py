"""Tăng, giảm: changes against the levels between which they lie, and stocks against their movements."""
