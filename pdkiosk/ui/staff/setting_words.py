"""The values of settings in words."""

from __future__ import annotations

from pdkiosk.facility.setting import Setting, Value
from pdkiosk.language.message import Message, Own

# Translators: the value of a setting that can be yes or no.
YES = Message("Yes", "setting.yes")
# Translators: the value of a setting that can be yes or no.
NO = Message("No", "setting.no")
# Translators: the value of a setting that is empty.
EMPTY = Message("(empty)", "setting.empty")
# Translators: the PIN of the staff is set; it is not shown.
SET = Message("(set)", "setting.set")
# Translators: a value of a setting, as it was typed.
_AS_IT_IS = Message("{value}", "setting.value")


def in_words(setting: Setting, value: Value) -> Message:
    """A value in words, for display; never reveals a secret one."""
    if setting.secret:
        return SET if value else EMPTY
    if isinstance(value, bool):
        return YES if value else NO
    if value is None or value in ("", []):
        return EMPTY
    return _AS_IT_IS(value=Own(", ".join(value) if isinstance(value, list) else str(value)))
