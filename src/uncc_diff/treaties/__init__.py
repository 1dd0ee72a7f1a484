"""Treaty models: what each article asks for, element by element, and how treaties answer each other."""

from .load import load_treaties, load_treaty, treaty_ids

__all__ = ["load_treaties", "load_treaty", "treaty_ids"]
