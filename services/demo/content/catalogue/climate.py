"""The catalogue items about sun and air that are not about the temperature: blinds and noisy ventilation."""

from services.demo.content.catalogue.shapes import NO, YES, Request, choice, days, item, question, stop, when
from services.shared.vocabulary import Kind, Level, QuestionType

SUN_BLINDS = item(
    "zonwering",
    "KLIMAAT",
    (Kind.MALFUNCTION, Kind.WISH),
    ("Zonwering, rolgordijn of lamellen", "Sun blinds and roller blinds"),
    (
        "Zonwering buiten die blijft hangen of niet reageert, of een rolgordijn of lamel binnen die kapot is. Bij "
        "harde wind beweegt de zonwering buiten vanzelf en doet de knop even niets; dat is geen storing. Is er nog "
        "geen zonwering, dan komen we kijken wat er mogelijk is.",
        "Outdoor sun blinds that are stuck or do not respond, or a roller or vertical blind indoors that is broken. In "
        "strong wind the outdoor blinds move by themselves and the button does nothing for a while; that is not a "
        "fault. If there are no blinds yet, we come and see what is possible.",
    ),
    "zonwering, zonnescherm, screen, screens, luxaflex, lamellen, jaloezie, rolgordijn, gordijn, zon, felle zon, "
    "schittering, verduistering, knop, blinds, sunscreen, curtain, glare, "
    "blinds stuck",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat is er aan de hand?",
        "What is wrong?",
        choices=[
            choice(
                "reageert-niet",
                "De zonwering buiten reageert niet op de knop",
                "The outdoor blind does not respond to the button",
            ),
            choice("vast", "De zonwering buiten hangt scheef of zit vast", "The outdoor blind is crooked or stuck"),
            choice("binnen", "Een rolgordijn of lamel binnen is kapot", "A blind indoors is broken"),
            choice(
                "ontbreekt",
                "Er is geen zonwering en we hebben last van de zon",
                "There are no blinds and the sun bothers us",
            ),
        ],
    ),
    question(
        "wind",
        QuestionType.CHOICE,
        "Waait het op dit moment hard?",
        "Is there a strong wind at the moment?",
        choices=[YES, NO],
        when=when("wat", "reageert-niet"),
        stop=stop(
            ("ja",),
            "De zonwering beschermt zichzelf tegen de wind en reageert dan niet op de knop. Wacht tot de wind is gaan "
            "liggen. Doet de knop het een halfuur later nog niet? Meld het dan opnieuw.",
            "The blinds protect themselves against the wind and do not respond to the button. Please wait until the "
            "wind has dropped. If the button still does nothing half an hour later, report it again.",
        ),
    ),
    question(
        "tijd",
        QuestionType.CHOICES,
        "Wanneer heeft u last van de zon?",
        "When does the sun bother you?",
        choices=[
            choice("ochtend", "’s Ochtends", "In the morning"),
            choice("middag", "Rond het middaguur", "Around noon"),
            choice("namiddag", "Later op de middag", "Later in the afternoon"),
        ],
        when=when("wat", "ontbreekt"),
    ),
    question("ramen", QuestionType.NUMBER, "Om hoeveel ramen gaat het?", "How many windows?", lowest=1, highest=100),
    level=Level.CLICK.value,
    lead_time=days(5),
    contact="Technische dienst",
)

VENTILATION_NOISE = item(
    "ventilatie-lawaai",
    "KLIMAAT",
    (Kind.MALFUNCTION, Kind.COMPLAINT),
    ("Lawaai van ventilatie of airco", "Noise from ventilation or air conditioning"),
    (
        "Een rooster, airco of ventilatie die fluit, bromt of ratelt. We komen binnen vijf werkdagen luisteren; kunt u "
        "zo niet werken, dan komen we eerder.",
        "A vent, air conditioner or ventilation system that whistles, hums or rattles. We come and listen within five "
        "working days, or sooner if you cannot work with it.",
    ),
    "ventilatie, airco, rooster, ventilatierooster, luchtrooster, lawaai, herrie, geluid, brommen, bromt, zoemen, "
    "fluiten, fluit, ratelen, tikken, geluidsoverlast, noise, ventilation, air conditioning",
    question(
        "geluid",
        QuestionType.CHOICE,
        "Wat hoort u?",
        "What do you hear?",
        choices=[
            choice("fluiten", "Fluiten of piepen", "Whistling or squeaking"),
            choice("brommen", "Brommen of zoemen", "Humming or buzzing"),
            choice("ratelen", "Ratelen of tikken", "Rattling or ticking"),
            choice("blazen", "Hard blazen", "Loud blowing"),
        ],
    ),
    question(
        "wanneer",
        QuestionType.CHOICE,
        "Wanneer hoort u het?",
        "When do you hear it?",
        choices=[
            choice("altijd", "De hele dag", "All day"),
            choice("vaste-tijd", "Elke dag rond dezelfde tijd", "Every day at about the same time"),
            choice("soms", "Af en toe", "Now and then"),
        ],
    ),
    question(
        "tijdstip",
        QuestionType.TIME,
        "Hoe laat begint het meestal?",
        "At what time does it usually start?",
        when=when("wanneer", "vaste-tijd"),
    ),
    question(
        "werken",
        QuestionType.CHOICE,
        "Kunt u met dit geluid nog werken of vergaderen?",
        "Can you still work or hold meetings with this noise?",
        choices=[
            choice("ja", "Ja, het stoort alleen", "Yes, it is just annoying"),
            choice("moeilijk", "Met moeite", "With difficulty"),
            choice("nee", "Nee, de ruimte is niet te gebruiken", "No, the room cannot be used"),
        ],
    ),
    level=Level.CLICK.value,
    lead_time=days(5),
    contact="Technische dienst",
)

ITEMS: tuple[Request, ...] = (SUN_BLINDS, VENTILATION_NOISE)
