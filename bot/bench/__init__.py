"""What `bantam bench` measures: the same work done by us and by a peer, on one machine, in one run."""
