"""Chữ tiếng Việt: words are told by their letters; document symbols are of no language."""

from __future__ import annotations

import unicodedata

import pytest

from poverty_evaluation.vocabulary.vietnamese import DOCUMENT_SYMBOL, has_vietnamese_words, is_vietnamese_word


@pytest.mark.parametrize("word", ["hộ", "đồng", "TỶ", "Bắc", "ước", "quý", unicodedata.normalize("NFD", "nghèo")])
def test_vietnamese_words(word: str) -> None:
    assert is_vietnamese_word(word)


@pytest.mark.parametrize("word", ["households", "Giang", "2,369", "People’s", "“naïve”", "façade", "≥", ""])
def test_other_words(word: str) -> None:
    assert not is_vietnamese_word(word)


@pytest.mark.parametrize("symbol", ["59/2015/QĐ-TTg", "549-CV/TU", "18/2016/NQ-HĐND", "2874/UBND-LĐTB", "70/NQ-CP"])
def test_document_symbols_are_no_words(symbol: str) -> None:
    assert DOCUMENT_SYMBOL.fullmatch(symbol)
    assert not has_vietnamese_words(f"under {symbol}.")
    assert has_vietnamese_words(f"Quyết định {symbol}")


def test_figures_are_no_symbols() -> None:
    assert DOCUMENT_SYMBOL.search("16/16 local unions; 31/12/2017; 2016-2018") is None
