"""Cách chạy sổ tay: how a notebook is executed, in a kernel of its own or inside a process that is thrown away."""
