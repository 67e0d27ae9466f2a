import { ArrowLeft, ArrowRight, Plus, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PassageId, SourceId } from '../../../shared/domain/ids'
import { RELATION_KINDS, type Passage, type Relation, type RelationKind } from '../../../shared/domain/passage'
import { useRead, useWrite } from '../../api'
import { Button } from '../../ui/button'
import { useFocusRequest } from '../../ui/focus-request'
import { IconButton } from '../../ui/icon-button'
import { SearchField } from '../../ui/search-field'
import { Segmented } from '../../ui/segmented'
import { PanelSection, type FieldProps } from './panel-section'
import styles from './relations-field.module.css'

/** As many passages as a list to choose from shows. */
const LISTED = 30

type OpenSource = (id: SourceId, passageId: PassageId | null) => void

/** What this passage says to others, and they to it. */
export function RelationsField({
  passage,
  readOnly,
  onOpenSource,
}: FieldProps & { readonly onOpenSource: OpenSource }) {
  const { t } = useTranslation('passage')
  const relations = useRead('relation.list', {}).data ?? []
  const [adding, setAdding] = useState(false)
  useFocusRequest('passage.relation', () => setAdding(!readOnly))
  const mine = relations.filter(({ from, to }) => from === passage.id || to === passage.id)
  return (
    <PanelSection title={t('relations.title')}>
      {mine.length > 0 && (
        <ul className={styles['list']}>
          {mine.map((relation) => (
            <RelationItem
              key={relation.id}
              relation={relation}
              outward={relation.from === passage.id}
              readOnly={readOnly}
              onOpenSource={onOpenSource}
            />
          ))}
        </ul>
      )}
      {adding ? (
        <AddRelation passage={passage} known={mine} onDone={() => setAdding(false)} />
      ) : (
        !readOnly && (
          <div>
            <Button size="small" variant="quiet" icon={<Plus aria-hidden />} onPress={() => setAdding(true)}>
              {t('relations.add')}
            </Button>
          </div>
        )
      )}
    </PanelSection>
  )
}

interface RelationItemProps {
  readonly relation: Relation
  readonly outward: boolean
  readonly readOnly: boolean
  readonly onOpenSource: OpenSource
}

function RelationItem({ relation, outward, readOnly, onOpenSource }: RelationItemProps) {
  const { t } = useTranslation('passage')
  const remove = useWrite('relation.remove')
  const other = useRead('passage.get', { id: outward ? relation.to : relation.from }).data
  return (
    <li className={styles['item']}>
      <div className={styles['what']}>
        <span className={styles['kind']}>
          {outward ? <ArrowRight aria-hidden /> : <ArrowLeft aria-hidden />}
          {t(`relations.${outward ? 'out' : 'in'}.${relation.kind}`)}
        </span>
        <button
          type="button"
          className={styles['other']}
          disabled={!other}
          onClick={() => other && onOpenSource(other.sourceId, other.id)}
        >
          {other?.text ?? '…'}
        </button>
      </div>
      {!readOnly && (
        <IconButton
          size="small"
          label={t('relations.remove')}
          icon={<X aria-hidden />}
          isDisabled={remove.isPending}
          onPress={() => remove.mutate({ id: relation.id })}
        />
      )}
    </li>
  )
}

interface AddRelationProps {
  readonly passage: Passage
  readonly known: readonly Relation[]
  readonly onDone: () => void
}

function AddRelation({ passage, known, onDone }: AddRelationProps) {
  const { t } = useTranslation('passage')
  const [kind, setKind] = useState<RelationKind>('contradicts')
  const [side, setSide] = useState<'out' | 'in'>('out')
  const [query, setQuery] = useState('')
  const passages = useRead('passage.list', {}).data
  const sources = useRead('source.list', {}).data
  const add = useWrite('relation.add')
  const titles = useMemo(() => new Map(sources?.map(({ id, title }) => [id, title])), [sources])
  const choices = useMemo(() => {
    const taken = new Set(
      known.flatMap((relation) => {
        const isOutward = relation.from === passage.id
        return relation.kind === kind && isOutward === (side === 'out') ? [isOutward ? relation.to : relation.from] : []
      }),
    )
    const sought = query.trim().toLocaleLowerCase()
    return (passages ?? []).filter(
      ({ id, text, sourceId }) =>
        id !== passage.id &&
        !taken.has(id) &&
        `${text}\n${titles.get(sourceId) ?? ''}`.toLocaleLowerCase().includes(sought),
    )
  }, [passages, known, kind, side, query, passage.id, titles])
  const choose = async (other: PassageId) => {
    try {
      await add.mutateAsync({
        ...(side === 'out' ? { from: passage.id, to: other } : { from: other, to: passage.id }),
        kind,
      })
      onDone()
    } catch {
      // `useWrite` has told the user; the choice stays open.
    }
  }
  return (
    <div
      className={styles['add']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || query !== '') return
        event.stopPropagation()
        onDone()
      }}
    >
      <Segmented
        label={t('relations.side')}
        options={(['out', 'in'] as const).map((id) => ({ id, label: t(`relations.sides.${id}`) }))}
        value={side}
        onChange={setSide}
      />
      <Segmented
        label={t('relations.kind')}
        options={RELATION_KINDS.map((id) => ({ id, label: t(`relations.${side}.${id}`) }))}
        value={kind}
        onChange={setKind}
      />
      <SearchField label={t('relations.search')} clearLabel={t('common:clear')} value={query} onChange={setQuery} />
      <ul className={styles['choices']} aria-label={t('relations.choices')}>
        {choices.slice(0, LISTED).map(({ id, text, sourceId }) => (
          <li key={id}>
            <button type="button" className={styles['choice']} disabled={add.isPending} onClick={() => void choose(id)}>
              <span className={styles['text']}>{text}</span>
              <span className={styles['source']}>{titles.get(sourceId)}</span>
            </button>
          </li>
        ))}
      </ul>
      {choices.length === 0 && <p className={styles['source']}>{t('relations.none')}</p>}
      {choices.length > LISTED && (
        <p className={styles['source']}>{t('relations.more', { count: choices.length - LISTED })}</p>
      )}
      <div>
        <Button size="small" onPress={onDone}>
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  )
}
