"""planparse reads a public body's business plan out of the file in which it was published.

>>> import planparse
>>> planparse.Plan.empty().indicators
()
"""

from __future__ import annotations

import sys
from types import ModuleType

TYPE_CHECKING = False  # as in typing, whose import would be half of the start-up time
if TYPE_CHECKING:
    from planparse.checks import check
    from planparse.diff import diff
    from planparse.errors import InputRefused, LimitExceeded, OutputFailed, PlanparseError, UsageError
    from planparse.model.change import PlanDiff
    from planparse.model.finding import Finding, Rule
    from planparse.model.options import Limits
    from planparse.model.plan import Indicator, Milestone, Objective, Plan, Value
    from planparse.model.trace import Trace
    from planparse.pipeline import Extraction, extract, read

__version__ = "0.1.0"

_HOMES = {
    "Extraction": "planparse.pipeline",
    "Finding": "planparse.model.finding",
    "Indicator": "planparse.model.plan",
    "InputRefused": "planparse.errors",
    "LimitExceeded": "planparse.errors",
    "Limits": "planparse.model.options",
    "Milestone": "planparse.model.plan",
    "Objective": "planparse.model.plan",
    "OutputFailed": "planparse.errors",
    "Plan": "planparse.model.plan",
    "PlanDiff": "planparse.model.change",
    "PlanparseError": "planparse.errors",
    "Rule": "planparse.model.finding",
    "Trace": "planparse.model.trace",
    "UsageError": "planparse.errors",
    "Value": "planparse.model.plan",
    "check": "planparse.checks",
    "diff": "planparse.diff",
    "extract": "planparse.pipeline",
    "read": "planparse.pipeline",
}
"""Public name -> its module, imported when the name is first used, so that ``import planparse`` is cheap."""

__all__ = [
    "Extraction",
    "Finding",
    "Indicator",
    "InputRefused",
    "LimitExceeded",
    "Limits",
    "Milestone",
    "Objective",
    "OutputFailed",
    "Plan",
    "PlanDiff",
    "PlanparseError",
    "Rule",
    "Trace",
    "UsageError",
    "Value",
    "__version__",
    "check",
    "diff",
    "extract",
    "read",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'planparse' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """``planparse.diff`` is the function, although a room of the house has the same name.

    The import system sets each loaded room as an attribute of the package; this one it may not.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name != "diff" or callable(value):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
