"""Phrases that come to many minds. Not complete; three of their words in a row count as known."""

from __future__ import annotations

PHRASES = (
    # Counting, alphabets, keyboards, days, months.
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "one two three four five six seven eight nine ten eleven twelve",
    "primero segundo tercero cuarto quinto sexto",
    "lunes martes miércoles jueves viernes sábado domingo lunes",
    "monday tuesday wednesday thursday friday saturday sunday monday",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "january february march april may june july august september october november december",
    "rojo amarillo verde azul blanco negro",
    "red orange yellow green blue black white",
    "qwerty", "qwertyuiop", "asdfgh", "asdfghjkl", "zxcvbn", "zxcvbnm", "password",
    "contraseña", "abcdef", "abcdefgh", "abcdefghijk", "123456", "1234567890",
    # Prayers.
    "padre nuestro que estás en el cielo santificado sea tu nombre venga a nosotros tu reino",
    "hágase tu voluntad en la tierra como en el cielo danos hoy nuestro pan de cada día",
    "perdona nuestras ofensas como también nosotros perdonamos a los que nos ofenden",
    "no nos dejes caer en la tentación y líbranos del mal",
    "dios te salve maría llena eres de gracia el señor es contigo bendita tú eres",
    "santa maría madre de dios ruega por nosotros pecadores ahora y en la hora",
    "el señor es mi pastor nada me faltará en verdes pastos me hace descansar",
    "todo lo puedo en cristo que me fortalece", "dios es amor", "jesucristo es el señor",
    "si dios quiere", "gracias a dios", "dios te bendiga", "en el nombre del padre y del hijo",
    "our father who art in heaven hallowed be thy name thy kingdom come thy will be done",
    "hail mary full of grace the lord is with thee", "in god we trust",
    "the lord is my shepherd i shall not want", "for god so loved the world",
    "i can do all things through christ who strengthens me",
    # Songs, sayings, flags.
    "cumpleaños feliz te deseamos a ti", "happy birthday to you",
    "mexicanos al grito de guerra el acero aprestad y el bridón",
    "cielito lindo de la sierra morena vienen bajando", "ay ay ay ay canta y no llores",
    "pero sigo siendo el rey", "volver volver volver a tus brazos otra vez",
    "los pollitos dicen pío pío pío", "en un lugar de la mancha de cuyo nombre no quiero",
    "más vale tarde que nunca", "más vale pájaro en mano que ciento volando",
    "al mal tiempo buena cara", "camarón que se duerme se lo lleva la corriente",
    "el que madruga dios lo ayuda", "ojos que no ven corazón que no siente",
    "estados unidos de américa", "united states of america", "libertad y justicia para todos",
    "i pledge allegiance to the flag of the united states of america",
    "oh say can you see by the dawn's early light", "once upon a time", "home sweet home",
    "twinkle twinkle little star how i wonder what you are",
    # What people feel.
    "te amo mucho mi amor", "te quiero mucho", "te extraño mucho", "i love you so much",
    "i love my family", "amo a mi familia", "mi familia es todo", "quiero salir de aquí",
    "quiero ser libre", "i want to go home", "quiero ir a mi casa", "mi vida mi amor mi cielo",
    "correct horse battery staple",
)  # fmt: skip
