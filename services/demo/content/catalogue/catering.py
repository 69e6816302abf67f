"""The catalogue items about eating and drinking: coffee, drinks, the staff restaurant and fruit."""

from services.demo.content.catalogue.shapes import Request, choice, days, hours, item, price, question, stop, when
from services.shared.vocabulary import Kind, Level, QuestionType

COFFEE = item(
    "koffieautomaat",
    "CATERING",
    (Kind.MALFUNCTION, Kind.COMPLAINT, Kind.WISH),
    ("Koffieautomaat", "Coffee machine"),
    (
        "Een koffieautomaat die leeg is, lekt, een foutmelding geeft of vieze koffie zet. We vullen de automaten elke "
        "werkdag vóór 9.00 uur bij; bij een storing zijn we er meestal binnen een halve dag.",
        "A coffee machine that is empty, leaks, shows an error or makes bad coffee. We refill the machines every "
        "working day before 9:00; if one breaks down, we are usually there within half a day.",
    ),
    "koffie, koffieautomaat, koffiemachine, koffieapparaat, coffee, thee, cappuccino, espresso, warme chocolademelk, "
    "melk, bonen, bekers, bekertjes, suiker, heet water, foutmelding, coffee machine, tea",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat is er aan de hand?",
        "What is wrong?",
        choices=[
            choice("storing", "Hij geeft een foutmelding of doet niets", "It shows an error or does nothing"),
            choice("op", "Er is iets op", "Something has run out"),
            choice("lekt", "Hij lekt", "It leaks"),
            choice("smaak", "De koffie is niet lekker of niet warm", "The coffee tastes bad or is not hot"),
            choice("extra", "Ik wil een extra automaat", "I would like an extra machine"),
            choice("rook", "Ik zie rook of ruik brand", "I see smoke or smell burning"),
        ],
        stop=stop(
            ("rook",),
            "Blijf bij de automaat weg en waarschuw de mensen om u heen. Bel 112, waarschuw een bhv’er en ga naar "
            "buiten.",
            "Stay away from the machine and warn the people around you. Call 112, warn a fire warden (bhv) and leave "
            "the building.",
        ),
    ),
    question(
        "melding",
        QuestionType.TEXT,
        "Welke melding staat er op het scherm?",
        "What does the screen say?",
        required=False,
        when=when("wat", "storing"),
    ),
    question(
        "tekort",
        QuestionType.CHOICES,
        "Wat is er op?",
        "What has run out?",
        when=when("wat", "op"),
        choices=[
            choice("bonen", "Koffiebonen", "Coffee beans"),
            choice("melk", "Melk", "Milk"),
            choice("cacao", "Cacao", "Cocoa"),
            choice("thee", "Thee", "Tea"),
            choice("suiker", "Suiker", "Sugar"),
            choice("bekers", "Bekers", "Cups"),
        ],
    ),
    question("waar", QuestionType.LOCATION, "Waar staat de automaat?", "Where is the machine?"),
    lead_time=hours(4),
    contact="Ruimte en gastvrijheid",
)

DRINKS = item(
    "borrel",
    "CATERING",
    (Kind.WISH,),
    ("Borrel of receptie", "Drinks reception"),
    (
        "Drankjes en hapjes bij een afscheid, jubileum of netwerkborrel, voor 10 tot 250 personen. We bouwen op, "
        "schenken in en ruimen af. Bestel minstens vijf werkdagen van tevoren; het aantal mag u tot twee werkdagen "
        "van tevoren nog wijzigen.",
        "Drinks and snacks for a farewell, an anniversary or a networking event, for 10 to 250 people. We set up, pour "
        "and clear away. Order at least five working days ahead; you can still change the number up to two working "
        "days before.",
    ),
    "borrel, vrijmibo, vrijdagmiddagborrel, receptie, afscheid, afscheidsborrel, jubileum, verjaardag, hapjes, "
    "bittergarnituur, bitterballen, drankjes, wijn, bier, toost, drinks, snacks, party",
    question("datum", QuestionType.DATE, "Op welke dag is de borrel?", "On which day is the reception?", lowest=0),
    question("tijd", QuestionType.TIME, "Hoe laat begint de borrel?", "What time does it start?"),
    question("aantal", QuestionType.NUMBER, "Voor hoeveel personen?", "For how many people?", lowest=10, highest=250),
    question(
        "soort",
        QuestionType.CHOICE,
        "Wat wilt u serveren?",
        "What would you like to serve?",
        choices=[
            choice("fris", "Fris, sap en water, met nootjes", "Soft drinks, juice and water, with nuts"),
            choice("borrel", "Ook bier en wijn, met koude hapjes", "Beer and wine too, with cold snacks"),
            choice(
                "uitgebreid", "Ook bier en wijn, met warme en koude hapjes", "Beer and wine too, hot and cold snacks"
            ),
        ],
    ),
    question(
        "dieet",
        QuestionType.LONG_TEXT,
        "Zijn er dieetwensen of allergieën?",
        "Are there any dietary wishes or allergies?",
        required=False,
        help=("Noem aantallen, geen namen.", "Give numbers, not names."),
    ),
    level=Level.CLICK.value,
    lead_time=days(5),
    price=price("12.50", ("per persoon, met koude hapjes", "per person, with cold snacks")),
    approval={"rule": "above_amount", "amount": "250.00"},
    contact="Ruimte en gastvrijheid",
    related=["vergaderlunch"],
)

