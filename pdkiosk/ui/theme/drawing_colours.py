"""The twelve colors of the drawings, in each of the four themes."""

from __future__ import annotations

from msgspec import Struct


class DrawingColours(Struct, frozen=True):
    """Each "#RRGGBB". The files of ``resources/drawings`` are drawn in those of the theme "paper".

    In the dark themes the drawn papers are dark and what is drawn on them is light.
    """

    ink: str  # every outline, and what is written
    paper: str  # drawn papers, and what is written on green
    tint: str
    petrol: str
    amber: str
    amber_tint: str
    green: str
    green_tint: str
    red: str
    red_tint: str
    sand: str
    line: str  # stands for writing that is not meant to be read


DRAWING_COLOURS: dict[str, DrawingColours] = {
    "paper": DrawingColours(
        ink="#12324A",
        paper="#FFFFFF",
        tint="#D5E8F0",
        petrol="#0B4F6C",
        amber="#F2B035",
        amber_tint="#FFEBBE",
        green="#175C3D",
        green_tint="#CDE7D9",
        red="#8A1C1C",
        red_tint="#F8D5D0",
        sand="#EADFCD",
        line="#B5AB9D",
    ),
    "contrast-light": DrawingColours(
        ink="#000000",
        paper="#FFFFFF",
        tint="#CFE4F5",
        petrol="#00305C",
        amber="#FFC53D",
        amber_tint="#FFEBBE",
        green="#004D26",
        green_tint="#C4EBD3",
        red="#7A0000",
        red_tint="#FFD4D4",
        sand="#E6E0D6",
        line="#767676",
    ),
    "contrast-dark": DrawingColours(
        ink="#FFFFFF",
        paper="#000000",
        tint="#0B3644",
        petrol="#A6E8FF",
        amber="#7A5200",
        amber_tint="#3D2E00",
        green="#66E39A",
        green_tint="#003D1F",
        red="#FF8080",
        red_tint="#4D0D0D",
        sand="#3A3226",
        line="#B8B8B8",
    ),
    "low-glare": DrawingColours(
        ink="#DDD6C9",
        paper="#1E2226",
        tint="#28404D",
        petrol="#B5CFDA",
        amber="#73531B",
        amber_tint="#453A20",
        green="#7FC09B",
        green_tint="#21402F",
        red="#E08A80",
        red_tint="#4A2B29",
        sand="#3F3A31",
        line="#8A8F93",
    ),
}
"""By the name of the theme."""
