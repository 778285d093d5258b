"""Ngày tháng: dates, spans and weekdays against the calendar, and against the day of signing."""
