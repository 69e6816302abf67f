"""The catalogue items about what spoils a pantry: pests, a broken dishwasher and empty cupboards."""

from services.demo.content.catalogue.shapes import NO, YES, Request, choice, days, item, question, step, stop, when
from services.shared.vocabulary import Kind, Level, QuestionType

PESTS = item(
    "ongedierte",
    "SCHOONMAAK",
    (Kind.MALFUNCTION, Kind.COMPLAINT),
    ("Ongedierte", "Pests"),
    (
        "Muizen, wespen, mieren of andere dieren die overlast geven, in het gebouw of eromheen. Onze "
        "plaagdierbeheerder komt binnen twee werkdagen; daarna maken we zo nodig kieren en gaten dicht.",
        "Mice, wasps, ants or other animals that are a nuisance, in or around the building. Our pest controller comes "
        "within two working days; after that we close gaps and holes where needed.",
    ),
    "ongedierte, muis, muizen, rat, ratten, keutels, mieren, wespen, wespennest, bijen, vliegjes, fruitvliegjes, "
    "zilvervisjes, papiervisjes, kakkerlakken, duiven, plaagdieren, pests, mice",
    question(
        "dier",
        QuestionType.CHOICE,
        "Om welke dieren gaat het?",
        "Which animals are they?",
        choices=[
            choice("muis-rat", "Muizen of ratten", "Mice or rats"),
            choice("wesp-bij", "Wespen of bijen", "Wasps or bees"),
            choice("kruipend", "Mieren, zilvervisjes of andere kruipers", "Ants, silverfish or other crawling insects"),
            choice("vliegend", "Vliegjes, muggen of motten", "Small flies, mosquitoes or moths"),
            choice("vogel", "Duiven of andere vogels", "Pigeons or other birds"),
            choice("weet-niet", "Weet ik niet", "I don’t know"),
        ],
    ),
    question(
        "gestoken",
        QuestionType.CHOICE,
        "Is er iemand gestoken die zich nu niet goed voelt?",
        "Has anybody been stung who feels unwell now?",
        choices=[YES, NO],
        when=when("dier", "wesp-bij"),
        stop=stop(
            ("ja",),
            "Is iemand benauwd of duizelig, of zwelt het gezicht of de keel op? Bel dan direct 112. Roep in alle "
            "andere gevallen een bhv’er. Houd iedereen bij het nest weg en meld het nest daarna hier.",
            "Is somebody short of breath or dizzy, or is the face or throat swelling? Then call 112 at once. In all "
            "other cases fetch an emergency response officer. Keep everybody away from the nest, and report it here "
            "afterwards.",
        ),
    ),
    question(
        "gezien",
        QuestionType.CHOICES,
        "Wat heeft u gezien?",
        "What have you seen?",
        choices=[
            choice("levend", "Levende dieren", "Live animals"),
            choice("dood", "Dode dieren", "Dead animals"),
            choice("sporen", "Keutels of knaagsporen", "Droppings or gnaw marks"),
            choice("nest", "Een nest", "A nest"),
        ],
    ),
    question("sinds", QuestionType.DATE, "Sinds wanneer?", "Since when?", required=False, highest=0),
    level=Level.CLICK.value,
    lead_time=days(7),
    contact="Schoonmaak",
    steps=[
        step("bestrijden", "SCHOONMAAK", ("Plaagdierbeheerder laten komen", "Call in the pest controller"), days(2)),
        step("dichten", "TECHNIEK", ("Kieren en gaten dichtmaken", "Close gaps and holes"), days(5), "bestrijden"),
    ],
)

DISHWASHER = item(
    "vaatwasser-pantry",
    "SCHOONMAAK",
    (Kind.MALFUNCTION, Kind.WISH),
    ("Vaatwasser en pantry", "Dishwasher and pantry"),
    (
        "Een vaatwasser, koelkast of magnetron die niet werkt, of vaatwastabletten, doekjes of kopjes die op zijn. "
        "Voorraad vullen we dezelfde dag aan; voor een kapot apparaat komen we binnen twee werkdagen.",
        "A dishwasher, fridge or microwave that does not work, or dishwasher tablets, cloths or cups that have run "
        "out. We refill supplies the same day; for a broken appliance we come within two working days.",
    ),
    "vaatwasser, afwasmachine, afwas, vaat, pantry, keukentje, koelkast, magnetron, vaatwastabletten, afwasmiddel, "
    "theedoek, doekjes, kopjes, mokken, glazen, bestek, dishwasher, fridge, microwave, mugs",
    question(
        "wat",
        QuestionType.CHOICE,
        "Waar gaat het om?",
        "What is it about?",
        choices=[
            choice("vaatwasser", "De vaatwasser werkt niet of lekt", "The dishwasher does not work or leaks"),
            choice("apparaat", "De koelkast of magnetron is kapot", "The fridge or microwave is broken"),
            choice("voorraad", "Er is iets op", "Something has run out"),
        ],
        help=(
            "Lekt de vaatwasser? Zet hem uit en draai het kraantje onder het aanrecht dicht.",
            "Is the dishwasher leaking? Switch it off and turn off the small valve under the worktop.",
        ),
    ),
    question(
        "display",
        QuestionType.TEXT,
        "Welke code of welk lampje ziet u op het apparaat?",
        "Which code or light do you see on the appliance?",
        required=False,
        help=("Bijvoorbeeld: E15, of het lampje van het zout.", "For example: E15, or the salt light."),
        when=when("wat", "vaatwasser", "apparaat"),
    ),
    question(
        "op",
        QuestionType.CHOICES,
        "Wat is er op?",
        "What has run out?",
        choices=[
            choice("tabletten", "Vaatwastabletten", "Dishwasher tablets"),
            choice("zout", "Zout of glansspoelmiddel", "Salt or rinse aid"),
            choice("doekjes", "Afwasmiddel, doekjes of theedoeken", "Washing-up liquid, cloths or tea towels"),
            choice("kopjes", "Kopjes of glazen", "Cups or glasses"),
            choice("bestek", "Bestek of borden", "Cutlery or plates"),
        ],
        when=when("wat", "voorraad"),
    ),
    level=Level.CLICK.value,
    lead_time=days(2),
    contact="Schoonmaak",
)

ITEMS: tuple[Request, ...] = (PESTS, DISHWASHER)
