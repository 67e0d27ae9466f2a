import { eld } from 'eld/small'

/** How much of a text the guess looks at. */
const SAMPLE = 20_000
/** Fewer letters than this are too few for statistics. */
const FEW_LETTERS = 100
/** Characters that only simplified, and only traditional, Chinese uses, among the most frequent ones. */
const SIMPLIFIED = new Set(
  '们这个来时对会说为国过学里发样么经现见长问头还进无开间动关实没产从给体应话点题种机两钱车气书让东西认觉该总员电业请写买卖谁远边亲妈马视听讲识谢谈义专网络数据习华务议术战统',
)
const TRADITIONAL = new Set(
  '們這個來時對會說為國過學裡發樣麼經現見長問頭還進無開間動關實沒產從給體應話點題種機兩錢車氣書讓東認覺該總員電業請寫買賣誰遠邊親媽馬視聽講識謝談義專網絡數據習華務議術戰統臺灣與',
)
for (const both of '个里西术') SIMPLIFIED.delete(both)

/**
 * The language of a text as a BCP 47 tag: by script for Chinese (`zh-Hans`, `zh-Hant`), Japanese and Korean, else by
 * statistics; `und` when there is nothing to go by, and `en` for a few words in plain ASCII, which statistics take for
 * anything. A text in Chinese and another language, as bilingual subtitles
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
    if (code < 0x2e80) other += code > 0x40 && /\p{L}/u.test(character) ? 1 : 0
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
  if (other < FEW_LETTERS && !/[\u0080-\u{10ffff}]/u.test(sample)) return 'en'
  return eld.detect(sample).language || 'und'
}
