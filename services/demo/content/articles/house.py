"""Articles about the house itself: warmth, sun, cleaning and waste."""

from services.demo.content.catalogue.shapes import Request, article

ARTICLES: tuple[Request, ...] = (
    article(
        "te-warm",
        title=("Te warm op uw werkplek: wat kunt u zelf doen?", "Too warm at work: what can you do yourself?"),
        summary=(
            "Doe de zonwering vroeg omlaag, houd ramen dicht en leen een ventilator. Is het langer dan een dag "
            "warmer dan 25 graden? Meld het ons.",
            "Lower the blinds early, keep windows shut and borrow a fan. Is it above 25 degrees for more than a day? "
            "Let us know.",
        ),
        keywords="warm, heet, hitte, bloedheet, zweten, airco, koeling, ventilator, temperatuur, 25 graden, zomer, "
        "benauwd, hot, heat, fan",
        nl="""
            In de zomer houden we het binnen op hooguit 25 graden. Op hete dagen helpt het als u er vroeg bij bent:

            1. Doe de zonwering omlaag voordat de zon op het raam staat.
            2. Houd ramen en deuren dicht zolang het buiten warmer is dan binnen.
            3. Zet schermen, lampen en laders uit als u ze niet gebruikt.
            4. Leen een ventilator bij de receptie. Zet hem uit als u naar huis gaat.
            5. Zoek een koelere plek. Aan de noordkant en op de lagere verdiepingen is het meestal het prettigst.

            Drink genoeg water. Het kraanwater in de pantry is goed drinkwater.

            **Meld het** als het langer dan een dag warmer is dan 25 graden. Noem de ruimte en, als er een thermometer
            hangt, het aantal graden.

            Voelt iemand zich niet goed door de hitte? Breng diegene naar een koele plek en waarschuw een bhv’er.
        """,
        en="""
            In summer we keep it at 25 degrees or below indoors. On hot days it helps to act early:

            1. Lower the blinds before the sun reaches the window.
            2. Keep windows and doors shut for as long as it is warmer outside than inside.
            3. Switch off screens, lamps and chargers you are not using.
            4. Borrow a fan from reception. Switch it off when you go home.
            5. Find a cooler spot. The north side and the lower floors are usually the most pleasant.

            Drink plenty of water. The tap water in the pantry is fine to drink.

            **Let us know** if it is above 25 degrees for more than a day. Tell us the room and, if there is a
            thermometer, the temperature.

            Is someone feeling unwell because of the heat? Take them to a cool place and call an emergency response
            officer (bhv’er).
        """,
        items=("te-warm-te-koud", "zonwering", "waterkoeler"),
    ),
    article(
        "te-koud",
        title=("Te koud? Zo gebruikt u de thermostaat", "Too cold? How to use the thermostat"),
        summary=(
            "Met de knop naast de deur maakt u de kamer hooguit twee graden warmer of kouder. Na een halfuur merkt u "
            "verschil. Een eigen kacheltje mag niet.",
            "The dial by the door makes the room up to two degrees warmer or cooler. Allow half an hour. Your own "
            "heater is not allowed.",
        ),
        keywords="koud, kou, ijskoud, verwarming, radiator, thermostaat, termostaat, knop, tocht, kachel, kacheltje, "
        "graden, cold, heating, thermostat",
        nl="""
            In de winter houden we het binnen op 20 tot 22 graden. De meeste kamers hebben naast de deur een knop
            waarmee u dat zelf kunt bijstellen:

            1. Draai de knop naar de plus voor warmer of naar de min voor kouder. U kunt hooguit twee graden hoger of
               lager.
            2. Wacht een halfuur. Verder draaien maakt de kamer niet sneller warm.
            3. Doe ramen en deuren dicht.
            4. Houd de radiator vrij: geen kast, tas of jas ervoor.

            Kantoortuinen hebben geen eigen knop. Daar regelt de technische dienst de temperatuur.

            Een eigen kacheltje mag niet: dat is brandgevaarlijk en de stroomgroepen kunnen het niet aan.

            **Meld het** als de radiator koud blijft, als het tocht of als het langer dan een dag kouder is dan 20
            graden.
        """,
        en="""
            In winter we keep it at 20 to 22 degrees indoors. Most rooms have a dial next to the door that lets you
            adjust this yourself:

            1. Turn the dial towards plus for warmer or minus for cooler. You can go up or down by two degrees at most.
            2. Wait half an hour. Turning it further does not warm the room any faster.
            3. Close windows and doors.
            4. Keep the radiator clear: no cabinet, bag or coat in front of it.

            Open-plan offices have no dial of their own. Technical services sets the temperature there.

            You may not bring your own heater: it is a fire risk and the circuits cannot cope.

            **Let us know** if the radiator stays cold, if there is a draught, or if it is below 20 degrees for more
            than a day.
        """,
        items=("te-warm-te-koud", "raam-defect", "ventilatie-lawaai"),
    ),
    article(
        "zonwering-bij-wind",
        title=("Zonwering bedienen, ook bij harde wind", "Using the sun blinds, also in strong wind"),
        summary=(
            "Met de knop bij het raam doet u de zonwering omhoog of omlaag. Bij harde wind regelt het gebouw het zelf "
            "en doet de knop tijdelijk niets.",
            "Use the switch by the window to raise or lower the blinds. In strong wind the building takes over and "
            "the switch does nothing for a while.",
        ),
        keywords="zonwering, screens, scherm, zonnescherm, rolgordijn, lamellen, zon, wind, storm, knop, knopje, "
        "doet het niet, blinds, sun, shade",
        nl="""
            De knop zit naast het raam of bij de deur.

            - **Omhoog of omlaag:** druk één keer op de pijl. De zonwering loopt helemaal door.
            - **Halverwege stoppen:** druk op de middelste knop.

            Eén knop bedient vaak meerdere ramen. Overleg dus even met uw collega’s.

            ## Bij harde wind

            Een windmeter op het dak zet de buitenzonwering in een veilige stand, meestal omhoog. De knop werkt dan
            niet. Zodra de wind is gaan liggen, kunt u de zonwering weer zelf bedienen. Een rolgordijn aan de binnenkant
            werkt altijd.

            Wilt u schade voorkomen?

            - Trek niet aan het doek.
            - Zet geen raam naar buiten open terwijl de zonwering omlaag is.

            **Meld het** als de knop niets doet terwijl de wind al een halfuur is gaan liggen, of als het doek scheef
            hangt of klappert.
        """,
        en="""
            The switch is next to the window or by the door.

            - **Up or down:** press the arrow once. The blinds go all the way.
            - **Stop halfway:** press the middle button.

            One switch often works several windows, so please check with your colleagues first.

            ## In strong wind

            A wind gauge on the roof moves the outdoor blinds to a safe position, usually up. The switch does not work
            then. Once the wind has dropped you can use it again. A roller blind on the inside always works.

            Would you like to help prevent damage?

            - Do not pull at the fabric.
            - Do not open a window outwards while the blinds are down.

            **Let us know** if the switch still does nothing half an hour after the wind has dropped, or if the fabric
            hangs crooked or flaps.
        """,
        items=("zonwering", "te-warm-te-koud"),
    ),
    article(
        "schoonmaakrooster",
        title=(
            "Schoonmaakrooster: hoe vaak komen de schoonmaker en de plantenverzorger?",
            "Cleaning schedule: how often do the cleaners and the plant carer come?",
        ),
        summary=(
            "Toiletten, pantry’s en prullenbakken doen we elke werkdag, vloeren en lege bureaus twee keer per week. "
            "De planten krijgen om de twee weken verzorging.",
            "Toilets, pantries and bins are done every working day, floors and clear desks twice a week. The plants "
            "are cared for every two weeks.",
        ),
        keywords="schoonmaak, schoonmaker, rooster, schema, stofzuigen, prullenbak, glazenwasser, ramen, planten, "
        "water geven, dode plant, bureau, cleaning, windows, plants, "
        "schoonmaken, schoongemaakt, schoonmaakdagen, cleaning days",
        nl="""
            | Wat | Hoe vaak |
            | --- | --- |
            | Toiletten | Elke werkdag, minstens twee keer |
            | Pantry’s, publiekshal en wachtruimtes | Elke werkdag |
            | Prullenbakken | Elke werkdag, na 17.30 uur |
            | Vloeren en lege bureaus | Twee keer per week |
            | Ramen aan de buitenkant | Elk kwartaal |
            | Planten | Om de twee weken |

            Een bureau nemen we alleen af als het leeg is. Papieren en persoonlijke spullen raken we niet aan.

            Komt de glazenwasser? Dan krijgt u een week van tevoren bericht, zodat u de vensterbank leeg kunt maken.

            De planten van het gebouw hoeft u geen water te geven; van te veel water gaan ze dood. Staat er een zieke of
            dode plant? Laat het weten, dan neemt de plantenverzorger hem mee. Uw eigen plant verzorgt u zelf.

            Kan iets niet wachten? Op werkdagen tussen 7.00 en 18.00 uur komen we direct schoonmaken.
        """,
        en="""
            | What | How often |
            | --- | --- |
            | Toilets | Every working day, at least twice |
            | Pantries, public hall and waiting areas | Every working day |
            | Bins | Every working day, after 17:30 |
            | Floors and clear desks | Twice a week |
            | Outside of the windows | Every quarter |
            | Plants | Every two weeks |

            We only wipe a desk when it is clear. We do not touch papers or personal belongings.

            Window cleaner coming? You will hear a week ahead, so that you can clear the window sill.

            There is no need to water the building’s plants; too much water kills them. Have you seen a sick or dead
            plant? Let us know and the plant carer will take it away. Please look after your own plants yourself.

            Something that cannot wait? On working days between 7:00 and 18:00 we come and clean at once.
        """,
        items=("schoonmaak-direct", "extra-schoonmaak", "toiletartikelen-op", "groenonderhoud"),
    ),
    article(
        "afval-scheiden",
        title=(
            "Afval scheiden en vertrouwelijk papier weggooien",
            "Sorting waste and throwing away confidential paper",
        ),
        summary=(
            "Papier, pmd en restafval gaan in aparte bakken. Papier met persoonsgegevens gaat altijd in de afgesloten "
            "container.",
            "Paper, plastics and general waste go into separate bins. Paper with personal details always goes into "
            "the locked container.",
        ),
        keywords="afval, scheiden, prullenbak, papierbak, pmd, plastic, koffiebeker, restafval, vertrouwelijk, "
        "vernietigen, versnipperen, privacy, batterijen, recycling, shred",
        nl="""
            | Wat gooit u weg? | Waar gaat het in? |
            | --- | --- |
            | Kranten, karton en gewoon printpapier | Papierbak |
            | Plastic bakjes en folie, blik, drinkpakken | Bak voor pmd |
            | Koffiebekers, soepbakjes, theezakjes, etensresten | Restafval |
            | Papier met namen, adressen of andere persoonsgegevens | Afgesloten container |
            | Batterijen en lege toners | Inleverbak bij de receptie |

            Een kartonnen koffiebeker hoort bij het restafval: er zit een laagje plastic in.

            ## Vertrouwelijk papier

            - Doe losse vellen in de container, zonder ordners en plastic hoesjes. Nietjes mogen blijven zitten.
            - Wat erin zit, wordt vernietigd. U kunt het er niet meer uithalen.
            - Is de container vol? Leg uw papier achter slot en meld het ons. Leg nooit iets naast de container.
            - Usb-sticks en schijven horen er niet in. Breng ze naar de ICT-servicedesk.

            Grof afval, zoals een kapotte stoel, halen we op. Zet het niet in de gang: dat is een vluchtweg.
        """,
        en="""
            | What are you throwing away? | Where does it go? |
            | --- | --- |
            | Newspapers, cardboard and ordinary printouts | Paper bin |
            | Plastic tubs and film, cans, drink cartons | Plastics bin (pmd) |
            | Coffee cups, soup cups, tea bags, leftovers | General waste |
            | Paper with names, addresses or other personal details | Locked container |
            | Batteries and empty toner cartridges | Collection box at reception |

            A cardboard coffee cup is general waste: it has a thin plastic lining.

            ## Confidential paper

            - Put loose sheets into the container, without ring binders or plastic sleeves. Staples can stay in.
            - Whatever is inside will be shredded. You cannot get it back out.
            - Is the container full? Lock your papers away and let us know. Never leave anything beside it.
            - USB sticks and drives do not belong in it. Take them to the IT service desk.

            We collect bulky waste, such as a broken chair. Please keep it out of the corridor: that is an escape route.
        """,
        items=("afval", "vertrouwelijk-papier", "container-vol", "grof-afval"),
    ),
)
