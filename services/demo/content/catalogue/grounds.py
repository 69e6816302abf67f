"""The catalogue items about the grounds around the buildings: ice, greenery, paving and fences."""

from services.demo.content.catalogue.shapes import NO, YES, Request, choice, days, hours, item, question, stop, when
from services.shared.vocabulary import Kind, Level, QuestionType

ICE = item(
    "gladheid",
    "TERREIN",
    (Kind.MALFUNCTION, Kind.WISH),
    ("Gladheid of sneeuw", "Ice or snow"),
    (
        "Sneeuw, ijs of een andere gladde plek bij een ingang, op een pad of op het parkeerterrein. Bij vorst strooien "
        "we de vaste looproutes vóór 7.00 uur; op een plek die u meldt, zijn we binnen twee uur.",
        "Snow, ice or another slippery spot near an entrance, on a path or in the car park. In frost we grit the main "
        "walking routes before 7:00; we reach a spot that you report within two hours.",
    ),
    "gladheid, glad, spekglad, ijzel, ijs, sneeuw, sneeuwvrij, vorst, strooien, zout, strooizout, pekel, uitglijden, "
    "hellingbaan, natte bladeren, ice, snow, slippery, grit",
    question(
        "gevallen",
        QuestionType.CHOICE,
        "Is er iemand gevallen die hulp nodig heeft?",
        "Has anybody fallen who needs help?",
        choices=[YES, NO],
        stop=stop(
            ("ja",),
            "Bel 112 als iemand ernstig gewond is. Roep in alle andere gevallen een bhv’er, of bel de balie of de "
            "beveiliging op het nummer op uw pas. Houd het slachtoffer warm en laat niemand anders over de gladde plek "
            "lopen.",
            "Call 112 if anybody is badly hurt. In all other cases fetch an emergency response officer, or call the "
            "service desk or security on the number on your pass. Keep the person warm and let nobody else walk over "
            "the slippery spot.",
        ),
    ),
    question(
        "plek",
        QuestionType.CHOICE,
        "Waar is het glad?",
        "Where is it slippery?",
        choices=[
            choice("ingang", "Bij een ingang", "Near an entrance"),
            choice("pad", "Op een pad, trap of hellingbaan", "On a path, steps or ramp"),
            choice("parkeren", "Op het parkeerterrein of de inrit", "In the car park or driveway"),
            choice("fietsen", "Bij de fietsen", "Near the bicycles"),
            choice("straat", "Op straat, buiten ons terrein", "In the street, outside our grounds"),
        ],
        stop=stop(
            ("straat",),
            "Op straat strooit de gemeente en niet het facilitair bedrijf. Meld het bij het meldpunt openbare ruimte "
            "van de gemeente.",
            "Streets are gritted by the municipality and not by facility services. Please report it to the "
            "municipality’s contact point for public space.",
        ),
    ),
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat maakt het glad?",
        "What makes it slippery?",
        choices=[
            choice("sneeuw", "Sneeuw", "Snow"),
            choice("ijs", "IJs of ijzel", "Ice or freezing rain"),
            choice("bladeren", "Natte bladeren of groene aanslag", "Wet leaves or green algae"),
            choice("olie", "Olie of iets anders", "Oil or something else"),
        ],
    ),
    question(
        "tijd",
        QuestionType.TIME,
        "Vóór hoe laat moet de plek veilig zijn?",
        "By what time must the spot be safe?",
        required=False,
        help=("Bijvoorbeeld omdat er dan bezoek komt.", "For example because visitors arrive then."),
    ),
    level=Level.CALL.value,
    lead_time=hours(2),
)

