"""Nhiều xã, phường giả định: as many invented communes as wanted, each with values of its own that tell whose they are.

They lie below invented districts of an invented province, in a complete data root; what a commune is told to have
depends on the seed and on its own number only, never on how many others there are.
"""

from poverty_evaluation.samples.many.root import MOST_PLACES, PERIODS, many_files

__all__ = ["MOST_PLACES", "PERIODS", "many_files"]
