"""Which provision answers which article: candidates, evidence by element, gaps and what goes beyond."""

from ..model.review import MatchOverride, RoleOverride
from ..model.versions import Pair
from .align import align
from .articles import map_articles
from .explain import Explanation, explain
from .overrides import overrule_roles
from .score import Weights, load_weights, shipped_weights

__all__ = [
    "Explanation",
    "MatchOverride",
    "Pair",
    "RoleOverride",
    "Weights",
    "align",
    "explain",
    "load_weights",
    "map_articles",
    "overrule_roles",
    "shipped_weights",
]
