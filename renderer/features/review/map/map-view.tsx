import { Copy, List, Maximize, Network, Plus, ZoomIn, ZoomOut } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../i18n'
import { Button } from '../../../ui/button'
import { copyText } from '../../../ui/copy-text'
import { EmptyState } from '../../../ui/empty-state'
import { IconButton } from '../../../ui/icon-button'
import { Segmented } from '../../../ui/segmented'
import { showToast } from '../../../ui/toast'
import type { PassageId } from '../../../../shared/domain/ids'
import { REVIEW_LABELS, sectionHeading } from '../../../../shared/markdown/labels'
import { renderMermaid } from '../../../../shared/markdown/mermaid'
import { quoteName } from '../../../../shared/markdown/relations-tree'
import { onOneLine } from '../../../../shared/domain/elision'
import type { ReviewViewProps } from '../review-view'
import { speakerOf } from '../speaker-of'
import type { OpenReview } from '../use-review'
import { debateMap, type DebateMap } from './debate-map'
import { MapDrawing, useZoom } from './map-drawing'
import styles from './map.module.css'
import { RelateDialog } from './relate-dialog'
import { RelationTable } from './relation-table'

/** How the passages of the debate relate: drawn, or as a table. */
export function MapView({ open, selected, onSelect, onOpenSource }: ReviewViewProps) {
  const { t } = useTranslation('debate')
  const { review, passagesById, related: relations, readOnly } = open
  const [form, setForm] = useState<'map' | 'table'>('map')
  const [relating, setRelating] = useState<{ readonly from: PassageId | null } | null>(null)
  const map = useMemo(() => debateMap(review, passagesById, relations), [review, passagesById, relations])
  const zoom = useZoom()
  const isEmpty = map.relations.length === 0
  const openPassage = (id: PassageId) => {
    const passage = passagesById.get(id)
    if (passage) onOpenSource(passage.sourceId, id)
  }
  const copy = () => {
    if (copyText(mermaidOf(open, map))) showToast({ kind: 'note', title: t('map.copied') })
  }
  const add = !readOnly && passagesById.size > 1 && (
    <Button
      size="small"
      variant={isEmpty ? 'primary' : 'secondary'}
      icon={<Plus aria-hidden />}
      onPress={() => setRelating({ from: null })}
    >
      {t('map.relate')}
    </Button>
  )
  return (
    <div className={styles['view']}>
      {isEmpty ? (
        <EmptyState
          icon={<Network aria-hidden />}
          title={t('map.empty')}
          message={t('map.emptyText')}
          actions={add || undefined}
        />
      ) : (
        <>
          <div className={styles['tools']}>
            <Segmented
              label={t('map.form')}
              value={form}
              onChange={setForm}
              options={[
                { id: 'map', label: t('map.drawn'), icon: <Network aria-hidden /> },
                { id: 'table', label: t('map.listed'), icon: <List aria-hidden /> },
              ]}
            />
            <span className={styles['facts']}>
              {t('map.facts', { count: map.relations.length, number: formatNumber(map.relations.length) })}
            </span>
            <span className={styles['space']} />
            {form === 'map' && (
              <>
                <IconButton
                  size="small"
                  label={t('map.zoomOut')}
                  keys="-"
                  icon={<ZoomOut aria-hidden />}
                  onPress={zoom.less}
                />
                <IconButton
                  size="small"
                  label={t('map.zoomIn')}
                  keys="+"
                  icon={<ZoomIn aria-hidden />}
                  onPress={zoom.more}
                />
                <IconButton
                  size="small"
                  label={t('map.fit')}
                  keys="0"
                  icon={<Maximize aria-hidden />}
                  onPress={zoom.fit}
                />
              </>
            )}
            <Button size="small" variant="quiet" icon={<Copy aria-hidden />} onPress={copy}>
              {t('map.copy')}
            </Button>
            {add}
          </div>
          {form === 'map' ? (
            <MapDrawing
              open={open}
              map={map}
              zoom={zoom}
              selected={selected}
              onSelect={onSelect}
              onOpen={openPassage}
              onRelate={(from) => {
                if (!readOnly) setRelating({ from })
              }}
            />
          ) : (
            <RelationTable open={open} relations={map.relations} onSelect={onSelect} />
          )}
        </>
      )}
      {relating && <RelateDialog open={open} from={relating.from} onClose={() => setRelating(null)} />}
    </div>
  )
}

/** The map as Mermaid, in the language of the page. */
function mermaidOf({ review, sources }: OpenReview, { groups, relations }: DebateMap): string {
  const labels = REVIEW_LABELS[review.language]
  return renderMermaid(
    groups.map(({ section, passages }) => ({
      heading: section ? onOneLine(sectionHeading(section, review.language)) : '…',
      nodes: passages.map((passage) => ({
        id: passage.id,
        text: quoteName({ text: passage.text, speaker: speakerOf(passage, sources)?.name ?? null }, labels),
      })),
    })),
    relations.map((relation) => ({ ...relation, label: labels.relations[relation.kind] })),
  )
}
