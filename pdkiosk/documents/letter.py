"""The letter to ICE, from the answers: the same document for ICE and for the reading copy."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from pdkiosk.characters import has_words, in_paragraphs
from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.closing import closing
from pdkiosk.documents.exhibits import Exhibits, cited_once, collect_exhibits
from pdkiosk.documents.facts import factor_sentences, general_sentences
from pdkiosk.documents.family import family_sentences
from pdkiosk.documents.health import health_paragraphs
from pdkiosk.documents.in_short import in_short
from pdkiosk.documents.letter_head import footer, has_order, head
from pdkiosk.documents.model import (
    Block,
    Document,
    Heading,
    Kind,
    OwnWords,
    Paragraph,
    Sentence,
    WriteIn,
)
from pdkiosk.documents.opening import opening
from pdkiosk.documents.record import record_sentences
from pdkiosk.documents.related_people import RelatedPeople
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.contract import (
    CARES_FOR_ANOTHER,
    CARETAKER,
    FOR_ME,
    HARDSHIP,
    HARDSHIP_CARE,
    HARDSHIP_CHILDREN,
    MILITARY,
    MILITARY_WHO,
    NO_DANGER,
    OTHERS_CAN_CARE,
    PAPERS,
    SPEAKS_ENGLISH,
    SPONSOR,
)
from pdkiosk.guide.model import Factor, LongText, Part, said
from pdkiosk.guide.sentence_ids import FormsId, SentenceId
from pdkiosk.guide.vocabulary import GENERAL
from pdkiosk.interview.citizenship import OF_AGE
from pdkiosk.interview.factors import chosen_factors, is_kept
from pdkiosk.interview.unsaid import home_of_unsaid
from pdkiosk.language.message import Arg, Blank, Listing, Message, Own, alone

# Translators: in the letter, before a line that is filled in by hand; {label} says with what.
_BEFORE_A_LINE = Message("{label}:", "letter.before_a_line")

# A sentence that lists more items is hard to read aloud.
_MOST_IN_A_SENTENCE = 4
_MOST_IN_A_PARAGRAPH = 8
# Sentences that add to the one before them stay with it.
_LEANING = ("letter.record.done", "letter.rehab.")
_HEARINGS = "letter.hearings."


class _Body(Struct):
    """Collects blocks and numbers the paragraphs consecutively."""

    speaker: Speaker
    exhibits: Exhibits
    factors: list[Factor]
    blocks: list[Block] = field(default_factory=list)
    annex: list[OwnWords] = field(default_factory=list)
    number: int = 0

    def paragraph(self, sentences: list[Sentence]) -> None:
        """Adds numbered paragraphs of a readable length; none if there is nothing to say."""
        for some in _readable(sentences):
            self.number += 1
            self.blocks.append(Paragraph(tuple(cited_once(some)), self.number))
            lines = dict.fromkeys(s.by_hand for s in some if s.by_hand)
            self.blocks += [WriteIn(_BEFORE_A_LINE(label=line), inset=True) for line in lines]

    def own_words(self, question_id: str, about: Message, *, labeled: bool = False) -> None:
        """Adds what was typed, if anything was: to the annex, unless it is in English.

        ``labeled``: ``about`` comes before the words in the letter too.
        """
        text = self.speaker.answers.values.get(question_id)
        if not isinstance(text, str) or not has_words(text):
            return
        text = in_paragraphs(text)
        if self.speaker.answers.says(SPEAKS_ENGLISH):
            # To the reader the letter has one author, so English is printed like the rest.
            label = [Sentence(_BEFORE_A_LINE(label=about), question_id)] if labeled else []
            self.paragraph([*label, Sentence(alone(Own(text)), question_id)])
            return
        translation = self.speaker.sentence("translation")
        self.annex.append(OwnWords(text, about, question_id, None, translation))

    def heading(self, place: int, message: Message) -> None:
        """Puts a heading before the blocks added since ``place``, if any."""
        if len(self.blocks) > place:
            self.blocks.insert(place, Heading(message, Heading.IN_THE_LINE))

    def numbered_annex(self) -> list[OwnWords]:
        """The annex; its numbers continue those of the letter."""
        return [
            replace(words, number=number)
            for number, words in enumerate(self.annex, self.number + 1)
        ]


def compose_letter(speaker: Speaker, facility: Facility) -> Document:
    """The whole letter, from the sender's block to the proof of service."""
    exhibits = collect_exhibits(speaker)
    chosen = chosen_factors(speaker.guide, speaker.answers)
    body = _Body(speaker, exhibits, [f for f in chosen if is_kept(f, speaker.answers)])
    if strongest := in_short(speaker):
        body.blocks += [
            Heading(speaker.sentence("heading.short"), Heading.IN_THE_LINE),
            Paragraph(tuple(strongest)),
        ]
    body.paragraph(opening(speaker))
    for part in speaker.guide.part:
        place = len(body.blocks)
        heading = speaker.named(_heading(speaker, part, body.factors))
        _part(body, part, heading)
        body.heading(place, heading)
    _close(body)
    end = closing(speaker, exhibits, body.numbered_annex())
    return Document(
        kind=Kind.LETTER,
        title=speaker.sentence("re.title"),
        blocks=(*head(speaker, facility), *body.blocks, *end),
        footer=footer(speaker, for_ice=True),
    )


