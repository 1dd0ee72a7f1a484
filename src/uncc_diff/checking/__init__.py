"""The stage that holds a reading against rules: load rule packs, check a law, run the rules' own examples."""

from .engine import check
from .examples import ExampleResult, run_examples
from .loading import load_rules
from .profile import Profile, load_profile, profile_names
from .rule import Rule, RuleSet

__all__ = [
    "ExampleResult",
    "Profile",
    "Rule",
    "RuleSet",
    "check",
    "load_profile",
    "load_rules",
    "profile_names",
    "run_examples",
]
