"""Which language a text is in, told by its commonest small words; enough to tell columns apart."""

from __future__ import annotations

import re
from collections import Counter

# The commonest function words of the languages in which gazettes print laws side by side. Words shared by two of them are
# left out of neither: a text has many words, and the sum decides.
_SMALL_WORDS = {
    "en": "the of and to in shall or by for be this any with is that as which such an law under not on",
    "fr": "le la les de des du et à en dans par pour un une est au aux sur que ou il ce cette loi l d",
    "es": "el la los las de del y en que por para con un una se al o su lo esta ley como",
    "pt": "o a os as de do da dos das e em no na que por para com um uma se ao ou não lei",
    "it": "il lo la gli le di del della e in che per con un una si è al dei delle o nel legge",
    "de": "der die das und in zu den von mit ist des im für nicht ein eine als auf oder dem wird gesetz",
    "nl": "de het een van en in is op te dat voor met zijn aan bij of door wet worden",
    "af": "die van en in 'n is vir om te wat het nie op met word kragtens of enige wet hierdie",
    "rw": "ya mu na cyangwa ku wa by no kandi iyo ry cy bya rya iri mo n’ingingo ingingo y’ byo ari ibyo bw tegeko",
    "rn": "mu na canke ku wa ni iyo rya ivyo uwo itegeko ingingo muri kandi ico ata",
    "sw": "ya na wa kwa katika au ni kwamba hii cha za la ambayo kama yoyote sheria kifungu mtu",
    "so": "ee iyo ku oo ka waa in ay u la ama sharci qodobka",
    "ms": "yang dan di dengan untuk dalam pada ini itu atau oleh bagi boleh hendaklah mana-mana akta tidak",
    "tl": "ang ng mga sa na at ay o kung hindi ito batas para",
    "vi": "của và các có được cho trong là về theo không này tại quy định luật",
    "tr": "ve bir bu ile için veya olarak olan da de kanun madde",
    "mt": "il li ta u fil għandu jew dan minn ma għal tal id-liġi",
    "cy": "y yr yn o i a ar gan mewn neu ac ei adran",
    "ga": "an na a ar le agus i de den faoi is nó alt",
    "pl": "w i z na do się o nie jest lub oraz ustawa art",
    "ro": "și de în la cu pe din a al ale care sau legea prin",
}
_LANGUAGES: dict[str, list[str]] = {}
for _language, _words in _SMALL_WORDS.items():
    for _word in _words.split():
        _LANGUAGES.setdefault(_word, []).append(_language)

_SCRIPTS = (
    ("ar", "\u0600", "\u06ff"),
    ("ru", "\u0400", "\u04ff"),
    ("el", "\u0370", "\u03ff"),
    ("he", "\u0590", "\u05ff"),
    ("hi", "\u0900", "\u097f"),
    ("bn", "\u0980", "\u09ff"),
    ("ta", "\u0b80", "\u0bff"),
    ("si", "\u0d80", "\u0dff"),
    ("th", "\u0e00", "\u0e7f"),
    ("am", "\u1200", "\u137f"),
    ("km", "\u1780", "\u17ff"),
    ("ja", "\u3040", "\u30ff"),
    ("ko", "\uac00", "\ud7af"),
    ("zh", "\u4e00", "\u9fff"),
)
"""Languages with a script of their own, and the first and last letter of it."""

_FIRST_FOREIGN = "\u0370"

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

NAMES = {
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "bn": "Bengali", "cy": "Welsh", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "fr": "French", "ga": "Irish", "he": "Hebrew", "hi": "Hindi", "it": "Italian",
    "ja": "Japanese", "km": "Khmer", "ko": "Korean", "ms": "Malay", "mt": "Maltese", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "rn": "Kirundi", "ro": "Romanian", "ru": "Russian", "rw": "Kinyarwanda", "si": "Sinhala",
    "so": "Somali", "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tl": "Filipino", "tr": "Turkish", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip


def tongue_scores(text: str) -> Counter[str]:
    """How many words of the text are small words of each language; letters of its script where it has one of its own."""
    scores = Counter[str]()
    foreign = [] if text.isascii() else [letter for letter in text if letter >= _FIRST_FOREIGN and letter.isalpha()]
    letters = sum(map(str.isalpha, text)) if foreign else 0
    if len(foreign) * 2 > letters:
        for language, first, last in _SCRIPTS:
            own = sum(first <= letter <= last for letter in foreign)
            if own * 2 > letters:
                scores[language] = own
                return scores
    for word in _WORD.findall(text.lower()):
        for language in _LANGUAGES.get(word, ()):
            scores[language] += 1
    return scores


def tongue_of(text: str) -> str | None:
    """The language of the text, or None when too few of its words tell."""
    best = tongue_scores(text).most_common(2)
    if not best or best[0][1] < 3:
        return None
    if len(best) > 1 and best[0][1] < 1.15 * best[1][1]:
        return None
    return best[0][0]
