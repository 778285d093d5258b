"""Rà soát báo cáo: a typed Vietnamese report → its figures and what it says of them → what cannot all be true.

The text comes from documents, figures are read by figures, related by rules, judged by the arithmetic of `relations`.
"""

from poverty_evaluation.audit.checking import audit_file, audit_source, audit_text
from poverty_evaluation.audit.showing.tables import audit_frame

__all__ = ["audit_file", "audit_frame", "audit_source", "audit_text"]
