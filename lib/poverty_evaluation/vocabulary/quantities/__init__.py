"""Con số và đại lượng: reading and writing of numbers, amounts, dates and amounts in words, exactly or not at all."""

from poverty_evaluation.vocabulary.quantities.dates import MalformedDate, read_date, write_date
from poverty_evaluation.vocabulary.quantities.malformed import Malformed
from poverty_evaluation.vocabulary.quantities.numbers import MalformedNumber, PrintedNumber, read_number, read_range
from poverty_evaluation.vocabulary.quantities.quantity import Quantity, read_quantity, split_unit
from poverty_evaluation.vocabulary.quantities.words import (
    MalformedWords,
    read_words,
    write_amount_in_words,
    write_words,
)
from poverty_evaluation.vocabulary.quantities.writing import (
    round_half_up,
    rounded_steps,
    write_money,
    write_number,
    write_percent,
    write_points,
)

__all__ = [
    "Malformed",
    "MalformedDate",
    "MalformedNumber",
    "MalformedWords",
    "PrintedNumber",
    "Quantity",
    "read_date",
    "read_number",
    "read_quantity",
    "read_range",
    "read_words",
    "round_half_up",
    "rounded_steps",
    "split_unit",
    "write_amount_in_words",
    "write_date",
    "write_money",
    "write_number",
    "write_percent",
    "write_points",
    "write_words",
]
