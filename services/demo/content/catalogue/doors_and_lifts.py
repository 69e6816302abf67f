"""The catalogue items about what opens, closes and moves: doors, lifts and windows."""

from services.demo.content.catalogue.shapes import NO, YES, Request, choice, days, hours, item, question, stop, when
from services.shared.vocabulary import Kind, Level, QuestionType

DOOR = item(
    "deur-defect",
    "GEBOUW",
    (Kind.MALFUNCTION,),
    ("Deur of slot defect", "Faulty door or lock"),
    (
        "Een deur die klemt, niet sluit of niet op slot gaat, een losse deurkruk of een automatische deur die niet "
        "goed werkt. We komen binnen twee werkdagen; kan een buitendeur niet op slot, dan komen we dezelfde dag.",
        "A door that sticks, does not close or cannot be locked, a loose door handle or an automatic door that does "
        "not work properly. We come within two working days; if an outside door cannot be locked, we come the same "
        "day.",
    ),
    "deur, slot, cilinder, deurkruk, deurklink, klink, dranger, scharnier, schuifdeur, draaideur, voordeur, branddeur, "
    "klemt, klemmen, kier, op slot, dicht, door, lock, handle",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat is er aan de hand?",
        "What is wrong?",
        choices=[
            choice("klemt", "De deur klemt of schuurt over de vloer", "The door sticks or scrapes the floor"),
            choice("sluit-niet", "De deur valt niet dicht", "The door does not close"),
            choice("slot", "Het slot of de deurkruk werkt niet", "The lock or handle does not work"),
            choice("automaat", "De automatische deur werkt niet", "The automatic door does not work"),
            choice("pas", "De deur gaat niet open met mijn pas", "My pass does not open the door"),
            choice("opgesloten", "Iemand kan er niet meer uit", "Somebody cannot get out"),
        ],
        stop=stop(
            ("opgesloten",),
            "Bel direct de balie, of buiten openingstijden de beveiliging op het nummer op uw pas. Blijf bij de deur "
            "en praat met degene die vastzit. Voelt iemand zich niet goed, bel dan eerst 112.",
            "Call the service desk at once, or outside opening hours security on the number on your pass. Stay by the "
            "door and talk to the person who is stuck. If anybody feels unwell, call 112 first.",
        ),
    ),
    question(
        "collega",
        QuestionType.CHOICE,
        "Gaat de deur wel open met de pas van een collega?",
        "Does a colleague’s pass open the door?",
        choices=[YES, NO],
        when=when("wat", "pas"),
        stop=stop(
            ("ja",),
            "Dan ligt het aan uw pas en niet aan de deur. Kies ‘Toegangspas of sleutel’, dan zorgen we voor een pas "
            "die werkt.",
            "Then your pass is the problem and not the door. Choose ‘Access pass or key’ and we will give you a pass "
            "that works.",
        ),
    ),
    question(
        "soort",
        QuestionType.CHOICE,
        "Wat voor deur is het?",
        "What kind of door is it?",
        choices=[
            choice("buiten", "Buitendeur of ingang", "Outside door or entrance"),
            choice("binnen", "Deur binnen", "Door indoors"),
            choice("nood", "Nooddeur of branddeur", "Emergency door or fire door"),
        ],
    ),
    question(
        "afsluiten",
        QuestionType.CHOICE,
        "Kan de deur aan het eind van de dag op slot?",
        "Can the door be locked at the end of the day?",
        choices=[YES, NO, choice("weet-niet", "Weet ik niet", "I don’t know")],
        when=when("soort", "buiten"),
    ),
    level=Level.CLICK.value,
    lead_time=days(2),
    contact="Technische dienst",
)

