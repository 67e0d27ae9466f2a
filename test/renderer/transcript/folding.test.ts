import { describe, expect, it, vi } from 'vitest'
import { splitIntoBlocks } from '../../../renderer/features/transcript/document/blocks'
import { Folding } from '../../../renderer/features/transcript/document/folding'
import { estimateHeights } from '../../../renderer/features/transcript/document/heights'
import { buildDocument } from '../../../renderer/features/transcript/document/nodes'
import type { SpeakerId } from '../../../shared/domain/ids'
import { aTranscript } from './a-transcript'

const [ada, bo] = ['ada', 'bo'] as SpeakerId[]
const { text, turns } = aTranscript(
  ['ada', 'Good evening.\n\nWe begin.'],
  ['bo', 'Thank you.\n\nI have two points.'],
  ['ada', 'Go on.'],
  ['bo', 'The first is money.'],
)
const document = buildDocument(text, splitIntoBlocks(text, turns))
const shown = (folding: Folding) => document.blocks.map((block) => folding.stateOf(block))

describe('folding a speaker', () => {
  it('leaves one line of each of their turns', () => {
    const folding = new Folding(document, turns, [bo!])
    expect(shown(folding)).toEqual(['open', 'open', 'line', 'hidden', 'open', 'line'])
  })

  it('can be undone turn by turn, until they are folded again', () => {
    const folding = new Folding(document, turns, [])
    const heard = vi.fn<() => void>()
    folding.onFolded(heard)
    folding.setSpeakers(new Set([bo!]))
    folding.open(1)
    expect(shown(folding)).toEqual(['open', 'open', 'open', 'open', 'open', 'line'])
    folding.setSpeakers(new Set([ada!, bo!]))
    expect(shown(folding)).toEqual(['line', 'hidden', 'open', 'open', 'line', 'line'])
    folding.setSpeakers(new Set())
    folding.setSpeakers(new Set([bo!]))
    expect(shown(folding)).toEqual(['open', 'open', 'line', 'hidden', 'open', 'line'])
    expect(heard).toHaveBeenCalledTimes(5)
  })

  it('says nothing when a turn is open already', () => {
    const folding = new Folding(document, turns, [bo!])
    const heard = vi.fn<() => void>()
    folding.onFolded(heard)
    folding.open(0)
    expect(heard).not.toHaveBeenCalled()
  })

  it('takes a folded turn for one line high, and what is hidden for nothing', () => {
    const metrics = { width: 500, fontSize: 18, lineHeight: 30, blockGap: 12, turnGap: 26 }
    const height = (folded: SpeakerId[]) =>
      estimateHeights(document, metrics, 'en', false, new Folding(document, turns, folded)).reduce((a, b) => a + b)
    expect(height([])).toBe(4 * (30 + 26) + 2 * (30 + 12))
    expect(height([bo!])).toBe(4 * (30 + 26) + (30 + 12))
  })

  it('hides a section of which nothing is left', () => {
    const long = aTranscript(['ada', 'Hello.'], ['bo', Array.from({ length: 60 }, () => 'A point.').join('\n\n')])
    const speech = buildDocument(long.text, splitIntoBlocks(long.text, long.turns))
    const folding = new Folding(speech, long.turns, [bo!])
    // The first holds what Ada says, and the line that is left of Bo's turn.
    expect(speech.sections.length).toBeGreaterThan(3)
    expect(speech.sections.map(({ index }) => folding.hides(index))).toEqual(
      speech.sections.map(({ index }) => index > 0),
    )
  })
})
