"""The teams of the back office and the categories of work that come to them."""

from services.demo.content.catalogue.shapes import Request, local

CATEGORIES: tuple[Request, ...] = (
    {"code": "SANITAIR", "name": local("Sanitair en water", "Toilets and water")},
    {"code": "ELEKTRA", "name": local("Verlichting en elektra", "Lighting and power")},
    {"code": "KLIMAAT", "name": local("Klimaat en ventilatie", "Climate and ventilation")},
    {"code": "GEBOUW", "name": local("Gebouw, deuren en liften", "Building, doors and lifts")},
    {"code": "SCHOONMAAK", "name": local("Schoonmaak en afval", "Cleaning and waste")},
    {"code": "WERKPLEK", "name": local("Werkplek en verhuizen", "Workplaces and moves")},
    {"code": "TOEGANG", "name": local("Toegang en parkeren", "Access and parking")},
    {"code": "CATERING", "name": local("Vergaderen en catering", "Meetings and catering")},
    {"code": "POST", "name": local("Post en drukwerk", "Mail and printing")},
    {"code": "VEILIGHEID", "name": local("Veiligheid en gezondheid", "Safety and health")},
    {"code": "TERREIN", "name": local("Terrein en groen", "Grounds and greenery")},
    {"code": "AFVAL", "name": local("Afval", "Waste"), "within": "SCHOONMAAK"},
    {"code": "MEUBILAIR", "name": local("Meubilair", "Furniture"), "within": "WERKPLEK"},
    {"code": "VERHUIZEN", "name": local("Verhuizen", "Moving"), "within": "WERKPLEK"},
    {"code": "PARKEREN", "name": local("Parkeren en vervoer", "Parking and transport"), "within": "TOEGANG"},
    {"code": "VERGADEREN", "name": local("Vergaderen", "Meetings"), "within": "CATERING"},
    {"code": "DRUKWERK", "name": local("Drukwerk en kantoorspullen", "Printing and supplies"), "within": "POST"},
)

TEAMS: tuple[Request, ...] = (
    {
        "code": "TECHNIEK",
        "name": local("Technische dienst", "Technical services"),
        "categories": ["SANITAIR", "ELEKTRA", "KLIMAAT", "GEBOUW", "VEILIGHEID"],
        "fallback": False,
    },
    {
        "code": "SCHOONMAAK",
        "name": local("Schoonmaak", "Cleaning"),
        "categories": ["SCHOONMAAK", "AFVAL", "TERREIN"],
        "fallback": False,
    },
    {
        "code": "SERVICE",
        "name": local("Huisdienst", "House services"),
        "categories": ["WERKPLEK", "MEUBILAIR", "VERHUIZEN", "POST", "DRUKWERK"],
        "fallback": True,
    },
    {
        "code": "RUIMTE",
        "name": local("Ruimte en gastvrijheid", "Space and hospitality"),
        "categories": ["TOEGANG", "PARKEREN", "CATERING", "VERGADEREN"],
        "fallback": False,
    },
)
