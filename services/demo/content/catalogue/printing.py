"""The catalogue items about print and paper: printed matter, business cards, supplies and large formats."""

from services.demo.content.catalogue.shapes import Request, choice, days, item, price, question, when
from services.shared.vocabulary import Kind, Level, QuestionType

PRINTED_MATTER = item(
    "drukwerk",
    "DRUKWERK",
    (Kind.WISH, Kind.INFORMATION),
    ("Drukwerk en repro", "Printing and copying"),
    (
        "Boekjes, flyers, raadsstukken of uitnodigingen laten drukken, met snijden, vouwen en nieten. Tot 500 "
        "exemplaren doen we dat zelf binnen drie werkdagen; grotere oplagen besteden we uit. Lever uw bestand aan "
        "als pdf.",
        "Have booklets, flyers, council papers or invitations printed, with cutting, folding and stapling. Up to 500 "
        "copies we do ourselves within three working days; larger runs go to a printer. Please supply a PDF.",
    ),
    "drukwerk, drukken, printen, afdrukken, kopiëren, kopieren, repro, flyer, folder, boekje, brochure, raadsstukken, "
    "uitnodiging, nieten, ringband, oplage, printing, copies, leaflet",
    question("oplage", QuestionType.NUMBER, "Hoeveel exemplaren?", "How many copies?", lowest=1, highest=5000),
    question(
        "formaat",
        QuestionType.CHOICE,
        "Welk formaat?",
        "Which size?",
        help=(
            "Kiest u een ander formaat? Noem het dan in uw toelichting.",
            "Another size? Please mention it in your notes.",
        ),
        choices=[
            choice("a5", "A5", "A5"),
            choice("a4", "A4", "A4"),
            choice("a3", "A3", "A3"),
            choice("anders", "Een ander formaat", "Another size"),
        ],
    ),
    question(
        "kleur",
        QuestionType.CHOICE,
        "In kleur of zwart-wit?",
        "In colour or black and white?",
        required=False,
        choices=[choice("kleur", "Kleur", "Colour"), choice("zwart-wit", "Zwart-wit", "Black and white")],
    ),
    question("datum", QuestionType.DATE, "Wanneer moet het klaar zijn?", "When should it be ready?", lowest=0),
    question(
        "afwerking",
        QuestionType.CHOICE,
        "Welke afwerking?",
        "Which finish?",
        required=False,
        choices=[
            choice("geen", "Losse vellen", "Loose sheets"),
            choice("nieten", "Geniet", "Stapled"),
            choice("vouwen", "Gevouwen", "Folded"),
            choice("ringband", "Ringband", "Wire-bound"),
        ],
    ),
    lead_time=days(3),
    price=price("0.08", ("per A4-kant in kleur", "per A4 side in colour")),
    approval={"rule": "above_amount", "amount": "250.00"},
    contact="Repro",
)

BUSINESS_CARDS = item(
    "visitekaartjes",
    "DRUKWERK",
    (Kind.WISH, Kind.INFORMATION),
    ("Visitekaartjes", "Business cards"),
    (
        "Visitekaartjes in de huisstijl van uw organisatie. U krijgt eerst een drukproef per mail; na uw akkoord gaan "
        "ze naar de drukker. Reken in totaal op tien werkdagen.",
        "Business cards in your organisation’s house style. You first get a proof by email; once you approve it, the "
        "cards go to the printer. Allow ten working days in all.",
    ),
    "visitekaartjes, visitekaartje, visite kaartjes, kaartjes, naamkaartje, adreskaartje, contactgegevens, huisstijl, "
    "logo, qr-code, business card, business cards",
    question(
        "naam",
        QuestionType.TEXT,
        "Welke naam komt op het kaartje?",
        "Which name goes on the card?",
        help=("Schrijf de naam precies zoals u hem gedrukt wilt.", "Write the name exactly as it should be printed."),
    ),
    question("functie", QuestionType.TEXT, "Welke functie en afdeling?", "Which job title and department?"),
    question(
        "gegevens",
        QuestionType.LONG_TEXT,
        "Welk telefoonnummer en e-mailadres?",
        "Which telephone number and email address?",
    ),
    question(
        "achterkant",
        QuestionType.CHOICE,
        "Wat komt er op de achterkant?",
        "What goes on the back?",
        choices=[
            choice("logo", "Alleen het logo", "Only the logo"),
            choice("engels", "Dezelfde gegevens in het Engels", "The same details in English"),
            choice("qr", "Een QR-code met uw contactgegevens", "A QR code with your contact details"),
        ],
    ),
    question(
        "aantal",
        QuestionType.CHOICE,
        "Hoeveel kaartjes?",
        "How many cards?",
        choices=[choice("100", "100", "100"), choice("250", "250", "250"), choice("500", "500", "500")],
    ),
    level=Level.CLICK.value,
    lead_time=days(10),
    price=price("24.00", ("per 100 kaartjes", "per 100 cards")),
    contact="Repro",
    related=["drukwerk"],
)

