"""Articles about working here: desks, lockers, quiet rooms, supplies, moving and the house rules."""

from services.demo.content.catalogue.shapes import Request, article

ARTICLES: tuple[Request, ...] = (
    article(
        "bureau-en-stoel",
        title=("Bureau en stoel goed instellen in vijf stappen", "Setting up your desk and chair in five steps"),
        summary=(
            "Stel eerst de stoel in, dan het bureau en als laatste het scherm. Komt u er niet uit? De "
            "werkplekadviseur helpt u.",
            "Adjust the chair first, then the desk and finally the screen. Not working out? Our workplace adviser "
            "will help.",
        ),
        keywords="stoel, bureau, buro, bureaustoel, instellen, ergonomie, zithouding, rug, nek, rsi, zit-sta, e08, "
        "desk, chair, ergonomics",
        nl="""
            1. **Zithoogte.** Uw voeten staan plat op de vloer en uw knieën maken een rechte hoek.
            2. **Rugleuning.** De bolling van de leuning steunt uw onderrug.
            3. **Armleuningen.** Uw ellebogen rusten erop terwijl uw schouders ontspannen zijn.
            4. **Bureau.** Het blad is even hoog als de armleuningen.
            5. **Scherm.** Het staat op armlengte, met de bovenrand op ooghoogte. Met een multifocale bril zet u het
               iets lager.

            Sta elk halfuur even op en wissel zitten en staan af.

            Doet het zit-stabureau niets en staat er **E08** op het schermpje? Houd het pijltje omlaag tien seconden
            ingedrukt. Het bureau zakt helemaal en geeft een tik; daarna werkt het weer.

            De werkplekadviseur komt binnen vijf werkdagen langs als u daarom vraagt. Heeft u pijn of andere klachten?
            Bespreek het ook met uw leidinggevende of de bedrijfsarts.
        """,
        en="""
            1. **Seat height.** Your feet are flat on the floor and your knees are at a right angle.
            2. **Backrest.** The curve of the backrest supports your lower back.
            3. **Armrests.** Your elbows rest on them while your shoulders are relaxed.
            4. **Desk.** The top is level with the armrests.
            5. **Screen.** It is at arm’s length, with the top edge at eye level. If you wear varifocals, set it a
               little lower.

            Get up every half hour and switch between sitting and standing.

            Is the sit-stand desk doing nothing, and does the display show **E08**? Hold the down arrow for ten seconds.
            The desk goes all the way down and clicks; after that it works again.

            On request, our workplace adviser visits you within five working days. Are you in pain or discomfort? Talk
            to your manager or the company doctor as well.
        """,
        items=("werkplek-instellen", "zit-sta-bureau", "bureaustoel-nieuw", "extra-monitor", "toetsenbord-muis"),
    ),
    article(
        "flexwerken",
        title=("Flexwerken: de spelregels", "Hot-desking: the ground rules"),
        summary=(
            "Kies elke dag een vrije plek die bij uw werk past, laat die leeg achter en berg uw spullen op in een "
            "locker.",
            "Pick a free desk each day that suits your work, leave it clear and keep your things in a locker.",
        ),
        keywords="flexwerken, flexplek, werkplek, vrije plek, bureau bezet, clean desk, locker, kluisje, lokker, "
        "spelregels, hot desk, desk sharing, vaste plek, eigen bureau, hetzelfde bureau, plek reserveren",
        nl="""
            Geen bureau is van één persoon. Zo blijft er plek voor iedereen:

            - Kies een plek die past bij wat u gaat doen. Veel bellen? Ga dan niet in een stil hoekje zitten.
            - Bent u langer dan twee uur weg? Neem uw spullen mee en maak de plek vrij.
            - Laat aan het eind van de dag niets achter. Dan kunnen we het bureau ook schoonmaken.
            - Stel de stoel en het bureau op uzelf in: de volgende doet dat ook.
            - Overleg met meer dan twee mensen in een vergaderruimte.

            Uw spullen bergt u op in een locker. Kies er een met een groen lampje en houd uw pas ertegen. De locker is
            dan die dag van u. Een vaste locker kan met akkoord van uw leidinggevende.

            Op dinsdag is het het drukst. Spreek in uw team af wie er wanneer is, dan zoekt u minder lang.
        """,
        en="""
            No desk belongs to one person. This is how we keep enough room for everyone:

            - Pick a desk that suits what you are going to do. Lots of calls? Then do not sit in a quiet corner.
            - Away for more than two hours? Take your things with you and free up the desk.
            - Leave nothing behind at the end of the day. We can then clean the desk, too.
            - Adjust the chair and desk to suit you; the next person will do the same.
            - Meeting with more than two people? Use a meeting room.

            Keep your things in a locker. Choose one with a green light and hold your pass against it. It is yours for
            the day. You can have a permanent locker if your manager approves.

            Tuesday is the busiest day. Agree within your team who comes in when, and you will spend less time looking.
        """,
        items=("kast-of-locker", "sleutel-kluisje", "werkplek-instellen", "vergaderruimte-reserveren"),
    ),
    article(
        "kolf-rust-en-stilteruimte",
        title=("Kolfruimte, rustruimte en stilteruimte", "Rooms for expressing milk, resting and quiet work"),
        summary=(
            "De sleutel van de kolf- en rustruimte krijgt u bij de receptie. De stilteruimte in het stadhuis is 2.08; "
            "reserveren hoeft niet.",
            "Ask reception for the key to the nursing and rest room. The quiet room in the town hall is 2.08; no need "
            "to book.",
        ),
        keywords="kolven, kolfruimte, borstvoeding, rustruimte, rustkamer, stilteruimte, stilte, bidden, migraine, "
        "even liggen, rustig werken, nursing, quiet room, prayer",
        nl="""
            ## Kolven en rusten

            In het stadhuis en De Verbinding is een ruimte die op slot kan, met een ligstoel, een wastafel en een
            koelkastje. U kunt er kolven, bidden of even rusten. De sleutel krijgt u bij de receptie of de entreebalie;
            u hoeft niet te zeggen waarvoor.

            - Kolven gaat voor. Kolft u op vaste tijden? Geef ze door aan de receptie, dan houden we de ruimte vrij.
            - Zet uw naam op wat u in de koelkast bewaart en neem het dezelfde dag mee.

            In Theater De Kade vraagt u bij het theaterkantoor naar een vrije kleedkamer.

            ## Stil werken

            De stilteruimte is 2.08 in het stadhuis. Wie het eerst komt, heeft plek. Bellen en overleggen doet u ergens
            anders. Wilt u een hele dag een rustige kamer? Reserveer dan een spreekkamer.
        """,
        en="""
            ## Expressing milk and resting

            The town hall and De Verbinding each have a lockable room with a reclining chair, a washbasin and a small
            fridge. You can use it to express milk, to pray or to rest. Ask for the key at reception or the entrance
            desk; you do not have to say what it is for.

            - Expressing milk takes priority. Do you do so at set times? Tell reception and we will keep the room free.
            - Put your name on anything you keep in the fridge and take it home the same day.

            In Theater De Kade, ask the theatre office for a free dressing room.

            ## Quiet work

            The quiet room is 2.08 in the town hall, first come, first served. Please make calls and hold meetings
            elsewhere. Would you like a quiet room for a whole day? Book a consulting room.
        """,
        items=("vergaderruimte-reserveren",),
    ),
    article(
        "thuiswerkvergoeding",
        title=("Thuiswerkplek: waar vraag ik wat aan?", "Working from home: where do I ask for what?"),
        summary=(
            "Een vergoeding regelt u met HR van uw eigen organisatie. Meubels voor thuis vraagt u aan bij de "
            "servicedesk, apparatuur bij ICT.",
            "Allowances are arranged with HR of your own organisation. Ask the service desk for furniture and IT for "
            "equipment.",
        ),
        keywords="thuiswerken, thuiswerkplek, vergoeding, thuiswerkvergoeding, declareren, hr, p&o, personeelszaken, "
        "stoel thuis, bureau thuis, home office, allowance",
        nl="""
            | Uw vraag | Waar u moet zijn |
            | --- | --- |
            | Thuiswerkvergoeding, internet, reiskosten | HR (P&O) van uw eigen organisatie |
            | Een stoel of bureau voor thuis | Servicedesk |
            | Laptop, headset of inloggen op afstand | ICT-servicedesk |
            | Advies over uw houding | Onze werkplekadviseur |

            De afspraken verschillen per organisatie. Wat voor de gemeente geldt, geldt dus niet vanzelf voor de GGD, de
            Omgevingsdienst, het theater of het college.

            Zo pakt u het aan:

            1. Bespreek met uw leidinggevende wat u nodig heeft.
            2. Vraag HR welke regeling voor u geldt.
            3. Koop niets voordat u akkoord heeft. Achteraf vergoeden kan vaak niet.

            Wat u van ons leent, blijft van uw organisatie. Gaat u uit dienst? Dan halen we het op.
        """,
        en="""
            | Your question | Where to go |
            | --- | --- |
            | Allowance, internet, travel costs | HR of your own organisation |
            | A chair or desk for your home | Service desk |
            | Laptop, headset or remote login | IT service desk |
            | Advice on your posture | Our workplace adviser |

            The rules differ from one organisation to the next. What applies to the municipality does not automatically
            apply to the GGD, the Omgevingsdienst, the theatre or the college.

            How to go about it:

            1. Discuss with your manager what you need.
            2. Ask HR which scheme applies to you.
            3. Do not buy anything before it has been approved. It often cannot be reimbursed afterwards.

            What you borrow from us still belongs to your organisation. Leaving your job? We will come and collect it.
        """,
        items=("thuiswerkplek", "werkplek-instellen", "zit-sta-bureau", "bureaustoel-nieuw"),
    ),
)