def reading_copy(speaker: Speaker, letter: Document) -> Document:
    """The same letter, marked as a copy that must not be sent, with the A-number masked."""
    banner = speaker.sentence("banner")
    return replace(
        letter,
        kind=Kind.READING_COPY,
        banner=banner,
        footer=footer(speaker),
        credit=(speaker.sentence("prepared_by"),),
    )


def _part(body: _Body, part: Part, heading: Message) -> None:
    """Adds the paragraphs of a part, each followed by the writer's own words on it."""
    if part.id == "health":
        for sentences in health_paragraphs(body.speaker, body.exhibits):
            body.paragraph(sentences)
        return
    placed = {name for group in part.paragraphs for name in group}
    others = [[factor.id] for factor in body.factors if factor.id not in placed]
    for group in (*part.paragraphs, *others):
        _paragraph(body, part.id, group, heading)


def _paragraph(body: _Body, part: str, group: Iterable[str], heading: Message) -> None:
    chosen = {factor.id: factor for factor in body.factors}
    sentences: list[Sentence] = []
    words: list[str] = []
    labels: dict[str, Message] = {}
    for name in group:
        if name == GENERAL:
            sentences += _general(body, part)
        elif name in chosen:
            args = _served(body.speaker) if name == MILITARY.option else {}
            found = factor_sentences(body.speaker, chosen[name], part, body.exhibits, **args)
            sentences += found
            # What weighs against the person may be told only in their own words; what is no
            # record must not be announced as one.
            alone_in = "record" if chosen[name].counts_as else "other"
            if found or (part == alone_in and chosen[name].way):
                texts = [q for q in chosen[name].questions if isinstance(q, LongText)]
                words += [q.id for q in texts]
                labels |= {q.id: said(q.short) for q in texts}
        elif isinstance(body.speaker.questions.get(name), LongText):
            words.append(name)
    body.paragraph(sentences)
    for question_id in words:
        # Words without a sentence before them would seem to speak of the paragraph above.
        if not sentences and question_id in labels:
            body.own_words(question_id, labels[question_id], labeled=True)
        else:
            body.own_words(question_id, heading)


def _served(speaker: Speaker) -> dict[str, Arg]:
    """Who served, by name if it is known which relative it was."""
    return {MILITARY_WHO: RelatedPeople(speaker).served()}


def _readable(sentences: list[Sentence]) -> list[list[Sentence]]:
    """The sentences of a theme as one paragraph, or as several when there are many."""
    paragraphs: list[list[Sentence]] = []
    for sentence in sentences:
        full = not paragraphs or len(paragraphs[-1]) >= _MOST_IN_A_PARAGRAPH
        if full and not (paragraphs and sentence.message.context.startswith(_LEANING)):
            paragraphs.append([])
        paragraphs[-1].append(sentence)
    return paragraphs


def _general(body: _Body, part: str) -> list[Sentence]:
    speaker, exhibits = body.speaker, body.exhibits
    home: dict[str, Arg] = {SPONSOR: RelatedPeople(speaker).home()} if part == "danger" else {}
    sentences = general_sentences(speaker, part, exhibits, **home)
    if part == "danger" and home_of_unsaid(speaker.situation):
        # No line for the name, address and telephone number of someone who may have no papers.
        return [replace(sentence, by_hand=None) for sentence in sentences]
    if part == "family":
        return [*family_sentences(speaker, exhibits), *sentences]
    if part == "record":
        return [*record_sentences(speaker, exhibits), *sentences]
    if part == "hardship":
        return [*_hardship(speaker), *sentences]
    return sentences


