"""The contract between program and guide: the names that both sides use.

The program refers to parts of the guide only by these constants, and a guide that lacks one of them
is not loaded. So a misspelled name, here or there, is an error at loading (or type-checking) time,
not when a person is using the kiosk. The sentences are in ``sentence_ids``.
"""

from __future__ import annotations

from typing import get_args

from pdkiosk.guide import sentence_ids
from pdkiosk.guide.named import (
    Answer,
    CardsAnswer,
    DateAnswer,
    Named,
    NumberAnswer,
    OptionAnswer,
    OptionsAnswer,
    PageId,
    PaperId,
    StatusesAnswer,
    TermId,
    TextAnswer,
)
from pdkiosk.guide.vocabulary import Block, CountsAs, Derived, Rule, ScreenName


def _answer(question: str, option: str, *by: str) -> Answer:
    return Answer(question, option, by)


# fmt: off
AGE = NumberAnswer(
    "age", "documents.in_short", "documents.opening", "interview.untold", "interview.citizenship",
    "interview.contradictions", "interview.rules",
)
AGE_AT_ARRIVAL = NumberAnswer(
    "age_at_arrival", "interview.citizenship", "interview.contradictions", "interview.rules",
    "interview.untold",
)
APPLICATIONS = OptionsAnswer("applications", "documents.case_block")
ARRIVAL = DateAnswer(
    "arrival", "documents.case_block", "documents.in_short", "interview.citizenship",
    "interview.contradictions", "interview.rules",
)
A_NUMBER = TextAnswer(
    "a_number", "documents.letter_head", "documents.requests", "documents.summary"
)
BEST_LANGUAGE = TextAnswer("best_language", "documents.certificates", "documents.opening")
CARE_NEXT = DateAnswer("care_next", "documents.facts", "interview.contradictions")
CARE_SINCE = DateAnswer("care_since", "interview.contradictions")
CARE_ILLNESS = TextAnswer("care_illness", "documents.health")
CARE_WHO = OptionAnswer(
    "care_who", "documents.health", "documents.related_people", "documents.requests",
    "interview.contradictions", "interview.unsaid",
)
COUNTRY = TextAnswer("country", "documents.opening")
COURT = TextAnswer("court", "documents.letter_head")
DECISION_DATE = DateAnswer(
    "decision_date", "documents.case_block", "interview.contradictions", "interview.deadlines"
)
DETAINED_SINCE = DateAnswer("detained_since", "documents.opening", "interview.contradictions")
DUE_DATE = DateAnswer("due_date", "documents.facts", "interview.contradictions")
EARNED = NumberAnswer("earned", "interview.contradictions")
FACILITY_NAME = TextAnswer("facility_name", "documents.letter_head")
FULL_NAME = TextAnswer(
    "full_name", "documents.arguments", "documents.letter_head", "documents.opening",
    "documents.summary",
)
GRADUATED = DateAnswer("graduated", "interview.contradictions")
HARDSHIP = OptionsAnswer("hardship", "documents.letter")
HELD = OptionsAnswer("held", "documents.case_block")
ILLNESS = TextAnswer("illness", "documents.health")
ILLNESS_SINCE = DateAnswer("illness_since", "interview.contradictions")
JUDGE = TextAnswer("judge", "documents.letter_head")
MEDICAL = OptionsAnswer("medical", "documents.health")
MILITARY_SINCE = DateAnswer("military_since", "interview.contradictions")
NEXT_HEARING = DateAnswer(
    "next_hearing", "documents.gathering", "documents.letter_head", "documents.summary",
    "documents.case_block", "interview.deadlines",
)
ORDER_DATE = DateAnswer(
    "order_date", "documents.case_block", "documents.letter_head", "documents.opening",
    "interview.contradictions", "interview.rules",
)
PAPERS = StatusesAnswer(
    "papers", "documents.closing", "documents.covers", "documents.exhibits", "documents.letter",
    "documents.packet", "documents.requests", "interview.flow", "interview.rules",
)
PEOPLE = CardsAnswer(
    "people", "documents.case_block", "documents.family", "documents.in_short",
    "documents.related_people", "documents.requests", "interview.citizenship",
    "interview.contradictions", "interview.grown_children", "interview.rules", "interview.unsaid",
)
PERSON_AGE = NumberAnswer(
    "person_age", "documents.case_block", "documents.related_people", "documents.requests",
    "interview.contradictions", "interview.grown_children",
)
PERSON_NAME = TextAnswer(
    "person_name", "documents.answer_text", "documents.related_people", "documents.requests"
)
PERSON_STATUS = OptionAnswer("person_status", "documents.related_people", "documents.case_block")
RECORD = CardsAnswer(
    "record", "documents.in_short", "documents.lawyer", "documents.record", "documents.summary",
    "guide.narrowing", "interview.contradictions", "interview.factors", "interview.rules",
)
RECORD_DATE = DateAnswer("record_date", "documents.record", "interview.contradictions")
RECORD_KIND = OptionAnswer("record_kind", "documents.lawyer", "documents.record")
RECORD_LEVEL = OptionAnswer("record_level", "documents.record")
RECORD_PLACE = TextAnswer("record_place", "documents.record")
RECORD_RESULT = OptionAnswer("record_result", "documents.record")
RECORD_WORDS = TextAnswer("record_words", "documents.record")
RECORD_SENTENCE = TextAnswer("record_sentence", "documents.record")
RECORD_DONE_ON = DateAnswer("record_done_on", "documents.record", "interview.contradictions")
PROGRAM_NAME = TextAnswer("program_name", "documents.record")
PROGRAM_DATE = DateAnswer("program_date", "documents.record", "interview.contradictions")
REHABILITATION = OptionsAnswer("rehabilitation", "documents.record")
RELATION = OptionAnswer(
    "relation", "documents.case_block", "documents.related_people", "documents.requests",
    "interview.contradictions", "interview.unsaid",
)
RENT = NumberAnswer("rent", "interview.contradictions")
REQUESTS = OptionsAnswer(
    "requests", "documents.letter_head", "documents.opening",
    "documents.wishes", "guide.narrowing",
)
NEXT_TREATMENT = DateAnswer("next_treatment", "documents.facts", "interview.contradictions")
SPONSOR = TextAnswer(
    "sponsor", "documents.letter", "documents.related_people", "interview.contradictions",
    "interview.unsaid",
)
STAGE = OptionAnswer(
    "stage", "documents.in_short", "documents.letter_head", "documents.opening",
    "documents.case_block",
)
SUPPORT_LANGUAGE = OptionAnswer("support_language", "documents.packet")
SUPPORT_READERS = OptionsAnswer("support_readers", "documents.packet", "documents.requests")
WEIGHS = OptionsAnswer("weighs", "documents.summary")
WORK_SINCE = DateAnswer("work_since", "interview.rules", "interview.contradictions")
MILITARY_WHO = OptionAnswer(
    "military_who", "documents.in_short", "documents.letter", "documents.related_people",
    "interview.untold", "interview.contradictions",
)

