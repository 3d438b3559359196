"""How hard a text is to read: Flesch-Kincaid for English, Fernández-Huerta for Spanish."""

from __future__ import annotations

import re
from functools import cache

import pyphen

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SENTENCE = re.compile(r"[.!?:;…]+(?:\s|$)")


@cache
def _hyphenator(language: str) -> pyphen.Pyphen:
    # One letter can be a syllable ("a-bout"), which is no place for a hyphen.
    return pyphen.Pyphen(lang=language, left=1, right=1)


@cache
def syllables(word: str, language: str) -> int:
    """The syllables of a word: by hyphenation or by its vowels, whichever finds more.

    Hyphenation alone does not see that "lawyer" or "about" have two.
    """
    hyphens = len(_hyphenator(language).positions(word.lower())) + 1
    vowels = _spanish_vowels if language == "es" else _english_vowels
    return max(hyphens, vowels(word.lower()))


def _english_vowels(word: str) -> int:
    word = re.sub(r"(?<=[^aeiouy])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouysxzcgh])es$", "", word)
    # A y between vowels is a consonant: law-yer.
    return max(1, len(re.findall(r"[aeiou]+|(?<![aeiou])y(?![aeiou])", word)))


def _spanish_vowels(word: str) -> int:
    clusters = re.findall(r"[aeiouáéíóúü]+|(?<![aeiouáéíóúü])y$", word)
    return max(1, sum(max(1, len(re.findall(r"[aeoáéíóú]", c))) for c in clusters))


def counts(texts: list[str], language: str) -> tuple[int, int, int]:
    """Sentences, words and syllables; each text is at least one sentence."""
    sentences = words = parts = 0
    for text in texts:
        found = _WORD.findall(text)
        if found:
            sentences += max(1, len([s for s in _SENTENCE.split(text) if _WORD.search(s)]))
            words += len(found)
            parts += sum(syllables(word, language) for word in found)
    return sentences, words, parts


def grade(texts: list[str]) -> float:
    """The Flesch-Kincaid grade of English texts: years of school in the United States."""
    sentences, words, parts = counts(texts, "en_US")
    return 0.39 * words / sentences + 11.8 * parts / words - 15.59


def ease(texts: list[str]) -> float:
    """The Fernández-Huerta ease of Spanish texts, 0 to 100: from 70 on, easy."""
    sentences, words, parts = counts(texts, "es")
    return 206.84 - 60 * parts / words - 1.02 * words / sentences
