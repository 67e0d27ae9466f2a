import { Plus, X } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { Button as AriaButton, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { IconButton } from '../../../ui/icon-button'
import type { PassageId } from '../../../../shared/domain/ids'
import {
  CONFIDENCE_STEPS,
  VIEW_SIDES,
  type MyView,
  type Section,
  type ViewSide,
} from '../../../../shared/domain/review'
import { attributionOf } from '../../../../shared/domain/attribution'
import { announce } from '../announcer'
import { PassagePicker } from '../picker/passage-picker'
import { ProseEditor } from '../prose/prose-editor'
import { SafeMarkdown } from '../safe-markdown'
import type { OpenReview } from '../use-review'
import { EMPTY_VIEW, keptView, stepSupport, withoutSupport, withSupport } from './my-view'
import styles from './my-view.module.css'

export interface MyViewFieldsProps {
  readonly open: OpenReview
  readonly section: Section
  readonly onShowPassage: (id: PassageId) => void
}

/** What the author thinks, how sure they are of it, and which quotes hold it up best and least. */
export function MyViewFields({ open, section, onShowPassage }: MyViewFieldsProps) {
  const { t } = useTranslation('debate')
  const { actions, readOnly } = open
  const view = section.view ?? EMPTY_VIEW
  const [adding, setAdding] = useState<ViewSide | null>(null)
  const [begun, setBegun] = useState<ViewPart | null>(null)
  const save = (next: MyView) => {
    if (next !== view) actions.setView(section.id, keptView(next))
  }
  if (readOnly && section.view === null) return null
  const endIfUnstated = () => {
    if (section.view === null) setBegun(null)
  }
  if (section.view === null && begun === null) {
    const begin = (part: ViewPart) => {
      setBegun(part)
      if (part === 'strongest' || part === 'weakest') setAdding(part)
    }
    return <Unstated onBegin={begin} />
  }
  return (
    <div role="group" aria-label={t('view.label')} className={styles['fields']}>
      <Judgement
        open={open}
        value={view.judgement}
        isBegun={begun === 'judgement'}
        onSave={(judgement) => save({ ...view, judgement })}
        onEnd={endIfUnstated}
      />
      <div className={styles['line']}>
        <span className={styles['name']} id={`confidence-${section.id}`}>
          {t('view.confidence')}
        </span>
        <RadioGroup
          aria-labelledby={`confidence-${section.id}`}
          orientation="horizontal"
          isReadOnly={readOnly}
          value={view.confidence === null ? null : String(view.confidence)}
          onChange={(value) => save({ ...view, confidence: Number(value) })}
          className={styles['steps'] ?? ''}
        >
          {Array.from({ length: CONFIDENCE_STEPS }, (_, index) => (
            <Radio
              key={index}
              value={String(index + 1)}
              autoFocus={begun === 'confidence' && index === 0}
              className={styles['step'] ?? ''}
            >
              {t(`view.steps.${index + 1}`)}
            </Radio>
          ))}
        </RadioGroup>
        {view.confidence !== null && !readOnly && (
          <IconButton
            size="small"
            label={t('view.noConfidence')}
            icon={<X aria-hidden />}
            onPress={() => save({ ...view, confidence: null })}
          />
        )}
      </div>
      {VIEW_SIDES.map((side) => (
        <Supports
          key={side}
          open={open}
          side={side}
          ids={view[side]}
          onShow={onShowPassage}
          onAdd={() => setAdding(side)}
          onRemove={(id) => save(withoutSupport(view, side, id))}
          onStep={(id, by) => save(stepSupport(view, side, id, by))}
        />
      ))}
      {adding && (
        <PassagePicker
          title={t(`view.choose.${adding}`)}
          open={open}
          onChoose={(id) => save(withSupport(view, adding, id))}
          onClose={() => {
            setAdding(null)
            endIfUnstated()
          }}
        />
      )}
    </div>
  )
}

const PARTS = ['judgement', 'confidence', ...VIEW_SIDES] as const
type ViewPart = (typeof PARTS)[number]

/** A view that says nothing yet takes little room; each of its parts can be begun. */
function Unstated({ onBegin }: { readonly onBegin: (part: ViewPart) => void }) {
  const { t } = useTranslation('debate')
  return (
    <div role="group" aria-label={t('view.label')} className={styles['unstated']}>
      {PARTS.map((part) => (
        <AriaButton key={part} className={styles['part'] ?? ''} onPress={() => onBegin(part)}>
          <span className={styles['partName']}>{t(`view.${part}`)}</span>
          <span>{t('view.unstated')}</span>
        </AriaButton>
      ))}
    </div>
  )
}

interface JudgementProps {
  readonly open: OpenReview
  readonly value: string
  /** Is written at once. */
  readonly isBegun: boolean
  readonly onSave: (markdown: string) => void
  readonly onEnd: () => void
}

function Judgement({ open, value, isBegun, onSave, onEnd }: JudgementProps) {
  const { review, readOnly } = open
  const { t } = useTranslation('debate')
  const id = useId()
  const [isEditing, setEditing] = useState(isBegun)
  const shown = useRef<HTMLDivElement>(null)
  const edit = () => {
    if (!readOnly) setEditing(true)
  }
  if (isEditing) {
    return (
      <div>
        <span className={styles['name']}>{t('view.judgement')}</span>
        <ProseEditor
          open={open}
          label={t('view.judgement')}
          placeholder={t('view.judgementPlaceholder')}
          markdown={value}
          onSave={onSave}
          onClose={(keepFocus) => {
            setEditing(false)
            onEnd()
            if (keepFocus) requestAnimationFrame(() => shown.current?.focus())
          }}
        />
      </div>
    )
  }
  return (
    <div>
      <span id={`${id}-name`} className={styles['name']}>
        {t('view.judgement')}
      </span>
      <div
        ref={shown}
        role={readOnly ? undefined : 'button'}
        tabIndex={readOnly ? undefined : 0}
        id={`${id}-text`}
        aria-labelledby={readOnly ? undefined : `${id}-name ${id}-text`}
        lang={review.language}
        className={styles['judgement']}
        onClick={edit}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          edit()
        }}
      >
        {value === '' ? (
          <span className={styles['placeholder']}>{t('view.judgementPlaceholder')}</span>
        ) : (
          <SafeMarkdown markdown={value} />
        )}
      </div>
    </div>
  )
}

