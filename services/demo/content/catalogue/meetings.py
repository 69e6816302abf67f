"""The catalogue items about meeting: the room, how it is set up, what is seen and heard in it, and events."""

from services.demo.content.catalogue.shapes import (
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

ROOM = item(
    "vergaderruimte-reserveren",
    "VERGADEREN",
    (Kind.WISH, Kind.INFORMATION),
    ("Vergaderruimte reserveren", "Book a meeting room"),
    (
        "De meeste zalen reserveert u zelf: nodig de zaal in uw agenda uit als deelnemer. Gebruik dit formulier voor "
        "de raadzaal, de trouwzaal of de aula, of als u geen vrije zaal kunt vinden. U hoort dezelfde dag of het kan.",
        "Most rooms you book yourself: invite the room in your calendar as a participant. Use this form for the "
        "council chamber, the wedding room or the assembly hall, or if you cannot find a free room. We let you know "
        "the same day.",
    ),
    "vergaderzaal, vergaderruimte, vergaderkamer, vergaderen, zaal, ruimte, reserveren, reservering, boeken, overleg, "
    "raadzaal, trouwzaal, aula, spreekkamer, meeting room, book a room, booking, "
    "room, zaal reserveren",
    question("datum", QuestionType.DATE, "Op welke dag?", "On which day?", lowest=0),
    question("van", QuestionType.TIME, "Hoe laat begint het?", "What time does it start?"),
    question("tot", QuestionType.TIME, "Hoe laat is het afgelopen?", "What time does it end?"),
    question(
        "aantal",
        QuestionType.NUMBER,
        "Met hoeveel personen bent u?",
        "How many people will there be?",
        lowest=1,
        highest=300,
    ),
    question(
        "zaal",
        QuestionType.LOCATION,
        "Welke ruimte heeft uw voorkeur?",
        "Which room do you prefer?",
        required=False,
        help=("Maakt het niet uit? Dan kiezen wij een ruimte.", "No preference? Then we choose a room."),
    ),
    level=Level.CLICK.value,
    lead_time=hours(8),
    contact="Ruimte en gastvrijheid",
    related=["vergaderlunch"],
)

ROOM_SETUP = item(
    "zaalopstelling",
    "VERGADEREN",
    (Kind.WISH,),
    ("Zaal anders opstellen", "Rearrange a room"),
    (
        "We zetten tafels en stoelen klaar zoals u het wilt en zetten na afloop alles terug. Vraag dit minstens twee "
        "werkdagen van tevoren aan. Heeft u de zaal nog niet gereserveerd? Doe dat dan eerst.",
        "We arrange the tables and chairs as you like and put everything back afterwards. Please ask at least two "
        "working days ahead. Have you not booked the room yet? Please do that first.",
    ),
    "opstelling, zaalopstelling, tafels, stoelen, carré, carre, u-vorm, theater, schoolopstelling, statafels, "
    "spreekgestoelte, katheder, klaarzetten, ombouwen, set-up, room layout, tables, chairs",
    question("zaal", QuestionType.LOCATION, "Om welke ruimte gaat het?", "Which room is it?"),
    question(
        "opstelling",
        QuestionType.CHOICE,
        "Welke opstelling wilt u?",
        "Which layout would you like?",
        help=(
            "Heeft u een tekening of andere wensen? Laat het weten in uw toelichting.",
            "Do you have a drawing or other wishes? Tell us in your notes.",
        ),
        choices=[
            choice("carre", "Carré: tafels in een vierkant", "Square: tables in a closed square"),
            choice("u-vorm", "U-vorm", "U-shape"),
            choice("theater", "Theater: stoelen in rijen", "Theatre: chairs in rows"),
            choice("school", "School: tafels in rijen", "Classroom: tables in rows"),
            choice("groepen", "Losse groepen van zes", "Separate groups of six"),
            choice("staan", "Statafels", "Standing tables"),
        ],
    ),
    question("aantal", QuestionType.NUMBER, "Voor hoeveel personen?", "For how many people?", lowest=4, highest=300),
    question("datum", QuestionType.DATE, "Op welke dag?", "On which day?", lowest=0),
    question("klaar", QuestionType.TIME, "Hoe laat moet het klaar zijn?", "What time should it be ready?"),
    lead_time=days(2),
    price=price("45.00", ("per zaal, opbouwen en terugzetten", "per room, set up and put back")),
    contact="Huisdienst",
    related=["vergaderruimte-reserveren"],
)

AUDIOVISUAL = item(
    "av-apparatuur",
    "VERGADEREN",
    (Kind.MALFUNCTION, Kind.WISH, Kind.INFORMATION),
    ("Beeld en geluid", "Audio-visual equipment"),
    (
        "Een beamer, scherm of microfoon lenen, een storing in een zaal of een technicus die erbij blijft. Losse "
        "apparatuur haalt u met uw pas op bij de receptie. Is de vergadering al bezig? Bel ons, dat gaat het snelst.",
        "Borrow a projector, screen or microphone, report a fault in a room or ask for a technician to stay with you. "
        "You collect loose equipment from the reception desk with your pass. Has the meeting already started? Call us, "
        "that is quickest.",
    ),
    "beamer, projector, scherm, beeldscherm, geen beeld, microfoon, geluid, speaker, luidspreker, geluidsinstallatie, "
    "ringleiding, webcam, hdmi, presenteren, hybride vergaderen, technicus, av, audiovisual, sound",
    question(
        "wat",
        QuestionType.CHOICE,
        "Waar gaat het om?",
        "What is it about?",
        choices=[
            choice("lenen", "Ik wil iets lenen", "I would like to borrow something"),
            choice("storing", "Er doet iets in de zaal het niet", "Something in the room does not work"),
            choice("technicus", "Ik zoek een technicus bij een bijeenkomst", "I need a technician at a meeting"),
            choice("online", "Mijn onlinevergadering start niet", "My online meeting does not start"),
        ],
        stop=stop(
            ("online",),
            "Voor inloggen, uw laptop en onlinevergaderen belt u de ICT-servicedesk. Die kan meteen met u meekijken.",
            "For signing in, your laptop and online meetings, call the IT service desk. They can look at your screen "
            "with you straight away.",
        ),
    ),
    question(
        "apparaat",
        QuestionType.CHOICES,
        "Om welke apparatuur gaat het?",
        "Which equipment is it?",
        when=when("wat", "lenen", "storing"),
        choices=[
            choice("beamer", "Beamer", "Projector"),
            choice("scherm", "Scherm of beeldscherm", "Screen or display"),
            choice("microfoon", "Microfoon", "Microphone"),
            choice("geluid", "Luidsprekers", "Loudspeakers"),
            choice("camera", "Camera voor hybride vergaderen", "Camera for hybrid meetings"),
            choice("kabel", "Kabel of verloopstekker", "Cable or adapter"),
        ],
    ),
    question(
        "waar",
        QuestionType.LOCATION,
        "In welke ruimte?",
        "In which room?",
        when=when("wat", "storing", "technicus"),
    ),
    question(
        "datum", QuestionType.DATE, "Op welke dag?", "On which day?", when=when("wat", "lenen", "technicus"), lowest=0
    ),
    question("tijd", QuestionType.TIME, "Vanaf hoe laat?", "From what time?", when=when("wat", "lenen", "technicus")),
    lead_time=hours(8),
    price=price("55.00", ("per uur voor een technicus; lenen is gratis", "per hour for a technician; loans are free")),
    related=["vergaderruimte-reserveren", "zaalopstelling"],
)

EVENT = item(
    "evenement",
    "VERGADEREN",
    (Kind.WISH, Kind.INFORMATION),
    ("Evenement of grote bijeenkomst", "Event or large meeting"),
    (
        "Een ontvangst, congres, inloopavond of open dag in een van onze gebouwen, vanaf dertig gasten. U krijgt één "
        "contactpersoon, die de zaal, de catering, de techniek en het opruimen voor u regelt. Vraag dit minstens vier "
        "weken van tevoren aan.",
        "A reception, conference, open evening or open day in one of our buildings, from thirty guests. You get one "
        "contact person, who arranges the room, catering, equipment and clearing up. Please ask at least four weeks "
        "ahead.",
    ),
    "evenement, event, bijeenkomst, congres, symposium, open dag, inloopavond, bewonersavond, nieuwjaarsreceptie, "
    "opening, ontvangst, heidag, personeelsfeest, themadag, beurs, conference, open day",
    question(
        "plaats",
        QuestionType.CHOICE,
        "Waar is het evenement?",
        "Where is the event?",
        choices=[
            choice("binnen", "In een van onze gebouwen", "In one of our buildings"),
            choice("straat", "Op straat, op een plein of in een park", "In a street, a square or a park"),
        ],
        stop=stop(
            ("straat",),
            "Voor een evenement buiten, in de openbare ruimte, heeft u meestal een vergunning nodig. Vraag die op tijd "
            "aan bij team Vergunningen van de gemeente.",
            "For an outdoor event in a public place you usually need a permit. Please apply in good time to the "
            "municipality’s permits team.",
        ),
    ),
    question("datum", QuestionType.DATE, "Op welke dag?", "On which day?", lowest=0),
    question("gasten", QuestionType.NUMBER, "Hoeveel gasten verwacht u?", "How many guests?", lowest=30, highest=600),
    question(
        "nodig",
        QuestionType.CHOICES,
        "Waar kunnen we bij helpen?",
        "What can we help with?",
        choices=[
            choice("catering", "Eten en drinken", "Food and drink"),
            choice("techniek", "Beeld, geluid en licht", "Audio-visual equipment and lighting"),
            choice("ontvangst", "Ontvangst en garderobe", "Reception and cloakroom"),
            choice("beveiliging", "Beveiliging", "Security"),
            choice("bewegwijzering", "Borden en bewegwijzering", "Signs and directions"),
            choice("parkeren", "Parkeerplaatsen voor gasten", "Parking spaces for guests"),
        ],
    ),
    question(
        "programma",
        QuestionType.LONG_TEXT,
        "Hoe ziet het programma er in het kort uit?",
        "What is the programme, in brief?",
        help=("Met begin- en eindtijd.", "With the start and end times."),
    ),
    level=Level.FACE.value,
    lead_time=days(20),
    price=price("275.00", ("per dagdeel, zonder catering", "per half day, without catering")),
    approval={"rule": "budget_holder"},
    contact="Ruimte en gastvrijheid",
    related=["vergaderruimte-reserveren", "zaalopstelling"],
    steps=[
        step("gesprek", "RUIMTE", ("Programma en wensen bespreken", "Discuss programme and wishes"), days(4)),
        step("zaal", "RUIMTE", ("Zaal vastleggen", "Reserve the room"), days(1), "gesprek"),
        step("catering", "RUIMTE", ("Eten en drinken bestellen", "Order food and drink"), days(8), "zaal"),
        step("techniek", "TECHNIEK", ("Beeld, geluid en stroom klaarzetten", "Set up AV and power"), days(8), "zaal"),
        step("opbouw", "SERVICE", ("Zaal opbouwen", "Set up the room"), days(1), "techniek"),
        step("ontvangst", "RUIMTE", ("Gasten ontvangen", "Receive the guests"), days(1), "opbouw", "catering"),
        step("afbouw", "SERVICE", ("Zaal afbouwen", "Clear the room"), days(1), "ontvangst"),
        step(
            "schoonmaak", "SCHOONMAAK", ("Zaal en toiletten schoonmaken", "Clean room and toilets"), days(1), "afbouw"
        ),
    ],
)

ITEMS: tuple[Request, ...] = (ROOM, ROOM_SETUP, AUDIOVISUAL, EVENT)
