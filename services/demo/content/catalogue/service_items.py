"""The catalogue items about working here: workplace, moving, access, parking, lunch and mail."""

from services.demo.content.catalogue.shapes import NO, YES, choice, days, item, price, question
from services.shared.vocabulary import Kind, QuestionType

WORKPLACE = item(
    "werkplek-instellen",
    "WERKPLEK",
    (Kind.WISH, Kind.MALFUNCTION, Kind.INFORMATION),
    ("Werkplek of stoel instellen of repareren", "Adjust or repair a workplace or chair"),
    (
        "Een stoel of bureau laten instellen of repareren, een beeldscherm op de goede hoogte of een extra werkplek. "
        "Onze werkplekadviseur komt binnen vijf werkdagen langs.",
        "Have a chair or desk adjusted or repaired, a monitor set at the right height, or an extra workplace. Our "
        "workplace adviser visits within five working days.",
    ),
    "bureau, stoel, bureaustoel, zitten, ergonomie, rug, beeldscherm, monitorarm, zit-sta, extra werkplek, desk, "
    "chair, stoel kapot, bureau kapot, tafel kapot, kast kapot, meubel kapot, meubels repareren, wiebelt, "
    "broken chair, broken desk, broken table, furniture repair",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat heeft u nodig?",
        "What do you need?",
        choices=[
            choice("stoel", "Stoel instellen of repareren", "Adjust or repair a chair"),
            choice("bureau", "Bureau instellen of repareren", "Adjust or repair a desk"),
            choice("meubel", "Een tafel, kast of ander meubel repareren", "Repair a table, cabinet or other furniture"),
            choice("beeldscherm", "Beeldscherm of monitorarm", "Monitor or monitor arm"),
            choice("extra", "Een extra werkplek", "An extra workplace"),
        ],
    ),
    question(
        "wensen",
        QuestionType.LONG_TEXT,
        "Waar moeten we rekening mee houden?",
        "What should we take into account?",
        required=False,
        help=(
            "Bijvoorbeeld uw lengte of de dagen waarop u er bent. Schrijf hier geen medische gegevens op.",
            "For example your height or the days you are in. Please do not give medical details here.",
        ),
    ),
    lead_time=days(5),
)

MOVE = item(
    "verhuizing",
    "WERKPLEK",
    (Kind.WISH,),
    ("Verhuizing binnen het gebouw", "Move within the building"),
    (
        "We verhuizen werkplekken, kasten en dozen naar een andere ruimte. Vraag dit minstens tien werkdagen van "
        "tevoren aan; verhuisdozen brengen we drie dagen eerder.",
        "We move workplaces, cabinets and boxes to another room. Please ask at least ten working days ahead; we bring "
        "moving boxes three days before.",
    ),
    "verhuizen, verplaatsen, verhuisdoos, dozen, kast, meubels, sjouwen, interne verhuizing, move, relocation, boxes",
    question("datum", QuestionType.DATE, "Wanneer wilt u verhuizen?", "When would you like to move?", lowest=0),
    question(
        "aantal",
        QuestionType.NUMBER,
        "Hoeveel werkplekken verhuizen er?",
        "How many workplaces will move?",
        help=("Gaan er alleen kasten of dozen mee, vul dan 0 in.", "If only cabinets or boxes move, fill in 0."),
        lowest=0,
        highest=200,
    ),
    question("van", QuestionType.TEXT, "Vanuit welke ruimte?", "From which room?"),
    question("naar", QuestionType.TEXT, "Naar welke ruimte?", "To which room?"),
    lead_time=days(10),
)

ACCESS_PASS = item(
    "toegangspas",
    "TOEGANG",
    (Kind.WISH, Kind.MALFUNCTION, Kind.INFORMATION),
    ("Toegangspas of sleutel", "Access pass or key"),
    (
        "Een nieuwe pas of sleutel, een pas die kwijt of kapot is, of toegang tot een extra deur. Een verloren pas "
        "blokkeren we meteen.",
        "A new pass or key, a pass that is lost or broken, or access to another door. We block a lost pass at once.",
    ),
    "pasje, pas, badge, sleutel, druppel, tag, slot, kwijt, verloren, toegang, nieuwe collega, deur, key, card, lost, "
    "pasje kwijt, lost pass, pas gestolen, badge kwijt, lost badge",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat heeft u nodig?",
        "What do you need?",
        choices=[
            choice("nieuw", "Een nieuwe pas", "A new pass"),
            choice(
                "vervangen", "Een andere pas, omdat die kwijt of kapot is", "A replacement for a lost or broken pass"
            ),
            choice("uitbreiden", "Toegang tot een extra deur", "Access to another door"),
            choice("sleutel", "Een sleutel", "A key"),
        ],
    ),
    question("voor-wie", QuestionType.TEXT, "Voor wie is de pas of sleutel?", "Who is the pass or key for?"),
    question(
        "vanaf", QuestionType.DATE, "Vanaf wanneer is dat nodig?", "From when is it needed?", required=False, lowest=0
    ),
    question(
        "deuren",
        QuestionType.TEXT,
        "Voor welke deuren of ruimtes?",
        "For which doors or rooms?",
        required=False,
        help=(
            "Voor archief, serverruimte en kluis vragen we eerst akkoord aan uw leidinggevende.",
            "For the archive, server room and safe we first ask your manager’s approval.",
        ),
    ),
    lead_time=days(2),
)

