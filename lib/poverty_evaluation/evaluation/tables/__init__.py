"""Các biểu của văn bản đánh giá: one module for each subject; numbers stay exact in their cells."""
