"""What can be wrong with a facility file: what it is, where it is, and how to fix it."""

from __future__ import annotations

from msgspec import Struct

from pdkiosk.language.message import Message

# Translators: staff read this: the settings of the facility stand in a file.
_UNREADABLE = Message("This program cannot read its facility file.", "facility.unreadable")
# Translators: staff read this: how to fix a facility file that cannot be read.
_LOOK_FOR_IT = Message(
    "Look if the file is there, and if this program may read it.", "facility.look_for_it"
)
# Translators: staff read this: some other file, a picture perhaps, has the settings' name.
_TOO_LARGE = Message("The facility file is too large to be settings.", "facility.too_large")
# Translators: staff read this: the file of the facility's settings is empty.
_EMPTY = Message("The facility file is empty.", "facility.empty")
# Translators: staff read this: how to fix an empty file.
_COPY_AGAIN = Message("Copy the file to this machine again.", "facility.copy_again")
# Translators: staff read this; {code} is the code of a language, such as "es".
_NO_LANGUAGE = Message("This program has no language with the code {code}.", "facility.no_language")
# Translators: staff read this; {known} is a list of codes of languages, such as "es, en";
# {example} is a line for a settings file.
_USE_LANGUAGES = Message(
    "Use only these codes: {known}. Write it like this: {example}", "facility.use_languages"
)
# Translators: staff read this; {page} is the name of a page, in English, as in the file.
_NO_PAGE = Message("There is no page with the name {page} to hide.", "facility.no_page")
# Translators: staff read this; {code} is the code of a language, such as "pt".
_DRAFT = Message(
    "No translator has checked the language {code} yet. It is a draft.", "facility.draft"
)
# Translators: staff read this; {example} is a line for a settings file.
_OFFER_DRAFT = Message(
    "Take it out, or offer it as a draft. Then write too: {example}", "facility.offer_draft"
)
# Translators: staff read this; {page} is the name of a page, in English, as in the file.
_MUST_SHOW = Message("The page {page} cannot be hidden. Everybody has to see it.", "facility.must")
# Translators: staff read this; {pages} is a list of names of pages, in English; {example} is a
# line for a settings file.
_MAY_HIDE = Message(
    "Only these pages can be hidden: {pages}. Write it like this: {example}", "facility.may_hide"
)

# Translators: staff read this; {name} stands in the setting {setting} of a file.
_NO_SUCH = Message("{name} cannot be in the setting {setting}.", "facility.no_such")
# Translators: staff read this; {names} is a list of names, in English; {example} is a line for a
# settings file.
_ONLY_THESE = Message(
    "Only these can be there: {names}. Write it like this: {example}", "facility.only_these"
)

# Translators: staff read this; {example} is a line for a settings file.
WRITE_LIKE = Message("Write it like this: {example}", "facility.write_like")
# Translators: staff read this; {what} is a sentence that says what is wrong, {line} a number.
_IN_LINE = Message("{what} Look at line {line} of the file.", "facility.in_line")


class FacilityProblem(Struct, frozen=True):
    """``what`` is wrong and how to ``fix`` it, for staff; ``detail`` is for a technician.

    ``line`` counts from 1, None if no single line is at fault; ``field`` is the setting or "".
    """

    what: Message
    fix: Message
    detail: str
    line: int | None = None
    field: str = ""

    @property
    def says(self) -> Message:
        """What is wrong, with its line if there is one."""
        if self.line is None or "line" in self.what.args:
            return self.what
        return _IN_LINE(what=self.what, line=self.line)


def unreadable(error: OSError) -> FacilityProblem:
    """The file is missing or may not be read."""
    return FacilityProblem(_UNREADABLE, _LOOK_FOR_IT, error.strerror or type(error).__name__)


def empty() -> FacilityProblem:
    """The file is empty, as a power cut may leave it."""
    return FacilityProblem(_EMPTY, _COPY_AGAIN, "the file is empty")


def too_large(most: int) -> FacilityProblem:
    """The file is larger than settings can be: another kind of file has its name."""
    return FacilityProblem(_TOO_LARGE, _COPY_AGAIN, f"the file is larger than {most} bytes")


def no_language(
    code: str, known: list[str], example: str = "", field: str = "languages"
) -> FacilityProblem:
    """A setting names a language that does not exist; ``example`` is a possible line."""
    listed = ", ".join(known)
    detail = f"there is no language {code!r}; expected one of {listed}"
    fix = _USE_LANGUAGES(known=listed, example=example)
    return FacilityProblem(_NO_LANGUAGE(code=code), fix, detail, field=field)


def only_a_draft(code: str, example: str) -> FacilityProblem:
    """``languages`` names a draft that nobody has reviewed; ``example`` is the line to add."""
    detail = f"the language {code!r} is a draft: it has to be in offer_drafts too"
    return FacilityProblem(
        _DRAFT(code=code), _OFFER_DRAFT(example=example), detail, field="languages"
    )


def no_such(setting: str, name: str, may: list[str], example: str) -> FacilityProblem:
    """A setting names something that does not exist or may not be turned off.

    ``example`` is the line without it.
    """
    listed = ", ".join(may)
    detail = f"{setting}: {name!r}; expected some of {listed}"
    fix = _ONLY_THESE(names=listed, example=example)
    return FacilityProblem(_NO_SUCH(name=name, setting=setting), fix, detail, field=setting)


def not_hidden(page: str, exists: bool, may: list[str], example: str = "") -> FacilityProblem:
    """``hidden`` names a page that does not exist or that must be shown.

    ``example`` is the line without it.
    """
    listed = ", ".join(may)
    what = _MUST_SHOW(page=page) if exists else _NO_PAGE(page=page)
    why = "must be shown" if exists else "does not exist"
    detail = f"hidden: the page {page!r} {why}; expected one of {listed}"
    fix = _MAY_HIDE(pages=listed, example=example)
    return FacilityProblem(what, fix, detail, field="hidden")
