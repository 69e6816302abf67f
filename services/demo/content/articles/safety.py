"""Articles about safety: the fire alarm, first aid and those who help."""

from services.demo.content.catalogue.shapes import Request, article

ARTICLES: tuple[Request, ...] = (
    article(
        "brandalarm",
        title=("Wat moet ik doen bij brandalarm?", "What should I do when the fire alarm sounds?"),
        summary=(
            "Ga direct naar buiten via de trap en loop naar het verzamelpunt: het groene bord met de vier pijlen, aan "
            "de kant van de haven.",
            "Leave at once by the stairs and walk to the assembly point: the green sign with four arrows, on the "
            "harbour side.",
        ),
        keywords="brand, brandalarm, alarm, ontruiming, ontruimen, slow whoop, vluchtroute, verzamelpunt, nooduitgang, "
        "evacuatie, oefening, rook, fire, evacuation",
        nl="""
            **Hoort u het alarm?**

            1. Stop met uw werk en ga meteen weg. Ga niets ophalen.
            2. Doe ramen en deuren dicht, maar niet op slot.
            3. Volg de groene bordjes en neem de trap, nooit de lift.
            4. Neem uw bezoek mee en help wie moeite heeft. Kan iemand de trap niet af? Wacht samen bij het trappenhuis
               en waarschuw een bhv’er.
            5. Ga naar het verzamelpunt: het groene bord met de vier pijlen, aan de kant van de haven.
            6. Blijf daar tot de bhv zegt dat u naar binnen mag.

            **Ontdekt u zelf brand?** Druk op de rode handbrandmelder en bel 112. Bel daarna de beveiliging op het
            nummer op uw pas. Blus alleen als het vuur klein is en u veilig weg kunt.

            Een oefening kondigen we niet aan. Doe dus altijd alsof het echt is.
        """,
        en="""
            **Do you hear the alarm?**

            1. Stop what you are doing and leave at once. Do not go back for anything.
            2. Close windows and doors, but do not lock them.
            3. Follow the green signs and take the stairs, never the lift.
            4. Take your visitors with you and help anyone who has difficulty. Can someone not manage the stairs? Wait
               together at the stairwell and alert an emergency response officer (bhv’er).
            5. Go to the assembly point: the green sign with four arrows, on the harbour side.
            6. Stay there until an emergency response officer says you may go back in.

            **Have you discovered a fire?** Press the red fire alarm button and call 112. Then call security on the
            number on your pass. Only tackle the fire if it is small and you can get away safely.

            We do not announce drills. So always act as if it were real.
        """,
        items=("onveilige-situatie", "bhv-worden"),
    ),
    article(
        "ehbo-en-aed",
        title=("EHBO-kist en AED: waar hangen ze?", "First aid kit and AED (defibrillator): where are they?"),
        summary=(
            "Bel in nood eerst 112. Een AED hangt bij de ingang van elk gebouw, een EHBO-kist in de gang bij elke "
            "pantry.",
            "In an emergency, call 112 first. There is an AED at the entrance of each building and a first aid kit "
            "near every pantry.",
        ),
        keywords="ehbo, ehbo-koffer, aed, pleister, pleisters, verband, verbanddoos, ongeluk, onwel, flauwgevallen, "
        "reanimatie, noodgeval, bhv, first aid, defibrillator",
        nl="""
            **Is iemand in levensgevaar?**

            1. Bel **112** en zeg in welk gebouw en op welke verdieping u bent.
            2. Bel de beveiliging op het nummer op uw pas. Die stuurt een bhv’er naar u toe.
            3. Laat iemand de AED halen.
            4. Laat iemand anders de ambulance opvangen bij de ingang.

            | Gebouw | AED |
            | --- | --- |
            | Stadhuis | Naast de receptie |
            | De Verbinding | Bij de entreebalie |
            | Theater De Kade | Naast de kassa |

            **Kleine wond?** In de gang bij elke pantry hangt een EHBO-kist. Pleisters zijn er ook bij de receptie. In
            het theater hangt de kist in de artiestenfoyer.

            Heeft u iets uit de kist gebruikt? Meld het, dan vullen we hem aan. Meld ook hoe het ongeluk kon gebeuren,
            zodat wij het gevaar kunnen wegnemen.
        """,
        en="""
            **Is someone’s life in danger?**

            1. Call **112** and say which building and floor you are on.
            2. Call security on the number on your pass. They send an emergency response officer to you.
            3. Have someone fetch the AED.
            4. Have someone else meet the ambulance at the entrance.

            | Building | AED |
            | --- | --- |
            | Town hall | Next to reception |
            | De Verbinding | By the entrance desk |
            | Theater De Kade | Next to the box office |

            **A minor wound?** There is a first aid kit in the corridor near every pantry. Reception has plasters, too.
            In the theatre, the kit is in the green room.

            Have you used anything from the kit? Let us know and we will restock it. Tell us how the accident happened,
            too, so that we can remove the danger.
        """,
        items=("ehbo-kist-aanvullen", "onveilige-situatie", "bhv-worden"),
    ),
    article(
        "bhv-iets-voor-u",
        title=("Bhv’er worden: is dat iets voor u?", "Becoming an emergency response officer: is it for you?"),
        summary=(
            "Bhv’ers helpen bij brand, ongelukken en ontruimingen. U krijgt een opleiding in werktijd en oefent elk "
            "jaar. Overleg met uw leidinggevende.",
            "Officers help with fires, accidents and evacuations. You are trained in working hours and practise every "
            "year. Ask your manager first.",
        ),
        keywords="bhv, bhv’er, bhver, bedrijfshulpverlening, bedrijfshulpverlener, cursus, opleiding, ehbo, "
        "ontruimen, vergoeding, aanmelden, emergency response, first aider",
        nl="""
            Bhv staat voor bedrijfshulpverlening. Een bhv’er is een gewone collega die weet wat er moet gebeuren als het
            misgaat:

            - eerste hulp geven tot de ambulance er is
            - een beginnende brand blussen
            - mensen veilig naar buiten brengen

            U hoeft niet sterk of medisch geschoold te zijn. Rustig blijven en duidelijk praten is belangrijker.

            **Wat kost het u aan tijd?** Een basisopleiding van twee dagen, daarna elk jaar een herhaling van een dag en
            een oefening in uw eigen gebouw. Alles is in werktijd en kost uw afdeling niets. Of u een vergoeding krijgt,
            hangt af van uw organisatie; HR weet dat.

            **Zo meldt u zich aan:**

            1. Overleg met uw leidinggevende.
            2. Meld u aan in het portaal.
            3. Binnen tien werkdagen hoort u van de bhv-coördinator wanneer u terechtkunt.

            Vooral voor dinsdag en vrijdag zoeken we nog mensen.
        """,
        en="""
            Emergency response officers (in Dutch: bhv’ers) are ordinary colleagues who know what to do when things go
            wrong:

            - give first aid until the ambulance arrives
            - put out a small fire
            - bring people outside safely

            You do not have to be strong or medically trained. Staying calm and speaking clearly matter more.

            **How much time does it take?** A basic course of two days, followed each year by a one-day refresher and a
            drill in your own building. It is all in working hours and costs your department nothing. Whether you get an
            allowance depends on your organisation; HR can tell you.

            **How to sign up:**

            1. Talk to your manager.
            2. Sign up in the portal.
            3. Within ten working days the coordinator tells you when you can come.

            We are especially looking for people on Tuesdays and Fridays.
        """,
        items=("bhv-worden", "ehbo-kist-aanvullen", "onveilige-situatie"),
    ),
)
