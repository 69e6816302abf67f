"""The words of a large catalogue, Dutch with English, those that are used most first."""

from __future__ import annotations


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (line.split(" = ") for line in text.strip().splitlines())
    return tuple((nl.strip(), en.strip()) for nl, en in pairs)


# What people ask something about, each category with what belongs to it.
THINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "MEUBILAIR": _pairs("""
        bureaustoel = desk chair
        zit-stabureau = sit-stand desk
        kast = cabinet
        vergadertafel = meeting table
        ladeblok = drawer unit
        whiteboard = whiteboard
        kapstok = coat stand
        scheidingswand = partition
        bankje = bench
        voetensteun = footrest
        prikbord = pinboard
        statafel = standing table
        boekenkast = bookcase
        kruk = stool
    """),
    "WERKPLEK": _pairs("""
        monitor = monitor
        toetsenbord = keyboard
        laptop = laptop
        muis = mouse
        koptelefoon = headset
        dockingstation = docking station
        laptopstandaard = laptop stand
        webcam = webcam
        bureaulamp = desk lamp
        documenthouder = document holder
        tekentablet = drawing tablet
        kabelgoot = cable tray
    """),
    "SANITAIR": _pairs("""
        toilet = toilet
        kraan = tap
        afvoer = drain
        douche = shower
        zeepdispenser = soap dispenser
        wastafel = washbasin
        boiler = boiler
        handdroger = hand dryer
        urinoir = urinal
        waterleiding = water pipe
        spiegel = mirror
    """),
    "ELEKTRA": _pairs("""
        lamp = lamp
        stopcontact = socket
        noodverlichting = emergency lighting
        schakelaar = switch
        spot = spotlight
        groepenkast = fuse box
        verlengsnoer = extension lead
        bewegingsmelder = motion sensor
        buitenlamp = outdoor lamp
        stekkerdoos = power strip
    """),
    "KLIMAAT": _pairs("""
        verwarming = heating
        airco = air conditioning
        radiator = radiator
        ventilatie = ventilation
        thermostaat = thermostat
        ventilator = fan
        luchtbevochtiger = humidifier
        zonwering = blinds
        luchtfilter = air filter
        koelplafond = cooled ceiling
    """),
    "GEBOUW": _pairs("""
        deur = door
        lift = lift
        raam = window
        trap = staircase
        plafond = ceiling
        vloer = floor
        dak = roof
        slot = lock
        gevel = facade
        draaideur = revolving door
        leuning = handrail
        dakgoot = gutter
        systeemwand = system wall
        luik = hatch
    """),
    "SCHOONMAAK": _pairs("""
        tapijt = carpet
        keuken = kitchen
        vlek = stain
        glaswand = glass wall
        vaatwasser = dishwasher
        pantry = pantry
        gordijn = curtain
        koelkast = fridge
        mat = mat
        magnetron = microwave
    """),
    "AFVAL": _pairs("""
        container = container
        papierbak = paper bin
        prullenbak = waste bin
        archiefdoos = archive box
        glasbak = glass bin
        batterijenbak = battery bin
        toner = toner
        pallet = pallet
        chemisch afval = chemical waste
        matras = mattress
    """),
    "TOEGANG": _pairs("""
        toegangspas = access pass
        sleutel = key
        kluisje = locker
        bezoekerspas = visitor pass
        poortje = speed gate
        paslezer = card reader
        camera = camera
        intercom = intercom
        sleutelkast = key cabinet
        alarm = alarm
    """),
    "PARKEREN": _pairs("""
        parkeerplaats = parking space
        dienstauto = pool car
        fietsenstalling = bicycle shed
        laadpaal = charging point
        slagboom = barrier
        dienstfiets = pool bicycle
        scooter = scooter
        aanhanger = trailer
        parkeerkaart = parking permit
        taxi = taxi
    """),
    "CATERING": _pairs("""
        lunch = lunch
        koffie = coffee
        broodje = sandwich
        borrel = drinks
        taart = cake
        soep = soup
        fruitmand = fruit basket
        waterkan = water jug
        buffet = buffet
        thee = tea
        koffieautomaat = coffee machine
        salade = salad
        gebak = pastries
        servies = crockery
        drankautomaat = vending machine
        diner = dinner
    """),
    "VERGADEREN": _pairs("""
        vergaderzaal = meeting room
        beamer = projector
        microfoon = microphone
        podium = stage
        flipover = flip chart
        scherm = screen
        videovergadering = video meeting
        geluidsinstallatie = sound system
        trainingsruimte = training room
        stiltecel = quiet booth
        katheder = lectern
    """),
    "POST": _pairs("""
        pakket = parcel
        brief = letter
        koerier = courier
        postvak = pigeonhole
        zending = shipment
        envelop = envelope
        frankeermachine = franking machine
        retourzending = return shipment
        aangetekende brief = registered letter
    """),
    "DRUKWERK": _pairs("""
        printer = printer
        visitekaartje = business card
        poster = poster
        papier = paper
        folder = leaflet
        brochure = brochure
        naambordje = name plate
        etiket = label
        nietmachine = stapler
        balpen = ballpoint pen
        schrift = notebook
        ordner = ring binder
        spandoek = banner
        markeerstift = highlighter
        plakband = adhesive tape
        kopieerapparaat = copier
    """),
    "VERHUIZEN": _pairs("""
        verhuisdoos = moving box
        werkplek = workplace
        archief = archive
        kantoorinrichting = office layout
        steekwagen = hand truck
        opslag = storage
        verhuiswagen = removal van
        piano = piano
    """),
    "VEILIGHEID": _pairs("""
        brandblusser = fire extinguisher
        verbandtrommel = first aid kit
        nooduitgang = emergency exit
        rookmelder = smoke detector
        veiligheidsbril = safety goggles
        helm = helmet
        ontruimingsplan = evacuation plan
        brandslang = fire hose
        aed = aed
        valbeveiliging = fall protection
    """),
    "TERREIN": _pairs("""
        plant = plant
        bestrating = paving
        gazon = lawn
        hek = fence
        vijver = pond
        boom = tree
        plantenbak = planter
        buitenbank = outdoor bench
        vlaggenmast = flagpole
        onkruid = weeds
        speeltoestel = playground equipment
    """),
}
# What is done with it: as a name has it, and as a sentence has it.
WORK = _pairs("""
    bestellen = order
    repareren = repair
    reserveren = book
    vervangen = replace
    aanvragen = request
    verplaatsen = move
    plaatsen = install
    schoonmaken = clean
    controleren = inspect
    huren = hire
    ophalen = collect
    bezorgen = deliver
    afvoeren = remove
    instellen = adjust
    onderhouden = maintain
    lenen = borrow
    aansluiten = connect
    keuren = certify
    bijvullen = refill
    ontwerpen = design
    monteren = assemble
    verzekeren = insure
""")
PLACES = _pairs("""
    het kantoor = the office
    de vergaderruimte = the meeting room
    de receptie = the reception
    het restaurant = the restaurant
    het laboratorium = the laboratory
    de parkeergarage = the car park
    de kelder = the basement
    de theaterzaal = the theatre
    het leslokaal = the classroom
    de spreekkamer = the consulting room
    het magazijn = the warehouse
    de bibliotheek = the library
    de sporthal = the sports hall
    de werkplaats = the workshop
    het dakterras = the roof terrace
    het trappenhuis = the stairwell
    de serverruimte = the server room
    de kolfkamer = the nursing room
    de archiefruimte = the records room
    het laadperron = the loading dock
    de kleedkamer = the changing room
    het atelier = the studio
    de raadzaal = the council chamber
    de trouwzaal = the wedding room
    de apotheek = the pharmacy
    de operatiekamer = the operating theatre
    de verpleegafdeling = the nursing ward
    de studentenflat = the student flat
    de kas = the greenhouse
    het zwembad = the swimming pool""")
