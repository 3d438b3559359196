"""Spanish lists and phrases that many people think of."""

from __future__ import annotations

_DAYS = "lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana"
_MONTHS = (
    "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre "
    "diciembre primavera verano otoño invierno"
)
_NUMBERS = (
    "cero uno una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés "
    "veinticuatro veinticinco treinta cuarenta cincuenta sesenta setenta ochenta noventa cien "
    "ciento doscientos quinientos mil dosmil millón primero segundo tercero cuarto quinto sexto "
    "séptimo octavo noveno décimo"
)
_LETTERS = (
    "ce che de efe ele elle eme ene eñe erre ese ge hache jota ka pe te uve ve doble_u equis "
    "ye zeta alfa beta gamma delta épsilon omega"
)
_COLORS = (
    "rojo amarillo verde azul blanco negro gris rosa rosado morado violeta naranja anaranjado "
    "café marrón celeste dorado plateado turquesa"
)
_DIRECTIONS = (
    "norte sur este oeste noreste noroeste sureste suroeste arriba abajo izquierda derecha"
)
_PLANETS = "mercurio venus tierra marte júpiter saturno urano neptuno plutón sol luna"
_FAMILY = (
    "mamá mami papá papi madre padre mamita papito hijo hija hijos hijas hermano hermana "
    "hermanos abuelo abuela abuelita abuelito tío tía primo prima sobrino sobrina esposo esposa "
    "marido mujer novio novia bebé nieto nieta suegra cuñado cuñada padrino madrina compadre "
    "comadre familia"
)
_DEAR = (
    "amor vida dios jesús jesucristo cristo señor virgen santa santo espíritu ángel gracias fe "
    "esperanza paz libertad justicia corazón alma cielo bendición bendiciones gloria amén iglesia "
    "biblia patria libre casa hogar salud dinero feliz felicidad siempre amo quiero"
)
_COUNTRIES = (
    "méxico guatemala honduras el_salvador salvador nicaragua costa_rica panamá belice cuba haití "
    "república_dominicana dominicana puerto_rico jamaica venezuela colombia ecuador perú bolivia "
    "chile argentina uruguay paraguay brasil estados_unidos canadá españa francia italia alemania "
    "portugal inglaterra reino_unido irlanda holanda bélgica suiza austria grecia rusia ucrania "
    "polonia rumania turquía china japón corea india pakistán nepal bangladés vietnam filipinas "
    "camboya tailandia indonesia irán irak siria líbano israel palestina egipto marruecos argelia "
    "senegal nigeria ghana camerún angola congo kenia etiopía eritrea somalia mauritania guinea "
    "afganistán armenia georgia australia áfrica américa europa asia "
    "mexicano mexicana guatemalteco hondureño salvadoreño nicaragüense colombiano venezolano "
    "ecuatoriano peruano cubano dominicano americano"
)
_CITIES = (
    "tegucigalpa san_pedro_sula managua san_salvador ciudad_de_guatemala quetzaltenango xela "
    "huehuetenango escuintla san_josé bogotá medellín cali caracas maracaibo quito guayaquil lima "
    "la_paz santiago buenos_aires montevideo asunción la_habana habana santo_domingo tijuana "
    "juárez ciudad_juárez monterrey guadalajara puebla oaxaca chiapas veracruz michoacán jalisco "
    "guanajuato sinaloa sonora chihuahua durango zacatecas tamaulipas guerrero morelos hidalgo "
    "yucatán tabasco campeche nayarit colima coahuila querétaro tlaxcala tapachula reynosa "
    "matamoros acapulco cancún mérida toluca madrid barcelona los_ángeles nueva_york chicago "
    "houston dallas miami texas california florida"
)
_GIVEN_NAMES = (
    "maría josé juan luis carlos jorge pedro jesús miguel ángel francisco antonio manuel "
    "alejandro fernando roberto ricardo eduardo daniel david rafael javier sergio mario raúl "
    "alberto arturo enrique óscar héctor víctor andrés diego gabriel santiago sebastián mateo "
    "nicolás samuel benjamín emiliano leonardo josué isaac abraham moisés elías ismael iván hugo "
    "rubén ramón julio césar ernesto gerardo gustavo guillermo pablo marcos marco felipe martín "
    "tomás joaquín ignacio salvador lorenzo alfredo alfonso armando adrián cristian christian "
    "brayan bryan kevin jonathan wilmer edwin elmer nelson darwin walter franklin osmar ana rosa "
    "carmen guadalupe lupita margarita teresa elena isabel patricia sandra claudia gabriela "
    "adriana mónica verónica alejandra daniela andrea sofía valentina camila isabella lucía "
    "valeria mariana fernanda ximena paola karla laura leticia silvia gloria martha marta alicia "
    "juana josefina francisca antonia concepción dolores mercedes pilar esperanza luz blanca "
    "norma irma yolanda maribel araceli lorena cristina diana jessica jennifer wendy yesenia "
    "fátima miriam ruth raquel sara rebeca esther noemí eva beatriz cecilia catalina angélica "
    "ángela lidia olga marisol yadira nancy karina evelyn ingrid dulce natalia carolina juanita "
    "chepe pepe paco pancho beto memo nacho lalo chuy"
)
_SURNAMES = (
    "garcía martínez lópez hernández gonzález rodríguez pérez sánchez ramírez torres flores "
    "rivera gómez díaz cruz reyes morales ortiz gutiérrez chávez ramos ruiz mendoza álvarez "
    "castillo jiménez vásquez vázquez romero herrera medina aguilar vargas castro guzmán méndez "
    "muñoz salazar garza soto alvarado peña delgado contreras sandoval guerrero ríos estrada "
    "ortega núñez maldonado vega santos domínguez valdez espinoza rojas silva mejía velásquez "
    "zelaya pineda cáceres orellana cabrera figueroa juárez lara navarro padilla molina acosta "
    "campos fuentes carrillo cervantes miranda ayala solís bautista escobar barrera cortés "
    "portillo henríquez argueta monterroso ajanel tzoc xol caal choc coc pop ixcoy mendez"
)
_PETS_AND_PLAY = (
    "perro gato perrito gatito firulais fútbol futbol pelota gol barcelona madrid messi ronaldo "
    "pelé maradona américa chivas pumas olimpia motagua alianza saprissa boca river"
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
    "places": _CITIES,
    "given names": _GIVEN_NAMES,
    "surnames": _SURNAMES,
    "pets and play": _PETS_AND_PLAY,
}

