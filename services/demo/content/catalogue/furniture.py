"""The catalogue items about furniture: desks, chairs, cabinets and lockers."""

from services.demo.content.catalogue.shapes import (
    NO,
    YES,
    Request,
    choice,
    days,
    item,
    price,
    question,
    step,
    stop,
    when,
)
from services.shared.vocabulary import Kind, Level, QuestionType

SIT_STAND_DESK = item(
    "zit-sta-bureau",
    "MEUBILAIR",
    (Kind.WISH, Kind.INFORMATION),
    ("Zit-stabureau", "Sit-stand desk"),
    (
        "Een elektrisch verstelbaar bureau in plaats van een vast bureau. Onze werkplekadviseur kijkt eerst wat er "
        "past; daarna plaatsen we het bureau en nemen we het oude mee. Doet uw zit-stabureau het niet? Kies dan "
        "‘Werkplek of stoel instellen of repareren’.",
        "An electrically adjustable desk instead of a fixed one. Our workplace adviser first looks at what fits; then "
        "we install the desk and take the old one away. Does your sit-stand desk not work? Then choose ‘Adjust or "
        "repair a workplace or chair’.",
    ),
    "zit-sta, zitsta, zit sta bureau, stabureau, sta-bureau, hoog-laagbureau, hoog laag bureau, verstelbaar bureau, "
    "staand werken, bureau, tafel, ergonomie, standing desk, sit-stand, desk",
    question("waar", QuestionType.LOCATION, "In welke ruimte komt het bureau?", "In which room will the desk be?"),
    question(
        "breedte",
        QuestionType.CHOICE,
        "Hoe breed moet het blad zijn?",
        "How wide should the desktop be?",
        choices=[
            choice("120", "120 cm", "120 cm"),
            choice("160", "160 cm", "160 cm"),
            choice("180", "180 cm", "180 cm"),
            choice("weet-niet", "Weet ik niet, graag advies", "I don’t know, please advise me"),
        ],
    ),
    question(
        "stopcontact",
        QuestionType.CHOICE,
        "Is er een stopcontact binnen twee meter?",
        "Is there a socket within two metres?",
        choices=[YES, NO],
    ),
    lead_time=days(20),
    price=price("585.00", ("per bureau", "per desk")),
    approval={"rule": "budget_holder"},
    contact="Werkplekadviseur, huisdienst",
    related=["werkplek-instellen"],
    steps=[
        step("advies", "SERVICE", ("Plek opmeten en advies geven", "Measure the space and advise"), days(5)),
        step("stroom", "TECHNIEK", ("Stroom bij het bureau regelen", "Provide power at the desk"), days(5), "advies"),
        step(
            "plaatsen",
            "SERVICE",
            ("Bureau plaatsen en oud bureau meenemen", "Install the desk and take the old one away"),
            days(10),
            "stroom",
        ),
    ],
)

