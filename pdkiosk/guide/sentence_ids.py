"""The sentences that composers say by name, and what each composer puts into them.

``Speaker.sentence`` takes these names alone. A guide in which one is missing, takes other
arguments, or that has a sentence which nothing says, is not loaded.
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
    "re.appealed", "salutation.opla", "salutation.ero",
    "salutation", "printed_name", "printed_name.blank", "footer", "footer.one",
]

_Letter = Literal[
    "heading.danger", "heading.danger.order", "heading.danger.home", "heading.danger.none.home",
    "heading.danger.none", "heading.danger.none.order", "heading.danger.only",
    "heading.danger.none.only", "heading.danger.check_ins", "heading.danger.none.check_ins",
    "heading.short",
    "hardship", "hardship.also", "hardship.child", "hardship.grown_child",
    "hardship.grown_children", "hardship.care", "translation",
    "close", "close.annex", "close.exhibits", "close.no_answer", "re.title", "banner",
    "prepared_by",
]

_InShort = Literal[
    "short.won", "short.years", "short.years_at_least", "short.child", "short.close.citizen",
    "short.close.resident", "short.family.citizen", "short.family.resident",
    "short.health", "short.health.plain", "short.care", "short.care.plain",
    "short.age", "short.green_card", "short.green_card.held", "short.baby", "short.served",
    "short.family_served", "short.studies", "short.victim", "short.conviction", "short.pleaded",
    "short.hearings",
]

_Opening = Literal[
    "open.name", "open.name_age", "open.country", "open.language", "open.proceedings",
    "open.proceedings.detained", "open.not_filed", "open.not_filed.detained", "open.order",
    "open.order.detained", "open.for_me", "open.for_me.detained", "open.appealed",
    "open.appealed.detained", "open.order.date", "open.order.notice", "open.order.held",
    "open.no_lawyer", "open.since", "ask", "ask.won", "ask.decided", "ask.appealed",
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
    "person.count.grandmother", "person.count.grandfather",
]

_Health = Literal[
    "medical.mine", "medical.theirs", "medical.theirs.person",
]

_Exhibits = Literal[
    "exhibit.records.mine", "exhibit.records.theirs", "exhibit.doctor.mine",
    "exhibit.doctor.theirs", "exhibit.service.mine", "exhibit.service.theirs", "exhibit.card",
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
    "lawyer.strong", "lawyer.order",
    "lawyer.appeal", "lawyer.appeal_late", "lawyer.appealed",
    "lawyer.victim", "lawyer.bond", "lawyer.notes", "lawyer.ask", "lawyer.wanted", "lawyer.won",
    "lawyer.missed", "lawyer.minor", "lawyer.only_left",
]

_Case = Literal[
    "lawyer.stage", "lawyer.stage.order", "lawyer.stage.appealed", "lawyer.hearing", "lawyer.due",
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
    "sum.next.copy", "sum.next.send", "sum.next.hearing", "sum.next.hearing_missed",
    "sum.next.hearing_date", "sum.next.report", "sum.next.again", "sum.call.title",
    "sum.call.court", "sum.call.ice", "sum.call.help", "sum.call.library", "sum.call.library_known",
    "sum.remember.title", "sum.remember.temporary", "sum.remember.rules",
    "sum.remember.dismissal", "sum.left_out",
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

FormsId = Literal[_FamilyForms, _InShortForms]

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
"""Module below ``pdkiosk`` to the sentences that it says."""

FORMS: dict[str, tuple[FormsId, ...]] = {
    "documents.family": get_args(_FamilyForms),
    "documents.in_short": get_args(_InShortForms),
}
"""The same for sentences about somebody whose gender counts."""

ARGUMENTS: dict[SentenceId | FormsId, str] = {
    "ask": "requests",
    "ask.only": "requests",
    "ask.won": "requests",
    "ask.decided": "requests",
    "ask.appealed": "requests",
    "cert.i.body": "language name",
    "cert.t.body": "language",
    "cert.t.other": "document",
    "cert.t.paragraph": "name numbers",
    "cert.t.paragraphs": "name numbers",
    "cert.t.words": "name",
    "cover.behind": "what",
    "cover.exhibit": "letter",
    "cover.later": "what",
    "exhibit.records.theirs": "who",
    "exhibit.doctor.theirs": "who",
    "exhibit.service.theirs": "who",
    "exhibit.card": "who",
    "family.depend": "people",
    "family.lived": "people",
    "family.lived_depend": "people",
    "family.others": "n",
    "family.others.citizen": "n",
    "family.others.resident": "n",
    "footer": "a_number name",
    "footer.one": "it",
    "gather.asked": "asked came",
    "gather.by": "next_hearing",
    "gather.by_hearing": "next_hearing",
    "gather.from": "source",
    "gather.item": "letter paper",
    "hardship": "hardship",
    "hardship.also": "hardship",
    "lawyer.applied": "things",
    "lawyer.due": "decided due",
    "lawyer.family": "people",
    "lawyer.hearing": "date",
    "lawyer.only_left": "n",
    "lawyer.person": "status who",
    "lawyer.relation.aged": "ages relation",
    "lawyer.relation.count": "count relation",
    "lawyer.stage": "stage",
    "lawyer.years": "years",
    "lawyer.years.least": "years",
    "hardship.care": "who",
    "hardship.child": "child",
    "hardship.grown_child": "child",
    "medical.mine": "conditions",
    "medical.theirs": "care_who conditions",
    "medical.theirs.person": "conditions",
    "open.country": "country",
    "open.language": "language",
    "open.name": "name",
    "open.name_age": "n name",
    "open.since": "detained_since",
    "open.order.date": "order_date",
    "open.order.held": "days",
    "quoted": "words",
    "re.order.date": "order_date",
    "person.age": "n relation",
    "person.baby": "relation",
    "person.listed": "n name",
    "person.listed_baby": "name",
    "person.many.sister": "people",
    "person.count.sister": "n",
    "person.many.brother": "people",
    "person.count.brother": "n",
    "person.many.grandmother": "people",
    "person.count.grandmother": "n",
    "person.many.grandfather": "people",
    "person.count.grandfather": "n",
    "person.name": "name relation",
    "person.name_age": "n name relation",
    "person.name_baby": "name relation",
    "person.relation_age": "n relation",
    "person.relation_baby": "relation",
    "person.years": "n",
    "printed_name": "name",
    "printed_name.blank": "name",
    "re.court": "court",
    "re.court_judge": "court judge",
    "re.hearing": "next_hearing",
    "re.judge": "judge",
    "re.number": "a_number",
    "re.stage": "stage",
    "re.who": "a_number name",
    "re.who.blank": "a_number name",
    "record.acquitted": "offense when",
    "record.acquitted_place": "offense record_place when",
    "record.arrested": "offense when",
    "record.arrested_place": "offense record_place when",
    "record.convicted": "offense when",
    "record.convicted_place": "offense record_place when",
    "record.dismissed": "offense when",
    "record.dismissed_place": "offense record_place when",
    "record.pending": "offense when",
    "record.pending_place": "offense record_place when",
    "record.pleaded": "offense when",
    "record.pleaded_place": "offense record_place when",
    "records.body": "from_date to_date",
    "records.body.theirs": "from_date to_date",
    "records.for": "who",
    "record.sentence": "words",
    "record.done_on": "when",
    "rehab.program": "program_name",
    "rehab.program_done": "program_date program_name",
    "rehab.also": "things",
    "rehab.no_more_since": "record_date",
    "rehab.since": "things",
    "sender.a_number": "a_number",
    "sender.address": "address",
    "sender.facility": "facility",
    "sender.name": "name",
    "service.other": "by_hand",
    "short.age": "age",
    "short.care": "condition who",
    "short.care.plain": "who",
    "short.children.citizen": "n",
    "short.children.resident": "n",
    "short.close.citizen": "people",
    "short.close.resident": "people",
    "short.conviction": "record_date",
    "short.pleaded": "record_date",
    "short.family_served": "who",
    "short.health": "condition",
    "short.years": "n",
    "short.years_at_least": "n",
    "sum.about": "date",
    "sum.call.court": "court_line",
    "sum.call.ice": "ice_line",
    "sum.call.library_known": "library",
    "sum.call.title": "date",
    "sum.day": "day month year",
    "sum.edition": "date",
    "sum.edition.small": "date",
    "sum.find.lawyer": "thing",
    "sum.left_out": "n",
    "sum.left_out.call": "n",
    "sum.month": "month year",
    "sum.next.hearing_date": "next_hearing",
    "sum.next.hearing_missed": "court_line",
    "sum.paper.ask": "letter paper source",
    "sum.paper.have": "letter paper",
    "sum.paper.private_ask": "letters",
    "sum.paper.private_have": "letters",
    "sum.reasons.two": "first second",
    "sum.reasons.years": "n",
    "sum.review.drafted": "language",
    "sum.who": "a_number name",
    "support.dear": "reader",
    "address.ero.attention": "officer",
    "unit": "unit",
    "family.citizen": "who",
    "family.many.citizen": "people",
    "family.many.resident": "people",
    "family.children.citizen": "people",
    "family.aged.citizen": "ages n",
    "family.counted.citizen": "n",
    "family.resident": "who",
    "family.children.resident": "people",
    "family.aged.resident": "ages n",
    "family.counted.resident": "n",
    "family.named_children": "people",
    "family.some_children": "n",
    "family.some_aged": "ages n",
}
"""What stands in a sentence; in those that are not named here, nothing does."""
