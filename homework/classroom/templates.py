"""The pages of a class: what people wrote is data in them."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from homework.base.texts import lines


@cache
def template(name: str) -> Template:
    """Return a template of `pages/`: no text in it is markup, and each is printable."""
    environment = Environment(
        loader=PackageLoader("homework.classroom", "pages"),
        autoescape=True,
        finalize=_printable,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    return environment.get_template(name)


def _printable(value: Any) -> Any:
    return lines(value) if type(value) is str else value  # Markup is ours
