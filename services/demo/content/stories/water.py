"""Taps, drains and showers: what drips, stays cold or smells."""

from services.demo.content.places import PlaceSort
from services.demo.content.stories.story import Route, Story, Wording
from services.shared.vocabulary import Kind, Weight

STORIES: tuple[Story, ...] = (
    Story(
        kind=Kind.MALFUNCTION,
        summary="Kraan in de pantry lekt",
        description="De kraan boven de spoelbak druppelt de hele dag door. Dichtdraaien helpt niet.",
        route=Route.FORWARD,
        category="SANITAIR",
        where=(PlaceSort.PANTRY,),
        also=(
            Wording(
                "Druppelende kraan",
                "Kraan in de keuken blijft druppelen. Er staat nu een bakje onder want het geluid is irritant.",
            ),
        ),
        noted=(Wording("Kraan pantry druppelt", "Druppelt door, ook na stevig dichtdraaien."),),
        urgency=Weight.LOW,
        outcomes=(
            "Keramisch binnenwerk van de kraan vervangen.",
            "Kraan was op; nieuwe kraan gemonteerd.",
        ),
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Geen warm water",
        description="Sinds vanochtend komt er alleen koud water uit de kraan.",
        route=Route.ASK_THEN_FORWARD,
        category="SANITAIR",
        where=(PlaceSort.PANTRY,),
        question=(
            "Gaat het om één kraan of om alle kranen op de verdieping? En brandt er een lampje op de boiler onder "
            "het aanrecht?"
        ),
        customer_answer="Alleen deze kraan. Er brandt een rood lampje op de boiler, dat zag ik nu pas.",
        remark="Rood lampje op de keukenboiler, dus waarschijnlijk de boiler zelf.",
        outcomes=("De boiler stond in storing. Gereset en thermostaat vervangen; het water is weer 60 graden.",),
        at_most=2,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Rioollucht",
        description=(
            "Er hangt een rioollucht, vooral ’s ochtends als je binnenkomt. Wij denken dat het uit het putje in de "
            "vloer komt."
        ),
        route=Route.FORWARD,
        category="SANITAIR",
        where=(PlaceSort.TOILET, PlaceSort.PANTRY),
        also=(Wording("Stank uit putje", "Stinkt naar riool hier. Bezoekers vragen er ook naar."),),
        outcomes=(
            (
                "Vloerputje stond droog. Bijgevuld met water en een scheutje olie tegen uitdrogen. We vullen het "
                "voortaan elke maand bij."
            ),
        ),
        disliked="Na twee weken rook het alweer hetzelfde.",
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Douche werkt niet",
        description=(
            "De douche op de artiestengang geeft alleen een dun straaltje. Vanavond komt er een dansgezelschap van "
            "14 man dat na afloop wil douchen."
        ),
        route=Route.FORWARD,
        category="SANITAIR",
        at="KA-1-02",
        organisation="TDK",
        impact=Weight.MEDIUM,
        urgency=Weight.HIGH,
        remark="Graag vóór 17.00 uur, er is vanavond een voorstelling.",
        outcomes=("Douchekop ontkalkt en filter schoongemaakt. Getest: volle straal en warm.",),
        liked="Op tijd klaar, de dansers waren blij.",
        at_most=1,
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Is het kraanwater hier te drinken?",
        description=(
            "We hadden het er bij de koffie over, kun je het water uit de pantry gewoon drinken? Er is toch "
            "onderhoud geweest?"
        ),
        route=Route.DESK,
        category="SANITAIR",
        where=(PlaceSort.PANTRY,),
        also=(
            Wording(
                "Kraanwater drinken",
                "Sommige collega’s halen flessen water omdat ze de kraan niet vertrouwen. Is daar reden voor?",
            ),
        ),
        outcomes=(
            (
                "Ja, dat kan gewoon. Na het onderhoud zijn de leidingen gespoeld en is het water onderzocht; de "
                "uitslag was goed."
            ),
            (
                "Ja hoor, het kraanwater is in al onze gebouwen goed drinkwater. We laten het twee keer per jaar "
                "onderzoeken."
            ),
        ),
        at_most=2,
    ),
)
