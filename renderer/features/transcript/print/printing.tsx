import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatTime } from '../../../i18n'
import { useCommands } from '../../../ui/commands'
import { usePaper } from '../../../ui/use-paper'
import type { CampChoice } from '../camps'
import { carriedDrawing } from '../correction/carried-drawing'
import { useTranscript } from '../transcript-context'
import { useFacts } from '../transcript-header'
import { printSheet } from './print-sheet'

export interface PrintingProps {
  readonly camps: readonly CampChoice[]
  readonly keepsLines: boolean
}

/** Puts the whole transcript on paper, also when the program's own menu prints the page. */
export const Printing = memo(function Printing({ camps, keepsLines }: PrintingProps) {
  const { t } = useTranslation('transcript')
  const { source, turns, speakers, view, drawings, corrections } = useTranscript()
  const facts = useFacts(source)

  usePaper(() =>
    printSheet({
      title: source.title,
      facts,
      language: source.language,
      keepsLines,
      camps,
      document: view.document,
      headOf: (index) => {
        const turn = turns[index]
        const speaker = turn?.speakerId ? speakers.get(turn.speakerId) : undefined
        const goesOn = index > 0 && turns[index - 1]?.speakerId === turn?.speakerId
        const time = turn && turn.startTime !== null ? formatTime(turn.startTime) : null
        return { name: speaker && !goesOn ? speaker.name : null, time }
      },
      contentOf: (block) => {
        const stored = corrections.storedText(block)
        const edits = corrections.of(block)
        if (edits.length === 0) return { text: stored, segments: drawings.index.of(block) }
        return {
          text: corrections.textOf(block),
          segments: carriedDrawing(drawings.of(block), stored, edits).segments,
        }
      },
    }),
  )
  useCommands([
    {
      id: 'transcript.print',
      title: t('commands.print'),
      group: t('commands.group'),
      keys: '$mod+p',
      whileTyping: true,
      run: () => window.print(),
    },
  ])
  return null
})
