"""The page in a real browser: nothing scrolls sideways, and numbers lead to their sources under the page's policy."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from poverty_evaluation.presentation.exporters import EvaluationHTMLExporter

FRAME = """<!DOCTYPE html><body><iframe width="{width}" height="800" srcdoc="{page}"></iframe><pre id="told"></pre>
<script>
const frame = document.querySelector("iframe");
frame.addEventListener("load", () => {{
  const page = frame.contentDocument;
  const told = (() => {{ {script} }})();
  document.getElementById("told").textContent = JSON.stringify(told);
}});
</script></body>"""

FOLLOW = """
  const number = page.querySelector('data.indicator[data-id^="poverty_ratio@"]');
  number.dispatchEvent(new frame.contentWindow.KeyboardEvent("keydown", {key: "Enter", bubbles: true}));
  const panel = page.getElementById("provenance-panel");
  const opened = {hidden: panel.hidden, text: panel.textContent, expanded: number.getAttribute("aria-expanded")};
  panel.querySelector("li button").click();
  const followed = panel.textContent;
  page.dispatchEvent(new frame.contentWindow.KeyboardEvent("keydown", {key: "Escape", bubbles: true}));
  const closed = panel.hidden;
  page.querySelector('data.indicator[data-id^="support_vnd@"]').click();
  return {...opened, followed, closed, finding: panel.textContent, scripts: page.querySelectorAll("script").length};
"""


def told_by_browser(page: str, width: int, script: str, folder: Path) -> Any:
    browser = next(
        (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
    )
    if not browser:
        pytest.fail("Chromium is missing, so the page was not tried in a browser; on Debian: apt-get install chromium")
    path = folder / "frame.html"
    path.write_text(FRAME.format(width=width, page=html.escape(page), script=script), encoding="utf-8")
    done = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
         f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=5000", "--window-size=1600,1000",
         "--dump-dom", path.as_uri()],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    told = re.search(r'<pre id="told">(.+?)</pre>', done.stdout.decode(), re.DOTALL)
    assert told, done.stderr.decode()[-2000:]
    return json.loads(html.unescape(told[1]))


@pytest.fixture(scope="module")
def page(executed_report: Any) -> str:
    return EvaluationHTMLExporter().from_notebook_node(executed_report)[0]


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_the_page_never_scrolls_sideways(page: str, width: int, tmp_path: Path):
    script = (
        "const root = page.documentElement; return [root.scrollWidth, root.clientWidth, frame.contentWindow.innerWidth]"
    )
    scrolled, visible, inner = told_by_browser(page, width, script, tmp_path)
    assert inner == width
    assert scrolled <= visible


def test_a_number_leads_to_its_formula_operands_sources_and_findings(page: str, tmp_path: Path):
    told = told_by_browser(page, 1000, FOLLOW, tmp_path)
    assert told["hidden"] is False and told["expanded"] == "true"
    assert "poor_households / total_households" in told["text"]
    assert "Số hộ nghèo: 356" in told["text"] and "household_review.csv, dòng 3" in told["text"]
    assert "</script><script>alert(1)</script>" in told["text"]  # as text
    assert told["followed"].startswith("Số hộ nghèo") and "42" in told["followed"]
    assert told["closed"] is True
    assert "78.400" in told["finding"]
    assert told["scripts"] == 3
