/** Labels that say what somebody does in a talk, not who they are. */
const ROLES = new Set(
  (
    'speaker spk spkr guest host cohost interviewer interviewee moderator participant unknown narrator announcer ' +
    'questioner answerer question answer audience member male female voice man woman q a 发言人 说话人 說話人 主持人 主持 ' +
    '嘉宾 嘉賓 来宾 來賓 受访者 受訪者 采访者 採訪者 訪談者 访谈者 记者 記者 讲者 講者 问 答 問 未知 旁白'
  ).split(' '),
)

const HONORIFICS = new Set(
  'mr mrs ms miss dr prof professor sir dame lord rep representative sen senator hon honorable the chair chairman'.split(
    ' ',
  ),
)

/** A person's name in words that compare: lower case, without affiliation, honorifics, accents and punctuation. */
function wordsOf(name: string): string[] {
  const words = name
    .replace(/[（(【[][^)）】\]]*(?:[)）】\]]|$)/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const bare = words.filter((word) => !HONORIFICS.has(word))
  return bare.length > 0 ? bare : words
}

/** Whether a label names a role or a number (`Speaker 2`, `SPEAKER_00`, `Guest`, `主持人`), so that nobody can be told by it. */
export function isGenericSpeaker(label: string): boolean {
  const words = wordsOf(label).map((word) => word.replace(/\d+$/, ''))
  return words.every((word) => word === '' || ROLES.has(word) || (word.length === 1 && /[a-z]/.test(word)))
}

/**
 * Whether two names may be one person's: equal but for case, accents, affiliation and honorifics, or one is part of the
 * other (`Vinyals`, `Oriol Vinyals`), or its initials. A generic label may be anybody's.
 */
export function mayBeSamePerson(a: string, b: string): boolean {
  if (isGenericSpeaker(a) || isGenericSpeaker(b)) return true
  const [short, long] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length) as [string[], string[]]
  if (short.every((word) => long.includes(word))) return true
  if (short.join('') === long.join('')) return true
  return short.length === 1 && long.length > 1 && short[0] === long.map((word) => word[0]).join('')
}
