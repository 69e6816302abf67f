"""What is measured, one module per business word; each takes a running Balie and adds to the results."""
