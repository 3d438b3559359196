"""Cards to choose between this facility and the person's USB stick, for saving and opening."""

from __future__ import annotations

from pdkiosk.language.message import Message, Own
from pdkiosk.session.saved_work import Place
from pdkiosk.ui.screens.screen import Screen


def add_places(
    screen: Screen, name: str, places: list[Place], here: Message, stick: Message
) -> None:
    """Adds a card for each place; ``stick`` is a message with the {name} of a USB stick."""
    draft = screen.context.saving.draft
    cards = [
        screen.card(
            f"{name}.{number}",
            stick(name=Own(place.name)) if place.name else here,
            icon="usb" if place.name else "landmark",
        )
        for number, place in enumerate(places)
    ]

    def choose(number: int) -> None:
        screen.context.saving.draft.place = number

    screen.add_choice(cards, draft.place if draft.place < len(places) else 0, choose)
