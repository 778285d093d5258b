"""Quan hệ do văn bản nêu: which figures a text relates to which, one family of relations per module."""
