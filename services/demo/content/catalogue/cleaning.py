"""The catalogue items about cleaning that can be planned: extra rounds, windows and stains."""

from services.demo.content.catalogue.shapes import (
    NO,
    YES,
    Request,
    choice,
    days,
    item,
    price,
    question,
    stop,
    when,
)
from services.shared.vocabulary import Kind, Level, QuestionType

EXTRA_CLEANING = item(
    "extra-schoonmaak",
    "SCHOONMAAK",
    (Kind.WISH,),
    ("Extra schoonmaak", "Extra cleaning"),
    (
        "Een extra schoonmaakbeurt, bijvoorbeeld vóór een open dag of na een verbouwing. Vraag dit minstens drie "
        "werkdagen van tevoren aan; vanaf € 250 vragen we eerst akkoord aan uw budgethouder. Is er nu iets gemorst? "
        "Kies dan ‘Gemorst of vies: direct schoonmaken’.",
        "An extra round of cleaning, for example before an open day or after building work. Please ask at least three "
        "working days ahead; from €250 we first ask your budget holder to agree. Has something just been spilled? Then "
        "choose ‘Spilled or dirty: clean now’.",
    ),
    "schoonmaak, schoonmaken, extra beurt, poetsen, grote schoonmaak, stofzuigen, dweilen, stoffen, opleveren, "
    "bijeenkomst, open dag, feest, receptie, na verbouwing, bouwstof, cleaning, hoovering, deep clean",
    question(
        "wat",
        QuestionType.CHOICES,
        "Wat moet er worden schoongemaakt?",
        "What needs cleaning?",
        choices=[
            choice("vloer", "Vloer", "Floor"),
            choice("meubels", "Tafels, stoelen en kasten", "Tables, chairs and cabinets"),
            choice("toiletten", "Toiletten", "Toilets"),
            choice("pantry", "Pantry of keuken", "Pantry or kitchen"),
            choice("binnenglas", "Glas aan de binnenkant", "Glass on the inside"),
        ],
    ),
    question("datum", QuestionType.DATE, "Op welke dag?", "On which day?", lowest=0),
    question(
        "tijd",
        QuestionType.TIME,
        "Vanaf hoe laat kunnen we beginnen?",
        "From what time can we start?",
        help=("Buiten kantoortijd kan ook.", "Outside office hours is possible too."),
    ),
    question(
        "deur",
        QuestionType.PERSON,
        "Wie doet de deur voor ons open?",
        "Who will open the door for us?",
        required=False,
        help=("Alleen nodig als de ruimte dan op slot is.", "Only needed if the room is locked at that time."),
    ),
    level=Level.CLICK.value,
    price=price("38.50", ("uur", "hour")),
    lead_time=days(3),
    contact="Schoonmaak",
    approval={"rule": "above_amount", "amount": "250.00"},
)

