"""A small data root that loads, for tests to break."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from poverty_evaluation.reference import Reference, load_reference
from poverty_evaluation.vocabulary.errors import InputError, InputProblem

PLACES_HEADING = (
    "place_code,slug,name_vi,name_en,type_vi,level,parent_code,valid_from,valid_to,"
    "successor_codes,predecessor_codes,instrument,source,verified,note_vi"
)

STANDARDS = """
- id: old
  label_vi: Chuẩn cũ
  label_en: Old standard
  issuer: national
  issuer_vi: Chính phủ
  issuer_en: Government
  instrument: 1/2010/NĐ-CP
  valid_from: 2011-01-01
  valid_to: 2015-12-31
  method: income
  rule_vi: Theo thu nhập.
  rule_en: By income.
  source: bịa ra để thử
  verified: true
  lines:
    - {household_class: poor, area: rural, vnd_per_person_month: 400000, verified: true}
"""

PROGRAMMES = """
- id: p-one
  label_vi: Chương trình Một
  label_en: Programme One
  short_vi: CT Một
  short_en: P One
  instrument: 1/2010/NĐ-CP
  valid_from: 2016-01-01
  valid_to: 2020-12-31
  source: bịa ra để thử
  verified: true
  components:
    - code: component-1
      short_vi: Dự án 1
      short_en: Component 1
      label_vi: Đường
      label_en: Roads
      verified: true
      sub_projects:
        - {code: component-1-1, label_vi: Cầu, label_en: Bridges, verified: false}
  targets: []
  money: []
"""

FILES = {
    "places.csv": f"""{PLACES_HEADING}
901,tinh-mau,Mẫu,Mẫu Province,tỉnh,province,,,,,,,bịa,true,
990,thanh-pho-mau,Mẫu,Mẫu City,thành phố,city,901,,,,,,bịa,true,
90001,,Hòa Bình,Hòa Bình Ward,phường,ward,990,,,,,,bịa,true,
90002,,Ngô Quyền,Ngô Quyền Commune,xã,commune,990,,2019-12-31,90002,,,bịa,true,
90002,,Ngô Quyền,Ngô Quyền Ward,phường,ward,990,2020-01-01,,,90002,1/2010/NĐ-CP,bịa,true,
90003,,Tân An,Tân An Ward,phường,ward,990,,,,,,bịa,true,
90004,,Tân An,Tân An Commune,xã,commune,990,,,,,,bịa,true,
""",
    "place_names.csv": "spelling,place_code,note\nPhường Ngũ Quyền,90002,in sai\n",
    "standards.yml": STANDARDS,
    "programmes.yml": PROGRAMMES,
    "documents.csv": (
        "symbol,type_vi,date,issuer_vi,subject_vi,subject_en,in_force_from,in_force_to,source,verified\n"
        "1/2010/NĐ-CP,Nghị định,2010-12-31,Chính phủ,Thử,Test,,,bịa,true\n"
    ),
    "measures.csv": (
        "measure_code,label_vi,label_en,group_code,programme_id,component_code,level,legal_basis,"
        "organisation_code,benefit,source,verified\n"
        "road,Làm đường,Roads built,inner,p-one,component-1,programme,,office,service,bịa,true\n"
    ),
    "measure_groups.csv": (
        "group_code,label_vi,label_en,parent_code\nouter,Ngoài,Outer,\nmiddle,Giữa,Middle,outer\ninner,Trong,Inner,middle\n"
    ),
    "organisations.csv": (
        "organisation_code,label_vi,label_en,short_vi,short_en,type,valid_from,valid_to,source\n"
        "office,Văn phòng Mẫu,Office of Mẫu,VP,,office,,,bịa\n"
    ),
    "beneficiary_groups.csv": "group_code,label_vi,label_en,is_poverty_class\npoor,Hộ nghèo,Poor households,poor\n",
    "units.csv": (
        "unit,unit_code,kind,label_vi,label_en,note\nlượt hộ,household_occurrence,occurrences,lượt hộ,visits,\n"
    ),
    "figure_roles.csv": "role,label_vi,label_en\nhouseholds,Số hộ,Households\n",
}


class DataRoot:
    """A data root whose reference files a test rewrites."""

    def __init__(self, path: Path):
        self.path = path
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        file = self.path / "reference" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def remove(self, name: str) -> None:
        (self.path / "reference" / name).unlink()

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.path / "reference" / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def append(self, name: str, text: str) -> None:
        self.write(name, (self.path / "reference" / name).read_text(encoding="utf-8") + text)

    def load(self) -> Reference:
        return load_reference(self.path)

    def problems(self) -> tuple[InputProblem, ...]:
        with pytest.raises(InputError) as caught:
            self.load()
        return caught.value.problems


@pytest.fixture
def data_root(tmp_path: Path) -> DataRoot:
    return DataRoot(tmp_path)


@pytest.fixture
def one_problem(data_root: DataRoot) -> Callable[[], InputProblem]:
    """Loads the data root and hands back its only problem."""

    def load() -> InputProblem:
        problems = data_root.problems()
        assert len(problems) == 1, [problem.message("en") for problem in problems]
        return problems[0]

    return load
