"""Danh mục: law, programmes, places, measures, indicators and outlines as dated data, loaded into frozen values."""

from poverty_evaluation.reference.beneficiary_groups import BeneficiaryGroup, PovertyClass
from poverty_evaluation.reference.breakdowns import TOTAL, Breakdown, BreakdownColumn, Grouping
from poverty_evaluation.reference.documents import LegalDocument
from poverty_evaluation.reference.forms import FormColumn, FormFill, FormMoment, FormRows, FormText, PrescribedForm
from poverty_evaluation.reference.indicator_definitions import Between, IndicatorDefinition, IndicatorKind, Method
from poverty_evaluation.reference.loading import Reference, load_reference
from poverty_evaluation.reference.measures import (
    SUBJECT_NAMES,
    Benefit,
    Measure,
    MeasureGroup,
    MeasureGroups,
    MeasureLevel,
    MeasureSubject,
)
from poverty_evaluation.reference.organisations import Organisation
from poverty_evaluation.reference.outlines import OptionValue, Outline, OutlineBlock, OutlineNode, texts_of
from poverty_evaluation.reference.places import Place, PlaceLevel, PlaceMatch, Places
from poverty_evaluation.reference.programmes import Component, Programme, ProgrammeMoney, ProgrammeTarget, SubProject
from poverty_evaluation.reference.registry import Registry, UnknownCodeError
from poverty_evaluation.reference.review_columns import ReviewColumn
from poverty_evaluation.reference.situations import Situation, read_situations
from poverty_evaluation.reference.standards import (
    Area,
    ClassificationMethod,
    DeprivationIndicator,
    HouseholdClass,
    IncomeLine,
    PovertyStandard,
)
from poverty_evaluation.reference.texts import BilingualText
from poverty_evaluation.reference.units import FigureRole, Unit

__all__ = [
    "SUBJECT_NAMES",
    "TOTAL",
    "Area",
    "BeneficiaryGroup",
    "Benefit",
    "Between",
    "BilingualText",
    "Breakdown",
    "BreakdownColumn",
    "ClassificationMethod",
    "Component",
    "DeprivationIndicator",
    "FigureRole",
    "FormColumn",
    "FormFill",
    "FormMoment",
    "FormRows",
    "FormText",
    "Grouping",
    "HouseholdClass",
    "IncomeLine",
    "IndicatorDefinition",
    "IndicatorKind",
    "LegalDocument",
    "Measure",
    "MeasureGroup",
    "MeasureGroups",
    "MeasureLevel",
    "MeasureSubject",
    "Method",
    "OptionValue",
    "Organisation",
    "Outline",
    "OutlineBlock",
    "OutlineNode",
    "Place",
    "PlaceLevel",
    "PlaceMatch",
    "Places",
    "PovertyClass",
    "PovertyStandard",
    "PrescribedForm",
    "Programme",
    "ProgrammeMoney",
    "ProgrammeTarget",
    "Reference",
    "Registry",
    "ReviewColumn",
    "Situation",
    "SubProject",
    "Unit",
    "UnknownCodeError",
    "load_reference",
    "read_situations",
    "texts_of",
]