WINDOW_CLEANING = item(
    "glasbewassing",
    "SCHOONMAAK",
    (Kind.WISH, Kind.COMPLAINT, Kind.INFORMATION),
    ("Ramen wassen", "Window cleaning"),
    (
        "De ramen worden aan de buitenkant elk kwartaal gewassen; u krijgt een week van tevoren bericht. Meld hier dat "
        "een raam is overgeslagen, vraag een extra beurt aan of vraag wanneer de glazenwasser komt.",
        "The windows are cleaned on the outside every quarter; you are told a week ahead. Here you can report a window "
        "that was missed, ask for an extra round or ask when the window cleaner is coming.",
    ),
    "ramen, ramen wassen, ramen lappen, zemen, glazenwasser, glasbewassing, vieze ramen, ruit, strepen, vogelpoep, "
    "vingerafdrukken, glazen deur, glaswand, window cleaning, windows, dirty windows, "
    "vuile ramen, ramen vies",
    question(
        "wat",
        QuestionType.CHOICE,
        "Waar gaat het om?",
        "What is it about?",
        choices=[
            choice(
                "niet-schoon", "Een raam is overgeslagen of niet goed schoon", "A window was missed or is not clean"
            ),
            choice("extra", "Ik wil een extra beurt", "I would like an extra round"),
            choice(
                "planning",
                "Ik wil weten wanneer de glazenwasser komt",
                "I want to know when the window cleaner is coming",
            ),
        ],
    ),
    question(
        "kant",
        QuestionType.CHOICES,
        "Om welk glas gaat het?",
        "Which glass is it?",
        choices=[
            choice("buiten", "Ramen aan de buitenkant", "Windows on the outside"),
            choice("binnen", "Ramen aan de binnenkant", "Windows on the inside"),
            choice("glaswand", "Glazen wand of deur in het gebouw", "Glass wall or door in the building"),
        ],
        when=when("wat", "niet-schoon", "extra"),
    ),
    question(
        "ramen",
        QuestionType.NUMBER,
        "Om hoeveel ramen gaat het ongeveer?",
        "About how many windows?",
        required=False,
        lowest=1,
        highest=300,
        when=when("wat", "niet-schoon", "extra"),
    ),
    question(
        "datum",
        QuestionType.DATE,
        "Wanneer moeten de ramen schoon zijn?",
        "By when should the windows be clean?",
        lowest=0,
        required=False,
        when=when("wat", "extra"),
    ),
    level=Level.CLICK.value,
    lead_time=days(10),
    contact="Schoonmaak",
)

STAINS = item(
    "tapijt-vlekken",
    "SCHOONMAAK",
    (Kind.WISH, Kind.COMPLAINT),
    ("Vlekken in tapijt of stoelen", "Stains in carpet or chairs"),
    (
        "Vlekken die met stofzuigen of een doekje niet weggaan, in vloerbedekking, stoelen of gordijnen. We behandelen "
        "ze binnen vijf werkdagen; een oude vlek gaat er niet altijd helemaal uit.",
        "Stains that do not come out with a vacuum cleaner or a cloth, in carpet, chairs or curtains. We treat them "
        "within five working days; an old stain does not always come out completely.",
    ),
    "vlek, vlekken, tapijt, vloerbedekking, tapijttegel, kleed, stoelbekleding, bank, bekleding, gordijn, koffievlek, "
    "inkt, kauwgom, dieptereiniging, reinigen, stain, carpet, upholstery",
    question(
        "nat",
        QuestionType.CHOICE,
        "Is de vlek nog nat?",
        "Is the stain still wet?",
        choices=[YES, NO],
        stop=stop(
            ("ja",),
            "Dep de vlek met keukenpapier en wrijf niet. Kies daarna ‘Gemorst of vies: direct schoonmaken’: dan komen "
            "we meteen, en krijgen we de vlek er meestal nog uit.",
            "Dab the stain with kitchen paper and do not rub. Then choose ‘Spilled or dirty: clean now’: we come at "
            "once, and can usually still get the stain out.",
        ),
    ),
    question(
        "waarin",
        QuestionType.CHOICES,
        "Waar zit de vlek in?",
        "What is the stain in?",
        choices=[
            choice("tapijt", "Tapijt of vloerbedekking", "Carpet"),
            choice("stoel", "Stoel of bank", "Chair or sofa"),
            choice("wand", "Gordijn of scheidingswand", "Curtain or partition"),
        ],
    ),
    question(
        "waarvan",
        QuestionType.TEXT,
        "Waar is de vlek van?",
        "What is the stain from?",
        required=False,
        help=(
            "Bijvoorbeeld koffie, inkt of kauwgom. Weet u het niet? Laat dit dan leeg.",
            "For example coffee, ink or chewing gum. If you do not know, leave this empty.",
        ),
    ),
    question(
        "aantal",
        QuestionType.NUMBER,
        "Om hoeveel vlekken of stoelen gaat het?",
        "How many stains or chairs?",
        lowest=1,
        highest=200,
    ),
    level=Level.CLICK.value,
    lead_time=days(5),
    contact="Schoonmaak",
)

ITEMS: tuple[Request, ...] = (EXTRA_CLEANING, WINDOW_CLEANING, STAINS)
