"""The catalogue items about the house itself: toilets, light, climate, cleaning and waste."""

from services.demo.content.catalogue.shapes import NO, YES, choice, days, hours, item, question
from services.shared.vocabulary import Kind, QuestionType

TOILET = item(
    "toilet-verstopt",
    "SANITAIR",
    (Kind.MALFUNCTION,),
    ("Toilet verstopt of defect", "Blocked or broken toilet"),
    (
        "Een toilet, urinoir of wastafel die verstopt is, lekt of blijft doorlopen. Staat er water op de vloer? Dan "
        "komen we meteen.",
        "A toilet, urinal or washbasin that is blocked, leaks or keeps running. Is there water on the floor? Then we "
        "come at once.",
    ),
    "wc, toilet, plee, verstopping, urinoir, wastafel, kraan, doorspoelen, lekkage, stank, blocked, flush, leak",
    question(
        "water",
        QuestionType.CHOICE,
        "Loopt er water over de vloer?",
        "Is water running over the floor?",
        choices=[YES, NO],
    ),
    question(
        "ander-toilet",
        QuestionType.CHOICE,
        "Is er in de buurt een ander toilet te gebruiken?",
        "Is there another toilet nearby that can be used?",
        required=False,
        choices=[YES, NO, choice("weet-niet", "Weet ik niet", "I don’t know")],
    ),
    lead_time=hours(4),
)

LIGHTING = item(
    "verlichting-kapot",
    "ELEKTRA",
    (Kind.MALFUNCTION,),
    ("Verlichting kapot", "Broken lighting"),
    (
        "Een lamp die uit is, knippert of niet meer uitgaat, binnen of buiten. We vervangen de lamp of maken de "
        "schakelaar of sensor.",
        "A lamp that is out, flickers or will not switch off, indoors or outdoors. We replace the lamp or repair the "
        "switch or sensor.",
    ),
    "lamp, licht, tl, tl-buis, led, donker, knipperen, flikkeren, schakelaar, sensor, buitenlamp, light, bulb, dark",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat is er aan de hand?",
        "What is wrong?",
        choices=[
            choice("uit", "De lamp is uit", "The lamp is out"),
            choice("knippert", "De lamp knippert of zoemt", "The lamp flickers or hums"),
            choice("blijft-aan", "De lamp gaat niet meer uit", "The lamp will not switch off"),
            choice(
                "beschadigd", "De lamp of het armatuur is los of beschadigd", "The lamp or fitting is loose or damaged"
            ),
        ],
    ),
    question(
        "aantal",
        QuestionType.NUMBER,
        "Om hoeveel lampen gaat het ongeveer?",
        "About how many lamps?",
        required=False,
        lowest=1,
        highest=500,
    ),
    lead_time=days(3),
)

CLIMATE = item(
    "te-warm-te-koud",
    "KLIMAAT",
    (Kind.MALFUNCTION, Kind.COMPLAINT),
    ("Te warm, te koud of benauwd", "Too warm, too cold or stuffy"),
    (
        "De temperatuur of de lucht in een ruimte is niet goed. We kijken eerst op afstand naar de installatie en "
        "komen daarna zo nodig meten.",
        "The temperature or the air in a room is not right. We first check the system remotely and then, if needed, "
        "come and measure.",
    ),
    "temperatuur, verwarming, airco, radiator, koud, warm, heet, tocht, benauwd, ventilatie, lucht, heating, cold, "
    "draught, "
    "freezing, chilly, boiling, hot, ijskoud",
    question(
        "wat",
        QuestionType.CHOICE,
        "Waar heeft u last van?",
        "What is bothering you?",
        choices=[
            choice("te-warm", "Het is te warm", "It is too warm"),
            choice("te-koud", "Het is te koud", "It is too cold"),
            choice("tocht", "Het tocht", "There is a draught"),
            choice("benauwd", "Het is benauwd of het ruikt muf", "It is stuffy or smells musty"),
        ],
    ),
    question(
        "temperatuur",
        QuestionType.NUMBER,
        "Hoeveel graden is het?",
        "What is the temperature in °C?",
        required=False,
        help=("Alleen als er een thermometer hangt.", "Only if there is a thermometer in the room."),
        lowest=0,
        highest=45,
    ),
    question("sinds", QuestionType.DATE, "Sinds wanneer?", "Since when?", required=False, highest=0),
    lead_time=days(2),
)

CLEANING = item(
    "schoonmaak-direct",
    "SCHOONMAAK",
    (Kind.MALFUNCTION, Kind.COMPLAINT),
    ("Gemorst of vies: direct schoonmaken", "Spilled or dirty: clean now"),
    (
        "Iets dat niet tot de vaste schoonmaakronde kan wachten, zoals gemorste koffie, gebroken glas of een vies "
        "toilet. Op werkdagen tussen 7.00 en 18.00 uur.",
        "Something that cannot wait for the regular cleaning round, such as spilled coffee, broken glass or a dirty "
        "toilet. On working days between 7:00 and 18:00.",
    ),
    "schoonmaken, vies, vlek, gemorst, koffie, glas, scherven, braaksel, bloed, dweilen, poetsen, spill, stain, dirty, "
    "overgeven, overgegeven, kots, morsen, vomit, mess, vies toilet, vieze wc, dirty toilet",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat moet er worden schoongemaakt?",
        "What needs cleaning?",
        help=(
            "Bij bloed, braaksel of glas: raak het niet aan, we nemen beschermende middelen mee.",
            "Blood, vomit or glass: please do not touch it; we bring protective equipment.",
        ),
        choices=[
            choice("drank", "Gemorste koffie, soep of iets anders nats", "Spilled coffee, soup or something else wet"),
            choice("scherp", "Glas of iets anders scherps", "Glass or something else sharp"),
            choice("lichaamsvocht", "Bloed, braaksel of ontlasting", "Blood, vomit or faeces"),
            choice("anders", "Iets anders", "Something else"),
        ],
    ),
    lead_time=hours(2),
)

WASTE = item(
    "afval",
    "SCHOONMAAK",
    (Kind.WISH, Kind.MALFUNCTION, Kind.COMPLAINT),
    ("Afval en papierbak", "Waste and paper bins"),
    (
        "Een volle bak legen, een extra bak neerzetten of grof afval ophalen. Vertrouwelijk papier gaat in een "
        "afgesloten container en wordt vernietigd.",
        "Empty a full bin, bring an extra one or collect bulky waste. Confidential paper goes into a locked container "
        "and is shredded.",
    ),
    "prullenbak, vuilnis, papierbak, container, karton, pmd, plastic, grofvuil, oud papier, vertrouwelijk, bin, "
    "rubbish, trash",
    question(
        "soort",
        QuestionType.CHOICE,
        "Om wat voor afval gaat het?",
        "What kind of waste is it?",
        choices=[
            choice("papier", "Papier en karton", "Paper and cardboard"),
            choice("rest", "Restafval", "General waste"),
            choice("pmd", "Plastic, blik en drinkpakken (pmd)", "Plastic, cans and drink cartons"),
            choice("vertrouwelijk", "Vertrouwelijk papier", "Confidential paper"),
            choice("grof", "Grof afval, zoals meubels", "Bulky waste, such as furniture"),
        ],
    ),
    question(
        "aantal",
        QuestionType.NUMBER,
        "Om hoeveel bakken of stuks gaat het?",
        "How many bins or pieces?",
        required=False,
        lowest=1,
        highest=50,
    ),
    lead_time=days(1),
)
