"""English lists and phrases that many people think of."""

from __future__ import annotations

_DAYS = "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow"
_MONTHS = (
    "january february march april may june july august september october november december "
    "spring summer autumn fall winter"
)
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety hundred thousand million first second third fourth fifth sixth seventh eighth ninth "
    "tenth"
)
_LETTERS = (
    "alpha bravo charlie delta echo foxtrot golf hotel india juliett juliet kilo lima mike "
    "november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu beta "
    "gamma omega"
)
_COLORS = (
    "red orange yellow green blue purple violet pink brown black white gray grey gold silver "
    "turquoise"
)
_DIRECTIONS = "north south east west up down left right"
_PLANETS = "mercury venus earth mars jupiter saturn uranus neptune pluto sun moon"
_FAMILY = (
    "mom mommy dad daddy mother father mama papa son daughter sons brother sister brothers "
    "grandma grandpa grandmother grandfather uncle aunt cousin nephew niece wife husband baby "
    "girlfriend boyfriend grandson family"
)
_DEAR = (
    "love life god jesus christ lord mary holy spirit angel thanks faith hope peace freedom "
    "justice heart soul heaven blessing blessed glory amen church bible free home house health "
    "money happy forever always"
)
_COUNTRIES = (
    "mexico guatemala honduras salvador nicaragua costa_rica panama belize cuba haiti "
    "dominican_republic jamaica venezuela colombia ecuador peru bolivia chile argentina uruguay "
    "paraguay brazil united_states usa america canada spain france italy germany portugal england "
    "united_kingdom ireland netherlands belgium switzerland austria greece russia ukraine poland "
    "romania turkey china japan korea india pakistan nepal bangladesh vietnam philippines cambodia "
    "thailand indonesia iran iraq syria lebanon israel palestine egypt morocco algeria senegal "
    "nigeria ghana cameroon angola congo kenya ethiopia eritrea somalia mauritania guinea "
    "afghanistan armenia georgia australia africa europe asia mexican american"
)
_PLACES = (
    "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii "
    "idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan "
    "minnesota mississippi missouri montana nebraska nevada new_hampshire new_jersey new_mexico "
    "new_york north_carolina north_dakota ohio oklahoma oregon pennsylvania rhode_island "
    "south_carolina south_dakota tennessee texas utah vermont virginia washington west_virginia "
    "wisconsin wyoming houston dallas austin san_antonio el_paso laredo mcallen los_angeles "
    "san_diego san_francisco chicago miami orlando atlanta denver phoenix tucson boston seattle "
    "portland philadelphia baltimore detroit las_vegas"
)
_GIVEN_NAMES = (
    "james john robert michael william david richard joseph thomas charles christopher daniel "
    "matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward "
    "ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin "
    "scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler "
    "aaron jose adam nathan henry douglas peter zachary kyle walter ethan noah jeremy christian "
    "keith roger terry austin sean gerald carl dylan jordan jesse bryan luke mary patricia "
    "jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra "
    "ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca "
    "sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen "
    "samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth "
    "julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea "
    "cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean "
    "abigail alice judy sophia grace denise amber doris marilyn danielle beverly isabella theresa "
    "diana natalie brittany charlotte marie kayla alexis lori"
)
_SURNAMES = (
    "smith johnson williams brown jones miller davis wilson anderson thomas taylor moore jackson "
    "martin lee thompson white harris clark lewis robinson walker young allen king wright scott "
    "hill green adams nelson baker hall campbell mitchell carter roberts phillips evans turner "
    "parker collins edwards stewart morris murphy cook rogers morgan cooper peterson bailey reed "
    "kelly howard ward"
)
_PETS_AND_PLAY = (
    "dog cat puppy kitty football soccer baseball basketball cowboys lakers yankees dragon monkey "
    "superman batman princess password letmein welcome login admin user test hello"
)

LISTS = {
    "days": _DAYS,
    "months": _MONTHS,
    "numbers": _NUMBERS,
    "letters": _LETTERS,
    "colors": _COLORS,
    "directions": _DIRECTIONS,
    "planets": _PLANETS,
    "family": _FAMILY,
    "dear": _DEAR,
    "countries": _COUNTRIES,
    "places": _PLACES,
    "given names": _GIVEN_NAMES,
    "surnames": _SURNAMES,
    "pets and play": _PETS_AND_PLAY,
}

PHRASES = (
    "one two three four five six seven eight nine ten eleven twelve",
    "monday tuesday wednesday thursday friday saturday sunday monday",
    "january february march april may june july august september october november december",
    "red orange yellow green blue black white",
    "password",
    "our father who art in heaven hallowed be thy name thy kingdom come thy will be done",
    "hail mary full of grace the lord is with thee",
    "in god we trust",
    "the lord is my shepherd i shall not want",
    "for god so loved the world",
    "i can do all things through christ who strengthens me",
    "happy birthday to you",
    "united states of america",
    "i pledge allegiance to the flag of the united states of america",
    "oh say can you see by the dawn's early light",
    "once upon a time",
    "home sweet home",
    "twinkle twinkle little star how i wonder what you are",
    "i love you so much",
    "i love my family",
    "i want to go home",
    "correct horse battery staple",
)  # fmt: skip
