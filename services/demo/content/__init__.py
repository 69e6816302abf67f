"""What the demo tells: places, people, catalogue and stories of one made-up organisation, as plain data."""
