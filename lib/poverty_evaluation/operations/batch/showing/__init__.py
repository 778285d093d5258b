"""Trình bày tiến độ: how a batch goes, in a terminal, as lines, or as JSON for other programs."""
