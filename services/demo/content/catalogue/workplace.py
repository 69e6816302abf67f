"""The catalogue items about a workplace: what stands on the desk, hangs on the wall or is taken home."""

from services.demo.content.catalogue.shapes import Request, choice, days, item, price, question, stop, when
from services.shared.vocabulary import Kind, Level, Payer, QuestionType

EXTRA_MONITOR = item(
    "extra-monitor",
    "WERKPLEK",
    (Kind.WISH,),
    ("Extra beeldscherm of monitorarm", "Extra monitor or monitor arm"),
    (
        "Een tweede of groter beeldscherm op een werkplek, met een arm om het op de goede hoogte te zetten. Wij maken "
        "de arm vast aan het bureau; ICT levert het scherm en sluit het aan.",
        "A second or larger monitor at a workplace, with an arm to set it at the right height. We fit the arm to the "
        "desk; ICT supplies the monitor and connects it.",
    ),
    "monitor, beeldscherm, scherm, tweede scherm, extra scherm, groot scherm, monitorarm, schermarm, dubbel scherm, "
    "breedbeeld, display, second screen, screen, monitor arm",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat heeft u nodig?",
        "What do you need?",
        choices=[
            choice("tweede", "Een tweede beeldscherm met arm", "A second monitor with an arm"),
            choice("groter", "Een groter beeldscherm met arm", "A larger monitor with an arm"),
            choice("arm", "Alleen een monitorarm", "Only a monitor arm"),
            choice("kapot", "Mijn beeldscherm doet het niet", "My monitor does not work"),
        ],
        stop=stop(
            ("kapot",),
            "Een beeldscherm dat het niet doet, lost de ICT-servicedesk met u op. Kijk eerst of de kabels goed "
            "vastzitten en of het scherm aanstaat. Helpt dat niet, bel dan de ICT-servicedesk; het nummer staat op de "
            "sticker op uw laptop.",
            "The IT service desk will help you with a monitor that does not work. First check that the cables are "
            "firmly in place and that the monitor is switched on. If that does not help, call the IT service desk; the "
            "number is on the sticker on your laptop.",
        ),
    ),
    question("waar", QuestionType.LOCATION, "In welke ruimte is de werkplek?", "In which room is the workplace?"),
    question(
        "reden",
        QuestionType.LONG_TEXT,
        "Waarvoor heeft u een groter beeldscherm nodig?",
        "What do you need a larger monitor for?",
        help=(
            "Bijvoorbeeld voor tekeningen of brede tabellen. Schrijf hier geen medische gegevens op.",
            "For example for drawings or wide tables. Please do not give medical details here.",
        ),
        when=when("wat", "groter"),
    ),
    level=Level.CLICK.value,
    lead_time=days(10),
    price=price("195.00", ("per beeldscherm met arm", "per monitor with arm")),
    approval={"rule": "budget_holder"},
    related=["werkplek-instellen"],
)

KEYBOARD_MOUSE = item(
    "toetsenbord-muis",
    "WERKPLEK",
    (Kind.WISH, Kind.MALFUNCTION),
    ("Toetsenbord of muis", "Keyboard or mouse"),
    (
        "Een gewoon of ergonomisch toetsenbord, of een andere muis, zoals een verticale muis of een muis voor "
        "linkshandigen. Het ligt na twee werkdagen voor u klaar bij de receptie. Bevalt het niet? Binnen twee weken "
        "mag u het ruilen.",
        "A standard or ergonomic keyboard, or another mouse, such as a vertical or left-handed one. It is ready for "
        "you at the reception desk after two working days. Not happy with it? You can exchange it within two weeks.",
    ),
    "toetsenbord, tobo, keyboard, muis, computermuis, verticale muis, rollermouse, ergonomisch, muisarm, rsi, "
    "linkshandig, draadloos, bluetooth, usb, mouse",
    question(
        "reden",
        QuestionType.CHOICE,
        "Waarom vraagt u dit aan?",
        "Why are you asking for this?",
        choices=[
            choice("nieuw", "Ik heb er nog geen", "I do not have one yet"),
            choice("kapot", "Het oude is kapot", "The old one is broken"),
            choice("ander-model", "Ik werk liever met een ander model", "I prefer to work with another model"),
            choice("verbinding", "Het maakt geen verbinding met mijn laptop", "It does not connect to my laptop"),
        ],
        stop=stop(
            ("verbinding",),
            "Probeer eerst nieuwe batterijen of een andere usb-poort. Helpt dat niet, bel dan de ICT-servicedesk; het "
            "nummer staat op de sticker op uw laptop.",
            "First try new batteries or another USB port. If that does not help, call the IT service desk; the "
            "number is on the sticker on your laptop.",
        ),
    ),
    question(
        "wat",
        QuestionType.CHOICES,
        "Wat wilt u hebben?",
        "What would you like to have?",
        choices=[
            choice("toetsenbord", "Een gewoon toetsenbord", "A standard keyboard"),
            choice("compact", "Een compact toetsenbord zonder cijferblok", "A compact keyboard without number pad"),
            choice("muis", "Een gewone muis", "A standard mouse"),
            choice("verticaal", "Een verticale muis", "A vertical mouse"),
            choice("links", "Een muis voor linkshandigen", "A left-handed mouse"),
        ],
    ),
    question(
        "aansluiting",
        QuestionType.CHOICE,
        "Met of zonder draad?",
        "Wired or wireless?",
        choices=[choice("draad", "Met draad", "Wired"), choice("draadloos", "Draadloos", "Wireless")],
    ),
    level=Level.CLICK.value,
    lead_time=days(2),
    price=price("35.00", ("stuk", "piece"), Payer.NOBODY),
    related=["extra-monitor", "werkplek-instellen"],
)

