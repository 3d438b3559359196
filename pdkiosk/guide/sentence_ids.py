"""The sentences that composers use by name, and the arguments that each composer passes.

``Speaker.sentence`` accepts only these names. A guide is not loaded if one of them is missing or
takes other arguments, or if it has a sentence that nothing uses.
"""

from __future__ import annotations

from typing import Literal, get_args

# fmt: off

_Head = Literal[
    "date", "sender.name", "sender.a_number", "sender.facility", "sender.address", "unit",
    "address.opla", "address.opla.unit", "address.ero", "address.ero.unit", "address.ero.attention",
    "address.ice", "re.label", "re.title", "re.who", "re.who.blank", "re.detained", "re.number",
    "re.hearing", "re.court", "re.judge", "re.court_judge", "re.stage", "re.stage.open", "re.order",
    "re.order.date", "re.release", "re.won", "re.supervision", "re.stay", "re.stay_release",
    "re.stay_release.citizen", "re.appealed", "salutation.opla", "salutation.ero",
    "salutation", "printed_name", "printed_name.blank", "footer", "footer.one",
]

_Letter = Literal[
    "heading.danger", "heading.danger.order", "heading.danger.home", "heading.danger.none.home",
    "heading.danger.none", "heading.danger.none.order", "heading.danger.only",
    "heading.danger.none.only", "heading.danger.check_ins", "heading.danger.none.check_ins",
    "heading.short",
    "hardship", "hardship.also", "hardship.child", "hardship.grown_child", "hardship.child_care",
    "hardship.grown_child_care", "hardship.care", "translation",
    "close", "close.annex", "close.exhibits", "close.no_answer", "re.title", "banner",
    "prepared_by",
]

_InShort = Literal[
    "short.won", "short.years", "short.years_at_least", "short.child", "short.close.citizen",
    "short.close.resident", "short.family.citizen", "short.family.resident",
    "short.health", "short.health.plain", "short.care", "short.care.plain",
    "short.age", "short.green_card", "short.green_card.held", "short.baby", "short.nursing",
    "short.served",
    "short.family_served", "short.studies", "short.victim", "short.conviction", "short.pleaded",
    "short.hearings",
]

_Opening = Literal[
    "open.name", "open.name_age", "open.country", "open.language", "open.proceedings",
    "open.proceedings.detained", "open.not_filed", "open.not_filed.detained", "open.order",
    "open.order.detained", "open.for_me", "open.for_me.detained", "open.appealed",
    "open.appealed.detained", "open.order.date", "open.order.notice", "open.order.held",
    "open.no_lawyer", "open.since", "open.custody", "ask", "ask.won", "ask.decided", "ask.appealed",
    "ask.only", "ask.no_dismissal", "ask.no_cancellation", "ask.citizen",
    "ask.release.resident", "ask.release.citizen",
]

_Family = Literal[
    "person.name_age", "person.name_baby", "person.age", "person.baby", "person.years",
    "person.years_baby", "family.others", "family.others.citizen", "family.others.resident",
    "family.lived", "family.depend", "family.lived_depend",
]

_People = Literal[
    "person.name", "person.relation_age", "person.relation_baby", "person.listed",
    "person.listed_baby", "person.many.sister", "person.many.brother", "person.many.grandmother",
    "person.many.grandfather", "person.count.sister", "person.count.brother",
    "person.count.grandmother", "person.count.grandfather", "person.some.sister",
    "person.some.brother", "person.some.grandmother", "person.some.grandfather",
    "person.one.daughter", "person.one.son", "person.one.sister", "person.one.brother",
    "person.one.mother", "person.one.father", "person.one.grandmother", "person.one.grandfather",
]

_Health = Literal[
    "medical.mine", "medical.theirs", "medical.theirs.person",
]

_Exhibits = Literal[
    "exhibit.records.mine", "exhibit.records.theirs", "exhibit.doctor.mine",
    "exhibit.doctor.theirs", "exhibit.service.mine", "exhibit.service.theirs", "exhibit.card",
    "exhibit.child", "exhibit.check_ins", "exhibit.hearings",
]

_Record = Literal[
    "record.convicted", "record.convicted_place", "record.dismissed", "record.dismissed_place",
    "record.pending", "record.pending_place", "record.arrested", "record.arrested_place",
    "record.pleaded", "record.pleaded_place", "record.acquitted", "record.acquitted_place",
    "record.misdemeanor", "record.felony", "record.done", "record.done_on",
    "record.sentence", "rehab.program", "rehab.program_done", "rehab.no_more",
    "rehab.no_more_since", "rehab.since", "rehab.also", "quoted",
]

