"""The catalogue items about who comes in, at which hours, and what they left or lost inside."""

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

VISITOR = item(
    "bezoeker-aanmelden",
    "TOEGANG",
    (Kind.WISH, Kind.INFORMATION),
    ("Bezoek aanmelden", "Register a visitor"),
    (
        "Meld uw bezoek van tevoren aan. Dan ligt de bezoekerspas klaar en belt de receptie zodra uw bezoek er is. "
        "Komt uw bezoek met de auto? Vraag dan ook een parkeerplaats aan.",
        "Register your visitor beforehand. The visitor’s pass will be ready and the reception desk calls when your "
        "visitor arrives. Coming by car? Then ask for a parking space too.",
    ),
    "bezoek, bezoeker, gast, gasten, aanmelden, bezoekerspas, bezoekerspasje, receptie, afspraak, sollicitant, "
    "leverancier, monteur, groep, visitor, guest, reception",
    question(
        "bezoeker",
        QuestionType.TEXT,
        "Wie komt er op bezoek?",
        "Who is visiting?",
        help=(
            "Bij een groep zet u de andere namen in uw toelichting. We wissen ze na de dag van het bezoek.",
            "For a group, put the other names in your notes. We delete them after the day of the visit.",
        ),
    ),
    question(
        "aantal",
        QuestionType.NUMBER,
        "Met hoeveel personen komt uw bezoek?",
        "How many people are coming?",
        lowest=1,
        highest=100,
    ),
    question("datum", QuestionType.DATE, "Op welke dag?", "On which day?", lowest=0),
    question("tijd", QuestionType.TIME, "Hoe laat?", "At what time?"),
    question("gastheer", QuestionType.PERSON, "Wie haalt het bezoek op?", "Who will meet the visitor?"),
    level=Level.CLICK.value,
    lead_time=hours(2),
    contact="Receptie",
    related=["parkeerplaats-bezoeker"],
)

OUT_OF_HOURS = item(
    "toegang-buiten-openingstijd",
    "TOEGANG",
    (Kind.WISH, Kind.INFORMATION),
    ("Werken buiten openingstijd", "Working outside opening hours"),
    (
        "Toegang tot het gebouw na 21.00 uur of in het weekend. We zetten de tijden op uw pas en geven ze door aan de "
        "beveiliging. Bent u met een groep, dan laten we ook de verwarming en ventilatie langer aan.",
        "Access to the building after 21:00 or at the weekend. We put the times on your pass and tell security. If you "
        "are a group, we also keep the heating and ventilation on for longer.",
    ),
    "avond, weekend, zaterdag, zondag, feestdag, overwerk, overwerken, na sluitingstijd, buiten kantoortijd, "
    "openingstijden, alarm, beveiliging, toegang, after hours, evening, overtime",
    question(
        "datum",
        QuestionType.DATE,
        "Op welke dag?",
        "On which day?",
        lowest=0,
        help=(
            "Gaat het om meer dagen? Vul de eerste in en noem de andere in uw toelichting.",
            "More than one day? Fill in the first and mention the others in your notes.",
        ),
    ),
    question("van", QuestionType.TIME, "Hoe laat komt u?", "What time will you arrive?"),
    question("tot", QuestionType.TIME, "Hoe laat is iedereen weer weg?", "By what time will everyone have left?"),
    question("waar", QuestionType.LOCATION, "In welke ruimte bent u?", "Which room will you be in?"),
    question(
        "aantal",
        QuestionType.NUMBER,
        "Met hoeveel mensen bent u?",
        "How many of you will there be?",
        lowest=1,
        highest=300,
    ),
    lead_time=days(2),
    contact="Receptie en beveiliging",
    related=["toegangspas"],
)

