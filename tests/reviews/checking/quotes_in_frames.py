"""Quotes that stand word for word where the source now denies, corrects or doubts them, or says them of something else.

Written before the rules for them, half of each kind harmless: what the source then says in other words around the quote.
"""

from dataclasses import dataclass

GRAVE, LOW_AT_MOST, DOUBTED = "grave", "quiet or low", "not quiet"

_BEFORE = "The shipyard opened its gates to reporters on Tuesday morning. "
_AFTER = " A second launch is due before winter, it added."
_QUOTE = "The new ferry reached 31 knots on its first voyage to Alder Bay."
_SAID = "the new ferry reached 31 knots on its first voyage to Alder Bay"


@dataclass(frozen=True)
class FramedQuote:
    """A quote with what stood around it, the page now, and what is right to say of it."""

    kind: str
    right: str
    quote: str
    prefix: str
    suffix: str
    after: str


def framed_quotes() -> list[FramedQuote]:
    """Return every case."""
    around = [
        FramedQuote(kind, right, _QUOTE, _BEFORE, _AFTER, f"{_BEFORE}{now}{_AFTER}")
        for kind, cases in _FRAMES.items()
        for right, now in cases
    ]
    return [*around, *(FramedQuote(*case) for case in _PLACES)]


_FRAMES: dict[str, list[tuple[str, str]]] = {
    "said not to be true": [
        (GRAVE, f"It was never true that {_SAID}."),
        (GRAVE, f"It is false that {_SAID}."),
        (GRAVE, f"There is no evidence that {_SAID}."),
        (GRAVE, f"Contrary to what was reported, it is not the case that {_SAID}."),
        (LOW_AT_MOST, f"It is true that {_SAID}."),
        (LOW_AT_MOST, f"There is now proof that {_SAID}."),
        (LOW_AT_MOST, f"It is well known that {_SAID}."),
        (LOW_AT_MOST, f"As the logs show, {_SAID}."),
    ],
    "denied by somebody": [
        (GRAVE, f"The owners have always denied that {_SAID}."),
        (GRAVE, f"A spokeswoman rejected the claim that {_SAID}."),
        (GRAVE, f"The captain refuted reports that {_SAID}."),
        (GRAVE, f"The shipyard never said that {_SAID}."),
        (LOW_AT_MOST, f"The owners have always said that {_SAID}."),
        (LOW_AT_MOST, f"A spokeswoman repeated that {_SAID}."),
        (LOW_AT_MOST, f"The captain confirmed that {_SAID}."),
        (LOW_AT_MOST, f"The shipyard does not deny that {_SAID}."),
    ],
    "a report that is false": [
        (GRAVE, f"Claims that {_SAID} are untrue."),
        (GRAVE, f"The rumour that {_SAID} was baseless."),
        (GRAVE, f"The statement that {_SAID} has since been withdrawn."),
        (GRAVE, f"The idea that {_SAID} turned out to be a hoax."),
        (LOW_AT_MOST, f"Reports that {_SAID} are correct."),
        (LOW_AT_MOST, f"The news that {_SAID} was welcomed by the owners."),
        (LOW_AT_MOST, f"The claim that {_SAID} has been confirmed by the coast guard."),
    ],
    "corrected": [
        (GRAVE, f"Correction: an earlier version of this article said that {_SAID}."),
        (GRAVE, f"This page previously stated: {_QUOTE}"),
        (GRAVE, f"We wrongly reported that {_SAID}."),
        (GRAVE, f"The newspaper retracted its report that {_SAID}."),
        (LOW_AT_MOST, f"Update: the owners said that {_SAID}."),
        (LOW_AT_MOST, f"This article was first published in May. {_QUOTE}"),
        (LOW_AT_MOST, f"The newspaper reported that {_SAID}."),
    ],
    "denied behind it": [
        (GRAVE, f"{_QUOTE[:-1]}, which the owners deny."),
        (GRAVE, f"{_QUOTE[:-1]}, a claim that was later disproved."),
        (GRAVE, f"{_QUOTE[:-1]}, it was falsely reported."),
        (GRAVE, f"{_QUOTE[:-1]}, but that is not true."),
        (LOW_AT_MOST, f"{_QUOTE[:-1]}, which the owners celebrate."),
        (LOW_AT_MOST, f"{_QUOTE[:-1]}, it was reported."),
        (LOW_AT_MOST, f"{_QUOTE[:-1]}, and that is no small thing."),
    ],
    "denied in the next sentence": [
        (GRAVE, f"{_QUOTE} This is not true."),
        (GRAVE, f"{_QUOTE} That claim has been debunked."),
        (GRAVE, f"{_QUOTE} The owners later retracted the statement."),
        (GRAVE, f"{_QUOTE} None of this is true."),
        (LOW_AT_MOST, f"{_QUOTE} This is a record."),
        (LOW_AT_MOST, f"{_QUOTE} The claim has been confirmed."),
        (LOW_AT_MOST, f"{_QUOTE} The owners later repeated the statement."),
    ],
    "rumoured or open": [
        (DOUBTED, f"According to rumours, {_SAID}."),
        (DOUBTED, f"Unconfirmed reports say that {_SAID}."),
        (DOUBTED, f"It is unclear whether {_SAID}."),
        (DOUBTED, f"Nobody can say if {_SAID}."),
        (LOW_AT_MOST, f"According to the captain, {_SAID}."),
        (LOW_AT_MOST, f"Official reports say that {_SAID}."),
        (LOW_AT_MOST, f"It is now clear that {_SAID}."),
    ],
}

