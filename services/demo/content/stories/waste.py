"""Bins and waste: what is full, in the way or thrown together."""

from services.demo.content.places import PlaceSort
from services.demo.content.stories.story import Route, Story, Wording
from services.shared.vocabulary import Kind, Weight

STORIES: tuple[Story, ...] = (
    Story(
        kind=Kind.MALFUNCTION,
        summary="Prullenbakken niet geleegd",
        description=(
            "De prullenbakken zijn gisteravond niet geleegd, de bananenschillen van gisteren liggen er nog in."
        ),
        route=Route.FORWARD,
        item="afval",
        answers={"soort": "rest"},
        where=(PlaceSort.OFFICE, PlaceSort.CLASSROOM),
        also=(
            Wording("bak zit vol", "prullenbak bij de koffie puilt uit"),
            Wording("Volle afvalbakken", "De bakken bij de ingang zijn vol en er ligt al afval naast."),
        ),
        noted=(Wording("Bakken niet geleegd", "Gisteravond overgeslagen volgens melder."),),
        outcomes=("Alsnog geleegd. De ronde was door ziekte overgeslagen.",),
        at_most=4,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Papiercontainer vol",
        description=(
            "De container voor vertrouwelijk papier zit tot de klep vol; er liggen stapels dossiers naast. Dat kan "
            "echt niet blijven liggen."
        ),
        route=Route.FORWARD,
        item="afval",
        answers={"soort": "vertrouwelijk", "aantal": 1},
        where=(PlaceSort.OFFICE, PlaceSort.SUPPORT, PlaceSort.CONSULTING_ROOM),
        also=(Wording("Vertrouwelijke bak is vol", "Vertrouwelijke bak kan er niks meer bij."),),
        urgency=Weight.HIGH,
        remark="Er liggen dossiers open naast de container: graag vandaag.",
        outcomes=(
            (
                "Container gewisseld en losse dossiers in de nieuwe gedaan. De leegfrequentie is verhoogd naar één "
                "keer per twee weken."
            ),
        ),
    ),
    Story(
        kind=Kind.WISH,
        summary="Extra papierbak bij de printer",
        description=(
            "Bij de printer belandt alles op de grond omdat er geen papierbak staat. Kunnen we er een krijgen?"
        ),
        route=Route.FORWARD,
        item="afval",
        answers={"soort": "papier", "aantal": 1},
        where=(PlaceSort.OFFICE, PlaceSort.CLASSROOM),
        also=(Wording("papierbak", "kan er een bak voor oud papier bij het kopieerapparaat?"),),
        outcomes=("Papierbak geplaatst en in de ronde opgenomen.",),
    ),
    Story(
        kind=Kind.WISH,
        summary="Grof afval ophalen",
        description=(
            "We hebben een kapotte kast, drie stoelen en een berg karton die weg mag. Het staat in de gang, netjes "
            "tegen de muur."
        ),
        route=Route.FORWARD,
        item="afval",
        answers={"soort": "grof", "aantal": 5},
        where=(PlaceSort.OFFICE, PlaceSort.CLASSROOM),
        noted=(Wording("Grof afval", "Kast, stoelen, karton. Staat klaar bij de deur."),),
        outcomes=(
            "Opgehaald en afgevoerd. De stoelen gaan naar de kringloop.",
            "Alles meegenomen. Volgende keer graag niet in de gang: dat is een vluchtweg.",
        ),
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Afval wordt weer bij elkaar gegooid",
        description=(
            "Wij scheiden keurig ons afval en dan zie ik ’s avonds alles in één grote zak verdwijnen. Waarom doen we "
            "dan nog moeite?"
        ),
        route=Route.ASK_THEN_DESK,
        item="afval",
        answers={"soort": "pmd"},
        where=(PlaceSort.OFFICE,),
        question=(
            "Vervelend om te horen. Weet u nog op welke avond dit was, en om welke bakken het ging? Dan kunnen we "
            "het met de avondploeg bespreken."
        ),
        customer_answer="Dat was afgelopen dinsdag tegen half zeven, de bakken bij de pantry.",
        outcomes=(
            (
                "Goed dat u het meldt. Wat u zag klopt niet met onze afspraak: pmd en papier gaan in een eigen zak "
                "op dezelfde kar. We hebben dit met de ploeg besproken en controleren de komende weken."
            ),
        ),
        disliked="Mooi antwoord, maar ik heb het daarna gewoon weer gezien.",
        at_most=1,
    ),
)
