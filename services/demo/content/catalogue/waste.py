"""The catalogue items about waste that is more than a bin: containers, confidential paper and bulky waste."""

from services.demo.content.catalogue.shapes import NO, YES, Request, choice, days, item, question, stop, when
from services.shared.vocabulary import Kind, Level, QuestionType

FULL_CONTAINER = item(
    "container-vol",
    "AFVAL",
    (Kind.MALFUNCTION, Kind.WISH, Kind.COMPLAINT),
    ("Afvalcontainer vol of kapot", "Waste container full or broken"),
    (
        "Een grote afvalcontainer buiten of in de kelder die vol of kapot is, of vaker geleegd moet worden. We legen "
        "hem uiterlijk de volgende werkdag. Voor een bak op de verdieping kiest u ‘Afval en papierbak’.",
        "A large waste container outdoors or in the basement that is full or broken, or should be emptied more often. "
        "We empty it by the next working day. For a bin on your floor, choose ‘Waste and paper bins’.",
    ),
    "container, afvalcontainer, rolcontainer, kliko, vuilcontainer, papiercontainer, glasbak, afval, vuilnis, vol, "
    "overvol, legen, ophalen, zwerfafval, deksel, stinkt, container full, rubbish, waste",
    question(
        "soort",
        QuestionType.CHOICE,
        "Om welke container gaat het?",
        "Which container is it?",
        choices=[
            choice("rest", "Restafval", "General waste"),
            choice("papier", "Papier en karton", "Paper and cardboard"),
            choice("pmd", "Plastic, blik en drinkpakken (pmd)", "Plastic, cans and drink cartons"),
            choice("glas", "Glas", "Glass"),
            choice("eten", "Etensresten (swill)", "Food waste"),
        ],
    ),
    question(
        "wat",
        QuestionType.CHOICES,
        "Wat is er aan de hand?",
        "What is wrong?",
        choices=[
            choice("vol", "De container is vol", "The container is full"),
            choice("ernaast", "Er ligt afval naast", "There is waste beside it"),
            choice("kapot", "De deksel, een wiel of het slot is kapot", "The lid, a wheel or the lock is broken"),
            choice("vaker", "De container moet vaker geleegd worden", "It should be emptied more often"),
        ],
    ),
    question(
        "gevaarlijk",
        QuestionType.CHOICE,
        "Liggen er injectienaalden, chemische stoffen of gasflessen bij?",
        "Are there any needles, chemicals or gas cylinders?",
        choices=[YES, NO],
        stop=stop(
            ("ja",),
            "Raak niets aan en houd anderen op afstand. Bel de balie, of buiten openingstijden de beveiliging op het "
            "nummer op uw pas. We laten dit apart ophalen. Ontsnapt er gas of damp, bel dan eerst 112.",
            "Do not touch anything and keep others at a distance. Call the service desk, or outside opening hours "
            "security on the number on your pass. We have this collected separately. If gas or fumes are escaping, "
            "call 112 first.",
        ),
    ),
    level=Level.CLICK.value,
    lead_time=days(1),
)

