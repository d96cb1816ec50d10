"""Sentences in many languages, and the encodings that files in them came in before everybody wrote UTF-8."""

#: What an author of the language might write, by its BCP 47 tag.
SENTENCES = {
    "cs": "Nákladní loď vyplula z přístavu v září a vezla tři tisíce tun uhlí. Její kapitán řekl, že příště poplují dřív.",
    "pl": "Prom przewiózł w zeszłym tygodniu sześćset osób. Właściciel łodzi mówi, że żadna z nich nie była ubezpieczona.",
    "sk": "Nákladná loď vyplávala z prístavu a viezla tisíc ton uhlia. Ďalšia sa vráti až v máji, keď bude ľad preč.",
    "hu": "A hajó két órával később indult, mert a gőzgépből elfogyott a víz. A hídőr szerint ez gyakran előfordul.",
    "ro": "Vaporul a plecat în septembrie și a dus trei mii de tone de cărbune. Căpitanul spune că anul viitor vor fi mai mulți.",
    "hr": "Brod je u siječnju prevezao šest tisuća ljudi, a sljedeće će godine voziti još češće. Luka će biti veća.",
    "fr": "Le bateau a été réparé à Brest pendant l’été. Les élèves de l’école y ont passé une journée entière.",
    "de": "Die Fähre fährt täglich über den Fluss. Für größere Schiffe müssen die Brücken geöffnet werden.",
    "es": "El año pasado la compañía pagó 40 millones de dólares por el dragado. El niño cayó al agua en la última ocasión.",
    "pt": "A embarcação não saiu do porto até às três horas. As reparações custaram milhões e são pagas pela região.",
    "sv": "Båten går två gånger om dagen mellan öarna. Kaptenen säger att förseningen beror på dåligt väder.",
    "da": "Færgen sejler to gange om dagen mellem øerne. Kaptajnen siger, at forsinkelsen skyldes dårligt vejr på søen.",
    "is": "Skipið sigldi á miðvikudag með þrjú hundruð farþega. Það var í fyrsta sinn sem þessi leið var farin.",
    "tr": "Gemi geçen yıl limandan ayrıldı ve üç bin ton kömür taşıdı. Kaptan şöyle dedi: bu iş için gün ışığı gerek.",
    "lt": "Laivas išplaukė rugsėjį ir gabeno tris tūkstančius tonų anglių. Šiemet žuvų mažiau, todėl įgula grįžo anksčiau.",
    "lv": "Kuģis izbrauca septembrī un veda trīs tūkstošus tonnu ogļu. Kapteinis saka, ka ceļš bija ļoti garš un šķēršļu daudz.",
    "et": "Laev lahkus sadamast öösel ja vedas kolm tuhat tonni sütt. Kapten ütles, et tõenäoliselt jõutakse õhtuks šahtini.",
    "ru": "Паром перевозит за день шестьсот человек и сорок машин. Капитан объяснил, что зимой рейсов будет меньше.",
    "uk": "Пором перевозить щодня шістсот людей і сорок машин. Капітан пояснив, що взимку їхніх рейсів буде менше.",
    "bg": "Фериботът превозва всеки ден шестстотин души и четиридесет коли. Капитанът обясни, че през зимата ще са по-малко.",
    "sr": "Трајект дневно превози шесто људи и четрдесет кола. Капетан каже да ће зими бити мање вожњи него љети.",
    "el": "Το πλοίο μεταφέρει κάθε μέρα εξακόσιους επιβάτες και σαράντα αυτοκίνητα. Ο καπετάνιος είπε ότι τον χειμώνα θα είναι λιγότερα.",
    "he": "המעבורת נושאת מדי יום שש מאות נוסעים וארבעים מכוניות. רב החובל אמר שבחורף יהיו פחות הפלגות.",
    "ar": "تنقل العبارة كل يوم ستمئة راكب وأربعين سيارة. وقال القبطان إن الرحلات ستكون أقل في فصل الشتاء.",
    "th": "เรือข้ามฟากขนส่งผู้โดยสารหกร้อยคนและรถยนต์สี่สิบคันทุกวัน กัปตันบอกว่าในฤดูหนาวจะมีเที่ยวเรือน้อยลง",
    "zh-Hans": "渡轮每天运送六百名乘客和四十辆汽车。船长说，冬天的班次会比现在少一些。",
    "zh-Hant": "渡輪每天運送六百名乘客和四十輛汽車。船長說，冬天的班次會比現在少一些。",
    "ja": "フェリーは毎日六百人の乗客と四十台の車を運んでいます。船長によると、冬は便が少なくなるそうです。",
    "ko": "여객선은 매일 육백 명의 승객과 사십 대의 자동차를 실어 나른다. 선장은 겨울에는 운항이 줄어든다고 말했다.",
    "en": "The ferry’s owner said “we carry 600 people – and 40 cars – a day” … and charged €12 for it.",
}

