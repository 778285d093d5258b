"""Cụm máy: many reports built by several machines, through a Dask scheduler. README.md says how to set one up."""
