"""The audit of our own report before it is published."""

from poverty_evaluation.operations.audits.self_audit import audit_report
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity

PAGE = '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"></head><body><p>{}</p></body></html>'
WRONG = "Tổng số 100 hộ, gồm: 60 hộ nghèo và 30 hộ cận nghèo."
RIGHT = "Tổng số 90 hộ, gồm: 60 hộ nghèo và 30 hộ cận nghèo."


def finding(quote, stated="", computed=""):
    return Finding("0" * 12, Severity.ERROR, FindingKind.SUM, "", "", quote=quote, stated=stated, computed=computed)


def audited(folder, text, findings=()):
    (folder / "report.html").write_text(PAGE.format(text), encoding="utf-8")
    return audit_report(folder, ["report.html", "report.pdf"], findings)


def test_a_report_that_agrees_with_itself(tmp_path):
    audit = audited(tmp_path, RIGHT)
    assert (audit.told, audit.unannounced, audit.failure, audit.figures_read) == ((), (), "", 3)


def test_a_disagreement_that_no_finding_names(tmp_path):
    (told,) = audited(tmp_path, WRONG).unannounced
    assert (told["kind"], told["stated"]) == ("sum", "100 hộ")


def test_a_disagreement_that_the_findings_announce(tmp_path):
    audit = audited(tmp_path, WRONG, [finding("100 … 60 … 30", "100", "90")])
    assert len(audit.told) == 1
    assert audit.unannounced == ()


def test_another_finding_announces_nothing(tmp_path):
    assert audited(tmp_path, WRONG, [finding("75 … 25")]).unannounced


def test_a_file_that_cannot_be_read_is_told_and_stops_nothing(tmp_path):
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.7 damaged")
    audit = audit_report(tmp_path, ["report.pdf"], ())
    assert audit.failure
    assert audit.to_plain()["failure"] == audit.failure


def test_workbooks_alone_are_not_audited(tmp_path):
    assert audit_report(tmp_path, ["tables.xlsx"], ()) is None
