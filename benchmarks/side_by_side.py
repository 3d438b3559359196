"""Puts pictures of a design beside the built screens, for people to look at.

``python -m benchmarks.side_by_side PICTURES OUT [--pair PICTURE=STEP ...]``: a folder of PNG files
whose names end with the id of a step ("way-08-stage.png"), or are told theirs, and the folder that
the sheets are written to. A sheet has the design at the left and the sample person's screen at the
right, in Spanish with English, 1280 x 1024.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage, QPainter

from benchmarks.empty_rows import sample_window
from pdkiosk.ui.theme.look import TextSize

_GAP = 16  # pixels between the two


def step_of(picture: str, steps: list[str], told: dict[str, str]) -> str:
    """The step that a picture shows, by its name without the ending; "" where there is none."""
    if picture in told:
        return told[picture]
    fitting = [step for step in steps if picture == step or picture.endswith(f"-{step}")]
    return max(fitting, key=len, default="")


def beside(left: QImage, right: QImage) -> QImage:
    """The two in one picture, the left one as high as the right."""
    left = left.scaledToHeight(right.height(), Qt.TransformationMode.SmoothTransformation)
    width = left.width() + _GAP + right.width()
    sheet = QImage(width, right.height(), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.darkGray)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, left)
    painter.drawImage(left.width() + _GAP, 0, right)
    painter.end()
    return sheet


def main(arguments: list[str] | None = None) -> int:
    """Writes the sheets and says which pictures have no screen."""
    parser = argparse.ArgumentParser(prog="benchmarks.side_by_side", description=__doc__)
    parser.add_argument("pictures", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pair", action="append", default=[], metavar="PICTURE=STEP")
    asked = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    told = dict(pair.split("=", 1) for pair in asked.pair)
    asked.out.mkdir(parents=True, exist_ok=True)
    application, shell = sample_window((1280, 1024), "es", "en", TextSize.NORMAL)
    missing = []
    try:
        steps = [step.id for step in shell.course().steps]
        for path in sorted(asked.pictures.glob("*.png")):
            step = step_of(path.stem, steps, told)
            if step not in steps:
                missing.append(path.stem)
                continue
            shell.navigator.go_to(step)
            for _ in range(5):
                application.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            sheet = beside(QImage(str(path)), shell.grab().toImage())
            sheet.save(str(asked.out / path.name))
            print(f"{path.stem}: {step}")
    finally:
        shell.close()
        shell.deleteLater()
    print(f"without a screen: {', '.join(missing) or 'none'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
