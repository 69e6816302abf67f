"""The catalogue items about safety: unsafe situations, emergency response, first aid and extinguishers."""

from services.demo.content.catalogue.shapes import NO, YES, Request, choice, days, hours, item, question, stop, when
from services.shared.vocabulary import Kind, Level, QuestionType

UNSAFE = item(
    "onveilige-situatie",
    "VEILIGHEID",
    (Kind.MALFUNCTION, Kind.COMPLAINT),
    ("Onveilige situatie", "Unsafe situation"),
    (
        "Iets waardoor iemand gewond kan raken of zich niet veilig voelt, zoals een struikelplek, een versperde "
        "vluchtweg of agressief gedrag. We komen binnen twee uur kijken en zetten de plek zo nodig af. Bel ons als het "
        "niet kan wachten.",
        "Something that may hurt somebody or makes people feel unsafe, such as a tripping hazard, a blocked escape "
        "route or aggressive behaviour. We come and look within two hours and close off the place if needed. Call us "
        "if it cannot wait.",
    ),
    "onveilig, gevaarlijk, gevaar, ongeluk, ongeval, bijna-ongeluk, gevallen, struikelen, uitglijden, vluchtweg, "
    "nooduitgang versperd, brandgevaar, agressie, dreiging, beveiliging, arbo, unsafe, danger, hazard, accident",
    question(
        "acuut",
        QuestionType.CHOICE,
        "Is er iemand gewond of is er nu direct gevaar?",
        "Is anybody hurt or in immediate danger?",
        choices=[YES, NO],
        stop=stop(
            ("ja",),
            "Bel direct 112. Bel daarna de beveiliging op het nummer op uw pas en roep een bhv’er. Breng uzelf niet in "
            "gevaar.",
            "Call 112 at once. Then call security on the number on your pass and fetch an emergency response officer. "
            "Do not put yourself in danger.",
        ),
    ),
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat is er onveilig?",
        "What is unsafe?",
        choices=[
            choice("vallen", "Iemand kan struikelen of uitglijden", "Somebody could trip or slip"),
            choice("omlaag", "Er kan iets omvallen of naar beneden komen", "Something could fall over or come down"),
            choice(
                "vluchtweg", "Een vluchtweg of nooddeur is versperd", "An escape route or emergency door is blocked"
            ),
            choice("brand", "Er kan brand ontstaan", "A fire could start"),
            choice("gedrag", "Agressief of dreigend gedrag", "Aggressive or threatening behaviour"),
            choice("anders", "Iets anders", "Something else"),
        ],
    ),
    question(
        "afgezet",
        QuestionType.CHOICE,
        "Is de plek afgezet of staat er iemand bij?",
        "Is the place closed off, or is somebody standing by?",
        choices=[YES, NO],
        when=when("wat", "vallen", "omlaag", "brand"),
    ),
    question(
        "tijd",
        QuestionType.TIME,
        "Hoe laat was dat?",
        "At what time was that?",
        required=False,
        when=when("wat", "gedrag"),
    ),
    level=Level.CALL.value,
    lead_time=hours(2),
    contact="Beveiliging",
)

