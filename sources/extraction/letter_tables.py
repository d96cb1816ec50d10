"""Which letters languages are written with, the commonest first: what a guess of an encoding is held against.

Orders are those of letter counts in running text, as frequency tables of the languages give them; only the order counts.
"""

#: Letters outside ASCII of languages in the Latin script.
LATIN = {
    "English": "éèêüöóäáçñïëâôàíåæøšžčłōū",
    "French": "éàèêçôùâîïûëœæÿü",
    "German": "üäößé",
    "Spanish": "óíáéñúü",
    "Portuguese": "ãçáéíóêõâúàôü",
    "Italian": "àèùòéìî",
    "Dutch": "ëéïöèüê",
    "Swedish": "äåöéü",
    "Danish": "øåæéöü",
    "Finnish": "äöåšž",
    "Icelandic": "íáðþóéöúæý",
    "Estonian": "äõüöšž",
    "Czech": "íáěéřčžýšůúóňťď",
    "Slovak": "áíéčýžšúľťôóňäďŕĺ",
    "Polish": "ąęłżóśćńź",
    "Hungarian": "áéóőíöüűú",
    "Romanian": "ăîâșțşţ",
    "Croatian": "čšžćđ",
    "Turkish": "ıüşçğöİâîû",
    "Lithuanian": "ėšųįūžąęč",
    "Latvian": "āīēšņļūčžģķ",
}

#: Words in ASCII letters by which a language in the Latin script is known; none of them is a word of another one here.
WORDS = {
    "English": "the of and to that for was with are his which",
    "French": "le les des est dans une sur du qui par",
    "German": "der die und das den von ist nicht mit ein",
    "Spanish": "el los las del por una con su fue",
    "Portuguese": "os do da em dos foi um uma",
    "Italian": "il della di che gli nel sono",
    "Dutch": "het een van niet zijn voor",
    "Swedish": "och att som det inte till",
    "Danish": "og af ikke til det som",
    "Finnish": "ja on oli ei mutta",
    "Icelandic": "sem var og ekki hann",
    "Estonian": "ja ei oli see kui mis",
    "Czech": "je se ve jsou bylo nebo na pro jako jeho od ale",
    "Slovak": "je sa vo boli alebo na pre ako jeho od ale",
    "Polish": "nie jest przez jak czy ale oraz na do od dla po",
    "Hungarian": "az egy nem hogy meg volt",
    "Romanian": "din cu care pentru este sunt",
    "Croatian": "je su koji nije bio kao",
    "Turkish": "bir ve bu da ile olarak",
    "Lithuanian": "ir kad buvo yra bet",
    "Latvian": "un ir ka no bija ar",
}

#: Letters of languages in other alphabets.
CYRILLIC = {
    "Russian": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
    "Ukrainian": "оанивіертскулмдпзяьбгйчхжшюцєїщфґ",
    "Belarusian": "анеіораксытулядпўвмзбьгёцэчйжшхюф",
    "Bulgarian": "аиоентрсвлкдпмзяъгубчщцхжйюшфь",
    "Serbian": "аоиенртсјвкулпмдзгбњчжцшћђхфљџ",
    "Macedonian": "аоеитнрсвдкјмлпузгбшчжцњхфџљќѓѕ",
}
GREEK = {"Greek": "αοιετσνηυρπκμλςάίόέύήωγδθφχβώξζψϊϋΐΰ"}
HEBREW = {"Hebrew": "יוהלארמתבשןכעםדחקנפגצטזסךףץ"}
ARABIC = {
    "Arabic": "الينمتوربةعدسفهكقأحجشطصىخإذزثءضغئظؤآ",
    "Persian": "ایرندهمتوسبشزکگفلعقپخحجطآضصغچذثءئژظ",
}
THAI = {"Thai": "านรอกเง่มยล้ัวดทสีตุะ์ปิบคหแจพชำขใไโผืูถซธณ็ษฐศึญฟภฎฏฒฝฆฮฉฬๆ๊ฯ๋ฤ"}

#: The characters that make more than half of running text.
SIMPLIFIED = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法"
    "学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业"
    "外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声"
    "提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金"
    "指克许统区保至队形社便空决治展马科司五基书非则听界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取格望领共确"
    "传师观清今让识候带争运船车客港公里吨元亿百千六七八九号台每送渡班季节冬夏春秋舰艇发动机导弹总理部长记者报道"
)
TRADITIONAL = frozenset(
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法"
    "學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業"
    "外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲"
    "提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金"
    "指克許統區保至隊形社便空決治展馬科司五基書非則聽界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取格望領共確"
    "傳師觀清今讓識候帶爭運船車客港公里噸元億百千六七八九號台每送渡班季節冬夏春秋艦艇發動機導彈總理部長記者報導"
)
JAPANESE = frozenset(
    "日一国人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力学問高代"
    "明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法不来作性的要用制治度務強気小七成期公野協取都和統以機平総加山思家"
    "話世受区領多県続進正安設保改数記院女初北午指権心界支第産結百派点教報済書府活原先共得解名交資予川向際査勝面委告軍文反元重近千考判認画"
    "海参売利組知案道信策集在件団別物側任引使求所次水半品昨論計死官増係感特情投示変打男基私各始島直両朝革価式確村提運終挙果西勢減台広容必"
    "応演電歳住争談能無再位置企真流格有疑口過局少放税検藤町常校料沢裁状工建語球営空職証土与急止送援供可役構木割聞身費付施切由説転食比難防"
    "補車優夫研収断井何南石足違消境神番規術護展態導鮮備宅害配副算視条幹独警宮究育席輸訪楽起万着乗店述残想線率病農州武声質念待試族象銀域助"
    "労例衛然早張映限親額監環験追審商葉義伝働形景落欧担好退準賞訴辺造英被株頭技低毎医復仕去姿味負閣韓渡失移差衆個門写評課末守若脳極種美岡"
    "影命含福蔵量望松非撃佐核観察整段横融型白深字答夜製票況音申様財港識注呼渉達便船客冬"
)
KOREAN = frozenset(
    "이다는의에을가고하지은로를한대기서사도자인시어리정일수상스해원전부그동으여보나아제장과세구주라공성들조유비소만년면경우안적계관국신문"
    "트여게었았했것화개방진연영미무중회선오와실위생명내단모발바드금당물재입반르행치말양차교할간때데된분더까레용려복강력크산체학통레백천십"
    "육칠팔구억명배승객했음습니겠던없있"
)
#: What is common in Chinese or Japanese.
COMMON_IDEOGRAPHS = SIMPLIFIED | TRADITIONAL | JAPANESE