def _hardship(speaker: Speaker) -> list[Sentence]:
    chosen = speaker.answers.chosen(HARDSHIP)
    related = RelatedPeople(speaker)
    both = _is_one_child(speaker, related)
    # "Left without care" is not true if someone else can give it; the screen promised silence.
    silent = both or speaker.answers.says(OTHERS_CAN_CARE)
    things = [
        _joined_hardship(speaker, related, option.id, both=both) or speaker.option(option)
        for option in speaker.choices(HARDSHIP)
        if option.id in chosen and not (silent and option.id == HARDSHIP_CARE.option)
    ]
    half = len(things)
    if both:
        half = 1
    elif half > _MOST_IN_A_SENTENCE:
        half = (half + 1) // 2
    said: list[tuple[SentenceId, list[Message]]] = [
        ("hardship", things[:half]),
        ("hardship.also", things[half:]),
    ]
    return [
        Sentence(speaker.sentence(sentence, hardship=Listing(tuple(some))), HARDSHIP)
        for sentence, some in said
        if some
    ]


def _is_one_child(speaker: Speaker, related: RelatedPeople) -> bool:
    """Whether the only child is also the ill person: told in two places, one child reads as two."""
    answers, only = speaker.answers, related.only_child()
    chosen = answers.says(HARDSHIP_CHILDREN) and answers.says(HARDSHIP_CARE)
    if only is None or not chosen or not answers.says(CARETAKER) or answers.says(OTHERS_CAN_CARE):
        return False
    return related.cared_for() == related.named(only)


def _joined_hardship(
    speaker: Speaker, related: RelatedPeople, thing: str, *, both: bool
) -> Message | None:
    """The hardship for the people named in the letter; None if nobody is known."""
    if thing == HARDSHIP_CARE.option and speaker.answers.says(CARETAKER):
        if speaker.answers.says(CARES_FOR_ANOTHER):
            return None
        who = related.cared_for()
        return None if isinstance(who, Blank) else speaker.sentence("hardship.care", who=who)
    children = [person for person in related.everyone if person.is_child]
    if thing != HARDSHIP_CHILDREN.option or not children:
        return None
    grown = any(child.age is not None and child.age >= OF_AGE for child in children)
    only = related.only_child()
    if only is not None:
        if both:
            frame: SentenceId = "hardship.grown_child_care" if grown else "hardship.child_care"
            return speaker.sentence(frame, child=related.named(only))
        frame = "hardship.grown_child" if grown else "hardship.child"
        return speaker.sentence(frame, child=only.relation)
    frames: FormsId = "hardship.grown_children" if grown else "hardship.children"
    return speaker.forms(frames, related.form_of_children())


def _heading(speaker: Speaker, part: Part, factors: list[Factor]) -> str:
    if part.id != "danger":
        return part.heading
    harmless = any(
        factor_sentences(speaker, factor, part.id, Exhibits({}, (), frozenset()))
        for factor in factors
        if factor.id == NO_DANGER.option
    )
    general = general_sentences(speaker, part.id, Exhibits({}, (), frozenset()))
    heading: tuple[SentenceId, SentenceId]
    if not any(s.message.context.startswith(_HEARINGS) for s in general):
        # The letter promises only what the person chose to promise.
        if any(s.origin == SPONSOR for s in general):
            heading = "heading.danger.home", "heading.danger.none.home"
        elif general:
            heading = "heading.danger.check_ins", "heading.danger.none.check_ins"
        else:
            heading = "heading.danger.only", "heading.danger.none.only"
    elif has_order(speaker):
        heading = "heading.danger.order", "heading.danger.none.order"
    else:
        heading = "heading.danger", "heading.danger.none"
    return heading[harmless]


def _close(body: _Body) -> None:
    cited = {
        letter
        for block in body.blocks
        if isinstance(block, Paragraph)
        for sentence in block.sentences
        for letter in sentence.exhibits
    }
    in_hand = body.exhibits.of(body.exhibits.letters)
    rest = tuple(letter for letter in in_hand if letter not in cited)
    sentences = [Sentence(body.speaker.sentence("close"))]
    if not has_order(body.speaker) and not body.speaker.answers.says(FOR_ME):
        sentences.insert(0, Sentence(body.speaker.sentence("close.no_answer")))
    if rest:
        more = Sentence(body.speaker.sentence("close.exhibits"), PAPERS, rest)
        sentences.insert(0, more)
    if body.annex:
        sentences.insert(0, Sentence(body.speaker.sentence("close.annex"), body.annex[0].origin))
    body.paragraph(sentences)
