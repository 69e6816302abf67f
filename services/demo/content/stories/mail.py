"""Letters and parcels: what comes in, goes out and gets lost."""

from services.demo.content.places import PlaceSort
from services.demo.content.stories.story import Route, Story, Wording
from services.shared.vocabulary import Kind, Weight

STORIES: tuple[Story, ...] = (
    Story(
        kind=Kind.MALFUNCTION,
        summary="Pakket niet aangekomen",
        description=(
            "Volgens track-and-trace is mijn pakket twee dagen geleden afgegeven, maar ik heb niets ontvangen."
        ),
        route=Route.FORWARD,
        item="poststuk-pakket",
        where=(PlaceSort.OFFICE,),
        also=(
            Wording("waar is mijn pakket", "pakketje zou er moeten zijn"),
            Wording("Pakketje zoek", "Mijn bestelling is afgeleverd, maar nergens te vinden."),
        ),
        noted=(Wording("Pakket zoek", "Volgens bezorger afgegeven bij postkamer. Nog niet gevonden."),),
        outcomes=(
            "Gevonden: het lag bij de aangetekende post onder een andere naam. Naar de klant gebracht.",
            "Het pakket was bij een ander gebouw afgegeven; met de interne post meegekomen en bezorgd.",
        ),
        liked="Gevonden en zelfs naar boven gebracht.",
        at_most=4,
    ),
    Story(
        kind=Kind.WISH,
        summary="Pakket laten ophalen door koerier",
        description=(
            "Graag een koerier voor een doos met monsters, circa 8 kilo, breekbaar. Naar het laboratorium in Leiden."
        ),
        route=Route.ASK_THEN_FORWARD,
        item="poststuk-pakket",
        where=(PlaceSort.OFFICE, PlaceSort.CONSULTING_ROOM),
        urgency=Weight.MEDIUM,
        question="Moet de doos gekoeld vervoerd worden, en moet hij er vandaag nog zijn?",
        customer_answer="Gekoeld hoeft niet. Vandaag wel, het laboratorium sluit om 17.00 uur.",
        remark="Vandaag vóór 17.00 uur in Leiden, breekbaar, niet gekoeld.",
        outcomes=("De koerier heeft de doos meegenomen. Volgnummer is per mail gestuurd.",),
    ),
    Story(
        kind=Kind.WISH,
        summary="Aangetekende brief versturen",
        description="Er moet vandaag nog een aangetekende brief de deur uit. Hij ligt bij mij op het bureau.",
        route=Route.FORWARD,
        item="poststuk-pakket",
        where=(PlaceSort.OFFICE,),
        also=(
            Wording("aangetekend", "2 brieven aangetekend, liggen in het bakje uitgaand"),
            Wording(
                "Bezwaarschrift aangetekend",
                "Bezwaar moet vandaag de deur uit, termijn loopt vannacht af!",
            ),
        ),
        noted=(Wording("Aangetekende post", "Eén brief, moet vandaag mee."),),
        urgency=Weight.MEDIUM,
        outcomes=("Opgehaald bij de tweede postronde en aangetekend verstuurd.",),
        at_most=4,
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Hoe laat gaat de post weg?",
        description="Tot hoe laat kan ik brieven in het bakje leggen zodat ze vandaag nog meegaan?",
        route=Route.DESK,
        item="poststuk-pakket",
        where=(PlaceSort.OFFICE,),
        also=(
            Wording("postronde", "hoe laat is de laatste postronde?"),
            Wording("Post ophalen", "Wordt er op vrijdag ook nog post opgehaald?"),
        ),
        outcomes=("De laatste ronde is om 14.30 uur. Daarna kunt u tot 16.30 uur zelf langs de postkamer lopen.",),
        liked="Snel antwoord.",
        at_most=4,
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Wat is het afleveradres voor leveranciers?",
        description="Een leverancier wil een pallet met folders brengen. Welk adres en welke tijden geef ik door?",
        route=Route.DESK,
        item="poststuk-pakket",
        where=(PlaceSort.OFFICE,),
        also=(Wording("pallet laten leveren", "waar kan een pallet bezorgd worden en tot hoe laat?"),),
        outcomes=(
            (
                "Leveren kan bij de achteringang, op werkdagen van 7.30 tot 15.00 uur. Laat de leverancier uw naam "
                "en afdeling op de pallet zetten, dan bellen we u als hij er is."
            ),
        ),
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Mag ik privépakketjes laten bezorgen?",
        description="Ik ben nooit thuis als de bezorger komt. Mag ik een pakketje op kantoor laten bezorgen?",
        route=Route.DESK,
        item="poststuk-pakket",
        where=(PlaceSort.OFFICE,),
        outcomes=(
            (
                "Liever niet: de postkamer kan privépakketten niet bewaren en is er niet voor verzekerd. Om de hoek, "
                "in de Havenstraat, zit een afhaalpunt dat tot 21.00 uur open is."
            ),
        ),
        disliked="Kinderachtig, om eerlijk te zijn.",
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Vertrouwelijke brief opengemaakt bezorgd",
        description=(
            "Op mijn bureau lag een brief met het stempel VERTROUWELIJK die al was opengemaakt. Ik wil weten wie dit "
            "heeft gedaan en hoe we voorkomen dat het nog eens gebeurt."
        ),
        route=Route.FORWARD,
        item="poststuk-pakket",
        where=(PlaceSort.OFFICE, PlaceSort.CONSULTING_ROOM),
        impact=Weight.MEDIUM,
        urgency=Weight.HIGH,
        remark="Mogelijk datalek: de functionaris gegevensbescherming is al gebeld. Graag vandaag uitzoeken.",
        outcomes=(
            (
                "Wij nemen dit zeer serieus. De brief is bij het sorteren met de gewone post opengesneden; het "
                "stempel stond op de achterkant. De medewerker heeft de inhoud niet gelezen. De functionaris "
                "gegevensbescherming is ingelicht en vertrouwelijke post gaat nu apart door de machine."
            ),
        ),
        liked="Goed onderzocht en eerlijk teruggekoppeld.",
        disliked="Het had niet mogen gebeuren.",
        at_most=1,
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Post van een week oud",
        description=(
            "Vandaag kreeg ik een brief die volgens het stempel acht dagen geleden is ontvangen. De termijn om te "
            "reageren was twee weken. Waar heeft die brief een week gelegen?"
        ),
        route=Route.FORWARD,
        item="poststuk-pakket",
        where=(PlaceSort.OFFICE,),
        impact=Weight.MEDIUM,
        urgency=Weight.MEDIUM,
        outcomes=(
            (
                "De brief zat onder in een krat van een zieke collega. We lopen voortaan elke avond alle kratten na, "
                "en brieven met een termijn krijgen een gekleurde kaart."
            ),
        ),
        liked="Eerlijk antwoord, daar kan ik wat mee.",
        disliked="Uitstel heb ik zelf moeten regelen.",
        at_most=1,
    ),
)
