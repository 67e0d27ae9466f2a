const SCRIPTS = [
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 1],
  ['han', /\p{Script=Han}/gu, 1],
  ['hangul', /\p{Script=Hangul}/gu, 1],
  ['latin', /\p{Script=Latin}/gu, 0.25],
  ['cyrillic', /\p{Script=Cyrillic}/gu, 0.25],
  ['greek', /\p{Script=Greek}/gu, 0.25],
  ['arabic', /\p{Script=Arabic}/gu, 0.25],
  ['hebrew', /\p{Script=Hebrew}/gu, 0.25],
  ['devanagari', /\p{Script=Devanagari}/gu, 0.25],
  ['thai', /\p{Script=Thai}/gu, 0.25],
] as const

export type Script = (typeof SCRIPTS)[number][0] | 'other'

/**
 * The script that most words of a text are in; a Chinese character weighs as much as four letters. A text with a fair
 * share of kana is Japanese, however many Chinese characters it has.
 */
export function scriptOf(text: string): Script {
  let most = 0
  let script: Script = 'other'
  let kana = 0
  for (const [name, pattern, weight] of SCRIPTS) {
    const count = (text.match(pattern)?.length ?? 0) * weight
    if (name === 'kana') kana = count
    const total = name === 'han' && kana > count / 10 ? 0 : name === 'kana' && count > 0 ? count * 2 : count
    if (total > most) {
      most = total
      script = name
    }
  }
  return script
}
