"""The sample person in a window, for what is measured inside one process."""

from __future__ import annotations

import datetime

from PySide6.QtWidgets import QApplication

from pdkiosk import resources
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.loader import load_guide
from pdkiosk.interview.answers import Value
from pdkiosk.interview.answers_file import read_answers
from pdkiosk.interview.answers_schema import AnswersSchema
from pdkiosk.interview.flow import Interview
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.languages import load_languages
from pdkiosk.papers_desk import Desk
from pdkiosk.ui.application import make_application
from pdkiosk.ui.theme.look import Scale
from pdkiosk.ui.window.run import session_maker
from pdkiosk.ui.window.shell import Shell


def sample_shell(width: int, height: int) -> tuple[QApplication, Shell, Desk]:
    """The application, a shell on the first screen after the start, and its papers."""
    application = make_application()
    guide = load_guide(resources.path("guide"))
    catalogs = Catalogs(resources.folder("translations"))
    languages, facility = load_languages(), Facility()
    day = datetime.date(2026, 11, 24)
    desks: list[Desk] = []

    def papers_for(interview: Interview) -> Desk:
        desks.append(Desk(guide, interview, facility, catalogs, languages))
        return desks[-1]

    scale = Scale(width, height, 22.0)
    shell = Shell(
        session_maker(
            guide,
            catalogs,
            languages,
            facility,
            papers_for,
            scale,
            lambda: day,
        )
    )
    shell.resize(width, height)
    shell.show()
    # As the program does once its first screen is shown.
    shell.warm()
    shell.begin("es")
    shell.context.interview.answers.replace_all(sample_answers())
    return application, shell, desks[-1]


def sample_answers() -> dict[str, Value]:
    """All that the sample person said."""
    schema = AnswersSchema(load_guide(resources.path("guide")), tuple(load_languages()))
    day = datetime.date(2026, 11, 24)
    return dict(read_answers(resources.read("sample-answers.json"), schema, day).answers.values)
