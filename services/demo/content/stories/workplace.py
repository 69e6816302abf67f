"""Chairs, desks and cabinets: everything someone sits or works at."""

from services.demo.content.places import PlaceSort
from services.demo.content.stories.story import Route, Story, Wording
from services.shared.vocabulary import Kind, Weight

STORIES: tuple[Story, ...] = (
    Story(
        kind=Kind.MALFUNCTION,
        summary="Bureaustoel zakt",
        description=(
            "Mijn stoel zakt elke vijf minuten langzaam naar beneden. Eind van de ochtend zit ik met mijn kin op tafel."
        ),
        route=Route.FORWARD,
        item="werkplek-instellen",
        answers={"wat": "stoel"},
        where=(PlaceSort.OFFICE, PlaceSort.CLASSROOM),
        also=(
            Wording("stoel kapot", "stoel blijft niet op hoogte"),
            Wording("Stoel zakt weg", "Mijn stoel houdt geen hoogte meer. Ik zit nu op een vergaderstoel."),
        ),
        noted=(Wording("Bureaustoel zakt", "Stoel houdt hoogte niet, melder wil liefst dezelfde soort terug."),),
        outcomes=(
            "Gasveer vervangen.",
            "Stoel omgeruild voor een van het magazijn; de oude gaat naar reparatie.",
        ),
        liked="Zit weer als een koning.",
        at_most=4,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Zit-stabureau gaat niet omhoog",
        description="Het bureau reageert niet op de knoppen en piept alleen. Op het schermpje staat E08.",
        route=Route.DESK,
        item="werkplek-instellen",
        answers={"wat": "bureau"},
        where=(PlaceSort.OFFICE,),
        also=(
            Wording("bureau beweegt niet meer", "bureau doet niks, E08 in beeld"),
            Wording(
                "Hoog-laagbureau hangt scheef",
                "Bureau staat scheef na het verstellen en geeft foutcode E08.",
            ),
        ),
        noted=(Wording("Bureau doet niets, foutcode E08", "Aan de telefoon de reset uitgelegd."),),
        outcomes=(
            (
                "E08 is een bekende: houd het pijltje omlaag tien seconden ingedrukt tot het bureau helemaal zakt en "
                "een tik geeft. Daarna doet hij het weer."
            ),
        ),
        liked="Meteen aan de telefoon opgelost.",
        at_most=4,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Monitorarm zakt",
        description="De arm van mijn beeldscherm zakt steeds voorover.",
        route=Route.FORWARD,
        item="werkplek-instellen",
        answers={"wat": "beeldscherm"},
        where=(PlaceSort.OFFICE,),
        urgency=Weight.LOW,
        outcomes=("Veerspanning van de arm aangedraaid.",),
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Kast gaat niet meer op slot",
        description=(
            "De sleutel van de kast is afgebroken, de helft zit nog in het slot. Er liggen personeelsdossiers in."
        ),
        route=Route.FORWARD,
        category="WERKPLEK",
        where=(PlaceSort.OFFICE, PlaceSort.CONSULTING_ROOM),
        noted=(Wording("Kastslot kapot", "Sleutel afgebroken in slot. Vertrouwelijke inhoud, dus graag vandaag."),),
        urgency=Weight.HIGH,
        outcomes=("Cilinder vervangen; twee nieuwe sleutels afgegeven aan de melder.",),
        at_most=2,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Tafelpoot doorgezakt in lokaal",
        description=(
            "Voorste tafel is door zijn poot gezakt toen een student erop ging zitten (ja, ik heb er wat van gezegd)."
        ),
        route=Route.FORWARD,
        category="WERKPLEK",
        where=(PlaceSort.CLASSROOM,),
        organisation="RSC",
        outcomes=("Tafel weggehaald en vervangen door een uit het magazijn.",),
        at_most=2,
    ),
    Story(
        kind=Kind.WISH,
        summary="Stoel laten instellen",
        description=(
            "Ik ben vorige week begonnen en zou graag hulp krijgen bij het instellen van mijn stoel en bureau."
        ),
        route=Route.FORWARD,
        item="werkplek-instellen",
        answers={"wat": "stoel", "wensen": "Ik ben 1,94 m en werk op maandag, dinsdag en donderdag op kantoor."},
        where=(PlaceSort.OFFICE,),
        outcomes=(
            "Samen de werkplek ingesteld: zithoogte, leuning en beeldscherm. Klant heeft de instelkaart gekregen.",
        ),
        at_most=1,
    ),
    Story(
        kind=Kind.WISH,
        summary="Stoel staat niet goed",
        description="Kan er iemand langskomen om te kijken of mijn stoel goed staat? Ik krijg het zelf niet goed.",
        route=Route.FORWARD,
        item="werkplek-instellen",
        answers={"wat": "stoel"},
        where=(PlaceSort.OFFICE,),
        also=(Wording("werkplekcheck", "graag een werkplekcheck, ben er meestal di en do"),),
        outcomes=(
            "Stoel en beeldscherm ingesteld, tips meegegeven voor afwisselend zitten en staan.",
            "Andere stoel geplaatst; de oude was te klein. Samen ingesteld.",
        ),
        liked="Prettige adviseur, neemt echt de tijd.",
        at_most=4,
    ),
    Story(
        kind=Kind.WISH,
        summary="Extra werkplek",
        description=(
            "Vanaf de eerste van de maand komt er een stagiair bij. Kunnen we een extra bureau met stoel krijgen, "
            "het liefst bij het raamblok?"
        ),
        route=Route.ASK_THEN_FORWARD,
        item="werkplek-instellen",
        answers={"wat": "extra", "wensen": "Voor een stagiair, vier dagen per week."},
        where=(PlaceSort.OFFICE,),
        question="Dat regelen we graag. Heeft de stagiair ook een beeldscherm en een locker nodig?",
        customer_answer="Ja, graag allebei. Twee schermen zou fijn zijn.",
        remark="Inclusief locker; twee schermen via ICT.",
        outcomes=("Bureau, stoel en locker geplaatst. Twee beeldschermen zijn door ICT aangesloten.",),
        at_most=2,
    ),
    Story(
        kind=Kind.WISH,
        summary="Tweede beeldscherm",
        description="Is het mogelijk om een tweede scherm met arm te krijgen? Ik werk veel in spreadsheets.",
        route=Route.DESK,
        item="werkplek-instellen",
        answers={"wat": "beeldscherm"},
        where=(PlaceSort.OFFICE,),
        outcomes=(
            "Beeldschermen gaan via ICT; ik heb uw vraag doorgezet. De monitorarm leggen wij alvast bij u neer.",
        ),
    ),
    Story(
        kind=Kind.WISH,
        summary="Kledingrek op de afdeling",
        description="Mogen wij een kledingrek op de afdeling? Nu hangen alle natte jassen over de stoelen.",
        route=Route.DESK,
        category="WERKPLEK",
        where=(PlaceSort.OFFICE,),
        outcomes=("Goed idee. Er staat nog een garderoberek in het magazijn; u krijgt het deze week.",),
        at_most=2,
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Kan ik een stiltewerkplek reserveren?",
        description=(
            "Ik moet een rapport afschrijven en zoek een rustige plek. Kun je die reserveren of is het wie het eerst "
            "komt?"
        ),
        route=Route.DESK,
        category="WERKPLEK",
        where=(PlaceSort.OFFICE,),
        also=(Wording("rustige plek", "is er ergens een rustige plek om te bellen of te schrijven?"),),
        outcomes=(
            (
                "De stilteruimte werkt met ‘wie het eerst komt’. Voor een hele dag kunt u een spreekkamer reserveren "
                "via het portaal."
            ),
        ),
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Op dinsdag nooit een plek",
        description=(
            "Ik heb vanochtend drie kwartier met mijn tas rondgelopen om een werkplek te zoeken. Op plekken waar "
            "niemand zit liggen jassen en boeken. Op dinsdag is het iedere week raak. Zo kan ik net zo goed "
            "thuisblijven."
        ),
        route=Route.DESK,
        category="WERKPLEK",
        at="SH-2-11",
        organisation="GEM",
        impact=Weight.MEDIUM,
        outcomes=(
            (
                "We herkennen het: op dinsdag is de bezetting 96 procent. Vanaf volgende maand zijn er op die dag "
                "veertig extra plekken in het bedrijfsrestaurant, en met de teamleiders maken we afspraken over het "
                "bezet houden van plekken."
            ),
        ),
        disliked="Werken in het restaurant is geen werkplek.",
        at_most=1,
    ),
)
