"""Tổng và các phần: wholes with their parts, however a text tells them, and slips of a thousand between them."""
