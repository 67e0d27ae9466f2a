import { describe, expect, it } from 'vitest'
import { renderReport } from '../../../electron/core/verify/render-report'
import { verifyDraft, type DraftSource } from '../../../electron/core/verify/verify-draft'

/** A transcript of turns, each a speaker (or nobody) and what they say. */
function aTranscript(
  file: string,
  title: string | null,
  said: readonly (readonly [string | null, string])[],
): DraftSource {
  let text = ''
  const turns = said.map(([speaker, words]) => {
    const start = text === '' ? 0 : text.length + 2
    text += `${text === '' ? '' : '\n\n'}${words}`
    return { speaker, start, end: text.length }
  })
  return { file, title, text, turns }
}

const interview = aTranscript('general-intuition.vtt', 'World Models & General Intuition', [
  ['Alessio', 'The team is small on purpose. Right?'],
  [
    'Pim De Witte',
    'Our bet is not that we can transfer to higher\nDOF robots. But the key is that the robot has gaming inputs. Yes, totally.',
  ],
])
const agents = aTranscript('video-agents.whisper.json', null, [
  ['Swyx', 'Yes, totally. What did you learn?'],
  [
    'Ethan He',
    'The visual intelligence is mostly coming from language. The cat is not moving… because you didn’t describe it.',
  ],
])
const unlabelled = aTranscript('genie-3.srt', 'Genie 3', [
  [null, 'There is something when it responds immediately that is magical.'],
])
const roles = aTranscript('andon.txt', 'Andon Labs', [['Speaker 2', 'The models are absolutely horrible at this.']])
const sources = [interview, agents, unlabelled, roles]

const check = (draft: string) => verifyDraft(draft, sources).quotes
const brief = (draft: string) =>
  check(draft).map(({ status, source, speaker, speakerMatches }) => ({ status, source, speaker, speakerMatches }))

describe('a quote of a draft', () => {
  it('is found in the source that its attribution names, with who says it', () => {
    expect(
      check(
        '"But the key is that the robot has gaming inputs."\nPim De Witte (General Intuition) · World Models & General Intuition',
      ),
    ).toEqual([
      {
        id: null,
        sourceId: null,
        source: 'general-intuition.vtt',
        text: 'But the key is that the robot has gaming inputs.',
        status: 'exact',
        fragments: [
          {
            text: 'But the key is that the robot has gaming inputs.',
            status: 'exact',
            start: 96,
            end: 144,
            expected: null,
            diff: [],
          },
        ],
        speaker: 'Pim De Witte',
        attributedTo: 'Pim De Witte',
        speakerMatches: true,
        expected: null,
        line: 1,
      },
    ])
  })

  it('may leave words out, and an ellipsis of the transcript is none', () => {
    expect(
      brief('> "Our bet is not that we can transfer … the key is that the robot has gaming inputs."')[0]?.status,
    ).toBe('exact')
    expect(check('> "The cat is not moving… because you didn\'t describe it."')[0]).toMatchObject({
      status: 'normalised',
      fragments: [{ text: "The cat is not moving… because you didn't describe it." }],
    })
    expect(
      check('> "The visual intelligence […] from language."')[0]?.fragments.map((fragment) => fragment.text),
    ).toEqual(['The visual intelligence', 'from language.'])
  })

  it('whose fragments stand in two sources is in neither', () => {
    expect(brief('"Our bet is not that we can transfer … The cat is not moving"')[0]?.status).toBe('missing')
  })

  it('is found although its attribution names a title that no source has', () => {
    expect(
      brief(
        '"The visual intelligence is mostly coming from language."\nEthan He (xAI) · Why Video Agent models are next',
      ),
    ).toEqual([{ status: 'exact', source: 'video-agents.whisper.json', speaker: 'Ethan He', speakerMatches: true }])
  })

  it('that stands in another source than the one that is named is missing there', () => {
    expect(brief('"The visual intelligence is mostly coming from language."\n— Genie 3')).toEqual([
      { status: 'missing', source: 'genie-3.srt', speaker: null, speakerMatches: true },
    ])
  })

  it('attributed to somebody who does not say it does not match', () => {
    expect(brief('"The team is small on purpose."\nPim De Witte · World Models & General Intuition')).toEqual([
      { status: 'exact', source: 'general-intuition.vtt', speaker: 'Alessio', speakerMatches: false },
    ])
  })

  it.each(['— PIM DE WITTE', '— De Witte, General Intuition', '- Pim de Witte (GI) · Some talk'])(
    'names its speaker loosely: %s',
    (line) => {
      expect(brief(`"The robot has gaming inputs."\n${line}`)[0]?.speakerMatches).toBe(true)
    },
  )

  it('said by nobody, or by a role, may be anyone’s', () => {
    expect(
      brief('"There is something when it responds immediately that is magical."\n— Jack Parker')[0]?.speakerMatches,
    ).toBe(true)
    expect(
      brief('"The models are absolutely horrible at this."\n— Lukas Petersson · Andon Labs')[0]?.speakerMatches,
    ).toBe(true)
  })

  it('said by several is taken from who is named', () => {
    expect(brief('"Yes, totally."\n— Pim De Witte')[0]).toMatchObject({
      source: 'general-intuition.vtt',
      speakerMatches: true,
    })
    expect(brief('"Yes, totally."\n— Swyx')[0]).toMatchObject({
      source: 'video-agents.whisper.json',
      speakerMatches: true,
    })
  })

  it('with a word changed is altered, and only that one', () => {
    const draft =
      '"The visual intelligence is mainly coming from language."\n\nProse.\n\n"The team is small on purpose."'
    expect(check(draft).map((quote) => [quote.line, quote.status, quote.expected])).toEqual([
      [1, 'altered', 'The visual intelligence is mostly coming from language.'],
      [5, 'exact', null],
    ])
  })

  it('is not followed by a heading for an attribution', () => {
    const draft = '"The team is small on purpose."\n\n阵营 B · 数据派\n\n"Right?"\n\n— which nobody answered'
    expect(check(draft).map((quote) => [quote.attributedTo, quote.speakerMatches])).toEqual([
      [null, true],
      [null, true],
    ])
  })
})

it('reports for people what stands, what differs and who said it', () => {
  const draft =
    '"The team is small on purpose."\n— Pim De Witte\n\n"The visual intelligence is mainly coming from language."\n\nAnd:\n\n"Forecasters expect heavy rain."\n\nAnd:\n\n"Right?"'
  expect(renderReport(verifyDraft(draft, sources))).toBe(
    [
      'FAIL line 1 · exact · general-intuition.vtt',
      '     The team is small on purpose.',
      '     said by Alessio, not by Pim De Witte',
      'FAIL line 4 · altered · video-agents.whisper.json',
      '     The visual intelligence is mainly coming from language.',
      '     changed: The visual intelligence is [-mainly-]{+mostly+} coming from language.',
      '     the source says: The visual intelligence is mostly coming from language.',
      'FAIL line 8 · missing · in no source',
      '     Forecasters expect heavy rain.',
      '     missing: Forecasters expect heavy rain.',
      'ok   line 12 · exact · general-intuition.vtt',
      '     Right?',
      '4 quotes: 2 exact, 1 altered, 1 missing',
      '',
    ].join('\n'),
  )
})

it('takes the attribution on the line of a block quote', () => {
  const [quote] = verifyDraft(
    '> “The team is small on purpose.” — Alessio, World Models & General Intuition',
    sources,
  ).quotes
  expect(quote).toMatchObject({ status: 'exact', attributedTo: 'Alessio', speakerMatches: true })
})
