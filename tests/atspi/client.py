"""A blind person's assistive tool: uses the wizard only through the accessibility bus.

Run by the system's Python, which has ``pyatspi``; it knows nothing of the program, only the words
that a person looks for. ``client.py JOURNEY.json [finger]``: a list of steps, each a list whose
first item says what to do. With "finger" it is somebody who works things by touching them.
Prints what it heard; exit code 1 and the reason when it cannot go on.
"""

import contextlib
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyatspi

Found = tuple[Any, str, Any]
PATIENCE = 20.0  # seconds for something to come
PACE = 0.35  # seconds: sooner after a page has come, or after a tap, a tap is a tremble
CONTROLS = {
    pyatspi.ROLE_PUSH_BUTTON,
    pyatspi.ROLE_CHECK_BOX,
    pyatspi.ROLE_RADIO_BUTTON,
    pyatspi.ROLE_TOGGLE_BUTTON,
    pyatspi.ROLE_TEXT,
    pyatspi.ROLE_ENTRY,
}


EDITORS = {pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY}
GROUPS = {pyatspi.ROLE_PANEL, pyatspi.ROLE_GROUPING}


class Lost(Exception):
    """What the person looks for is not there."""


def showing(thing: Any) -> Iterator[Any]:
    """Everything under a thing that is shown or can be scrolled to, in its order."""
    try:
        states = thing.getState()
        if not states.contains(pyatspi.STATE_VISIBLE):
            return
        yield thing
        for index in range(thing.childCount):
            child = thing.getChildAtIndex(index)
            if child is not None:
                yield from showing(child)
    except (LookupError, RuntimeError, NotImplementedError):
        return  # it went away while we looked
    except Exception as error:  # GLib.Error, by another name in each version
        if "GLib" not in type(error).__name__ and "Error" not in type(error).__name__:
            raise
        return


