"""Words and turns of phrase that judge, imagine or call instead of stating a fact."""

import re

from claims.language.vocabulary import word_set

#: Adjectives and adverbs that say what the writer thinks of a thing.
JUDGING = word_set("""undoubtedly unimaginable crucial important interesting essential exciting remarkable pretty amazing
    incredible wonderful terrible disappointing good bad better best worst nice great beautiful ugly strange fascinating frankly
    honestly arguably clearly obviously naturally surely definitely certainly fortunately unfortunately sadly hopefully
    meaningful complex delicate necessary harmonious discordant cold urgent passive high-stakes multifaceted symbiotic
    classic noteworthy seriously massive vast understandable admirable absurd ridiculous foolish stupid wise unwise clever brilliant
    stunning boring impressive troubling worrying alarming frightening scary shocking surprising unsurprising regrettable
    deplorable disgraceful shameful outrageous unacceptable unforgivable unworthy worthy noble heroic tragic brave
    cowardly bold reckless irresponsible naive cynical hypocritical pathetic laughable magnificent splendid superb excellent
    outstanding extraordinary perfect awful horrible dreadful hideous lovely charming elegant bright bleak gloomy rosy hopeless
    promising encouraging inspiring historic momentous enormous immense tremendous huge profound decisive pivotal vital
    inevitable unthinkable inconceivable right wrong fair unfair justified self-evident obvious evident undeniable unmistakable sincere tortuous complicated intriguing
    enviable appropriate reasonable sensible logical welcome unwelcome overrated underrated thrilling dull delightful""")
#: Nouns that do so behind "is a".
VERDICT_NOUNS = word_set("""disgrace shame pity scandal tragedy triumph masterpiece miracle nightmare joke farce mistake blunder folly
    achievement milestone trend truth reality lie game-changer blessing curse gift signal glue bedrock hallmark symbol reminder
    lesson warning paradox irony mystery gamble challenge question matter moment art key""")
#: Nouns that are nearly always meant as a picture.
FIGURATIVE_NOUNS = word_set(
    "jewel laurel testament riddle game-changer puzzle dance pulse backbone cornerstone confidence sign dilemma lifeblood linchpin"
)
#: Adjectives that measure nothing when they are all that is said: "the lesson is clear".
QUALITIES = word_set("""clear happy unstoppable broad bright strong weak sad proud glad angry safe solid alive dead hopeless simple easy
    hard real fragile eternal dangerous toxic lonely alone deep thin invincible doomed fickle patient impatient ruthless
    greedy selfish loyal mature immature rotten sick healthy tired weary blind deaf mute naked exposed unbreakable
    unshakable unshakeable everlasting vivid fierce gentle soft tough powerless helpless""")
#: What nobody can count or see: "Russia respects only strength".
ABSTRACTIONS = word_set("""strength weakness courage choice memory future past soul spirit honor honour pride respect arrogance lesson friendship
    destiny fate dignity conscience illusion faith dream hope fear anger revenge greed wisdom patience nerve appetite glory
    shame virtue vice honesty cowardice bravery madness folly decline rise rejuvenation greatness morality principle""")
#: Animals that stand for countries: "the bear", "the dragon".
EMBLEMS = word_set("bear dragon eagle tiger wolf lion snake vulture beast giant panda fox hawk puppet master")
#: What has no hands: "shame burns", "history teaches".
PASSIONS = word_set(
    "shame pride fear hope anger love greed envy hatred history fate destiny truth arrogance hubris justice freedom ambition"
)
#: Things that no country, firm or person is.
OBJECTS = word_set("""shield sword umbrella hammer anvil wall bridge drug pawnshop supermarket beast tiger wolf bear dog fox snake
    lion eagle dragon sheep cow goose hen elephant ostrich vulture parrot sponge magnet mirror ghost shadow prison cage trap
    dinosaur zombie corpse patient orphan widow bride gambler chameleon anchor lighthouse beacon torch candle flame volcano
    swamp sandcastle roof chain rope noose knife mask toy doll puppet clown circus bully thug parasite leech cancer virus
    disease wound scar nerve spine muscle heart lung stomach brain glue cement thermometer barometer compass""")
#: Hardware and papers, of which one may look up what they do.
THINGS = word_set("""missile aircraft airplane helicopter jet fighter bomber drone engine ship frigate submarine carrier destroyer corvette
    tanker vessel boat reactor satellite rocket radar gun rifle tank howitzer launcher system plant factory warhead torpedo
    shell bomb sensor chip processor truck vehicle airliner plane turbine motor station shipyard fleet version variant model prototype battalion brigade
    regiment squadron unit treaty contract agreement deal law bill decree document order report statement budget bridge
    pipeline port airport base laser antenna camera battery fuselage wing hull tail cockpit seeker guidance crew""")
