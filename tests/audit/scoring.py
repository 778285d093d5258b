"""How well the audit does on the corpus: recall by kind of planted contradiction, precision over all texts.

`python tests/audit/scoring.py [development|held_out|unseen] [--texts]` prints the scores; `--texts` names each miss
and each false alarm.
"""

import argparse
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from poverty_evaluation.audit.checking import audit_text
from poverty_evaluation.audit.findings import AuditVerdict

CORPUS = Path(__file__).parent / "corpus"
TOLD = (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY)


@dataclass
class Score:
    """planted, found: by kind; found_otherwise: under another kind; false_alarms: by kind of finding."""

    planted: Counter = field(default_factory=Counter)
    found: Counter = field(default_factory=Counter)
    found_otherwise: Counter = field(default_factory=Counter)
    false_alarms: Counter = field(default_factory=Counter)
    told: int = 0
    lines: list = field(default_factory=list)

    @property
    def recall(self):
        return self.found.total() / self.planted.total()

    @property
    def precision(self):
        return 1 - self.false_alarms.total() / self.told if self.told else 1.0


def entries(half):
    for path in sorted((CORPUS / half).glob("*.yml")):
        yield from yaml.safe_load(path.read_text(encoding="utf-8"))


def score(half):
    """A planted contradiction is found when a finding of its kind, or of one as right, touches one of its figures. A
    finding that touches no planted figure is a false alarm."""
    result = Score()
    for entry in entries(half):
        text = entry["text"]
        findings = [one for one in audit_text(text).findings if one.verdict in TOLD]
        result.told += len(findings)
        planted = entry.get("planted") or []
        touched = set()
        for plant in planted:
            spans = [span for figure in plant["figures"] for span in occurrences(text, figure)]
            touching = [at for at, one in enumerate(findings) if touches(one, spans)]
            touched.update(touching)
            kinds = {plant["kind"], *plant.get("or", ())}
            result.planted[plant["kind"]] += 1
            if any(str(findings[at].kind) in kinds for at in touching):
                result.found[plant["kind"]] += 1
            elif touching:
                result.found_otherwise[plant["kind"]] += 1
                result.lines.append(f"other kind  {entry['id']}: {plant['kind']}: {plant['why']}")
            else:
                result.lines.append(f"missed      {entry['id']}: {plant['kind']}: {plant['why']}")
        for at, one in enumerate(findings):
            if at not in touched:
                result.false_alarms[str(one.kind)] += 1
                result.lines.append(
                    f"false alarm {entry['id']}: {one.kind} {one.verdict}: {one.computation} | {one.quote}"
                )
    return result


def occurrences(text, figure):
    at = text.find(figure)
    while at >= 0:
        yield at, at + len(figure)
        at = text.find(figure, at + 1)


def touches(finding, spans):
    own = [(one.start, one.end) for one in finding.figures] or [(finding.start, finding.end)]
    return any(start < end_of and end > start_of for start, end in own for start_of, end_of in spans)


def table(result):
    kinds = sorted(result.planted | result.false_alarms)
    lines = [f"{'kind':16} planted found otherwise false alarms"]
    for kind in kinds:
        lines.append(
            f"{kind:16} {result.planted[kind]:7} {result.found[kind]:5} {result.found_otherwise[kind]:9} "
            f"{result.false_alarms[kind]:12}"
        )
    lines.append(f"recall {result.recall:.3f}, precision {result.precision:.3f} ({result.told} findings)")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("half", nargs="?", default="development", choices=["development", "held_out", "unseen"])
    parser.add_argument("--texts", action="store_true")
    asked = parser.parse_args()
    result = score(asked.half)
    if asked.texts:
        print("\n".join(result.lines))
    print(table(result))


if __name__ == "__main__":
    main()
