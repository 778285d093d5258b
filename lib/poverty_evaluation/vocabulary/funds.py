"""Tên nguồn vốn, loại vốn: what sources and kinds of money are called where a figure of theirs is named."""

from __future__ import annotations

from collections.abc import Mapping

from poverty_evaluation.vocabulary.choices import FundKind, FundSource

#: In Vietnamese, as officers abbreviate them, and in English.
FUND_SOURCE_NAMES: Mapping[str, tuple[str, str]] = {
    FundSource.NSTW: ("NSTW", "central budget"),
    FundSource.NSDP_PROVINCE: ("NSĐP tỉnh", "provincial budget"),
    FundSource.NSDP_DISTRICT: ("NSĐP huyện", "district budget"),
    FundSource.NSDP_COMMUNE: ("NSĐP xã", "commune budget"),
    FundSource.MOBILISED: ("huy động", "mobilised"),
}
FUND_KIND_NAMES: Mapping[str, tuple[str, str]] = {
    FundKind.DTPT: ("ĐTPT", "investment"),
    FundKind.SN: ("SN", "recurrent"),
}
