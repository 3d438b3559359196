"""Pages read aloud: what is said when, what stops it, and what nobody else may hear."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from pdkiosk.facility.settings import Facility
from pdkiosk.speech.voice import NoVoice, Trouble, Utterance
from pdkiosk.ui.reading.reader import State
from pdkiosk.ui.reading.script import in_words
from pdkiosk.ui.reading.strip import ReadingStrip
from pdkiosk.ui.screens.start import StartScreen
from pdkiosk.ui.widgets import BigButton, TextPair
from tests.speech.conftest import Heard
from tests.speech.fakes import FakeVoice

SECRET = "Zebulon"
ON_THE_SCREEN = "Lo que usted responda aquí, y lo que resulte de ello, solo se ve en la pantalla."
GATE = "¿Tiene un papel como estos, o fecha con un juez?"
TIME = "¿Cuánto tiempo tiene para la carta?"
WORTH = "Puede valer la pena pedirlo"


def listens(heard: Heard, headphones: str = "yes") -> None:
    """Begins in Spanish and touches Listen on the first page, which asks the first question."""
    heard.person.start("es")
    heard.person.tap("tool.listen")
    heard.begins("¿Tiene audífonos puestos?")
    heard.person.tap(f"headphones.{headphones}")
    heard.begins(GATE)


def test_nothing_of_speech_is_made_before_somebody_listens(heard: Heard) -> None:
    made: list[int] = []

    def make() -> FakeVoice:
        made.append(1)
        return heard.voice

    heard.kiosk.shell.context.voice = make
    heard.person.start("es")
    heard.person.touches("in_proceedings", "yes")
    heard.person.go_on_to_question("way")
    assert heard.kiosk.shell.listening.reader is None
    assert not made and not heard.voice.said
    heard.person.tap("tool.listen")
    heard.begins("¿Tiene audífonos puestos?")
    assert made == [1]


def test_a_page_is_read_in_order_to_its_primary_button(heard: Heard) -> None:
    listens(heard)
    words = heard.rest_of_page()
    assert words[0] == GATE
    yes = words.index("Sí")
    assert words[yes + 1].startswith("Aviso de Comparecencia")
    assert words[yes + 4] == "No elegida.", "after the captions of its three drawings"
    assert words[-1] == "Siguiente"
    assert {said.language for said in heard.voice.said} == {"es"}
    assert not any("immigration" in said for said in words), "the second language is not read"
    assert heard.reader.state is State.DONE


def test_the_code_of_a_page_is_seen_and_not_heard(heard: Heard) -> None:
    """It is for who enters answers from a sheet, and would stand between question and answers."""
    listens(heard)
    code = heard.person.find("code")
    assert isinstance(code, TextPair) and code.pair.first == "1A"
    assert "1A" not in heard.rest_of_page()


def test_what_is_chosen_is_said(heard: Heard) -> None:
    listens(heard)
    heard.person.tap("in_proceedings.yes")
    assert not heard.voice.speaking
    heard.person.tap("tool.listen")
    heard.begins(GATE)
    words = heard.rest_of_page()
    yes = words.index("Sí")
    assert words[yes + 4] == "Elegida."
    assert words.count("No elegida.") == 3


def test_a_touch_elsewhere_stops_it_and_the_page_after_is_read(heard: Heard) -> None:
    listens(heard)
    heard.person.tap("in_proceedings.yes")
    assert not heard.voice.speaking and heard.reader.state is not State.READING
    assert heard.person.sees("reading.pause"), "the strip stays: it was not stopped for good"
    heard.person.tap("next")
    heard.begins(TIME)


def test_a_key_elsewhere_stops_it_but_not_the_way_to_the_strip(heard: Heard) -> None:
    listens(heard)
    QTest.keyClick(heard.kiosk.shell, Qt.Key.Key_Tab)
    assert heard.voice.speaking
    QTest.keyClick(heard.kiosk.shell, Qt.Key.Key_Down)
    assert not heard.voice.speaking


def test_pause_go_on_and_repeat(heard: Heard) -> None:
    listens(heard)
    second = heard.next_sentence()
    heard.person.tap("reading.pause")
    assert not heard.voice.speaking and heard.reader.state is State.PAUSED
    heard.person.tap("reading.pause")
    assert heard.voice.speaking and heard.voice.said[-1].text == second
    heard.person.tap("reading.again")
    assert heard.voice.speaking and heard.voice.said[-1].text == second
    heard.rest_of_page()
    heard.person.tap("reading.again")
    assert heard.voice.said[-1].text == GATE, "at its end, the page is repeated"


def test_less_stands_before_more(heard: Heard) -> None:
    listens(heard)
    places = {
        name: heard.person.find(f"reading.{name}").x()
        for name in ("slower", "faster", "quieter", "louder")
    }
    assert list(places) == sorted(places, key=places.__getitem__)


def test_stop_turns_it_off_and_asks_about_headphones_anew(heard: Heard) -> None:
    listens(heard)
    heard.person.tap("reading.stop")
    assert not heard.voice.speaking and heard.voice.closed
    assert not heard.person.sees("reading.stop")
    said = len(heard.voice.said)
    heard.person.touches("in_proceedings", "yes")
    heard.person.go_on_to_question("way")
    heard.qtbot.wait(50)
    assert len(heard.voice.said) == said
    heard.person.tap("tool.listen")
    heard.begins("¿Tiene audífonos puestos?")


@pytest.mark.parametrize(
    ("button", "name", "words"),
    [
        ("faster", "rate", "Velocidad 4 de 5."),
        ("slower", "rate", "Velocidad 2 de 5."),
        ("louder", "volume", "Volumen 4 de 5."),
        ("quieter", "volume", "Volumen 2 de 5."),
    ],
)
def test_a_step_is_said_and_heard_at_once(heard: Heard, button: str, name: str, words: str) -> None:
    listens(heard)
    sentence = heard.next_sentence()
    before = getattr(heard.voice.said[-1], name)
    heard.person.tap(f"reading.{button}")
    assert heard.voice.said[-1].text == words
    after = getattr(heard.voice.said[-1], name)
    assert (after > before) == (button in ("faster", "louder"))
    assert heard.next_sentence() == sentence, "the sentence comes again, so that it can be compared"
    for _ in range(5):
        heard.person.tap(f"reading.{button}")
    assert heard.voice.said[-1].text.endswith(("5 de 5.", "1 de 5."))


def test_a_step_while_paused_stays_paused(heard: Heard) -> None:
    listens(heard)
    heard.person.tap("reading.pause")
    heard.person.tap("reading.louder")
    assert heard.voice.said[-1].text == "Volumen 4 de 5."
    heard.voice.finish()
    heard.qtbot.wait(200)
    assert heard.reader.state is State.PAUSED and not heard.voice.speaking


def test_what_reads_stands_above_the_bar_of_a_sheet_and_goes_back_with_it(heard: Heard) -> None:
    listens(heard)
    shell, person = heard.kiosk.shell, heard.person
    strip = shell.findChild(ReadingStrip)
    assert strip is not None
    person.sizes("largest")
    strip = next(s for s in shell.findChildren(ReadingStrip) if s.isVisible())
    person.tap("erase")
    sheet = shell.frame.sheet
    assert sheet is not None and strip.isVisible() and sheet.isAncestorOf(strip)
    view = sheet.page_scroll.area.viewport()
    bottom = view.mapTo(shell, view.rect().bottomLeft()).y()
    assert bottom <= strip.mapTo(shell, QPoint(0, 0)).y()
    assert view.height() > 2 * strip.height() / 3
    shell.frame.close_sheet()
    person.settle()
    assert shell.frame.sheet is None and strip.isVisible()
    bar = shell.frame.bottom
    assert bar is not None
    low = strip.mapTo(shell, strip.rect().bottomLeft()).y()
    assert low < bar.mapTo(shell, QPoint(0, 0)).y()


def test_the_sentence_is_highlighted_and_in_view(heard: Heard) -> None:
    listens(heard)
    follows_the_page(heard)
    heard.person.touches("in_proceedings", "yes")
    heard.person.touches("way", "full")
    heard.person.next()
    heard.begins(WORTH)
    follows_the_page(heard)
    heard.kiosk.shell.resize(1280, 768)
    heard.person.next()
    heard.begins("Siga con su caso")
    assert heard.kiosk.shell.frame.reads_on, "this page is longer than the screen"
    follows_the_page(heard)
    assert not heard.kiosk.shell.frame.reads_on, "the page went along to its end"
    assert heard.voice.said[-1].text == "Siguiente", "the button that said to read on goes on now"


def follows_the_page(heard: Heard) -> None:
    """Listens to the end: what is said is highlighted where it stands, and it alone."""
    while heard.reading:
        said = heard.reader._current
        spoken = None if said is None else in_words(said.text, heard.reader.mode().say)
        assert spoken in (None, heard.voice.said[-1].text)
        if said is not None and said.block is not None and said.widget is not None:
            assert said.block._marks[0] == said.span
            start, length = said.span
            assert said.block.pair.first[start : start + length] == said.text
            place = said.widget.visibleRegion().boundingRect()
            assert place.height() > 0, f"{said.text} is out of view"
        heard.next_sentence()
        following = heard.reader._current
        in_it = following is not None and said is not None and following.block is said.block
        if said is not None and said.block is not None and not in_it:
            assert said.block._marks == (None, None)


def test_own_words_are_heard_with_headphones_alone(heard: Heard) -> None:
    for headphones, is_heard in (("no", False), ("yes", True)):
        heard.voice.said.clear()
        listens(heard, headphones)
        heard.person.touches("in_proceedings", "yes")
        heard.person.touches("way", "full")
        heard.person.writes("full_name", SECRET)
        heard.kiosk.shell.navigator.go_to("letter")
        heard.qtbot.waitUntil(lambda: heard.voice.speaking)
        heard.rest_of_page()
        heard.person.tap("letter.answers")
        heard.person.tap("tool.listen")
        heard.qtbot.waitUntil(lambda: heard.voice.speaking)
        heard.rest_of_page()
        found = [words for words in heard.voice.words if SECRET in words]
        assert bool(found) is is_heard
        assert (
            "Sin audífonos, esta página no se lee completa." in heard.voice.words
        ) is not is_heard
        heard.person.erases()
        heard.kiosk.shell.context.voice = lambda: heard.voice


def test_without_headphones_nobody_hears_whether_anything_is_chosen(heard: Heard) -> None:
    listens(heard, "no")
    before = heard.rest_of_page()
    assert before.count(ON_THE_SCREEN) == 1
    for answer in ("yes", "no", "order"):
        heard.person.tap(f"in_proceedings.{answer}")
        assert not heard.voice.speaking, "what follows from the touch is not read"
        heard.person.tap("tool.listen")
        assert heard.rest_of_page() == before


def test_what_is_missing_is_said(heard: Heard) -> None:
    listens(heard)
    heard.person.tap("next")
    assert heard.voice.speaking
    assert heard.voice.said[-1].text == "Toque una respuesta para seguir."
    heard.voice.finish()
    heard.qtbot.wait(200)
    assert not heard.voice.speaking, "the page itself was stopped by the touch"


def test_reading_counts_as_activity_until_the_countdown(heard: Heard) -> None:
    listens(heard)
    clock, idle = heard.kiosk.idle_clock(), heard.kiosk.shell.idle
    for _ in range(6):
        clock.forward(Facility().idle_minutes * 60 - 1)
        heard.next_sentence()
        assert not idle.watch.look() and not idle.covering
    clock.forward(Facility().idle_minutes * 60)
    assert idle.watch.look() and idle.covering
    heard.next_sentence()
    assert idle.covering


def test_the_countdown_is_heard_with_a_sound_before_it(heard: Heard) -> None:
    listens(heard)
    heard.rest_of_page()
    said = len(heard.voice.said)
    heard.kiosk.shell.idle.warn.emit()
    sound = heard.voice.said[said]
    assert sound.recording is not None and sound.recording.exists() and not sound.text
    assert heard.next_sentence() == "¿Sigue usted aquí?"
    assert heard.next_sentence().startswith("En 60 segundos")
    heard.person.tap("here")
    assert not heard.voice.speaking


def test_without_reading_the_countdown_is_silent(heard: Heard) -> None:
    heard.person.start("es")
    heard.kiosk.shell.idle.warn.emit()
    assert not heard.voice.said


def test_the_end_of_the_session_is_the_end_of_the_voice(heard: Heard) -> None:
    listens(heard)
    heard.person.tap("reading.louder")
    heard.person.tap("reading.faster")
    heard.person.erases()
    assert heard.person.place == "start"
    assert heard.voice.closed and not heard.voice.speaking
    assert not heard.person.sees("reading.stop")
    preferences = heard.kiosk.shell.context.preferences
    assert (preferences.loudness, preferences.speed, preferences.headphones) == (2, 2, None)
    assert heard.reader._sentences == [] and heard.reader._current is None
    said = len(heard.voice.said)
    following = FakeVoice()
    heard.kiosk.shell.context.voice = lambda: following
    heard.person.start("es")
    heard.qtbot.wait(50)
    assert len(heard.voice.said) == said and not following.said


def test_the_start_screen_is_read_in_each_language(heard: Heard) -> None:
    heard.person.tap("listen.es")
    assert heard.voice.said[-1].text == "Toque su idioma"
    spanish = heard.rest_of_page()
    heard.person.tap("listen.en")
    assert heard.voice.said[-1].text == "Touch your language"
    english = heard.rest_of_page()
    assert len(spanish) == len(english)
    names = [(said.text, said.language) for said in heard.voice.said if said.text == "Español"]
    assert names == [("Español", "es")] * 2, "each language's name is said by its own voice"
    heard.person.tap("language.es")
    heard.begins("¿Tiene audífonos puestos?")


def test_who_cannot_read_begins_with_two_touches_on_the_same_button(heard: Heard) -> None:
    heard.person.tap("listen.es")
    heard.person.tap("listen.en")
    assert heard.person.place == "start", "the first touch on another one only reads"
    heard.person.tap("listen.es")
    assert heard.person.place == "start"
    assert heard.person.reads("Toque otra vez para empezar")
    assert heard.voice.speaking
    heard.person.tap("listen.es")
    heard.begins("¿Tiene audífonos puestos?")
    assert heard.person.languages[0] == "es"
    heard.person.tap("headphones.yes")
    heard.begins(GATE)


def trouble_shown(heard: Heard) -> str:
    heard.qtbot.waitUntil(lambda: heard.person.sees("reading.trouble"))
    shown = heard.person.find("reading.trouble")
    assert isinstance(shown, TextPair)
    return shown.pair.spoken()


def test_who_listened_and_went_away_leaves_silence_to_the_next(heard: Heard) -> None:
    heard.person.tap("listen.es")
    heard.begins("Toque su idioma")
    (start,) = heard.kiosk.shell.findChildren(StartScreen)
    assert start.forget is not None
    now = start.forget.clock()
    start.forget.clock = lambda: now + 299
    start.forget.look()
    assert heard.reading, "it may be read slowly"
    start.forget.clock = lambda: now + 301
    start.forget.look()
    heard.person.settle()
    assert not heard.voice.speaking and not heard.kiosk.shell.listening.on
    button = heard.person.find("listen.es")
    assert isinstance(button, BigButton) and button.pair.first == "Léamelo"
    said = len(heard.voice.said)
    heard.person.start("en")
    assert len(heard.voice.said) == said and not heard.person.sees("reading.stop")


def test_a_machine_without_speech_says_so_and_all_else_works(heard: Heard) -> None:
    heard.kiosk.shell.context.voice = NoVoice
    heard.person.start("es")
    heard.person.tap("tool.listen")
    heard.qtbot.waitUntil(lambda: heard.person.sees("reading.trouble"))
    assert "no puede leer en voz alta" in trouble_shown(heard)
    heard.person.tap("reading.stop")
    assert not heard.person.sees("reading.trouble")
    heard.person.touches("in_proceedings", "yes")
    assert heard.kiosk.answers["in_proceedings"] == "yes"
    heard.person.next()
    assert heard.person.place == "way"


def test_a_language_without_a_voice_is_named(heard: Heard) -> None:
    listens(heard)
    heard.voice.fail(Trouble.NO_VOICE)
    assert "no tiene voz para Español" in trouble_shown(heard)


def test_the_keyboard_takes_the_place_of_the_strip(heard: Heard) -> None:
    listens(heard)
    heard.person.touches("in_proceedings", "yes")
    heard.person.touches("way", "full")
    heard.person.go_on_to_question("full_name")
    heard.person.tap("full_name.text")
    keyboard = heard.kiosk.shell.frame.keyboard
    assert keyboard is not None
    heard.qtbot.waitUntil(keyboard.isVisible)
    assert not heard.person.sees("reading.stop")
    keyboard.put_away()
    assert heard.person.sees("reading.stop")


def test_utterances_never_show_their_words() -> None:
    assert SECRET not in repr(Utterance(SECRET, "es"))


def test_the_strip_is_no_part_of_what_is_read(heard: Heard) -> None:
    listens(heard)
    words = heard.rest_of_page()
    strip = heard.person.find("reading.stop").parentWidget()
    assert isinstance(strip, QWidget)
    assert "Parar" not in words and "Repetir" not in words and "Atrás" not in words


def test_facility_without_voices_has_no_recordings(
    heard_with: Callable[[Facility | None], Heard],
) -> None:
    heard = heard_with(Facility(voices_folder="/nonexistent"))
    listens(heard)
    assert heard.voice.said[-1].recording is None


def test_what_is_not_translated_is_read_as_english(
    heard_with: Callable[[Facility | None], Heard],
) -> None:
    """A French voice that reads English words is understood by nobody."""
    heard = heard_with(Facility(offer_drafts=["fr"]))
    heard.person.start("fr")
    heard.person.tap("tool.listen")
    heard.begins("Avez-vous des écouteurs")
    heard.person.tap("headphones.yes")
    heard.begins("Avez-vous un papier comme ceux-ci")
    assert heard.voice.said[-1].language == "fr"
    heard.kiosk.give({"in_proceedings": "yes", "way": "full"})
    heard.person.shell.navigator.go_to("name")
    heard.begins("What is your name?")
    assert heard.voice.said[-1].language == "en"