_Arguments = Literal["quoted"]

_Closing = Literal[
    "respectfully", "signature", "signed_date",
    "annex.title", "exhibits.title", "exhibits.pages", "exhibits.follow",
    "service.title", "service.what", "service.what.plain",
    "service.mail", "service.staff", "service.other", "service.when",
]

_Declaration = Literal[
    "aside", "declaration.title", "declaration", "declaration.note", "signature", "executed_date",
    "executed_place",
]


_Certificates = Literal[
    "cert.i.title", "cert.i.note", "cert.i.body", "cert.i.signature", "cert.t.title", "cert.t.note",
    "cert.t.body", "cert.t.paragraph", "cert.t.paragraphs", "cert.t.words", "cert.t.other",
    "cert.t.signature", "cert.reading", "cert.name", "cert.address", "cert.phone", "aside",
    "executed_date",
]

_Covers = Literal[
    "cover.behind", "cover.later", "cover.attached", "cover.follow", "cover.pages", "cover.exhibit",
    "cover.title", "aside",
]

_Gathering = Literal[
    "gather.title", "gather.intro", "gather.by_hearing", "gather.by", "gather.by_order",
    "gather.late", "gather.from", "gather.asked", "gather.mail", "gather.item",
]

_Requests = Literal[
    "support.title", "support.dear", "support.detained", "support.why", "support.why.out",
    "support.why.stay", "support.why.both", "support.help",
    "support.safe", "support.head", "support.who", "support.facts", "support.home", "support.harm",
    "support.sign", "support.permit.mine", "support.permit.theirs",
    "support.language", "support.send", "support.signed", "records.title",
    "records.to", "records.body", "records.birth", "records.send", "records.fee", "records.name",
    "records.number", "records.note", "records.lines", "records.title.theirs",
    "records.patient", "records.for", "records.body.theirs", "records.send.theirs",
    "records.lines.theirs", "records.note.theirs", "records.agree", "records.sign.patient",
    "records.sign.child", "records.sign.either", "records.must.patient", "records.must.child",
    "records.must.either", "open.no_lawyer", "cert.reading", "cert.name", "cert.address",
    "cert.phone", "executed_date", "aside",
]

_Envelope = Literal[
    "envelope.title", "envelope.intro", "envelope.which", "envelope.both", "envelope.mark",
    "envelope.from",
    "envelope.to", "envelope.note", "envelope.proof", "aside",
]

_Lawyer = Literal[
    "lawyer.title", "lawyer.banner", "lawyer.warn", "lawyer.intro", "lawyer.full", "lawyer.left",
    "lawyer.citizen", "lawyer.citizen.unsure",
    "lawyer.kept", "lawyer.fear", "lawyer.dismiss", "lawyer.hard_to_follow",
    "lawyer.strong", "lawyer.order", "lawyer.habeas",
    "lawyer.appeal", "lawyer.appeal_late", "lawyer.appealed",
    "lawyer.victim", "lawyer.victim.home", "lawyer.bond", "lawyer.notes", "lawyer.ask",
    "lawyer.wanted", "lawyer.won",
    "lawyer.missed", "lawyer.no_notice", "lawyer.minor", "lawyer.only_left",
]

_Case = Literal[
    "lawyer.stage", "lawyer.stage.order", "lawyer.stage.order.date", "lawyer.stage.appealed",
    "lawyer.hearing", "lawyer.due", "lawyer.held",
    "lawyer.ten_days", "lawyer.years", "lawyer.years.least", "lawyer.family", "lawyer.person",
    "lawyer.relation.aged", "lawyer.relation.count", "lawyer.applied",
]

