"""Guesses what a value was meant to be: the valid value closest to what someone wrote.

Used only for examples in advice; no setting is changed by it.
"""

from __future__ import annotations

import contextlib
import datetime
import re
import unicodedata
from collections.abc import Sequence
from difflib import get_close_matches

from pdkiosk.facility.setting import UNSEEN, Fault, Kind, Setting, Value
from pdkiosk.facility.settings import settings

_CURLY = str.maketrans(dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛‹›′", "'"))
_SWITCH = {"true": True, "yes": True, "on": True, "1": True, "si": True, "sí": True}
_SWITCH |= {"false": False, "no": False, "off": False, "0": False}
_NUMBER = re.compile(r"[-+]?[0-9][0-9.,_']*|[-+]?[.,][0-9]+")
_THOUSANDS = re.compile(r"(?<=[0-9])[,'_](?=[0-9]{3}(\D|$))")
_COMMENT = re.compile(r"\s#[^\"'\]]*$")
_ITEM = re.compile(r"\"((?:\\.|[^\"\n\\])*)(?:\"|$)|'([^'\n]*)(?:'|$)|([^,;\"'\n]+)", re.MULTILINE)
_TIME = re.compile(r"([0-9]{1,2})(?:[:.h ]*([0-9]{2}))?(?::[0-9]{2})?\s*([ap])?\.?m?\.?", re.I)
_DAY = re.compile(r"([0-9]{1,4})[-/. ]?([0-9]{1,2})[-/. ]?([0-9]{1,4})")


def straight(text: str) -> str:
    """The text with straight instead of curly quotation marks."""
    return text.translate(_CURLY)


def closest(name: str) -> Setting | None:
    """The setting that someone meant by a name that is almost right."""
    plain = re.sub(r"[\s-]+", "_", name.strip().casefold())
    found = get_close_matches(plain, list(settings()), 1, 0.75)
    return settings()[found[0]] if found else None


def example(setting: Setting, written: str, value: object = None) -> str:
    """The setting's line as it was meant, from what was ``written`` or what TOML read.

    Else any example.

    ``written`` is what follows the equals sign. Not for secret settings.
    """
    assert not setting.secret
    for meant in (_of_value(setting, value), _of_text(setting, written)):
        if meant is not None and setting.fault(meant) is None and _may_be(setting, meant):
            return setting.line(meant)
    return setting.line(setting.example)


def _may_be(setting: Setting, meant: Value) -> bool:
    lines = meant if isinstance(meant, list) else []
    return not setting.looks_like or all(re.fullmatch(setting.looks_like, line) for line in lines)


def _of_text(setting: Setting, written: str) -> Value:
    rest = _COMMENT.sub("", _alone(straight(written))).strip()
    if not rest:
        return setting.default
    if setting.kind is Kind.LINES:
        return _items(rest)
    if rest.startswith("["):
        rest = ", ".join(_items(rest))
    return _of_value(setting, _unquoted(rest.rstrip(",;")))


def _alone(written: str) -> str:
    """The text without another setting on the same line, which may be the secret one."""
    names = "|".join(settings())
    return re.split(rf"(?<=[\"'\]\w])[;,]?\s+(?:{names})\s*[=:]", written, maxsplit=1)[0]


def _unquoted(text: str) -> str:
    text = text.strip()
    for quote in ('"""', "'''", '"', "'"):
        if text.startswith(quote):
            return text.removeprefix(quote).removesuffix(quote).replace('\\"', '"').strip()
    return text.strip("\"'")


def _items(rest: str) -> list[str]:
    inner = rest.strip()
    inner = re.sub(r"\][\s,;]*$", "", inner.removeprefix("[")).strip(
        "'\"" if '"""' in inner else ""
    )
    found = (next(filter(None, each.groups()), "") for each in _ITEM.finditer(inner))
    return [item for item in (each.strip().rstrip("]").strip() for each in found) if item]


def _of_value(setting: Setting, value: object) -> Value:
    """A value of another type, or out of bounds, turned into one that this setting can have."""
    match setting.kind:
        case Kind.SWITCH:
            return _SWITCH.get(str(value).strip().casefold()) if value is not None else None
        case Kind.WHOLE | Kind.DECIMAL:
            return _number(setting, value)
        case Kind.LINES:
            return _lines(value)
        case Kind.CHOICE:
            words = str(value).strip().casefold()
            return next((each for each in setting.choices if each in words.split()), None)
    return _text(setting, value)


def _lines(value: object) -> list[str] | None:
    if isinstance(value, str):
        return [line for line in map(_seen, value.splitlines()) if line]
    if isinstance(value, list):
        return [line for each in value for line in _lines(each) or []]
    return None if value is None or isinstance(value, dict) else [str(value)]


def _text(setting: Setting, value: object) -> str | None:
    if value is None or isinstance(value, (dict, bool)):
        return None
    text = _seen(", ".join(map(str, value)) if isinstance(value, list) else str(value))
    fault = setting.fault(text)
    if fault is Fault.NOT_A_TIME:
        return _time(text)
    if fault is Fault.NOT_A_DAY:
        return _day(text)
    return text


def _seen(text: str) -> str:
    """The text without characters that cannot be seen or printed."""
    text = " ".join(text.split())
    return "".join(letter for letter in text if unicodedata.category(letter) not in UNSEEN)


def _number(setting: Setting, value: object) -> int | float | None:
    if value is None or isinstance(value, bool):
        return None
    number = value
    if not isinstance(value, (int, float)):
        found = _NUMBER.search(str(value))
        if found is None:
            return None
        with contextlib.suppress(ValueError):
            number = float(_THOUSANDS.sub("", found[0]).replace(",", "."))
    if not isinstance(number, (int, float)) or number != number:
        return None
    least, most = setting.least, setting.most
    inside = number if least is None else max(number, least)
    inside = inside if most is None else min(inside, most)
    return int(inside) if setting.kind is Kind.WHOLE or inside == int(inside) else inside


def _time(text: str) -> str | None:
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
    return f"{hour:02d}:{minute:02d}"


def _day(text: str) -> str | None:
    found = _DAY.match(text.strip())
    if found is None:
        return None
    first, second, third = (int(group) for group in found.groups())
    # Year first, as in the file; otherwise the order used in the United States.
    order = (first, second, third) if first > 999 else (third, first, second)
    return _first_day([order, (order[0], order[2], order[1])])


def _first_day(tried: Sequence[tuple[int, int, int]]) -> str | None:
    for year, month, day in tried:
        with contextlib.suppress(ValueError):
            return datetime.date(year, month, day).isoformat()
    return None
