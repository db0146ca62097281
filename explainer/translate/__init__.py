"""Models in two runtimes: the shared subset of Python checked, and translated to JavaScript.

check(path) says what leaves the subset; javascript(module) translates; dependencies(module) says what to load before
it; prelude() is loaded before all.
"""

from explainer.translate.javascript import dependencies, javascript
from explainer.translate.prelude import prelude
from explainer.translate.subset import check

__all__ = ["check", "dependencies", "javascript", "prelude"]
