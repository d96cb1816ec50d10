"""What "it", "the firm", "the warship" and "the 47-year-old" mean: sure only where nothing else can be."""

import pytest

from claims.language.references import references_in


def read(text: str) -> list[tuple[str, str, bool]]:
    """Return each word that stands for something, what for, and whether that is sure."""
    return [(found.words, found.means, found.sure) for found in references_in(text)]


@pytest.mark.parametrize(
    ("text", "words", "means"),
    [
        ("Orvane, founded in 1974, is a carmaker. It has 40 dealers.", "It", "Orvane"),
        ("Halden Marine is a shipbuilder in Bergen. The company has 300 workers.", "The company", "Halden Marine"),
        (
            "The shipbuilder Halden cut 30 jobs. A review praised the yard. The firm had no comment.",
            "The firm",
            "the shipbuilder Halden",
        ),
        (
            "The Central Water Board met on Monday. The board set a price of 3 euros.",
            "The board",
            "the Central Water Board",
        ),
        ("The frigate Solveig sailed to Malta. The warship carries 90 sailors.", "The warship", "the Solveig"),
        ("1. HMS Tamsin - The frigate, launched in 1944, lies in Leith. She weighs 900 tons.", "She", "HMS Tamsin"),
        ("HMS Tamsin sank the U-1191. She was sold in 1950.", "She", "HMS Tamsin"),
        ("The rival firm Velaris charges $3 million a flight, but it has flown 4 times.", "it", "Velaris"),
        ("The study finds that Orvane closed a plant. It also finds that Tellus hired 9 people.", "It", "the study"),
        ("Lena Brodar spoke to voters. The 47-year-old won 29 percent.", "The 47-year-old", "Lena Brodar"),
        ("Coach Ella Marsh, who beat Ari Voss, said she had slept 9 hours.", "she", "Ella Marsh"),
        ("Norvia is big. The reason the KX-9 engine is light is that it uses one pump.", "it", "the KX-9 engine"),
        ("Norvia grows wheat. The advantage of the Skylark is that it weighs 900 kg.", "it", "the Skylark"),
        ("One reason why the trains are late is that they need 40 minutes.", "they", "the trains"),
        ("Although Norvia shrank, the will is there. Its KX-9 engine weighs 5 tons.", "Its", "Norvia"),
    ],
)
def test_what_the_text_has_called_so_is_meant(text: str, words: str, means: str):
    assert [(found, sure) for said, found, sure in read(text) if said == words] == [(means, True)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # Nothing says that the last organisation named is a company.
        ("Aeroflot was criticised by Interfax in May. The company lost 3 million euros.", "The company"),
        ("The carmaker Orvane sued the carmaker Tellus. The carmaker lost 3 million euros.", "The carmaker"),
        ("The frigate Solveig met the frigate Astra. The warship carries 90 sailors.", "The warship"),
        # No poll has a director: the institute may be meant, or the party.
        ("A poll by the institute Medias put the National Union ahead. Its director left in May.", "Its"),
        ("Orvane replaced the valve in 2019, and it has held since.", "it"),
        ("The research vessel Solveig met the frigate Alba. The ship sank in 1943.", "The ship"),
        ("Luca Ferrante put off the launch. It has 15 trains.", "It"),
        ("They raised the fare to 9 euros. It was the only bidder.", "It"),
        ("The dam holds. It rains.", "It"),
        ("Norvia grows wheat. The reason the Tarn withdrew is that it was too costly.", "it"),
        ("The price of the Solveig rose to 3 million euros. It was built in 1990.", "It"),
    ],
)
def test_where_more_than_one_may_be_meant_nothing_is_sure(text: str, words: str):
    assert not any(sure for said, _, sure in read(text) if said == words)


def test_a_frigate_is_no_submarine():
    assert [said for said, *_ in read("The frigate Solveig sailed. The submarine sank in 1943.")] == []


def test_a_dateline_is_no_ship():
    assert "Bergen" not in [
        means for _, means, _ in read("BERGEN - The frigate sailed on 3 May. It carries 90 sailors.")
    ]


def test_whom_an_article_is_about_comes_back_after_others():
    article = (
        "Ingrid Aas, who mapped the seabed, has died. She was 91. She studied in Oslo. Ingrid Marie Solberg was born in 1933. "
        "She married Nils Aas in 1960. He died in 2004. The institute hired her in 1961. Her maps won 3 prizes."
    )
    assert {means for said, means, sure in read(article) if sure and said.lower() in ("she", "her")} == {"Ingrid Aas"}
