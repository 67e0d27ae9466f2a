import type { ImportNote, ImportReport } from '../../../../shared/domain/project'
import { translate } from '../../../i18n'
import { tell, tellNote } from '../../../tell'
import { failureOf } from './names'

/** How many files were imported, skipped and refused, in one line. */
export function summaryOf(report: ImportReport): string {
  const count = (wanted: string) => report.outcomes.filter(({ kind }) => kind === wanted).length
  const parts = [
    translate('import:report.countImported', { count: count('imported') }),
    ...(count('skipped') > 0 ? [translate('import:report.countSkipped', { count: count('skipped') })] : []),
    ...(count('failed') > 0 ? [translate('import:report.countFailed', { count: count('failed') })] : []),
    ...(report.cancelled ? [translate('import:report.cancelled')] : []),
  ]
  return parts.join(' · ')
}

/** A report as lines of text: one a file, and below it what was noted while it was read. */
export function reportText(report: ImportReport): string {
  const lines = report.outcomes.flatMap((outcome) => {
    const head = labelled(translate(`import:report.${outcome.kind}`), outcome.file)
    switch (outcome.kind) {
      case 'imported':
        return [head, ...noteLines(outcome.notes)]
      case 'skipped':
        return [`${head} — ${outcome.sourceId === null ? tell(outcome.reason) : translate('import:report.already')}`]
      case 'failed': {
        const { title, detail } = failureOf(outcome)
        return [`${head} — ${title}: ${detail}`]
      }
    }
  })
  return [summaryOf(report), ...lines, ''].join('\n')
}

/** Notes as lines of text, indented below what they are about. */
export function noteLines(notes: readonly ImportNote[]): string[] {
  return notes.map((note) => {
    const { text } = tellNote(note)
    return note.line === null ? `  ${text}` : `  ${labelled(translate('import:notes.line', { line: note.line }), text)}`
  })
}

function labelled(label: string, text: string): string {
  return translate('import:report.labelled', { label, text })
}