#: (language, codec) of files that say nothing about their encoding.
UNDECLARED = [
    *[("cs", "cp1250"), ("cs", "iso8859-2"), ("pl", "cp1250"), ("pl", "iso8859-2"), ("sk", "cp1250"), ("hu", "cp1250")],
    *[("hu", "iso8859-2"), ("hr", "cp1250"), ("hr", "iso8859-2"), ("fr", "cp1252"), ("de", "cp1252"), ("es", "cp1252")],
    *[("pt", "cp1252"), ("sv", "cp1252"), ("da", "cp1252"), ("is", "cp1252"), ("en", "cp1252"), ("tr", "cp1254")],
    *[("lt", "cp1257"), ("lv", "cp1257"), ("et", "cp1257"), ("ru", "cp1251"), ("ru", "koi8-r"), ("ru", "cp866")],
    *[
        ("ru", "iso8859-5"),
        ("ru", "mac-cyrillic"),
        ("uk", "cp1251"),
        ("uk", "koi8-u"),
        ("bg", "cp1251"),
        ("sr", "cp1251"),
    ],
    *[
        ("el", "cp1253"),
        ("el", "iso8859-7"),
        ("he", "cp1255"),
        ("ar", "cp1256"),
        ("th", "cp874"),
        ("zh-Hans", "gb18030"),
    ],
    *[("zh-Hant", "big5"), ("ja", "cp932"), ("ja", "euc_jp"), ("ja", "iso2022_jp"), ("ko", "cp949")],
    *[(language, codec) for language in ("ru", "en", "zh-Hans", "cs") for codec in ("utf-16-le", "utf-16-be")],
]

#: A few words each, as short as a caption: less to go by.
SHORT = [
    ("Škoda žádá 40 milionů.", "cp1250"),
    ("Dvořák řídil loď.", "cp1250"),
    ("Wójt Łodzi: żadnych pieniędzy", "cp1250"),
    ("Łódź płynie", "iso8859-2"),
    ("Az idő később jobb lesz, és a hajó is gyorsabb.", "cp1250"),
    ("Москва, 12 мая", "cp1251"),
    ("Москва, 12 мая", "koi8-r"),
    ("ПОЖАР НА СУДНЕ", "cp1251"),
    ("שש מאות נוסעים", "cp1255"),
    ("ستمئة راكب في اليوم", "cp1256"),
    ("Σαράντα πλοία", "cp1253"),
    ("他说船上有40人。", "gb18030"),
    ("船上有三百人", "gb18030"),
    ("船上有三百人，他們都是工人", "big5"),
    ("船には40人がいた。", "cp932"),
    ("船には40人がいた。", "euc_jp"),
    ("배에 40명이 있었다.", "cp949"),
    ("It’s 40 tonnes.", "cp1252"),
    ("The price is €40.", "cp1252"),
    ("It costs £40 – or less.", "cp1252"),
    ("It fell to −40 °C".replace("−", "-"), "cp1252"),
    ("An area of 40 m² ± 2 m²", "cp1252"),
    ("Café", "cp1252"),
    ("Her résumé names 3 ships.", "cp1252"),
    ("Müller fährt", "cp1252"),
    ("São Paulo", "cp1252"),
]

#: Long files in English with one foreign sentence late in them.
LATE = [
    ("ru", "cp1251"),
    ("ru", "koi8-r"),
    ("pl", "cp1250"),
    ("cs", "cp1250"),
    ("he", "cp1255"),
    ("zh-Hans", "gb18030"),
]

#: (language, codec) of pages that say how they are encoded, and are: nothing is to be warned of.
DECLARED = [
    *[
        ("cs", "windows-1250"),
        ("pl", "iso-8859-2"),
        ("hu", "windows-1250"),
        ("fr", "windows-1252"),
        ("de", "iso-8859-1"),
    ],
    *[
        ("es", "windows-1252"),
        ("pt", "iso-8859-1"),
        ("tr", "windows-1254"),
        ("lt", "windows-1257"),
        ("lv", "iso-8859-13"),
    ],
    *[("ru", "windows-1251"), ("ru", "koi8-r"), ("uk", "koi8-u"), ("bg", "windows-1251"), ("el", "iso-8859-7")],
    *[("he", "windows-1255"), ("ar", "windows-1256"), ("th", "tis-620"), ("zh-Hans", "gb2312"), ("zh-Hans", "gbk")],
    *[("zh-Hant", "big5"), ("ja", "shift_jis"), ("ja", "euc-jp"), ("ja", "iso-2022-jp"), ("ko", "euc-kr")],
    *[
        ("et", "iso-8859-15"),
        ("sv", "iso-8859-1"),
        ("is", "windows-1252"),
        ("en", "windows-1252"),
        ("ro", "iso-8859-16"),
    ],
]

#: A text in English that is as long as a page, to stand before the foreign sentence.
ENGLISH_PAGE = (
    "The harbour lies on the west coast and has been in use for a long time. Its keeper counts the ships every day, and "
    "writes the number into a book that nobody has ever lost.\n"
) * 20
