"""The names in which values are shown: what `eval` needs to build again what `repr` gives."""

import datetime
import pkgutil
from decimal import Decimal
from fractions import Fraction
from importlib import import_module

import finsam

__all__ = ["NAMES"]

_MODULES = [
    import_module(each.name) for each in pkgutil.walk_packages(finsam.__path__, "finsam.") if "__" not in each.name
]

NAMES: dict[str, object] = {
    "datetime": datetime,
    "Decimal": Decimal,
    "Fraction": Fraction,
    **{name: getattr(module, name) for module in _MODULES for name in module.__all__},
}
