"""Takes E for a pattern without mean."""

from solution import dx_alone

CAUGHT_BY = "test_chooses_the_patterns"
HINT = "tend to"

right_patterns = "BCDE"
