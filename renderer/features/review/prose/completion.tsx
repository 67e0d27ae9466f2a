import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { ReactEditor } from 'slate-react'
import { cx } from '../../../ui/cx'
import { Keys } from '../../../ui/keys'
import { attributionOf } from '../../../../shared/domain/attribution'
import { SECTION_ICONS } from '../add-section-menu'
import { announce } from '../announcer'
import styles from './completion.module.css'
import type { Choice, Completion } from './use-completion'

/** The list at the caret. The focus stays in the text; the list is read through it. */
export function PassageCompletion({ completion }: { readonly completion: Completion }) {
  const { t } = useTranslation('review')
  const { listId, trigger, choices, active, form, hasForms, editor } = completion
  const [place, setPlace] = useState<{ left: number; top?: number; bottom?: number } | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const start = trigger ? `${trigger.range.anchor.path.join('.')}:${trigger.range.anchor.offset}` : null
  const count = choices.length

  const placed = useRef<string | null>(null)
  useLayoutEffect(() => {
    // Where the sign stands decides, not what is typed after it.
    if (placed.current === start) return
    placed.current = start
    if (trigger === null) return setPlace(null)
    const { anchor } = trigger.range
    const box = ReactEditor.toDOMRange(editor, { anchor, focus: anchor }).getBoundingClientRect()
    const left = Math.max(8, Math.min(box.left, window.innerWidth - WIDTH - 8))
    const isBelow = window.innerHeight - box.bottom > HEIGHT + 16 || box.top < HEIGHT
    setPlace(isBelow ? { left, top: box.bottom + 4 } : { left, bottom: window.innerHeight - box.top + 4 })
  }, [start, trigger, editor])

  useEffect(() => {
    if (start !== null) announce(t('prose.found', { count }))
  }, [start, count, t])

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active, place])

  if (trigger === null || place === null) return null
  return createPortal(
    // The mouse must not take the focus from the text.
    <div className={styles['popover']} style={place} onMouseDown={(event) => event.preventDefault()}>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={t(trigger.kind === 'block' ? 'prose.blockList' : 'prose.passageList')}
        className={styles['list']}
      >
        {choices.map((choice, index) => (
          <div
            key={keyOf(choice)}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            className={cx(styles['option'], index === active && styles['active'])}
            onMouseMove={() => completion.activate(index)}
            onClick={(event) => completion.choose(choice, event.ctrlKey || event.metaKey ? other(form) : form)}
          >
            <Line choice={choice} completion={completion} />
          </div>
        ))}
      </div>
      {trigger.kind === 'passage' && (
        <p aria-hidden className={styles['foot']}>
          <Keys keys="Enter" />
          {t(`prose.as.${form}`)}
          {hasForms && (
            <>
              <Keys keys="$mod+Enter" />
              {t(`prose.as.${other(form)}`)}
            </>
          )}
        </p>
      )}
    </div>,
    document.body,
  )
}

const WIDTH = 384
const HEIGHT = 320

function other(form: Completion['form']): Completion['form'] {
  return form === 'link' ? 'quote' : 'link'
}

function keyOf(choice: Choice): string {
  switch (choice.kind) {
    case 'block':
      return choice.choice.id
    case 'section':
      return `section ${choice.section}`
    case 'passage':
      return choice.passage.id
  }
}

function Line({ choice, completion }: { readonly choice: Choice; readonly completion: Completion }) {
  const { t } = useTranslation('review')
  if (choice.kind === 'block') {
    const { id, icon: Icon } = choice.choice
    return (
      <>
        <Icon aria-hidden />
        {t(`prose.blocks.${id}`)}
      </>
    )
  }
  if (choice.kind === 'section') {
    const Icon = SECTION_ICONS[choice.section]
    return (
      <>
        <Icon aria-hidden />
        {t('commands.addSection', { kind: t(`kinds.${choice.section}`) })}
      </>
    )
  }
  const { passage } = choice
  const source = completion.open.sources.get(passage.sourceId)
  const speaker = source?.speakers.find(({ id }) => id === passage.speakerId) ?? null
  return (
    <span className={styles['passage']}>
      <span className={styles['words']} lang={source?.language}>
        {passage.text}
      </span>
      <span className={styles['who']} lang={source?.language}>
        {attributionOf(speaker, source?.title ?? '')}
      </span>
    </span>
  )
}
