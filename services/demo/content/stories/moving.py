"""Moves: what should stand somewhere else, and did not get there."""

from services.demo.content.places import PlaceSort
from services.demo.content.stories.story import Route, Story, Wording, Workdays
from services.shared.vocabulary import Kind, Weight

STORIES: tuple[Story, ...] = (
    Story(
        kind=Kind.WISH,
        summary="Verhuizing van drie werkplekken",
        description=(
            "Ons team schuift door naar de andere kant van de verdieping: drie bureaus met inhoud, twee kasten en "
            "een printer."
        ),
        route=Route.FORWARD,
        item="verhuizing",
        answers={
            "datum": Workdays(12),
            "aantal": 3,
            "van": "Kantoortuin, blok bij de lift",
            "naar": "Kantoortuin, blok bij de pantry",
        },
        where=(PlaceSort.OFFICE,),
        also=(
            Wording(
                "Werkplekken verplaatsen",
                (
                    "Graag drie werkplekken en twee kasten verhuizen, zie de gegevens hieronder. De pc’s koppelen we "
                    "zelf af."
                ),
            ),
        ),
        outcomes=("Verhuisd volgens de tekening. Kasten zijn waterpas gesteld en de dozen opgehaald.",),
        liked="Vlot en vrolijk verhuisd.",
        at_most=2,
    ),
    Story(
        kind=Kind.WISH,
        summary="Archiefkasten naar het depot",
        description="Twaalf archiefkasten kunnen naar het depot. Ze zijn leeg en van het slot.",
        route=Route.FORWARD,
        item="verhuizing",
        answers={
            "datum": Workdays(10),
            "aantal": 0,
            "van": "Gang naast de kantoortuin",
            "naar": "Archiefdepot in de kelder",
        },
        where=(PlaceSort.OFFICE,),
        organisation="GEM",
        outcomes=(
            (
                "Alle twaalf kasten verplaatst. Eén was nog op slot en is met akkoord van de klant geopend: hij was "
                "leeg."
            ),
        ),
        at_most=2,
    ),
    Story(
        kind=Kind.WISH,
        summary="Stoelen klaarzetten voor examens",
        description=(
            "Voor de examens zoeken we 120 losse tafels met stoelen in de aula, anderhalve meter uit elkaar. "
            "Tekening volgt. Na afloop graag weer opruimen."
        ),
        route=Route.ASK_THEN_FORWARD,
        item="verhuizing",
        answers={"datum": Workdays(14), "aantal": 120, "van": "Magazijn begane grond", "naar": "Aula"},
        at="DV-0-03",
        organisation="RSC",
        impact=Weight.HIGH,
        question=(
            "Komt er een klok en een tafel voor de surveillanten bij? En kunt u de tekening meesturen of bij ons "
            "langsbrengen?"
        ),
        customer_answer=(
            "Ja: twee tafels voor de surveillanten vooraan en een grote klok. De tekening breng ik langs bij de balie."
        ),
        remark="Tekening ligt bij de balie.",
        outcomes=("Opstelling klaargezet volgens de tekening en met de examencommissie nagelopen.",),
        at_most=1,
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Waar kan ik een locker aanvragen?",
        description="Sinds het flexwerken sjouw ik alles mee. Zijn er nog lockers vrij?",
        route=Route.DESK,
        category="WERKPLEK",
        where=(PlaceSort.OFFICE,),
        also=(Wording("Hoe werken de lockers?", "hoe werken die lockers? er brandt een rood lampje"),),
        outcomes=(
            (
                "Ja. Kies een vrije locker met een groen lampje en houd uw pas ertegen; hij is dan voor die dag van "
                "u. Een vaste locker kan als uw leidinggevende akkoord is."
            ),
        ),
        liked="Helder uitgelegd.",
        at_most=4,
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Verhuizing liep helemaal mis",
        description=(
            "Vorige week zouden de verhuizers om acht uur komen, het werd kwart over elf. Twee dozen zijn op de "
            "verkeerde afdeling beland, waarvan één met mijn persoonlijke spullen. Mijn team heeft een halve dag "
            "niet kunnen werken."
        ),
        route=Route.FORWARD,
        category="WERKPLEK",
        where=(PlaceSort.OFFICE,),
        impact=Weight.MEDIUM,
        urgency=Weight.MEDIUM,
        remark="Twee dozen kwijt, één daarvan persoonlijk: eerst die zoeken.",
        outcomes=(
            (
                "Onze excuses. Beide dozen zijn terug. De planner had de tijd verkeerd doorgegeven; bij een "
                "verhuizing bellen we voortaan de dag ervoor. Wat nog ontbrak, hebben we bij u langsgebracht."
            ),
        ),
        liked="Fout hersteld en netjes excuus aangeboden.",
        disliked="Excuses zijn mooi, maar ik heb er een dag werk door gemist.",
        at_most=1,
    ),
)
