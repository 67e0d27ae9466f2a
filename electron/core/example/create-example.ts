import { rmSync } from 'node:fs'
import hearing from '../../../assets/example/transcripts/council-hearing.txt?raw'
import radio from '../../../assets/example/transcripts/radio-call-in.md?raw'
import podcast from '../../../assets/example/transcripts/the-desk-podcast.vtt?raw'
import bundle from '../../../assets/example/bundle.json'
import { parseBundle } from '../../../shared/bundle'
import type { UiLanguage } from '../../../shared/domain/language'
import { writeBundle } from '../bundle/apply-bundle'
import { planBundle } from '../bundle/plan-bundle'
import { createProject } from '../create-project'
import { toSource } from '../import/import-sources'
import type { ProjectDatabase } from '../store/database'
import { insertSource } from '../store/sources'

const TRANSCRIPTS = [
  { name: 'the-desk-podcast.vtt', text: podcast },
  { name: 'council-hearing.txt', text: hearing },
  { name: 'radio-call-in.md', text: radio },
]

const TITLES: Readonly<Record<UiLanguage, string>> = { en: 'Example: library fines', zh: '示例：图书馆罚款' }

/**
 * Makes the example project: three short transcripts, and a review of them in English and in Chinese. Its review in
 * `language` comes first. It is where undo begins: nothing of it can be undone away.
 */
export function createExample(path: string, language: UiLanguage): ProjectDatabase {
  const db = createProject(path, { title: TITLES[language], language })
  try {
    db.transaction((writable) => {
      for (const { name, text } of TRANSCRIPTS) insertSource(writable, toSource(new TextEncoder().encode(text), name))
      const { reviews, ...rest } = parseBundle(bundle)
      const ordered = [...reviews].sort((a, b) => Number(b.language === language) - Number(a.language === language))
      writeBundle(writable, planBundle(writable, { ...rest, reviews: ordered }))
    })
    return db
  } catch (error) {
    db.close()
    rmSync(path, { force: true })
    throw error
  }
}
