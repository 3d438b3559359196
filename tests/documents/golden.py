"""Cases whose sentences were read aloud, in both languages, and are kept word for word.

After a change that is meant: ``WRITE_GOLDEN=1 ./check tests/documents -k golden`` writes the
files again; then read what changed before it is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from pdkiosk.documents.model import (
    Aside,
    Block,
    Cover,
    Document,
    Envelope,
    ExhibitTable,
    Heading,
    Kind,
    Paragraph,
    Signature,
    SignatureLine,
    WriteIn,
)
from pdkiosk.guide.model import Cards
from pdkiosk.language.message import Message
from tests.documents import people
from tests.documents.blanks import sentences
from tests.documents.people import D, entry, person

FOLDER = Path(__file__).parent / "golden"
Case = tuple[str, dict[str, Any]]

_DATES = {"year": D("2012"), "month": D("2012-03"), "day": D("2012-03-05"), "about": D("2012~")}
_LATELY = {
    **{"this year": D("2026"), "last year": D("2025-01"), "not two years": D("2024-11")},
    **{"two years": D("2024-10"), "three, the year only": D("2023")},
}
_ORDER = {"in_proceedings": "order"}
_LEFT = {"weighs": ["returned", "gang"], "returned_way": "lawyer", "gang_way": "lawyer"}


def _opening() -> Iterator[Case]:
    yield "nothing", {}
    yield "name", {"full_name": "María López Ruiz"}
    for age in (14, 34, 71):
        yield f"age {age}", {"full_name": "Iván Ruiz", "age": age}
    yield "age alone", {"age": 20}
    yield "age is a reason", {"full_name": "Iván Ruiz", "age": 71, "reasons_family": ["age_reason"]}
    for country in ("@mexico", "@el_salvador", "@peru", "Perú (Cusco)"):
        yield f"from {country}", {"country": country}
    for spoken in ("@spanish", "@english", "@haitian", "@mam", "@mandarin", "mixteco bajo"):
        yield f"speaks {spoken}", {"best_language": spoken}
    for stage in ("not_filed", "court", "for_me", "against_me"):
        yield f"stage {stage}", {"stage": stage}
        yield f"stage {stage}, since", {"stage": stage, "detained_since": D("2026-03")}
    for lawyer in ("no", "yes"):
        yield f"lawyer {lawyer}", {"has_lawyer": lawyer}
    yield "no lawyer, since", {"has_lawyer": "no", "detained_since": D("2026-03")}
    yield "order", _ORDER
    yield "order, no lawyer", {**_ORDER, "has_lawyer": "no"}
    yield "order, asks supervision", {**_ORDER, "requests": ["supervision"]}
    for name, date in _DATES.items():
        yield f"order, since {name}", {**_ORDER, "detained_since": date}
    yield "asks nothing", {"requests": []}
    for wish in ("release", "bond", "close", "time"):
        yield f"asks {wish}", {"requests": [wish]}
    yield "asks cancel", {"requests": ["cancel_nta"], "stage": "not_filed"}
    yield "asks no appeal", {"requests": ["release", "no_appeal"], "stage": "for_me"}
    yield "asks dismissal, no lawyer", {"requests": ["dismiss", "time"], "dismiss_sure": "no"}
    yield "asks dismissal", {"requests": ["dismiss"], "dismiss_sure": "yes"}
    yield "asks for all", {"requests": ["release", "bond", "close", "time"]}
    yield "asks not now", {**_ORDER, "requests": ["not_now"]}


def _life() -> Iterator[Case]:
    long = {"reasons_life": ["long_residence"], "lived_where": "Tucson, Arizona"}
    for name, date in (_DATES | _LATELY).items():
        yield f"arrival {name}, no reason", {"arrival": date}
        yield f"arrival {name}, no place", {"reasons_life": ["long_residence"], "arrival": date}
        yield f"arrival {name}", {**long, "arrival": date}
    yield "long, deported", {**long, "arrival": D("2012"), "weighs": ["returned"]}
    yield "long, unknown", {"reasons_life": ["long_residence"]}
    yield "long, unknown, place", long
    yield "long, unknown, deported", {**long, "weighs": ["returned"]}
    yield (
        "long",
        {
            "reasons_life": ["long_residence"],
            "arrival": D("2012-03"),
            "lived_where": "Phoenix, Arizona",
        },
    )
    for age in (0, 1, 9):
        reasons = ["child_arrival"]
        yield f"child {age}", {"reasons_life": reasons, "age_at_arrival": age, "age": 30}
    # With the age, the two would tell how short a time ago that was.
    yield "child lately", {"reasons_life": ["child_arrival"], "age_at_arrival": 14, "age": 16}
    yield "child, unknown", {"reasons_life": ["child_arrival"]}
    for name, date in _DATES.items():
        yield f"school {name}", {"reasons_life": ["student"], "graduated": date}
    yield "school, blank", {"reasons_life": ["student"]}
    yield (
        "school named",
        {
            "reasons_life": ["student"],
            "high_school": "Central High School",
            "graduated": D("2019-05"),
            "college": "nursing, Pima Community College",
        },
    )
    yield "school named, blank", {"reasons_life": ["student"], "high_school": "Central High"}
    yield "work, blank", {"reasons_life": ["work"]}
    for kind in ("construction", "farm", "cook", "cleaning", "care", "factory"):
        yield (
            f"work {kind}",
            {
                "reasons_life": ["work"],
                "work_kind": f"@{kind}",
                "work_since": D("2015"),
            },
        )
    yield "work typed", {"reasons_life": ["work"], "work_kind": "painter at Smith & Sons."}
    yield "work since", {"reasons_life": ["work"], "work_since": D("2015~"), "taxes": "yes"}
    yield "taxes only", {"reasons_life": ["work"], "taxes": "yes"}
    yield "community", {"reasons_life": ["community"]}
    for kinds in (["faith"], ["volunteer", "sport"], ["school", "neighbors", "union"]):
        yield f"community {kinds}", {"reasons_life": ["community"], "community_kinds": kinds}


def _family() -> Iterator[Case]:
    def family(*cards: dict[str, Any]) -> dict[str, Any]:
        return {"people": list(cards)}

    yield "citizen ticked", {"reasons_family": ["citizen_family"]}
    yield "resident ticked", {"reasons_family": ["resident_family"]}
    for relation in (
        *("daughter", "son", "wife", "husband", "mother", "father", "sister", "brother"),
        *("grandmother", "grandfather", "partner_f", "partner_m"),
    ):
        yield relation, family(person(relation, status="citizen"))
    for age in (0, 1, 9):
        yield f"named {age}", family(person("son", status="citizen", age=age, name="Iván"))
        yield f"unnamed {age}", family(person("daughter", status="resident", age=age))
    yield "unsaid", family(person("mother", status="unsaid", age=71, name="Rosa"))
    yield "nothing known", family(person("father"))
    for hidden in ({}, {"status": "unsaid"}):
        yield (
            f"one of two {hidden}",
            family(
                person("mother", status="citizen", name="Rosa", lived="yes", depends="yes"),
                person("son", name="Luis", lived="yes", depends="yes", **hidden),
            ),
        )
    girls = [
        person("daughter", status="citizen", age=a, name=n) for a, n in ((9, "Ana"), (0, "Eva"))
    ]
    yield "two girls", family(*girls)
    yield "girl and boy", family(*girls[:1], person("son", status="citizen", name="Iván", age=1))
    yield (
        "three residents",
        family(
            *(person("son", status="resident", name=n, age=6) for n in ("Luis", "José", "Hugo"))
        ),
    )
    yield "two unsaid", family(person("son", name="Luis"), person("daughter", name="Inés"))
    yield "one with, one without papers", family(*girls[:1], person("son", name="Luis", age=3))
    unnamed = [person("daughter", status="citizen", age=a) for a in (9, 1, 0)]
    yield "unnamed girls", family(*unnamed)
    yield "unnamed boys", family(*(person("son", status="resident", age=a) for a in (2, 3)))
    yield "unnamed, no ages", family(*(person(r, status="citizen") for r in ("son", "daughter")))
    yield "unnamed unsaid", family(person("daughter"), person("daughter"))
    yield "named and unnamed", family(*girls, *unnamed[:2])
    yield "two sisters", family(*(person("sister", status="citizen") for _ in "ab"))
    yield (
        "two sisters, ages",
        family(*(person("sister", status="citizen", age=a, lived="yes") for a in (20, 0))),
    )
    yield (
        "lived and depends",
        family(
            person("wife", status="citizen", name="Rosa", lived="yes", depends="yes"),
            person("daughter", status="resident", name="Ana", lived="yes", depends="yes"),
        ),
    )
    yield (
        "one depends",
        family(person("mother", status="resident", name="Rosa", depends="yes", lived="no")),
    )
    yield (
        "all children",
        family(
            *(
                person("son", status="citizen", name=n, lived="yes", depends="yes")
                for n in ("Luis", "José")
            ),
            person("husband", status="resident", lived="yes"),
        ),
    )
    yield (
        "all daughters",
        family(*(person("daughter", status="citizen", age=a, depends="yes") for a in (3, 5))),
    )
    yield (
        "some named children",
        family(
            *(person("son", status="resident", name=n, depends="yes") for n in ("Luis", "José")),
            person("daughter", status="citizen", name="Ana"),
        ),
    )
    yield (
        "some unnamed children",
        family(
            *(person("daughter", status="citizen", age=a, depends="yes") for a in (3, 5)),
            person("son", status="citizen", age=20),
        ),
    )
    yield (
        "with papers",
        people.with_papers(
            {
                "reasons_family": ["citizen_family", "resident_family"],
                **family(
                    *girls,
                    person("wife", status="citizen", name="Rosa"),
                    person("mother", status="resident", age=60, lived="yes"),
                ),
            }
        ),
    )


def _health() -> Iterator[Case]:
    mine: dict[str, Any] = {"reasons_family": ["health"]}
    care: dict[str, Any] = {"reasons_family": ["caretaker"]}
    yield "mine", mine
    for kind in ("diabetes", "heart", "kidney", "cancer", "seizures", "mental", "asma severa."):
        illness = kind if " " in kind else f"@{kind}"
        yield f"mine {kind}", {**mine, "illness": illness}
    for name, date in _DATES.items():
        yield f"mine since {name}", {**mine, "illness": "@heart", "illness_since": date}
    for treated in ("yes", "not_enough", "no"):
        yield f"mine, treated {treated}", {**mine, "illness": "@heart", "treatment": treated}
    yield "care", care
    for who in ("daughter", "son", "partner", "father", "other"):
        yield f"care {who}", {**care, "care_who": who, "care_illness": "@autism"}
    for name, date in _DATES.items():
        yield f"care since {name}", {**care, "care_who": "mother", "care_since": date}
    severe = ("chronic", "hiv_cancer", "transplant", "terminal", "paralysis", "blind", "mental")
    for condition in severe:
        yield f"mine is {condition}", {**mine, "medical": [condition]}
    for which in ("cancer", "hiv"):
        yield f"mine is {which}", {**mine, "medical": ["hiv_cancer"], "hiv_or_cancer": which}
    yield (
        "mine named and severe",
        {
            **mine,
            "illness": "@kidney",
            "treatment": "yes",
            "medical": ["terminal", "blind"],
        },
    )
    yield "theirs severe", {**care, "care_who": "daughter", "medical": ["blind", "mental"]}
    yield (
        "theirs named and severe",
        {
            **care,
            "care_who": "daughter",
            "care_illness": "@autism",
            "medical": ["mental"],
        },
    )
    yield (
        "both severe",
        {
            "reasons_family": ["health", "caretaker"],
            "illness": "@heart",
            "care_who": "wife",
            "care_illness": "@cancer",
            "medical": ["terminal", "chronic"],
        },
    )
    yield "with papers", people.with_papers({**mine, "illness": "@heart", "treatment": "no"})


def _other() -> Iterator[Case]:
    for age in (17, 71):
        yield f"age {age}", {"reasons_family": ["age_reason"], "age": age}
    yield "age, blank", {"reasons_family": ["age_reason"]}
    for which in ("pregnant", "nursing", "both"):
        yield which, {"reasons_family": ["pregnant"], "pregnant_or_nursing": which}
    yield "pregnant or nursing", {"reasons_family": ["pregnant"]}
    for name, date in {"month": D("2027-03"), "day": D("2027-03-05"), "year": D("2027")}.items():
        yield (
            f"due {name}",
            {
                "reasons_family": ["pregnant"],
                "pregnant_or_nursing": "pregnant",
                "due_date": date,
            },
        )
    yield (
        "young and pregnant",
        {
            "reasons_family": ["pregnant", "age_reason"],
            "age": 17,
            "pregnant_or_nursing": "pregnant",
        },
    )
    yield "military", {"reasons_life": ["military"]}
    for who in ("self", "wife", "son", "father", "sister"):
        yield f"military {who}", {"reasons_life": ["military"], "military_who": who}
    for branch in ("army", "navy", "marines", "air_force", "coast_guard", "national_guard"):
        yield (
            f"military {branch}",
            {
                "reasons_life": ["military"],
                "military_who": "self",
                "military_branch": f"@{branch}",
            },
        )
    yield (
        "military typed",
        {
            "reasons_life": ["military"],
            "military_who": "wife",
            "military_branch": "Army Reserve",
        },
    )
    for name, date in _DATES.items():
        yield (
            f"military since {name}",
            {
                "reasons_life": ["military"],
                "military_who": "self",
                "military_since": date,
            },
        )
    yield "victim", {"reasons_family": ["victim"]}
    for kinds in (
        ["domestic"],
        ["trafficking"],
        ["other"],
        ["domestic", "other"],
        ["domestic", "trafficking", "other"],
    ):
        yield (
            f"victim {kinds}",
            {
                "reasons_family": ["victim"],
                "victim_kinds": kinds,
                "victim_reported": "yes",
            },
        )


def _record() -> Iterator[Case]:
    def record(*cards: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {"record": list(cards), **more}

    kinds = ("dui", "driving", "drugs", "theft", "fight", "home", "other")
    for kind in kinds:
        yield f"convicted {kind}", record(entry(kind, result="convicted", date=D("2016")))
        yield f"charged {kind}", record(entry(kind, result="pending", date=D("2026-03")))
    for result in ("dismissed", None):
        yield f"arrested, {result}", record(entry("theft", result=result, date=D("2016")))
        yield (
            f"arrested in a place, {result}",
            record(entry("fight", result=result, date=D("2016-05-07"), place="Tucson, Arizona")),
        )
    yield "charged in a place", record(entry("dui", result="pending", place="Idaho"))
    for name, date in _DATES.items():
        yield (
            f"convicted {name}",
            record(entry("dui", result="convicted", date=date, place="Phoenix, Arizona")),
        )
    yield (
        "in the words of the court",
        record(
            entry("theft", result="convicted", date=D("2016"), words="Petty theft, PC 484"),
            entry(
                "dui", result="pleaded", date=D("2017"), words="VC 23152(b)", level="misdemeanor"
            ),
            entry("drugs", result="acquitted", date=D("2018-03"), words="HS 11377(a)"),
        ),
    )
    yield "convicted, blank", record(entry("dui", result="convicted", place="Arizona"))
    for done in ("yes", "no"):
        yield (
            f"done {done}",
            record(entry("driving", result="convicted", date=D("2016"), done=done)),
        )
    two = (
        entry("dui", result="convicted", date=D("2019"), done="yes"),
        entry("driving", result="convicted", date=D("2016"), done="yes"),
    )
    yield "two, the older first", record(*two)
    for changed in (
        ["no_more"],
        ["classes"],
        ["treatment", "counseling"],
        ["no_more", "work"],
        ["classes", "treatment", "counseling", "no_more", "work", "faith"],
    ):
        yield f"changed {changed}", record(two[0], rehabilitation=changed)
    left = {"record_kind": "theft", "record_way": "lawyer"}
    for changed in (["no_more"], ["no_more", "work"]):
        yield f"changed {changed}, one left out", record(two[0], left, rehabilitation=changed)
    for factor in (
        "security",
        "felony",
        "repeat",
        "gang",
        "prior_order",
        "returned",
        "false_claim",
    ):
        yield f"high {factor}", {"weighs": [factor], f"{factor}_way": "keep"}
    yield (
        "felony and repeat",
        {
            **record(two[0]),
            "weighs": ["felony", "repeat"],
            "felony_way": "keep",
            "repeat_way": "keep",
            "rehabilitation": ["no_more"],
        },
    )
    yield (
        "order and deported",
        {
            "weighs": ["prior_order", "returned"],
            "prior_order_way": "keep",
            "returned_way": "keep",
        },
    )


def _hardship() -> Iterator[Case]:
    # What only the ill and who cares for somebody are asked, is said of them.
    who: dict[str, Any] = {"reasons_family": ["caretaker", "health"], "care_who": "mother"}
    things = ("children", "income", "home", "health", "care", "school", "nobody")
    for thing in things:
        yield thing, {**who, "hardship": [thing]}
    for count in range(2, 8):
        yield f"{count} things", {**who, "hardship": list(things[:count])}
    yield "every other", {**who, "hardship": list(things[::2])}
    yield "every third", {**who, "hardship": list(things[1::3])}
    yield "first and last", {**who, "hardship": [things[0], things[-1]]}
    for first in range(1, 6):
        for count in (2, 3, 4, 5):
            yield f"{count} from {first}", {**who, "hardship": list(things[first : first + count])}
    for alone in ("nobody", "someone"):
        yield f"care {alone}", {"reasons_family": ["caretaker"], "care_alone": alone}
        yield (
            f"care {alone} and more",
            {
                "reasons_family": ["caretaker"],
                "care_alone": alone,
                "hardship": ["children", "care"],
            },
        )


def _danger() -> Iterator[Case]:
    yield "nothing", {}
    yield "order", _ORDER
    for who in ("wife", "mother", "brother", "daughter", "relative", "friend", "faith"):
        yield f"with {who}", {"sponsor": f"@{who}"}
        yield f"with {who} in a city", {"sponsor": f"@{who}", "sponsor_city": "Tucson, Arizona"}
    yield "typed", {"sponsor": "mi prima Ana", "sponsor_city": "Idaho."}
    yield "city without person", {"sponsor_city": "Tucson"}
    yield "typed, no city", {"sponsor": "Inés, mi cuñada"}
    for typed in ("Sofía", "the family Ruiz", "un primo"):
        yield f"typed {typed}", {"sponsor": typed, "sponsor_city": "El Paso, Texas"}
    yield "typed place", {"sponsor": "my aunt", "sponsor_city": "Los Ángeles, California"}
    for went in ("yes", "first", "no"):
        yield f"went {went}", {"hearings_attended": went}
        yield f"went {went}, order", {**_ORDER, "hearings_attended": went}
    yield "never deported", {"reasons_life": ["not_deported"]}
    yield "no danger", {"reasons_life": ["no_danger", "not_deported"]}
    yield "no danger, order", {**_ORDER, "reasons_life": ["no_danger"]}
    for went in ("yes", "first"):
        yield f"no danger, went {went}", {"reasons_life": ["no_danger"], "hearings_attended": went}
    yield "went yes, hearing missed", {"hearings_attended": "yes", "next_hearing": D("2026-10")}
    yield "but driving", {"reasons_life": ["no_danger"], "record": [entry("driving")]}
    for kind in ("fight", "dui", "other"):
        yield f"but {kind}", {"reasons_life": ["no_danger"], "record": [entry(kind)]}
    yield "but deported", {"reasons_life": ["not_deported"], "weighs": ["returned"]}


def _head() -> Iterator[Case]:
    yield "nothing", {}
    yield "order", _ORDER
    yield "name", {"full_name": "María López Ruiz"}
    yield "number", {"a_number": "12345678"}
    yield "name and number", {"full_name": "María López Ruiz", "a_number": "A012345678"}
    yield "odd number", {"full_name": "María", "a_number": "no sé 12"}
    yield "facility", {"facility_name": "Eloy Detention Center"}
    for name, date in {"day": D("2026-12-15"), "month": D("2027-01"), "year": D("2027")}.items():
        yield f"hearing {name}", {"next_hearing": date}
    yield "court", {"court": "Florence, Arizona"}
    yield "judge", {"judge": "Ana Pérez"}
    yield "court and judge", {"court": "Florence, Arizona", "judge": "Ana Pérez"}
    for stage in ("not_filed", "court", "for_me", "against_me"):
        yield f"stage {stage}", {"stage": stage}
    yield "not filed, court known", {"stage": "not_filed", "court": "Florence"}
    yield "order and name", {**_ORDER, "full_name": "Iván Ruiz", "a_number": "A 012-345-678"}
    yield "hearing about", {"next_hearing": D("2027-02~"), "judge": "Smith"}


def _closing() -> Iterator[Case]:
    yield "nothing", {}
    yield "everything", people.everything(3, 1)
    yield "papers", _all_papers("have")


def _summary() -> Iterator[Case]:
    yield "nothing", {}
    yield "order", {**_ORDER, "fear": "yes"}
    yield "hidden", people.everything(3, 1)
    yield "shown", {**people.everything(3, 1), "summary_show": "show"}
    yield "María", people.MARIA
    yield "María, shown", {**people.MARIA, "summary_show": "show", **_LEFT}
    yield "strong", {"strong_case": "yes", "stage": "against_me"}
    yield "for me", {"stage": "for_me", "arrival": D("2025-10"), "next_hearing": D("2027-02")}
    yield "one year", {"arrival": D("2025-10"), "next_hearing": D("2027~")}
    long = {"reasons_life": ["long_residence"]}
    for name, date in {"2012": D("2012"), "2012-03": D("2012-03"), "2025": D("2025")}.items():
        yield f"long, {name}", {**long, "arrival": date}
    yield "long, deported", {**long, "arrival": D("2012-03"), "weighs": ["returned"]}


_SPOKEN = (
    *("@spanish", "@haitian", "@portuguese", "@mam", "@kiche", "@qanjobal", "@qeqchi"),
    *("@mandarin", "@punjabi", "@arabic", "@russian", "mixteco bajo", ""),
)


def _certificates() -> Iterator[Case]:
    for spoken in _SPOKEN:
        yield f"speaks {spoken}", {"best_language": spoken, "full_name": "María López"}
    yield "no name", {"best_language": "@spanish", "story": "Mi historia."}
    yield "one text", {**people.MARIA, "story": ""}
    yield "two texts", people.MARIA
    yield "many texts", people.everything(2, 1)


def _gathering() -> Iterator[Case]:
    yield "all", _all_papers("ask")
    yield "hearing", {"papers": {"support_letters": "ask"}, "next_hearing": D("2026-12-15")}
    yield "hearing, month", {"papers": {"support_letters": "ask"}, "next_hearing": D("2027-02")}
    yield "order", {**_ORDER, "papers": {"support_letters": "ask"}}


def _requests() -> Iterator[Case]:
    yield "all readers", {**_all_papers("ask"), "support_readers": []}
    yield "with a lawyer", {"has_lawyer": "yes", "papers": {"support_letters": "ask"}}
    theirs: dict[str, Any] = {"papers": {"medical_records": "ask"}, "reasons_family": ["caretaker"]}
    for who in ("mother", "daughter", "brother"):
        yield f"records of {who}", {**theirs, "care_who": who}
    card = people.person("daughter", status="citizen", age=9, name="Ana")
    yield "records of Ana", {**theirs, "care_who": "daughter", "people": [card]}
    for reader in ("family", "doctor"):
        yield reader, {"papers": {"support_letters": "ask"}, "support_readers": [reader]}


def _sheets() -> Iterator[Case]:
    yield "all to follow", _all_papers("ask")
    yield "all in hand", _all_papers("have")
    for stage in ("court", "for_me"):
        yield f"stage {stage}", {"stage": stage, "full_name": "Iván Ruiz"}
    yield "order", {**_ORDER, "a_number": "A012345678", "facility_name": "Eloy Center"}
    yield "nothing", {}


def _lawyer() -> Iterator[Case]:
    everything = people.everything(2, 1)
    yield "kept", everything
    ways = {f"{factor}_way": "lawyer" for factor in everything["weighs"]}
    yield "left out", {**everything, **ways}
    question = people.questions()["record"]
    assert isinstance(question, Cards)
    for option in question.lead.options:
        for way in ("lawyer", "leave"):
            entry = {"record_kind": option.id, "record_way": way}
            yield f"record {option.id}, {way}", {"record": [entry]}
    yield "order, afraid", {**_ORDER, "fear": "yes"}
    yield "only left", {"weighs": ["felony", "gang"]}
    lost = {"stage": "against_me", "decision_date": D("2026-11-10"), "applications": ["asylum"]}
    yield "lost", {**lost, "hearings_attended": "no", "age": 16, "maybe_citizen": "yes"}
    yield "won", {"stage": "for_me", "arrival": D("2012"), "reasons_life": ["long_residence"]}
    yield "not sure", {"fear": None, "stage": "against_me", "strong_case": "yes"}
    yield "bond", {"requests": ["bond", "dismiss"], "reasons_family": ["victim"]}


def _all_papers(status: str) -> dict[str, Any]:
    answers = people.everything(2, 1)
    return {**answers, "papers": dict.fromkeys(answers["papers"], status)}


def _under(*headings: str) -> Callable[[Document], Iterator[Message]]:
    def find(document: Document) -> Iterator[Message]:
        for heading in headings:
            yield from _said(people.part(document, heading))

    return find


def _said(blocks: Iterable[Block]) -> Iterator[Message]:
    for block in blocks:
        match block:
            case WriteIn():
                yield block.label
            case Heading():
                yield block.message
            case Signature():
                yield from block.labels
            case SignatureLine():
                yield from (block.signature_label, block.date_label)
            case ExhibitTable():
                yield from (block.title, block.pages_label, block.to_follow_label)
            case Cover():
                yield from (block.letter, block.pages_label)
            case Envelope():
                yield from (block.sender_label, block.addressee_label, block.mark)
            case Aside():
                yield block.label
        for sentence in sentences(block):
            yield sentence.message


def _in_order(document: Document) -> Iterator[Message]:
    yield document.title
    if document.banner is not None:
        yield document.banner
    yield from _said(document.blocks)


def _first_paragraph(document: Document) -> Iterator[Message]:
    first = people.numbered(document)[0]
    assert isinstance(first, Paragraph)
    yield from _said([first])


def _before_first(document: Document) -> Iterator[Message]:
    yield from _said(document.blocks[:4])
    yield document.footer


def _after_last(document: Document) -> Iterator[Message]:
    last = [b for b in people.numbered(document) if isinstance(b, Paragraph)][-1]
    yield from _said(document.blocks[document.blocks.index(last) :])


_ENDINGS = ("I will come to court", "I will come to every appointment", "Where I can live")
_HARMLESS = (
    "No violent crimes, and I will come to court",
    "No violent crimes, and I will come to every appointment",
    "No violent crimes, and where I can live",
)
LETTER: dict[str, tuple[Callable[[], Iterator[Case]], Callable[[Document], Iterator[Message]]]] = {
    "head": (_head, _before_first),
    "opening": (_opening, _first_paragraph),
    "life": (_life, _under("My life in the United States")),
    "family": (_family, _under("My family")),
    "health": (_health, _under("Health")),
    "other": (_other, _under("What else ICE should know")),
    "record": (_record, _under("My record")),
    "hardship": (_hardship, _under("What would happen if I were deported")),
    "danger": (_danger, _under(*_ENDINGS, *_HARMLESS)),
    "closing": (_closing, _after_last),
}
PAPERS: dict[str, tuple[Callable[[], Iterator[Case]], tuple[Kind, ...]]] = {
    "certificates": (_certificates, (Kind.INTERPRETATION, Kind.TRANSLATION)),
    "gathering": (_gathering, (Kind.GATHERING,)),
    "requests": (_requests, (Kind.SUPPORT_REQUEST, Kind.RECORDS_REQUEST)),
    "sheets": (_sheets, (Kind.COVERS, Kind.ENVELOPE)),
    "lawyer": (_lawyer, (Kind.LAWYER,)),
}
NAMES = (*LETTER, *PAPERS, "summary")


def golden(name: str) -> str:
    """The text of a golden file: each case with the sentences that no case before it had.

    A sentence in English, then in Spanish.
    """
    lines: list[str] = []
    known: set[tuple[str, ...]] = set()
    for case, messages in _cases(name):
        lines.append(f"# {case}")
        for message in messages:
            said = tuple(people.say(message, language) for language in people.LANGUAGES)
            if said not in known:
                known.add(said)
                lines += said
        lines.append("")
    return "\n".join(lines)


def _cases(name: str) -> Iterator[tuple[str, list[Message]]]:
    if name == "summary":
        for case, answers in _summary():
            yield case, people.summary_messages(people.packet(**answers).summary)
        return
    if name in PAPERS:
        papers, kinds = PAPERS[name]
        for case, answers in papers():
            parts = people.packet(**answers).parts
            contents = [p.content for p in parts if p.kind in kinds]
            documents = [content for content in contents if isinstance(content, Document)]
            yield case, [message for d in documents for message in _in_order(d)]
        return
    cases, find = LETTER[name]
    for case, answers in cases():
        yield case, list(find(people.letter(**answers)))
