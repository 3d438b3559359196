"""The abilities of a printer that affect what is on the paper."""

from __future__ import annotations

from msgspec import Struct


class Abilities(Struct, frozen=True):
    """A print queue. ``sizes``: "letter", "a4"; None if the system does not say.

    ``usual``: it is the system's default. ``makes_files``: it only makes files, so it is never
    used. ``loaded``: the sizes in its trays, None if unknown. ``adds``: what the queue would add to
    a job and no option of the job can prevent, as ``NAME=VALUE``.
    """

    name: str
    usual: bool = False
    makes_files: bool = False
    sizes: frozenset[str] | None = None
    loaded: frozenset[str] | None = None
    adds: tuple[str, ...] = ()