EMERGENCY_RESPONSE = item(
    "bhv-worden",
    "VEILIGHEID",
    (Kind.WISH, Kind.INFORMATION),
    ("Bhv’er worden of blijven", "Become or stay an emergency response officer"),
    (
        "Meld u aan als bedrijfshulpverlener (bhv’er) of voor de herhalingsles. U leert eerste hulp geven, een klein "
        "brandje blussen en mensen veilig naar buiten brengen. De lessen zijn onder werktijd en kosten uw afdeling "
        "niets; binnen tien werkdagen hoort u wanneer u terechtkunt.",
        "Sign up as an emergency response officer (in Dutch: bhv’er) or for the refresher course. You learn to give "
        "first aid, put out a small fire and bring people outside safely. Courses are in working hours and cost your "
        "department nothing; you hear within ten working days when you can come.",
    ),
    "bhv, bhv’er, bhv'er, bedrijfshulpverlener, bedrijfshulpverlening, bhv-cursus, herhaling, herhalingsles, training, "
    "ehbo, eerste hulp, reanimeren, reanimatie, ontruimen, blussen, first aid, fire warden, course",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat wilt u?",
        "What would you like?",
        choices=[
            choice("nieuw", "Ik wil bhv’er worden", "I want to become an emergency response officer"),
            choice("herhaling", "Ik ben bhv’er en wil op herhaling", "I am one and want the refresher course"),
            choice("informatie", "Ik wil er eerst meer over weten", "I would like to know more first"),
        ],
    ),
    question(
        "werkplek",
        QuestionType.LOCATION,
        "Waar werkt u meestal?",
        "Where do you mostly work?",
        help=("Kies het gebouw of de verdieping.", "Choose the building or the floor."),
    ),
    question(
        "dagen",
        QuestionType.CHOICES,
        "Op welke dagen bent u daar meestal?",
        "On which days are you mostly there?",
        choices=[
            choice("ma", "Maandag", "Monday"),
            choice("di", "Dinsdag", "Tuesday"),
            choice("wo", "Woensdag", "Wednesday"),
            choice("do", "Donderdag", "Thursday"),
            choice("vr", "Vrijdag", "Friday"),
        ],
        when=when("wat", "nieuw", "herhaling"),
    ),
    question(
        "leidinggevende",
        QuestionType.PERSON,
        "Wie is uw leidinggevende?",
        "Who is your manager?",
        help=("Bespreek uw aanmelding eerst samen.", "Please discuss it with your manager first."),
        when=when("wat", "nieuw"),
    ),
    level=Level.CLICK.value,
    lead_time=days(10),
    contact="Bhv-coördinator",
)

FIRST_AID_KIT = item(
    "ehbo-kist-aanvullen",
    "VEILIGHEID",
    (Kind.WISH, Kind.MALFUNCTION),
    ("EHBO-kist of AED", "First aid kit or AED"),
    (
        "Een EHBO-kist waar iets uit op is of over de datum is, een kist die weg is, of een AED die piept. We komen "
        "binnen één werkdag. Heeft u alleen een pleister nodig? Die krijgt u bij de receptie.",
        "A first aid kit with something used up or past its date, a kit that is missing, or an AED that beeps. We come "
        "within one working day. Do you just need a plaster? Reception has them.",
    ),
    "ehbo, ehbo-kist, ehbo-koffer, ehbo koffer, ehbo-doos, verbanddoos, verbandtrommel, pleister, pleisters, verband, "
    "aed, defibrillator, brandwond, oogdouche, eerste hulp, aanvullen, first aid kit, plaster",
    question(
        "gewond",
        QuestionType.CHOICE,
        "Heeft er nu iemand hulp nodig?",
        "Does anybody need help right now?",
        choices=[YES, NO],
        stop=stop(
            ("ja",),
            "Bel 112 als iemand in levensgevaar is. Roep in alle andere gevallen een bhv’er, of bel de balie of de "
            "beveiliging op het nummer op uw pas. Laat de gewonde niet alleen.",
            "Call 112 if anybody’s life is in danger. In all other cases fetch an emergency response officer, or call "
            "the service desk or security on the number on your pass. Do not leave the person alone.",
        ),
    ),
    question(
        "wat",
        QuestionType.CHOICES,
        "Wat is er op of niet in orde?",
        "What is used up or not in order?",
        choices=[
            choice("pleisters", "Pleisters", "Plasters"),
            choice("verband", "Verband of gaasjes", "Bandages or gauze"),
            choice("brandwond", "Gel of verband voor brandwonden", "Gel or dressing for burns"),
            choice("datum", "Iets is over de datum", "Something is past its date"),
            choice("kist-weg", "De hele kist is weg of kapot", "The whole kit is missing or broken"),
            choice("aed", "Er is iets met de AED", "Something is wrong with the AED"),
        ],
    ),
    question(
        "aed",
        QuestionType.CHOICE,
        "Wat is er met de AED?",
        "What is wrong with the AED?",
        choices=[
            choice("piept", "Hij piept of er brandt een rood lampje", "It beeps or a red light is on"),
            choice("gebruikt", "Hij is gebruikt", "It has been used"),
            choice("weg", "Hij is weg", "It is missing"),
            choice("kast", "De kast is kapot of gaat niet open", "The cabinet is broken or does not open"),
        ],
        when=when("wat", "aed"),
    ),
    question(
        "nummer",
        QuestionType.TEXT,
        "Welk nummer staat er op de kist of de AED?",
        "Which number is on the kit or AED?",
        required=False,
    ),
    level=Level.CLICK.value,
    lead_time=days(1),
    contact="Bhv-coördinator",
)

