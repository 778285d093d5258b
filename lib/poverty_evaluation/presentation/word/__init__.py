"""Tệp Word: the report for editing, every number a content control; read back when it returns."""