LOCKER_KEY = item(
    "sleutel-kluisje",
    "TOEGANG",
    (Kind.MALFUNCTION, Kind.WISH),
    ("Kluisje of locker gaat niet open", "Locker will not open"),
    (
        "Sleutel kwijt, code vergeten of een slot dat niet meer reageert. We openen het kluisje als u erbij bent; "
        "houd uw pas of identiteitsbewijs bij de hand. Alleen voor een nieuwe sleutel betaalt u.",
        "A lost key, a forgotten code or a lock that no longer responds. We open the locker with you present; please "
        "have your pass or identity card ready. You pay only for a new key.",
    ),
    "kluisje, locker, lokker, kastje, sleutel kwijt, sleuteltje, code vergeten, pincode, slot, rood lampje, klemt, "
    "openmaken, reservesleutel, key, lock, locked out",
    question(
        "eigen",
        QuestionType.CHOICE,
        "Is het uw eigen kluisje?",
        "Is it your own locker?",
        choices=[YES, NO],
        stop=stop(
            ("nee",),
            "We openen een kluisje alleen voor wie het gebruikt. Moet het open en is uw collega er niet? Vraag dan uw "
            "leidinggevende om de servicedesk te bellen.",
            "We open a locker only for the person who uses it. Must it be opened while your colleague is away? Then "
            "ask your manager to call the service desk.",
        ),
    ),
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat is er aan de hand?",
        "What is wrong?",
        choices=[
            choice("sleutel", "De sleutel is kwijt", "The key is lost"),
            choice("code", "Ik weet de code niet meer", "I have forgotten the code"),
            choice("pas", "Het slot reageert niet op mijn pas", "The lock does not respond to my pass"),
            choice("klemt", "Het deurtje klemt of het slot is kapot", "The door is stuck or the lock is broken"),
        ],
    ),
    question("nummer", QuestionType.TEXT, "Welk nummer heeft het kluisje?", "What is the locker’s number?"),
    question("waar", QuestionType.LOCATION, "Waar is het kluisje?", "Where is the locker?"),
    question(
        "nieuwe-sleutel",
        QuestionType.CHOICE,
        "Wilt u een nieuwe sleutel?",
        "Would you like a new key?",
        when=when("wat", "sleutel"),
        choices=[YES, NO],
    ),
    lead_time=hours(4),
    price=price("15.00", ("per nieuwe sleutel", "per new key"), Payer.CUSTOMER),
    contact="Receptie",
    related=["toegangspas"],
)

LOST_PROPERTY = item(
    "gevonden-voorwerpen",
    "TOEGANG",
    (Kind.INFORMATION, Kind.WISH),
    ("Iets verloren of gevonden", "Lost property"),
    (
        "Bent u iets kwijt, of heeft u iets gevonden? Gevonden spullen bewaren we vier weken bij de receptie van "
        "het gebouw. We bellen u als er iets ligt dat op uw omschrijving lijkt.",
        "Have you lost something, or found something? We keep what is found for four weeks at the reception desk of "
        "the building. We call you if something matches your description.",
    ),
    "verloren, kwijt, gevonden, vermist, zoek, laten liggen, vergeten, tas, jas, telefoon, portemonnee, sleutels, "
    "bril, paraplu, oortjes, verloren voorwerp, lost, found, lost property",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat is er gebeurd?",
        "What happened?",
        choices=[
            choice("verloren", "Ik ben iets kwijt", "I have lost something"),
            choice("gevonden", "Ik heb iets gevonden", "I have found something"),
            choice("verdacht", "Ik zie een verdacht pakket of een verdachte tas", "I see a suspicious parcel or bag"),
        ],
        stop=stop(
            ("verdacht",),
            "Raak het niet aan, blijf uit de buurt en houd anderen op afstand. Waarschuw meteen de receptie of de "
            "beveiliging. Is er direct gevaar, bel dan 112.",
            "Do not touch it, stay away and keep others at a distance. Warn the reception desk or security at once. If "
            "there is immediate danger, call 112.",
        ),
    ),
    question(
        "soort",
        QuestionType.CHOICE,
        "Om wat voor voorwerp gaat het?",
        "What kind of object is it?",
        choices=[
            choice("tas", "Tas of portemonnee", "Bag or wallet"),
            choice("sleutels", "Sleutels of pas", "Keys or pass"),
            choice("elektronica", "Telefoon, laptop of oortjes", "Telephone, laptop or earphones"),
            choice("kleding", "Jas, sjaal, bril of paraplu", "Coat, scarf, glasses or umbrella"),
            choice("anders", "Iets anders", "Something else"),
        ],
    ),
    question(
        "kenmerken",
        QuestionType.LONG_TEXT,
        "Hoe ziet het eruit?",
        "What does it look like?",
        help=(
            "Bijvoorbeeld kleur en merk. Schrijf geen nummers van passen of documenten op.",
            "For example colour and brand. Please do not write down numbers of cards or documents.",
        ),
    ),
    question("waar", QuestionType.LOCATION, "Waar ongeveer?", "Roughly where?", required=False),
    question("datum", QuestionType.DATE, "Op welke dag?", "On which day?", highest=0),
    level=Level.CALL.value,
    lead_time=days(1),
    contact="Receptie",
)

ITEMS: tuple[Request, ...] = (VISITOR, OUT_OF_HOURS, LOCKER_KEY, LOST_PROPERTY)
