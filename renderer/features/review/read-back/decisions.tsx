import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { ChangedText } from '../../../ui/changed-text'
import type { MarkdownChoice, MarkdownDecision } from '../../../../shared/domain/markdown-plan'
import styles from './read-back.module.css'

export interface DecisionsProps {
  readonly decisions: readonly MarkdownDecision[]
  readonly choices: Readonly<Record<string, MarkdownChoice>>
  readonly onChoose: (decision: string, choice: MarkdownChoice) => void
  readonly language: string
}

/** As many as are drawn before somebody asks for more. */
const PAGE = 100

/** What does not match, each with what can be done about it; the first of the choices overwrites and removes nothing. */
export function Decisions({ decisions, choices, onChoose, language }: DecisionsProps) {
  const { t } = useTranslation('export')
  const [pages, setPages] = useState(1)
  return (
    <section className={styles['part']} aria-labelledby="read-back-decisions">
      <h3 id="read-back-decisions" className={styles['title']}>
        {t('readBack.decisions')}
      </h3>
      <p className={styles['note']}>{t('readBack.decisionsHint')}</p>
      <ul className={styles['list']}>
        {decisions.slice(0, pages * PAGE).map((decision) => (
          <li key={decision.id} className={styles['item']}>
            <Decision
              decision={decision}
              choice={choices[decision.id] ?? decision.choices[0]!}
              onChoose={(choice) => onChoose(decision.id, choice)}
              language={language}
            />
          </li>
        ))}
      </ul>
      {decisions.length > pages * PAGE && (
        <Button onPress={() => setPages(pages + 1)}>
          {t('readBack.more', { count: decisions.length - pages * PAGE })}
        </Button>
      )}
    </section>
  )
}

interface DecisionProps {
  readonly decision: MarkdownDecision
  readonly choice: MarkdownChoice
  readonly onChoose: (choice: MarkdownChoice) => void
  readonly language: string
}

function Decision({ decision, choice, onChoose, language }: DecisionProps) {
  const { t } = useTranslation('export')
  const { code, section, text, expected, diff, found } = decision
  const what = t(`readBack.codes.${code}`)
  return (
    <>
      <p className={styles['what']}>
        <strong>{what}</strong>
        <span>{section}</span>
      </p>
      {code !== 'section-missing' && (diff.length > 0 || text !== '' || expected !== '') && (
        <p className={styles['text']} lang={language} dir="auto">
          {diff.length > 0 ? <ChangedText parts={diff} /> : text || expected}
        </p>
      )}
      {found && <p className={styles['note']}>{t('readBack.notes.quote-found', { title: found.title })}</p>}
      {(code === 'attribution-changed' || code === 'generated-changed') && (
        <p className={styles['note']}>{t(`readBack.notes.${code}`)}</p>
      )}
      {decision.choices.length > 1 && (
        <RadioGroup
          aria-label={t('readBack.choice', { what: `${what}: ${text || expected || section}` })}
          className={styles['choices'] ?? ''}
          value={choice}
          onChange={(value) => onChoose(decision.choices.find((one) => one === value) ?? choice)}
        >
          {decision.choices.map((one) => (
            <Radio key={one} value={one} className={styles['choice'] ?? ''}>
              <span aria-hidden className={styles['dot']} />
              {t(`readBack.choices.${one}.${code}`)}
            </Radio>
          ))}
        </RadioGroup>
      )}
    </>
  )
}
