import { describe, expect, it } from 'vitest'
import { say } from '../../../../shared/domain/messages/message'
import type { UnderstoodFile } from '../../../../shared/domain/import-preview'
import type { SourceId } from '../../../../shared/domain/ids'
import {
  draftsOf,
  type FileDraft,
  type GivenPreview,
  isEdited,
  knownPeople,
  leftOutcomes,
  obstacleOf,
  requestOf,
  statusOf,
  withPerson,
  withPreview,
} from '../../../../renderer/features/library/import/draft'
import { aListedSource, aSpeaker } from '../a-source'

function understood(name: string, given: Partial<UnderstoodFile> = {}): GivenPreview & UnderstoodFile {
  return {
    kind: 'understood',
    file: { token: `token of ${name}`, name },
    name,
    within: null,
    format: 'vtt',
    encoding: 'utf-8',
    encodingUncertain: false,
    encodingCandidates: [],
    encodingSamples: [],
    language: 'en',
    title: name.replace(/\..*$/, ''),
    date: null,
    speakers: [
      { label: 'SPEAKER_00', turns: 3 },
      { label: 'Ada', turns: 2 },
    ],
    turns: 5,
    cues: 9,
    words: 120,
    firstTime: 0,
    lastTime: 60,
    sample: [],
    notes: [],
    media: null,
    duplicateOf: null,
    ...given,
  }
}

const doubtful = understood('café.txt', {
  encoding: 'windows-1257',
  encodingUncertain: true,
  encodingCandidates: ['windows-1257', 'windows-1252'],
})
const known = understood('known.srt', { duplicateOf: 's1' as SourceId })
const refused: GivenPreview = {
  kind: 'failed',
  file: { token: 'token of noise.vtt', name: 'noise.vtt' },
  name: 'noise.vtt',
  within: 'week.zip',
  code: 'not-text',
  text: say('bytes-in-no-encoding'),
  adviceText: say('choose-transcript-encoding'),
}

const only = (preview: GivenPreview): FileDraft => draftsOf([preview])[0]!

describe('what is included', () => {
  it('is what can be stored: not what failed, and not what is in the library already', () => {
    const drafts = draftsOf([understood('a.vtt'), known, refused, doubtful])
    expect(drafts.map(({ isIncluded }) => isIncluded)).toEqual([true, false, false, true])
    expect(drafts.map(statusOf)).toEqual(['ready', 'duplicate', 'failed', 'unanswered'])
  })

  it('is a file once, also when it was given twice', () => {
    expect(draftsOf([understood('a.vtt'), understood('a.vtt')])).toHaveLength(1)
  })

  it('takes in a file that another format made readable', () => {
    const again = withPreview(only(refused), understood('noise.vtt'))
    expect(again.isIncluded).toBe(true)
  })

  it('does not take in again what the user left out', () => {
    const left = { ...only(understood('a.vtt')), isIncluded: false }
    expect(withPreview(left, understood('a.vtt', { format: 'srt' })).isIncluded).toBe(false)
  })
})

describe('what an import waits for', () => {
  it('is nothing when every file is clear', () => {
    expect(obstacleOf(draftsOf([understood('a.vtt'), known, refused]))).toBeNull()
  })

  it('is an answer about an uncertain encoding, until one is named', () => {
    const draft = only(doubtful)
    expect(obstacleOf([draft])).toMatchObject({ kind: 'unanswered', count: 1 })
    expect(obstacleOf([{ ...draft, reading: { encoding: 'windows-1257' } }])).toBeNull()
    expect(obstacleOf([only(understood('a.vtt')), { ...draft, isIncluded: false }])).toBeNull()
  })

  it('is a language that can be stored', () => {
    const draft = { ...only(understood('a.vtt')), edits: { language: 'English (UK)' } }
    expect(obstacleOf([draft])).toMatchObject({ kind: 'language', draft: { file: { name: 'a.vtt' } } })
  })

  it('is something to import, and it says when everything is there already', () => {
    expect(obstacleOf(draftsOf([refused]))).toEqual({ kind: 'nothing' })
    expect(obstacleOf(draftsOf([known]))).toEqual({ kind: 'duplicates' })
  })

  it('is a file that is being looked at again', () => {
    expect(obstacleOf([{ ...only(understood('a.vtt')), isReading: true }])).toMatchObject({ kind: 'reading' })
  })
})

