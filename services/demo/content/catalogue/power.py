"""The catalogue items about electricity: power cuts, sockets and emergency lighting."""

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

NO_POWER = item(
    "geen-stroom",
    "ELEKTRA",
    (Kind.MALFUNCTION,),
    ("Geen stroom", "No power"),
    (
        "De stroom is uitgevallen op een werkplek, in een ruimte of op een hele verdieping. Hebben meer mensen er last "
        "van, bel dan de balie: er gaat dan meteen een monteur naar de meterkast.",
        "The power has gone at a workplace, in a room or on a whole floor. If it affects more people, call the service "
        "desk: a technician then goes to the fuse box at once.",
    ),
    "stroom, stroomstoring, stroomuitval, geen stroom, stroom uitgevallen, elektriciteit, elektra, kortsluiting, stop, "
    "stoppen, zekering, groep, aardlek, aardlekschakelaar, meterkast, donker, power cut, outage, fuse",
    question(
        "gevaar",
        QuestionType.CHOICE,
        "Ziet of ruikt u rook, vonken of een schroeilucht?",
        "Do you see or smell smoke, sparks or scorching?",
        choices=[YES, NO],
        stop=stop(
            ("ja",),
            "Raak niets aan en ga met uw collega’s naar buiten. Druk onderweg een rode brandmelder in, neem de trap en "
            "bel 112. Bel daarna de beveiliging op het nummer op uw pas.",
            "Do not touch anything and go outside with your colleagues. Press a red fire alarm button on your way, "
            "take the stairs and call 112. Then call security on the number on your pass.",
        ),
    ),
    question(
        "omvang",
        QuestionType.CHOICE,
        "Wat doet het niet?",
        "What is not working?",
        choices=[
            choice(
                "werkplek", "De stopcontacten bij één of enkele werkplekken", "The sockets at one or a few workplaces"
            ),
            choice("ruimte", "Een hele ruimte", "A whole room"),
            choice("verdieping", "Een hele verdieping of het hele gebouw", "A whole floor or the whole building"),
            choice("computer", "Alleen mijn computer, scherm of telefoon", "Only my computer, monitor or telephone"),
        ],
        stop=stop(
            ("computer",),
            "Dan is er gewoon stroom en ligt het aan het apparaat. Kijk of de stekker er goed in zit. Helpt "
            "dat niet, neem dan contact op met de ICT-servicedesk.",
            "Then there is power and the device is the problem. Check that it is properly plugged in; if that does "
            "not help, contact the IT service desk.",
        ),
    ),
    question(
        "sinds",
        QuestionType.TIME,
        "Hoe laat viel de stroom uit?",
        "At what time did the power go?",
        required=False,
    ),
    question(
        "apparaat",
        QuestionType.TEXT,
        "Welk apparaat ging er net aan toen de stroom uitviel?",
        "Which appliance had just been switched on when the power went?",
        required=False,
        help=(
            "Bijvoorbeeld een waterkoker. Haal de stekker eruit en gebruik het apparaat niet meer.",
            "For example a kettle. Unplug it and do not use it again.",
        ),
        when=when("omvang", "werkplek", "ruimte"),
    ),
    level=Level.CALL.value,
    lead_time=hours(2),
    contact="Technische dienst",
)

SOCKET = item(
    "stopcontact-defect",
    "ELEKTRA",
    (Kind.MALFUNCTION,),
    ("Stopcontact defect of los", "Faulty or loose socket"),
    (
        "Een stopcontact in de muur, de vloer of een tafel dat loszit, kapot is of geen stroom geeft. Gebruik het niet "
        "meer; we maken het binnen twee werkdagen.",
        "A socket in a wall, floor or table that is loose, broken or has no power. Please stop using it; we repair it "
        "within two working days.",
    ),
    "stopcontact, wandcontactdoos, contactdoos, vloerpot, vloerdoos, stekker, stekkerdoos, stekkerblok, usb-lader, "
    "loshangend, schroeiplek, vonken, netwerkaansluiting, socket, plug, outlet",
    question(
        "soort",
        QuestionType.CHOICE,
        "Om wat voor aansluiting gaat het?",
        "What kind of connection is it?",
        choices=[
            choice("muur", "Stopcontact in de muur", "Socket in the wall"),
            choice("vloer", "Stopcontact in de vloer", "Socket in the floor"),
            choice("tafel", "Stopcontact in een tafel of bureau", "Socket in a table or desk"),
            choice("netwerk", "Aansluiting voor netwerk of telefoon", "Network or telephone connection"),
        ],
        stop=stop(
            ("netwerk",),
            "Aansluitingen voor netwerk en telefoon zijn niet van ons. Meld dit bij de ICT-servicedesk.",
            "Network and telephone connections are not ours. Please report this to the IT service desk.",
        ),
    ),
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat is er aan de hand?",
        "What is wrong?",
        choices=[
            choice("geen-stroom", "Er komt geen stroom uit", "It has no power"),
            choice("los", "Het zit los of hangt uit de muur", "It is loose or hanging out of the wall"),
            choice("kapot", "Het is gebarsten of het klepje is kapot", "It is cracked or its lid is broken"),
            choice("heet", "Het is heet, vonkt of heeft schroeiplekken", "It is hot, sparks or has scorch marks"),
        ],
        stop=stop(
            ("heet",),
            "Raak het stopcontact niet aan en houd anderen weg. Bel direct de balie, of buiten openingstijden de "
            "beveiliging op het nummer op uw pas. Ziet u rook of vuur, bel dan eerst 112.",
            "Do not touch the socket and keep others away. Call the service desk at once, or outside opening hours "
            "security on the number on your pass. If you see smoke or fire, call 112 first.",
        ),
    ),
    question(
        "aantal",
        QuestionType.NUMBER,
        "Om hoeveel stopcontacten gaat het?",
        "How many sockets?",
        required=False,
        lowest=1,
        highest=50,
    ),
    level=Level.CLICK.value,
    lead_time=days(2),
    contact="Technische dienst",
)

