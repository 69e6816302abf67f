"""What can be done with catalog: keeping categories, items and articles, and looking for them."""
