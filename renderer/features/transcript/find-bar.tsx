import { CaseSensitive, ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TextRange } from '../../../shared/domain/span'
import { formatNumber } from '../../i18n'
import { useCommands } from '../../ui/commands'
import { IconButton } from '../../ui/icon-button'
import { SearchField } from '../../ui/search-field'
import { findInText, hitFrom } from './document/find-in-text'
import styles from './find-bar.module.css'
import { useTranscript } from './transcript-context'

export interface FindBarProps {
  readonly onClose: () => void
}

/** Finds in the whole transcript, mounted or not. */
export function FindBar({ onClose }: FindBarProps) {
  const { t } = useTranslation('transcript')
  const { view, drawings } = useTranscript()
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [matchCase, setMatchCase] = useState(false)
  const [current, setCurrent] = useState(-1)
  const hits = useMemo(() => findInText(view.document.text, query, { matchCase }), [view, query, matchCase])
  /** Where the search started: typing on does not run ahead. */
  const origin = useRef(view.selection?.focus ?? view.document.blocks[view.topBlock()]?.start ?? 0)

  const show = (found: readonly TextRange[], index: number) => {
    setCurrent(index)
    const hit = found[index]
    if (hit) view.reveal(hit, 'middle')
  }
  const search = (text: string, exactCase: boolean) => {
    setQuery(text)
    setMatchCase(exactCase)
    const found = findInText(view.document.text, text, { matchCase: exactCase })
    show(found, hitFrom(found, origin.current))
  }
  const step = (by: 1 | -1) => {
    if (hits.length === 0) return
    const next = (current + by + hits.length) % hits.length
    origin.current = hits[next]!.start
    show(hits, next)
  }
  const close = () => {
    const hit = hits[current]
    onClose()
    view.focus()
    if (hit) view.select({ anchor: hit.start, focus: hit.end })
  }

  useEffect(() => drawings.setFound({ hits, current }), [drawings, hits, current])
  useEffect(() => () => drawings.setFound(null), [drawings])
  useEffect(() => input.current?.focus(), [])

  const group = t('commands.group')
  useCommands([
    { id: 'transcript.findNext', title: t('find.next'), group, keys: 'F3', whileTyping: true, run: () => step(1) },
    {
      id: 'transcript.findPrevious',
      title: t('find.previous'),
      group,
      keys: 'Shift+F3',
      whileTyping: true,
      run: () => step(-1),
    },
    {
      id: 'edit.find',
      title: t('find.open'),
      group,
      keys: '$mod+f',
      whileTyping: true,
      run: () => input.current?.select(),
    },
  ])

  return (
    <div
      role="search"
      className={styles['bar']}
      // Before the search field takes Escape and Enter for itself.
      onKeyDownCapture={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') {
          event.preventDefault()
          event.stopPropagation()
          close()
        } else if (event.key === 'Enter' && event.target === input.current) {
          event.preventDefault()
          step(event.shiftKey ? -1 : 1)
        }
      }}
    >
      <div className={styles['field']}>
        <SearchField
          label={t('find.label')}
          clearLabel={t('common:clear')}
          value={query}
          onChange={(text) => search(text, matchCase)}
          inputRef={input}
        />
      </div>
      <span className={styles['count']} role="status">
        {query === ''
          ? ''
          : hits.length === 0
            ? t('find.none')
            : t('find.count', { current: formatNumber(current + 1), total: formatNumber(hits.length) })}
      </span>
      <IconButton
        size="small"
        label={t('find.matchCase')}
        isOn={matchCase}
        icon={<CaseSensitive aria-hidden />}
        onPress={() => search(query, !matchCase)}
      />
      <IconButton
        size="small"
        label={t('find.previous')}
        keys="Shift+F3"
        icon={<ChevronUp aria-hidden />}
        onPress={() => step(-1)}
      />
      <IconButton
        size="small"
        label={t('find.next')}
        keys="F3"
        icon={<ChevronDown aria-hidden />}
        onPress={() => step(1)}
      />
      <IconButton size="small" label={t('common:close')} keys="Escape" icon={<X aria-hidden />} onPress={close} />
    </div>
  )
}
