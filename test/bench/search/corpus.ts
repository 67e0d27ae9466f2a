import { generator } from '../generate-transcripts.ts'

const SYLLABLES =
  'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu tra ble ster ing tion al er est ment ness'.split(' ')
const ENGLISH_WORDS = 20_000
const CHINESE_WORDS = 12_000
/** The first of the most frequent Chinese characters that words are made of. */
const FIRST_CHARACTER = 0x4e_00
const CHARACTERS = 3500
const TURN_WORDS = 80

/** A text of a corpus: what is said, turn by turn. */
export interface CorpusText {
  readonly name: string
  readonly language: 'en' | 'zh'
  readonly turns: readonly string[]
}

/** As many texts as are asked for, every other one Chinese; words are as frequent as Zipf found them to be. */
export function* generateCorpus(texts: number, words: number, seed: number): Generator<CorpusText> {
  const english = vocabulary(ENGLISH_WORDS, seed, (next) => {
    const syllables = Array.from({ length: 1 + next(4) }, () => SYLLABLES[next(SYLLABLES.length)]!)
    return syllables.join('')
  })
  const chinese = vocabulary(CHINESE_WORDS, seed + 1, (next) => {
    const length = [1, 2, 2, 2, 2, 3, 4][next(7)]!
    // Common characters are in more words than rare ones.
    const character = () => String.fromCharCode(FIRST_CHARACTER + next(1 + next(CHARACTERS)))
    return Array.from({ length }, character).join('')
  })
  for (let text = 0; text < texts; text += 1) {
    const next = generator(seed + 100 + text)
    const language = text % 2 === 0 ? 'en' : 'zh'
    const turns: string[] = []
    for (let said = 0; said < words; said += TURN_WORDS) {
      turns.push(language === 'en' ? englishTurn(english, next) : chineseTurn(chinese, next))
    }
    yield { name: `talk-${String(text + 1).padStart(4, '0')}.txt`, language, turns }
  }
}

type Next = (below: number) => number

function vocabulary(size: number, seed: number, make: (next: Next) => string): readonly string[] {
  const next = generator(seed)
  const words = new Set<string>()
  while (words.size < size) words.add(make(next))
  return [...words]
}

/** The n-th word is n times as rare as the first. */
function frequent(words: readonly string[], next: Next): string {
  const chance = next(1_000_000) / 1_000_000
  return words[Math.min(words.length - 1, Math.floor(words.length ** chance) - 1)]!
}

function englishTurn(words: readonly string[], next: Next): string {
  let text = ''
  let begins = true
  for (let word = 0; word < TURN_WORDS; word += 1) {
    const said = frequent(words, next)
    text += begins ? said.charAt(0).toUpperCase() + said.slice(1) : said
    begins = next(12) === 0 || word === TURN_WORDS - 1
    text += begins ? (word === TURN_WORDS - 1 ? '.' : '. ') : next(10) === 0 ? ', ' : ' '
  }
  return text
}

function chineseTurn(words: readonly string[], next: Next): string {
  let text = ''
  for (let word = 0; word < TURN_WORDS; word += 1) {
    text += frequent(words, next)
    if (next(8) === 0) text += next(2) === 0 ? '，' : '。'
  }
  return `${text}。`
}
