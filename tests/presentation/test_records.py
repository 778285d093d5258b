"""The files that other people's scripts read."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

from poverty_evaluation.evaluation import blocks as b
from poverty_evaluation.presentation import records
from poverty_evaluation.vocabulary.findings import finding_from_plain


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_indicators(builders: Any):
    text = records.indicators_csv([builders.RATIO, builders.POOR, builders.UNREADABLE])
    assert text.splitlines()[0] == (
        "id,indicator_id,label_vi,label_en,value,unit,decimals,qualifier,status,as_printed,place_code,period,as_of,"
        "formula,operands,sources"
    )
    ratio, poor, unreadable = rows(text)
    assert ratio["value"] == "0.008502507762" and poor["value"] == "356"
    assert json.loads(ratio["operands"]) == [builders.POOR.id, builders.TOTAL.id]
    assert json.loads(ratio["sources"]) == [
        {
            "file": "periods/bac-giang-city/2016-2018/household_review.csv",
            "sheet": "",
            "row": 3,
            "column": "poor_households",
            "text": "356",
        }
    ]
    assert (unreadable["value"], unreadable["as_printed"], unreadable["status"]) == ("", "2.2.839", "unreadable")
    assert "Tỷ lệ hộ nghèo" in ratio["label_vi"]


def test_vietnamese_is_not_escaped(builders: Any):
    cell = replace(builders.CELL, text="trên 40 nghìn suất")
    assert "trên 40 nghìn suất" in records.indicators_csv([replace(builders.POOR, sources=(cell,))])


def test_findings(builders: Any):
    text = records.findings_csv([finding_from_plain(builders.FINDING)])
    assert text.splitlines()[0] == (
        "id,severity,kind,message_vi,message_en,file,sheet,row,column,quote,stated,computed,indicator_ids,explanation"
    )
    (row,) = rows(text)
    assert row["severity"] == "error" and row["row"] == "17"
    assert json.loads(row["indicator_ids"]) == [builders.MONEY.id]


def test_the_evaluation_reads_back(builders: Any):
    blocks = builders.report()
    plain = json.loads(records.evaluation_json(map(b.block_to_plain, blocks)))
    assert plain["schema"] == 1
    assert list(b.block_from_plain(plain["blocks"])) == blocks
