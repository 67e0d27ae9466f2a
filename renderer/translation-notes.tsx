import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { findDepartures, type Term } from '../shared/domain/glossary'
import { isSameLanguage, type LanguageTag } from '../shared/domain/language'
import type { Passage } from '../shared/domain/passage'
import { useRead } from './api'
import styles from './translation-notes.module.css'
import { Button } from './ui/button'

export interface TranslationNotesProps {
  readonly passage: Passage
  readonly language: LanguageTag
  /** The translation as it is typed. */
  readonly text: string
  readonly readOnly: boolean
  /** Puts a term's translation where the caret is. */
  readonly onInsert: (words: string) => void
  /** Takes a whole translation over. */
  readonly onUse: (translation: string) => void
}

const NO_TERMS: readonly Term[] = []

/** Terms of the glossary for one language. */
export function useTerms(language: LanguageTag): readonly Term[] {
  const terms = useRead('glossary.list', {}).data ?? NO_TERMS
  return useMemo(() => terms.filter((term) => isSameLanguage(term.language, language)), [terms, language])
}

/** Below a translation: which terms of the glossary it lacks, and how the same words were translated elsewhere. */
export function TranslationNotes({ passage, language, text, readOnly, onInsert, onUse }: TranslationNotesProps) {
  const { t } = useTranslation('debate')
  const terms = useTerms(language)
  const departures = useMemo(() => findDepartures(passage.text, text, terms), [passage.text, text, terms])
  const elsewhere = useRead('passage.findTranslations', { id: passage.id, language }).data ?? []
  const offers = elsewhere.filter((translation) => translation.text !== text.trim())
  const isBegun = text.trim() !== ''
  if (departures.length === 0 && (offers.length === 0 || readOnly)) return null
  return (
    <div className={styles['notes']}>
      {departures.length > 0 && (
        <section aria-label={t(isBegun ? 'translating.departs' : 'translating.terms')}>
          <h4 className={isBegun ? styles['departs'] : styles['heading']}>
            {t(isBegun ? 'translating.departs' : 'translating.terms')}
          </h4>
          <ul className={styles['list']}>
            {departures.map(({ term, expected }) => (
              <li key={term.id} className={styles['term']} title={term.note || undefined}>
                <span>
                  {term.term} → <strong lang={language}>{expected}</strong>
                  {term.translation === null && <span className={styles['asIs']}> {t('translating.asIs')}</span>}
                </span>
                {!readOnly && (
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={t('translating.insertWords', { words: expected })}
                    onPress={() => onInsert(expected)}
                  >
                    {t('translating.insert')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {offers.length > 0 && !readOnly && (
        <section aria-label={t('translating.elsewhere')}>
          <h4 className={styles['heading']}>{t('translating.elsewhere')}</h4>
          <ul className={styles['list']}>
            {offers.map((offer) => (
              <li key={offer.text} className={styles['offer']}>
                <span className={styles['text']} lang={offer.language}>
                  {offer.text}
                </span>
                <Button size="small" onPress={() => onUse(offer.text)}>
                  {t('translating.use')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
