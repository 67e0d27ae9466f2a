import { expect, it } from 'vitest'
import { act } from '../../../electron/core/store/act'
import { insertPassage, setSpans, setTranslation } from '../../../electron/core/store/passages'
import type { WritableDatabase } from '../../../electron/core/store/sql'
import { findTranslatedElsewhere } from '../../../electron/core/store/translated-elsewhere'
import type { TranslationState } from '../../../shared/domain/passage'
import { aSource } from '../../builders'
import { temporaryProject } from '../temporary-project'

it('offers what the same words were translated as in other passages, finished translations first', () => {
  const db = temporaryProject()
  const first = aSource(db, [['Ada', 'Trees talk. They do not think.']], { title: 'one' })
  const second = aSource(db, [['Bob', 'So she says: Trees talk. And then?']], { title: 'two' })
  const write = <T>(work: (db: WritableDatabase) => T): T => act(db, 'test', work)
  const mark = (sourceId: typeof first, ...ranges: { start: number; end: number }[]) =>
    write((writable) => insertPassage(writable, { sourceId, ranges }))
  const translate = (id: ReturnType<typeof mark>, text: string, state: TranslationState, language = 'zh') =>
    write((writable) => setTranslation(writable, id, { language, text, state }))
  const talk = mark(first, { start: 0, end: 11 })
  const offered = (language: string) => findTranslatedElsewhere(db, { id: talk, language }).map(({ text }) => text)
  expect(offered('zh')).toEqual([])

  const again = mark(second, { start: 13, end: 24 })
  const longer = mark(second, { start: 13, end: 24 }, { start: 25, end: 34 })
  const once = mark(first, { start: 0, end: 11 })
  const old = mark(second, { start: 13, end: 24 })
  translate(again, '树在说话。', 'draft')
  translate(longer, '树在说话……然后呢？', 'done')
  translate(once, '树会说话。', 'done', 'zh-Hans')
  translate(once, 'Bäume reden.', 'done', 'de')
  translate(old, '旧译', 'stale')
  expect(offered('zh')).toEqual(['树会说话。', '树在说话。'])
  expect(offered('de')).toEqual(['Bäume reden.'])

  translate(old, '树会说话。', 'done')
  expect(offered('zh')).toEqual(['树会说话。', '树在说话。'])
  write((writable) => setSpans(writable, talk, [{ start: 0, end: 5 }]))
  expect(offered('zh')).toEqual([])
})
