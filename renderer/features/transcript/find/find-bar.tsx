import { CaseSensitive, ChevronDown, ChevronUp, Regex, WholeWord, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../i18n'
import { useCommands } from '../../../ui/commands'
import { SearchField } from '../../../ui/search-field'
import { ToolButton } from '../../../ui/tool-button'
import { useTranscript } from '../transcript-context'
import styles from './find-bar.module.css'
import { LONGEST_SECONDS } from './finder'
import { hasWords } from './find-in-text'
import { useFind } from './use-find'

export interface FindBarProps {
  readonly onClose: () => void
}

/** What is looked for in the transcript, how, and how often it is there. */
export function FindBar({ onClose }: FindBarProps) {
  const { t } = useTranslation('transcript')
  const { view } = useTranscript()
  const input = useRef<HTMLInputElement>(null)
  const { wanted, outcome, current, isSearching, search, step, takeSelection, select } = useFind()

  const close = () => {
    onClose()
    view.focus()
    select()
  }
  const startAnew = () => {
    if (input.current !== document.activeElement) takeSelection()
    input.current?.focus()
    input.current?.select()
  }
  const opened = useRef(startAnew)
  useEffect(() => opened.current(), [])

  const group = t('commands.group')
  const always = { group, whileTyping: true }
  useCommands([
    {
      ...always,
      id: 'transcript.findNext',
      title: t('find.next'),
      keys: 'F3',
      moreKeys: ['$mod+g'],
      run: () => step(1),
    },
    {
      ...always,
      id: 'transcript.findPrevious',
      title: t('find.previous'),
      keys: 'Shift+F3',
      moreKeys: ['$mod+Shift+g'],
      run: () => step(-1),
    },
    { ...always, id: 'edit.find', title: t('find.open'), keys: '$mod+f', run: startAnew },
  ])

  const canStep = isSearching || outcome?.kind === 'found'
  const wholeWord = wanted.wholeWord && hasWords(wanted)
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
          value={wanted.query}
          onChange={(query) => search({ ...wanted, query })}
          inputRef={input}
        />
      </div>
      <ToolButton
        size="small"
        label={t('find.matchCase')}
        isOn={wanted.matchCase}
        icon={<CaseSensitive aria-hidden />}
        onPress={() => search({ ...wanted, matchCase: !wanted.matchCase })}
      />
      <ToolButton
        size="small"
        label={t('find.wholeWord')}
        hint={hasWords(wanted) ? undefined : t('find.noWords')}
        isOn={wholeWord}
        icon={<WholeWord aria-hidden />}
        onPress={() => search({ ...wanted, wholeWord: !wanted.wholeWord })}
      />
      <ToolButton
        size="small"
        label={t('find.pattern')}
        isOn={wanted.isPattern}
        icon={<Regex aria-hidden />}
        onPress={() => search({ ...wanted, isPattern: !wanted.isPattern })}
      />
      <span className={styles['count']} role="status">
        {outcome?.kind === 'found' &&
          (outcome.hits.length === 0
            ? t('find.none')
            : t('find.count', { current: formatNumber(current + 1), total: formatNumber(outcome.hits.length) }))}
        {outcome?.kind === 'invalid' && <span className={styles['fault']}>{t('find.invalid')}</span>}
        {outcome?.kind === 'slow' && (
          <span className={styles['fault']}>{t('find.slow', { count: LONGEST_SECONDS })}</span>
        )}
        {wanted.wholeWord && !hasWords(wanted) && <span className={styles['note']}> · {t('find.noWords')}</span>}
      </span>
      <div className={styles['steps']}>
        <ToolButton
          size="small"
          label={t('find.previous')}
          keys="Shift+F3"
          isDisabled={!canStep}
          icon={<ChevronUp aria-hidden />}
          onPress={() => step(-1)}
        />
        <ToolButton
          size="small"
          label={t('find.next')}
          keys="F3"
          isDisabled={!canStep}
          icon={<ChevronDown aria-hidden />}
          onPress={() => step(1)}
        />
        <ToolButton size="small" label={t('common:close')} keys="Escape" icon={<X aria-hidden />} onPress={close} />
      </div>
    </div>
  )
}
