"""Own words: easily guessed words are refused, random words are not."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdkiosk.vault import guessable, strength
from pdkiosk.vault.strength import FLOOR, Verdict, judge
from pdkiosk.vault.trouble import Trouble, VaultError
from pdkiosk.vault.words import choices, plain, propose
from tests.vault.kit import cheap_shelf

GUESSABLE = """
a b c d e f g h i j k l m n o p q r s t u v w x y z
a b c d e f g h i j k l m n ñ o p q r s t u v w x y z a b c d e f g h
ab cd ef gh ij kl mn op qr st uv wx yz
z y x w v u t s r q p o n m l k j i h g f e d c b a
abcdefghijklmnopqrstuvwxyz zyxwvutsrqponm
abc def ghi jkl mno pqr stu vwx yz
xq zt lp mn bv kk rr ww ab cd ef gh ij
uno dos tres cuatro cinco seis siete ocho nueve diez
diez nueve ocho siete seis cinco cuatro tres dos uno
tres uno cinco dos ocho cuatro siete seis
uno one dos two tres three cuatro four cinco five
primero segundo tercero cuarto quinto sexto séptimo
1 2 3 4 5 6 7 8 9 10 11 12 13 14 15
11111111 22222222 33333333 44444444 55555555
12121990 05051985 31122001 24071977 01012000
domingo sábado viernes jueves miércoles martes lunes
martes domingo lunes viernes sábado jueves miércoles
martes enero jueves mayo lunes julio domingo agosto
lunes monday martes tuesday miércoles wednesday
diciembre november octubre september agosto july
enero1 febrero2 marzo3 abril4 mayo5 junio6 julio7
qwerty asdfgh zxcvbn qazwsx edcrfv tgbyhn
qwe asd zxc rty fgh vbn uio jkl
poiuyt lkjhgf mnbvcx ytrewq hgfdsa
1qaz 2wsx 3edc 4rfv 5tgb 6yhn 7ujm
méxico guatemala honduras nicaragua panamá colombia
honduras el salvador guatemala costa rica puerto rico estados unidos
perú chile bolivia argentina uruguay paraguay brasil ecuador
mexico guatemala honduras canada germany france japan
california texas florida arizona nevada oregon utah
los ángeles nueva york san diego el paso las vegas
maría josé juan carlos pedro luis ana rosa
ana lópez juan hernández maría garcía pedro martínez
james mary john patricia robert jennifer michael linda
maria97 jose88 luis76 pedro54 juan32 ana10
guadalupe1985 2004 1999 12121990 87654321
guadalupe123456789012345678901234567890
mariposa1 mariposa2 mariposa3 mariposa4 mariposa5 mariposa6
mariposa mariposas mariposita mariposon mariposear mariposo
casa casas casita casitas casona caserío
perro perra perros perras perrito perrita
camino caminos caminar caminas camina caminado
rojo azul verde amarillo blanco negro morado
red rojo blue azul green verde yellow amarillo
sol luna tierra marte venus júpiter saturno
norte sur este oeste arriba abajo izquierda derecha
alfa bravo charlie delta echo foxtrot golf hotel
mamá papá hermano hermana abuela abuelo tío
te amo mamá te amo papá dios te bendiga siempre
amor vida dios paz esperanza libertad familia
messi ronaldo barcelona madrid pelé maradona
amor roma amor roma amor roma amor roma
zapato otapaz zapato otapaz zapato otapaz
padrenuestroqueestasenelcielo santificadoseatunombre
cielo el en estás que nuestro padre nombre tu sea santificado
lunesmartesmiercoles1234 eneromarzoabril5678
unodostrescuatro cincoseissiete ochonuevediez
casacasacasa perroperroperro gatogatogato
c0ntr4s3ña p4ssw0rd m3xic0 guat3mala h0nduras
abababab cdcdcdcd efefefef ghghghgh ijijijij
""".strip().splitlines()

GOOD = """
sandalia cuarenta loros bostezan tarde
my uncle painted eleven green tractors
tortuga guitarra sandía ventana bicicleta
el burro de mi vecino toca trompeta en la azotea
zapato nube cuchara volcán helado trébol
correr lento sobre hojas mojadas cantando
crayon walnut ladder picnic thunder
mi gallina compró tres paraguas usados ayer
ladrillo colibrí sartén neblina escoba
the goat ate grandpa's orange umbrella quickly
""".strip().splitlines()


@pytest.mark.parametrize("text", GUESSABLE)
def test_what_comes_to_many_minds_is_not_enough(text: str) -> None:
    assert not judge(text).enough, judge(text)
    words = text.split()
    mixed = words if "padre" in text else random.Random(3).sample(words, len(words))
    for other in (words[::-1], mixed, [*map(str.upper, words)]):
        assert not judge(" ".join(other)).enough, other
    assert not judge("-".join(words)).enough and not judge("  ".join(words)).enough


@pytest.mark.parametrize("text", GOOD)
def test_words_that_have_nothing_to_do_with_each_other_are_enough(text: str) -> None:
    assert judge(text).enough, judge(text)
    assert judge(plain(text) and text.upper()).enough


@pytest.mark.parametrize("kind", guessable.LISTS)
@pytest.mark.parametrize("size", [6, 7, 8])
def test_words_of_one_list_are_one_choice(kind: str, size: int) -> None:
    dice = random.Random(size)
    words = [word.replace("_", " ") for word in guessable.LISTS[kind].split()]
    for _ in range(200):
        text = " ".join(dice.sample(words, size))
        assert not judge(text).enough, (text, judge(text))
    together = "".join(dice.sample(words, size)).replace(" ", "")
    assert not judge(f"{together} {together[::-1]}").enough


@pytest.mark.parametrize("language", ["es", "en"])
def test_random_words_are_hardly_ever_refused(language: str) -> None:
    judged = [judge(" ".join(choices(language, 6))) for _ in range(1000)]
    assert sum(each.enough for each in judged) > 980
    judged = [judge(" ".join(choices(language, 7))) for _ in range(1000)]
    assert sum(each.enough for each in judged) > 995


def test_no_word_of_the_lists_to_draw_from_is_a_run() -> None:
    from pdkiosk.vault.words import _words

    for name in ("spanish", "english"):
        assert [word for word in _words(name) if strength._is_run(plain(word))] == []


def test_words_that_were_drawn_are_not_judged(tmp_path: Path) -> None:
    """A story of many words says nothing of what the machine drew."""
    shelf = cheap_shelf(tmp_path)
    words = propose("es")
    story = [" ".join(words)]
    with pytest.raises(VaultError) as refusal:
        shelf.create(" ".join(words), b"x", story)
    assert refusal.value.trouble is Trouble.TOO_WEAK
    shelf.create(" ".join(words), b"x", story, drawn=True)
    with pytest.raises(VaultError):
        shelf.create(" ".join(words[:5]), b"x", story, drawn=True)


def test_the_self_test_saves_under_any_words_that_are_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pdkiosk.commands.result import Level
    from pdkiosk.commands.self_test import check_saving
    from pdkiosk.vault import words

    drawn = iter(
        ["lunes martes jueves viernes sábado domingo", "enero mayo abril julio junio marzo"]
    )
    monkeypatch.setattr(words, "propose", lambda language: next(drawn).split())
    assert check_saving(["es"]).level is Level.OK


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("", Verdict.MORE_WORDS),
        ("maria", Verdict.MORE_WORDS),
        ("12345678901234567890", Verdict.TOO_COMMON),
        ("Gracias a Dios", Verdict.TOO_COMMON),
        ("contraseña", Verdict.TOO_COMMON),
        ("caballo azul", Verdict.MORE_WORDS),
        ("caballo caballo caballo caballo caballo caballo", Verdict.TOO_COMMON),
        ("aaaaa bbbbb ccccc ddddd eeeee fffff", Verdict.MORE_WORDS),
        ("Padre nuestro que estás en el cielo, santificado sea tu Nombre", Verdict.TOO_COMMON),
        ("El Señor es mi pastor, nada me faltará", Verdict.TOO_COMMON),
        ("one two three four five six seven eight", Verdict.TOO_COMMON),
        ("enero febrero marzo abril mayo junio", Verdict.TOO_COMMON),
        ("qwertyuiop asdfghjkl zxcvbnm qwertyuiop asdfghjkl", Verdict.TOO_COMMON),
        ("the lord is my shepherd I shall not want", Verdict.TOO_COMMON),
    ],
)
def test_what_is_said_of_own_words(text: str, verdict: Verdict) -> None:
    assert judge(text).verdict is verdict, judge(text)


@pytest.mark.parametrize(
    "known", ["Colibrí Escobar", "colibríes sartenes", "Calle Ladrillo 17, Neblinas", "nilbeN"]
)
def test_what_others_know_of_the_person_does_not_count(known: str) -> None:
    text = "ladrillo colibrí sartén neblina escoba"
    assert judge(text).bits == 50
    assert judge(text, [known]).bits <= (50 if known == "nilbeN" else 41)


def test_numbers_that_others_know_do_not_count_and_all_numbers_are_one() -> None:
    assert not judge("ladrillo colibrí sartén neblina 4827").enough
    assert judge("ladrillo colibrí sartén neblina 48273 591 7724 12").bits == 47
    assert judge("ladrillo colibrí sartén neblina 48273", ["A048273591"]).bits == 41
    assert judge("ladrillo1971 colibrí1984 sartén1990 neblina2003").bits == 47


@given(st.text(max_size=80), st.lists(st.text(max_size=20), max_size=3))
def test_any_text_is_judged(text: str, known: list[str]) -> None:
    assert 0 <= judge(text, known).bits <= judge(text).bits


@pytest.mark.parametrize(
    "text", ["a" * 100_000, "ab" * 50_000, "lunes" * 20_000, "a " * 50_000, "1" * 100_000]
)
def test_a_text_without_end_costs_nothing(text: str) -> None:
    judge("once before, so that the lists are there")
    start = time.process_time()
    judge(text, ["una historia larga y triste " * 500])
    assert time.process_time() - start < 0.5
    assert judge(text).bits < FLOOR
