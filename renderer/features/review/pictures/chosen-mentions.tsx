import { Search, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api'
import { describeError } from '../../../describe-error'
import { Button } from '../../../ui/button'
import { IconButton } from '../../../ui/icon-button'
import { ALIAS_FOLDS, aliasQuery } from '../../../../shared/domain/alias'
import type { SourceId } from '../../../../shared/domain/ids'
import { isCjkLanguage } from '../../../../shared/domain/language'
import type { ReviewViewProps } from '../review-view'
import styles from './pictures.module.css'

/** Places shown; the search has the rest. */
const COUNT = 50
const CONTEXT = 70

export interface ChosenMentionsProps extends Pick<ReviewViewProps, 'open' | 'onOpenPlace' | 'onSearch'> {
  readonly title: string
  readonly terms: readonly string[]
  readonly sources: readonly SourceId[]
  readonly onClose: () => void
}

/** The places that a part of the picture stands for, in their context. A click opens the transcript there. */
export function ChosenMentions({ open, title, terms, sources, onOpenPlace, onSearch, onClose }: ChosenMentionsProps) {
  const { t } = useTranslation('pictures')
  const { data, error } = useRead('search.find', {
    query: aliasQuery(terms),
    folds: ALIAS_FOLDS,
    filters: { sources: [...sources] },
    count: COUNT,
    context: CONTEXT,
  })
  const hits = data?.kind === 'found' ? data.hits : []
  return (
    <section aria-label={t('chosenMentions')} className={styles['chosenPassages']}>
      <header className={styles['chosenHead']}>
        <h3>{title}</h3>
        <IconButton size="small" label={t('close')} icon={<X aria-hidden />} onPress={onClose} />
      </header>
      {error && <p className={styles['who']}>{describeError(error).detail}</p>}
      <ul className={styles['list']}>
        {hits.map(({ sourceId, speakerId, start, end, before, match, after }) => {
          const source = open.sources.get(sourceId)
          // Words are not cut in two.
          const isSpaced = !isCjkLanguage(source?.language ?? '')
          const speaker = source?.speakers.find(({ id }) => id === speakerId)
          return (
            <li key={`${sourceId} ${start}`}>
              <button
                type="button"
                lang={source?.language}
                className={styles['passage']}
                onClick={() => onOpenPlace(sourceId, { start, end })}
              >
                <span className={styles['text']}>
                  {before.length < CONTEXT ? before : isSpaced ? before.replace(/^\S*\s+/u, '…') : `…${before}`}
                  <mark>{match}</mark>
                  {after.length < CONTEXT ? after : isSpaced ? after.replace(/\s+\S*$/u, '…') : `${after}…`}
                </span>
                <span className={styles['who']}>
                  {[speaker?.name, source?.title || t('untitled')].filter(Boolean).join(' · ')}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      <div className={styles['chosenFoot']}>
        <Button size="small" icon={<Search aria-hidden />} onPress={() => onSearch(terms, sources)}>
          {t('showInSearch')}
        </Button>
      </div>
    </section>
  )
}
