"""The first paragraph of the letter: who asks whom for what."""

from __future__ import annotations

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.head import has_order, name
from pdkiosk.documents.model import Sentence
from pdkiosk.guide.model import Choices, said
from pdkiosk.language.message import Arg, Listing


def requested(speaker: Speaker) -> list[str]:
    """What the letter asks for. Dismissal only if a lawyer advised it (safety notes, 2)."""
    return [
        wish
        for wish in speaker.answers.chosen("requests")
        if wish != "dismiss" or speaker.answers.get("dismiss_sure") == "yes"
    ]


def opening(speaker: Speaker) -> list[Sentence]:
    """Who asks whom for what."""
    answers = speaker.answers
    age = answers.number("age")
    # Young or old age as a reason has its own place in the letter.
    if age is None or "age_reason" in answers.chosen("reasons_family"):
        first = speaker.sentence("open.name", name=name(speaker))
    else:
        first = speaker.sentence("open.name_age", name=name(speaker), n=age)
    sentences = [Sentence(first, "full_name")]
    if answers.text("country").strip():
        sentences.append(Sentence(speaker.sentence("open.country"), "country"))
    sentences += _language(speaker)
    case = "not_filed" if answers.text("stage") == "not_filed" else "proceedings"
    case = "order" if has_order(speaker) else case
    since = answers.date("detained_since") is not None
    detained = "" if since else ".detained"
    sentences.append(
        Sentence(
            speaker.sentence(f"open.{case}{detained}"),
            "stage" if case == "not_filed" else "in_proceedings",
        )
    )
    if answers.text("has_lawyer") == "no":
        sentences.append(Sentence(speaker.sentence("open.no_lawyer"), "has_lawyer"))
    if since:
        sentences.append(Sentence(speaker.sentence("open.since"), "detained_since"))
    return [*sentences, _request(speaker)]


def spoken_language(speaker: Speaker) -> Arg:
    """The language that the writer speaks best, as it reads in a sentence, or a blank."""
    spoken = speaker.answers.text("best_language").strip()
    named = f"language.{spoken.removeprefix('@')}"
    if spoken.startswith("@") and named in speaker.sentences:
        return speaker.sentence(named)
    return speaker.value("best_language")


def _language(speaker: Speaker) -> list[Sentence]:
    spoken = speaker.answers.text("best_language").strip()
    if not spoken or spoken == "@english":
        return []
    message = speaker.sentence("open.language", language=spoken_language(speaker))
    return [Sentence(message, "best_language")]


def _request(speaker: Speaker) -> Sentence:
    question = speaker.questions["requests"]
    assert isinstance(question, Choices)
    wanted = requested(speaker)
    wishes = tuple(said(o.letter or o.label) for o in question.options if o.id in wanted)
    if wishes:
        message = speaker.sentence("ask", requests=Listing(wishes))
    else:
        message = speaker.sentence("ask.any")
    return Sentence(message, "requests")