QUALITIES = _pairs("""
    groot = large
    klein = small
    verstelbaar = adjustable
    tijdelijk = temporary
    draagbaar = portable
    dubbel = double
    vegetarisch = vegetarian
    houten = wooden
    zwart = black
    draadloos = wireless
    geluiddempend = sound-absorbing
    waterdicht = waterproof
    afsluitbaar = lockable
    circulair = circular
    elektrisch = electric
    brandwerend = fire-resistant
    inklapbaar = folding
    biologisch = organic
    verrijdbaar = mobile
    doorzichtig = transparent
    ergonomisch = ergonomic
    roestvrij = stainless
""")
# Two of these make a compound, as Dutch does, of which a catalogue is full.
FIRST_PARTS = _pairs("""
    kantoor = office
    vergader = meeting
    keuken = kitchen
    school = school
    bezoekers = visitor
    buiten = outdoor
    nood = emergency
    was = laundry
    glas = glass
    water = water
    tuin = garden
    zomer = summer
    winter = winter
    kunst = art
    ziekenhuis = hospital
    patiënten = patient
    studenten = student
    werk = work
    bouw = construction
    bedrijfs = business
    plafond = ceiling
    wand = wall
    vloer = floor
    balie = counter
    monteurs = engineer
    podium = stage
    sport = sports
    zorg = care
    lucht = air
    rook = smoke
    leer = learning
    papier = paper
    metaal = metal
    kinder = children's
    gevel = facade
    nacht = night
    weekend = weekend
    feest = party
    haven = harbour
    voorraad = stock
""")
SECOND_PARTS = _pairs("""
    kast = cupboard
    tafel = table
    installatie = installation
    bord = board
    wagen = trolley
    dienst = service
    pakket = package
    rek = rack
    deur = door
    lamp = light
    filter = filter
    pomp = pump
    hoes = cover
    kaart = card
    sleutel = key
    mat = mat
    kist = chest
    zuil = column
    scherm = screen
    paneel = panel
    kluis = safe
    meter = meter
    klep = valve
    motor = motor
    zak = bag
    haak = hook
    standaard = stand
    bak = tray
    kleding = clothing
    regeling = arrangement
    plan = plan
    keuring = inspection
    cursus = course
    vergoeding = allowance
    overleg = consultation
    ontvangst = reception
    levering = delivery
    opslag = storage
    verhuur = hire
    inspectie = survey
""")
# Of which names of makes are put together.
SYLLABLES = ("bel", "cor", "dan", "fin", "gal", "hol", "jor", "kal", "lum", "mor", "nor", "pra", "rin", "sol", "ven")
