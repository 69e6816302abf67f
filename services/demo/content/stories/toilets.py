"""Toilets: what is blocked, runs on or smells."""

from services.demo.content.places import PlaceSort
from services.demo.content.stories.story import Route, Story, Wording
from services.shared.vocabulary import Kind, Weight

STORIES: tuple[Story, ...] = (
    Story(
        kind=Kind.MALFUNCTION,
        summary="Toilet verstopt",
        description=(
            "Het linker damestoilet is verstopt en het water staat tot de rand. Ik heb er een briefje op geplakt dat "
            "het buiten gebruik is."
        ),
        route=Route.FORWARD,
        item="toilet-verstopt",
        answers={"water": "nee", "ander-toilet": "ja"},
        where=(PlaceSort.TOILET,),
        also=(
            Wording(
                "wc spoelt niet door",
                "wc spoelt niet meer door, water blijft hoog staan. graag even kijken",
            ),
            Wording(
                "Verstopt toilet heren",
                "Bij de heren, achterste hokje. Het loopt net niet over. Ruikt ook niet fris.",
            ),
        ),
        noted=(
            Wording(
                "Toilet verstopt",
                "Collega belt: een van de toiletten spoelt niet door. Nog niet overgelopen. Ander toilet is vrij.",
            ),
        ),
        outcomes=(
            (
                "Verstopping verholpen met de ontstopper. Er zaten papieren handdoekjes in; we hebben een extra "
                "afvalbak neergezet."
            ),
            "Afvoer met de veer doorgestoken en drie keer doorgespoeld. Loopt weer goed.",
        ),
        liked="Snel verholpen, top!",
        disliked="Het duurde wel erg lang voor er iemand kwam.",
        at_most=5,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Toilet loopt over, water op de gang",
        description=(
            "Het invalidentoilet loopt over! Er staat al water op de gang. We hebben de deur dicht en handdoeken "
            "ervoor gelegd, maar het komt er onderdoor."
        ),
        route=Route.FORWARD,
        item="toilet-verstopt",
        answers={"water": "ja", "ander-toilet": "ja"},
        where=(PlaceSort.TOILET,),
        noted=(
            Wording(
                "SPOED toilet loopt over",
                (
                    "Beller meldt water op de gang, komt uit het invalidentoilet. Gezegd dat niemand het toilet mag "
                    "gebruiken. Monteur direct gebeld."
                ),
            ),
        ),
        impact=Weight.HIGH,
        urgency=Weight.HIGH,
        remark="Spoed: water op de gang. Schoonmaak is ook gebeld voor de waterzuiger.",
        outcomes=(
            (
                "Hoofdkraan van dit toilet dichtgedraaid, afvoer ontstopt en vloer drooggezogen. De plint is nat "
                "geworden; die controleren we volgende week nog."
            ),
        ),
        liked="Heel snel ter plaatse, mét waterzuiger. Petje af.",
        at_most=2,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Toilet blijft doorlopen",
        description=(
            "Het toilet naast de wastafel blijft zachtjes doorlopen na het doorspoelen. Niet dringend, wel zonde van "
            "het water."
        ),
        route=Route.FORWARD,
        item="toilet-verstopt",
        answers={"water": "nee"},
        where=(PlaceSort.TOILET,),
        also=(
            Wording("spoelbak blijft lopen", "je hoort de hele dag water lopen bij het rechter toilet"),
            Wording(
                "Doorlopend toilet",
                "Het middelste toilet loopt continu door, ook als er een tijd niemand is geweest.",
            ),
        ),
        noted=(Wording("Toilet loopt door", "Spoelbak blijft lopen, rechter toilet. Geen haast volgens melder."),),
        urgency=Weight.LOW,
        outcomes=(
            "Vlotter in het reservoir vervangen en afgesteld.",
            "Rubberen afdichting van de spoelbak vervangen; loopt niet meer door.",
        ),
        at_most=4,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Urinoir verstopt",
        description="Het rechter urinoir loopt niet weg en het stinkt behoorlijk.",
        route=Route.FORWARD,
        item="toilet-verstopt",
        answers={"water": "nee", "ander-toilet": "ja"},
        where=(PlaceSort.TOILET,),
        also=(
            Wording(
                "Stank bij urinoirs",
                "Al een paar dagen een hele sterke lucht bij de urinoirs, volgens mij zit er een verstopt.",
            ),
        ),
        outcomes=("Sifon schoongemaakt en nieuw geurslot geplaatst.",),
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Wastafel loopt slecht weg",
        description="De wastafel bij de deur loopt heel langzaam leeg, na twee keer handen wassen staat hij halfvol.",
        route=Route.FORWARD,
        item="toilet-verstopt",
        answers={"water": "nee"},
        where=(PlaceSort.TOILET,),
        also=(Wording("Wasbak verstopt", "wasbak loopt niet door"),),
        urgency=Weight.LOW,
        outcomes=("Sifon gereinigd, zat vol zeepresten.",),
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Zeepdispenser hangt los",
        description="De zeepdispenser hangt nog aan één schroef.",
        route=Route.CANCEL,
        category="SANITAIR",
        where=(PlaceSort.TOILET,),
        cancel_reason="Collega van de schoonmaak heeft de dispenser tijdens de ronde al vastgezet.",
        at_most=2,
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Mogen luiers in het toilet?",
        description=(
            "Vraag van een ouder op het consultatiebureau, en eerlijk gezegd wist ik het ook niet zeker: kunnen "
            "luierdoekjes door het toilet?"
        ),
        route=Route.DESK,
        category="SANITAIR",
        where=(PlaceSort.TOILET,),
        organisation="GGD",
        outcomes=(
            (
                "Nee, ook doekjes waarop ‘doorspoelbaar’ staat niet: daar raakt de afvoer van verstopt. Naast de "
                "commode staat een luieremmer. We hangen er een kaartje bij met een plaatje."
            ),
        ),
        liked="Dank voor het kaartje, werkt prima.",
        at_most=1,
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Veel te lange rij bij de damestoiletten",
        description=(
            "Elke pauze hetzelfde: twintig minuten pauze, een kwartier in de rij. Bezoekers spreken óns erop aan. "
            "Bij de heren is het altijd leeg."
        ),
        route=Route.FORWARD,
        category="SANITAIR",
        at="KA-0-10",
        organisation="TDK",
        impact=Weight.MEDIUM,
        remark="Graag met het theater meedenken over een tijdelijke oplossing.",
        outcomes=(
            (
                "Vanaf nu hangen we bij uitverkochte voorstellingen bordjes op waarmee drie hokjes bij de heren "
                "genderneutraal worden. Bij de verbouwing komen er twee toiletten bij."
            ),
        ),
        liked="Simpel en het werkt.",
        at_most=1,
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Derde keer dit jaar: toilet stuk",
        description=(
            "Dit is de DERDE keer dit jaar dat het toilet bij ons op de gang buiten gebruik is. Elke keer wordt er "
            "iets gerommeld en twee weken later is het weer raak. Wij zitten hier met zestig mensen en één werkend "
            "toilet. Ik wil graag horen wat er nu structureel aan gedaan wordt, en niet weer alleen een briefje op "
            "de deur."
        ),
        route=Route.FORWARD,
        category="SANITAIR",
        where=(PlaceSort.TOILET,),
        impact=Weight.HIGH,
        urgency=Weight.MEDIUM,
        remark="Klant is terecht boos, derde melding. Graag niet opnieuw ontstoppen, maar de oorzaak zoeken.",
        outcomes=(
            (
                "U heeft gelijk, dit had eerder goed moeten gebeuren. De afvoer is met een camera bekeken: er zat "
                "een verzakking in de leiding. Die is vervangen. We houden dit toilet drie maanden in de gaten."
            ),
        ),
        liked="Eindelijk serieus genomen. Goed opgelost.",
        disliked="Opgelost, maar moest dat nou drie meldingen kosten…",
        at_most=1,
    ),
)
