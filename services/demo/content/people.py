"""The people of the demo: those whom the desk serves and those who do the work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Organisation:
    """Whom the facility organisation works for; `uses` are the places its people come."""

    code: str
    name: str
    uses: tuple[str, ...]

    def request(self) -> dict[str, Any]:
        """The request for `add_organisation`."""
        return {"code": self.code, "name": self.name}


@dataclass(frozen=True)
class Customer:
    """A person the desk serves; `workplace` is where they mostly are."""

    code: str
    name: str
    organisation: str
    email: str
    phone: str
    workplace: str

    def request(self) -> dict[str, Any]:
        """The request for `add_customer`."""
        return {
            "code": self.code,
            "name": self.name,
            "organisation": self.organisation,
            "email": self.email,
            "phone": self.phone,
        }


@dataclass(frozen=True)
class Colleague:
    """Someone of the facility organisation; `roles` and `teams` are as an account has them."""

    account: str
    name: str
    roles: tuple[str, ...]
    teams: tuple[str, ...] = ()


FACILITY_ORGANISATION = "Facilitair Bedrijf Rijnstede"

ORGANISATIONS: tuple[Organisation, ...] = (
    Organisation("GEM", "Gemeente Rijnstede", ("SH",)),
    Organisation("GGD", "GGD Rijnstreek", ("DV-0", "DV-1")),
    Organisation("ODR", "Omgevingsdienst Rijnstreek", ("SH-0", "SH-3")),
    Organisation("TDK", "Stichting Theater De Kade", ("KA",)),
    Organisation("RSC", "Rijnstede College", ("DV-0", "DV-2")),
)

# Mobile numbers starting with 06-0000 are given to nobody, so a demo never rings a real phone.
CUSTOMERS: tuple[Customer, ...] = (
    Customer("K0001", "Marieke van den Berg", "GEM", "m.vandenberg@rijnstede.example", "06-00001001", "SH-1-11"),
    Customer("K0002", "Fatima El Idrissi", "GEM", "f.elidrissi@rijnstede.example", "06-00001002", "SH-1-11"),
    Customer("K0003", "Johan Wieringa", "GEM", "j.wieringa@rijnstede.example", "06-00001003", "SH-2-11"),
    Customer("K0004", "Ayşe Yılmaz-Kaya", "GEM", "a.yilmaz@rijnstede.example", "06-00001004", "SH-1-11"),
    Customer(
        "K0005",
        "Pieter-Jan van der Meulen-Oosterhuis",
        "GEM",
        "pj.vandermeulen@rijnstede.example",
        "06-00001005",
        "SH-2-11",
    ),
    Customer("K0006", "Sanne de Groot", "GEM", "s.degroot@rijnstede.example", "06-00001006", "SH-0-02"),
    Customer("K0007", "Rachid Bouazza", "GEM", "r.bouazza@rijnstede.example", "06-00001007", "SH-2-11"),
    Customer("K0008", "Soraya Doerga", "GEM", "s.doerga@rijnstede.example", "06-00001008", "SH-0-01"),
    Customer("K0009", "Wim Hoekstra", "GEM", "w.hoekstra@rijnstede.example", "06-00001009", "SH-2-11"),
    Customer("K0010", "Esmée Verhoeven", "GEM", "e.verhoeven@rijnstede.example", "06-00001010", "SH-3-12"),
    Customer("K0011", "Kevin Pinas", "GEM", "k.pinas@rijnstede.example", "06-00001011", "SH-0-01"),
    Customer("K0012", "Annemarie Bruggink-ter Haar", "GEM", "a.bruggink@rijnstede.example", "06-00001012", "SH-3-12"),
    Customer("K0013", "Nguyễn Thanh Mai", "GEM", "tm.nguyen@rijnstede.example", "06-00001013", "SH-2-11"),
    Customer("K0014", "Gijs Kortekaas", "GEM", "g.kortekaas@rijnstede.example", "06-00001014", "SH-1-11"),
    Customer("K0015", "Lotte Huijbregts", "GEM", "l.huijbregts@rijnstede.example", "06-00001015", "SH-1-11"),
    Customer("K0016", "Mohamed Abdi Warsame", "GEM", "m.warsame@rijnstede.example", "06-00001016", "SH-2-11"),
    Customer("K0017", "Ingrid van Paassen", "GGD", "i.vanpaassen@ggd-rijnstreek.example", "06-00002017", "DV-1-08"),
    Customer("K0018", "Şükran Demirtaş", "GGD", "s.demirtas@ggd-rijnstreek.example", "06-00002018", "DV-1-03"),
    Customer("K0019", "Noor van ’t Hoff", "GGD", "n.vanthoff@ggd-rijnstreek.example", "06-00002019", "DV-1-04"),
    Customer("K0020", "Jeroen Bäumer", "GGD", "j.baumer@ggd-rijnstreek.example", "06-00002020", "DV-1-08"),
    Customer("K0021", "Chantal Emanuelson", "GGD", "c.emanuelson@ggd-rijnstreek.example", "06-00002021", "DV-1-01"),
    Customer("K0022", "Charlène Martina", "GGD", "c.martina@ggd-rijnstreek.example", "06-00002022", "DV-1-08"),
    Customer("K0023", "Bart Wolthuis", "GGD", "b.wolthuis@ggd-rijnstreek.example", "06-00002023", "DV-1-08"),
    Customer("K0024", "Ruben Zijlstra", "ODR", "r.zijlstra@od-rijnstreek.example", "06-00003024", "SH-3-11"),
    Customer("K0025", "Katarzyna Wójcik", "ODR", "k.wojcik@od-rijnstreek.example", "06-00003025", "SH-3-11"),
    Customer("K0026", "Henk-Jan Nijenhuis", "ODR", "hj.nijenhuis@od-rijnstreek.example", "06-00003026", "SH-3-11"),
    Customer("K0027", "Priya Ramdhani", "ODR", "p.ramdhani@od-rijnstreek.example", "06-00003027", "SH-3-11"),
    Customer("K0028", "Maartje van Lieshout", "ODR", "m.vanlieshout@od-rijnstreek.example", "06-00003028", "SH-3-11"),
    Customer("K0029", "Stefan Kovačević", "ODR", "s.kovacevic@od-rijnstreek.example", "06-00003029", "SH-3-11"),
    Customer("K0030", "Zoë Vermeer", "TDK", "zoe@theaterdekade.example", "06-00004030", "KA-1-08"),
    Customer("K0031", "Olivier de la Fuente", "TDK", "olivier@theaterdekade.example", "06-00004031", "KA-0-05"),
    Customer("K0032", "Tirza Latuheru", "TDK", "tirza@theaterdekade.example", "06-00004032", "KA-0-02"),
    Customer("K0033", "Dirk Oudejans", "TDK", "dirk@theaterdekade.example", "06-00004033", "KA-0-05"),
    Customer(
        "K0034",
        "Jacqueline van Hoogenhuijze-van den Boogaard",
        "RSC",
        "j.vanhoogenhuijze@rijnstedecollege.example",
        "06-00005034",
        "DV-2-12",
    ),
    Customer("K0035", "Emre Aksoy", "RSC", "e.aksoy@rijnstedecollege.example", "06-00005035", "DV-2-05"),
    Customer("K0036", "Iris Çelik-Jansen", "RSC", "i.celik@rijnstedecollege.example", "06-00005036", "DV-2-12"),
    Customer("K0037", "Yaw Mensah", "RSC", "y.mensah@rijnstedecollege.example", "06-00005037", "DV-2-10"),
    Customer("K0038", "Femke Dijkstra", "RSC", "f.dijkstra@rijnstedecollege.example", "06-00005038", "DV-2-07"),
    Customer("K0039", "Daniël Tahapary", "RSC", "d.tahapary@rijnstedecollege.example", "06-00005039", "DV-2-12"),
    Customer("K0040", "Li Wei Zhang", "RSC", "lw.zhang@rijnstedecollege.example", "06-00005040", "DV-2-12"),
)

COLLEAGUES: tuple[Colleague, ...] = (
    Colleague("anouk", "Anouk Terpstra", ("agent",)),
    Colleague("bilal", "Bilal Haddou", ("agent",)),
    Colleague("corrie", "Corrie van der Sluijs", ("agent",)),
    Colleague("tom", "Tom Brouwer", ("specialist",), ("TECHNIEK",)),
    Colleague("marlon", "Marlon Wijdenbosch", ("specialist",), ("TECHNIEK",)),
    Colleague("sevda", "Sevda Arslan", ("specialist",), ("SCHOONMAAK",)),
    Colleague("gerrit", "Gerrit Nauta", ("specialist",), ("SERVICE",)),
    Colleague("amira", "Amira Benali", ("specialist",), ("SERVICE",)),
    Colleague("linda", "Linda Schouten", ("specialist",), ("RUIMTE",)),
    Colleague("frederique", "Frédérique Vos", ("account_manager",)),
    Colleague("hans", "Hans Rademaker", ("manager",)),
    Colleague("beheer", "Naomi Kuipers", ("admin",)),
)
