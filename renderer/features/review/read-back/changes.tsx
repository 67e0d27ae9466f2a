import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { ChangedText } from '../../../ui/changed-text'
import { wordDiff } from '../../../../shared/anchoring/word-diff'
import { onOneLine } from '../../../../shared/domain/elision'
import type { PassageId } from '../../../../shared/domain/ids'
import type { MarkdownChange } from '../../../../shared/domain/markdown-plan'
import type { Passage } from '../../../../shared/domain/passage'
import styles from './read-back.module.css'

export interface ChangesProps {
  readonly changes: readonly MarkdownChange[]
  readonly passages: ReadonlyMap<PassageId, Passage>
  readonly language: string
}

/** As many as are drawn before somebody asks for more. */
const PAGE = 100

/** What an edited page changes without a question: prose, headings, and where quotes stand. */
export function Changes({ changes, passages, language }: ChangesProps) {
  const { t } = useTranslation('export')
  const [pages, setPages] = useState(1)
  return (
    <section className={styles['part']} aria-labelledby="read-back-changes">
      <h3 id="read-back-changes" className={styles['title']}>
        {t('readBack.changes')}
      </h3>
      {changes.length === 0 && <p className={styles['note']}>{t('readBack.noChanges')}</p>}
      <ul className={styles['list']}>
        {changes.slice(0, pages * PAGE).map((change, index) => (
          // The changes of one plan never change places.
          <li key={index} className={styles['item']}>
            <p className={styles['what']}>
              <strong>{t(`readBack.codes.${change.code}`)}</strong>
              {change.section !== '' && <span>{change.section}</span>}
            </p>
            <div lang={language}>
              <Change change={change} passages={passages} />
            </div>
          </li>
        ))}
      </ul>
      {changes.length > pages * PAGE && (
        <Button onPress={() => setPages(pages + 1)}>
          {t('readBack.more', { count: changes.length - pages * PAGE })}
        </Button>
      )}
    </section>
  )
}

function Change({ change, passages }: { readonly change: MarkdownChange } & Pick<ChangesProps, 'passages'>) {
  const { code, before, after } = change
  const isQuote = code === 'quote-moved' || code === 'quote-placed'
  const parts = useMemo(() => (isQuote ? [] : wordDiff(before, after)), [isQuote, before, after])
  if (isQuote) {
    return (
      <blockquote className={styles['quote']}>{onOneLine(passages.get(after as PassageId)?.text ?? '')}</blockquote>
    )
  }
  return (
    <p className={styles['text']}>
      <ChangedText parts={parts} />
    </p>
  )
}