SUPPLIES = item(
    "kantoorartikelen",
    "DRUKWERK",
    (Kind.WISH,),
    ("Kantoorartikelen", "Office supplies"),
    (
        "Pennen, papier, mappen, enveloppen en andere kleine spullen voor uw afdeling. Kijk eerst in de voorraadkast "
        "van uw gebouw; wat daar niet ligt, brengen we met de postronde mee.",
        "Pens, paper, folders, envelopes and other small things for your department. Please look first in the supply "
        "cupboard in your building; what is not there, we bring along with the mail round.",
    ),
    "kantoorartikelen, kantoorspullen, pennen, pen, papier, printpapier, kopieerpapier, mappen, ordner, nietjes, "
    "nietmachine, enveloppen, plakband, post-it, batterijen, schrijfblok, stationery, office supplies, paper, pens",
    question(
        "soort",
        QuestionType.CHOICES,
        "Wat heeft u nodig?",
        "What do you need?",
        choices=[
            choice("schrijven", "Pennen, stiften en schrijfblokken", "Pens, markers and notepads"),
            choice("papier", "Printpapier", "Printing paper"),
            choice("mappen", "Mappen en ordners", "Folders and ring binders"),
            choice("post", "Enveloppen en etiketten", "Envelopes and labels"),
            choice("klein", "Nietjes, plakband en paperclips", "Staples, adhesive tape and paper clips"),
            choice("batterijen", "Batterijen", "Batteries"),
            choice("anders", "Iets anders", "Something else"),
        ],
    ),
    question(
        "lijst",
        QuestionType.LONG_TEXT,
        "Wat precies, en hoeveel?",
        "What exactly, and how many?",
        help=("Bijvoorbeeld ‘2 dozen blauwe balpennen’.", "For example ‘2 boxes of blue ballpoint pens’."),
    ),
    question("waar", QuestionType.LOCATION, "Waar mogen we het bezorgen?", "Where can we deliver it?"),
    level=Level.CLICK.value,
    lead_time=days(2),
    contact="Huisdienst",
)

LARGE_FORMAT = item(
    "poster-scannen",
    "DRUKWERK",
    (Kind.WISH, Kind.INFORMATION),
    ("Posters en tekeningen printen of scannen", "Print or scan posters and drawings"),
    (
        "Posters, kaarten en bouwtekeningen tot en met A0 printen of scannen. Een scan krijgt u als pdf per mail; een "
        "print ligt opgerold klaar in de reproruimte, of we brengen hem met de postronde mee.",
        "Print or scan posters, maps and building drawings up to A0. You get a scan as a PDF by email; a print is "
        "ready and rolled up in the copy room, or we bring it along with the mail round.",
    ),
    "poster, affiche, plattegrond, bouwtekening, tekening, kaart, groot formaat, grootformaat, plotten, plotter, scan, "
    "scannen, inscannen, a0, a1, a2, banner, large format, plot, scanner",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat moeten we doen?",
        "What should we do?",
        choices=[
            choice("printen", "Printen", "Print"),
            choice("scannen", "Scannen", "Scan"),
            choice("beide", "Scannen en printen", "Scan and print"),
        ],
    ),
    question(
        "formaat",
        QuestionType.CHOICE,
        "Welk formaat?",
        "Which size?",
        choices=[choice("a2", "A2", "A2"), choice("a1", "A1", "A1"), choice("a0", "A0", "A0")],
    ),
    question("aantal", QuestionType.NUMBER, "Hoeveel vellen?", "How many sheets?", lowest=1, highest=200),
    question(
        "papier",
        QuestionType.CHOICE,
        "Op welk papier?",
        "On which paper?",
        when=when("wat", "printen", "beide"),
        choices=[
            choice("gewoon", "Gewoon papier", "Plain paper"),
            choice("stevig", "Stevig posterpapier", "Heavy poster paper"),
            choice("buiten", "Watervast, voor buiten", "Waterproof, for outdoors"),
        ],
    ),
    question("datum", QuestionType.DATE, "Wanneer moet het klaar zijn?", "When should it be ready?", lowest=0),
    lead_time=days(2),
    price=price("4.50", ("per geprint vel; scannen is gratis", "per printed sheet; scanning is free")),
    contact="Repro",
    related=["drukwerk"],
)

ITEMS: tuple[Request, ...] = (PRINTED_MATTER, BUSINESS_CARDS, SUPPLIES, LARGE_FORMAT)
