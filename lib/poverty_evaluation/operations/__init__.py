"""Vận hành: one period from received files to a published report, safe against failures and interruptions."""
