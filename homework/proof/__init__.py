"""Prove the graders: right answers keep every point, wrong ones do not."""
