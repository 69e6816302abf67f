"""The catalogue items about water and toilets: taps, hot water, supplies, water coolers and drains."""

from services.demo.content.catalogue.shapes import (
    NO,
    YES,
    Request,
    choice,
    days,
    hours,
    item,
    question,
    step,
    stop,
    when,
)
from services.shared.vocabulary import Kind, Level, QuestionType

TAP = item(
    "kraan-lekt",
    "SANITAIR",
    (Kind.MALFUNCTION,),
    ("Kraan lekt of werkt niet", "Leaking or faulty tap"),
    (
        "Een kraan die druppelt, niet meer dichtgaat, loszit of bijna geen water geeft, in de pantry, het toilet of de "
        "kleedkamer. Een druppelende kraan maken we binnen drie werkdagen; gaat de kraan niet meer dicht, dan komen we "
        "dezelfde dag.",
        "A tap that drips, will not turn off, is loose or gives hardly any water, in the pantry, toilet or dressing "
        "room. We repair a dripping tap within three working days; if the tap will not turn off, we come the same day.",
    ),
    "kraan, waterkraan, mengkraan, keukenkraan, lekt, lekkage, druppelt, druppelen, loopt door, spoelbak, gootsteen, "
    "aanrecht, wastafel, fonteintje, weinig water, tap, dripping, leak, sink",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat is er met de kraan?",
        "What is wrong with the tap?",
        choices=[
            choice("druppelt", "De kraan druppelt", "The tap drips"),
            choice("loopt-door", "De kraan gaat niet meer dicht", "The tap will not turn off"),
            choice("weinig", "Er komt weinig of geen water uit", "Little or no water comes out"),
            choice("los", "De kraan zit los of is beschadigd", "The tap is loose or damaged"),
            choice("vloer", "Het water stroomt over de vloer", "Water is running over the floor"),
        ],
        stop=stop(
            ("vloer",),
            "Bel direct de balie, of buiten openingstijden de beveiliging op het nummer op uw pas. Kunt u er veilig "
            "bij, draai dan de kleine kraan onder de wastafel of het aanrecht dicht. Blijf weg bij natte stopcontacten "
            "en apparaten.",
            "Call the service desk at once, or outside opening hours security on the number on your pass. If you can "
            "reach it safely, turn off the small valve under the washbasin or sink. Keep away from wet sockets and "
            "appliances.",
        ),
    ),
    question(
        "sensor",
        QuestionType.CHOICE,
        "Is het een kraan met een sensor?",
        "Is it a tap with a sensor?",
        help=(
            "Zo’n kraan gaat vanzelf aan als u uw handen eronder houdt.",
            "Such a tap turns on by itself when you hold your hands under it.",
        ),
        choices=[YES, NO],
        when=when("wat", "weinig"),
    ),
    question(
        "welke",
        QuestionType.TEXT,
        "Welke kraan is het precies?",
        "Which tap is it exactly?",
        required=False,
        help=("Bijvoorbeeld: herentoilet, linker wastafel.", "For example: gents, washbasin on the left."),
    ),
    level=Level.CLICK.value,
    lead_time=days(3),
    contact="Technische dienst",
)

HOT_WATER = item(
    "geen-warm-water",
    "SANITAIR",
    (Kind.MALFUNCTION,),
    ("Geen warm water", "No hot water"),
    (
        "Er komt alleen koud of lauw water uit de kraan of de douche, of het water is juist veel te heet. We komen "
        "uiterlijk de volgende werkdag naar de boiler kijken; is er een onderdeel nodig, dan hoort u wanneer het er "
        "is.",
        "Only cold or lukewarm water comes from the tap or shower, or the water is far too hot. We look at the boiler "
        "by the next working day; if a part is needed, we tell you when it will be there.",
    ),
    "warm water, heet water, koud water, lauw, boiler, keukenboiler, geiser, douche, douchen, kleedkamer, kraan, "
    "afwassen, te heet, hot water, cold water, shower",
    question(
        "wat",
        QuestionType.CHOICE,
        "Hoe is het water?",
        "What is the water like?",
        choices=[
            choice("koud", "Het blijft koud", "It stays cold"),
            choice("lauw", "Het wordt alleen lauw", "It only gets lukewarm"),
            choice("te-heet", "Het is veel te heet", "It is far too hot"),
        ],
    ),
    question(
        "omvang",
        QuestionType.CHOICE,
        "Bij hoeveel kranen of douches is dat zo?",
        "At how many taps or showers?",
        choices=[
            choice("een", "Alleen bij deze", "Only at this one"),
            choice("meer", "Bij meer op deze verdieping", "At more on this floor"),
            choice("gebouw", "In het hele gebouw", "In the whole building"),
        ],
    ),
    question(
        "lampje",
        QuestionType.CHOICE,
        "Brandt er een lampje op de boiler?",
        "Is there a light on the boiler?",
        required=False,
        help=(
            "De boiler hangt vaak in het kastje onder de kraan.",
            "The boiler is often in the cupboard below the tap.",
        ),
        choices=[
            choice("groen", "Ja, een groen of wit lampje", "Yes, a green or white light"),
            choice("rood", "Ja, een rood lampje", "Yes, a red light"),
            choice("geen", "Nee, er brandt niets", "No, there is no light"),
            choice("weet-niet", "Ik zie geen boiler", "I cannot find a boiler"),
        ],
        when=when("omvang", "een"),
    ),
    level=Level.CLICK.value,
    lead_time=days(1),
    contact="Technische dienst",
)

