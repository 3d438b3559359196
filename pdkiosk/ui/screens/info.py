"""A page to read: paragraphs, boxes, words with meanings."""

from __future__ import annotations

from pdkiosk.guide.drawings import DRAWINGS
from pdkiosk.guide.model import Page, Text, said
from pdkiosk.interview.flow import Step
from pdkiosk.interview.rules import holds, law_overdue, on_answers
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import TextPair
from pdkiosk.ui.widgets.drawing import DrawingView
from pdkiosk.ui.widgets.hope_ground import HopeGround
from pdkiosk.ui.widgets.icon_heading import IconHeading
from pdkiosk.ui.widgets.points import PointPicture, Points
from pdkiosk.ui.widgets.spoken import FOLLOWS


class InfoScreen(Screen):
    """A page of the guide without questions."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context)
        self._step = step
        page = step.page
        situation = context.interview.situation()
        shown = [text for text in page.body if holds(text.when, situation)]
        points = [text for text in shown if text.icon or text.drawing]
        hopeful: list[Text] = []
        if self.shows_hope(page):
            hopeful = shown[: shown.index(points[0]) if points else len(shown)]
            self._add_hope(page, hopeful)
        else:
            self.add_page_heading(page)
        # A box with only a title is the topic of the page: the points say more about it.
        above = [callout for callout in page.callouts if not callout.text]
        self.add_callouts(above, situation)
        plain = [text for text in shown if text not in points and text not in hopeful]
        self.add_texts(plain, situation)
        if points:
            self._add_points(points)
        if any(law_overdue(situation, text.law) for text in shown if text not in plain):
            self.add_text(wording.MAY_HAVE_CHANGED)
        self.add_figures(page.figures)
        self.add_callouts([c for c in page.callouts if c not in above], situation)
        self.add_local_notes(page)
        self.add_words(page.words, page.chapter)

    def shows_hope(self, page: Page) -> bool:
        """Whether the heading is on green with a drawing."""
        return page.hope

    def _add_hope(self, page: Page, texts: list[Text]) -> None:
        """Adds the title and the good news, on green, beside a drawing."""
        if page.next_label:
            self.primary = said(page.next_label)
        look = self.look
        drawing = None
        if page.drawing and HopeGround.has_room(look):
            shows = self.say(DRAWINGS[page.drawing])
            drawing = DrawingView(look, page.drawing, shows, width_mm=52, height_mm=46)
        ground = HopeGround(look, drawing, parent=self)
        title = self.say(self.title_of(page))
        heading = IconHeading(look, title, color=look.theme.done.text, parent=ground)
        width = self.widest(look.scale.width_px)
        self.take_heading(heading, room=ground.room(width))
        ground.column.addWidget(heading)
        lead = [page.lead] if page.lead else []
        for words in [*lead, *(text.text for text in texts)]:
            label = TextPair(look, self.explain(said(words)), TextRole.POINT, parent=ground)
            ground.column.addWidget(label)
        self.add(ground)

    def _add_points(self, texts: list[Text]) -> None:
        look = self.look
        points = Points(look, parent=self)
        for text in texts:
            words = TextPair(look, self.explain(said(text.text)), TextRole.POINT, parent=points)
            if on_answers(text.when):
                words.setProperty(FOLLOWS, True)
            picture = PointPicture(look, text.icon, text.drawing, text.tone, points)
            points.add(picture, words)
        self.add(points, fills=True)

    @property
    def reads_on(self) -> bool:
        return self._step.id not in self.context.history.read

    def end_was_seen(self) -> None:
        self.context.history.read.add(self._step.id)
