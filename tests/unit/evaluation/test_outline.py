"""Dựng theo đề cương: numbering, what was not sent, appendices, and every unknown name with its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from poverty_evaluation.evaluation.blocks import Appendix, Findings, Heading, Paragraph, Signature, Table
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.document import build_evaluation
from poverty_evaluation.evaluation.wording.document import BLANK
from poverty_evaluation.reference import BilingualText, Outline, OutlineBlock, OutlineNode, Reference, Registry
from poverty_evaluation.vocabulary.choices import Audience, ReportStatus, StyleProfile
from poverty_evaluation.vocabulary.errors import InputError
from poverty_evaluation.vocabulary.report import Signatory

Build = Callable[..., EvaluationContext]
Make = Callable[..., Any]


def block(kind: str, name: str = "", **options: Any) -> OutlineBlock:
    return OutlineBlock(kind, name, MappingProxyType(options))


def node(heading: str, *parts: OutlineBlock | OutlineNode) -> OutlineNode:
    return OutlineNode(
        BilingualText(heading, f"{heading} (en)"),
        tuple(part for part in parts if isinstance(part, OutlineBlock)),
        tuple(part for part in parts if isinstance(part, OutlineNode)),
    )


@pytest.fixture
def outlined(context: Build, reference: Reference) -> Callable[..., EvaluationContext]:
    """A context whose report follows an outline of the test's own."""

    def build(chapters: list[OutlineNode], appendices: tuple[OutlineNode, ...] = (), **rest: Any) -> EvaluationContext:
        outline = Outline("own", BilingualText("BÁO CÁO", "REPORT"), tuple(chapters), appendices)
        return context(known=replace(reference, outlines=Registry({"own": outline})), kind="own", **rest)

    return build


def headings(context: EvaluationContext) -> list[str]:
    return [f"{one.number} {one.text}" for one in build_evaluation(context).chapters if isinstance(one, Heading)]


def test_chapters_sections_and_points_are_numbered(outlined: Build) -> None:
    narrative = {f"org_{code}": "Có." for code in ("ldld",)}
    context = outlined(
        [
            node("MỘT"),
            node("HAI", node("Mục"), node("Tổ chức", block("organisations", "mass_organisation", also=("mttq",)))),
        ],
        narrative=narrative,
    )
    told = headings(context)
    assert told[:5] == [
        "I. MỘT",
        "II. HAI",
        "1. Mục",
        "2. Tổ chức",
        "a) Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Bắc Giang",
    ]
    assert [one[:2] for one in told[4:]] == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)"]


def test_points_in_english_follow_its_alphabet(outlined: Build) -> None:
    context = outlined(
        [node("ONE", node("B", block("organisations", "mass_organisation", also="mttq")))], language="en"
    )
    assert [one[:2] for one in headings(context)[2:]] == ["a)", "b)", "c)", "d)", "e)", "f)", "g)"]


def test_what_was_not_sent_is_said_in_one_sentence(outlined: Build, read: Make) -> None:
    context = outlined(
        [
            node("TỒN TẠI", block("narrative", "limits")),
            node(
                "KẾT QUẢ",
                node("Chính sách", block("activities", missing_vi="chính sách", missing_en="policies")),
                node("Chỉ đạo", block("narrative", "leadership", missing_vi="chỉ đạo", missing_en="leadership")),
                node("Bảng", block("table", "poverty"), block("documents", "cited")),
            ),
        ]
    )
    said = [read(one.content) for one in build_evaluation(context).chapters if isinstance(one, Paragraph)]
    assert said == [
        "Đến thời điểm báo cáo, chưa có thông tin về tồn tại; báo cáo chưa đề cập nội dung này.",
        "Đến thời điểm báo cáo, chưa có số liệu về chính sách; báo cáo chưa đánh giá nội dung này.",
        "Đến thời điểm báo cáo, chưa có thông tin về chỉ đạo; báo cáo chưa đề cập nội dung này.",
        "Đến thời điểm báo cáo, chưa có thông tin về bảng; báo cáo chưa đề cập nội dung này.",
    ]


