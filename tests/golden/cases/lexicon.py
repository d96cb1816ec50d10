"""Words of English, one by one in a place where a word decides: those that a list of the rules has, and as many that none has.

Where a list gets one more word or loses one, an outcome here changes.
"""


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


CHANGES = _words(
    """rose fell grew shrank climbed dropped declined decreased increased jumped surged plunged soared expanded contracted improved worsened went moved slid slumped swelled
    doubled halved was-cut was-raised was-lowered was-reduced was-extended was-revised was-boosted was-upgraded slowed accelerated ranged varied swung stretched dipped rebounded
    tumbled widened narrowed stayed drifted ran crept gained lost"""
)
LABELS = _words(
    """page chapter section article paragraph clause amendment figure table box annex appendix equation reference note volume issue part episode season level grade class phase stage step
    rule resolution room suite gate pier platform unit building apartment lot block zone area district sector route highway flight channel line track model version type series mark
    test trial experiment group case question item title verse psalm brigade battalion regiment division squadron battery day week month year night site sample patient participant
    run batch wave round cohort arm node layer visit cycle generation game lap scene lesson module task scenario species lane well tank column row panel exon position chromosome
    gold lamp boat sum order house team file map card score point tower bottle"""
)
FAMILIES = _words(
    """Boeing Airbus Falcon Apollo Ariane Soyuz Proton Vostok iPhone iPad Galaxy Windows Pentium Core Project Resolution Formula Gemini Mercury Sputnik Luna Venera Voyager Pioneer
    Mariner Shenzhou Tiangong Delta Atlas Titan Saturn Leopard Abrams Fortune Euro Agenda Vision Expo Embraer Cessna PlayStation Xbox Android Storm Oscar Catch Big Tarvik Merlin
    Area Group Class Mark Type Explorer Cosmos Orion Zenit Dragon Starship Tesla Nokia"""
)
COUNTED = _words(
    """men women children people policemen firemen fishermen wolves wives leaves lives knives halves shelves loaves teeth feet geese mice oxen sheep deer fish aircraft spacecraft
    hovercraft personnel staff troops cattle poultry species series crises analyses theses criteria phenomena data bacteria nuclei fungi indices matrices personae cities boxes
    churches heroes photos pianos buses gases classes bonuses viruses glasses bosses lenses series means offspring swine trout salmon moose police crew cavalry infantry folk"""
)
COUNT_BREAKERS = _words(
    "was has is does goes says includes makes takes comes gives gets shows means seems becomes remains needs wants uses knows keeps holds sees runs costs"
)
SPEAKING = _words(
    """said told stated declared announced reported claimed confirmed insisted argued warned added noted wrote explained stressed emphasised asserted alleged contended maintained
    acknowledged admitted revealed disclosed reiterated concluded estimated predicted forecast suggested remarked commented recalled replied responded observed cautioned complained
    conceded testified boasted underlined highlighted mentioned indicated quipped lamented vowed tweeted underscored repeated answered clarified recounted specified believed thought
    expected feared hoped suspected assumed considered calculated reckoned assessed showed found denied doubted knew saw heard read learned proved demonstrated guessed imagined dreamed
    forgot regretted agreed decided demanded proposed ordered ensured pretended joked swore promised threatened whispered shouted implied hinted posted blogged sang taught
    discovered noticed realised remembered understood accepted"""
)
JUDGEMENTS = _words(
    """good bad great terrible excellent awful brilliant stupid clever foolish wise beautiful ugly elegant important vital crucial essential necessary unnecessary useless useful
    cheap expensive reliable unreliable safe unsafe dangerous harmless popular unpopular famous notorious controversial remarkable impressive disappointing amazing shocking scandalous
    outdated modern obsolete advanced primitive strong weak fast slow quick large small huge tiny long short tall deep wide narrow heavy light rich poor happy sad angry calm proud
    ashamed guilty innocent legal illegal open closed full empty new old young early late red green wooden nuclear annual national foreign unique rare common typical obvious clear
    unclear likely unlikely possible impossible true false right wrong fair unfair just cruel kind serious ridiculous absurd tragic heroic legendary ideal perfect"""
)
SUPERLATIVES = _words(
    """largest smallest biggest oldest newest youngest longest shortest tallest highest lowest fastest slowest best worst richest poorest first last only most-visited least-known
    second-largest third-oldest sole main leading top foremost final earliest latest nearest deepest widest heaviest lightest strongest weakest cheapest most-expensive"""
)
DOUBTS = _words(
    """may might could would should can will must possibly perhaps probably likely apparently allegedly reportedly purportedly supposedly presumably potentially seemingly evidently
    certainly surely obviously clearly indeed really actually almost nearly hardly scarcely barely rarely seldom never always often sometimes usually generally mostly partly once
    again still already soon now then later recently finally officially secretly quietly legally never-again not no-longer"""
)
#: One word in the place of another: turned round, nearly the same, or something else.
SWAPS = tuple(
    tuple(pair.split("/"))
    for pair in _words(
        """rose/fell rose/climbed rose/dropped grew/shrank opened/closed opened/started won/lost won/gained bought/sold bought/acquired approved/rejected approved/backed
    supported/opposed supported/praised confirmed/denied confirmed/announced accepted/refused allowed/banned allowed/tolerated included/excluded convicted/acquitted began/ended
    began/started arrived/left arrived/came imported/exported raised/lowered raised/lifted increased/decreased increased/reduced expanded/contracted strengthened/weakened built/destroyed
    hired/fired joined/quit helped/hindered praised/blamed saved/wasted remembered/forgot borrowed/lent attacked/defended appeared/vanished advanced/retreated loved/hated passed/failed
    succeeded/failed pushed/pulled entered/left tightened/eased widened/narrowed accelerated/slowed froze/thawed united/divided created/abolished
    before/after above/below up/down more/less higher/lower longer/shorter heavier/lighter faster/slower older/younger earlier/later better/worse stronger/weaker first/last next/previous
    northern/southern eastern/western winter/summer spring/autumn left/right male/female men/women day/night alive/dead safe/dangerous all/none every/no always/never everyone/nobody
    minimum/maximum profit/loss surplus/deficit rich/poor public/private legal/illegal popular/unpopular stable/unstable possible/impossible honest/dishonest regular/irregular
    old/new big/small strong/weak warm/cold full/empty wet/dry cheap/expensive inside/outside with/without for/against including/excluding toward/from mother/father sister/brother
    king/queen morning/evening summer/autumn friend/enemy teacher/pupil buyer/seller winner/loser cause/effect peace/war success/failure birth/death
    deaths/fatalities cases/infections earned/grossed worldwide/globally critics/reviewers rating/score released/published founded/established named/appointed people/residents
    cost/price film/movie song/track test/trial weight/mass height/altitude speed/velocity thrust/force average/mean views/watches seats/places car/vehicle firm/company town/city
    doctor/physician ship/boat road/street child/kid law/statute"""
    )
)