TOILET_SUPPLIES = item(
    "toiletartikelen-op",
    "SANITAIR",
    (Kind.MALFUNCTION, Kind.COMPLAINT),
    ("Toiletpapier, zeep of handdoekjes op", "Out of toilet paper, soap or paper towels"),
    (
        "Het toiletpapier, de zeep of de handdoekjes zijn op, of een houder is kapot. Op werkdagen tussen 7.00 en "
        "18.00 uur vullen we alles binnen twee uur aan.",
        "The toilet paper, soap or paper towels have run out, or a dispenser is broken. On working days between 7:00 "
        "and 18:00 we refill everything within two hours.",
    ),
    "toiletpapier, wc-papier, wc papier, zeep, handzeep, zeeppompje, dispenser, zeepdispenser, handdoekjes, papieren "
    "handdoekjes, handdoekrol, hygiënezakjes, maandverband, tampons, handgel, leeg, toilet paper, soap, towels",
    question(
        "wat",
        QuestionType.CHOICES,
        "Wat is er op of kapot?",
        "What has run out or is broken?",
        choices=[
            choice("toiletpapier", "Toiletpapier", "Toilet paper"),
            choice("zeep", "Zeep", "Soap"),
            choice("handdoekjes", "Papieren handdoekjes of handdoekrol", "Paper towels or towel roll"),
            choice("hygiene", "Hygiënezakjes, tampons of maandverband", "Hygiene bags, tampons or sanitary towels"),
            choice("handgel", "Handgel", "Hand gel"),
            choice("houder", "Een houder is kapot of zit los", "A dispenser is broken or loose"),
        ],
    ),
    question(
        "houder",
        QuestionType.TEXT,
        "Welke houder is kapot?",
        "Which dispenser is broken?",
        help=("Bijvoorbeeld: de zeephouder bij het raam.", "For example: the soap dispenser by the window."),
        when=when("wat", "houder"),
    ),
    question(
        "toilet",
        QuestionType.CHOICE,
        "In welk toilet?",
        "In which toilet?",
        required=False,
        choices=[
            choice("dames", "Dames", "Ladies"),
            choice("heren", "Heren", "Gents"),
            choice("rolstoel", "Rolstoeltoilet", "Accessible toilet"),
            choice("alle", "In alle toiletten hier", "In all toilets here"),
        ],
    ),
    level=Level.CLICK.value,
    lead_time=hours(2),
    contact="Schoonmaak",
    steps=[step("aanvullen", "SCHOONMAAK", ("Toiletartikelen aanvullen", "Refill toilet supplies"), hours(2))],
)

