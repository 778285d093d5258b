"""Cách viết: numbers written wrong, and digits against the words beside them."""