PARKING = item(
    "parkeerplaats-bezoeker",
    "TOEGANG",
    (Kind.WISH,),
    ("Parkeerplaats voor bezoek", "Parking space for a visitor"),
    (
        "Een gereserveerde plek in de parkeerkelder of op het terrein. Met het kenteken gaat de slagboom vanzelf open; "
        "zonder kenteken belt uw bezoek aan.",
        "A reserved space in the car park. With the number plate the barrier opens by itself; without it your visitor "
        "rings the bell.",
    ),
    "parkeren, auto, bezoek, kenteken, slagboom, parkeerkelder, laadpaal, gast, parking, car, visitor, number plate",
    question(
        "datum", QuestionType.DATE, "Op welke dag komt uw bezoek?", "On which day is your visitor coming?", lowest=0
    ),
    question("bezoeker", QuestionType.TEXT, "Wie komt er op bezoek?", "Who is visiting?"),
    question(
        "kenteken",
        QuestionType.TEXT,
        "Wat is het kenteken?",
        "What is the number plate?",
        required=False,
        help=(
            "We wissen het kenteken na de dag van het bezoek.",
            "We delete the number plate after the day of the visit.",
        ),
    ),
    question(
        "laadpaal",
        QuestionType.CHOICE,
        "Is er een laadpaal nodig?",
        "Is a charging point needed?",
        required=False,
        choices=[YES, NO],
    ),
    lead_time=days(1),
)

LUNCH = item(
    "vergaderlunch",
    "CATERING",
    (Kind.WISH,),
    ("Vergaderlunch", "Meeting lunch"),
    (
        "Een lunch in de vergaderruimte voor 4 tot 150 personen. Bestel uiterlijk twee werkdagen van tevoren vóór "
        "12.00 uur. We dekken en ruimen af.",
        "Lunch in the meeting room for 4 to 150 people. Order at least two working days ahead, before 12:00. We set "
        "the table and clear it.",
    ),
    "lunch, broodjes, eten, catering, vergadering, soep, bitterbal, koffie, vegetarisch, halal, sandwiches, food, "
    "meeting",
    question("datum", QuestionType.DATE, "Op welke dag is de lunch?", "On which day is the lunch?", lowest=2),
    question(
        "aantal",
        QuestionType.NUMBER,
        "Voor hoeveel personen?",
        "For how many people?",
        lowest=4,
        highest=150,
    ),
    question(
        "soort",
        QuestionType.CHOICE,
        "Welke lunch wilt u?",
        "Which lunch would you like?",
        choices=[
            choice("broodjes", "Belegde broodjes, melk en fruit", "Filled rolls, milk and fruit"),
            choice("luxe", "Luxe broodjes en salades", "Luxury rolls and salads"),
            choice("soep", "Soep met brood", "Soup with bread"),
            choice("warm", "Warme lunch", "Hot lunch"),
        ],
    ),
    question(
        "dieet",
        QuestionType.LONG_TEXT,
        "Zijn er dieetwensen of allergieën?",
        "Are there any dietary wishes or allergies?",
        required=False,
        help=(
            "Noem aantallen, geen namen. De helft van de broodjes is altijd vegetarisch.",
            "Give numbers, not names. Half of the rolls are always vegetarian.",
        ),
    ),
    price=price("9.75", ("per persoon", "per person")),
    lead_time=days(2),
)

PARCEL = item(
    "poststuk-pakket",
    "POST",
    (Kind.INFORMATION, Kind.WISH, Kind.COMPLAINT, Kind.MALFUNCTION),
    ("Poststuk of pakket", "Letter or parcel"),
    (
        "Een pakket of brief versturen, laten ophalen of zoeken. De postronde is om 10.00 en 14.30 uur; aangetekende "
        "post ligt klaar bij de postkamer.",
        "Send, collect or trace a parcel or letter. The mail round is at 10:00 and 14:30; registered mail is kept at "
        "the mail room.",
    ),
    "post, pakketje, brief, postkamer, aangetekend, bezorgd, koerier, bestelling, versturen, parcel, mail, courier",
    lead_time=days(1),
)