LIFT = item(
    "lift-defect",
    "GEBOUW",
    (Kind.MALFUNCTION, Kind.COMPLAINT),
    ("Lift defect", "Lift out of order"),
    (
        "Een lift die stilstaat, schokt of rare geluiden maakt, of waarvan de deuren of knoppen niet goed werken. Bel "
        "ons; de liftmonteur is er meestal binnen vier uur.",
        "A lift that has stopped, jolts or makes strange noises, or has doors or buttons that do not work properly. "
        "Please call us; the lift engineer is usually there within four hours.",
    ),
    "lift, personenlift, goederenlift, liftdeur, liftstoring, vast in de lift, opgesloten, hangt, blijft hangen, "
    "schokt, knoppen, buiten gebruik, rolstoel, elevator, lift stuck, out of order",
    question(
        "ingesloten",
        QuestionType.CHOICE,
        "Zit er iemand vast in de lift?",
        "Is anybody stuck in the lift?",
        choices=[YES, NO],
        stop=stop(
            ("ja",),
            "Bel direct de balie, of buiten openingstijden de beveiliging op het nummer op uw pas. Wie in de lift zit, "
            "houdt de knop met de bel ingedrukt en krijgt dan iemand te spreken. Probeer de deuren niet zelf open te "
            "maken. Voelt iemand zich niet goed, bel dan eerst 112.",
            "Call the service desk at once, or outside opening hours security on the number on your pass. The person "
            "in the lift should hold down the button with the bell to speak to somebody. Do not try to open the doors "
            "yourself. If anybody feels unwell, call 112 first.",
        ),
    ),
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat is er aan de hand?",
        "What is wrong?",
        choices=[
            choice("staat-stil", "De lift doet niets", "The lift does not move"),
            choice("deuren", "De deuren gaan niet goed open of dicht", "The doors do not open or close properly"),
            choice("ongelijk", "De lift stopt te hoog of te laag", "The lift stops too high or too low"),
            choice("geluid", "De lift schokt of maakt vreemd geluid", "The lift jolts or makes strange noises"),
            choice(
                "knop", "Een knop, het licht of de stem werkt niet", "A button, the light or the voice does not work"
            ),
        ],
        help=(
            "Schokt de lift of stopt hij niet gelijk met de vloer? Gebruik hem dan niet.",
            "Does the lift jolt or not stop level with the floor? Then please do not use it.",
        ),
    ),
    question(
        "welke",
        QuestionType.TEXT,
        "Welke lift is het?",
        "Which lift is it?",
        required=False,
        help=("Bijvoorbeeld: de rechter lift in de hal.", "For example: the lift on the right in the hall."),
    ),
    question(
        "hulp",
        QuestionType.CHOICE,
        "Is er iemand die nu niet naar een andere verdieping kan?",
        "Is there anybody who cannot get to another floor now?",
        help=(
            "Bijvoorbeeld iemand met een rolstoel of rollator.",
            "For example somebody with a wheelchair or walking frame.",
        ),
        choices=[YES, NO],
    ),
    level=Level.CALL.value,
    lead_time=hours(4),
    contact="Technische dienst",
)

WINDOW = item(
    "raam-defect",
    "GEBOUW",
    (Kind.MALFUNCTION,),
    ("Raam kapot of klemt", "Broken or stuck window"),
    (
        "Een raam dat niet open of dicht wil, waar wind of regen doorheen komt of waarvan het glas kapot is. We komen "
        "binnen twee werkdagen; nieuw glas is er meestal binnen twee weken en tot die tijd maken we het raam dicht.",
        "A window that will not open or close, lets in wind or rain or has broken glass. We come within two working "
        "days; new glass usually takes up to two weeks, and until then we board up the window.",
    ),
    "raam, ruit, glas, ruitbreuk, barst, glasbreuk, kiepraam, klapraam, bovenraam, kozijn, raamkruk, hendel, tocht, "
    "inregenen, klemt, window, broken glass, pane",
    question(
        "wat",
        QuestionType.CHOICE,
        "Wat is er met het raam?",
        "What is wrong with the window?",
        choices=[
            choice("niet-dicht", "Het gaat niet dicht", "It will not close"),
            choice("niet-open", "Het gaat niet open", "It will not open"),
            choice("wind-regen", "Er komt wind of regen door", "Wind or rain comes through"),
            choice("glas", "Het glas is gebarsten of kapot", "The glass is cracked or broken"),
        ],
    ),
    question(
        "gevaar",
        QuestionType.CHOICE,
        "Kan er glas naar beneden vallen of ligt er glas op de vloer?",
        "Could glass fall down, or is there glass on the floor?",
        choices=[YES, NO],
        when=when("wat", "glas"),
        stop=stop(
            ("ja",),
            "Houd iedereen bij het raam weg, ook buiten op straat, en raap het glas niet zelf op. Bel direct de balie, "
            "of buiten openingstijden de beveiliging op het nummer op uw pas. Is er iemand gewond, bel dan eerst 112.",
            "Keep everybody away from the window, also outside on the street, and do not pick up the glass yourself. "
            "Call the service desk at once, or outside opening hours security on the number on your pass. If anybody "
            "is hurt, call 112 first.",
        ),
    ),
    question(
        "welk",
        QuestionType.TEXT,
        "Welk raam is het?",
        "Which window is it?",
        help=("Bijvoorbeeld: tweede van links, bovenste deel.", "For example: second from the left, upper part."),
    ),
    question(
        "inbraak",
        QuestionType.CHOICE,
        "Kan iemand van buiten bij het raam komen?",
        "Can anybody reach the window from outside?",
        help=(
            "Bijvoorbeeld op de begane grond of bij een plat dak.",
            "For example on the ground floor or near a flat roof.",
        ),
        choices=[YES, NO],
        when=when("wat", "niet-dicht", "glas"),
    ),
    level=Level.CLICK.value,
    lead_time=days(2),
    contact="Technische dienst",
)

ITEMS: tuple[Request, ...] = (DOOR, LIFT, WINDOW)