class Reader:
    """Finds and works things by their names."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.nameless: set[str] = set()

    def window(self) -> Any:
        """The program's window that is on the screen; waits for it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for application in pyatspi.Registry.getDesktop(0):
                for frame in application or ():
                    if frame is not None and _has(frame, pyatspi.STATE_SHOWING):
                        return frame
            time.sleep(0.05)
        raise Lost("no window")

    def look(self) -> list[Found]:
        """What is on the screen: (role, name, thing); notes controls without a name."""
        found = []
        for thing in showing(self.window()):
            try:
                role, name = thing.getRole(), thing.name
                if role in CONTROLS and not name and _has(thing, pyatspi.STATE_SHOWING):
                    self.nameless.add(thing.getRoleName())
            except Exception:
                continue
            found.append((role, name, thing))
        return found

    def find(
        self, *names: str, controls: bool = False, begins: bool = False, within: str | None = None
    ) -> Any:
        """The first thing of one of these names, in a group of that name; waits for it."""
        end = time.monotonic() + PATIENCE
        while True:
            there: list[Found] = []
            with contextlib.suppress(Lost):
                there = self.look() if within is None else self.inside(within)
            for role, name, thing in there:
                fits = any(name.startswith(n) for n in names) if begins else name in names
                if fits and (not controls or role in CONTROLS) and _sensitive(thing):
                    return thing
            if time.monotonic() > end:
                seen = [f"{n}" for r, n, _ in there if n]
                raise Lost(f"nothing is called {names}; there is: {seen}")
            time.sleep(0.05)

    def inside(self, group: str) -> list[Found]:
        """What is in a group: the answers to one question."""
        for role, name, thing in self.look():
            if name == group and role in GROUPS:
                return [(t.getRole(), t.name, t) for t in showing(thing)]
        return []

    def heading(self) -> str:
        return next((n for r, n, _ in self.look() if r == pyatspi.ROLE_HEADING), "")

    # ---- steps -------------------------------------------------------------------

    def press(self, *names: str, begins: bool = False, within: str | None = None) -> None:
        """Works a control by its first action, as a screen reader does."""
        thing = self.find(*names, controls=True, begins=begins, within=within)
        marked = thing.getRole() in (pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_RADIO_BUTTON)
        name = thing.name
        self.work(thing)
        if marked:
            self.until(
                lambda: self._is_marked(name, within), f"{name} does not say that it is chosen"
            )

    def work(self, thing: Any) -> None:
        """Does what a control is for."""
        assert thing.queryAction().doAction(0), f"{thing.name} does nothing"

    def _is_marked(self, name: str, within: str | None) -> bool:
        there = self.look() if within is None else self.inside(within)
        named = [thing for _, n, thing in there if n == name]
        # Some answers lead on at once.
        return not named or any(_has(thing, pyatspi.STATE_CHECKED) for thing in named)

    def until(self, holds: Callable[[], bool], otherwise: str) -> None:
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end:
                raise Lost(f"{otherwise}; the page is {self.heading()!r}")
            time.sleep(0.05)

    def write(self, name: str, text: str) -> None:
        """Puts a text into a field through its own interface."""
        self.find(name, controls=True)
        field = next(t for r, n, t in self.look() if n == name and r in EDITORS)
        assert field.queryEditableText().setTextContents(text), f"{name} takes no text"

    def onward(self, names: list[str], down: str, question: str) -> None:
        """Presses the button that leads on, until a question is asked.

        ``down``: what it is called where it first leads down a long page.
        """
        here = self.look()
        for _ in range(120):
            if any(n == question and r not in CONTROLS for r, n, _ in here):
                return
            leading_down = [t for r, n, t in here if n == down and r in CONTROLS]
            if leading_down:
                # Once the end is in view it has another name: it is not looked for again.
                self.work(leading_down[0])
                time.sleep(PACE)
                here = self.look()
                continue
            before = self.page(here)
            self.press(*names)
            here = self._another(before, question)
        raise Lost(f"{question!r} never comes")

    def _another(self, before: tuple[str, ...], question: str) -> list[Found]:
        """Waits for another page, and until all of it is there: it comes while we look."""
        seen: tuple[str, ...] = before
        here: list[Found] = []

        def came() -> bool:
            nonlocal seen, here
            here = self.look()
            last, seen = seen, self.page(here)
            return seen not in ((), before) and seen == last

        self.until(came, f"stuck before {question!r}")
        return here

    def page(self, here: list[Found]) -> tuple[str, ...]:
        """What tells one page from another: all its names; a long list of papers takes several."""
        for role, name, _ in here:
            if (role == pyatspi.ROLE_HEADING or role in GROUPS) and name not in ("", *self.heard):
                self.heard.append(name)
        return tuple(name for _, name, _ in here if name)

    def warned(self, words: str, field: str) -> None:
        """Hears what is wrong: as an alert, and from the field that it is about."""
        if self.find(words).getRole() != pyatspi.ROLE_ALERT:
            raise Lost(f"{words!r} is no alert")
        described = [t.description for r, n, t in self.look() if n == field and r in EDITORS]
        if described != [words]:
            raise Lost(f"{field!r} says {described}")

    def walk(self, steps: list[list[str]], names: list[str], down: str) -> None:
        for kind, *rest in steps:
            if kind == "press":
                self.press(rest[0], within=rest[1] if len(rest) > 1 else None)
            elif kind == "begins":
                self.press(*rest, begins=True)
            elif kind == "leads":  # to others; one that leads back has the same name
                self.work(self.find(rest[0], controls=True))
            elif kind == "write":
                self.write(*rest)
            elif kind == "onward":
                self.onward(names, down, rest[0])
            elif kind == "hear":
                self.find(rest[0], begins=True)
            elif kind == "warned":
                self.press(*names)
                self.warned(*rest)
            else:
                raise ValueError(kind)


class Finger(Reader):
    """Works things where they lie: the bus says where, the X server's pointer touches."""

    def work(self, thing: Any) -> None:
        time.sleep(PACE)
        box = thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        x, y = box.x + box.width // 2, box.y + box.height // 2
        hit = self.window().queryComponent().getAccessibleAtPoint(x, y, pyatspi.DESKTOP_COORDS)
        if hit is None or hit.name != thing.name:
            raise Lost(f"at {x}, {y} is not {thing.name!r} but {hit and hit.name!r}")
        tap = ("mousedown", "1", "sleep", "0.05", "mouseup", "1")
        subprocess.run(["xdotool", "mousemove", str(x), str(y), *tap], check=True)

    def write(self, name: str, text: str) -> None:
        raise Lost(f"{name}: this finger does not type")


def _has(thing: Any, state: Any) -> bool:
    try:
        return bool(thing.getState().contains(state))
    except Exception:
        return False


def _sensitive(thing: Any) -> bool:
    return _has(thing, pyatspi.STATE_SENSITIVE) or _has(thing, pyatspi.STATE_ENABLED)


def main(path: str, *hand: str) -> int:
    journey = json.loads(Path(path).read_text(encoding="utf-8"))
    reader = Finger() if hand == ("finger",) else Reader()
    start = time.monotonic()
    try:
        reader.find(journey["steps"][0][1])
        reader.walk(journey["steps"], journey["onward"], journey["down"])
    except (Lost, AssertionError, StopIteration) as error:
        print(f"lost: {error}", file=sys.stderr)
        return 1
    if reader.nameless:
        print(f"controls without a name: {reader.nameless}", file=sys.stderr)
        return 1
    print(json.dumps({"pages": len(reader.heard), "seconds": round(time.monotonic() - start, 1)}))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
