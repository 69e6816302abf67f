"""The catalogue items about the shell and the looks of the building: leaks, paint and signs."""

from services.demo.content.catalogue.shapes import (
    NO,
    YES,
    Request,
    choice,
    days,
    hours,
    item,
    price,
    question,
    step,
    stop,
    when,
)
from services.shared.vocabulary import Kind, Level, QuestionType

ROOF_LEAK = item(
    "lekkage-dak",
    "GEBOUW",
    (Kind.MALFUNCTION,),
    ("Lekkage van dak of plafond", "Leak from roof or ceiling"),
    (
        "Een vochtplek in het plafond, of water dat uit het dak, het plafond of langs de muur komt. We stoppen de "
        "lekkage dezelfde dag; plafond en muur herstellen we als alles droog is, meestal binnen tien werkdagen.",
        "A damp patch in the ceiling, or water coming from the roof, the ceiling or along the wall. We stop the leak "
        "the same day; we repair ceiling and wall once everything is dry, usually within ten working days.",
    ),
    "lekkage, lek, lekt, daklekkage, dak, dakgoot, plafond, systeemplafond, plafondplaat, vochtplek, kring, druppelt, "
    "regen, water, nat, emmer, leak, roof, ceiling, damp",
    question(
        "hoeveel",
        QuestionType.CHOICE,
        "Hoeveel water komt er?",
        "How much water is there?",
        choices=[
            choice("vlek", "Alleen een vochtige plek of kring", "Only a damp patch or stain"),
            choice("druppelt", "Het druppelt", "It drips"),
            choice("stroomt", "Het stroomt", "It is pouring"),
        ],
        stop=stop(
            ("stroomt",),
            "Bel direct de balie, of buiten openingstijden de beveiliging op het nummer op uw pas. Ga de ruimte uit "
            "als het plafond doorbuigt. Zet alleen spullen opzij als dat veilig kan, en blijf weg bij lampen en "
            "stopcontacten.",
            "Call the service desk at once, or outside opening hours security on the number on your pass. Leave the "
            "room if the ceiling sags. Only move things aside if it is safe, and keep away from lamps and sockets.",
        ),
    ),
    question(
        "elektra",
        QuestionType.CHOICE,
        "Komt het water bij lampen, stopcontacten of apparaten?",
        "Does the water reach lamps, sockets or appliances?",
        choices=[YES, NO],
        when=when("hoeveel", "druppelt"),
        stop=stop(
            ("ja",),
            "Raak lampen, stopcontacten en apparaten niet aan en houd anderen op afstand. Bel direct de balie, of "
            "buiten openingstijden de beveiliging op het nummer op uw pas.",
            "Do not touch lamps, sockets or appliances and keep others at a distance. Call the service desk at once, "
            "or outside opening hours security on the number on your pass.",
        ),
    ),
    question(
        "wanneer",
        QuestionType.CHOICE,
        "Wanneer lekt het?",
        "When does it leak?",
        choices=[
            choice("regen", "Als het regent", "When it rains"),
            choice("altijd", "Ook als het droog is", "Also in dry weather"),
            choice("weet-niet", "Weet ik niet", "I don’t know"),
        ],
    ),
    question(
        "foto",
        QuestionType.FILE,
        "Heeft u foto’s van de plek waar het lekt?",
        "Do you have pictures of the place where it leaks?",
        help=("Dan nemen we meteen het juiste mee.", "Then we bring what is needed at once."),
        required=False,
        pictures_only=True,
        highest=3,
    ),
    level=Level.CALL.value,
    lead_time=days(10),
    contact="Technische dienst",
    steps=[
        step("stoppen", "TECHNIEK", ("Lekkage zoeken en stoppen", "Find and stop the leak"), hours(4)),
        step("drogen", "SCHOONMAAK", ("Water opruimen en vloer drogen", "Remove water and dry the floor"), hours(4)),
        step(
            "herstellen",
            "TECHNIEK",
            ("Plafond en muur herstellen", "Repair ceiling and wall"),
            days(9),
            "stoppen",
            "drogen",
        ),
    ],
)

