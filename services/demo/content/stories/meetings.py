"""Meeting rooms: what keeps the talking going."""

from services.demo.content.places import PlaceSort
from services.demo.content.stories.story import Route, Story, Wording
from services.shared.vocabulary import Kind, Weight

STORIES: tuple[Story, ...] = (
    Story(
        kind=Kind.MALFUNCTION,
        summary="Beeldscherm in vergaderzaal blijft zwart",
        description="We zitten hier met acht man en een externe partij en het scherm blijft zwart. Kabel zit goed.",
        route=Route.ASK_THEN_DESK,
        category="CATERING",
        where=(PlaceSort.MEETING_ROOM,),
        also=(Wording("geen beeld", "laptop aangesloten maar geen beeld op scherm, overleg begint zo!!"),),
        noted=(Wording("Scherm zwart", "Overleg is bezig. Stap voor stap door het menu geholpen."),),
        urgency=Weight.HIGH,
        question=(
            "Wilt u op de afstandsbediening op ‘Source’ drukken tot er ‘HDMI 1’ staat? Er hangt ook een kaartje met "
            "stappen naast het scherm."
        ),
        customer_answer="Ja dat was het, we hebben beeld. Bedankt.",
        outcomes=(
            (
                "De ingang stond op hdmi 2. Fijn dat het is gelukt. Het hoort vanzelf te gaan; we laten de "
                "instelling nakijken."
            ),
        ),
        liked="Overleg gered!",
        at_most=4,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Microfoon raadzaal kraakt",
        description="De microfoon van de voorzitter kraakt en valt weg. Deze week is er raad.",
        route=Route.FORWARD,
        category="CATERING",
        at="SH-1-04",
        organisation="GEM",
        impact=Weight.MEDIUM,
        urgency=Weight.HIGH,
        remark="Deze week is er raadsvergadering, dus vóór die tijd testen.",
        outcomes=("Kabel onder de tafel was beschadigd en is vervangen. Alle 38 microfoons doorgetest.",),
        liked="Raad verliep vlekkeloos.",
        at_most=1,
    ),
    Story(
        kind=Kind.WISH,
        summary="Opstelling in carré",
        description="Voor de commissie graag de tafels in carré, 22 stoelen en een flip-over.",
        route=Route.FORWARD,
        category="CATERING",
        where=(PlaceSort.MEETING_ROOM,),
        also=(Wording("Theateropstelling", "Graag tachtig stoelen in rijen en een spreekgestoelte."),),
        noted=(Wording("Zaalopstelling", "Carré, 22 stoelen, flip-over. Klaar om 9.00 uur."),),
        outcomes=("Opgesteld volgens verzoek en nagelopen met de aanvrager.",),
        at_most=4,
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Zaal staat op bezet, maar is leeg",
        description="Ik krijg steeds ‘bezet’ terwijl de zaal leeg staat. Doe ik iets verkeerd?",
        route=Route.DESK,
        category="CATERING",
        where=(PlaceSort.MEETING_ROOM,),
        also=(
            Wording(
                "zaal bezet maar niemand er",
                "scherm bij de deur zegt bezet maar er zit niemand. mag ik erin?",
            ),
        ),
        outcomes=(
            (
                "U doet niets verkeerd: deze zaal wordt pas een kwartier na een gemiste reservering vrijgegeven. "
                "Kiest u bij het zoeken voor ‘vrij per direct’, dan ziet u alle lege ruimtes."
            ),
        ),
        liked="Ik wist niet dat dat kon, handig.",
        at_most=2,
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Waar kan ik een zaal reserveren?",
        description="Ik ben hier net begonnen. Waar kan ik een zaal reserveren voor een overleg met tien mensen?",
        route=Route.DESK,
        category="CATERING",
        where=(PlaceSort.OFFICE,),
        also=(Wording("zaal reserveren?", "waar moet je tegenwoordig een zaal reserveren"),),
        outcomes=(
            "Dat kan vanuit uw agenda: nodig de zaal uit als deelnemer. Ik stuur u de handleiding van één pagina.",
        ),
        liked="Handige handleiding.",
        at_most=4,
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Zaal dubbel geboekt",
        description=(
            "Kwam ik deze week met mijn gasten aan, zat er al een ander overleg in ‘onze’ zaal. Beide reserveringen "
            "stonden in het systeem."
        ),
        route=Route.ASK_THEN_FORWARD,
        category="CATERING",
        where=(PlaceSort.MEETING_ROOM,),
        question="Vervelend, zeker met gasten. Op welke dag en tijd was dit, en bij wie heeft u gereserveerd?",
        customer_answer="Afgelopen dinsdag om tien uur. Mijn collega had telefonisch gereserveerd.",
        remark="Dubbele boeking: telefonisch en in de agenda.",
        outcomes=(
            (
                "We hebben de agenda nagekeken: de zaal was zowel telefonisch als in de agenda geboekt. Telefonische "
                "reserveringen gaan voortaan meteen in dezelfde agenda."
            ),
        ),
        at_most=1,
    ),
)