GREENERY = item(
    "groenonderhoud",
    "TERREIN",
    (Kind.WISH, Kind.MALFUNCTION, Kind.COMPLAINT),
    ("Groen en tuinonderhoud", "Greenery and gardening"),
    (
        "Snoeien, maaien, onkruid, bladeren of een zieke boom op ons terrein, en de planten in het gebouw. De hovenier "
        "komt elke twee weken en neemt uw melding dan mee; een gevaarlijke tak halen we meteen weg.",
        "Pruning, mowing, weeds, leaves or a sick tree on our grounds, and the plants indoors. The gardener comes "
        "every two weeks and deals with your report then; a dangerous branch is removed at once.",
    ),
    "groen, tuin, tuinman, hovenier, plantsoen, gras, maaien, snoeien, heg, haag, struik, boom, tak, onkruid, "
    "bladeren, planten, kamerplant, garden, tree, weeds",
    question(
        "wat",
        QuestionType.CHOICE,
        "Waar gaat het om?",
        "What is it about?",
        choices=[
            choice("snoeien", "Struiken, heg of gras", "Shrubs, hedge or grass"),
            choice("onkruid", "Onkruid of bladeren", "Weeds or leaves"),
            choice("boom", "Een boom of tak", "A tree or branch"),
            choice("plant", "Een plant in het gebouw", "A plant indoors"),
            choice("nieuw", "Nieuwe planten of bloembakken", "New plants or planters"),
        ],
    ),
    question(
        "gevaar",
        QuestionType.CHOICE,
        "Kan de boom of tak op iemand vallen?",
        "Could the tree or branch fall on somebody?",
        choices=[YES, NO],
        when=when("wat", "boom"),
        stop=stop(
            ("ja",),
            "Blijf uit de buurt en waarschuw anderen. Bel direct de balie, of buiten openingstijden de beveiliging op "
            "het nummer op uw pas. Is er iemand gewond, bel dan eerst 112.",
            "Keep away and warn others. Call the service desk at once, or outside opening hours security on the number "
            "on your pass. If anybody is hurt, call 112 first.",
        ),
    ),
    question(
        "wens",
        QuestionType.LONG_TEXT,
        "Wat heeft u in gedachten?",
        "What do you have in mind?",
        help=("Bijvoorbeeld het soort planten en hoeveel.", "For example what kind of plants and how many."),
        when=when("wat", "nieuw"),
    ),
    question(
        "datum",
        QuestionType.DATE,
        "Op welke dag moet het klaar zijn?",
        "By which day must it be done?",
        lowest=0,
        required=False,
    ),
    level=Level.CLICK.value,
    lead_time=days(10),
)

PAVING = item(
    "bestrating-hek",
    "TERREIN",
    (Kind.MALFUNCTION,),
    ("Bestrating, hek of slagboom", "Paving, fence or barrier"),
    (
        "Losse tegels, een kuil, een kapot hek of fietsenrek of een slagboom die niet werkt, op ons eigen terrein. "
        "Gevaarlijke plekken zetten we dezelfde dag af; het herstel is meestal binnen vijf werkdagen klaar.",
        "Loose paving stones, a pothole, a broken fence or bicycle rack or a barrier that does not work, on our own "
        "grounds. We close off dangerous spots the same day; repairs usually take up to five working days.",
    ),
    "bestrating, stoeptegel, tegel, losse tegel, klinkers, kuil, gat, verzakking, stoep, hek, poort, slagboom, "
    "paaltje, fietsenrek, bankje, parkeerterrein, paving, fence, gate, barrier",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat is er kapot?",
        "What is broken?",
        choices=[
            choice("bestrating", "Een tegel of de bestrating", "A paving stone or the paving"),
            choice("hek", "Een hek of poort", "A fence or gate"),
            choice("slagboom", "Een slagboom of paaltje", "A barrier or bollard"),
            choice("meubilair", "Een fietsenrek, bankje of bord", "A bicycle rack, bench or sign"),
        ],
    ),
    question(
        "hoogte",
        QuestionType.NUMBER,
        "Hoeveel centimeter steekt de tegel uit of is de kuil diep?",
        "By how many centimetres does the stone stick out, or how deep is the hole?",
        required=False,
        help=("Een euromunt is ruim twee centimeter breed.", "A one euro coin is just over two centimetres wide."),
        lowest=0,
        highest=100,
        when=when("wat", "bestrating"),
    ),
    question(
        "toegang",
        QuestionType.CHOICE,
        "Hoe staat het hek of de slagboom nu?",
        "How is the gate or barrier now?",
        choices=[
            choice("open", "Open, kan niet meer dicht", "Open, will not close"),
            choice("dicht", "Dicht, niemand kan erdoor", "Closed, nobody can get through"),
            choice("werkt", "Werkt nog, maar is beschadigd", "Still works but is damaged"),
        ],
        when=when("wat", "hek", "slagboom"),
    ),
    question(
        "aanrijding",
        QuestionType.CHOICE,
        "Komt het door een aanrijding?",
        "Was it caused by a vehicle?",
        required=False,
        choices=[YES, NO, choice("weet-niet", "Weet ik niet", "I don’t know")],
    ),
    level=Level.CLICK.value,
    lead_time=days(5),
)

ITEMS: tuple[Request, ...] = (ICE, GREENERY, PAVING)