PAINTING = item(
    "schilderwerk",
    "GEBOUW",
    (Kind.WISH,),
    ("Schilderwerk", "Painting"),
    (
        "Muren, deuren of kozijnen laten schilderen of bijwerken, in de vaste kleuren van het gebouw. Wij verplaatsen "
        "de meubels en zetten ze weer terug. Vanaf € 250 vragen we eerst akkoord aan uw budgethouder.",
        "Have walls, doors or frames painted or touched up, in the standard colours of the building. We move the "
        "furniture and put it back. From €250 we first ask your budget holder to agree.",
    ),
    "schilderen, schilder, verf, verven, sauzen, witten, muur, wand, plafond, kozijn, beschadiging, gaatjes, krassen, "
    "strepen, kleur, opknappen, painting, paint, wall",
    question(
        "wat",
        QuestionType.CHOICES,
        "Wat moet er geschilderd worden?",
        "What needs painting?",
        choices=[
            choice("muur", "Muren", "Walls"),
            choice("plafond", "Plafond", "Ceiling"),
            choice("deur-kozijn", "Deuren of kozijnen", "Doors or frames"),
            choice("bijwerken", "Alleen gaatjes, krassen of vlekken", "Only holes, scratches or stains"),
        ],
    ),
    question(
        "oppervlakte",
        QuestionType.NUMBER,
        "Om hoeveel vierkante meter gaat het ongeveer?",
        "About how many square metres?",
        help=("Een schatting is genoeg: hoogte maal breedte.", "An estimate is enough: height times width."),
        lowest=1,
        highest=500,
    ),
    question(
        "contact",
        QuestionType.PERSON,
        "Met wie kunnen we de planning afspreken?",
        "Who can we arrange the dates with?",
    ),
    question(
        "uitwijk",
        QuestionType.LOCATION,
        "In welke ruimte kunt u zolang werken?",
        "In which room can you work in the meantime?",
        required=False,
        help=(
            "De ruimte is ongeveer twee dagen niet te gebruiken. Weet u het nog niet, laat dit dan leeg.",
            "The room cannot be used for about two days. If you do not know yet, leave this empty.",
        ),
    ),
    level=Level.CLICK.value,
    price=price("16.50", ("vierkante meter", "square metre")),
    lead_time=days(20),
    contact="Technische dienst",
    approval={"rule": "above_amount", "amount": "250.00"},
    steps=[
        step("opnemen", "TECHNIEK", ("Ruimte bekijken en afspraak maken", "View the room and agree on dates"), days(5)),
        step("leegmaken", "SERVICE", ("Meubels opzijzetten", "Move the furniture aside"), days(8), "opnemen"),
        step("schilderen", "TECHNIEK", ("Schilderen en laten drogen", "Paint and let dry"), days(5), "leegmaken"),
        step("terugzetten", "SERVICE", ("Meubels terugzetten", "Put the furniture back"), days(2), "schilderen"),
    ],
)

SIGNS = item(
    "naambord-bewegwijzering",
    "GEBOUW",
    (Kind.WISH, Kind.MALFUNCTION),
    ("Naambordje of bewegwijzering", "Name plate or signposting"),
    (
        "Een nieuw of gewijzigd naambordje bij een deur, een verwijzing in de hal of op de gang, of tijdelijke bordjes "
        "voor een bijeenkomst. We maken ze en hangen ze op, binnen acht werkdagen. Een bord dat kapot is, vervangen we "
        "zonder kosten.",
        "A new or changed name plate at a door, a sign in the hall or corridor, or temporary signs for an event. We "
        "make them and put them up within eight working days. A broken sign is replaced free of charge.",
    ),
    "naambord, naambordje, deurbordje, naamplaatje, bord, bordje, bewegwijzering, wegwijzer, verwijsbord, route, "
    "kamernummer, ruimtenaam, pijl, pictogram, sign, name plate, signposting",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat heeft u nodig?",
        "What do you need?",
        choices=[
            choice("naambordje", "Een naambordje bij een deur", "A name plate at a door"),
            choice("verwijzing", "Een verwijzing in de hal of op de gang", "A sign in the hall or corridor"),
            choice("tijdelijk", "Tijdelijke bordjes voor een bijeenkomst", "Temporary signs for an event"),
            choice("kapot", "Een bord is kapot of weg", "A sign is broken or missing"),
            choice("scherm", "Een digitaal scherm doet het niet", "A digital screen does not work"),
        ],
        stop=stop(
            ("scherm",),
            "De digitale schermen zijn van de ICT-afdeling. Meld dit bij de ICT-servicedesk.",
            "The digital screens belong to the IT department. Please report this to the IT service desk.",
        ),
    ),
    question(
        "tekst",
        QuestionType.LONG_TEXT,
        "Welke tekst moet erop staan?",
        "What should it say?",
        help=("Schrijf de tekst precies zoals die erop moet.", "Write the text exactly as it should appear."),
        when=when("wat", "naambordje", "verwijzing", "tijdelijk"),
    ),
    question("aantal", QuestionType.NUMBER, "Om hoeveel bordjes gaat het?", "How many signs?", lowest=1, highest=50),
    question(
        "datum",
        QuestionType.DATE,
        "Op welke dag moeten de bordjes er hangen?",
        "On which day should the signs be up?",
        lowest=0,
        when=when("wat", "tijdelijk"),
    ),
    level=Level.CLICK.value,
    price=price("14.50", ("bordje", "sign")),
    lead_time=days(8),
    contact="Huisdienst",
    steps=[
        step("maken", "SERVICE", ("Bordje maken", "Make the sign"), days(5)),
        step("ophangen", "TECHNIEK", ("Bordje ophangen", "Put up the sign"), days(3), "maken"),
    ],
)

ITEMS: tuple[Request, ...] = (ROOF_LEAK, PAINTING, SIGNS)
