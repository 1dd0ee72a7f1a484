"""What an official text says about a treaty model: article by article, what was found and what disagrees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .reading import Quote
from .treaty import Article, Element


@dataclass(frozen=True, slots=True)
class ElementEvidence:
    """The words of the official text that show an element; no quote: nothing in its article does."""

    element: Element
    quote: Quote | None = None
    words: str = ""
    own_paragraph: bool = False
    """Do the words stand in the paragraph that the model names? False where the model names none."""


@dataclass(frozen=True, slots=True)
class ArticleVerification:
    """One article of the model held against the text."""

    article: Article
    provision: str | None
    """The provision that is this article; None when the text has none of this number."""
    printed_title: str | None = None
    """The title as printed; None where the text prints none."""
    title_agrees: bool | None = None
    """None where the text prints no title, so that there is nothing to compare."""
    missing_paragraphs: tuple[str, ...] = ()
    """Paragraph numbers of the model that the text does not have."""
    unlisted_paragraphs: tuple[str, ...] = ()
    """Numbered paragraphs of the text that a model with a list of paragraphs leaves out."""
    elements: tuple[ElementEvidence, ...] = ()

    @property
    def present(self) -> bool:
        return self.provision is not None


@dataclass(frozen=True, slots=True)
class Figures:
    """How many of how many."""

    found: int
    of: int

    @property
    def share(self) -> float:
        """Return found / of, 1.0 where there was nothing to find."""
        return self.found / self.of if self.of else 1.0

    def __str__(self) -> str:
        return f"{self.found} of {self.of}"


PROVED_ROLES = frozenset({"offence", "participation", "power", "safeguard", "cooperation"})
"""Roles of articles whose elements must find words: what a law is compared with."""


@dataclass(frozen=True)
class Verification:
    """A treaty model held against what is said to be its official text."""

    treaty: str
    text_title: str
    title_agrees: bool
    articles: tuple[ArticleVerification, ...]
    articles_in_text: int

    @property
    def present(self) -> Figures:
        return Figures(sum(a.present for a in self.articles), len(self.articles))

    @property
    def titles(self) -> Figures:
        """Titles that agree, of those that the text prints."""
        printed = [a for a in self.articles if a.title_agrees is not None]
        return Figures(sum(bool(a.title_agrees) for a in printed), len(printed))

    @property
    def paragraphs(self) -> Figures:
        listed = sum(len(a.article.paragraphs) for a in self.articles)
        return Figures(listed - sum(len(a.missing_paragraphs) for a in self.articles), listed)

    @property
    def elements(self) -> Figures:
        """Elements of offences, powers, safeguards and cooperation that words of their own article show."""
        shown = [e.quote is not None for e in self._proved()]
        return Figures(sum(shown), len(shown))

    @property
    def all_elements(self) -> Figures:
        shown = [e.quote is not None for a in self.articles for e in a.elements]
        return Figures(sum(shown), len(shown))

    def _proved(self) -> Iterator[ElementEvidence]:
        for article in self.articles:
            if article.article.role in PROVED_ROLES:
                yield from article.elements
