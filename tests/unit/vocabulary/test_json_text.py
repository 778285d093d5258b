"""Indented JSON: as the standard library lays it out, or less of it on lines of its own."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_evaluation.vocabulary.choices import Language
from poverty_evaluation.vocabulary.json_text import indented

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
TREES = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner), max_leaves=30
)


def as_read(text: str) -> str:
    """What a reader of the text has in hand, in the standard library's words."""
    return json.dumps(json.loads(text), ensure_ascii=False, indent=1)


@given(TREES)
def test_any_tree_is_laid_out_as_the_standard_library_does_it(tree: Any) -> None:
    text = indented(tree)
    assert as_read(text) == json.dumps(tree, ensure_ascii=False, indent=1)
    assert text.count("\n") == json.dumps(tree, ensure_ascii=False, indent=1).count("\n")


@pytest.mark.parametrize(
    "tree", [{1: "a", None: 2, False: [], 2.5: {}}, {Language.VI: Language.EN}, Language.VI, "\u2028", "\ud800", 2**70]
)
def test_keys_and_texts_of_other_kinds(tree: Any) -> None:
    assert indented(tree) == json.dumps(tree, ensure_ascii=False, indent=1)
    assert as_read(indented([tree], depth=0)) == as_read(json.dumps([tree]))


@given(TREES, st.integers(0, 4))
def test_a_depth_changes_the_lines_and_nothing_else(tree: Any, depth: int) -> None:
    text = indented(tree, depth=depth)
    assert json.dumps(json.loads(text)) == json.dumps(tree)


def test_below_the_depth_an_entry_stands_on_one_line() -> None:
    tree = {"b": [{"y": 1, "x": [2, 3]}, "é"], "a": {}}
    assert indented(tree, sort_keys=True, depth=2) == '{\n "a": {},\n "b": [\n  {"x":[2,3],"y":1},\n  "é"\n ]\n}'


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
@pytest.mark.parametrize("depth", [0, 1])
def test_a_float_that_is_no_number_is_null(number: float, depth: int) -> None:
    assert json.loads(indented([number], depth=depth)) == [None]


@pytest.mark.parametrize("tree", [{"a": [date(2018, 1, 1)]}, {(1, 2): 3}, {"a": {1}}])
@pytest.mark.parametrize("depth", [0, 9])
def test_what_json_does_not_know_is_refused(tree: Any, depth: int) -> None:
    with pytest.raises(TypeError):
        indented(tree, depth=depth)
