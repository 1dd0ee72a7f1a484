"""A mkdocs hook: pages that follow from YAML and code (commands, rules, articles, concepts, sources), made at each build."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

from article_pages import article_page, article_uri, treaties_page, treaty_page, treaty_uri
from reference_pages import commands_page, concepts_page, sources_page
from rule_pages import pack_page, pack_uri, rule_page, rule_uri, rules_page

from uncc_diff import data, yamlio
from uncc_diff.checking import load_rules
from uncc_diff.language import load_lexicon
from uncc_diff.treaties import load_treaties

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


@cache
def _material() -> tuple[Any, ...]:
    lexicon = load_lexicon()
    rules = load_rules((data.RULES,), concepts=lexicon.concepts, examples=True)
    return lexicon, rules, load_treaties(concepts=lexicon.concepts), yamlio.load(data.CORPORA / "sources.yaml")


@cache
def pages() -> dict[str, str]:
    """Return every generated page: its path in the site's folder of sources, and its markdown."""
    lexicon, rules, treaties, sources = _material()
    by_pack: dict[str, list[Any]] = defaultdict(list)
    citing: dict[str, list[Any]] = defaultdict(list)
    for rule in rules:
        by_pack[rule.pack].append(rule)
        for basis in rule.authorities:
            citing[basis.id].append(rule)
    modelled = {article.id for treaty in treaties for article in treaty.articles}
    found = {
        "commands.md": commands_page(),
        "concepts.md": concepts_page(lexicon),
        "sources.md": sources_page(sources, citing),
        "rules/index.md": rules_page(by_pack),
        "treaties/index.md": treaties_page(treaties),
    }
    found |= {pack_uri(pack): pack_page(pack, members) for pack, members in by_pack.items()}
    found |= {rule_uri(rule.id): rule_page(rule, modelled, set(sources)) for rule in rules}
    for treaty in treaties:
        found[treaty_uri(treaty.id)] = treaty_page(treaty)
        found |= {article_uri(a.id): article_page(treaty, a, modelled, citing[a.id]) for a in treaty.articles}
    return found


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add the rules by pack, and the articles by treaty, to the navigation."""
    _, rules, treaties, _ = _material()
    packs: dict[str, list[Any]] = {}
    for rule in rules:
        packs.setdefault(rule.pack, [pack_uri(rule.pack)]).append({rule.title: rule_uri(rule.id)})
    models = [
        {t.short: [treaty_uri(t.id), *({f"{a.number} {a.title}": article_uri(a.id)} for a in t.articles)]}
        for t in treaties
    ]
    assert config.nav is not None
    config.nav[2:2] = [
        {"Rules": ["rules/index.md", *({pack.capitalize(): entries} for pack, entries in packs.items())]},
        {"Treaties": ["treaties/index.md", *models]},
    ]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages to those that stand in the folder."""
    from mkdocs.structure.files import File

    for uri, text in pages().items():
        files.append(File.generated(config, uri, content=text))
    return files
