"""Lets `python -m services.cli` be the `balie` command."""

from services.cli import main

main()
