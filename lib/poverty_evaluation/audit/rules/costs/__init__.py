"""Định mức và đơn giá: numbers times norms, averages, areas, and costs a thousand times off their like."""
