"""The catalogue items about how people come and go: charging points, bicycles and pool cars."""

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
    stop,
    when,
)
from services.shared.vocabulary import Kind, Level, Payer, QuestionType

CHARGING = item(
    "laadpaal",
    "PARKEREN",
    (Kind.MALFUNCTION, Kind.WISH, Kind.INFORMATION, Kind.COMPLAINT),
    ("Laadpaal: storing of vraag", "Charging point: fault or question"),
    (
        "De laadpalen in onze parkeerkelder en op het parkeerterrein. U laadt met uw toegangspas, nadat u dat hier "
        "hebt aangevraagd. Is uw auto vol? Zet hem dan op een gewone plek, zodat een collega kan laden.",
        "The charging points in our underground and outdoor car parks. You charge with your access pass, once you "
        "have asked for that here. Is your car fully charged? Then please move it to an ordinary space, so that a "
        "colleague can charge.",
    ),
    "laadpaal, laad paal, laden, opladen, elektrische auto, elektrisch rijden, ev, laadpas, laadplek, laadkabel, "
    "stekker, stroom, hybride, charging point, charger, charge, electric car",
    question(
        "wat",
        QuestionType.CHOICE,
        "Waar gaat het om?",
        "What is it about?",
        choices=[
            choice("storing", "Het laden lukt niet", "Charging does not work"),
            choice("pas", "Ik wil kunnen opladen met mijn toegangspas", "I want to charge with my access pass"),
            choice("kabel", "Mijn laadkabel zit vast", "My charging cable is stuck"),
            choice("bezet", "Er staat een auto die niet laadt", "A car that is not charging takes the space"),
            choice("extra", "Er zijn te weinig laadpalen", "There are too few charging points"),
            choice("straat", "Het is een laadpaal op straat", "It is a charging point in the street"),
        ],
        stop=stop(
            ("straat",),
            "De laadpalen op straat zijn niet van ons. Bel het telefoonnummer dat op de laadpaal staat; dat is dag en "
            "nacht bereikbaar.",
            "The charging points in the street are not ours. Call the telephone number on the charging point; it is "
            "answered day and night.",
        ),
    ),
    question(
        "gevaar",
        QuestionType.CHOICE,
        "Ziet u losse draden, rook of vonken?",
        "Do you see loose wires, smoke or sparks?",
        when=when("wat", "storing", "kabel"),
        choices=[YES, NO],
        stop=stop(
            ("ja",),
            "Raak de laadpaal en de auto niet aan en ga een eind verderop staan. Bel bij rook of brand 112 en "
            "waarschuw daarna de receptie.",
            "Do not touch the charging point or the car, and move well away. If there is smoke or fire, call 112 and "
            "then warn the reception desk.",
        ),
    ),
    question("waar", QuestionType.LOCATION, "Om welke parkeerplaats gaat het?", "Which car park is it?"),
    question(
        "nummer",
        QuestionType.TEXT,
        "Welk nummer staat er op de laadpaal?",
        "What number is on the charging point?",
        when=when("wat", "storing", "kabel", "bezet"),
    ),
    price=price("0.35", ("per kWh stroom", "per kWh of power"), Payer.CUSTOMER),
    lead_time=days(2),
    contact="Technische dienst",
    related=["parkeerplaats-bezoeker"],
)