EXTINGUISHER = item(
    "brandblusser-controle",
    "VEILIGHEID",
    (Kind.MALFUNCTION, Kind.WISH),
    ("Brandblusser of brandslang", "Fire extinguisher or hose"),
    (
        "Een brandblusser, brandslang of blusdeken die gebruikt, beschadigd of weg is, of al lang niet is "
        "gecontroleerd. We zorgen binnen één werkdag voor een nieuwe of laten hem nakijken.",
        "A fire extinguisher, hose or blanket that has been used, is damaged or missing, or has not been checked for a "
        "long time. Within one working day we provide a new one or have it checked.",
    ),
    "brandblusser, blusser, blusapparaat, schuimblusser, poederblusser, co2-blusser, brandslang, brandhaspel, "
    "slanghaspel, blusdeken, verzegeling, keuring, gekeurd, verlopen, controle, fire extinguisher, fire hose",
    question(
        "soort",
        QuestionType.CHOICE,
        "Om welk blusmiddel gaat het?",
        "Which equipment is it?",
        choices=[
            choice("blusser", "Brandblusser", "Fire extinguisher"),
            choice("slang", "Brandslang", "Fire hose"),
            choice("deken", "Blusdeken", "Fire blanket"),
        ],
    ),
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat is er aan de hand?",
        "What is wrong?",
        choices=[
            choice("gebruikt", "Gebruikt", "Used"),
            choice("weg", "Weg", "Missing"),
            choice("beschadigd", "Beschadigd, of de verzegeling is stuk", "Damaged, or its seal is broken"),
            choice("datum", "De controledatum is voorbij", "The inspection date has passed"),
            choice("versperd", "Er staat iets voor", "Something is in front of it"),
        ],
    ),
    question(
        "uit",
        QuestionType.CHOICE,
        "Is de brand helemaal uit?",
        "Is the fire completely out?",
        choices=[choice("ja", "Ja, of er was geen brand", "Yes, or there was no fire"), NO],
        when=when("wat", "gebruikt"),
        stop=stop(
            ("nee",),
            "Druk een rode brandmelder in, ga met uw collega’s naar buiten en bel 112. Bel daarna de beveiliging op "
            "het nummer op uw pas.",
            "Press a red fire alarm button, go outside with your colleagues and call 112. Then call security on the "
            "number on your pass.",
        ),
    ),
    question(
        "controledatum",
        QuestionType.DATE,
        "Welke datum staat er op de sticker?",
        "Which date is on the sticker?",
        highest=0,
        required=False,
        help=(
            "Staat er alleen een maand? Kies dan de eerste dag.",
            "Is there only a month? Then choose its first day.",
        ),
        when=when("wat", "datum"),
    ),
    level=Level.CLICK.value,
    lead_time=days(1),
    contact="Bhv-coördinator",
)

ITEMS: tuple[Request, ...] = (UNSAFE, EMERGENCY_RESPONSE, FIRST_AID_KIT, EXTINGUISHER)
