"""python -m poverty_evaluation.cli: the command line where the package is there but not installed."""

from poverty_evaluation.cli import main

main()
