import { expect, it } from 'vitest'
import { carriedDrawing } from '../../../../renderer/features/transcript/correction/carried-drawing'
import { Corrections } from '../../../../renderer/features/transcript/correction/corrections'
import { splitIntoBlocks } from '../../../../renderer/features/transcript/document/blocks'
import { buildDocument } from '../../../../renderer/features/transcript/document/nodes'
import { findAll, Hits, patternOf } from '../../../../renderer/features/transcript/find/find-in-text'
import { shownText } from '../../../../renderer/features/transcript/find/shown-text'
import { Drawings } from '../../../../renderer/features/transcript/passages/drawing'
import { aTranscript } from '../a-transcript'

it('what is typed is found; it stays in its place while more is typed, until it is looked for again', () => {
  const { text, turns } = aTranscript('The bus is late.', 'Which bus?', 'The last bus.')
  const document = buildDocument(text, splitIntoBlocks(text, turns))
  const corrections = new Corrections(text, document.blocks)
  const drawings = new Drawings(document.blocks)
  const find = (query: string) => {
    const shown = shownText(document, corrections)
    const wanted = { query, matchCase: false, wholeWord: false, isPattern: false }
    drawings.setFound({ shown, hits: new Hits(findAll(shown.text, patternOf(wanted))), current: 0 })
  }
  const painted = () =>
    document.blocks.map(({ index }) => {
      const drawing = carriedDrawing(drawings.of(index), corrections.storedText(index), corrections.of(index))
      return drawing.hits.map(({ from, to }) => `${from} ${corrections.textOf(index).slice(from, to)}`)
    })

  find('bus')
  expect(painted()).toEqual([['4 bus'], ['6 bus'], ['9 bus']])
  // 'The night bus is late.', 'Which tram?'
  corrections.record(0, { start: 4, end: 4, text: 'night ' })
  corrections.record(1, { start: 6, end: 9, text: 'tram' })
  expect(painted()).toEqual([['10 bus'], ['6 tram'], ['9 bus']])
  find('night bus')
  expect(painted()).toEqual([['4 night bus'], [], []])
  find('tram')
  expect(painted()).toEqual([[], ['6 tram'], []])
  corrections.record(1, { start: 0, end: 0, text: 'But ' })
  find('tram')
  expect(painted()).toEqual([[], ['10 tram'], []])
  find('bus')
  expect(painted()).toEqual([['10 bus'], [], ['9 bus']])
})