_Summary = Literal[
    "sum.title", "sum.who", "sum.edition", "sum.edition.small", "sum.day", "sum.month", "sum.about",
    "sum.month.1", "sum.month.2", "sum.month.3", "sum.month.4", "sum.month.5", "sum.month.6",
    "sum.month.7", "sum.month.8", "sum.month.9", "sum.month.10", "sum.month.11", "sum.month.12",
    "sum.warn.base", "sum.warn.base.order", "sum.warn.citizen", "sum.warn.minor", "sum.warn.lawyer",
    "sum.warn.order", "sum.warn.appeal", "sum.warn.dismiss",
    "sum.warn.strong", "sum.warn.record", "sum.warn.sign", "sum.warn.english", "sum.warn.overdue",
    "sum.ask.title",
    "sum.reasons.title", "sum.reasons.none", "sum.reasons.years", "sum.reasons.two",
    "sum.papers.title", "sum.papers.none", "sum.paper.have", "sum.paper.ask",
    "sum.paper.private_have", "sum.paper.private_ask", "sum.find.title", "sum.find.lawyer",
    "sum.find.lawyer_masked", "sum.find.asylum", "sum.next.title", "sum.next.read", "sum.next.sign",
    "sum.next.copy", "sum.next.send", "sum.next.lawyer", "sum.next.hearing",
    "sum.next.hearing_missed",
    "sum.next.hearing_date", "sum.next.report", "sum.next.again", "sum.call.title",
    "sum.call.court", "sum.call.ice", "sum.call.help", "sum.call.library", "sum.call.library_known",
    "sum.remember.title", "sum.remember.temporary",
    "sum.remember.temporary.order", "sum.remember.rules",
    "sum.remember.dismissal", "sum.remember.dismissal.afraid", "sum.left_out",
    "sum.left_out.call",
    "sum.credit", "sum.not_prepared", "sum.review.drafted", "sender.name",
]

SentenceId = Literal[
    _Head, _Letter, _InShort, _Opening, _Family, _People, _Health, _Record, _Arguments, _Closing,
    _Declaration, _Exhibits, _Certificates, _Covers, _Gathering, _Requests, _Envelope, _Lawyer,
    _Case, _Summary,
]

_FamilyForms = Literal[
    "family.citizen", "family.children.citizen", "family.aged.citizen", "family.counted.citizen",
    "family.resident", "family.children.resident", "family.aged.resident",
    "family.counted.resident", "family.all_children", "family.named_children",
    "family.some_children", "family.some_aged", "family.many.citizen", "family.many.resident",
]

_InShortForms = Literal[
    "short.children.citizen", "short.children.resident", "family.citizen", "family.resident",
]

_LetterForms = Literal["hardship.children", "hardship.grown_children"]

_ExhibitForms = Literal["family.all_children", "family.some_children"]

FormsId = Literal[_FamilyForms, _InShortForms, _LetterForms, _ExhibitForms]

# fmt: on

SENTENCES: dict[str, tuple[SentenceId, ...]] = {
    "documents.letter_head": get_args(_Head),
    "documents.letter": get_args(_Letter),
    "documents.in_short": get_args(_InShort),
    "documents.opening": get_args(_Opening),
    "documents.family": get_args(_Family),
    "documents.related_people": get_args(_People),
    "documents.health": get_args(_Health),
    "documents.record": get_args(_Record),
    "documents.arguments": get_args(_Arguments),
    "documents.closing": get_args(_Closing),
    "documents.exhibits": get_args(_Exhibits),
    "documents.declaration": get_args(_Declaration),
    "documents.certificates": get_args(_Certificates),
    "documents.covers": get_args(_Covers),
    "documents.gathering": get_args(_Gathering),
    "documents.requests": get_args(_Requests),
    "documents.envelope": get_args(_Envelope),
    "documents.lawyer": get_args(_Lawyer),
    "documents.case_block": get_args(_Case),
    "documents.summary": get_args(_Summary),
}
"""Maps a module below ``pdkiosk`` to the sentences that it uses."""

FORMS: dict[str, tuple[FormsId, ...]] = {
    "documents.family": get_args(_FamilyForms),
    "documents.in_short": get_args(_InShortForms),
    "documents.letter": get_args(_LetterForms),
    "documents.exhibits": get_args(_ExhibitForms),
}
"""The same for sentences about someone whose gender matters."""