EXTRA_SOCKET = item(
    "extra-stopcontact",
    "ELEKTRA",
    (Kind.WISH,),
    ("Extra stopcontact", "Extra socket"),
    (
        "Een extra stopcontact in de muur, de vloer of een tafel, met of zonder usb. We komen binnen vijf werkdagen "
        "kijken wat er kan en plaatsen het daarna binnen twee weken. Uw budgethouder moet akkoord geven.",
        "An extra socket in a wall, floor or table, with or without USB. We come within five working days to see what "
        "is possible and install it within two weeks after that. Your budget holder has to agree.",
    ),
    "stopcontact, extra stroom, stroompunt, stekker, stekkerdoos, stekkerblok, verlengsnoer, verlengkabel, haspel, "
    "usb, oplader, opladen, tafelcontactdoos, extra socket, extension lead, charger",
    question(
        "soort",
        QuestionType.CHOICE,
        "Wat voor stopcontact wilt u?",
        "What kind of socket would you like?",
        choices=[
            choice("muur", "In de muur", "In the wall"),
            choice("vloer", "In de vloer", "In the floor"),
            choice("tafel", "In een tafel, met usb", "In a table, with USB"),
            choice("advies", "Ik wil graag advies", "I would like advice"),
        ],
    ),
    question("aantal", QuestionType.NUMBER, "Hoeveel stopcontacten?", "How many sockets?", lowest=1, highest=20),
    question(
        "waarvoor",
        QuestionType.CHOICES,
        "Wat gaat u erop aansluiten?",
        "What will you plug in?",
        choices=[
            choice("kantoor", "Laptops, schermen of telefoons", "Laptops, monitors or telephones"),
            choice("keuken", "Koffiezetapparaat, koelkast of waterkoker", "Coffee maker, fridge or kettle"),
            choice("printer", "Printer of kopieerapparaat", "Printer or copier"),
            choice("kachel", "Eigen kacheltje", "Heater of my own"),
            choice("fietsaccu", "Accu van een fiets of step", "Battery of a bike or scooter"),
        ],
        stop=stop(
            ("kachel", "fietsaccu"),
            "Een eigen kacheltje gebruiken of de accu van een fiets of step opladen mag op de werkplek niet, omdat er "
            "brand door kan ontstaan. Heeft u het koud? Meld dat dan bij ‘Te warm, te koud of benauwd’. Voor accu’s "
            "zijn er lockers met een stopcontact in de fietsenkelder van het stadhuis.",
            "Using your own heater or charging the battery of a bike or scooter is not allowed at the workplace, "
            "because it can cause a fire. Are you cold? Then report that under ‘Too warm, too cold or stuffy’. For "
            "batteries there are lockers with a socket in the bicycle cellar of the town hall.",
        ),
    ),
    question(
        "plek",
        QuestionType.TEXT,
        "Waar precies moet het komen?",
        "Where exactly should it be?",
        help=(
            "Bijvoorbeeld: in de vergadertafel, aan de kant van het scherm.",
            "For example: in the meeting table, on the side of the screen.",
        ),
    ),
    level=Level.CLICK.value,
    price=price("185.00", ("stopcontact", "socket")),
    lead_time=days(15),
    contact="Technische dienst",
    approval={"rule": "budget_holder"},
    steps=[
        step("opnemen", "TECHNIEK", ("Situatie bekijken", "Look at the situation"), days(5)),
        step(
            "plaatsen", "TECHNIEK", ("Stopcontact plaatsen en testen", "Install and test socket"), days(10), "opnemen"
        ),
    ],
)

EMERGENCY_LIGHTING = item(
    "noodverlichting",
    "ELEKTRA",
    (Kind.MALFUNCTION,),
    ("Noodverlichting of vluchtbordje", "Emergency lighting or exit sign"),
    (
        "Een noodlamp of groen vluchtbordje dat piept, uit is of beschadigd is. Bij brand of als de stroom uitvalt, "
        "wijst die verlichting de weg naar buiten; daarom komen we binnen twee werkdagen.",
        "An emergency light or green exit sign that beeps, is out or is damaged. In a fire or power cut this lighting "
        "shows the way out, so we come within two working days.",
    ),
    "noodverlichting, noodlamp, vluchtbordje, vluchtwegbordje, nooduitgang, groen bordje, groene lamp, vluchtroute, "
    "piept, piepen, accu, armatuur, emergency light, exit sign, beeping",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat is er aan de hand?",
        "What is wrong?",
        choices=[
            choice("piept", "De lamp of het bordje piept", "The light or sign beeps"),
            choice("uit", "De lamp of het bordje is uit", "The light or sign is out"),
            choice("rood", "Er brandt of knippert een rood lampje", "A small red light is on or flashing"),
            choice("beschadigd", "Het is los of beschadigd", "It is loose or damaged"),
            choice("klopt-niet", "Het bordje wijst de verkeerde kant op", "The sign points the wrong way"),
        ],
    ),
    question(
        "plek",
        QuestionType.TEXT,
        "Waar hangt het precies?",
        "Where exactly is it?",
        help=("Bijvoorbeeld: boven de deur naar het trappenhuis.", "For example: above the door to the stairwell."),
    ),
    level=Level.CLICK.value,
    lead_time=days(2),
    contact="Technische dienst",
)

ITEMS: tuple[Request, ...] = (NO_POWER, SOCKET, EXTRA_SOCKET, EMERGENCY_LIGHTING)
