"""Doors, lifts and entrances: what sticks, stops or stays open."""

from services.demo.content.places import PlaceSort
from services.demo.content.stories.story import Route, Story, Wording
from services.shared.vocabulary import Kind, Weight

STORIES: tuple[Story, ...] = (
    Story(
        kind=Kind.MALFUNCTION,
        summary="Lift doet het niet",
        description=(
            "De lift staat stil op de begane grond met de deuren open. Knoppen reageren niet. Een collega in een "
            "rolstoel kan nu niet naar boven."
        ),
        route=Route.FORWARD,
        category="GEBOUW",
        where=(PlaceSort.BUILDING,),
        also=(
            Wording("lift kapot", "lift blijft hangen op 0"),
            Wording(
                "Lift buiten gebruik",
                (
                    "Lift schokt en stopt tussen de verdiepingen. Ik zat er gelukkig maar een minuutje in, maar ik "
                    "neem voorlopig de trap."
                ),
            ),
        ),
        noted=(Wording("Lift in storing", "Lift staat open op BG, reageert niet. Niemand ingesloten (gevraagd)."),),
        impact=Weight.HIGH,
        urgency=Weight.HIGH,
        remark="Leverancier lift gebeld; collega in rolstoel wordt opgevangen op de begane grond.",
        outcomes=(
            (
                "Liftmonteur is geweest: deursensor was vuil en gaf een storing. Schoongemaakt en proefgedraaid, "
                "lift is vrijgegeven."
            ),
        ),
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Deur sluit niet",
        description="De deur valt niet meer in het slot, hij staat altijd op een kier. Iedereen kan zo naar binnen.",
        route=Route.FORWARD,
        category="GEBOUW",
        where=(PlaceSort.OFFICE, PlaceSort.SUPPORT, PlaceSort.CONSULTING_ROOM, PlaceSort.STAGE),
        also=(
            Wording("deur blijft openstaan", "deur valt niet dicht, dranger kapot denk ik"),
            Wording(
                "Deur valt niet dicht",
                "De deur blijft steeds op een kier staan. Met een flinke duw gaat hij wel dicht.",
            ),
        ),
        noted=(Wording("Deur valt niet in slot", "Deur blijft op een kier. Graag vandaag nog i.v.m. afsluiten."),),
        urgency=Weight.MEDIUM,
        outcomes=(
            "Deurdranger bijgesteld en slotplaat verzet; valt weer in het slot.",
            "Scharnier vervangen en deur opnieuw afgehangen; sluit weer vanzelf.",
        ),
        at_most=4,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Automatische schuifdeur blijft open",
        description=(
            "De schuifdeuren van de ingang gaan niet meer dicht. Het waait zo naar binnen en de balie zit in de kou."
        ),
        route=Route.FORWARD,
        category="GEBOUW",
        where=(PlaceSort.BUILDING,),
        noted=(
            Wording(
                "Schuifdeur hoofdingang blijft open",
                "Blijft open, balie zit in de tocht. Deur handmatig gesloten tot monteur komt.",
            ),
        ),
        impact=Weight.MEDIUM,
        urgency=Weight.HIGH,
        outcomes=("Radar boven de deur vervangen. Deur opent en sluit weer normaal.",),
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Deurklink los",
        description="Klink van de deur ligt eraf. Aan de binnenkant kom je er dus niet uit!",
        route=Route.FORWARD,
        category="GEBOUW",
        where=(PlaceSort.TOILET, PlaceSort.MEETING_ROOM, PlaceSort.CONSULTING_ROOM),
        noted=(Wording("Deurkruk eraf", "Kruk ligt op de grond; deur staat nu open met een stoel ertussen."),),
        urgency=Weight.HIGH,
        outcomes=("Nieuwe krukset geplaatst.",),
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Knop van de rolstoelingang doet niets",
        description="Als je op de knop drukt gebeurt er niks.",
        route=Route.ASK_THEN_FORWARD,
        category="GEBOUW",
        where=(PlaceSort.BUILDING,),
        impact=Weight.MEDIUM,
        urgency=Weight.MEDIUM,
        question="Bedoelt u de knop buiten of die binnen? En gaat er een lampje branden als u drukt?",
        customer_answer="De knop buiten. Binnen werkt hij wel. Geen lampje.",
        remark="Alleen de knop buiten; zonder lampje, dus waarschijnlijk de batterij.",
        outcomes=("Batterij van de drukknop vervangen; de deur opent weer.",),
        at_most=2,
    ),
    Story(
        kind=Kind.WISH,
        summary="Deur ’s avonds langer open",
        description=(
            "Volgende week hebben we een avondbijeenkomst. Kan de hoofdingang dan tot 22.00 uur open blijven?"
        ),
        route=Route.DESK,
        category="GEBOUW",
        where=(PlaceSort.BUILDING,),
        also=(
            Wording(
                "Openingstijd verlengen",
                "We hebben een informatieavond. Kan de ingang tot tien uur open blijven?",
            ),
        ),
        outcomes=("Is geregeld: de hoofdingang blijft die avond open tot 22.30 uur. De beveiliging weet ervan.",),
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Lift weer stuk en geen bordje",
        description=(
            "De lift is voor de tweede keer deze maand stuk en er hangt niet eens een bordje. Ik heb met een "
            "bezoeker met een rollator tien minuten staan wachten voor niks. Heel gênant."
        ),
        route=Route.FORWARD,
        category="GEBOUW",
        where=(PlaceSort.BUILDING,),
        impact=Weight.MEDIUM,
        remark="Graag naast de lift zelf ook afspreken wie het bordje ophangt.",
        outcomes=(
            (
                "Onze excuses aan u en uw bezoeker. De lift doet het weer. Bij een storing hangt de receptie nu "
                "meteen een bord op elke verdieping, en uw bezoek kan de goederenlift nemen onder begeleiding."
            ),
        ),
        disliked="Fijn, maar dat bordje had er bij de eerste keer al moeten hangen.",
        at_most=1,
    ),
)
