"""Six people on each way, for what is counted of it: what each answers, as in an answers file."""

from __future__ import annotations

from typing import Any

_SHORT: dict[str, Any] = {"in_proceedings": "yes", "way": "short", "stage": "court"}
_DAUGHTER = {"relation": "daughter", "person_status": "citizen", "person_age": 8}
_SON = {"relation": "son", "person_status": "citizen", "person_age": 13}
_AT_HOME = {"person_lived": "yes", "person_depends": "yes"}

READERS: dict[str, dict[str, Any]] = {
    "father with a DUI": {
        **_SHORT,
        "hearings_attended": "yes",
        "has_lawyer": "no",
        "age": 41,
        "reasons_life": ["long_residence", "work", "community"],
        "arrival": "2009",
        "work_kind": "@construction",
        "reasons_family": ["citizen_family"],
        "people": [{**_DAUGHTER, **_AT_HOME}, {**_SON, **_AT_HOME}],
        "record": [
            {
                "record_kind": "dui",
                "record_way": "keep",
                "record_result": "pleaded",
                "record_date": "2017",
                "record_done": "yes",
            }
        ],
        "rehabilitation": ["classes", "no_more"],
        "sponsor": "@sister",
        "hardship": ["children", "income"],
        "papers": {"birth_certificates": "ask", "support_letters": "ask"},
    },
    "person with an illness": {
        **_SHORT,
        "age": 52,
        "reasons_life": ["no_danger"],
        "reasons_family": ["health"],
        "medical": ["hiv_cancer"],
        "sponsor": "@brother",
        "hardship": ["health"],
    },
    "student": {
        **_SHORT,
        "hearings_attended": "first",
        "age": 20,
        "reasons_life": ["child_arrival", "student", "not_deported"],
        "age_at_arrival": 3,
        "maybe_citizen": "no",
        "sponsor": "@mother",
        "hardship": ["school", "nobody"],
    },
    "wife of a veteran": {
        **_SHORT,
        "age": 38,
        "reasons_life": ["military", "work"],
        "military_who": "husband",
        "work_kind": "@cleaning",
        "reasons_family": ["citizen_family"],
        "people": [{"relation": "husband", "person_status": "citizen", **_AT_HOME}],
        "sponsor": "@husband",
        "hardship": ["income"],
        "papers": {"marriage_license": "have"},
    },
    "person with a final order": {
        **_SHORT,
        "in_proceedings": "order",
        "order_by": "judge",
        "age": 45,
        "reasons_life": ["long_residence"],
        "arrival": "2003",
        "reasons_family": ["resident_family"],
        "people": [{"relation": "wife", "person_status": "resident", **_AT_HOME}],
        "weighs": ["prior_order"],
        "sponsor": "@wife",
    },
    "who says nearly nothing": {**_SHORT},
}
"""The short way; on the full one each says the same and is asked more."""