interface SupportsProps {
  readonly open: OpenReview
  readonly side: ViewSide
  readonly ids: readonly PassageId[]
  readonly onShow: (id: PassageId) => void
  readonly onAdd: () => void
  readonly onRemove: (id: PassageId) => void
  readonly onStep: (id: PassageId, by: -1 | 1) => void
}

function Supports({ open, side, ids, onShow, onAdd, onRemove, onStep }: SupportsProps) {
  const { t } = useTranslation('debate')
  const { passagesById, sources, readOnly } = open
  const list = useRef<HTMLUListElement>(null)
  const focusAt = (at: number) =>
    requestAnimationFrame(() => {
      const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-support]') ?? [])]
      links[Math.min(Math.max(0, at), links.length - 1)]?.focus()
    })
  const onKeyDown = (event: KeyboardEvent, id: PassageId, at: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by !== 0 && event.altKey && !readOnly) {
      onStep(id, by)
      focusAt(at + by)
      announce(t('view.moved', { position: Math.min(Math.max(1, at + 1 + by), ids.length), count: ids.length }))
    } else if (by !== 0) focusAt(at + by)
    else if ((event.key === 'Delete' || event.key === 'Backspace') && !readOnly) {
      onRemove(id)
      focusAt(at)
    } else return
    event.preventDefault()
  }
  return (
    <div>
      <span className={styles['name']}>{t(`view.${side}`)}</span>
      <ul ref={list} aria-label={t(`view.${side}`)} className={styles['supports']}>
        {ids.map((id, at) => {
          const passage = passagesById.get(id)
          const source = passage && sources.get(passage.sourceId)
          const speaker = source?.speakers.find((each) => each.id === passage?.speakerId) ?? null
          return (
            <li key={id} className={styles['support']}>
              <button
                type="button"
                data-support
                className={styles['link']}
                onClick={() => onShow(id)}
                onKeyDown={(event) => onKeyDown(event, id, at)}
              >
                <span className={styles['text']} lang={source?.language}>
                  {passage?.text ?? '…'}
                </span>
                <span className={styles['who']} lang={source?.language}>
                  {attributionOf(speaker, source?.title ?? '')}
                </span>
              </button>
              {!readOnly && (
                <IconButton
                  size="small"
                  label={t('view.remove', { text: passage?.text ?? '' })}
                  hint={t('view.removeHint')}
                  keys="Delete"
                  icon={<X aria-hidden />}
                  onPress={() => onRemove(id)}
                />
              )}
            </li>
          )
        })}
      </ul>
      {!readOnly && (
        <Button size="small" variant="quiet" icon={<Plus aria-hidden />} onPress={onAdd}>
          {t(`view.add.${side}`)}
        </Button>
      )}
    </div>
  )
}
