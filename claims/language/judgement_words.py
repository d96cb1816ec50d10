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
    inevitable unthinkable inconceivable right wrong fair unfair justified sincere tortuous complicated intriguing
    enviable appropriate reasonable sensible logical welcome unwelcome overrated underrated thrilling dull delightful""")
#: Nouns that do so behind "is a".
VERDICT_NOUNS = word_set("""disgrace shame pity scandal tragedy triumph masterpiece miracle nightmare joke farce mistake blunder folly
    achievement milestone game-changer blessing curse gift signal glue bedrock hallmark symbol reminder
    lesson warning paradox irony mystery gamble challenge question matter moment art key""")
#: Nouns that are nearly always meant as a picture.
FIGURATIVE_NOUNS = word_set(
    "jewel laurel testament game-changer puzzle dance pulse backbone cornerstone confidence sign dilemma lifeblood linchpin"
)
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
    r"speaks? (?:volumes|for itself)|beg\w* the question|drop in the ocean|food for thought|wishful thinking",
)
IDIOM = re.compile(rf"\b(?:{'|'.join(_IDIOMS)})\b", re.IGNORECASE)
#: Openings that announce a judgement or a thought instead of a fact: "It is hard to imagine", "One thing is certain".
MUSING = re.compile(
    r"^(?:it(?: is|'s)|one thing is|what (?:is |counts|matters)|that(?: is|'s)|this(?: is|'s)|such is|in short|everyone knows|nobody can|"
    r"no one can|there(?: is|'s| are) (?:many|several|various|no (?:doubt|free)|still a|a lot)|everything|nothing|only (?:the|time|by)|"
    r"(?:the )?(?:best|worst|first|only|key) (?:way|step|thing|question|answer) |all (?:that|this|you)|time will|history )\b",
    re.IGNORECASE,
)
