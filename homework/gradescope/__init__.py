"""What the zips run on Gradescope."""
