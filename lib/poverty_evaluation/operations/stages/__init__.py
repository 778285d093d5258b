"""Các bước và dấu vết của chúng: what each stage of a report rests on, and which stages need not be done again."""
