"""What crosses between the tests and a submission, and how it is read."""