AFRAID = _answer("fear", "yes", "documents.lawyer", "documents.summary")
AGAINST_ME = _answer(
    "stage", "against_me", "documents.case_block", "documents.lawyer", "documents.letter_head",
    "documents.opening", "documents.summary",
)
AGE_IS_REASON = _answer("reasons_family", "age_reason", "documents.in_short", "interview.untold")
APPLIED_FOR_ASYLUM = _answer("applications", "asylum", "interview.rules")
APPLIED_FOR_BOND = _answer("applications", "bond", "documents.lawyer")
CARED_FOR = _answer("person_cared_for", "yes", "interview.unsaid")
CARETAKER = _answer(
    "reasons_family", "caretaker", "documents.health", "documents.in_short", "documents.letter",
    "documents.requests", "interview.unsaid", "interview.untold",
)
CITIZEN = _answer(
    "person_status", "citizen", "documents.case_block", "documents.family", "documents.in_short",
    "documents.related_people", "documents.requests", "interview.citizenship",
    "interview.contradictions", "interview.rules", "interview.unsaid",
)
ACQUITTED = _answer("record_result", "acquitted", "documents.record", "interview.rules")
CARES_FOR_ANOTHER = _answer("care_who", "other", "documents.health", "documents.letter")
CARES_FOR_PARTNER = _answer("care_who", "partner", "interview.contradictions", "interview.unsaid")
CITIZEN_FAMILY = _answer("reasons_family", "citizen_family", "documents.in_short")
CONVICTED = _answer("record_result", "convicted", "documents.record")
DEPENDS = _answer("person_depends", "yes", "documents.family")
DISMISSAL_ADVISED = _answer("dismiss_sure", "yes", "documents.wishes")
DRIVING = _answer("record_kind", "driving", "interview.rules")
DUI = _answer("record_kind", "dui", "documents.record")
FELONY = _answer("record_level", "felony", "documents.record", "interview.rules")
NOT_AT_HEARING = _answer("order_hearing", "no", "documents.lawyer", "interview.deadlines")
FINAL_ORDER = _answer(
    "in_proceedings", "order", "documents.lawyer", "documents.letter_head", "documents.opening",
    "interview.deadlines",
)
FROM_DOCTORS = _answer(
    "support_readers", "doctor", "documents.packet", "documents.requests"
)
FOR_ME = _answer(
    "stage", "for_me", "documents.in_short", "documents.lawyer", "documents.letter",
    "documents.letter_head", "documents.opening", "documents.summary",
)
HARD_TO_FOLLOW = _answer("hard_to_follow", "yes", "documents.declaration", "documents.lawyer")
BROTHER = _answer("relation", "brother", "documents.related_people")
GRANDFATHER = _answer(
    "relation", "grandfather", "documents.related_people", "interview.citizenship"
)
GRANDMOTHER = _answer(
    "relation", "grandmother", "documents.related_people", "interview.citizenship"
)
SISTER = _answer("relation", "sister", "documents.related_people")
HUSBAND = _answer("relation", "husband", "interview.rules")
PARTNER_WOMAN = _answer(
    "relation", "partner_f", "documents.related_people", "interview.contradictions",
    "interview.unsaid",
)
PARTNER_MAN = _answer(
    "relation", "partner_m", "documents.related_people", "interview.contradictions",
    "interview.unsaid",
)
DAUGHTER = _answer(
    "relation", "daughter", "documents.related_people", "interview.grown_children"
)
SON = _answer("relation", "son", "documents.related_people", "interview.grown_children")
MOTHER = _answer("relation", "mother", "documents.related_people", "interview.citizenship")
FATHER = _answer("relation", "father", "documents.related_people", "interview.citizenship")
KEPT = _answer("record_way", "keep", "interview.factors")
HOLDS_GREEN_CARD = _answer(
    "held", "green_card", "documents.in_short", "documents.opening", "interview.contradictions"
)
HOLDS_TPS = _answer("held", "tps", "interview.contradictions")
HOLDS_DACA = _answer("held", "daca", "interview.contradictions")
LAWYER_HELPED = _answer("lawyer_helped", "yes", "interview.factors")
LEFT_TO_LAWYER = _answer("record_way", "lawyer", "interview.factors")
LIVED_TOGETHER = _answer(
    "person_lived", "yes", "documents.family", "interview.contradictions"
)
LONG_RESIDENCE = _answer(
    "reasons_life", "long_residence", "documents.summary", "interview.untold", "interview.rules"
)
MISDEMEANOR = _answer("record_level", "misdemeanor", "documents.record")
NOT_AFRAID = _answer("fear", "no", "interview.rules")
NO_OTHER_CONVICTION = _answer("rehabilitation", "no_more", "documents.record")
APPEALED = _answer(
    "appealed", "yes", "documents.case_block", "documents.lawyer", "documents.letter_head",
    "documents.opening", "documents.summary",
)
NO_NOTICE = _answer("order_notice", "no", "documents.lawyer", "documents.opening")
MAYBE_CITIZEN = _answer("maybe_citizen", "yes", "documents.lawyer", "interview.citizenship")
NO_CITIZEN = _answer("maybe_citizen", "no", "interview.citizenship", "interview.contradictions")
UNSURE_IF_CITIZEN = _answer("maybe_citizen", "unknown", "documents.lawyer")
NOT_FILED = _answer(
    "stage", "not_filed", "documents.letter_head", "documents.opening", "interview.deadlines"
)
MISSED_HEARING = _answer("hearings_attended", "no", "documents.lawyer")
NO_CASE = _answer("in_proceedings", "no", "tour")
NO_DANGER = _answer("reasons_life", "no_danger", "documents.letter")
HAS_LAWYER = _answer("has_lawyer", "yes", "documents.summary")
NO_LAWYER = _answer("has_lawyer", "no", "documents.opening", "documents.requests")
OWN_HEALTH = _answer(
    "reasons_family", "health", "documents.exhibits", "documents.health", "documents.in_short",
    "documents.requests", "interview.unsaid", "interview.untold",
)
PENDING = _answer("record_result", "pending", "documents.record", "interview.rules")
PLEADED = _answer("record_result", "pleaded", "documents.record")
DROPPED = _answer("record_result", "dismissed", "documents.record", "interview.rules")
PREGNANT = _answer(
    "reasons_family", "pregnant", "documents.exhibits", "documents.requests", "interview.unsaid",
    "interview.untold",
)
RESIDENT = _answer(
    "person_status", "resident", "documents.case_block", "documents.exhibits", "documents.family",
    "documents.in_short", "documents.related_people", "documents.requests",
    "interview.contradictions", "interview.rules", "interview.unsaid",
)
RESIDENT_FAMILY = _answer("reasons_family", "resident_family", "documents.in_short")
SEVERE_MINE = _answer("medical_whose", "mine", "documents.health", "interview.untold")
SEVERE_THEIRS = _answer("medical_whose", "theirs", "documents.health", "interview.untold")
SENTENCE_DONE = _answer("record_done", "yes", "documents.record")
SHORT_WAY = _answer("way", "short", "interview.flow")
SHOW_ALL = _answer("summary_show", "show", "documents.summary")
SPEAKS_ENGLISH = _answer(
    "best_language", "@english", "documents.arguments", "documents.certificates",
    "documents.letter", "documents.opening", "documents.summary",
)
WITH_PARTNER = _answer("sponsor", "@partner", "interview.contradictions", "interview.unsaid")
SPONSOR_UNSAID = _answer("sponsor_status", "unsaid", "interview.unsaid")
SPONSOR_RESIDENT = _answer(
    "sponsor_status", "resident", "interview.contradictions", "interview.unsaid"
)
SPONSOR_CITIZEN = _answer(
    "sponsor_status", "citizen", "interview.contradictions", "interview.unsaid"
)
STRONG_CASE = _answer("strong_case", "yes", "documents.lawyer", "documents.summary")
UNSURE_OF_FEAR = _answer("fear", "unknown", "documents.lawyer")
VICTIM = _answer("reasons_family", "victim", "documents.in_short", "documents.lawyer")
VICTIM_AT_HOME = _answer(
    "victim_kinds", "domestic", "documents.lawyer", "interview.contradictions"
)
WANTS_ANOTHER_COUNTRY = _answer("requests", "another_country", "documents.wishes")
WANTS_BOND = _answer("requests", "bond", "documents.lawyer", "documents.wishes")
OTHERS_CAN_CARE = _answer("care_alone", "someone", "documents.letter")
WANTS_CANCELLATION = _answer(
    "requests", "cancel_nta", "documents.lawyer", "documents.wishes"
)
WANTS_DISMISSAL = _answer(
    "requests", "dismiss", "documents.lawyer", "documents.wishes"
)
WANTS_RELEASE = _answer(
    "requests", "release", "documents.letter_head", "documents.opening", "documents.wishes"
)
WANTS_RELEASE_WON = _answer("requests", "release_won", "documents.letter_head", "documents.wishes")
WANTS_STAY = _answer("requests", "not_now", "documents.letter_head", "documents.wishes")
WANTS_SUPERVISION = _answer(
    "requests", "supervision", "documents.letter_head", "documents.opening",
    "documents.wishes",
)
WIFE = _answer("relation", "wife", "interview.rules")
ARRIVED_AS_CHILD = _answer(
    "reasons_life", "child_arrival", "documents.in_short", "interview.untold"
)
CHECK_INS_ALL = _answer("check_ins", "yes", "documents.exhibits")
HEARINGS_ALL = _answer(
    "hearings_attended", "yes", "documents.in_short", "interview.deadlines"
)
EXPECTING = _answer("pregnant_or_nursing", "pregnant", "documents.in_short", "interview.untold")
EXPECTING_AND_NURSING = _answer("pregnant_or_nursing", "both", "documents.in_short")
NURSING = _answer("pregnant_or_nursing", "nursing", "documents.in_short")
SERVED_MYSELF = _answer(
    "military_who", "self", "documents.exhibits", "documents.in_short", "interview.contradictions"
)
STUDENT = _answer("reasons_life", "student", "documents.in_short")
HARDSHIP_CARE = _answer("hardship", "care", "documents.letter")
HARDSHIP_CHILDREN = _answer("hardship", "children", "documents.letter")
MILITARY = _answer("reasons_life", "military", "documents.letter", "interview.untold")

