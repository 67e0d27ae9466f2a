import { expect, it } from 'vitest'
import { NoteList } from '../../../electron/core/import/note-list'
import { say } from '../../../shared/domain/messages/message'

const messagesOf = (notes: NoteList) => notes.toNotes().map(({ line, message }) => [line, message])

it('has one note for each kind, which names its first lines, in the order of the file', () => {
  const notes = new NoteList()
  for (const line of [8, 20, 31, 44, 52, 60]) notes.add(say('cue-tags'), line)
  notes.add(say('cue-without-text'), 4)
  notes.add(say('dialogue-order'))
  expect(messagesOf(notes)).toEqual([
    [null, 'the dialogue was put in the order of its times'],
    [4, 'left out a cue without text'],
    [8, 'left out formatting tags of a cue (6 times: lines 8, 20, 31, 44, 52 …)'],
  ])
})

it('keeps notes apart whose values differ', () => {
  const notes = new NoteList()
  notes.add(say('no-speech-block', { name: 'NOTE' }), 3)
  notes.add(say('no-speech-block', { name: 'STYLE' }), 5)
  notes.add(say('no-speech-block', { name: 'NOTE' }), 9)
  expect(messagesOf(notes)).toEqual([
    [3, 'left out what is not speech: a NOTE block (2 times: lines 3, 9)'],
    [5, 'left out what is not speech: a STYLE block'],
  ])
})

it('counts segments where lines say nothing', () => {
  const notes = new NoteList()
  notes.addAt(say('segment-without-text'), 'segment', 3)
  notes.addAt(say('segment-ends-early'), 'segment', 5)
  notes.addAt(say('segment-ends-early'), 'segment', 6)
  expect(messagesOf(notes)).toEqual([
    [null, 'left out a segment without text (segment 3)'],
    [null, 'a segment ends before it starts (2 times: segments 5, 6)'],
  ])
})

it('keeps what is said for any language beside its English', () => {
  const notes = new NoteList()
  notes.add(say('bytes-not-in-encoding', { encoding: 'big5' }), 7)
  expect(notes.toNotes()).toEqual([
    {
      line: 7,
      message: 'some bytes are not in the encoding big5',
      text: { code: 'bytes-not-in-encoding', params: { encoding: 'big5' } },
    },
  ])
})
