"""What people have checked: statements with seals, their ledgers, and what follows from both."""
