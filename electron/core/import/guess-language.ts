/** How much of a text the guess looks at. */
const SAMPLE = 20_000
/** Fewer letters than this are too few to doubt that plain ASCII is English. */
const FEW_LETTERS = 100
/** Characters that only simplified, and only traditional, Chinese uses, among the most frequent ones. */
const SIMPLIFIED = new Set(
  '们这来时对会说为国过学里发样么经现见长问头还进无开间动关实没产从给体应话点题种机两钱车气书让东认觉该总员电业请写买卖谁远边亲妈马视听讲识谢谈义专网络数据习华务议战统',
)
const TRADITIONAL = new Set(
  '們這個來時對會說為國過學裡發樣麼經現見長問頭還進無開間動關實沒產從給體應話點題種機兩錢車氣書讓東認覺該總員電業請寫買賣誰遠邊親媽馬視聽講識謝談義專網絡數據習華務議戰統臺灣與',
)

/** The commonest small words of languages that share a script, those of one ASCII letter aside: they are every second word of any text, and few are shared. */
const SMALL_WORDS: ReadonlyMap<string, readonly string[]> = languagesOfWords({
  en: 'the and of to in that is it you was for on are with this have not what but they be so we my no he she at by from or as an if there can all will would about',
  de: 'der die und das ist nicht ich wir ein eine zu den mit auf es dass von auch für sich dann aber sie wie',
  fr: 'le la les et des est que une dans pour pas vous nous qui ce je il avec sur mais on du au plus',
  es: 'el la los que de en es una por con para no se las lo como más pero está muy su cuando',
  pt: 'que não uma do da em para com os se é mais por na você isso está são um mas muito',
  it: 'il che di non è la per una con sono questo ma più della anche come ho le gli un poi si',
  ca: 'el la que de no és per amb una els les però més això hi ha molt també aquest',
  nl: 'het een en van de dat niet ik je is zijn met voor ook maar wij naar deze we dan',
  sv: 'och att det som är inte jag på för en har vi av till med den så men om ett',
  da: 'og at det er ikke jeg på til en har vi af med den så men der for som hvad nu et',
  nb: 'og det er ikke jeg på til en har vi av med den så men som å for hva nå et',
  fi: 'ja on ei että se oli kun niin mutta minä hän ovat myös tai kuin joka me sitten',
  pl: 'nie że się na jest to do jak ale co tak już był są czy po',
  cs: 'že se na je to ale jak tak by jsem není co pro jsou který pak si',
  sk: 'že sa na je to ale ako tak by som nie čo pre sú ktorý potom si',
  hu: 'az hogy nem és is egy ez van de meg csak volt mert vagy ha mi',
  ro: 'și că nu este în la cu pe care din pentru sunt mai ce un să am',
  tr: 'bir ve bu da için çok ne ama değil var ben gibi daha mi sonra de',
  id: 'yang dan di itu dengan untuk tidak ini dari saya ada akan pada kita ke',
  vi: 'và là của không có được cho một người này những trong tôi thì đã các',
  ru: 'и в не на что я с как это он но по из у так мы то же а',
  uk: 'і в не на що я з як це він але та у так є й ми до а',
  bg: 'и в не на че се да е за от това ще са но как ние си а',
  sr: 'и у не на је да се то али као што су за од смо ми а',
})
/** Scripts that one language uses more than all others. */
const SCRIPTS: readonly (readonly [language: string, letter: RegExp])[] = [
  ['el', /\p{Script=Greek}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['ar', /\p{Script=Arabic}/u],
  ['th', /\p{Script=Thai}/u],
  ['hi', /\p{Script=Devanagari}/u],
  ['bn', /\p{Script=Bengali}/u],
  ['ta', /\p{Script=Tamil}/u],
  ['ka', /\p{Script=Georgian}/u],
  ['hy', /\p{Script=Armenian}/u],
]

/**
 * The language of a text as a BCP 47 tag: by script where that tells, with `zh-Hans` and `zh-Hant` apart, else by its
 * small words; `und` when there is nothing to go by, and `en` for a few words in plain ASCII. A text in Chinese and another language, as bilingual subtitles
 * are, counts as Chinese.
 */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE)
  let han = 0
  let kana = 0
  let hangul = 0
  let other = 0
  let simplified = 0
  let traditional = 0
  for (const character of sample) {
    const code = character.codePointAt(0)!
    if (code < 0x80) other += (code > 0x40 && code < 0x5b) || (code > 0x60 && code < 0x7b) ? 1 : 0
    else if (code < 0x2e80) other += /\p{L}/u.test(character) ? 1 : 0
    else if ((code >= 0x3041 && code <= 0x30ff) || (code >= 0xff66 && code <= 0xff9f)) kana += 1
    else if ((code >= 0xac00 && code <= 0xd7a3) || (code >= 0x1100 && code <= 0x11ff)) hangul += 1
    else if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0x20000 && code <= 0x323af)) {
      han += 1
      if (SIMPLIFIED.has(character)) simplified += 1
      if (TRADITIONAL.has(character)) traditional += 1
    }
  }
  // A Han character or a kana says about as much as three letters.
  const eastern = (han + kana + hangul) * 3
  if (eastern > 0 && eastern >= other / 2) {
    if (hangul > han + kana) return 'ko'
    if (kana * 10 > han) return 'ja'
    return traditional > simplified ? 'zh-Hant' : 'zh-Hans'
  }
  if (other === 0) return 'und'
  const scripted = SCRIPTS.find(([, letter]) => letter.test(sample))
  if (scripted && (sample.match(new RegExp(scripted[1], 'gu'))?.length ?? 0) * 2 > other) return scripted[0]
  const spoken = bySmallWords(sample)
  if (spoken !== null) return spoken
  return other < FEW_LETTERS && !/[\u0080-\u{10ffff}]/u.test(sample) ? 'en' : 'und'
}

/** The language whose small words stand in a text most often, `null` where none does twice. */
function bySmallWords(text: string): string | null {
  const counts = new Map<string, number>()
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) {
    if (word.length === 1 && word < '\u0080') continue
    for (const language of SMALL_WORDS.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best && best[1] >= 2 ? best[0] : null
}

/** The languages of each word, in the order of the lists. */
function languagesOfWords(lists: Readonly<Record<string, string>>): Map<string, string[]> {
  const languages = new Map<string, string[]>()
  for (const [language, list] of Object.entries(lists)) {
    for (const word of new Set(list.split(' '))) languages.set(word, [...(languages.get(word) ?? []), language])
  }
  return languages
}