describe('what an import is asked for', () => {
  it('names the file alone when nothing was changed', () => {
    expect(requestOf(draftsOf([understood('a.vtt'), known, refused]))).toEqual([
      { token: 'token of a.vtt', name: 'a.vtt' },
    ])
  })

  it('holds what the user entered, and the understood title where none was left', () => {
    const draft = withPerson(only(understood('a.vtt')), 'SPEAKER_00', { name: ' Grace Hopper ', affiliation: ' Navy ' })
    const edits = { title: ' The hearing ', date: '', language: ' en-GB ', tier: 'alias', media: false } as const
    expect(requestOf([{ ...draft, edits, reading: { encoding: 'gb18030' } }])).toEqual([
      {
        token: 'token of a.vtt',
        name: 'a.vtt',
        encoding: 'gb18030',
        title: 'The hearing',
        date: null,
        language: 'en-GB',
        tier: 'alias',
        media: false,
        speakers: [{ label: 'SPEAKER_00', name: 'Grace Hopper', affiliation: 'Navy' }],
      },
    ])
    expect(requestOf([{ ...draft, people: new Map(), edits: { title: '  ' } }])).toEqual([
      { token: 'token of a.vtt', name: 'a.vtt' },
    ])
  })

  it('leaves out a name that is the label, and one whose label the file no longer has', () => {
    const named = withPerson(only(understood('a.vtt')), 'Ada', { name: 'Ada', affiliation: '' })
    const gone = withPerson(named, 'ГОСТЬ', { name: 'Guest', affiliation: '' })
    expect(requestOf([gone])).toEqual([{ token: 'token of a.vtt', name: 'a.vtt' }])
  })
})

it('keeps what was entered, and the encodings on offer, when a file is looked at again', () => {
  const named = withPerson(only(doubtful), 'Ada', { name: 'Ada Lovelace', affiliation: '' })
  const again = withPreview({ ...named, edits: { title: 'Café' } }, understood('café.txt'))
  expect(again.edits).toEqual({ title: 'Café' })
  expect(again.people.get('Ada')?.name).toBe('Ada Lovelace')
  expect(again.candidates).toEqual(['windows-1257', 'windows-1252'])
  expect([only(doubtful), again].map(isEdited)).toEqual([false, true])
})

it('reports what an import was not asked for because it cannot be stored', () => {
  const skipped = [{ name: 'photo.jpg', within: 'week.zip', reason: say('skipped-extension') }]
  expect(leftOutcomes(draftsOf([understood('a.vtt'), known, refused]), skipped)).toEqual([
    { kind: 'skipped', file: 'known.srt', reason: say('skipped-present'), sourceId: 's1' },
    {
      kind: 'failed',
      file: 'noise.vtt',
      code: 'not-text',
      message: 'The file is not text that can be read: its bytes are in no encoding that is known',
      text: say('bytes-in-no-encoding'),
      adviceText: say('choose-transcript-encoding'),
    },
    { kind: 'skipped', file: 'photo.jpg', reason: say('skipped-extension'), sourceId: null },
  ])
})

describe('the people that are offered', () => {
  const source = (importedAt: string, affiliation: string | null) =>
    aListedSource({ id: importedAt, importedAt, speakers: [aSpeaker('Grace', affiliation), aSpeaker('Speaker 1')] })

  it('are those of the library and of the files at hand, without the numbers that programs give', () => {
    const drafts = [withPerson(only(understood('a.vtt')), 'SPEAKER_00', { name: 'Mary', affiliation: 'Bletchley' })]
    const people = knownPeople([source('2026-01-01', 'Navy')], drafts)
    expect([...people]).toEqual([
      ['Grace', 'Navy'],
      ['Ada', ''],
      ['Mary', 'Bletchley'],
    ])
  })

  it('have the affiliation of the source that was imported last', () => {
    const people = knownPeople([source('2026-02-01', 'Univac'), source('2026-01-01', 'Navy')], [])
    expect(people.get('Grace')).toBe('Univac')
  })
})