NEW_CHAIR = item(
    "bureaustoel-nieuw",
    "MEUBILAIR",
    (Kind.WISH,),
    ("Nieuwe bureaustoel", "New office chair"),
    (
        "Een andere of extra bureaustoel uit ons vaste assortiment. We stellen de stoel bij de levering samen met u "
        "in. Uw oude stoel nemen we mee; als het kan, knappen we hem op voor een collega.",
        "Another or an extra office chair from our standard range. On delivery we adjust the chair together with you. "
        "We take your old chair away and, if possible, refurbish it for a colleague.",
    ),
    "stoel, bureaustoel, buro stoel, nieuwe stoel, kantoorstoel, zadelkruk, kruk, zitten, rugleuning, armleuning, "
    "wieltjes, versleten, ergonomisch, office chair, chair, stool",
    question(
        "reden",
        QuestionType.CHOICE,
        "Waarom vraagt u een stoel aan?",
        "Why do you need a chair?",
        choices=[
            choice("instellen", "Mijn stoel zakt of staat niet goed", "My chair sinks or is not adjusted well"),
            choice("versleten", "Mijn stoel is versleten of kapot", "My chair is worn out or broken"),
            choice("past-niet", "Mijn stoel is te groot of te klein voor mij", "My chair is too large or small for me"),
            choice("extra", "Er komen werkplekken bij", "We are getting more workplaces"),
        ],
        stop=stop(
            ("instellen",),
            "Een stoel die zakt of niet goed staat, is meestal snel te verhelpen. Kies in de catalogus ‘Werkplek of "
            "stoel instellen of repareren’; dan komt onze werkplekadviseur bij u langs.",
            "A chair that sinks or is not adjusted well can usually be put right quickly. Choose ‘Adjust or repair a "
            "workplace or chair’ in the catalogue and our workplace adviser will visit you.",
        ),
    ),
    question(
        "soort",
        QuestionType.CHOICE,
        "Welke stoel zoekt u?",
        "Which chair are you looking for?",
        choices=[
            choice("gewoon", "Gewone bureaustoel", "Standard office chair"),
            choice("groot", "Bureaustoel met hoge zit en leuning", "Office chair with a high seat and back"),
            choice("klein", "Bureaustoel met lage zit", "Office chair with a low seat"),
            choice("zadelkruk", "Zadelkruk", "Saddle stool"),
        ],
    ),
    question(
        "aantal",
        QuestionType.NUMBER,
        "Hoeveel stoelen heeft u nodig?",
        "How many chairs do you need?",
        when=when("reden", "extra"),
        lowest=1,
        highest=40,
    ),
    question("waar", QuestionType.LOCATION, "In welke ruimte?", "In which room?"),
    lead_time=days(10),
    price=price("349.00", ("per stoel", "per chair")),
    approval={"rule": "above_amount", "amount": "500.00"},
    related=["werkplek-instellen", "zit-sta-bureau"],
)

CABINET_LOCKER = item(
    "kast-of-locker",
    "MEUBILAIR",
    (Kind.WISH, Kind.INFORMATION),
    ("Kast of vaste locker", "Cabinet or permanent locker"),
    (
        "Een kast voor de afdeling, of een vaste locker voor uzelf als uw leidinggevende akkoord is. Een locker voor "
        "één dag hoeft u niet aan te vragen: kies er een met een groen lampje en houd uw pas ertegen.",
        "A cabinet for the department, or a permanent locker for yourself if your manager agrees. There is no need "
        "to ask for a locker for one day: choose one with a green light and hold your pass against it.",
    ),
    "kast, archiefkast, boekenkast, roldeurkast, ladeblok, opbergen, locker, lokker, kluisje, kledingkast, bewaren, "
    "spullen, afsluitbaar, cabinet, cupboard, storage",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat heeft u nodig?",
        "What do you need?",
        choices=[
            choice("kast-laag", "Een lage kast met slot", "A low cabinet with a lock"),
            choice("kast-hoog", "Een hoge kast met slot", "A tall cabinet with a lock"),
            choice("ladeblok", "Een ladeblok", "A drawer unit"),
            choice("locker", "Een vaste locker", "A permanent locker"),
        ],
    ),
    question(
        "aantal",
        QuestionType.NUMBER,
        "Hoeveel?",
        "How many?",
        when=when("wat", "kast-laag", "kast-hoog", "ladeblok"),
        lowest=1,
        highest=20,
    ),
    question(
        "waar",
        QuestionType.LOCATION,
        "In welke ruimte moet het komen?",
        "In which room should it be?",
        when=when("wat", "kast-laag", "kast-hoog", "ladeblok"),
    ),
    question(
        "akkoord",
        QuestionType.PERSON,
        "Welke leidinggevende is akkoord?",
        "Which manager has agreed?",
        when=when("wat", "locker"),
    ),
    level=Level.CLICK.value,
    lead_time=days(8),
    contact="Huisdienst",
)

ITEMS: tuple[Request, ...] = (SIT_STAND_DESK, NEW_CHAIR, CABINET_LOCKER)
