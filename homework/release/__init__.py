"""From proven questions to what students and Gradescope get, and nothing else."""
