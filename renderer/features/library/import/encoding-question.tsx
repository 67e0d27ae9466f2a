import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import type { FileDraft } from './draft'
import styles from './encoding-question.module.css'
import { encodingName, languageOfEncoding } from './names'

export interface EncodingQuestionProps {
  readonly draft: FileDraft
  readonly onAnswer: (encoding: string) => void
}

/** Asks in which encoding a file is, by how lines of it look in the likeliest; the list of all is under Encoding. */
export function EncodingQuestion({ draft, onAnswer }: EncodingQuestionProps) {
  const { t } = useTranslation('import')
  const { preview } = draft
  const group = useId()
  const samples = preview.kind === 'understood' ? preview.encodingSamples : []
  const [chosen, setChosen] = useState(preview.kind === 'understood' ? preview.encoding : '')

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
        {samples.map(({ encoding, lines }) => (
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
              <span className={styles['sample']} lang={languageOfEncoding(encoding)}>
                {lines.join('\n')}
              </span>
            </span>
          </label>
        ))}
      </div>
      <Button type="submit" variant="primary">
        {t('question.answer', { encoding: chosen })}
      </Button>
    </form>
  )
}
