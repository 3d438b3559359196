"""A chapter of the guide, which can be read at any time, on a single page."""

from __future__ import annotations

from pdkiosk.guide.contract import PRIVACY
from pdkiosk.guide.lookup import in_group
from pdkiosk.guide.model import Chapter, Page, said
from pdkiosk.language.message import Message
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import ToolScreen
from pdkiosk.ui.widgets import Tone

# Translators: title of a note under "What you write here is not kept", where work can be saved.
_UNLESS = Message("Unless you save it yourself", "info.unless")
# Translators: how to save work; “Save” is the tool at the top of the screen.
_HOW = Message(
    "Touch “Save” at the top. Then your answers are kept, locked with words that only you know.",
    "info.how",
)
# Translators: in a chapter of the guide, above the list of reasons or of papers that it names.
_LIST = Message("The list", "chapter.list")


class ChapterScreen(ToolScreen):
    """The pages of a chapter, then the factors or papers that it lists."""

    def __init__(self, context: Context, chapter: Chapter) -> None:
        super().__init__(context)
        self.add_heading(said(chapter.title), chapter.icon)
        pages = [p for p in context.guide.page if p.chapter == chapter.id and p.kind == "info"]
        for page in pages:
            self._add_page(page)
        groups = [factor for group in chapter.groups for factor in in_group(context.guide, group)]
        listed = [factor.title for factor in groups]
        if chapter.papers:
            listed += [paper.label for paper in context.guide.paper]
        if listed:
            self.add_title(_LIST, before_mm=4.0)
            for words in listed:
                self.add_text(said(words), bullet=True)
        self.add_words([word for page in pages for word in page.words])

    def _add_page(self, page: Page) -> None:
        situation = self.context.interview.situation()
        self.add_title(said(page.title), before_mm=4.0)
        if page.lead:
            self.add_lead(page.lead)
        self.add_texts(page.body, situation)
        if page.id == PRIVACY and self.context.facility.saving:
            # The text that says nothing is kept also mentions this.
            self.add_box(Tone.NOTE, _UNLESS, _HOW)
        self.add_callouts(page.callouts, situation)
        self.add_local_notes(page)