BICYCLES = item(
    "fietsenstalling",
    "PARKEREN",
    (Kind.WISH, Kind.INFORMATION, Kind.COMPLAINT),
    ("Fietsenstalling en fietskluis", "Bicycle parking and bicycle lockers"),
    (
        "Toegang tot de fietsenstalling op uw pas, een eigen fietskluis of een fiets die al weken in de weg staat. "
        "Achtergelaten fietsen krijgen eerst een label en gaan twee weken later naar het fietsdepot.",
        "Access to the bicycle parking on your pass, a bicycle locker of your own, or a bicycle that has been in the "
        "way for weeks. Abandoned bicycles are labelled first and go to the bicycle depot two weeks later.",
    ),
    "fiets, fietsen, fietsenstalling, fietsenkelder, fietsenhok, fietskluis, e-bike, ebike, elektrische fiets, "
    "bakfiets, fietspomp, weesfiets, gestolen fiets, bike, bicycle, bike shed",
    question(
        "wat",
        QuestionType.CHOICE,
        "Waar gaat het om?",
        "What is it about?",
        choices=[
            choice("toegang", "Toegang tot de fietsenstalling", "Access to the bicycle parking"),
            choice("kluis", "Een fietskluis huren", "Rent a bicycle locker"),
            choice("weesfiets", "Er staat een fiets die van niemand lijkt te zijn", "There is an abandoned bicycle"),
            choice("orde", "Het is vol of een rommel", "It is full or a mess"),
            choice("gestolen", "Mijn fiets is gestolen", "My bicycle has been stolen"),
        ],
        stop=stop(
            ("gestolen",),
            "Wat vervelend. Doe aangifte bij de politie, via politie.nl of telefoonnummer 0900-8844. Laat ook de "
            "receptie weten wanneer en waar het is gebeurd; de politie kan bij ons camerabeelden opvragen.",
            "We are sorry to hear that. Report it to the police at politie.nl or by telephone on 0900-8844. Also tell "
            "the reception desk when and where it happened; the police can ask us for camera footage.",
        ),
    ),
    question(
        "fiets",
        QuestionType.CHOICE,
        "Wat voor fiets heeft u?",
        "What kind of bicycle do you have?",
        when=when("wat", "toegang", "kluis"),
        choices=[
            choice("gewoon", "Gewone fiets", "Ordinary bicycle"),
            choice("elektrisch", "Elektrische fiets", "Electric bicycle"),
            choice("groot", "Bakfiets of driewieler", "Cargo bike or tricycle"),
        ],
    ),
    question(
        "vanaf", QuestionType.DATE, "Vanaf wanneer?", "From when?", when=when("wat", "toegang", "kluis"), lowest=0
    ),
    question(
        "kenmerken",
        QuestionType.TEXT,
        "Hoe ziet de fiets eruit en waar staat hij?",
        "What does the bicycle look like and where is it?",
        when=when("wat", "weesfiets"),
    ),
    lead_time=days(3),
    price=price("5.00", ("per maand voor een fietskluis", "per month for a bicycle locker"), Payer.CUSTOMER),
    contact="Receptie",
    related=["toegangspas"],
)

POOL_CAR = item(
    "dienstauto",
    "PARKEREN",
    (Kind.WISH, Kind.INFORMATION),
    ("Dienstauto reserveren", "Book a pool car"),
    (
        "Een elektrische auto of bestelauto voor een rit voor uw werk. U haalt de sleutel op bij de receptie, brengt "
        "hem dezelfde dag terug en zet de auto weer aan de laadpaal. Een dienstfiets hoeft u niet te reserveren.",
        "An electric car or van for a trip for your work. You collect the key from the reception desk, return it the "
        "same day and plug the car in again. There is no need to book a pool bike.",
    ),
    "dienstauto, leenauto, deelauto, poolauto, auto lenen, auto huren, busje, bestelbus, dienstfiets, leenfiets, "
    "dienstreis, rijden, autosleutel, pool car, company car, van, loan bike",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat wilt u reserveren?",
        "What would you like to book?",
        choices=[
            choice("auto", "Een auto voor vier personen", "A car for four people"),
            choice("bestelauto", "Een bestelauto", "A van"),
        ],
    ),
    question(
        "rijbewijs",
        QuestionType.CHOICE,
        "Heeft u een geldig rijbewijs B?",
        "Do you have a valid category B driving licence?",
        help=("Neem het mee naar de receptie.", "Please bring it to the reception desk."),
        choices=[YES, NO],
        stop=stop(
            ("nee",),
            "Zonder geldig rijbewijs kunnen we u geen auto meegeven. Vraag een collega om te rijden, of haal bij de "
            "receptie een dienstfiets.",
            "Without a valid driving licence we cannot lend you a car. Ask a colleague to drive, or get a pool bike "
            "from the reception desk.",
        ),
    ),
    question("datum", QuestionType.DATE, "Op welke dag?", "On which day?", lowest=0),
    question("van", QuestionType.TIME, "Hoe laat vertrekt u?", "What time do you leave?"),
    question("tot", QuestionType.TIME, "Hoe laat bent u terug?", "What time will you be back?"),
    level=Level.CLICK.value,
    lead_time=hours(4),
    price=price("0.31", ("per kilometer", "per kilometre")),
    contact="Receptie",
    related=["fietsenstalling"],
)

ITEMS: tuple[Request, ...] = (CHARGING, BICYCLES, POOL_CAR)
