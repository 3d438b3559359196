"""Paints the first screen once and reports the result; for ``pdkiosk check``."""

from __future__ import annotations

from collections.abc import Callable

from pdkiosk.facility.settings import Facility
from pdkiosk.guide.model import Guide
from pdkiosk.interview.flow import Interview
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.languages import Language
from pdkiosk.session.papers import Papers
from pdkiosk.ui.application import make_application
from pdkiosk.ui.theme.look import Scale
from pdkiosk.ui.window.run import session_maker
from pdkiosk.ui.window.shell import Shell

_SIZE = (1280, 1024)
_STEP = 7  # every how many pixels one is sampled


def paint(
    guide: Guide,
    catalogs: Catalogs,
    languages: dict[str, Language],
    facility: Facility,
    papers_for: Callable[[Interview], Papers],
) -> str:
    """Paints it; "offscreen 1280x1024 310": the platform, the size, how many colors."""
    application = make_application()
    width, height = _SIZE
    scale = Scale(width, height, facility.screen_diagonal or 19)
    shell = Shell(session_maker(guide, catalogs, languages, facility, papers_for, scale))
    shell.resize(width, height)
    picture = shell.grab().toImage()
    colors = {
        picture.pixel(x, y)
        for x in range(0, picture.width(), _STEP)
        for y in range(0, picture.height(), _STEP)
    }
    shell.end_session()
    platform = application.platformName()
    return f"{platform} {picture.width()}x{picture.height()} {len(colors)}"
