"""How much of each page is empty: rows of pixels with nothing in them.

``python -m benchmarks.empty_rows [--language es] [--second en] [--size 1280x1024] [--text NORMAL]
[--most 20]`` walks the sample person through the full way and prints for each page the share of
rows between the bars on which nothing but the ground is painted, then the median and the emptiest
page. With ``--most`` it ends with 1 where the median is above so many percent.
"""

from __future__ import annotations

import argparse
import datetime
import os
import statistics
import sys
from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from pdkiosk import resources
from pdkiosk.commands.stock import load_stock
from pdkiosk.interview.answers_file import read_answers
from pdkiosk.interview.answers_schema import AnswersSchema
from pdkiosk.papers_desk import Desk
from pdkiosk.session.requests import Act
from pdkiosk.ui.application import make_application
from pdkiosk.ui.theme.look import Scale, TextSize, likely_diagonal
from pdkiosk.ui.window.run import session_maker
from pdkiosk.ui.window.shell import Shell

_DAY = datetime.date(2026, 11, 24)
_TURNS = 4  # of events, until a layout rests


def empty_share(picture: QImage, page: QRect) -> float:
    """The part of the rows of a page, 0 to 1, that are of one color: that of the ground.

    The ground is the color that most pixels at the edges of the page have. Rows at the top and the
    bottom count too: what is left over there is left over.
    """
    piece = picture.copy(page).convertToFormat(QImage.Format.Format_RGB32)
    width, height = piece.width(), piece.height()
    pixels = memoryview(piece.constBits()).cast("B").cast("I")
    ground = Counter(pixels[row * width] for row in range(height)).most_common(1)[0][0]
    empty = sum(
        all(pixel == ground for pixel in pixels[row * width : (row + 1) * width])
        for row in range(height)
    )
    return empty / height


def page_shares(shell: Shell, application: QApplication) -> Iterator[tuple[str, float]]:
    """Each page of the course with its empty share, in order."""
    for step in shell.course().steps:
        shell.navigator.go_to(step.id)
        for _ in range(_TURNS):
            application.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        scroll = shell.frame.scroll
        if scroll is not None:
            place = QRect(scroll.mapTo(shell, QPoint()), scroll.size())
            yield step.id, empty_share(shell.grab().toImage(), place)


def sample_window(
    size: tuple[int, int], language: str, second: str, text: TextSize
) -> tuple[QApplication, Shell]:
    """The application and a window in which the sample person has answered all."""
    application = make_application()
    stock = load_stock(None)
    schema = AnswersSchema(stock.guide, tuple(stock.languages))
    sample = read_answers(resources.read("sample-answers.json"), schema, _DAY)
    shell = Shell(
        session_maker(
            stock.guide,
            stock.catalogs,
            stock.languages,
            stock.facility,
            lambda interview: Desk(
                stock.guide, interview, stock.facility, stock.catalogs, stock.languages
            ),
            Scale(*size, likely_diagonal(*size, 0, 0)),
            lambda: _DAY,
        )
    )
    shell.resize(*size)
    shell.show()
    shell.begin(language)
    shell.context.preferences.second = second
    shell.context.preferences.text_size = text
    shell.go(Act.LOOK)
    shell.context.interview.answers.replace_all(sample.answers.values)
    return application, shell


def main(arguments: list[str] | None = None) -> int:
    """Prints the table; 1 where the median is above the limit."""
    parser = argparse.ArgumentParser(prog="benchmarks.empty_rows", description=__doc__)
    parser.add_argument("--language", default="es")
    parser.add_argument("--second", default="en", help='"" for one language alone')
    parser.add_argument("--size", default="1280x1024", help="of the screen, pixels")
    parser.add_argument("--text", default="NORMAL", choices=[size.name for size in TextSize])
    parser.add_argument("--most", type=float, help="percent that the median may have")
    asked = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    width, height = (int(part) for part in asked.size.split("x"))
    application, shell = sample_window(
        (width, height), asked.language, asked.second, TextSize[asked.text]
    )
    try:
        shares = dict(page_shares(shell, application))
    finally:
        shell.close()
        shell.deleteLater()
    for name, share in shares.items():
        print(f"{share:6.1%}  {name}")
    median = statistics.median(shares.values())
    emptiest = max(shares, key=lambda name: shares[name])
    half = sum(share > 0.5 for share in shares.values())
    print(
        f"{len(shares)} pages: median {median:.1%}, emptiest {emptiest} {shares[emptiest]:.1%}, "
        f"{half} over half"
    )
    return int(asked.most is not None and median * 100 > asked.most)


if __name__ == "__main__":
    sys.exit(main())
