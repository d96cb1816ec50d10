"""Shortened words whose full stop ends no sentence."""

from claims.language.dates.names import MONTH_ABBREVIATIONS
from claims.language.vocabulary import word_set

#: What the parser takes a shortened word for, before a number.
READ_AS = {
    "appr": "approximately",
    "approx": "approximately",
    "art": "article",
    "arts": "articles",
    "ca": "approximately",
    "ch": "chapter",
    "est": "estimated",
    "excl": "excluding",
    "fig": "figure",
    "figs": "figures",
    "hr": "hour",
    "hrs": "hours",
    "incl": "including",
    "max": "maximum",
    "min": "minimum",
    "nos": "numbers",
    "para": "paragraph",
    "paras": "paragraphs",
    "pp": "pages",
    "reg": "regulation",
    "sec": "section",
    "secs": "sections",
    "subsec": "subsection",
    "vol": "volume",
    "vols": "volumes",
}
#: Titles and the like, which begin with a capital.
TITLES_READ_AS = dict(
    pair.split("/")
    for pair in word_set(
        "Amb/ambassador Assn/association Atty/attorney Brig/brigadier Bros/brothers Capt/captain Cdr/commander Cmde/commodore "
        "Cmdr/commander Comdr/commander Cpl/corporal Dept/department Det/detective Dir/director Ens/ensign Flt/flight "
        "Ft/fort Gp/group Hon/honourable Insp/inspector Ldr/leader Lt/lieutenant Mlle/miss Mme/madam Pfc/private "
        "Pres/president Pvt/private Sgt/sergeant Sqn/squadron Supt/superintendent Univ/university Wg/wing "
        "No/number Mon/monday Tue/tuesday Tues/tuesday Wed/wednesday Thu/thursday Thurs/thursday Fri/friday"
    )
)
#: They stand before a number: "Sec. 3", "max. 30 m". Behind one they are units, as in "30 sec."
BEFORE_NUMBERS = frozenset(READ_AS) - {"hr", "hrs"} | word_set(
    "app c chap cl div eq ext no p par pt sched ser sq cu tel v ver"
)
ALWAYS_INSIDE = word_set(
    "mr mrs ms dr prof gen col lt maj sgt capt cmdr comdr adm sen rep gov pres brig cpl pvt pfc amb supt insp det cdr cmde comm sqn ldr flt wg gp ens hon dir atty mme mlle "
    "st vs v approx appr incl excl e.g i.e viz cf al ave dept messrs hon rev mt ft sq cu"
)
#: They end a sentence before a word that opens one.
MAY_END = word_set("inc ltd co corp plc llc pty bros assn univ jr sr u.s u.k u.n e.u d.c ph.d b.c a.d") | word_set(
    " ".join(MONTH_ABBREVIATIONS)
)
#: With a capital only: "on Wed. and", "in Springfield, Ill."
MAY_END_IF_CAPITALISED = word_set(
    "Mon Tue Tues Wed Thu Thur Thurs Fri Calif Mass Fla Tex Pa Va Md Conn Ill Ind Mich Minn Tenn Ky La Okla Ore Ariz Ala "
    "Ark Colo Del Ga Kan Neb Nev Wis Wyo Wash Sask Ont Que"
)
#: Behind "5 p.m." they belong to the time; any other word with a capital begins a sentence.
BEHIND_A_CLOCK = word_set(
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun et est edt pt pst pdt ct cst cdt "
    "mt mst mdt gmt utc bst cet cest eet eest msk ist jst kst eastern central mountain pacific greenwich"
) | word_set("january february march april may june july august september october november december")