RESTAURANT = item(
    "bedrijfsrestaurant",
    "CATERING",
    (Kind.WISH, Kind.INFORMATION, Kind.COMPLAINT),
    ("Bedrijfsrestaurant en kantine", "Staff restaurant and canteen"),
    (
        "Tafels reserveren voor een groep, lunchbonnen voor gasten, of een vraag, idee of klacht over het eten. Het "
        "restaurant in het stadhuis is op werkdagen open van 11.45 tot 13.30 uur. U betaalt met pas of telefoon.",
        "Reserve tables for a group, order lunch vouchers for guests, or send us a question, an idea or a complaint "
        "about the food. The restaurant in the town hall is open on working days from 11:45 to 13:30. You pay by "
        "card or telephone.",
    ),
    "restaurant, bedrijfsrestaurant, kantine, lunch, lunchen, lunchbon, eten, menu, soep, salade, snack, vegetarisch, "
    "allergie, glutenvrij, openingstijden, tafel reserveren, canteen, voucher",
    question(
        "wat",
        QuestionType.CHOICE,
        "Waar gaat het om?",
        "What is it about?",
        choices=[
            choice("tafels", "Tafels reserveren", "Reserve tables"),
            choice("lunchbonnen", "Lunchbonnen voor gasten", "Lunch vouchers for guests"),
            choice("allergie", "Een vraag over een allergie of dieet", "A question about an allergy or diet"),
            choice("idee", "Een idee of klacht", "An idea or a complaint"),
        ],
    ),
    question(
        "datum",
        QuestionType.DATE,
        "Voor welke dag?",
        "For which day?",
        lowest=0,
        when=when("wat", "tafels", "lunchbonnen"),
    ),
    question(
        "aantal",
        QuestionType.NUMBER,
        "Voor hoeveel personen?",
        "For how many people?",
        when=when("wat", "tafels", "lunchbonnen"),
        lowest=1,
        highest=80,
    ),
    question("tijd", QuestionType.TIME, "Hoe laat komt u?", "What time will you come?", when=when("wat", "tafels")),
    question(
        "bericht",
        QuestionType.LONG_TEXT,
        "Wat wilt u ons vragen of vertellen?",
        "What would you like to ask or tell us?",
        when=when("wat", "allergie", "idee"),
    ),
    lead_time=days(1),
    price=price("8.50", ("per lunchbon", "per lunch voucher")),
    contact="Ruimte en gastvrijheid",
    related=["vergaderlunch"],
)

FRUIT = item(
    "fruit-op-het-werk",
    "CATERING",
    (Kind.WISH,),
    ("Fruit op het werk", "Fruit at work"),
    (
        "Elke week vers fruit op uw afdeling, met wat het seizoen te bieden heeft. We brengen het vóór 10.00 uur, "
        "zetten het in de pantry en nemen de lege schaal weer mee. Stoppen kan per week.",
        "Fresh fruit for your department every week, with whatever is in season. We bring it before 10:00, put it in "
        "the pantry and take the empty bowl away. You can stop in any week.",
    ),
    "fruit, fruitmand, fruitschaal, fruitkrat, werkfruit, appels, bananen, mandarijnen, gezond, vitamines, "
    "tussendoortje, snack, vitaliteit, abonnement, fruit basket, apples, healthy",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat wilt u regelen?",
        "What would you like to arrange?",
        choices=[
            choice("nieuw", "Beginnen met fruit", "Start having fruit"),
            choice("wijzigen", "Het aantal of de dag wijzigen", "Change the number or the day"),
            choice("stoppen", "Stoppen of een tijdje overslaan", "Stop, or pause for a while"),
        ],
    ),
    question("waar", QuestionType.LOCATION, "Voor welke afdeling of pantry?", "For which department or pantry?"),
    question(
        "aantal",
        QuestionType.NUMBER,
        "Voor hoeveel collega’s?",
        "For how many colleagues?",
        help=("We rekenen op twee stuks per persoon.", "We allow two pieces per person."),
        when=when("wat", "nieuw", "wijzigen"),
        lowest=5,
        highest=200,
    ),
    question(
        "dagen",
        QuestionType.CHOICES,
        "Op welke dagen?",
        "On which days?",
        when=when("wat", "nieuw", "wijzigen"),
        choices=[
            choice("ma", "Maandag", "Monday"),
            choice("di", "Dinsdag", "Tuesday"),
            choice("do", "Donderdag", "Thursday"),
        ],
    ),
    question("vanaf", QuestionType.DATE, "Vanaf wanneer?", "From when?", lowest=0),
    lead_time=days(5),
    price=price("1.10", ("per collega per keer", "per colleague per delivery")),
)

ITEMS: tuple[Request, ...] = (COFFEE, DRINKS, RESTAURANT, FRUIT)
