"""How fast Balie is, measured on this machine: `make bench`, or `python -m bench --help`."""
