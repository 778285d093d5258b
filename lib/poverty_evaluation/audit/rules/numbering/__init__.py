"""Đánh số mục: section and list numbers against their order."""
