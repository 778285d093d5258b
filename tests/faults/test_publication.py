"""What is published, beside what, and what is never overwritten."""

import json


def record(project, folder=""):
    return json.loads((project.published / folder / "run.json").read_text(encoding="utf-8"))


def test_a_first_run_publishes_what_the_contract_names(project):
    ended = project.run()
    assert ended.returncode == 0, ended.stderr
    assert sorted(project.contents()) == [
        "alpha-city/2017/evaluation.json",
        "alpha-city/2017/executed/01_ingest.ipynb",
        "alpha-city/2017/executed/02_analysis.ipynb",
        "alpha-city/2017/executed/03_report.ipynb",
        "alpha-city/2017/findings.csv",
        "alpha-city/2017/indicators.csv",
        "alpha-city/2017/report.html",
        "alpha-city/2017/run.json",
    ]
    printed = ended.stdout.splitlines()
    assert printed[0] == str(project.published / "report.html")
    assert sorted(printed) == [str(project.root / "outputs" / name) for name in sorted(project.contents())]
    for words in ("Đọc và kiểm tra số liệu · Reading", "Xuất HTML", "Công bố kết quả"):
        assert words in ended.stderr


def test_two_runs_on_the_same_inputs_differ_in_times_only(published):
    first, before = record(published), published.contents()
    assert published.run().returncode == 0
    second, after = record(published), published.contents()
    assert first.pop("times") != second.pop("times")
    assert first == second
    for name in before:
        if not name.endswith((".ipynb", "run.json")):
            assert before[name] == after[name], name


def test_the_record_says_what_was_read_and_built(published):
    found = record(published)
    assert [entry["file"] for entry in found["inputs"]] == ["periods/alpha-city/2017/report.yml"]
    assert (found["standard"], found["vintage"], found["report_status"]) == ("s1", "official", "draft")
    assert found["findings"] == {"error": 0, "warning": 1, "note": 0}
    assert list(found["times"]["seconds"]) == ["01_ingest", "02_analysis", "03_report", "html"]
    assert (found["exit_status"], found["exit_state"]) == (0, "done")


def test_no_path_of_the_machine_is_published(built_once):
    for name, content in built_once.contents().items():
        assert str(built_once.root).encode() not in content, name


def test_a_run_leaves_its_tables_where_notebooks_opened_by_hand_look(project):
    project.write("01_ingest", project.open_run, project.save_ingest)
    assert project.run().returncode == 0
    assert (project.root / "outputs/.work/alpha-city/2017/ingest/hand_over.json").is_file()


def test_the_other_language_stays_beside_the_new_report(published):
    vietnamese = {name: text for name, text in published.contents().items() if "report.html" in name}
    ended = published.run("--language", "en")
    assert ended.returncode == 0
    assert "Built from earlier data" not in ended.stderr
    contents = published.contents()
    assert contents.items() >= vietnamese.items()
    for name in ("report.en.html", "evaluation.en.json", "executed/03_report.en.ipynb", "executed/03_report.ipynb"):
        assert f"alpha-city/2017/{name}" in contents
    assert {entry["file"] for entry in record(published)["carried_over"]} == {"evaluation.json", "report.html"}


def test_a_report_of_earlier_data_is_pointed_out(project):
    assert project.run("--language", "en").returncode == 0
    (project.period / "new.csv").write_text("x", encoding="utf-8")
    ended = project.run()
    assert "Built from earlier data, to be built again: evaluation.en.json, report.en.html" in ended.stderr
    again = project.run()
    assert "Built from earlier data, to be built again: evaluation.en.json, report.en.html" in again.stderr


def test_the_preliminary_report_has_its_own_folder_and_survives(project):
    assert project.run("--vintage", "preliminary").returncode == 0
    assert record(project, "so-bo")["vintage"] == "preliminary"
    preliminary = project.contents()
    assert project.run().returncode == 0
    assert project.contents().items() >= preliminary.items()
    assert record(project)["vintage"] == "official"
    official = {name: text for name, text in project.contents().items() if "so-bo" not in name}
    assert project.run("--vintage", "preliminary").returncode == 0
    assert project.contents().items() >= official.items()


def test_the_notebooks_are_told_of_the_vintage_that_was_asked_for(project):
    project.write("01_ingest", "from poverty_evaluation.workspace import open_run\n"
                  "assert open_run(place, period, work_dir=work_dir).vintage == 'preliminary'")  # fmt: skip
    assert project.run("--vintage", "preliminary").returncode == 0
    assert project.run().returncode == 1


def test_an_issued_report_is_never_overwritten(project):
    project.report(status="issued")
    assert project.run().returncode == 0
    before = project.contents()
    for options in ([], ["--language", "en"]):
        ended = project.run(*options)
        assert ended.returncode == 2
        assert "Báo cáo đã ban hành không được ghi đè" in ended.stderr
    assert project.contents() == before
    assert project.run("--output", "elsewhere").returncode == 0


def test_strict_ends_with_3_when_error_findings_stand(project):
    project.report(severity="error")
    assert project.run().returncode == 0
    assert record(project)["exit_status"] == 0
    ended = project.run("--strict")
    assert ended.returncode == 3
    assert "1 unexplained error findings" in ended.stderr
    assert record(project)["exit_status"] == 3
    project.report(severity="warning")
    assert project.run("--strict").returncode == 0


def test_quiet_prints_paths_only(project):
    ended = project.run("--quiet")
    assert ended.returncode == 0
    assert ended.stderr == ""
    assert ended.stdout.startswith(str(project.published / "report.html"))


def test_another_output_folder_leaves_the_projects_outputs_alone(project):
    assert project.run("--output", "elsewhere").returncode == 0
    assert (project.root / "elsewhere" / "alpha-city" / "2017" / "report.html").is_file()
    assert not (project.root / "outputs").exists()