WHITEBOARD = item(
    "whiteboard",
    "WERKPLEK",
    (Kind.WISH,),
    ("Whiteboard, prikbord of flip-over", "Whiteboard, pinboard or flip chart"),
    (
        "Een whiteboard of prikbord laten ophangen, verplaatsen of weghalen, of een flip-over voor in uw ruimte. "
        "Stiften en een wisser zitten erbij. Voordat we boren, controleren we of er leidingen in de muur zitten.",
        "Have a whiteboard or pinboard put up, moved or taken away, or get a flip chart for your room. Markers and an "
        "eraser are included. Before we drill, we check the wall for pipes and cables.",
    ),
    "whiteboard, white board, witbord, schoolbord, prikbord, magneetbord, flipover, flip-over, flap-over, flipchart, "
    "stiften, wisser, bord ophangen, kanban, pinboard, flip chart",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat moeten we doen?",
        "What should we do?",
        choices=[
            choice("whiteboard", "Een whiteboard ophangen", "Put up a whiteboard"),
            choice("prikbord", "Een prikbord ophangen", "Put up a pinboard"),
            choice("flip-over", "Een flip-over neerzetten", "Bring a flip chart"),
            choice("verplaatsen", "Een bord verplaatsen of weghalen", "Move a board or take it away"),
        ],
    ),
    question(
        "formaat",
        QuestionType.CHOICE,
        "Hoe groot moet het bord zijn?",
        "What size should the board be?",
        when=when("wat", "whiteboard", "prikbord"),
        choices=[
            choice("klein", "60 × 90 cm", "60 × 90 cm"),
            choice("middel", "90 × 120 cm", "90 × 120 cm"),
            choice("groot", "100 × 200 cm", "100 × 200 cm"),
        ],
    ),
    question("waar", QuestionType.LOCATION, "In welke ruimte?", "In which room?"),
    question(
        "plek",
        QuestionType.TEXT,
        "Op welke plek in de ruimte?",
        "Where in the room?",
        required=False,
        help=("Bijvoorbeeld ‘links van de deur’.", "For example ‘to the left of the door’."),
    ),
    lead_time=days(8),
    price=price("95.00", ("per bord", "per board")),
    contact="Huisdienst",
)

HOME_OFFICE = item(
    "thuiswerkplek",
    "WERKPLEK",
    (Kind.WISH, Kind.INFORMATION),
    ("Thuiswerkplek", "Home workplace"),
    (
        "Een bureau en een bureaustoel in bruikleen voor wie regelmatig thuiswerkt. We bezorgen ze bij u thuis en "
        "zetten het bureau in elkaar. Gaat u uit dienst, dan halen we alles weer op.",
        "A desk and an office chair on loan for people who regularly work from home. We deliver them to your home and "
        "assemble the desk. When you leave the organisation, we collect everything.",
    ),
    "thuiswerken, thuiswerkplek, thuis werken, thuiskantoor, bureau thuis, stoel thuis, hybride werken, bruikleen, "
    "bezorgen, ophalen, home office, working from home, wfh",
    question(
        "wat",
        QuestionType.CHOICE,
        "Waar gaat het om?",
        "What is it about?",
        choices=[
            choice("bureau-en-stoel", "Een bureau en een stoel", "A desk and a chair"),
            choice("bureau", "Alleen een bureau", "Only a desk"),
            choice("stoel", "Alleen een stoel", "Only a chair"),
            choice("ict", "Een laptop, beeldscherm of headset voor thuis", "A laptop, monitor or headset for home"),
        ],
        stop=stop(
            ("ict",),
            "Laptops, beeldschermen en headsets voor thuis vraagt u aan bij de ICT-servicedesk. Een bureau of stoel "
            "vraagt u hier aan.",
            "Please ask the IT service desk for a laptop, monitor or headset for home. You can ask for a desk or a "
            "chair here.",
        ),
    ),
    question(
        "breedte",
        QuestionType.NUMBER,
        "Hoe breed mag het bureau zijn, in centimeters?",
        "How wide may the desk be, in centimetres?",
        help=("Het smalste bureau is 80 centimeter breed.", "The narrowest desk is 80 centimetres wide."),
        when=when("wat", "bureau-en-stoel", "bureau"),
        lowest=80,
        highest=180,
    ),
    question(
        "adres",
        QuestionType.TEXT,
        "Op welk adres kunnen we bezorgen?",
        "What is the delivery address?",
        help=(
            "We gebruiken uw adres alleen om te bezorgen en later weer op te halen.",
            "We use your address only to deliver things and to collect them later.",
        ),
    ),
    question(
        "dagen",
        QuestionType.CHOICES,
        "Op welke dagen bent u meestal thuis?",
        "On which days are you usually at home?",
        choices=[
            choice("ma", "Maandag", "Monday"),
            choice("di", "Dinsdag", "Tuesday"),
            choice("wo", "Woensdag", "Wednesday"),
            choice("do", "Donderdag", "Thursday"),
            choice("vr", "Vrijdag", "Friday"),
        ],
    ),
    question(
        "let-op",
        QuestionType.TEXT,
        "Waar moeten de bezorgers op letten?",
        "What should the delivery team know?",
        required=False,
        help=("Bijvoorbeeld een smalle trap of geen lift.", "For example a narrow staircase or no lift."),
    ),
    lead_time=days(15),
    price=price("425.00", ("per bureau met stoel", "per desk and chair")),
    approval={"rule": "budget_holder"},
    contact="Huisdienst",
    related=["werkplek-instellen"],
)

ITEMS: tuple[Request, ...] = (EXTRA_MONITOR, KEYBOARD_MOUSE, WHITEBOARD, HOME_OFFICE)