_NOTHING = "Little else was talked about on the quays for the rest of that month. " * 6
_PLACES: list[tuple[str, str, str, str, str, str]] = [
    # The same words of another ship, works or town, where the old ones were.
    ("another subject", DOUBTED, "The hull was lengthened by 14 metres in 1998.", "Trawler Alma, home port Selvik. ", " She is still afloat at Brekke.", "Trawler Berta, home port Nordvik. The hull was lengthened by 14 metres in 1998. She is still afloat at Hamre."),
    ("another subject", DOUBTED, "Sales rose by 8 percent in the last quarter.", "Results of the Lindqvist mill for 2020. ", " The mill is in Aske.", "Results of the Bergstrom mill for 2020. Sales rose by 8 percent in the last quarter. The mill is in Borre."),
    ("another subject", DOUBTED, "It fired 60 rounds a minute during the tests.", "The Mk 12 gun was shown in Kiel. ", " Its barrel is 3 metres long.", "The Mk 15 gun was shown in Kiel. It fired 60 rounds a minute during the tests. Its barrel is 3 metres long."),
    ("another subject", DOUBTED, "The garrison was reduced to 400 soldiers.", "In the fort of Dalby, little was left. ", " The governor wrote home.", "In the fort of Elverum, little was left. The garrison was reduced to 400 soldiers. The governor wrote home."),
    ("another subject", LOW_AT_MOST, "The hull was lengthened by 14 metres in 1998.", "Trawler Alma, home port Selvik. ", " She is still afloat at Brekke.", "Trawler Alma, home port Selvik. The hull was lengthened by 14 metres in 1998. She is still afloat at Brekke. Photo: Dag Moe."),
    ("another subject", LOW_AT_MOST, "Sales of the Lindqvist mill rose by 8 percent.", "Posted on 3 May by Anna Berg. ", " The mill is in Aske.", "Posted on 4 May by Nils Holm. Sales of the Lindqvist mill rose by 8 percent. The mill is in Aske."),
    ("another subject", LOW_AT_MOST, "It fired 60 rounds a minute during the tests.", "The Mk 12 gun was shown in Kiel. ", " Its barrel is 3 metres long.", "The Mk 12 gun was shown in Kiel. It fired 60 rounds a minute during the tests. Its barrel is about 3 metres long."),
    ("another subject", LOW_AT_MOST, "The garrison was reduced to 400 soldiers.", "In the fort of Dalby, little was left. ", " The governor wrote home.", "In the fort of Dalby, hardly anything was left. The garrison was reduced to 400 soldiers. The governor wrote home."),
    # The passage is gone, and the same words stand about something else.
    ("deleted, and elsewhere", DOUBTED, "The hull was lengthened by 14 metres.", "Trawler Alma left Selvik in spring. ", " She is still afloat at Brekke.", f"Trawler Alma left Selvik in spring. She is still afloat at Brekke. {_NOTHING}Trawler Berta was less lucky. The hull was lengthened by 14 metres. Later Berta sank near Hamre."),
    ("deleted, and elsewhere", DOUBTED, "The strike lasted for 19 days.", "The miners of Dalby went out in March. ", " Their wages were raised.", f"The miners of Dalby went out in March. Their wages were raised. {_NOTHING}At Elverum the smelter stood still too. The strike lasted for 19 days. At Elverum nothing was won."),
    ("deleted, and elsewhere", DOUBTED, "It was sold for 3 million dollars.", "The first Kestrel painting hung in a hall. ", " The buyer was never named.", f"The first Kestrel painting hung in a hall. The buyer was never named. {_NOTHING}Then came the Merle drawing. It was sold for 3 million dollars. Merle himself was present."),
    ("deleted, and elsewhere", LOW_AT_MOST, "The strike of Dalby lasted for 19 days.", "The miners went out in March. ", " Their wages were raised.", f"The miners went out in March. Their wages were raised. {_NOTHING}The strike of Dalby lasted for 19 days."),
    ("deleted, and elsewhere", LOW_AT_MOST, "The trawler Alma was lengthened by 14 metres.", "She left Selvik in spring. ", " She is still afloat.", f"The trawler Alma was lengthened by 14 metres. {_NOTHING}She left Selvik in spring. She is still afloat."),
    # Something else stands in its place, and the same words elsewhere.
    ("own place changed", GRAVE, "The wages of the miners rose to 21 crowns.", "In March the miners of Dalby went out. ", " The owner left the town.", f"In March the miners of Dalby went out. The wages stayed as they were. The owner left the town. {_NOTHING}In May the smelters of Elverum did. The wages of the miners rose to 21 crowns. They were content."),
    ("own place changed", GRAVE, "The loan amounts to 7 million pounds.", "The Lindqvist mill is in debt. ", " A bank holds the papers.", f"The Lindqvist mill is in debt. The loan was repaid. A bank holds the papers. {_NOTHING}So is the mill of Bergstrom. The loan amounts to 7 million pounds. Nobody worries."),
    ("own place changed", GRAVE, "She carried 240 passengers on each trip.", "The Alma sailed from Selvik. ", " Tickets were cheap.", f"The Alma sailed from Selvik. She carried freight alone. Tickets were cheap. {_NOTHING}The Berta sailed from Hamre. She carried 240 passengers on each trip. Then came the war."),
    ("own place changed", LOW_AT_MOST, "She carried 240 passengers on each trip.", "The Alma sailed from Selvik. ", " Tickets were cheap.", f"The Alma sailed from Selvik. She carried 240 passengers on each trip. Tickets were cheap. {_NOTHING}The Berta sailed from Hamre. She carried freight alone."),
    ("own place changed", LOW_AT_MOST, "The loan of the Lindqvist mill amounts to 7 million pounds.", "It is in debt. ", " A bank holds the papers.", f"It is in debt. The loan of the Lindqvist mill amounts to 7 million pounds. A bank holds the papers. {_NOTHING}"),
    # Frames of other languages.
    ("Russian", GRAVE, "Новый паром развил скорость 31 узел в первом рейсе.", "Верфь открыла ворота во вторник. ", " Второй спуск будет зимой.", "Верфь открыла ворота во вторник. Неправда, что новый паром развил скорость 31 узел в первом рейсе. Второй спуск будет зимой."),
    ("Russian", GRAVE, "Новый паром развил скорость 31 узел в первом рейсе.", "Верфь открыла ворота во вторник. ", " Второй спуск будет зимой.", "Верфь открыла ворота во вторник. Владельцы опровергли, что новый паром развил скорость 31 узел в первом рейсе. Второй спуск будет зимой."),
    ("Russian", GRAVE, "Новый паром развил скорость 31 узел в первом рейсе.", "Верфь открыла ворота во вторник. ", " Второй спуск будет зимой.", "Верфь открыла ворота во вторник. Сообщения о том, что новый паром развил скорость 31 узел в первом рейсе, не соответствуют действительности. Второй спуск будет зимой."),
    ("Russian", GRAVE, "Завод выпустил 4 тыс. двигателей за год.", "Отчёт. ", "", "Отчёт. Завод выпустил 4 млн двигателей за год."),
    ("Russian", LOW_AT_MOST, "Новый паром развил скорость 31 узел в первом рейсе.", "Верфь открыла ворота во вторник. ", " Второй спуск будет зимой.", "Верфь открыла ворота во вторник. Владельцы подтвердили, что новый паром развил скорость 31 узел в первом рейсе. Второй спуск будет зимой."),
    ("Russian", LOW_AT_MOST, "Новый паром развил скорость 31 узел в первом рейсе.", "Верфь открыла ворота во вторник. ", " Второй спуск будет зимой.", "Верфь открыла ворота во вторник утром. Новый паром развил скорость 31 узел в первом рейсе. Второй спуск будет зимой."),
    ("Chinese", GRAVE, "新渡轮首航时速达到31节", "船厂星期二开放。", "。第二艘冬天下水。", "船厂星期二开放。船东否认新渡轮首航时速达到31节。第二艘冬天下水。"),
    ("Chinese", GRAVE, "新渡轮首航时速达到31节", "船厂星期二开放。", "。第二艘冬天下水。", "船厂星期二开放。关于新渡轮首航时速达到31节的报道不实。第二艘冬天下水。"),
    ("Chinese", GRAVE, "新渡轮首航时速达到31节", "船厂星期二开放。", "。第二艘冬天下水。", "船厂星期二开放。没有证据表明新渡轮首航时速达到31节。第二艘冬天下水。"),
    ("Chinese", GRAVE, "工厂每年生产4万台发动机", "报告。", "。", "报告。工厂每年生产4亿台发动机。"),
    ("Chinese", LOW_AT_MOST, "新渡轮首航时速达到31节", "船厂星期二开放。", "。第二艘冬天下水。", "船厂星期二开放。船东证实新渡轮首航时速达到31节。第二艘冬天下水。"),
    ("Chinese", LOW_AT_MOST, "新渡轮首航时速达到31节", "船厂星期二开放。", "。第二艘冬天下水。", "船厂星期二开放。新渡轮首航时速达到31节。第二艘冬天下水。"),
    ("other languages", GRAVE, "Die neue Fähre erreichte 31 Knoten.", "Die Werft öffnete am Dienstag. ", " Mehr folgt im Winter.", "Die Werft öffnete am Dienstag. Die Reederei dementiert: „Die neue Fähre erreichte 31 Knoten.“ Mehr folgt im Winter."),
    ("other languages", GRAVE, "Le nouveau ferry a atteint 31 nœuds.", "Le chantier a ouvert mardi. ", " La suite viendra cet hiver.", "Le chantier a ouvert mardi. Il est faux que le nouveau ferry a atteint 31 nœuds. La suite viendra cet hiver."),
    ("other languages", GRAVE, "El nuevo ferry alcanzó 31 nudos.", "El astillero abrió el martes. ", " Habrá más en invierno.", "El astillero abrió el martes. La empresa desmintió que el nuevo ferry alcanzó 31 nudos. Habrá más en invierno."),
    ("other languages", LOW_AT_MOST, "Le nouveau ferry a atteint 31 nœuds.", "Le chantier a ouvert mardi. ", " La suite viendra cet hiver.", "Le chantier a ouvert mardi. Il est vrai que le nouveau ferry a atteint 31 nœuds. La suite viendra cet hiver."),
    ("other languages", LOW_AT_MOST, "El nuevo ferry alcanzó 31 nudos.", "El astillero abrió el martes. ", " Habrá más en invierno.", "El astillero abrió el martes. La empresa confirmó que el nuevo ferry alcanzó 31 nudos. Habrá más en invierno."),
]  # fmt: skip
