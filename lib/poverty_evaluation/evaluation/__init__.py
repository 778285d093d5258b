"""The evaluation: outline, values, findings and narrative become the blocks of a document, frozen and unformatted."""

from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.document import Evaluation, build_evaluation
from poverty_evaluation.evaluation.headline import headline_figures
from poverty_evaluation.evaluation.pictures import charts

__all__ = ["Evaluation", "EvaluationContext", "build_evaluation", "charts", "headline_figures"]
