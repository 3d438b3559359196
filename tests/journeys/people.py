"""Nine people: what each does at the screen, and what must and must not be on their papers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.journeys.person import Person


@dataclass(frozen=True)
class Story:
    """A person's way from the language to the print page, and the facts that they gave.

    ``english`` must stand in the letter, ``spanish`` in the reading copy; none of ``taken_back``
    may stand in any paper. ``private`` may stand in the letter but not on the summary.
    """

    walk: Callable[[Person], None]
    english: tuple[str, ...]
    spanish: tuple[str, ...]
    taken_back: tuple[str, ...] = ()
    private: tuple[str, ...] = field(default=())


# ---- a young mother of citizen children ----------------------------------------------


def _mother(p: Person) -> None:
    p.touches("in_proceedings", "yes")
    p.touches("way", "full")
    p.touches("strong_case", "weak")
    p.touches("applications", "cancellation")
    p.touches("fear", "no")
    p.writes("full_name", "María López Ruiz")
    p.counts("age", 34)
    p.writes("a_number", "012-345-678")
    p.touches("country_told", "yes")
    p.touches("country", "honduras")
    p.touches("best_language", "spanish")
    p.writes("facility_name", "Eloy Detention Center")
    p.dates("detained_since", 2026, 8)
    p.touches("stage", "court")
    p.touches("next_hearing", "unknown")
    p.writes("court", "Phoenix")
    # In the middle the words become larger, and the languages others; nothing is lost.
    before = dict(p.answers)
    own = p.languages
    p.sizes("largest")
    p.looks_at("en")
    p.looks_at("es", "en")
    p.looks_at("es")
    p.looks_at(*own)
    p.sizes("normal")
    assert p.answers == before
    p.touches("reasons_life", "long_residence", "work", "community", "not_deported")
    p.dates("arrival", 2012, 3)
    p.touches("reasons_family", "citizen_family")
    with p.adding("people", "daughter"):
        p.tap("person_status.citizen")
        p.steps_to("person_age", 9)
        p.types("person_name.text", "Ana")
        p.tap("person_depends.yes")
        p.tap("person_lived.yes")
    with p.adding("people", "son"):
        p.tap("person_status.citizen")
        p.steps_to("person_age", 6)
        p.types("person_name.text", "Luis")
        p.tap("person_depends.yes")
        p.tap("person_lived.yes")
    with p.adding("people", "sister"):
        p.types("person_name.text", "Beatriz")
    # The sister has no papers: the mother takes her off the list again.
    p.tap("people.2")
    p.tap("remove")
    assert p.place == "people" and not p.sees("people.2")
    p.writes("lived_where", "Phoenix, Arizona")
    p.touches("community_kinds", "faith", "school")
    p.writes("community_words", "Cocino cada domingo para las familias de la parroquia.")
    p.touches("work_kind", "cook")
    p.dates("work_since", 2015)
    p.touches("taxes", "yes")
    # She used another person's number: she takes work and taxes back, after all was answered.
    p.go_back_to_question("reasons_life")
    p.tap("reasons_life.work")
    p.go_on_to("record")
    assert "work_kind" in p.answers
    p.touches("requests", "close")
    p.touches("sponsor", "brother")
    p.writes("sponsor_city", "Tucson, Arizona")
    p.touches("hearings_attended", "yes")
    p.touches("hardship", "children", "income")
    p.touches("papers", "birth_certificates.have", "residence_proof.ask", "support_letters.cannot")
    p.writes("story", "Mi hija pregunta cada noche\ncuándo vuelvo a casa.")
    p.go_on_to("letter")
    p.tap("letter.answers")
    with p.changing("answer:age"):
        assert p.asks("age")
        p.steps_to("age", 35)
    with p.changing("answer:sponsor_city"):
        p.empties("sponsor_city.text")
        p.types("sponsor_city.text", "Mesa, Arizona")
    with p.changing("sentence:arrival"):
        assert p.asks("arrival")
        p.picks_date("arrival", 2011, 5)


MOTHER = Story(
    _mother,
    english=(
        "A 012 345 678",
        "Eloy Detention Center",
        "Immigration court: Phoenix",
        "Stage: In removal proceedings before an immigration judge",
        "My name is María López Ruiz, and I am 35 years old.",
        "I am from Honduras.",
        "The language that I speak best is Spanish.",
        "I have been in immigration custody since August 2026.",
        "to release me while my case goes on, whether on parole for "
        "urgent "
        "humanitarian reasons or significant public benefit, on bond or on my own recognizance",
        "I do not ask for, and I do not agree to, dismissal of my case or cancellation of the "
        "Notice to Appear.",
        "to join in asking to close my case for now (administrative closure)",
        "I have lived in the United States for 15 years, since May 2011",
        "Most of that time I have lived in Phoenix, Arizona",
        "I have strong ties to my community through a faith group and my children’s school",
        "Cocino cada domingo para las familias de la parroquia.",
        "My children Ana (9) and Luis (6) are United States citizens",
        "My children lived with me before I was detained and depend on me",
        "I have never been deported",
        "If I were deported, my children would grow up without me and my family would lose the "
        "money that I earned for them.",
        "Mi hija pregunta cada noche cuándo vuelvo a casa.",
        "I can live with my brother in Mesa, Arizona.",
        "I have gone to all of my hearings so far",
        "Birth certificates of my United States citizen family",
        "Proof of residence (taxes, bank",
    ),
    spanish=(
        "A 012 345 678",
        "Eloy Detention Center",
        "Me llamo María López Ruiz y tengo 35 años.",
        "Soy de Honduras.",
        "de inmigración desde agosto de 2026.",
        "Llevo 15 años viviendo en los Estados Unidos, desde mayo de 2011",
        "La mayor parte de ese tiempo he vivido en Phoenix, Arizona",
        "Cocino cada domingo para las familias de la parroquia.",
        "Mis hijos Ana (9) y Luis (6) son ciudadanos de los Estados Unidos",
        "Tengo lazos fuertes con mi comunidad por medio de un grupo de fe",
        "mis hijos crecerían sin mí y mi familia perdería el dinero que yo ganaba para ella",
        "Nunca me han deportado",
        "puedo vivir con mi hermano en Mesa, Arizona.",
        "vivían conmigo",
        "Mi hija pregunta cada noche cuándo vuelvo a casa.",
    ),
    taken_back=(
        "Beatriz",
        "restaurant",
        "2015",
        "tax returns",
        "Tucson",
        "34 years",
        "March 2012",
        "marzo de 2012",
        "Letters of support from family, employer",
    ),
    private=("López", "Ana", "Luis", "012 345 678"),
)

# ---- a father, long resident, with an old DUI -----------------------------------------


def _father(p: Person) -> None:
    p.touches("in_proceedings", "yes")
    p.touches("way", "full")
    p.touches("strong_case", "none")
    p.writes("full_name", "José Hernández")
    p.touches("country_told", "yes")
    p.touches("country", "mexico")
    p.writes("best_language", "Purépecha")
    p.touches("stage", "against_me")
    p.dates("next_hearing", 2026, 12, 9)
    p.writes("judge", "Robles")
    p.touches("reasons_life", "long_residence", "work", "no_danger")
    p.dates("arrival", 1998)
    p.touches("reasons_family", "citizen_family", "resident_family")
    with p.adding("people", "wife"):
        p.tap("person_status.resident")
        p.tap("person_lived.yes")
    with p.adding("people", "son"):
        p.tap("person_status.citizen")
        p.steps_to("person_age", 17)
    p.touches("work_kind", "construction")
    p.dates("work_since", 1999)
    # He takes work back, goes on, thinks again, and finds his answers as he left them.
    p.go_back_to_question("reasons_life")
    p.tap("reasons_life.work")
    p.go_on_to("record")
    p.go_back_to_question("reasons_life")
    p.tap("reasons_life.work")
    p.go_on_to_question("work_kind")
    assert p.is_chosen("work_kind.construction")
    with p.adding("record", "dui"):
        p.tap("record_way.keep")
        p.next()
        p.tap("record_result.convicted")
        p.picks_date("record_date", 2009)
        p.types("record_place.text", "Mesa, Arizona")
        p.tap("record_done.yes")
    assert p.reads("will likely bring a no") or p.reads("probablemente trae un no")
    with p.adding("record", "theft"):
        p.tap("record_way.leave")
    with p.adding("record", "fight"):
        p.tap("record_way.lawyer")
    p.touches("rehabilitation", "no_more", "treatment", "faith")
    p.writes("rehabilitation_words", "I am sorry. I stopped drinking in 2010.")
    p.touches("papers", "rehabilitation.have", "marriage_license.ask")
    p.go_on_to("letter")
    p.tap("letter.answers")
    with p.opening("tool.help"), p.opening("term:dui"):
        assert p.reads("DUI")
    # One more look at what was left out: it stays out.
    with p.changing("answer:record"):
        assert p.asks("record") and p.sees("record.2")


FATHER = Story(
    _father,
    english=(
        "Judge: Robles",
        "Next hearing: December 9, 2026",
        "Stage: After the decision of the immigration judge",
        "My name is José Hernández",
        "I am from Mexico.",
        "The language that I speak best is",
        "since 1998, for more than 27 years",
        "I have worked here since 1999, in construction",
        "My wife is a lawful permanent resident",
        "My son, who is 17 years old, is a United States citizen",
        "Before I was detained I lived with my wife",
        "In 2009, in Mesa, Arizona, I was convicted of driving under the influence (DUI).",
        "I completed what the court ordered.",
        "Since then I have been in a treatment program and helped in my church",
        "I am sorry. I stopped drinking in 2010.",
        "Evidence of rehabilitation",
        "Marriage certificate to follow",
    ),
    spanish=(
        "Juez: Robles",
        "Próxima audiencia: 9 de diciembre de 2026",
        "Me llamo José Hernández.",
        "Soy de México.",
        "El idioma que mejor hablo",
        "desde 1998, hace más de 27 años",
        "desde 1999, en la construcción",
        "Mi esposa es residente legal permanente",
        "Mi hijo, de 17 años, es ciudadano de los Estados Unidos",
        "Antes de mi detención yo vivía con mi esposa",
        "En 2009, en Mesa, Arizona, me condenaron por manejar bajo la influencia",
        "(DUI).",
        "Cumplí lo que ordenó la corte.",
        "programa de tratamiento y",
        "I am sorry. I stopped drinking in 2010.",
    ),
    # He named a fight: the letter cannot say that there was no violent crime; and while it
    # says nothing of the others, not that he was never arrested again.
    taken_back=(
        "theft",
        "robo",
        "assault",
        "agresión",
        "violent crime",
        "delitos violentos",
        "arrested me again",
    ),
    private=("Hernández", "DUI", "drinking"),
)

# ---- a person with cancer ---------------------------------------------------------------


def _ill(p: Person) -> None:
    p.touches("in_proceedings", "yes")
    p.touches("way", "full")
    p.touches("fear", "yes")
    assert p.sees("said"), "what to do about fear is said at once"
    p.writes("full_name", "Rosa Pérez")
    p.counts("age", 58)
    p.touches("stage", "for_me")
    p.touches("reasons_family", "health", "caretaker", "age_reason")
    # She ticked too much: nobody else is in her care.
    p.tap("reasons_family.caretaker")
    p.touches("medical", "hiv_cancer", "terminal")
    p.touches("illness", "cancer")
    p.dates("illness_since", 2024, 2)
    p.touches("treatment", "not_enough")
    p.touches("hiv_or_cancer", "cancer")
    p.touches("requests")
    assert p.is_chosen("requests.release_won") and p.is_chosen("requests.no_appeal")
    assert not p.sees("requests.dismiss")  # nothing is to be ended that the judge gave
    p.touches("hardship", "health", "nobody")
    p.writes("hardship_words", "My doctor is in Tucson. There is no such hospital in my town.")
    p.touches("papers", "medical_records.have", "doctor_letter.ask")
    p.touches("summary_show", "hide")


ILL = Story(
    _ill,
    english=(
        "My name is Rosa Pérez",
        "I am 58 years old.",
        "Stage: The immigration judge decided in my favor",
        "not to appeal the judge’s decision in my favor",
        "I have had a serious health condition since February 2024: cancer",
        "In detention I do not get all the treatment that I need for it",
        "My condition is very serious: a terminal illness",
        "If I were deported, I could not get the medical treatment that I need and I would have "
        "nobody there.",
        "My doctor is in Tucson. There is no such hospital in my town.",
        "My medical records",
        "Letter from a doctor about my health to follow",
    ),
    spanish=(
        "Me llamo Rosa Pérez",
        "tengo 58 años",
        "grave desde febrero de 2024: cáncer",
        "cáncer y una enfermedad terminal",
        "que no apele lo que el juez decidió a mi favor",
        "My doctor is in Tucson. There is no such hospital in my town.",
    ),
    taken_back=("caretaker", "afraid", "asylum", "asilo"),
    private=("Pérez", "cancer", "cáncer", "terminal"),
)

# ---- a student who was brought at the age of three --------------------------------------


def _student(p: Person) -> None:
    p.touches("in_proceedings", "yes")
    p.touches("way", "full")
    p.writes("full_name", "Luis Alberto Gómez")
    p.counts("age", 20)
    p.touches("country_told", "yes")
    p.touches("country", "el_salvador")
    p.touches("best_language", "english")
    p.touches("stage", "not_filed")
    p.touches("reasons_life", "long_residence", "child_arrival", "student", "community")
    p.dates("arrival", 2009, 8, 14)
    p.counts("age_at_arrival", 3)
    p.writes("high_school", "Central High School")
    p.dates("graduated", 2024, 5)
    p.writes("college", "nursing, Pima Community College")
    p.touches("community_kinds", "sport", "volunteer")
    p.go_on_to("requests")
    p.touches("requests", "cancel_nta")
    p.touches("hardship", "school")
    p.touches("papers", "school_transcripts.ask", "school_awards.have")
    p.writes("story", "I want to be a nurse.")
    p.touches("summary_show", "show")


STUDENT = Story(
    _student,
    english=(
        "My name is Luis Alberto Gómez, and I am 20 years old.",
        "I am from El Salvador.",
        "I received a Notice to Appear, and I am in immigration custody",
        "I do not ask for, and I do not agree to, cancellation of the Notice to Appear.",
        "I have lived in the United States for 17 years, since August 14, 2009. I was 3 years old "
        "then.",
        "I graduated from Central High School, a high school in the United States, in May 2024.",
        "working on a college degree: nursing, Pima Community College",
        "volunteer work and a sports team",
        "I would lose the studies that I have begun",
        "I want to be a nurse.",
        "School degrees, honors and awards",
        "School transcripts to follow",
    ),
    spanish=(
        "Me llamo Luis Alberto Gómez y tengo 20 años.",
        "Llevo 17 años viviendo en los Estados Unidos, desde el 14 de agosto de 2009.",
        "Yo tenía entonces 3 años.",
        "Central High School, una preparatoria (high school) en los Estados Unidos, en mayo de "
        "2024.",
        "carrera universitaria: nursing, Pima Community College",
        "trabajo voluntario y un equipo deportivo",
        "I want to be a nurse.",
    ),
)

# ---- a victim of a crime ------------------------------------------------------------------


def _victim(p: Person) -> None:
    p.touches("in_proceedings", "yes")
    p.touches("way", "full")
    p.writes("full_name", "Elena Cruz")
    p.touches("stage", "unknown")
    p.touches("reasons_family", "victim", "pregnant")
    p.touches("pregnant_or_nursing", "pregnant")
    p.dates("due_date", 2027, 3)
    p.go_on_to_question("victim_kinds")
    assert p.reads("special visas") or p.reads("visas especiales")
    p.tap("victim_kinds.domestic")
    p.tap("victim_kinds.trafficking")
    p.tap("victim_kinds.trafficking")  # taken back
    p.touches("victim_reported", "yes")
    p.touches("papers", "police_report.have")
    p.go_on_to("letter")
    # She reads it and would rather not name the kind of crime.
    with p.changing("sentence:victim_kinds"):
        p.tap("victim_kinds.domestic")
        p.tap("victim_kinds.other")


VICTIM = Story(
    _victim,
    english=(
        "My name is Elena Cruz.",
        "I am pregnant. The baby is due in March 2027.",
        "I was the victim of a serious crime in the United States.",
        "I reported this to the police",
        "Papers of the police and the court about the crime",
    ),
    spanish=(
        "Me llamo Elena Cruz.",
        "Estoy embarazada. Se espera que el bebé nazca en marzo de 2027.",
        "Fui víctima de un crimen grave en los Estados Unidos.",
        "Lo denuncié a la policía",
    ),
    # The year goes into the letter only with "I have lived here for a long time".
    taken_back=("trafficking", "trata", "domestic", "doméstica", "2020"),
    private=("Cruz", "victim", "víctima", "pregnant", "embarazada", "Police", "policía"),
)

# ---- the wife of a veteran ------------------------------------------------------------------


def _veteran(p: Person) -> None:
    p.touches("in_proceedings", "yes")
    p.touches("way", "short")
    p.counts("age", 41)
    p.touches("reasons_life", "military")
    p.touches("reasons_family", "citizen_family")
    with p.adding("people", "husband"):
        p.tap("person_status.citizen")
        p.steps_to("person_age", 44)
        p.tap("person_depends.no")
        p.tap("person_lived.yes")
    p.touches("military_who", "father")
    p.tap("military_who.husband")
    p.touches("sponsor", "husband")
    p.touches("hearings_attended", "first")
    p.touches("papers", "marriage_license", "military_papers")
    # She has time after all: the full way asks more, and keeps what she said.
    p.go_back_to_question("way")
    p.tap("way.full")
    p.writes("full_name", "Carmen Ortiz")
    p.touches("best_language", "spanish")
    p.go_on_to_question("military_who")
    assert p.is_chosen("military_who.husband")
    p.touches("military_branch", "army")
    p.dates("military_since", 2005)
    p.touches("summary_show", "show")


VETERAN = Story(
    _veteran,
    english=(
        "My name is Carmen Ortiz, and I am 41 years old.",
        "My husband served in the U.S. military, in the Army",
        "That service began in 2005",
        "My husband, who is 44 years old, is a United States citizen",
        "Before I was detained I lived with my husband",
        "I can live with my husband.",
        "I will go to every hearing and every appointment with ICE.",
        "Record of the military service of my husband",
        "Marriage certificate",
    ),
    spanish=(
        "Me llamo Carmen Ortiz y tengo 41 años.",
        "en las fuerzas armadas de los Estados Unidos, en el Ejército",
        "Ese servicio empezó en 2005",
        "Mi esposo, de 44 años, es ciudadano de los Estados Unidos",
        "Antes de mi detención yo vivía con mi esposo",
        "puedo vivir con mi esposo",
    ),
    taken_back=("parent", "depend on me", "depends on me", "depende de mí"),
)

# ---- somebody with a final order --------------------------------------------------------------


def _ordered(p: Person) -> None:
    p.touches("in_proceedings", "order")
    p.touches("way", "full")
    p.touches("order_by", "judge")
    p.go_on_to("final_order")
    assert p.reads("I-246")
    p.writes("full_name", "Ahmed Sow")
    p.touches("reasons_life", "long_residence")
    p.dates("arrival", 2003, 1, 31)
    p.touches("weighs", "prior_order", "false_claim")
    p.touches("prior_order_way", "keep")
    p.writes("prior_order_words", "The letter went to an old address.")
    p.touches("false_claim_way", "keep")
    p.writes("false_claim_words", "I did not understand the form.")
    # Then he decides to ask a lawyer first.
    p.go_back_to_question("false_claim_way")
    p.tap("false_claim_way.lawyer")
    p.touches("requests")
    assert p.is_chosen("requests.supervision") and p.is_chosen("requests.not_now")
    for not_offered in ("release", "dismiss", "close", "bond", "time", "no_appeal", "cancel_nta"):
        assert not p.sees(f"requests.{not_offered}")
    p.touches("hearings_attended", "yes")


ORDERED = Story(
    _ordered,
    english=(
        "Stage: Final order of removal",
        "My name is Ahmed Sow.",
        "I have a final order of removal",
        "to release me under an order of supervision; not to deport me now (deferred action or a "
        "stay of removal)",
        "since January 31, 2003",
        "There was an order of deportation against me before this case.",
        "The letter went to an old address.",
        "I went to all of my hearings, and I will go to every appointment with ICE.",
        "I will come to every appointment",
    ),
    spanish=(
        "Me llamo Ahmed Sow.",
        "desde el 31 de enero de 2003",
        "Hubo una orden de deportación en mi contra antes de este caso.",
        "que no me deporte ahora",
        "The letter went to an old address.",
    ),
    taken_back=(
        "claimed to be",
        "I did not understand the form",
        "Next hearing",
        "Próxima audiencia",
        "every hearing and",
        "bond",
    ),
    private=("Sow",),
)

# ---- somebody who answers nothing but the gates ------------------------------------------------


def _silent(p: Person) -> None:
    p.touches("in_proceedings", "yes")
    p.touches("way", "full")


SILENT = Story(
    _silent,
    english=(
        "Request for prosecutorial discretion",
        "Stage: In removal proceedings",
        "My name is",
        "I am in removal proceedings and in immigration custody.",
        "to release me while my case goes on",
        "Respectfully,",
    ),
    spanish=("Petición de discreción procesal", "Me llamo", "Con respeto,"),
    taken_back=("unknown", "@", "{", "}", "I will go", "I have never", "perjury"),
)

# ---- the short way ----------------------------------------------------------------------


def _short(p: Person) -> None:
    # Touches alone: nothing is typed.
    p.touches("in_proceedings", "yes")
    p.touches("way", "short")
    p.touches("stage", "court")
    p.touches("hearings_attended", "yes")
    p.touches("has_lawyer", "no")
    p.counts("age", 34)
    p.touches("reasons_life", "long_residence", "work")
    p.dates("arrival", 2014)
    p.touches("work_kind", "farm")
    p.touches("reasons_family", "citizen_family")
    with p.adding("people", "daughter"):
        p.tap("person_status.citizen")
        p.steps_to("person_age", 7)
        p.tap("person_lived.yes")
    p.touches("sponsor", "wife")
    p.touches("hardship", "children", "income")
    p.touches("papers", "birth_certificates", "residence_proof")


SHORT_WAY = Story(
    _short,
    english=(
        "since 2014, for more than 11 years",
        "My daughter, who is 7 years old, is a United States citizen",
        "worked on farms",
        "I can live with my wife",
        "I have gone to all of my hearings",
    ),
    spanish=("desde 2014", "mi esposa", "trabajado en el campo"),
)

STORIES = {
    "short way": SHORT_WAY,
    "young mother": MOTHER,
    "father with a DUI": FATHER,
    "person with cancer": ILL,
    "student": STUDENT,
    "victim of a crime": VICTIM,
    "veteran's wife": VETERAN,
    "final order": ORDERED,
    "nothing but the gates": SILENT,
}
