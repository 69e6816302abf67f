"""Articles about what comes with the place: supplies, moving boxes and the house rules."""

from services.demo.content.catalogue.shapes import Request, article

ARTICLES: tuple[Request, ...] = (
    article(
        "kantoorspullen-pakken",
        title=("Kantoorartikelen: waar pakt u ze zelf?", "Office supplies: where to help yourself"),
        summary=(
            "Pennen, papier en nietjes pakt u zelf uit de voorraadkast. Wat daar niet ligt, bestelt u bij de "
            "servicedesk.",
            "Help yourself to pens, paper and staples from the supply cupboard. Anything else can be ordered from the "
            "service desk.",
        ),
        keywords="kantoorartikelen, kantoorspullen, pennen, pen, papier, nietjes, plakband, enveloppen, schrift, "
        "voorraadkast, stationery, supplies, pens",
        nl="""
            Op elke kantoorverdieping staat een voorraadkast bij de printer. In Theater De Kade staat die in het
            theaterkantoor.

            U pakt zelf pennen, stiften, schrijfblokken, nietjes, plakband, enveloppen en printpapier. Neem mee wat u
            deze week nodig heeft, dan is er voor iedereen genoeg.

            Dit bestelt u bij ons; de spullen komen met de postronde mee:

            - grotere aantallen, bijvoorbeeld voor een bijeenkomst
            - ordners, rekenmachines en andere spullen die niet in de kast liggen

            Voor visitekaartjes rekent u op tien werkdagen. Flyers en boekjes maakt de repro voor u.

            Is de kast leeg of bijna leeg? Geef het even door; dan vullen we hem aan. Heeft u nog goede spullen over?
            Leg ze gerust terug.
        """,
        en="""
            Each office floor has a supply cupboard next to the printer. In Theater De Kade it is in the theatre office.

            Help yourself to pens, markers, notepads, staples, sticky tape, envelopes and printer paper. Take what you
            need this week, so that there is enough for everyone.

            Order these from us; they come along with the mail round:

            - larger quantities, for example for an event
            - ring binders, calculators and anything else that is not in the cupboard

            Allow ten working days for business cards. Flyers and booklets are made for you in the copy room.

            Is the cupboard empty, or nearly so? Let us know and we will restock it. Do you have good supplies left
            over? Feel free to put them back.
        """,
        items=("kantoorartikelen", "visitekaartjes", "drukwerk"),
    ),
    article(
        "verhuisdozen-inpakken",
        title=("Verhuisdozen inpakken: zo gaat er niets kwijt", "Packing moving boxes so that nothing gets lost"),
        summary=(
            "Vul dozen tot hooguit vijftien kilo en zet op elke doos uw naam, de nieuwe ruimte en een nummer. "
            "Kostbare spullen neemt u zelf mee.",
            "Fill each box to fifteen kilos at most and label it with your name, new room and a number. Carry "
            "valuables yourself.",
        ),
        keywords="verhuizen, verhuisdoos, verhuisdozen, inpakken, label, etiket, sticker, dozen, interne verhuizing, "
        "kast leegmaken, moving, boxes, packing",
        nl="""
            We brengen de dozen drie dagen voor de verhuizing. Zo pakt u ze in:

            1. Vouw de bodem goed dicht en vul een doos tot hooguit vijftien kilo. Ordners: een halve doos.
            2. Schrijf op de **korte kant** uw naam, de nieuwe ruimte en een nummer, bijvoorbeeld ‘2 van 5’.
            3. Stapel hooguit drie dozen op elkaar, met de labels naar voren.
            4. Maak kasten leeg en haal ze van het slot.
            5. Koppel uw scherm los en doe snoeren en toetsenbord in een eigen doos. Twijfelt u? Vraag het aan ICT.

            Neem zelf mee: planten, breekbare en persoonlijke spullen, en alles wat kostbaar is. Vertrouwelijke dossiers
            gaan in een afgesloten rolcontainer; vraag die op tijd aan.

            De dag ervoor bellen we u nog even. Vouw lege dozen na de verhuizing plat, dan halen we ze op.
        """,
        en="""
            We deliver the boxes three days before the move. How to pack them:

            1. Fold the bottom firmly shut and fill a box to fifteen kilos at most. Ring binders: half a box.
            2. On the **short side**, write your name, the new room and a number, for example ‘2 of 5’.
            3. Stack no more than three boxes, with the labels facing out.
            4. Empty cabinets and leave them unlocked.
            5. Unplug your screen and put cables and keyboard in a box of their own. Not sure? Ask IT.

            Carry these yourself: plants, fragile and personal things, and anything valuable. Confidential files go in a
            locked roll container; ask for one in good time.

            We will give you a call the day before. After the move, fold the empty boxes flat and we will collect them.
        """,
        items=("verhuisdozen", "verhuizing", "vertrouwelijk-papier"),
    ),
    article(
        "huisregels",
        title=(
            "Huisregels: roken, huisdieren en eigen apparaten",
            "House rules: smoking, pets and your own appliances",
        ),
        summary=(
            "Roken en vapen mag alleen op de rookplek buiten. Alleen hulphonden mogen mee. Een eigen kacheltje mag "
            "niet.",
            "Smoke and vape only at the smoking point outside. Assistance dogs are the only animals allowed. No "
            "heaters of your own.",
        ),
        keywords="huisregels, roken, rookplek, rookbeleid, vapen, sigaret, hond, huisdier, hulphond, geleidehond, "
        "kacheltje, waterkoker, smoking, dog, pets",
        nl="""
            **Roken.** Binnen mag u nergens roken of vapen, ook niet in de parkeerkelder of de fietsenkelder. Buiten
            rookt u alleen op de rookplek met de asbak, niet bij de ingang. De receptie wijst u de weg.

            **Dieren.** Geleidehonden en hulphonden zijn welkom. Andere dieren niet, vanwege allergieën en de
            schoonmaak. Komt er bezoek met een hulphond? Geef dat door bij het aanmelden. Aai de hond niet zonder te
            vragen: hij is aan het werk.

            **Eigen apparaten.** Een kacheltje, waterkoker of koelkast van thuis mag niet. Dat is brandgevaarlijk en de
            stroomgroepen kunnen het niet aan. Laders voor uw telefoon en laptop mogen wel. De accu van uw fiets laadt u
            in een locker in de fietsenkelder van het stadhuis.

            **Koelkast in de pantry.** Zet uw naam en de datum op uw eten. Op vrijdagmiddag gooien we weg wat geen naam
            heeft.
        """,
        en="""
            **Smoking.** Smoking and vaping are not allowed anywhere indoors, including the car park and the bicycle
            cellar. Outdoors, smoke only at the smoking point with the ashtray, not near the entrance. Reception will
            show you the way.

            **Animals.** Guide dogs and assistance dogs are welcome. Other animals are not, because of allergies and the
            cleaning. Is a visitor bringing an assistance dog? Mention it when you register them. Ask before you stroke
            the dog: it is at work.

            **Your own appliances.** You may not bring a heater, kettle or fridge from home. It is a fire risk and the
            circuits cannot cope. Chargers for your phone and laptop are fine. Charge your bicycle battery in a locker
            in the bicycle cellar of the town hall.

            **The fridge in the pantry.** Put your name and the date on your food. On Friday afternoon we throw away
            whatever has no name on it.
        """,
        items=("bezoeker-aanmelden", "te-warm-te-koud", "fietsenstalling"),
    ),
)
