"""A repository for another course: the tools, one model question, and its CI."""
