import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnderstoodFile } from '../../../../shared/domain/import-preview'
import { attempt, invoke, shell } from '../../../api'
import { Button } from '../../../ui/button'
import type { FileDraft } from './draft'
import styles from './encoding-question.module.css'
import { excerptOf } from './excerpt'
import { encodingName } from './names'

export interface EncodingQuestionProps {
  readonly draft: FileDraft
  readonly onAnswer: (encoding: string) => void
}

/** How many encodings are shown with their text; the list of all is under Encoding. */
const SHOWN = 6

/** Asks in which encoding a file is, by how its text looks in each. */
export function EncodingQuestion({ draft, onAnswer }: EncodingQuestionProps) {
  const { t } = useTranslation('import')
  const { file, reading, preview } = draft
  const group = useId()
  const guess = preview.kind === 'understood' ? preview.encoding : ''
  const [chosen, setChosen] = useState(guess)
  const shown = [guess, ...draft.candidates.filter((encoding) => encoding !== guess)].slice(0, SHOWN)
  const samples = useSamples(file.token, file.name, reading.format, shown)

  return (
    <form
      className={styles['question']}
      aria-label={t('question.heading')}
      onSubmit={(event) => {
        event.preventDefault()
        onAnswer(chosen)
      }}
    >
      <h3 className={styles['heading']}>{t('question.heading')}</h3>
      <p className={styles['text']}>{t('question.text')}</p>
      <div role="radiogroup" aria-label={t('question.heading')} className={styles['options']}>
        {shown.map((encoding) => {
          const sample = samples?.get(encoding)
          return (
            <label key={encoding} className={styles['option']}>
              <input
                type="radio"
                name={group}
                value={encoding}
                checked={chosen === encoding}
                onChange={() => setChosen(encoding)}
              />
              <span className={styles['answer']}>
                <span className={styles['encoding']}>{encodingName(encoding)}</span>
                {sample ? (
                  <span className={styles['sample']} lang={sample.language}>
                    {excerptOf(sample.sample)}
                  </span>
                ) : (
                  <span className={styles['none']}>
                    {samples === null ? t('question.reading') : t('question.unreadable')}
                  </span>
                )}
              </span>
            </label>
          )
        })}
      </div>
      <Button type="submit" variant="primary">
        {t('question.answer', { encoding: chosen })}
      </Button>
    </form>
  )
}

/** The file as it reads in each encoding; `null` until that is known. */
function useSamples(token: string, name: string, format: string | undefined, encodings: readonly string[]) {
  const [samples, setSamples] = useState<ReadonlyMap<string, UnderstoodFile> | null>(null)
  const wanted = encodings.join(' ')

  useEffect(() => {
    const job = `encodings-${crypto.randomUUID()}`
    let isWanted = true
    let isRunning = true
    const files = wanted.split(' ').map((encoding) => ({ token, name, format, encoding }))
    void attempt(() => shell.previewTranscripts({ files, job })).then((report) => {
      isRunning = false
      if (!isWanted) return
      const understood = report?.files.flatMap((file) => (file.kind === 'understood' ? [file] : [])) ?? []
      setSamples(new Map(understood.map((file) => [file.encoding, file])))
    })
    return () => {
      isWanted = false
      if (isRunning) void attempt(() => invoke('job.cancel', { job }))
    }
  }, [token, name, format, wanted])
  return samples
}
