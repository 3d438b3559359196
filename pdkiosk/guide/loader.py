"""Reads ``resources/guide/`` and refuses inconsistencies, naming the file and place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from pdkiosk import resources, shipped_files
from pdkiosk.guide import compiled
from pdkiosk.guide.lookup import Place, identified
from pdkiosk.guide.model import About, Guide


class GuideError(Exception):
    """The guide's files are malformed; the text names the file or the place and the reason."""


def load_guide(folder: Path) -> Guide:
    """Loads the guide from all TOML files below ``folder``, in the order of their names.

    Raises GuideError if a file cannot be read, has an unknown key or a value of the wrong type, if
    something it refers to does not exist, or if something the program needs is missing: a guide
    that loads cannot fail later for such a reason.
    """
    try:
        files = list(guide_files(folder))
    except OSError as error:
        raise GuideError(f"{folder.name}: {error}") from error
    return compiled.read(folder, compiled.fingerprint(files)) or _checked(folder, files)


def guide_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of each TOML file below ``folder``, in the order of their names."""
    for path in sorted(folder.rglob("*.toml")):
        yield path.relative_to(folder).as_posix(), shipped_files.read(path)


def _checked(folder: Path, contents: list[tuple[str, bytes]]) -> Guide:
    from pdkiosk.guide.checks import missing_icons, problems

    kind = _kind_of_file()
    files: dict[str, Any] = {}
    for name, content in contents:
        try:
            files[name] = msgspec.toml.decode(content, type=kind)
        except (ValueError, msgspec.MsgspecError, RecursionError) as error:
            raise GuideError(f"{name}: {_inside(content, error)}{error}") from error
    about = {name: file.about for name, file in files.items() if file.about is not None}
    if len(about) != 1:
        raise GuideError(f"{', '.join(about) or folder.name}: about stands in exactly one file")
    lists = {
        field: [thing for file in files.values() for thing in getattr(file, field)]
        for field in kind.__struct_fields__
        if field != "about"
    }
    guide = Guide(about=next(iter(about.values())), **lists)
    stands = {place: name for name, file in files.items() for place in identified(file)}
    # A pack may bring icons that this program lacks.
    icons = missing_icons(guide, (folder.parent / "icons", resources.path("icons")))
    faults = (*problems(guide), *icons)
    found = [f"{_file(problem.place, stands)}: {problem}" for problem in faults]
    if found:
        raise GuideError("; ".join(dict.fromkeys(found)))
    return guide


def _inside(content: bytes, error: Exception) -> str:
    """The ids of the pieces around a value of the wrong type, from the outside in."""
    # "Invalid enum value 'x' - at `$.page[3].questions[0].when.rule`"
    _, found, path = str(error).rpartition("`$")
    if not found:
        return ""
    thing: Any = msgspec.toml.decode(content)
    ids, name = "", ""
    for key, index in re.findall(r"[.](\w+)|\[(\d+)\]", path):
        thing, name = thing[key or int(index)], key or name
        if isinstance(thing, dict) and "id" in thing:
            ids += f"{name} {thing['id']}: "
    return ids


def _kind_of_file() -> type[msgspec.Struct]:
    """The type of one guide file.

    Parts of any of the guide's lists, with ``about`` in one of the files.
    """
    fields: list[tuple[str, Any, Any]] = [
        (field.name, field.type, msgspec.field(default_factory=list))
        for field in msgspec.structs.fields(Guide)
        if field.name != "about"
    ]
    about = ("about", About | None, None)
    return msgspec.defstruct("GuideFile", [about, *fields], forbid_unknown_fields=True)


def _file(place: Place, stands: dict[Place, str]) -> str:
    """The file that contains something; if it is missing, the files where it should be."""
    alike = sorted({file for other, file in stands.items() if other.kind == place.kind})
    return stands.get(place) or ", ".join(alike)
