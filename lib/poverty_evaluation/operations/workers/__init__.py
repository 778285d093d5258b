"""Người làm: many reports built side by side, each in a process of its own, on this machine or on others."""
