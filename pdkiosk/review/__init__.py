"""Review by people: statements with seals, ledgers of who checked them, and the status."""
