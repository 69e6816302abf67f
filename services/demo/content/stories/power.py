"""Sockets, fuses and appliances: what has no power, or should not be plugged in."""

from services.demo.content.places import PlaceSort
from services.demo.content.stories.story import Route, Story, Wording
from services.shared.vocabulary import Kind, Weight

STORIES: tuple[Story, ...] = (
    Story(
        kind=Kind.MALFUNCTION,
        summary="Stroom uitgevallen op halve verdieping",
        description=(
            "Alle stopcontacten aan de raamkant zijn uitgevallen, een stuk of twintig werkplekken. Beeldschermen "
            "zwart. Het licht doet het nog."
        ),
        route=Route.FORWARD,
        category="ELEKTRA",
        where=(PlaceSort.OFFICE,),
        noted=(
            Wording(
                "STROOMSTORING raamkant",
                "Beller: stopcontacten raamkant dood, ca. 20 plekken. Licht is oké. Monteur onderweg.",
            ),
        ),
        impact=Weight.HIGH,
        urgency=Weight.HIGH,
        remark="Ongeveer twintig werkplekken zonder stroom.",
        outcomes=(
            (
                "Een defecte waterkoker in de pantry liet de groep uitvallen. Waterkoker verwijderd en groep "
                "ingeschakeld."
            ),
            (
                "Aardlekschakelaar was aangesproken door een kapotte stekkerdoos. Stekkerdoos weggehaald, alles "
                "heeft weer stroom."
            ),
        ),
        liked="Snel geholpen, iedereen kon weer aan het werk.",
        at_most=2,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Stopcontact los",
        description=(
            "Het stopcontact onder mijn bureau komt uit de muur als ik de stekker eruit trek. Je ziet de draadjes."
        ),
        route=Route.FORWARD,
        category="ELEKTRA",
        where=(PlaceSort.OFFICE, PlaceSort.CLASSROOM, PlaceSort.CONSULTING_ROOM),
        also=(
            Wording(
                "Wandcontactdoos hangt uit de muur",
                "Wandcontactdoos naast de deur hangt los. Lijkt me niet veilig.",
            ),
        ),
        urgency=Weight.HIGH,
        remark="Melder is gevraagd het stopcontact niet te gebruiken.",
        outcomes=("Stopcontact opnieuw vastgezet en nagemeten. Veilig.",),
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Koffieautomaat heeft geen stroom",
        description="Koffieautomaat is dood. Stekker zit erin.",
        route=Route.ASK_THEN_DESK,
        category="ELEKTRA",
        where=(PlaceSort.PANTRY,),
        urgency=Weight.MEDIUM,
        question=(
            "Achter de automaat zit op kniehoogte een witte schakelaar. Staat die op 1? Zo niet, wilt u hem omzetten?"
        ),
        customer_answer="Die stond inderdaad op 0. Hij maakt weer koffie!",
        outcomes=(
            (
                "De schakelaar achter de automaat stond uit; die gaat soms om bij het schoonmaken. Fijn dat u het "
                "zelf kon verhelpen."
            ),
        ),
        liked="Gered. Koffie!",
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Noodverlichting piept",
        description="Het groene bordje boven de vluchtdeur piept elke minuut. Na een dag word je daar gek van.",
        route=Route.FORWARD,
        category="ELEKTRA",
        where=(PlaceSort.OFFICE, PlaceSort.CLASSROOM, PlaceSort.PUBLIC),
        also=(Wording("Piepend vluchtbordje", "pieeeeep. elke minuut. help"),),
        outcomes=("Accu van de noodverlichting vervangen en getest.",),
        at_most=2,
    ),
    Story(
        kind=Kind.WISH,
        summary="Bureaulamp graag",
        description="Ik zit aan de binnenkant, ver van het raam. Zou ik een bureaulamp kunnen krijgen?",
        route=Route.DESK,
        category="ELEKTRA",
        where=(PlaceSort.OFFICE,),
        also=(
            Wording(
                "Extra lampje voor mijn werkplek",
                "Mijn plek is nogal donker, vooral met dit weer. Is er een losse lamp beschikbaar?",
            ),
        ),
        outcomes=(
            "Dat kan. We hebben nog bureaulampen op voorraad; de huisdienst zet er vandaag nog een op uw bureau.",
        ),
        liked="Nu zie ik weer wat ik typ. Super.",
    ),
    Story(
        kind=Kind.WISH,
        summary="Extra stopcontact bij vergadertafel",
        description=(
            "Bij lange overleggen zit iedereen te vechten om het ene stopcontact. Kan er een stekkerblok in de tafel "
            "komen?"
        ),
        route=Route.FORWARD,
        category="ELEKTRA",
        where=(PlaceSort.MEETING_ROOM,),
        remark="Vrije wens; tafel heeft al een kabeldoorvoer.",
        outcomes=("Tafelcontactdoos met vier stopcontacten en usb geplaatst.",),
        at_most=2,
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Waar kan ik mijn e-bike opladen?",
        description=(
            "Kan ik de accu van mijn fiets ergens opladen? Gewoon aan het stopcontact bij mijn bureau lijkt me niet "
            "de bedoeling."
        ),
        route=Route.DESK,
        category="ELEKTRA",
        at="SH-0-21",
        also=(Wording("fietsaccu laden", "mag mijn fietsaccu aan de lader op kantoor?"),),
        outcomes=(
            (
                "Goed gedacht: binnen opladen mag niet vanwege brandgevaar. In de fietsenkelder zijn tien lockers "
                "met een stopcontact; houd uw pas tegen het slot."
            ),
        ),
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Mag ik een eigen kacheltje meenemen?",
        description="Ik heb het altijd koud. Mag ik een elektrisch kacheltje van thuis meenemen?",
        route=Route.DESK,
        category="ELEKTRA",
        where=(PlaceSort.OFFICE,),
        also=(
            Wording(
                "Kacheltje onder bureau",
                "Mag dat, zo’n klein kacheltje onder je bureau? Een collega zegt van niet.",
            ),
        ),
        outcomes=(
            (
                "Helaas niet: eigen kachels zijn niet toegestaan vanwege brandgevaar en omdat de groepen het niet "
                "aankunnen. Meld wel even dat het koud is, dan kijken we naar de verwarming."
            ),
        ),
        disliked="Snap het wel, maar ik zit nog steeds met een deken.",
    ),
)
