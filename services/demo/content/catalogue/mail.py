"""The catalogue items about what is sent and delivered: couriers and the mail round."""

from services.demo.content.catalogue.shapes import Request, choice, days, hours, item, price, question, stop, when
from services.shared.vocabulary import Kind, Level, QuestionType

COURIER = item(
    "koerier",
    "POST",
    (Kind.WISH,),
    ("Koerier bestellen", "Order a courier"),
    (
        "Voor stukken, een pakket of een doos die vandaag of morgenochtend ergens moet zijn. Bestel vóór 14.00 uur, "
        "dan kan het nog dezelfde dag. U krijgt een mail zodra de zending is afgeleverd.",
        "For documents, a parcel or a box that must arrive today or tomorrow morning. Order before 14:00 and it can "
        "still go the same day. You get an email as soon as it has been delivered.",
    ),
    "koerier, koeriersdienst, spoed, spoedzending, pakket, pakketje, doos, stukken, bezorgen, ophalen, vandaag nog, "
    "zending, fietskoerier, courier, express, same day, delivery",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat moet er mee?",
        "What should be taken?",
        choices=[
            choice("stukken", "Een envelop of map met stukken", "An envelope or folder with documents"),
            choice("pakket", "Een pakket of doos", "A parcel or box"),
            choice("breekbaar", "Iets breekbaars", "Something fragile"),
            choice("lichaamsmateriaal", "Bloed of ander lichaamsmateriaal", "Blood or other medical samples"),
        ],
        stop=stop(
            ("lichaamsmateriaal",),
            "Lichaamsmateriaal gaat mee met de medische koerier van het laboratorium. Bel het laboratorium om een rit "
            "af te spreken; geef het niet mee aan een gewone koerier.",
            "Medical samples go with the laboratory’s medical courier. Call the laboratory to arrange a collection; "
            "please do not give them to an ordinary courier.",
        ),
    ),
    question(
        "gewicht",
        QuestionType.NUMBER,
        "Hoeveel kilo is het ongeveer?",
        "About how many kilos does it weigh?",
        when=when("wat", "pakket", "breekbaar"),
        lowest=1,
        highest=50,
    ),
    question(
        "klaar",
        QuestionType.TIME,
        "Vanaf hoe laat ligt het klaar?",
        "From what time is it ready?",
        help=(
            "De koerier haalt het op bij de receptie van uw gebouw.",
            "The courier collects it from the reception desk of your building.",
        ),
    ),
    question(
        "wanneer",
        QuestionType.CHOICE,
        "Wanneer moet het er zijn?",
        "When must it arrive?",
        choices=[
            choice("vandaag", "Vandaag", "Today"),
            choice("ochtend", "Morgen vóór 12.00 uur", "Tomorrow before 12:00"),
            choice("morgen", "Morgen in de loop van de dag", "Tomorrow during the day"),
        ],
    ),
    question(
        "adres",
        QuestionType.LONG_TEXT,
        "Waar moet het naartoe?",
        "Where should it go?",
        help=(
            "Adres, naam en telefoonnummer van de ontvanger.",
            "The recipient’s address, name and telephone number.",
        ),
    ),
    level=Level.CLICK.value,
    lead_time=hours(3),
    price=price("28.50", ("per rit binnen de regio", "per trip within the region")),
    contact="Postkamer",
    related=["poststuk-pakket"],
)

MAIL_DELIVERY = item(
    "postbezorging",
    "POST",
    (Kind.WISH, Kind.COMPLAINT, Kind.INFORMATION),
    ("Postbezorging en postvakken", "Mail delivery and pigeonholes"),
    (
        "Een nieuw postvak, post op een andere plek of tijdelijk geen post. Ook als uw post te laat of bij een ander "
        "terechtkomt, horen we het graag. De postronde is om 10.00 en 14.30 uur.",
        "A new pigeonhole, mail delivered elsewhere or no mail for a while. Please also tell us if your mail arrives "
        "late or goes to somebody else. The mail round is at 10:00 and 14:30.",
    ),
    "post, postvak, postvakje, postbakje, brieven, postronde, postbode, interne post, bezorging, verkeerd bezorgd, "
    "post doorsturen, pakketje thuis, tijdschrift, mail round, pigeonhole, mailbox",
    question(
        "wat",
        QuestionType.CHOICE,
        "Waar gaat het om?",
        "What is it about?",
        choices=[
            choice("postvak", "Een nieuw postvak", "A new pigeonhole"),
            choice("plek", "Post op een andere plek bezorgen", "Deliver mail to another place"),
            choice("stop", "Tijdelijk geen post bezorgen", "Stop delivering mail for a while"),
            choice("verkeerd", "Post komt te laat of verkeerd aan", "Mail arrives late or at the wrong place"),
            choice("prive", "Een privépakket op het werk laten bezorgen", "Have a private parcel delivered at work"),
        ],
        stop=stop(
            ("prive",),
            "De postkamer kan privépakketten niet bewaren en is er niet voor verzekerd. In de Havenstraat, om de hoek "
            "van het stadhuis, is een afhaalpunt dat tot 21.00 uur open is.",
            "The mail room cannot keep private parcels and is not insured for them. In Havenstraat, round the corner "
            "from the town hall, there is a pick-up point that is open until 21:00.",
        ),
    ),
    question(
        "postvak",
        QuestionType.TEXT,
        "Om welke afdeling of welk postvak gaat het?",
        "Which department or pigeonhole is it?",
    ),
    question(
        "waar",
        QuestionType.LOCATION,
        "Waar moet de post voortaan komen?",
        "Where should the mail go from now on?",
        when=when("wat", "postvak", "plek"),
    ),
    question(
        "vanaf",
        QuestionType.DATE,
        "Vanaf wanneer?",
        "From when?",
        when=when("wat", "postvak", "plek", "stop"),
        lowest=0,
    ),
    question(
        "tot", QuestionType.DATE, "Tot en met wanneer?", "Up to and including when?", when=when("wat", "stop"), lowest=0
    ),
    lead_time=days(2),
    contact="Postkamer",
    related=["poststuk-pakket", "koerier"],
)

ITEMS: tuple[Request, ...] = (COURIER, MAIL_DELIVERY)
