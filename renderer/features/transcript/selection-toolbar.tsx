import { Combine, Copy, Plus, StickyNote, Tag, TextSelect, TriangleAlert } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SectionId } from '../../../shared/domain/ids'
import type { TextRange } from '../../../shared/domain/span'
import { Button } from '../../ui/button'
import { CampMark } from '../../ui/camp-mark'
import { IconButton } from '../../ui/icon-button'
import { Toolbar } from '../../ui/toolbar'
import { tooltip } from '../../ui/tooltip'
import type { CampChoice } from './camps'
import styles from './selection-toolbar.module.css'
import { useTranscript } from './transcript-context'

export interface SelectionToolbarProps {
  readonly range: TextRange
  readonly camps: readonly CampChoice[]
  readonly canWrite: boolean
  /** Whether a passage is selected that the text can be added to. */
  readonly canExtend: boolean
  /** Said below: what is unusual about the selected text; '' for nothing. */
  readonly warning: string
  /** How many passages the selected text touches. */
  readonly joins: number
  readonly onMark: (camp: SectionId | null) => void
  readonly onExtend: () => void
  readonly onNote: () => void
  readonly onTags: () => void
  readonly onCopy: () => void
  readonly onNewCamp: () => void
  readonly onJoin: () => void
}

/** What can be done with the selected text, right at it. */
export function SelectionToolbar(props: SelectionToolbarProps) {
  const { range, camps, canWrite, canExtend, warning, joins, onMark, onExtend, onNote, onTags, onCopy, onNewCamp } =
    props
  const { t } = useTranslation('transcript')
  const box = usePlaceAtSelection(range)
  return (
    <div
      ref={box}
      className={styles['box']}
      // The selection stays where it is while its toolbar is pressed.
      onMouseDown={(event) => event.preventDefault()}
    >
      <Toolbar label={t('toolbar.label')}>
        {canWrite && (
          <>
            {camps.map((camp) => (
              <Button
                key={camp.id}
                {...tooltip(camp.thesis || camp.label)}
                size="small"
                variant="quiet"
                aria-label={t('toolbar.markInto', { camp: camp.label })}
                onPress={() => onMark(camp.id)}
              >
                <span className={styles['camp']}>
                  <CampMark colour={camp.colour} label={camp.label} />
                  {camp.key !== null && <span className={styles['key']} data-key={camp.key} aria-hidden />}
                </span>
              </Button>
            ))}
            {camps.length === 0 && (
              <Button size="small" variant="quiet" icon={<Plus aria-hidden />} onPress={onNewCamp}>
                {t('toolbar.newCamp')}
              </Button>
            )}
            <span className={styles['rule']} aria-hidden />
            <IconButton
              size="small"
              label={t('toolbar.mark')}
              keys="m"
              icon={<TextSelect aria-hidden />}
              onPress={() => onMark(null)}
            />
            {canExtend && (
              <IconButton
                size="small"
                label={t('toolbar.extend')}
                keys="e"
                icon={<Plus aria-hidden />}
                onPress={onExtend}
              />
            )}
            {joins > 1 && (
              <IconButton
                size="small"
                label={t('toolbar.join', { count: joins })}
                keys="Shift+J"
                icon={<Combine aria-hidden />}
                onPress={props.onJoin}
              />
            )}
            <IconButton
              size="small"
              label={t('toolbar.note')}
              keys="n"
              icon={<StickyNote aria-hidden />}
              onPress={onNote}
            />
            <IconButton size="small" label={t('toolbar.tags')} keys="t" icon={<Tag aria-hidden />} onPress={onTags} />
          </>
        )}
        <IconButton size="small" label={t('toolbar.copy')} keys="$mod+c" icon={<Copy aria-hidden />} onPress={onCopy} />
      </Toolbar>
      {canWrite && warning !== '' && (
        <p className={styles['warning']}>
          <TriangleAlert aria-hidden />
          {warning}
        </p>
      )}
    </div>
  )
}

const GAP = 8

/** Keeps the box above the selection, or below where there is no room, within the page and while it scrolls. */
function usePlaceAtSelection(range: TextRange) {
  const { view } = useTranscript()
  const box = useRef<HTMLDivElement>(null)
  const place = useRef(() => {})
  useLayoutEffect(() => {
    place.current = () => {
      const element = box.current
      const page = view.scroller?.getBoundingClientRect()
      if (!element || !page) return
      const start = view.rectOf(range)
      const end = view.rectOf({ start: Math.max(range.start, range.end - 1), end: range.end })
      const [top, bottom] = [start?.top ?? page.top, end?.bottom ?? page.bottom]
      const { width, height } = element.getBoundingClientRect()
      const fits = top - height - GAP >= page.top
      const y = fits ? top - height - GAP : bottom + GAP
      const x = (start ?? end)?.left ?? page.left
      element.style.left = `${Math.min(Math.max(x, page.left + GAP), Math.max(page.left + GAP, page.right - width - GAP))}px`
      element.style.top = `${Math.min(Math.max(y, page.top + GAP), page.bottom - height - GAP)}px`
      element.style.visibility = bottom < page.top || top > page.bottom ? 'hidden' : 'visible'
    }
    place.current()
  })
  useEffect(() => {
    const follow = () => place.current()
    const { scroller } = view
    scroller?.addEventListener('scroll', follow, { passive: true })
    window.addEventListener('resize', follow)
    return () => {
      scroller?.removeEventListener('scroll', follow)
      window.removeEventListener('resize', follow)
    }
  }, [view])
  return box
}
