"""Parking: where visitors, bicycles and lorries leave what they came in."""

from services.demo.content.places import PlaceSort
from services.demo.content.stories.story import Route, Story, Wording, Workdays
from services.shared.vocabulary import Kind, Weight

STORIES: tuple[Story, ...] = (
    Story(
        kind=Kind.MALFUNCTION,
        summary="Slagboom blijft dicht",
        description="De slagboom herkent mijn kenteken niet en er staat nu een rij tot op de straat.",
        route=Route.FORWARD,
        category="TOEGANG",
        where=(PlaceSort.PARKING,),
        also=(Wording("slagboom kapot", "slagboom gaat niet open ik sta er nu voor"),),
        noted=(Wording("Slagboom gaat niet open", "Rij tot op straat. Op afstand opengezet tot monteur er is."),),
        impact=Weight.MEDIUM,
        urgency=Weight.HIGH,
        outcomes=("Camera schoongemaakt en bijgesteld. Kentekens worden weer gelezen.",),
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Fietsenkelder gaat niet open",
        description="De deur van de fietsenkelder gaat niet automatisch open. Met duwen lukt het net.",
        route=Route.FORWARD,
        category="TOEGANG",
        at="SH-0-21",
        also=(
            Wording(
                "Deur fietsenkelder",
                "deur fietsenkelder loopt vast, iedereen zet zn fiets nu voor de ingang",
            ),
        ),
        outcomes=("Deurautomaat gesmeerd en opnieuw ingeleerd.",),
    ),
    Story(
        kind=Kind.WISH,
        summary="Parkeerplek voor spreker",
        description="Er komt een gastspreker met de auto helemaal uit Groningen. Graag een plek dicht bij de ingang.",
        route=Route.DESK,
        item="parkeerplaats-bezoeker",
        answers={"datum": Workdays(3), "bezoeker": "Dhr. Alberda, gastspreker", "kenteken": "X-000-YZ"},
        where=(PlaceSort.PARKING,),
        outcomes=(
            "Er is een plek bij de ingang gereserveerd en het kenteken is ingevoerd: de slagboom gaat vanzelf open.",
        ),
        liked="Mijn gast reed zo naar binnen.",
        at_most=1,
    ),
    Story(
        kind=Kind.WISH,
        summary="Parkeerplaats voor bezoek",
        description="Graag één parkeerplaats voor een bezoeker die met de auto komt. Kenteken weet ik nog niet.",
        route=Route.DESK,
        item="parkeerplaats-bezoeker",
        answers={"datum": Workdays(2), "bezoeker": "Externe gesprekspartner"},
        where=(PlaceSort.PARKING,),
        also=(
            Wording("parkeerplaats bezoek", "1 plek graag, bezoeker komt rond half tien"),
            Wording("Parkeren sollicitant", "Kandidaat voor een gesprek, komt met eigen auto."),
        ),
        noted=(Wording("Parkeerplek bezoek", "Eén plek. Kenteken nog niet bekend."),),
        outcomes=(
            (
                "De plek is gereserveerd. Zonder kenteken kan uw bezoek bij de slagboom aanbellen; de receptie doet "
                "dan open."
            ),
        ),
        liked="Goed geregeld, en de receptie was heel gastvrij.",
        at_most=5,
    ),
    Story(
        kind=Kind.WISH,
        summary="Parkeerplek met laadpaal",
        description="Voor een overleg met de provincie. Ze komen elektrisch, dus graag een plek bij de laadpaal.",
        route=Route.FORWARD,
        item="parkeerplaats-bezoeker",
        answers={"datum": Workdays(4), "bezoeker": "Delegatie van de provincie", "laadpaal": "ja"},
        where=(PlaceSort.PARKING,),
        outcomes=("Laadplek gereserveerd, er staat een bordje met de naam bij.",),
        at_most=2,
    ),
    Story(
        kind=Kind.WISH,
        summary="Laad- en losplaats reserveren",
        description=(
            "Volgende week woensdag komt er een oplegger van 16 meter met decor. Kan de laad- en losplaats vanaf "
            "9.00 uur vrij blijven?"
        ),
        route=Route.FORWARD,
        category="TOEGANG",
        at="KA-0-20",
        organisation="TDK",
        urgency=Weight.MEDIUM,
        outcomes=("Afgezet met pionnen vanaf 7.30 uur; de buren zijn ingelicht.",),
        liked="Fantastisch, chauffeur reed er zo in.",
        at_most=2,
    ),
    Story(
        kind=Kind.WISH,
        summary="Vaste parkeerplek",
        description="Ik begin altijd om zeven uur en zou een vaste plek wel handig vinden.",
        route=Route.DESK,
        category="TOEGANG",
        where=(PlaceSort.PARKING,),
        outcomes=(
            (
                "Dat begrijpen we, maar we geven geen vaste plekken uit: alleen aan collega’s met een "
                "gehandicaptenparkeerkaart. Om zeven uur is er altijd plaats."
            ),
        ),
        disliked="Jammer, maar op zich een eerlijk antwoord.",
        at_most=2,
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Hoe laat gaat de parkeerkelder dicht?",
        description="Ik heb een avondvergadering. Kan ik om half twaalf nog weg met de auto?",
        route=Route.DESK,
        category="TOEGANG",
        at="SH-0-20",
        also=(Wording("parkeergarage openingstijden", "tot hoe laat is de garage open"),),
        outcomes=("Uitrijden kan altijd. Inrijden kan op werkdagen van 6.30 tot 21.00 uur.",),
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Weer iemand op de invalidenparkeerplaats",
        description=(
            "Er staat weer een bestelbus op de invalidenparkeerplaats. Ik kan mijn auto nergens kwijt en ik moet "
            "echt dichtbij staan. Dit is de vierde keer dit jaar."
        ),
        route=Route.FORWARD,
        category="TOEGANG",
        where=(PlaceSort.PARKING,),
        impact=Weight.MEDIUM,
        urgency=Weight.HIGH,
        remark="Melder heeft een gehandicaptenparkeerkaart. Graag ook een blijvende oplossing.",
        outcomes=(
            "Bestuurder aangesproken en bus verplaatst. Er staat nu een paaltje dat alleen met uw pas omlaag gaat.",
        ),
        liked="Dat paaltje had er jaren geleden al moeten staan. Dank!",
        at_most=2,
    ),
)