CONFIDENTIAL_PAPER = item(
    "vertrouwelijk-papier",
    "AFVAL",
    (Kind.WISH, Kind.MALFUNCTION),
    ("Vertrouwelijk papier laten vernietigen", "Have confidential paper shredded"),
    (
        "Een afgesloten container voor vertrouwelijk papier laten legen, bijplaatsen of verplaatsen, of eenmalig dozen "
        "laten ophalen na het opruimen. Het papier wordt vernietigd; op verzoek krijgt u daar een bewijs van.",
        "Have a locked container for confidential paper emptied, added or moved, or have boxes collected once after a "
        "clear-out. The paper is shredded; if you ask, you receive proof of that.",
    ),
    "vertrouwelijk, vertrouwelijk papier, geheim, privacy, avg, dossiers, archief, papiervernietiger, shredder, "
    "versnipperen, vernietigen, papiercontainer, blauwe bak, opruimen, confidential, shredding, paper",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat heeft u nodig?",
        "What do you need?",
        help=(
            "Leg losse stukken achter slot tot we er zijn.",
            "Please keep loose papers locked away until we arrive.",
        ),
        choices=[
            choice("vol", "De container is vol", "The container is full"),
            choice("extra", "Een extra container", "An extra container"),
            choice("verplaatsen", "De container moet ergens anders staan", "The container must be moved"),
            choice("dozen", "Eenmalig dozen ophalen", "Collect boxes once"),
            choice("digitaal", "Usb-sticks, schijven of laptops vernietigen", "Destroy USB sticks, drives or laptops"),
        ],
        stop=stop(
            ("digitaal",),
            "Usb-sticks, schijven en laptops mogen niet bij het papier. Breng ze naar de ICT-servicedesk; die zorgt "
            "dat ze veilig worden gewist of vernietigd.",
            "USB sticks, drives and laptops must not go in with the paper. Take them to the IT service desk, where "
            "they are safely wiped or destroyed.",
        ),
    ),
    question(
        "nieuwe-plek",
        QuestionType.LOCATION,
        "Waar moet de container komen te staan?",
        "Where should the container be placed?",
        when=when("wat", "extra", "verplaatsen"),
    ),
    question(
        "dozen",
        QuestionType.NUMBER,
        "Hoeveel dozen zijn het ongeveer?",
        "About how many boxes?",
        lowest=1,
        highest=200,
        when=when("wat", "dozen"),
    ),
    question(
        "overdracht",
        QuestionType.PERSON,
        "Wie geeft de dozen aan ons mee?",
        "Who will hand the boxes over to us?",
        when=when("wat", "dozen"),
    ),
    level=Level.CLICK.value,
    lead_time=days(2),
)

BULKY_WASTE = item(
    "grof-afval",
    "AFVAL",
    (Kind.WISH,),
    ("Grof afval laten ophalen", "Bulky waste collection"),
    (
        "Oude meubels, een berg karton of andere grote spullen laten ophalen, binnen vijf werkdagen. Wat nog goed is, "
        "gaat naar een collega of naar de kringloopwinkel.",
        "Have old furniture, a pile of cardboard or other large things collected, within five working days. What is "
        "still good goes to a colleague or to a charity shop.",
    ),
    "grof afval, grofvuil, oude meubels, kast weg, bureau weg, stoelen, karton, dozen, apparaten, hout, opruimen, "
    "afvoeren, weggooien, ophalen, kringloop, bulky waste, old furniture, junk",
    question(
        "wat",
        QuestionType.CHOICES,
        "Wat moet er weg?",
        "What has to go?",
        choices=[
            choice("meubels", "Meubels", "Furniture"),
            choice("karton", "Karton en verpakking", "Cardboard and packaging"),
            choice("apparaten", "Apparaten, zoals een koelkast", "Appliances, such as a fridge"),
            choice("hout-metaal", "Hout, metaal of glas", "Wood, metal or glass"),
            choice("anders", "Iets anders", "Something else"),
            choice("ict", "Computers, schermen of telefoons", "Computers, monitors or telephones"),
        ],
        stop=stop(
            ("ict",),
            "Computers, schermen en telefoons zijn van de ICT-afdeling. Lever ze in bij de ICT-servicedesk. Moet er "
            "ook iets anders weg? Haal dan het vinkje bij computers weg en ga verder.",
            "Computers, monitors and telephones belong to the IT department. Hand them in at the IT service desk. Does "
            "anything else have to go too? Then untick computers and carry on.",
        ),
    ),
    question(
        "aantal",
        QuestionType.NUMBER,
        "Hoeveel stuks zijn het ongeveer?",
        "About how many pieces?",
        lowest=1,
        highest=100,
    ),
    question(
        "zwaar",
        QuestionType.CHOICE,
        "Is er iets bij dat te zwaar is voor twee mensen?",
        "Is anything too heavy for two people?",
        choices=[YES, NO],
    ),
    question(
        "datum",
        QuestionType.DATE,
        "Vanaf welke dag staat het klaar?",
        "From which day will it be ready?",
        lowest=0,
        help=(
            "Zet het niet op de gang of bij een nooduitgang: dat is een vluchtweg.",
            "Do not put it in the corridor or near an emergency exit: that is an escape route.",
        ),
    ),
    level=Level.CLICK.value,
    lead_time=days(5),
)

ITEMS: tuple[Request, ...] = (FULL_CONTAINER, CONFIDENTIAL_PAPER, BULKY_WASTE)