# fmt: off
_GIVEN: dict[str, tuple[SentenceId | FormsId, ...]] = {
    "a_number": ("re.number", "sender.a_number"),
    "a_number name": ("footer", "re.who", "re.who.blank", "sum.who"),
    "address": ("sender.address",),
    "age": ("short.age",),
    "ages n": ("family.aged.citizen", "family.aged.resident", "family.some_aged"),
    "ages relation": ("lawyer.relation.aged",),
    "asked came": ("gather.asked",),
    "by_hand": ("service.other",),
    "care_who conditions": ("medical.theirs",),
    "child": (
        "hardship.child", "hardship.child_care", "hardship.grown_child",
        "hardship.grown_child_care",
    ),
    "condition": ("short.health",),
    "condition who": ("short.care",),
    "conditions": ("medical.mine", "medical.theirs.person"),
    "count relation": ("lawyer.relation.count",),
    "country": ("open.country",),
    "court": ("re.court",),
    "court judge": ("re.court_judge",),
    "court_line": ("sum.call.court", "sum.next.hearing_missed"),
    "date": (
        "lawyer.hearing", "lawyer.stage.order.date", "sum.about", "sum.call.title", "sum.edition",
        "sum.edition.small",
    ),
    "day month year": ("sum.day",),
    "days": ("open.order.held",),
    "decided due": ("lawyer.due",),
    "detained_since": ("open.since",),
    "document": ("cert.t.other",),
    "facility": ("sender.facility",),
    "first second": ("sum.reasons.two",),
    "from_date to_date": ("records.body", "records.body.theirs"),
    "hardship": ("hardship", "hardship.also"),
    "ice_line": ("sum.call.ice",),
    "it": ("footer.one",),
    "judge": ("re.judge",),
    "language": ("cert.t.body", "open.language", "sum.review.drafted"),
    "language name": ("cert.i.body",),
    "letter": ("cover.exhibit",),
    "letter paper": ("gather.item", "sum.paper.have"),
    "letter paper source": ("sum.paper.ask",),
    "letters": ("sum.paper.private_ask", "sum.paper.private_have"),
    "library": ("sum.call.library_known",),
    "month year": ("sum.month",),
    "n": (
        "family.counted.citizen", "family.counted.resident", "family.others",
        "family.others.citizen", "family.others.resident", "family.some_children",
        "lawyer.only_left", "person.count.brother", "person.count.grandfather",
        "person.count.grandmother", "person.count.sister", "person.some.brother",
        "person.some.grandfather", "person.some.grandmother", "person.some.sister",
        "person.years", "short.children.citizen", "short.children.resident", "short.years",
        "short.years_at_least", "sum.left_out", "sum.left_out.call", "sum.reasons.years",
    ),
    "n name": ("open.name_age", "person.listed"),
    "n name relation": ("person.name_age",),
    "n relation": ("person.age", "person.relation_age"),
    "name": (
        "cert.t.words", "open.name", "person.listed_baby", "printed_name", "printed_name.blank",
        "sender.name",
    ),
    "name numbers": ("cert.t.paragraph", "cert.t.paragraphs"),
    "name relation": ("person.name", "person.name_baby"),
    "next_hearing": ("gather.by", "gather.by_hearing", "re.hearing", "sum.next.hearing_date"),
    "offense record_place when": (
        "record.acquitted_place", "record.arrested_place", "record.convicted_place",
        "record.dismissed_place", "record.pending_place", "record.pleaded_place",
    ),
    "offense when": (
        "record.acquitted", "record.arrested", "record.convicted", "record.dismissed",
        "record.pending", "record.pleaded",
    ),
    "officer": ("address.ero.attention",),
    "order_date": ("open.order.date", "re.order.date"),
    "people": (
        "family.children.citizen", "family.children.resident", "family.depend", "family.lived",
        "family.lived_depend", "family.many.citizen", "family.many.resident",
        "family.named_children", "lawyer.family", "person.many.brother", "person.many.grandfather",
        "person.many.grandmother", "person.many.sister", "short.close.citizen",
        "short.close.resident",
    ),
    "program_date program_name": ("rehab.program_done",),
    "program_name": ("rehab.program",),
    "reader": ("support.dear",),
    "record_date": ("rehab.no_more_since", "short.conviction", "short.pleaded"),
    "relation": ("person.baby", "person.relation_baby"),
    "requests": ("ask", "ask.appealed", "ask.decided", "ask.only", "ask.won"),
    "source": ("gather.from",),
    "stage": ("lawyer.stage", "re.stage"),
    "status who": ("lawyer.person",),
    "thing": ("sum.find.lawyer",),
    "things": ("lawyer.applied", "lawyer.held", "rehab.also", "rehab.since"),
    "unit": ("unit",),
    "what": ("cover.behind", "cover.later"),
    "when": ("record.done_on",),
    "who": (
        "exhibit.card", "exhibit.child", "exhibit.doctor.theirs", "exhibit.records.theirs",
        "exhibit.service.theirs", "family.citizen", "family.resident", "hardship.care",
        "records.for", "short.care.plain", "short.family_served",
    ),
    "words": ("quoted", "record.sentence"),
    "years": ("lawyer.years", "lawyer.years.least"),
}
# fmt: on

ARGUMENTS: dict[SentenceId | FormsId, str] = {
    sentence: given for given, sentences in _GIVEN.items() for sentence in sentences
}
"""The arguments of each sentence; sentences that are not listed here have none."""
