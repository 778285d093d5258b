"""Một việc nêu hai lần: what a figure is about, one fact told twice, an activity copied."""
