"""A class: who handed in what, what they got, and what platforms and people get."""
