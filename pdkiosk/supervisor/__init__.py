"""The supervisor: one process for each person, with pipes and signs of life."""
