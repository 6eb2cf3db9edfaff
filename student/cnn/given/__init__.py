"""Code that this notebook is given and others are not."""
