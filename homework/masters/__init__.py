"""Masters that were written elsewhere become question folders of this repository."""
