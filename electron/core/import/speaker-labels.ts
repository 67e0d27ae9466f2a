/** No label is longer than this. */
export const MAX_LABEL = 60

/** Words that stand before a colon without being anybody's name. */
const NOT_NAMES = new Set(
  (
    'note notes warning caution tip hint example examples step chapter part section figure table source sources ' +
    'summary update edit ps important disclaimer title date time duration topic topics agenda links ' +
    'link url http https www fact facts conclusion introduction background result results ' +
    'description channel recorded location language keywords tags ingredients 注 注意 备注 提示 来源 标题 日期 时间 摘要 例如'
  ).split(' '),
)
/** Words inside a name that need no capital. */
const PARTICLES = new Set(
  'de da do dos der den van von del della la le el al bin ibn ben of the and & y und et by shared du di'.split(' '),
)
const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々·・0-9A-Za-z（）()\s]+$/u
const HAS_CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const NUMBERED = /^[\p{L}_]+[ _-]?\d{1,3}$/u

/** Whether the words before a colon can be a label at all: short, with a letter, and nothing that only prose or a link has. */
export function canBeLabel(label: string): boolean {
  if (label.length === 0 || label.length > MAX_LABEL || label.trim() !== label) return false
  if (!/^[^_]*\p{L}/u.test(label) || /["“”<>{}=\\`*]|:\/\/|[!?。！？；;]$/u.test(label)) return false
  return label.split(/\s+/).length <= 8
}

/** Whether a label has the look of a name, a role or a numbered speaker: `Ana Li`, `Ana Li, CEO`, `THE COURT`, `SPEAKER_00`, `唐鳳`, `Shaun Apps（SA）`. */
export function looksLikeName(label: string): boolean {
  if (!canBeLabel(label) || NOT_NAMES.has(label.toLowerCase())) return false
  if (HAS_CJK.test(label)) return label.length <= 20 && CJK.test(label)
  const words = bare(label).split(/,?\s+/)
  if (words.length > 6 || NOT_NAMES.has(words[0]!.toLowerCase())) return false
  if (NUMBERED.test(label)) return true
  return words.every((word, index) => {
    if (PARTICLES.has(word.toLowerCase())) return index > 0 || words.length > 1
    if (!/^[\p{Lu}\p{Lt}\p{Lo}\d]/u.test(word)) return false
    return /^[\p{L}\p{M}\d'’./_-]+$/u.test(word) && !/[\p{Ll}]{4}\.$/u.test(word)
  })
}

/** A label without what its bearer does meanwhile: `Ana (laughs)` is `Ana`, who begins with `(laughs)`. */
export function splitStageDirection(label: string): { readonly speaker: string; readonly direction: string } {
  const found = STAGE_DIRECTION.exec(label)
  return found ? { speaker: found[1]!, direction: found[2]! } : { speaker: label, direction: '' }
}

/** What is said after a label, with the label's stage direction before it. */
export function withDirection(direction: string, said: string): string {
  return direction === '' || said === '' || /[）］]$/.test(direction) ? direction + said : `${direction} ${said}`
}

const STAGE_DIRECTION =
  /^(\S.{0,50}?)\s{0,3}([([（［](?:laugh|chuckl|giggl|sigh|cough|cry|crying|sobb|whisper|shout|yell|sing|smil|nod|paus|gestur|point(?:s|ing)|interrupt|continu|cont[’']?d|inaudible|unintelligible|crosstalk|overlapping|jok(?:es|ing)|applau|off[ -](?:mic|camera|screen)|on (?:the )?(?:phone|screen)|voice-?over|via |through |in [A-Z][a-z]+[)\]]|reading|speaking|笑|大笑|苦笑|掌|鼓掌|沉默|停|嘆|叹)[^()[\]（）［］]{0,40}[)\]）］])$/iu

/** Whether a label names somebody even where it stands alone in a file: a first and a last name, or a numbered speaker. */
export function isFullName(label: string): boolean {
  return looksLikeName(label) && (NUMBERED.test(label) || /\S \S/.test(bare(label)) || HAS_CJK.test(label))
}

/**
 * Which of the labels found in a file are its speakers, decided over the whole file: either nearly every block (cue,
 * paragraph or line) starts with one, or some that look like names come back again and again. Empty when the colons
 * of the file are only prose. `known` are names that the file itself lists as its speakers.
 */
export function chooseLabels(
  labels: readonly string[],
  blocks: number,
  known: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  const names = labels.filter(looksLikeName).length
  const coverage = Math.min(1, labels.length / Math.max(1, blocks))
  const nameCoverage = Math.min(1, names / Math.max(1, blocks))
  const everywhere = coverage >= 0.9 && labels.length >= 20

  // `Bekah` and `Bekah Weigel`, `CDR` and `CDR (EAGLE)` are one name that comes back.
  const families = new Map<string, number>()
  for (const label of labels) families.set(firstWord(label), (families.get(firstWord(label)) ?? 0) + 1)

  const strong = new Set<string>()
  let occurrences = 0
  for (const [label, count] of counts) {
    const name = looksLikeName(label)
    if (
      known.has(label) ||
      (name && (count >= 2 || families.get(firstWord(label))! >= 2)) ||
      (count >= 3 && coverage >= 0.3 && !isProse(label))
    ) {
      strong.add(label)
      occurrences += count
    }
  }
  const enough = occurrences >= 3 && occurrences / Math.max(1, blocks) >= 0.02 && occurrences >= names / 2
  const few = names >= 2 && (nameCoverage >= 0.6 || (coverage >= 0.9 && names * 2 >= labels.length))
  const alone =
    blocks <= 2 && names === labels.length && labels.some((label) => NUMBERED.test(label) || / /.test(bare(label)))
  if (!(enough || few || everywhere || alone)) return new Set()

  const chosen = new Set(strong)
  for (const label of counts.keys()) {
    const fullName = / /.test(bare(label)) || NUMBERED.test(label) || /^[^\p{Ll}]+$/u.test(label)
    if (everywhere && !isProse(label)) chosen.add(label)
    else if (looksLikeName(label) && (fullName || nameCoverage >= 0.5 || abbreviates(label, strong))) chosen.add(label)
  }
  return chosen
}

function isProse(label: string): boolean {
  return NOT_NAMES.has(label.toLowerCase()) || label.split(/\s+/).length > 6
}

/** `Shaun Apps（SA）` goes with `SA`. */
function abbreviates(label: string, strong: ReadonlySet<string>): boolean {
  const short = /[(（]([^()（）]+)[)）]$/u.exec(label)?.[1]
  return short !== undefined && strong.has(short)
}

function firstWord(label: string): string {
  return label.split(/[\s(（]/, 1)[0]!
}

/** A label without what stands in brackets after it. */
function bare(label: string): string {
  return label.replace(/(?:\s*[([（][^()[\]（）]*[)\]）]){1,3}$/u, '') || label
}
