"""Everything that one person leaves in the program, and the only way to erase it."""

from __future__ import annotations

from collections.abc import Callable

from pdkiosk.interview.flow import Interview
from pdkiosk.session.hide_pattern import HidePattern
from pdkiosk.session.papers import Papers
from pdkiosk.session.place import History
from pdkiosk.session.saved_work import SavedWork


class Session:
    """One person's answers, place, papers and saved work; without Qt.

    ``not_printed`` and ``printed``: the papers that the person deselected or selected.
    ``hidden``: a page that says nothing covers everything, and ``hide_pattern`` leads back from it.
    """

    def __init__(self, interview: Interview, papers: Papers, saving: SavedWork) -> None:
        self.interview = interview
        self.papers = papers
        self.saving = saving
        self.history = History()
        self._before: dict[str, Callable[[], object]] = {}
        self._forget_choices()

    def _forget_choices(self) -> None:
        self.not_printed: set[str] = set()
        self.printed: set[str] = set()
        self.hidden = False
        self.hide_pattern = HidePattern()

    def before_erasing(self, name: str, step: Callable[[], object]) -> None:
        """Adds something to do however the person leaves, such as the last save.

        It is done once, before the answers go; ``name`` is a word for the log.
        """
        self._before[name] = step

    def erase(self) -> list[str]:
        """Every way of leaving ends here: erases each part, even if erasing others fails.

        Returns the names of the steps that failed.
        """
        before, self._before = self._before, {}
        steps = {
            **before,
            "saving": self.saving.forget,
            "answers": self.interview.forget,
            "place": self.history.clear,
            "choices": self._forget_choices,
            "papers": self.papers.clear,  # last: it may wait for the printer's server
        }
        failed = []
        for name, step in steps.items():
            try:
                step()
            except Exception:
                failed.append(name)
        return failed
