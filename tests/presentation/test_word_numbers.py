"""Số liệu trong tệp Word trở về: what a hand has changed, dropped or added is found again."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from lxml import etree

from poverty_evaluation.evaluation import blocks as b
from poverty_evaluation.presentation.executed import document_of, shown_blocks
from poverty_evaluation.presentation.exporters import EvaluationDOCXExporter
from poverty_evaluation.presentation.word import report as word
from poverty_evaluation.presentation.word.numbers import NAMESPACE, tag_of
from poverty_evaluation.presentation.word.reading import NumberState, UnreadableWordFile, plain_text, read_numbers

LONG = "activity_figure;figure=" + "x" * 60 + "@213/2018-12-31"


def notebook(builders: Any) -> Any:
    """A short report that tells one value three times, another one once, and one whose id is long."""
    poor, ratio = builders.number(builders.POOR), builders.number(builders.RATIO)
    long = replace(poor, value_id=LONG, value=Fraction(12))
    return builders.notebook_of(
        [
            builders.document(),
            b.Paragraph((b.Text("Căn cứ Quyết định số 1722/QĐ-TTg; toàn thành phố có "), poor, b.Text(" hộ nghèo."))),
            b.Paragraph((b.Text("Chiếm "), ratio, b.Text(" trong "), poor, b.Text(" hộ; "), long, b.Text(" suất."))),
            b.Paragraph((b.Text("Cuối kỳ còn "), poor, b.Text(" hộ."))),
            builders.table(),
        ]
    )  # fmt: skip


@pytest.fixture(scope="module")
def issued(builders: Any) -> bytes:
    return EvaluationDOCXExporter().from_notebook_node(notebook(builders))[0]


def edited(content: bytes, change: Callable[[str], str], without: str = "", part: str = "word/document.xml") -> bytes:
    """The file with one part changed, as after saving it in another program."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            if without and name.startswith(without):
                continue
            text = source.read(name)
            archive.writestr(name, change(text.decode()) if name == part else text)
    return target.getvalue()


def control(text: str, number: int) -> str:
    """The XML of one control."""
    found = re.search(rf'<w:sdt>(?:(?!</w:sdt>).)*<w:id w:val="{number}"/>.*?</w:sdt>', text)
    assert found
    return found[0]


def states(content: bytes) -> dict[NumberState, int]:
    numbers = read_numbers(content).numbers
    return {state: found for state in NumberState if (found := sum(one.state is state for one in numbers))}


def test_an_untouched_document_is_as_issued(issued: bytes):
    read = read_numbers(issued)
    assert read.is_as_issued
    assert len(read.numbers) == 5 + 6 * 2 + 2 * 2
    first = read.numbers[0]
    assert (first.value_id, first.issued, first.now) == ("poor_households@213/2018-12-31", "356", "356")
    assert first.paragraph.endswith("toàn thành phố có 356 hộ nghèo.")


def test_the_list_of_numbers_names_every_control_with_its_exact_value(issued: bytes):
    with zipfile.ZipFile(io.BytesIO(issued)) as archive:
        listing = etree.fromstring(archive.read("customXml/item1.xml"))
        main = archive.read("word/document.xml").decode()
    rows = list(listing.iter(f"{{{NAMESPACE}}}number"))
    assert [row.get("tag") for row in rows] == re.findall(r'<w:tag w:val="([^"]+)"/>', main)
    ratio, long = rows[1], rows[3]
    assert (ratio.get("value"), ratio.get("unit"), ratio.text) == ("0.008502507762", "ratio", "0,85%")
    assert long.get("id") == LONG and len(long.get("tag")) == 64
    assert re.fullmatch(r".{47}~[0-9a-f]{16}", long.get("tag")) and long.get("tag") == tag_of(LONG)
    assert tag_of("poverty_ratio@213/2018") == "poverty_ratio@213/2018"
    assert tag_of(LONG) != tag_of(LONG.replace("213", "214"))


def test_a_number_changed_and_a_control_deleted_are_found(issued: bytes):
    def change(text: str) -> str:
        second, third = control(text, 2), control(text, 3)
        return text.replace(second, second.replace("0,85%", "0,83%")).replace(third, "")

    read = read_numbers(edited(issued, change))
    (changed,) = read.of_state(NumberState.CHANGED)
    assert (changed.value_id, changed.issued, changed.now) == ("poverty_ratio@213/2018-12-31", "0,85%", "0,83%")
    assert changed.paragraph.startswith("Chiếm 0,83% trong")
    (missing,) = read.of_state(NumberState.MISSING)
    assert (missing.value_id, missing.issued, missing.now) == ("poor_households@213/2018-12-31", "356", "")
    assert not read.is_as_issued and not read.added_outside


def test_the_same_value_told_elsewhere_does_not_hide_a_change(issued: bytes):
    def change(text: str) -> str:
        fifth = control(text, 5)
        return text.replace(fifth, fifth.replace("356", "365"))

    read = read_numbers(edited(issued, change))
    (changed,) = read.of_state(NumberState.CHANGED)
    assert (changed.now, changed.paragraph) == ("365", "Cuối kỳ còn 365 hộ.")