def test_components_with_prose_without_data_and_not_applicable(outlined: Build, frame: Make, read: Make) -> None:
    rows = [
        {"activity_id": name, "measure_code": measure, "organisation_code": "ubnd-tp"}
        for name, measure in (("a", "capacity-training"), ("b", "cow-breeding-model"))
    ]
    figures = [
        {"figure_id": f"{name}.items", "activity_id": name, "role": "items", "status": status}
        for name, status in (("a", "not_applicable"), ("b", "given"))
    ]
    tables = {"activities": frame("activities", *rows), "activity_figures": frame("activity_figures", *figures)}
    context = outlined([node("MỘT", block("components"))], tables=tables, narrative={"component-4": "Đã truyền thông."})
    blocks = build_evaluation(context).chapters
    assert [one.number for one in blocks if isinstance(one, Heading)] == ["I.", "a)"]
    said = [read(one.content) for one in blocks if isinstance(one, Paragraph)]
    assert said[1].startswith(
        "Đến thời điểm báo cáo, chưa có số liệu về Dự án 1 (Chương trình 30a), Dự án 2 (Chương trình 135)"
    )
    assert said[1].endswith("báo cáo chưa đánh giá các nội dung này.")
    assert said[2] == (
        "Thành phố Bắc Giang không thuộc đối tượng thực hiện Dự án 5 (Nâng cao năng lực và giám sát, đánh giá thực "
        "hiện Chương trình)."
    )
    assert build_evaluation(outlined([node("MỘT", block("components"))], programme_id="")).chapters[1] == Paragraph(
        build_evaluation(outlined([node("MỘT")])).chapters[1].content
    )


def test_appendices_are_numbered_without_a_gap_and_announced(outlined: Build, finding: Make, read: Make) -> None:
    appendices = (
        node("TRỐNG", block("table", "poverty")),
        node("CÁCH TÍNH", block("method")),
        node("KẾT QUẢ RÀ SOÁT", block("findings")),
    )
    context = outlined([node("MỘT", block("findings_summary"))], appendices, findings=(finding(),))
    built = build_evaluation(context)
    heads = [one for one in built.appendices if isinstance(one, Appendix)]
    assert [(head.number, head.title, head.landscape) for head in heads] == [
        ("Phụ lục I", "CÁCH TÍNH", False), ("Phụ lục II", "KẾT QUẢ RÀ SOÁT", True),
    ]  # fmt: skip
    assert "Chi tiết tại Phụ lục II." in read(built.chapters[1].content)
    assert read(built.closing[0].content) == "Kèm theo báo cáo: Phụ lục I (Cách tính); Phụ lục II (Kết quả rà soát)."


def test_a_report_for_signature_has_no_findings_and_no_gap(outlined: Build, finding: Make) -> None:
    appendices = (node("KẾT QUẢ RÀ SOÁT", block("findings")), node("CÁCH TÍNH", block("method")))
    explained = finding(explanation="Đã đối chiếu sổ gốc.")
    context = outlined([node("MỘT")], appendices, findings=(explained,), status=ReportStatus.FOR_SIGNATURE)
    built = build_evaluation(context)
    assert [one.number for one in built.appendices if isinstance(one, Appendix)] == ["Phụ lục I"]
    assert built.document.letterhead.draft_mark == ""
    assert not any(isinstance(one, Findings) for one in built.appendices)


def test_unexplained_errors_refuse_a_signature(outlined: Build, finding: Make) -> None:
    context = outlined([node("MỘT")], findings=(finding("abc"),), status=ReportStatus.FOR_SIGNATURE)
    with pytest.raises(InputError) as refused:
        build_evaluation(context)
    assert "explanations.yml (finding: abc;" in str(refused.value)
    assert (
        build_evaluation(outlined([node("MỘT")], findings=(finding("abc"),))).document.letterhead.draft_mark
        == "DỰ THẢO"
    )


def test_explanations_become_notes_under_the_tables_they_concern(
    outlined: Build, value: Make, frame: Make, review: Make, finding: Make, read: Make
) -> None:
    count = value("poor_households", 5, when="2016-12-31")
    context = outlined(
        [node("MỘT", block("table", "poverty"), block("table", "sources"))],
        values=(count,),
        findings=(finding(explanation="Đã đối chiếu sổ gốc.", indicator_ids=(count.id,)),),
        tables={"household_review": frame("household_review", review("2016-12-31"))},
        status=ReportStatus.FOR_SIGNATURE,
    )
    poverty, sources = (one for one in build_evaluation(context).chapters if isinstance(one, Table))
    assert [read(note) for note in poverty.notes] == ["Đã đối chiếu sổ gốc."]
    assert sources.notes == ()


