import { BookOpenText, Check, ChevronDown, ChevronUp, TriangleAlert } from 'lucide-react'
import { Fragment, useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../../api'
import { languageName } from '../../../i18n'
import { TranslationField } from '../../../translation-field'
import { useTerms } from '../../../translation-notes'
import { Button } from '../../../ui/button'
import { IconButton } from '../../../ui/icon-button'
import { useSavedText } from '../../../use-saved-text'
import { findDepartures } from '../../../../shared/domain/glossary'
import type { LanguageTag } from '../../../../shared/domain/language'
import type { Passage, TranslationState } from '../../../../shared/domain/passage'
import { findTranslation } from '../../../../shared/domain/translation-state'
import { attributionFor } from '../speaker-of'
import type { OpenReview } from '../use-review'
import styles from './translations.module.css'

interface TranslationDeskProps {
  readonly open: OpenReview
  readonly passage: Passage
  readonly language: LanguageTag
  /** Whether the field takes the focus when it appears. */
  readonly takesFocus: RefObject<boolean>
  readonly hasNext: boolean
  readonly hasPrevious: boolean
  readonly onStep: (by: -1 | 1) => void
  readonly onDone: () => void
  readonly onOpen: () => void
}

/** One passage beside its translation. What is typed saves itself as a draft; Ctrl+Enter makes it done and goes on. */
export function TranslationDesk(props: TranslationDeskProps) {
  const { open, passage, language, takesFocus, hasNext, hasPrevious, onStep, onDone, onOpen } = props
  const { t } = useTranslation('debate')
  const { sources, readOnly } = open
  const translate = useWrite('passage.translate')
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const stored = findTranslation(passage, language)
  const state = stored?.state ?? 'draft'
  const save = (text: string, next: TranslationState) =>
    translate.mutateAsync({ id: passage.id, language: stored?.language ?? language, text, state: next })
  const draft = useSavedText(stored?.text ?? '', (text) => save(text, state === 'done' ? 'done' : 'draft'))
  const isEmpty = draft.text.trim() === ''

  useLayoutEffect(() => {
    if (!takesFocus.current) return
    takesFocus.current = false
    field.current?.focus()
  }, [takesFocus])

  const finish = () => {
    if (readOnly || isEmpty) return
    // `useWrite` tells of a failure.
    save(draft.take(), 'done').catch(() => undefined)
    onDone()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish()
    else if (event.key === 'ArrowDown' && event.altKey) onStep(1)
    else if (event.key === 'ArrowUp' && event.altKey) onStep(-1)
    else return
    event.preventDefault()
  }
  return (
    <article data-desk aria-label={t('translations.desk')} className={styles['desk']} onKeyDown={onKeyDown}>
      <div className={styles['sides']}>
        <section aria-label={t('translations.original')} className={styles['side']}>
          <h3 className={styles['sideName']}>{languageName(sources.get(passage.sourceId)?.language ?? 'und')}</h3>
          <Original
            passage={passage}
            language={language}
            text={draft.text}
            lang={sources.get(passage.sourceId)?.language}
          />
          <p className={styles['who']}>
            <span lang={sources.get(passage.sourceId)?.language}>{attributionFor(passage, sources)}</span>
            <IconButton
              size="small"
              label={t('translations.open')}
              icon={<BookOpenText aria-hidden />}
              onPress={onOpen}
            />
          </p>
        </section>
        <section aria-label={t('translations.translation')} className={styles['side']}>
          <h3 className={styles['sideName']}>{languageName(stored?.language ?? language)}</h3>
          {state === 'stale' && (
            <p className={styles['staleNote']}>
              <TriangleAlert aria-hidden />
              {t('translations.staleNote')}
            </p>
          )}
          <TranslationField
            passage={passage}
            language={language}
            draft={draft}
            readOnly={readOnly}
            label={t('translations.field', { language: languageName(language) })}
            placeholder={t('translations.placeholder', { language: languageName(language) })}
            rows={Math.min(16, Math.max(5, Math.ceil(passage.text.length / 32)))}
            inputRef={field}
          />
        </section>
      </div>
      <footer className={styles['deskFoot']}>
        <IconButton
          label={t('translations.previous')}
          keys="Alt+ArrowUp"
          icon={<ChevronUp aria-hidden />}
          isDisabled={!hasPrevious}
          onPress={() => onStep(-1)}
        />
        <IconButton
          label={t('translations.next')}
          keys="Alt+ArrowDown"
          icon={<ChevronDown aria-hidden />}
          isDisabled={!hasNext}
          onPress={() => onStep(1)}
        />
        <span className={styles['space']} />
        <span className={styles['help']}>{t('translations.help')}</span>
        {!readOnly && (
          <Button variant="primary" icon={<Check aria-hidden />} isDisabled={isEmpty} onPress={finish}>
            {t(state === 'stale' ? 'translations.stillHolds' : 'translations.markDone')}
          </Button>
        )}
      </footer>
    </article>
  )
}

interface OriginalProps {
  readonly passage: Passage
  readonly language: LanguageTag
  readonly text: string
  readonly lang: string | undefined
}

/** The words to translate; marked in them the terms that the translation does not have as the glossary does. */
function Original({ passage, language, text, lang }: OriginalProps) {
  const { t } = useTranslation('debate')
  const terms = useTerms(language)
  const departures = findDepartures(passage.text, text, terms).sort((a, b) => a.start - b.start)
  let from = 0
  const parts = departures.flatMap(({ term, start, end, expected }) => {
    // One term inside of another is marked with it.
    if (start < from) return []
    const before = passage.text.slice(from, start)
    from = end
    return [
      <Fragment key={term.id}>
        {before}
        <mark className={styles['mark']} title={t('translations.expected', { expected })}>
          {passage.text.slice(start, end)}
        </mark>
      </Fragment>,
    ]
  })
  return (
    <blockquote className={styles['original']} lang={lang}>
      {parts}
      {passage.text.slice(from)}
    </blockquote>
  )
}