BIRTH_CERTIFICATES = PaperId("birth_certificates", "documents.family")
CHECK_IN_PROOF = PaperId("check_in_proof", "documents.exhibits")
CHILD_LETTERS = PaperId("child_letters", "documents.exhibits")
COURT_PAPER = PaperId("court_paper", "documents.record")
DOCTOR_LETTER = PaperId(
    "doctor_letter", "documents.exhibits", "documents.packet", "documents.requests"
)
FAMILY_STATUS = PaperId("family_status", "documents.exhibits", "documents.family")
MARRIAGE_LICENSE = PaperId("marriage_license", "documents.family")
MEDICAL_RECORDS = PaperId("medical_records", "documents.exhibits", "documents.requests")
MILITARY_PAPERS = PaperId("military_papers", "documents.exhibits")
PROOF_OF_CHANGE = PaperId("rehabilitation", "documents.record")
SUPPORT_LETTERS = PaperId("support_letters", "documents.packet", "interview.rules")
PRIVACY = PageId("privacy", "ui.screens.chapter")
ICE = TermId("ice", "guide.terms")
# fmt: on

NAMED = [thing for thing in list(globals().values()) if isinstance(thing, Named)]
"""Everything that the program reads by its id."""
ANSWERS = [thing for thing in list(globals().values()) if isinstance(thing, Answer)]
"""All answers that the program looks for."""

SAID_BY_OPTION: dict[str, tuple[str, ...]] = {
    REHABILITATION: (NO_OTHER_CONVICTION.option,),
    SUPPORT_READERS: (),
}
"""Questions whose options, except for these, each have their own sentence."""

RELATIVES = (CARE_WHO, MILITARY_WHO)
"""Questions whose options are compared with those of RELATION, the relation on a card."""

CONTRACT = (
    *map(get_args, (Rule, Derived, ScreenName, Block, CountsAs)),
    [(type(thing).__name__, str(thing)) for thing in NAMED],
    ANSWERS,
    SAID_BY_OPTION,
    RELATIVES,
    sentence_ids.SENTENCES,
    sentence_ids.FORMS,
    sentence_ids.ARGUMENTS,
)
"""The whole contract: a guide that was checked against another contract is checked again."""
