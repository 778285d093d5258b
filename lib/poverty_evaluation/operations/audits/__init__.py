"""Rà soát báo cáo: the audit of files that people name, and of our own reports before they are published."""
