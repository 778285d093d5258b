"""Các phần đo của batch.py: each module measures one thing and tells it in plain values, ready for JSON."""
