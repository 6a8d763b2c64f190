"""A package that has nothing but its modules."""
