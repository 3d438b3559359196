"""One process for each person: the supervisor, its processes, pipes and signs of life."""
