"""Trang HTML: the report as one page that answers where each number comes from."""
