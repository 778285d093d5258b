"""Đối chiếu bản đã ký: a signed copy beside the report that was built, number by number."""