def test_unknown_names_are_told_all_at_once_with_their_places(outlined: Build) -> None:
    context = outlined(
        [
            node("MỘT", block("narative", "limits"), block("narrative", "limits")),
            node("HAI", node("A", block("table", "povert"), block("chart", "monney"), block("documents", "party"))),
            node("BA", block("activities", "city_owned"), block("organisations", "mass", also=("mtq",))),
        ],
        (node("BỐN", block("organisation_activities", "banks")),),
        narrative={"limits": "Có {x}."},
    )
    with pytest.raises(InputError) as refused:
        build_evaluation(context)
    places = {(problem.file, problem.column): problem.found_en for problem in refused.value.problems}
    own, text = "reference/outlines/own.yml", "periods/bac-giang-city/2016-2018/narrative/limits.md"
    assert places == {
        (own, "appendices[1].blocks[1].name"): "“banks”",
        (own, "chapters[1].blocks[1].kind"): "“narative”",
        (text, ""): "{x}",
        (own, "chapters[2].sections[1].blocks[1].name"): "“povert”",
        (own, "chapters[2].sections[1].blocks[2].name"): "“monney”",
        (own, "chapters[2].sections[1].blocks[3].name"): "“party”",
        (own, "chapters[3].blocks[1].name"): "“city_owned”",
        (own, "chapters[3].blocks[2].options.also"): "“mtq”",
        (own, "chapters[3].blocks[2].name"): "“mass”",
    }
    message = str(refused.value)
    for hint in (
        "Có phải: narrative",
        "Did you mean: poverty",
        "Có phải: money",
        "party_committee",
        "city_own",
        "mttq",
    ):
        assert hint in message


def test_an_unknown_kind_of_report_is_refused(context: Build) -> None:
    with pytest.raises(InputError) as refused:
        build_evaluation(context(kind="mid-tern"))
    (problem,) = refused.value.problems
    assert (problem.file, problem.column) == ("periods/bac-giang-city/2016-2018/report.yml", "kind")
    assert "mid-term" in problem.remedy_vi


def test_what_report_yml_leaves_open_is_a_dotted_blank(outlined: Build) -> None:
    signature = build_evaluation(outlined([node("MỘT")], signatory=Signatory(), recipients_vi=())).closing[-1]
    assert isinstance(signature, Signature)
    assert (signature.position, signature.name, signature.recipients) == (BLANK, BLANK, (f"{BLANK}.",))
    told = build_evaluation(outlined([node("MỘT")], recipients_vi=("Như trên",))).closing[-1]
    assert isinstance(told, Signature) and told.recipients == ("Như trên.",)


def test_only_what_goes_up_must_name_whom_it_goes_to(outlined: Build) -> None:
    def addressees(audience: Audience) -> tuple[str, ...]:
        built = build_evaluation(outlined([node("MỘT")], audience=audience, addressees_vi=()))
        return built.document.letterhead.addressees

    assert addressees(Audience.SUPERIOR) == (BLANK,)
    assert addressees(Audience.PUBLIC) == addressees(Audience.INTERNAL) == ()


def test_the_profile_of_the_layout_is_the_one_asked_for(outlined: Build) -> None:
    assert build_evaluation(outlined([node("MỘT")])).document.style_profile == "nd-30-2020"
    older = outlined([node("MỘT")], style_profile=StyleProfile.CIRCULAR_01)
    assert build_evaluation(older).document.style_profile == "tt-01-2011"


def test_notes_of_the_report(outlined: Build, read: Make) -> None:
    context = outlined([node("MỘT", block("notes"))], notes_vi=("Một.", "Hai."))
    lead, notes = build_evaluation(context).chapters[1:]
    assert read(lead.content) == "Lưu ý khi sử dụng số liệu:"
    assert [read(item) for item in notes.items] == ["Một.", "Hai."]