def test_a_copied_control_and_a_typed_number_are_additions(issued: bytes):
    def change(text: str) -> str:
        first = control(text, 1)
        copied = first.replace('<w:id w:val="1"/>', '<w:id w:val="990"/>')
        typed = '<w:r><w:t xml:space="preserve"> trong 1.250 hộ </w:t></w:r>'
        return text.replace(first, first + copied + typed).replace("1722/QĐ-TTg", "1723/QĐ-TTg")

    read = read_numbers(edited(issued, change))
    (added,) = read.of_state(NumberState.ADDED)
    assert (added.tag, added.now) == ("poor_households@213/2018-12-31", "356")
    assert [one.text for one in read.added_outside] == ["1723", "1.250"]
    assert "trong 1.250 hộ" in read.added_outside[1].paragraph
    assert read.missing_outside == ("1722",)


def test_a_number_freed_of_its_control_is_missing_there_and_added_outside(issued: bytes):
    def change(text: str) -> str:
        first = control(text, 1)
        return text.replace(first, "<w:r><w:t>357</w:t></w:r>")

    read = read_numbers(edited(issued, change))
    assert len(read.of_state(NumberState.MISSING)) == 1
    assert [one.text for one in read.added_outside] == ["357"]


def test_tracked_changes_count_as_accepted(issued: bytes):
    def change(text: str) -> str:
        first, author = control(text, 1), 'w:id="9" w:author="A" w:date="2018-12-31T00:00:00Z"'
        run = re.search(r"<w:r>.*?</w:r>", first)
        assert run
        gone = run[0].replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        tracked = f"<w:del {author}>{gone}</w:del><w:ins {author}><w:r><w:t>360</w:t></w:r></w:ins>"
        return text.replace(first, first.replace(run[0], tracked))

    (changed,) = read_numbers(edited(issued, change)).of_state(NumberState.CHANGED)
    assert (changed.issued, changed.now) == ("356", "360")


def test_an_emptied_control_says_nothing_though_word_shows_a_prompt(issued: bytes):
    def change(text: str) -> str:
        first = control(text, 1)
        return text.replace(
            first, first.replace("<w:text/>", "<w:showingPlcHdr/><w:text/>").replace("356", "Bấm vào đây")
        )

    (changed,) = read_numbers(edited(issued, change)).of_state(NumberState.CHANGED)
    assert changed.now == ""


def test_paragraphs_that_change_places_are_no_change_of_numbers(issued: bytes):
    def change(text: str) -> str:
        second = re.search(r"<w:p>(?:(?!</w:p>).)*Chiếm .*?</w:p>", text)
        assert second
        return text.replace(second[0], "").replace(
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>',
            second[0] + '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>',
            1,
        )

    assert read_numbers(edited(issued, change)).is_as_issued


def test_without_tags_the_titles_and_the_order_tell_the_numbers(issued: bytes):
    """What LibreOffice 7.4 leaves: no tags, other numbers of controls."""

    def change(text: str) -> str:
        second, third = control(text, 2), control(text, 3)
        text = text.replace(second, second.replace("0,85%", "0,83%")).replace(third, "")
        text = re.sub(r"<w:tag [^>]*/>", "", text)
        return re.sub(r'<w:id w:val="(\d+)"/>', r'<w:id w:val="77\g<1>1"/>', text)

    read = read_numbers(edited(issued, change))
    assert [one.now for one in read.of_state(NumberState.CHANGED)] == ["0,83%"]
    assert [one.value_id for one in read.of_state(NumberState.MISSING)] == ["poor_households@213/2018-12-31"]
    assert len(read.of_state(NumberState.ADDED)) == 0


def test_without_the_list_the_notebook_tells_what_was_issued(issued: bytes, builders: Any):
    def change(text: str) -> str:
        second = control(text, 2)
        return text.replace(second, second.replace("0,85%", "0,83%"))

    bare = edited(issued, change, without="customXml/")
    assert states(bare) == {NumberState.UNKNOWN: 21}
    shown = shown_blocks(notebook(builders))
    read = read_numbers(bare, word.issued_numbers(document_of(shown), shown))
    assert [one.now for one in read.of_state(NumberState.CHANGED)] == ["0,83%"]
    assert len(read.of_state(NumberState.UNCHANGED)) == 20


def test_controls_of_others_are_left_alone(issued: bytes):
    foreign = (
        '<w:p><w:sdt><w:sdtPr><w:tag w:val="khac"/><w:id w:val="5"/><w:date/></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>ngày</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    assert read_numbers(edited(issued, lambda text: text.replace("<w:sectPr>", foreign + "<w:sectPr>"))).is_as_issued


def test_what_is_no_word_file_is_refused(issued: bytes, tmp_path: Any):
    for content in (b"", b"PK\x03\x04 no", edited(issued, lambda text: text, without="word/document.xml"),
                    edited(issued, lambda text: text[:-40])):  # fmt: skip
        with pytest.raises(UnreadableWordFile, match="Không phải tệp Word"):
            read_numbers(content)
    path = tmp_path / "báo cáo.docx"
    path.write_bytes(issued)
    assert read_numbers(path).is_as_issued and plain_text(path) == plain_text(issued)


def test_entities_are_not_followed(issued: bytes, tmp_path: Any):
    secret = tmp_path / "secret"
    secret.write_text("bí mật")
    declared = f'<!DOCTYPE w [<!ENTITY x SYSTEM "file://{secret}">]><w:document'
    hostile = edited(issued, lambda text: text.replace("<w:document", declared, 1).replace("hộ nghèo.", "&x;", 1))
    assert not any("bí mật" in text for text in plain_text(hostile))
