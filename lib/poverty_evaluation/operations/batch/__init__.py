"""Nhiều báo cáo một lần: many places and periods, nothing built twice, one failure stopping no other."""
