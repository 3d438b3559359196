"""Leaves out of Babel's files what the program never asks for: two thirds of what they hold.

Whatever language a person reads, Babel loads all that is known of it, and of every language how
it is likely to be written: 4 MiB for as long as the program runs. Dates, lists, numbers, names of
languages and directions of writing stay.
"""

from __future__ import annotations

import pickle
from collections.abc import Collection

_UNUSED = (
    # How times, time zones, spans and ages of something are said.
    "date_fields", "interval_formats", "meta_zones", "time_zones", "zone_formats",
    # Money, shares and units.
    "compact_currency_formats", "compact_decimal_formats", "compound_unit_patterns",
    "currency_formats", "currency_names", "currency_names_plural", "currency_symbols",
    "currency_unit_patterns", "percent_formats", "scientific_formats", "unit_display_names",
    "unit_patterns",
    # Names of countries, scripts and dialects.
    "scripts", "territories", "variants",
)  # fmt: skip
_UNUSED_OF_ALL = (
    "all_currencies", "currency_fractions", "meta_zones", "territory_currencies",
    "territory_languages", "territory_zones", "windows_zone_mapping", "zone_aliases",
    "zone_territories",
)  # fmt: skip


def reduced(name: str, content: bytes, locales: Collection[str]) -> bytes:
    """The content of one of Babel's files ("es.dat", "global.dat") without what is not used.

    ``locales``: those of the program's languages ("es_419", "zh_Hans").
    """
    known = pickle.loads(content)
    if name == "global.dat":
        # Babel reads each of these tables by its name, and finds nothing in it.
        known |= {table: {} for table in _UNUSED_OF_ALL}
        languages = {locale.partition("_")[0] for locale in locales}
        likely = known["likely_subtags"]
        known["likely_subtags"] = {key: likely[key] for key in likely if key in languages}
    else:
        known = {key: value for key, value in known.items() if key not in _UNUSED}
    return pickle.dumps(known, protocol=2)