PHRASES = (
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "primero segundo tercero cuarto quinto sexto",
    "lunes martes miércoles jueves viernes sábado domingo lunes",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "rojo amarillo verde azul blanco negro",
    "contraseña",
    "padre nuestro que estás en el cielo santificado sea tu nombre venga a nosotros tu reino",
    "hágase tu voluntad en la tierra como en el cielo danos hoy nuestro pan de cada día",
    "perdona nuestras ofensas como también nosotros perdonamos a los que nos ofenden",
    "no nos dejes caer en la tentación y líbranos del mal",
    "dios te salve maría llena eres de gracia el señor es contigo bendita tú eres",
    "santa maría madre de dios ruega por nosotros pecadores ahora y en la hora",
    "el señor es mi pastor nada me faltará en verdes pastos me hace descansar",
    "todo lo puedo en cristo que me fortalece",
    "dios es amor",
    "jesucristo es el señor",
    "si dios quiere",
    "gracias a dios",
    "dios te bendiga",
    "en el nombre del padre y del hijo",
    "cumpleaños feliz te deseamos a ti",
    "mexicanos al grito de guerra el acero aprestad y el bridón",
    "cielito lindo de la sierra morena vienen bajando",
    "ay ay ay ay canta y no llores",
    "pero sigo siendo el rey",
    "volver volver volver a tus brazos otra vez",
    "los pollitos dicen pío pío pío",
    "en un lugar de la mancha de cuyo nombre no quiero",
    "más vale tarde que nunca",
    "más vale pájaro en mano que ciento volando",
    "al mal tiempo buena cara",
    "camarón que se duerme se lo lleva la corriente",
    "el que madruga dios lo ayuda",
    "ojos que no ven corazón que no siente",
    "estados unidos de américa",
    "libertad y justicia para todos",
    "te amo mucho mi amor",
    "te quiero mucho",
    "te extraño mucho",
    "amo a mi familia",
    "mi familia es todo",
    "quiero salir de aquí",
    "quiero ser libre",
    "quiero ir a mi casa",
    "mi vida mi amor mi cielo",
)  # fmt: skip
