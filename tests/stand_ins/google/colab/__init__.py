"""Stands in for Colab's own package: the parts that notebooks call, as they are there.

COLAB_PAGE names the notebook that is on the screen; without it, the page is silent.
"""

from google.colab import _message, files

__all__ = ["_message", "files"]
