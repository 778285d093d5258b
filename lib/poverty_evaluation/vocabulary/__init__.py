"""The words every other room shares: quantities, periods, values, findings, errors. Standard library only."""
