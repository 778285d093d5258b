"""Câu chữ của văn bản đánh giá: all fixed wording in both languages, apart from the rules that choose it."""
