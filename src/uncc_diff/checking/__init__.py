"""The stage that holds a reading against rules: load rule packs, check a law, run the rules' own examples."""

from .engine import check
from .examples import ExampleResult, run_examples
from .loading import load_rules, rule_ids
from .profile import Profile, load_profile, profile_names
from .rule import Rule, RuleSet
from .suppress import suppress

__all__ = [
    "ExampleResult",
    "Profile",
    "Rule",
    "RuleSet",
    "check",
    "load_profile",
    "load_rules",
    "profile_names",
    "rule_ids",
    "run_examples",
    "suppress",
]
