"""Grade submissions: the student's code in one process, the tests in another."""
