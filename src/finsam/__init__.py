"""
finsam: the operational plans of Swedish coordination associations (*samordningsförbund*), exact to the öre.

The public names stand below, in the order in which a plan is made, each with its module. A name loads its module when
it is first used, so that `import finsam` is quick and amounts can be had without plans; `__init__.pyi` tells type
checkers the same.
"""

from importlib import import_module

__version__ = "0.1.0"

_NAMES = {
    "money": ("Money", "kr", "mkr", "tkr"),
    "shares": ("share",),
    "allocation": ("Allocation", "allocate"),
    "period": ("Period",),
    "organisations": ("Party",),
    "association": ("Association", "Member"),
    "keys": ("ByPopulation", "Equal", "Fixed", "Shares"),
    "pending": ("ToBeSplit",),
    "split": ("Agreement", "Mixture"),
    "funding": ("Funding",),
    "derivation": ("Contributions",),
    "formula": ("contributions",),
    "budget": ("Budget", "Category", "Cost", "Equity", "Forecast", "Income", "Outcome", "Stated"),
    "interventions": ("Intervention", "TargetGroup"),
    "targets": ("AllOrNone", "CountTarget", "Milestone", "ShareTarget", "Target", "Trend"),
    "goals": ("Goal", "Indicator"),
    "governance": ("Governance",),
    "plan": ("OperationalPlan",),
    "finding": ("Finding", "Severity"),
    "checks": ("check",),
    "files": ("dump", "dumps", "example", "examples", "from_dict", "load", "loads", "to_dict"),
    "errors": ("FileError", "FinsamError"),
}
_MODULE_OF = {name: module for module, names in _NAMES.items() for name in names}

__all__ = ["followup", "national", "reports", "scenarios", *_MODULE_OF]  # noqa: PLE0604  # they are strings


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'finsam' has no attribute {name!r}")
    module = import_module(f"finsam.{_MODULE_OF.get(name, name)}")
    value = globals()[name] = getattr(module, name) if name in _MODULE_OF else module
    return value


def __dir__() -> list[str]:
    return sorted(["__version__", *__all__])
