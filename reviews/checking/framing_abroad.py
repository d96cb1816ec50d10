"""Words of other languages that deny, doubt or ask what is said behind them or before them."""

import re

_END = r"[^.!?;]{0,60}$"

#: Pairs of a standing, by its name, and a pattern of what leads to a statement.
LEADS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (standing, re.compile(pattern))
    for standing, pattern in (
        ("denied", rf"(?:неправд|неверно|\bложь|\bложно|не соответству|опроверг|отрица[лею]|не подтвер|нет доказательств|нет данных|ошибочно|ложн){_END}"),
        ("denied", rf"(?:спростув|заперечи|заперечу|неправда, що){_END}"),
        ("denied", r"(?:否认|否認|辟谣|闢謠|并非|並非|不是|不能说|没有证据|無證據|无证据|并未|误称|误报|谎称|驳斥|反驳|不实|虚假)[^。！？]{0,12}$"),
        ("denied", r"(?:否定した|否定し|事実ではない|デマ)[^。！？]{0,12}$"),
        ("denied", rf"\b(?:nicht wahr|nicht richtig|unwahr|falsch|dementier\w*|bestreite\w*|bestritt\w*|leugne\w*|keine (?:belege|beweise|hinweise)|fälschlich\w*){_END}"),
        ("denied", rf"\b(?:est faux|pas vrai|dément\w*|nié\b|nient\b|aucune preuve|à tort){_END}"),
        ("denied", rf"\b(?:no es (?:cierto|verdad)|es falso|desmint\w*|desmient\w*|negó|negaron|niega\w*|no hay pruebas){_END}"),
        ("denied", rf"\b(?:não é verdade|negou|negaram|desmentiu\w*|non è vero|smentit\w*|smentisce\w*|smentì|ha negato){_END}"),
        ("denied", rf"(?:نفى|نفت|ينفي|تنفي|لا صحة|غير صحيح|ليس صحيح|لا دليل){_END}"),
        ("open", r"(?:是否|如果)[^。！？]{0,4}$|\b(?:ли|если)\W*$"),
        ("rumoured", rf"\b(?:слух\w*|якобы|предположительно|неподтвержд\w+){_END}|(?:传言|傳言|网传|据传|谣传|据说|未经证实)[^。！？]{{0,10}}$"),
    )
)  # fmt: skip

#: Pairs of a standing and a pattern of what follows on a statement in its sentence.
TAILS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (standing, re.compile(pattern))
    for standing, pattern in (
        ("denied", r"^[^.!?]{0,40}?(?:не соответству\w+ действительности|\bлож(?:ь|ны|но|ные|ная|ью)\b|неправд|опровергнут\w*|не подтвердил\w+|недостоверн\w+)"),
        ("denied", r"^[^。！？，]{0,10}?(?:不实|虚假|不属实|是假的|有误|错误|谣言|被否认|被辟谣|不正确|不是事实|并非事实|子虚乌有)"),
        ("denied", r"^[^.!?]{0,30}?(?:غير صحيح|لا أساس له|كاذب)"),
        ("denied", r"^[\s,\"”“»]*(?:sind|ist|war|waren)\s+(?:\w+\s+)?(?:falsch|unwahr|erfunden|widerlegt)\b"),
    )
)  # fmt: skip

#: The same of the sentence that follows.
NEXT: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (standing, re.compile(pattern))
    for standing, pattern in (
        ("denied", r"^\W*(?:но |однако )?(?:это|эта информация|это сообщение)\b[^.!?]{0,20}?(?:неправд|\bлож|неверно|не так\b|не соответству|недостоверн|опровергнут)"),
        ("denied", r"^[^.!?]{0,40}?(?:опроверг\w*|отозвал\w*|удалил\w*|отрица[лею]\w*) (?:это|эту|эти|сообщени|информаци|заявлени)"),
        ("denied", r"^[^。！？]{0,6}?(?:这|此|该|上述)[^。！？]{0,6}?(?:不是真|不属实|不实|是假|是谣言|并非|有误|错误|不是事实)"),
        ("denied", r"^\W*(?:das|dies|diese \w+)\s+(?:ist|war|stimmt|sei)\s+(?:\w+\s+)?(?:falsch|unwahr|nicht)\b"),
        ("denied", r"^\W*(?:c'est faux|ce n'est pas vrai|esto? no es (?:cierto|verdad)|es falso|non è vero|não é verdade)"),
    )
)  # fmt: skip

NOT_DENIED = re.compile(
    r"\bне\s+(?:отрица|опроверг)|(?:不|没有|并未|未)否认|\bnicht\s+(?:dementier|bestreite|bestritt)|\bno\s+(?:negó|niega|desmint)"
)
"""Denials that are denied themselves."""