#: What only a body or a soul does.
BODILY = word_set("""sleep dream smile laugh weep cry dance limp stumble kneel crawl bleed breathe sweat blink yawn snore swallow chew
    bite bark growl roar howl hiss whisper sing shiver tremble gamble flirt woo beg preach lecture dither sulk gloat pout sneer
    wink nod shrug juggle hug kiss devour digest drown swim sneeze cough stagger wobble tiptoe swagger strut purr grin
    frown scowl salivate drool""")
#: Figures of speech of the news, by the words that hold them together.
_IDIOMS = (
    r"play\w* (?:\w+ )?(?:chess|checkers|poker|hardball|with fire|second fiddle|dead|for time)",
    r"walk\w* (?:a |the )?(?:\w+ )?(?:tightrope|fine line|plank)",
    r"hold\w* (?:all |the |most of |some of )*(?:cards|aces|trump\w*|keys?|reins)",
    r"(?:dance|march|sing)\w* to \w+ (?:\w+ )?(?:tune|drum|beat)",
    r"(?:sit|fall)\w* (?:on|between) two (?:chairs|stools)",
    r"sleepwalk\w*|wok(?:e|en) up|wak(?:e|es|ing) up|feet of clay|house of cards|paper tiger|sleeping giant|iron fist|velvet glove",
    r"double-edged sword|two sides of the same|sides? of (?:the|one|a) coin|every coin|tip of the iceberg|elephant in the room",
    r"ball is (?:now |back )?in|back (?:to|against) the wall|in the (?:same|one) boat|burn\w* (?:all )?(?:its|their|the|his) bridges",
    r"cross\w* the rubicon|pandora.s box|trojan horse|achilles.? heel|sword of damocles|gordian knot|pyrrhic",
    r"marriage of convenience|match made in|bed ?fellows|honeymoon|love affair|bromance",
    r"storm clouds?|perfect storm|calm before|winds? of change|troubled waters|turbulent waters|uncharted waters|on thin ice",
    r"light at the end|long and winding|fork in the road|point of no return|dead end|slippery slope|edge of (?:the|an) abyss",
    r"gam(?:e|bit) of (?:chess|poker|cat|thrones|chicken)|chess ?board|zero-sum game|great game|cat and mouse|house always wins",
    r"pull\w* the strings|rabbit out of|rewrit\w+ the rules|set\w* the stage|steal\w* the show|raise\w* the curtain",
    r"pour\w* oil|fuel to the fire|powder keg|ticking (?:time )?bomb|smoke and mirrors|smoke signal|playing field",
    r"dragon and the bear|wolf in|lion.s share of (?:blame|glory)",
    r"(?:tie|noose|rope)s? (?:that )?(?:bind|tighten)\w*|with every breath|lick\w* (?:its|their|his) wounds|shak\w+ hands with the devil",
    r"dar\w+ horse|black swan|bull in|wild card|trump card|silver bullet|magic wand|holy grail|crown jewel",
    r"writing (?:is )?on the wall|the die is cast|genie|domino effect|house on fire|new battlefield|law of the jungle",
    r"(?:throw|pull|carr)\w* (?:its|their) (?:own )?weight|(?:new|dark|final|next) chapter|love story|built on sand|shaky ground",
    r"(?:keep|leav|hold|clos|slamm?)\w* (?:all |the |its |their )+doors? (?:wide )?(?:open|shut)?|(?:open|shut)s? the door (?:to|on)",
    r"(?:bur|lower|rais|hid|turn|show|flex|bar|los|sav|wash|clench|clos|shrug|roll|stick|shak|bit|crack|tight)\w* (?:its|their) "
    r"(?:head|heads|back|teeth|muscles?|face|hands|fists?|eyes|heart|nose|shoulders?|necks?|claws|nerves?|belts?|tongue|sleeves)",
    r"ice (?:between|is (?:melting|breaking|thin)|age between)|break\w* the ice|(?:slap|spit) in the face|stab in the back|weakest link",
    r"waste of time|face the music|turn\w* the (?:tide|page|tables|screws?)|tighten\w* the screws?|mov\w* the goalposts",
    r"cut\w* corners|cross\w* swords|at a crossroads|stand\w* at the (?:crossroads|brink|edge)|on the brink of the abyss",
    r"last nail|final nail|nail in the coffin|lost the plot|drop\w* the ball|miss\w* the (?:boat|train)|jump\w* on the bandwagon",
    r"sweep\w* under the (?:rug|carpet)|skeletons? in the|hot potato|sacred cow|lame duck|white elephant",
    r"bit\w* the (?:bullet|dust)|bark\w* up|beat\w* around|read\w* between the lines|rain\w* on|fan\w* the flames|add\w* insult",
    r"carrots? and sticks?|stick and carrot|smoke screen|red herring|wake-up call|litmus test|race against time|reap\w* what",
    r"sow\w* the seeds|bear\w* fruit|fall\w* into (?:place|the trap|its lap)|hang\w* by a thread|on (?:its|their) last legs",
    r"writing blank che\w+|blank che(?:que|ck)|goes without saying|bitter pill|poisoned chalice|breath of fresh air|like a rainbow|fairy ?tale",
    r"old wine|vicious circle|rocky road|bumpy (?:road|ride)|smooth sailing|in the driver.?s seat|take\w* the wheel|back burner",
    r"heart and soul|blood, sweat|skin in the game|rear\w* its|storm (?:is )?(?:brewing|gathering)|clouds? (?:are )?gather\w*",
    r"(?:time|history|momentum) is on|in (?:its|their|his|her) (?:very )?bones|long game|money where|sharpen\w* (?:its|their|his|her) knives",
    r"more than (?:just|mere(?:ly)?)|nothing (?:but|less than|short of)|knows? the (?:board|game|score|drill)|writes? itself",
    r"(?:drop|loses?|lost|eat|cook|sing|call|run)\w* the (?:show|shots|tune)|shots are called|trembl\w* at|hold\w* (?:its|their|his) breath",
    r"(?:far|all|much|way) too (?:many|much|long|late|often|little|few|easy|soon)",
    r"as (?:solid|clear|old|cold|hard|strong|deep|sharp) as|thorn in|buy\w* (?:its|their) way|long memor(?:y|ies)|clock is ticking",
    r"nothing (?:left )?to lose|sees? (?:it|them|him|her)sel(?:f|ves) as|come to regret|cake and eat|hav\w+ (?:its|their) cake|on a volcano|think\w* in (?:\w+ )?(?:centuries|decades|cycles)",
    r"(?:its|their) own (?:path|way|medicine|shadow)|hid(?:e|es|ing) behind|look\w* away|beyond recognition|sound\w* the alarm",
    r"no longer (?:the \w+ of|what)|(?:age|era|days|game|party|dream|honeymoon)\b.{0,30} (?:is|are) (?:long )?over",
    r"(?:facts|history|practice|reality|experience|time) (?:has |have |had )?(?:proved?n?|shows?|shown|taught|teach\w*|told|tells?)",
    r"(?:louder|mightier|sharper) than|(?:around|round) the corner|in (?:its|their|his|her|our) (?:own )?hands|past (?:its|their) prime",
    r"masters? of (?:\w+ )?(?:illusion|deception|ceremon\w+)|sick man of|languages? of (?:power|force|strength)|to the bank|gone forever",
    r"los(?:t|es?|ing) (?:its|their|his|her) (?:way|mind|soul|nerve|bearings)|iron law|lik(?:e|es) to talk|every reason to|core of \w+.s core",
    r"(?:natural|perfect|unlikely|strange) (?:partners?|all(?:y|ies)|bedfellows?)|indispensable (?:nation|power|partner)|tough neighbou?rhood",
    r"in no (?:position|mood|hurry)|(?:the )?(?:day|time|moment) will (?:soon )?come",
    r"speaks? (?:volumes|for itself)|beg\w* the question|drop in the ocean|food for thought|wishful thinking",
)
IDIOM = re.compile(rf"\b(?:{'|'.join(_IDIOMS)})\b", re.IGNORECASE)
#: What pages print around an article.
NOTICE = re.compile(
    r"^\W*(?:all rights reserved|(?:©|copyright\b)|(?:photo|image|picture|video|source|credit|caption)s?(?: (?:by|credit|courtesy)\b.*)?:|"
    r"read (?:more|also|next)\b|see also\b|related (?:articles?|stories|news)\b|advertisement\b|share this\b|"
    r"(?:additional )?(?:reporting|editing|writing|translation|compiled|edited|written|translated) by\b|"
    r"(?:the )?(?:views|opinions) expressed\b|this (?:article|story|post) (?:was|is|first|originally|has been)\b|terms of use|"
    r"privacy policy|(?:this|our) (?:web)?site uses cookies|editor(?:'s note)?:|disclaimer\b)",
    re.IGNORECASE,
)
#: Openings that announce a judgement or a thought instead of a fact: "It is hard to imagine", "One thing is certain".
MUSING = re.compile(
    r"^(?:it(?: is|'s)|one thing is|what (?:is |counts|matters)|that(?: is|'s)|this(?: is|'s)|such is|in short|everyone knows|nobody can|"
    r"no one can|there(?: is|'s| are) (?:many|several|various|no (?:doubt|free)|still a|a lot)|everything|nothing|only (?:the|time|by)|"
    r"(?:the )?(?:best|worst|first|only|key) (?:way|step|thing|question|answer) |all (?:that|this|you)|time will|history )\b",
    re.IGNORECASE,
)