WATER_COOLER = item(
    "waterkoeler",
    "SANITAIR",
    (Kind.MALFUNCTION, Kind.WISH),
    ("Waterkoeler", "Water cooler"),
    (
        "Een waterkoeler die lekt, niet koelt of geen water geeft, of een koeler die ergens anders of erbij moet "
        "komen. Onze koelers zitten vast aan de waterleiding; voor een nieuwe plek komen we daarom eerst kijken of het "
        "kan.",
        "A water cooler that leaks, does not cool or gives no water, or a cooler that you want moved or added. Our "
        "coolers are connected to the water pipes, so we first come and see whether a new place is possible.",
    ),
    "waterkoeler, watertap, watertappunt, waterautomaat, drinkwater, water drinken, koud water, bruiswater, spa, "
    "bidon, flesje vullen, bekertjes, lekbak, water cooler, drinking water",
    question(
        "wat",
        QuestionType.CHOICE,
        "Waar gaat het om?",
        "What is it about?",
        choices=[
            choice("lekt", "De koeler lekt", "The cooler leaks"),
            choice("koelt-niet", "Het water is niet koud", "The water is not cold"),
            choice("geen-water", "Er komt geen water uit", "No water comes out"),
            choice("smaak", "Het water smaakt of ruikt vreemd", "The water tastes or smells strange"),
            choice("verplaatsen", "De koeler moet ergens anders staan", "The cooler must be moved"),
            choice("extra", "We willen een extra koeler", "We would like an extra cooler"),
        ],
        help=(
            "Smaakt het water vreemd? Drink er dan niet meer van en hang een briefje op de koeler.",
            "Does the water taste strange? Stop drinking it and put a note on the cooler.",
        ),
    ),
    question(
        "nieuwe-plek",
        QuestionType.LOCATION,
        "Waar moet de koeler komen te staan?",
        "Where should the cooler be placed?",
        when=when("wat", "verplaatsen", "extra"),
    ),
    question(
        "gebruikers",
        QuestionType.NUMBER,
        "Hoeveel mensen gaan de koeler ongeveer gebruiken?",
        "About how many people will use the cooler?",
        lowest=1,
        highest=500,
        when=when("wat", "extra"),
    ),
    level=Level.CLICK.value,
    lead_time=days(5),
    contact="Technische dienst",
)

DRAIN_SMELL = item(
    "riool-stank",
    "SANITAIR",
    (Kind.MALFUNCTION, Kind.COMPLAINT),
    ("Rioollucht of stank", "Sewer smell or stench"),
    (
        "Het stinkt in een toilet, pantry, doucheruimte of gang, of er komt vuil water omhoog uit een putje. Meestal "
        "is een putje uitgedroogd of een afvoer vuil; dat verhelpen we binnen één werkdag.",
        "There is a bad smell in a toilet, pantry, shower room or corridor, or dirty water comes up from a drain. "
        "Usually a drain has dried out or is dirty; we put that right within one working day.",
    ),
    "riool, rioollucht, rioolstank, stank, stinkt, stinken, vieze lucht, rotte eieren, putje, doucheputje, afvoer, "
    "sifon, zwanenhals, gaslucht, muf, sewer, smell, stench, drain",
    question(
        "geur",
        QuestionType.CHOICE,
        "Waar ruikt het naar?",
        "What does it smell of?",
        choices=[
            choice("riool", "Riool of rotte eieren", "Sewer or rotten eggs"),
            choice("anders", "Iets anders", "Something else"),
            choice("gas", "Gas", "Gas"),
            choice("brand", "Iets dat brandt of schroeit", "Something burning"),
        ],
        stop=stop(
            ("gas", "brand"),
            "Ga meteen met uw collega’s naar buiten; neem de trap en niet de lift. Gebruik geen vuur en raak geen "
            "schakelaars aan. Bel pas 112 als u buiten bent, en daarna de beveiliging op het nummer op uw pas.",
            "Go outside with your colleagues at once; take the stairs and not the lift. Do not use any flame and do "
            "not touch any switches. Call 112 only when you are outside, and then security on the number on your pass.",
        ),
    ),
    question(
        "bron",
        QuestionType.TEXT,
        "Waar komt de lucht volgens u vandaan?",
        "Where do you think the smell comes from?",
        required=False,
        help=(
            "Bijvoorbeeld: het putje in de vloer, de wastafel.",
            "For example: the drain in the floor, the washbasin.",
        ),
    ),
    question(
        "wanneer",
        QuestionType.CHOICE,
        "Wanneer ruikt u het?",
        "When do you smell it?",
        choices=[
            choice("altijd", "De hele dag", "All day"),
            choice("ochtend", "Vooral ’s ochtends", "Mostly in the morning"),
            choice("regen", "Vooral na regen", "Mostly after rain"),
            choice("soms", "Af en toe", "Now and then"),
        ],
    ),
    level=Level.CLICK.value,
    lead_time=days(1),
    contact="Technische dienst",
)

ITEMS: tuple[Request, ...] = (TAP, HOT_WATER, TOILET_SUPPLIES, WATER_COOLER, DRAIN_SMELL)
