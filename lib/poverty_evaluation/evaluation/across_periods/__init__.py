"""So sánh qua các kỳ: what the finished reports of a place tell over time, the statistics office's series beside it."""
