"""Bản PDF: the report in the prescribed layout, typeset by Typst."""
