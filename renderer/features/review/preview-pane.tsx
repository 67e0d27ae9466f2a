import { Copy, X } from 'lucide-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api'
import { copyText } from '../../ui/copy-text'
import { cx } from '../../ui/cx'
import { useFocusRequest } from '../../ui/focus-request'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { showToast } from '../../ui/toast'
import type { Review } from '../../../shared/domain/review'
import page from './page.module.css'
import styles from './preview-pane.module.css'
import { splitPage } from './preview-parts'
import { SafeMarkdown } from './safe-markdown'
import { VerificationNote } from './verification-note'
import { watchNear } from './watch-near'

/** The page as it will be exported, kept fresh while it is written. */
export function PreviewPane({ review, onClose }: { readonly review: Review; readonly onClose: () => void }) {
  const { t } = useTranslation('review')
  const rendered = useRead('review.render', { id: review.id }, { keepPrevious: true }).data
  const verification = useRead('passage.verify', { reviewId: review.id }).data

  const parts = useMemo(() => (rendered ? splitPage(rendered.markdown) : []), [rendered])

  const scroller = useRef<HTMLDivElement>(null)
  useFocusRequest('review.preview', () => scroller.current?.focus())

  const copy = () => {
    if (copyText(rendered?.markdown ?? '')) showToast({ kind: 'note', title: t('done.copied') })
  }

  return (
    <section aria-label={t('preview.label')} className={styles['pane']}>
      <header className={styles['head']}>
        <h2 className={styles['name']}>{t('preview.title')}</h2>
        <VerificationNote verification={verification} />
        <span className={styles['space']} />
        <Button size="small" icon={<Copy aria-hidden />} isDisabled={!rendered} onPress={copy}>
          {t('preview.copy')}
        </Button>
        <IconButton size="small" label={t('preview.close')} icon={<X aria-hidden />} onPress={onClose} />
      </header>
      {/* Focusable, so that the keyboard can scroll it. */}
      <div ref={scroller} data-scroller className={styles['scroller']} tabIndex={0}>
        <div className={cx(page['prose'], styles['sheet'])} lang={review.language}>
          {parts.map((part, at) => (
            <Part key={at} markdown={part} isFirst={at === 0} />
          ))}
        </div>
      </div>
    </section>
  )
}

/** A part of the page, read when it comes near to what is in view, and again only when it changed. */
function Part({ markdown, isFirst }: { readonly markdown: string; readonly isFirst: boolean }) {
  const [isNear, setNear] = useState(isFirst)
  const ref = useCallback(
    (element: Element | null) =>
      element
        ? watchNear(element, (near) => {
            if (near) setNear(true)
          })
        : undefined,
    [],
  )
  return (
    <div
      ref={ref}
      className={styles['part']}
      {...(!isNear && { style: { height: Math.max(40, markdown.length / 2.4) } })}
    >
      {isNear && <SafeMarkdown markdown={markdown} />}
    </div>
  )
}
