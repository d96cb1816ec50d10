"""The repairs of lists, measures, names and speakers, behind those of verbs and subjects (see table.py)."""

from claims.language.clauses.repairs import attachment, lists, measures, reports, shares, subjects
from claims.language.clauses.repairs.repair import After, Repair

PHRASE_REPAIRS: tuple[Repair, ...] = (
    Repair(
        "items with adjuncts of their own",
        lists.repair_items_with_own_adjuncts,
        labels=("dobj", "attr"),
        error="the items of a list, each with a time or place, are hung on verbs, times and places",
        example="The navy lost 40 light boats in May and 30 in June.",
    ),
    Repair(
        "list as two objects",
        measures.repair_list_as_two_objects,
        labels=("dobj",),
        error="a list of counted things is parsed as two objects of one verb",
        example="The yard sold 100 ships, two machine guns, three drones and 20 submarines.",
    ),
    Repair(
        "list as apposition",
        measures.repair_list_as_apposition,
        labels=("appos",),
        error="the second of three counted things is parsed as an apposition to the first",
        example="So far 900 cases, 300 recoveries and 12 deaths have been reported in Velden.",
    ),
    Repair(
        "second measure on the first",
        measures.repair_second_measure_on_first,
        labels=("conj",),
        error="the second of two measured properties is joined to the measure of the first",
        example="The airship has a crew of three and a length of 90 metres.",
        after=(
            After(
                "list as apposition",
                why="a measure that was read as an apposition is joined only from then on",
                example="The new helicopter has a crew of three, a weight of 46 tons and 12 rotor blades.",
            ),
        ),
    ),
    Repair(
        "small clause as object",
        measures.repair_small_clause_as_object,
        labels=("dobj", "appos"),
        error="the measure of “makes its weight only 90 kg” is parsed as a second object or as an apposition",
        example="The tractor uses light steel, which makes its bare weight only 5.5 tons.",
    ),
    Repair(
        "title",
        subjects.repair_title,
        labels=(),
        error="the title before a name is parsed as a subject beside it, as its compound or as what it is an apposition to",
        example="Defense company Halvard said it had sold 12 ships.",
    ),
    Repair(
        "content on quoting",
        reports.repair_content_on_quoting,
        labels=("ccomp",),
        error="what somebody is quoted as saying hangs on the “saying”",
        example="The paper quoted an engineer of the yard as saying that 12 ships had left Velden.",
    ),
    Repair(
        "second deed inside content",
        reports.repair_second_deed_inside_content,
        labels=("conj",),
        error="what somebody did beside saying something is joined to what he said",
        example="Arvo Lind said the results were weak and raised his target to 210 crowns.",
    ),
    Repair(
        "distance of place",
        measures.repair_distance_of_place,
        labels=("advmod", "conj", "npadvmod", "appos", "acomp", "dobj"),
        error="the distance behind a place hangs on a verb or is joined to the place",
        example="Nine men were flown to a hospital in Dornau, some 240 kilometres away.",
    ),
    Repair(
        "measure of each",
        measures.repair_measure_of_each,
        labels=("advmod", "amod", "acomp", "conj"),
        error="what each of several things measures hangs on the verb",
        example="The probe weighs two tonnes and is powered by two solar wings, each 14 metres long.",
    ),
    Repair(
        "features of one form",
        lists.repair_features_of_one_form,
        labels=("pobj", "dobj"),
        error="the measured features of a list are appositions of each other, the last one is joined to the verb",
        example="The airship is a rigid craft with a length of 90 meters, a launch weight of 11 tons, and a range of 2,000 kilometers.",
    ),
    Repair(
        "name of journal",
        subjects.repair_name_of_journal,
        labels=("nsubj",),
        error="the name of a journal is parsed as a second subject",
        example="The lake has shrunk by 12 percent, a study published in the journal Orbit Letters shows.",
    ),
    Repair(
        "day of payment",
        attachment.repair_day_of_payment,
        labels=("advcl", "acomp", "appos", "conj", "advmod", "oprd"),
        error="the day from which something is payable or open hangs on the verb",
        example="Norden will pay a dividend of 12 crowns per share, payable on 30 September.",
    ),
    Repair(
        "verb of source as agent",
        reports.repair_verb_of_source_as_agent,
        labels=("pobj",),
        error="the “shows” behind a document that somebody saw is parsed as who saw it",
        example="The company paid 12 million euros to a firm in Cyprus, a letter seen by Reuters shows.",
    ),
    Repair(
        "name of head on body",
        attachment.repair_name_of_head_on_body,
        labels=("appos",),
        error="the name of the head of something hangs on what he heads",
        example="The head of the Norwegian Fishery Association, Kari Moe, believes the quota of 300,000 tonnes is too high.",
    ),
    Repair(
        "share of things",
        shares.repair_share_of_things,
        labels=("pobj",),
        error="what is told of some of several things behind a comma hangs on the verb",
        example="The brigade lost 40 tanks, half of them T-72s.",
    ),
)
