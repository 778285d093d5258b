"""Bản giới thiệu của bộ số liệu giả định: the README that stands beside the sample."""

from poverty_evaluation.samples.city import CITY_SLUG, DISTRICT_SLUG, PROVINCE_SLUG
from poverty_evaluation.samples.offices import CITY_PLACE

README = f"""\
# Tỉnh Đất Mẫu, thành phố Sông Mẫu, huyện Đồi Mẫu: số liệu giả định

There are no such places. Everything under `periods/` and the places, organisations, measures and decisions under
`reference/` are invented and were written by `python -m poverty_evaluation.samples`; law, standards, programmes, units,
indicators, forms and outlines are copies of `data/reference`. Nothing here is edited by hand: change the generator
under `lib/poverty_evaluation/samples/` and run it again.

| file | is |
| --- | --- |
| `periods/{CITY_SLUG}/` | what the city “sent”: {", ".join(CITY_PLACE.periods)}; the first holds the opening review |
| `periods/{DISTRICT_SLUG}/` | the other unit of the province, 2022 and 2023; its report of 2023 is for the public |
| `periods/{PROVINCE_SLUG}/` | the province that the two make up, 2022 and 2023 |
| `planted.csv` | the contradictions planted on purpose: cell, finding it must raise, consistent value, why |
| `manifest.csv` | the files of the sample with their sha256; a changed or foreign file keeps the command from writing |

What it shows:

- reviews: a change of poverty standard between 2021 and 2022; preliminary, official and amended vintages; movements of
  the poor and the near-poor; two wards merged on 1 March 2023; households added to the list between two reviews
- forms by deprivation, group, ethnicity and cause, with very small cells
- activities: half-years that are added and cumulative figures that are not; planned, done and expected side by side,
  and the same period a year before; one event told by three; houses by ward; models with their place and money by
  source; loans by programme, with what is overdue and what four organisations look after
- funds by component, source and kind: carried over, added, adjusted, cancelled, up to 31 December and 31 January
- targets of the city and of its wards
- reports of a people’s committee, an office and a steering committee; a draft, one for signature, one for the public
"""
