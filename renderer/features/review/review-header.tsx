import { ChevronDown, Download, Ellipsis, Eye, PanelLeft, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SavedSign } from '../../saved-sign'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { Menu } from '../../ui/menu'
import { Select } from '../../ui/select'
import type { ReviewId } from '../../../shared/domain/ids'
import type { ReviewSummary } from '../../../shared/domain/review'
import type { Verification } from '../../../shared/domain/verification'
import { EXPORT_FORMATS, type ExportFormat } from './export/formats'
import { PANEL_KEYS, PREVIEW_KEYS } from './keys'
import styles from './review.module.css'
import { VerificationNote } from './verification-note'

export interface ReviewHeaderProps {
  readonly reviews: readonly ReviewSummary[]
  readonly reviewId: ReviewId
  readonly verification: Verification | undefined
  readonly readOnly: boolean
  readonly showsPanel: boolean
  readonly showsPreview: boolean
  /** What is worth a second look. */
  readonly hints: ReactNode
  readonly onChoose: (id: ReviewId) => void
  readonly onNew: () => void
  readonly onPanel: () => void
  readonly onPreview: () => void
  /** Without a format, in that of the last export. */
  readonly onExport: (format: ExportFormat | null) => void
  readonly onReadBack: () => void
  readonly onSettings: () => void
  readonly onDelete: () => void
}

/** The row above the page: which review, whether its quotes are true, and what can be done with the whole. */
export function ReviewHeader(props: ReviewHeaderProps) {
  const { reviews, reviewId, verification, readOnly, showsPanel, showsPreview } = props
  const { t } = useTranslation('review')
  return (
    <header className={styles['header']}>
      <IconButton
        label={t('toolbar.outline')}
        keys={PANEL_KEYS}
        icon={<PanelLeft aria-hidden />}
        isOn={showsPanel}
        onPress={props.onPanel}
      />
      <div className={styles['chooser']}>
        <Select
          label={t('chooser.label')}
          hideLabel
          options={reviews.map(({ id, title }) => ({ id, label: title }))}
          value={reviewId}
          onChange={props.onChoose}
        />
      </div>
      {!readOnly && <IconButton label={t('chooser.new')} icon={<Plus aria-hidden />} onPress={props.onNew} />}
      <span className={styles['space']} />
      {!readOnly && (
        <span className={styles['saved']}>
          <SavedSign />
        </span>
      )}
      {props.hints}
      <span className={styles['verification']}>
        <VerificationNote verification={verification} />
      </span>
      <IconButton
        label={t('toolbar.preview')}
        keys={PREVIEW_KEYS}
        icon={<Eye aria-hidden />}
        isOn={showsPreview}
        onPress={props.onPreview}
      />
      <div className={styles['export']}>
        <Button variant="primary" icon={<Download aria-hidden />} onPress={() => props.onExport(null)}>
          {t('toolbar.export')}
        </Button>
        <Menu
          label={t('export:formatMenu')}
          placement="bottom end"
          items={EXPORT_FORMATS.map((format) => ({
            id: format,
            title: t('export:menuItem', { format: t(`export:formats.${format}`) }),
            onAction: () => props.onExport(format),
          }))}
        >
          <Button variant="primary" aria-label={t('export:formatMenu')} icon={<ChevronDown aria-hidden />}>
            {''}
          </Button>
        </Menu>
      </div>
      {!readOnly && (
        <Menu
          label={t('toolbar.more')}
          placement="bottom end"
          items={[
            { id: 'readBack', title: t('export:readBack.menu'), onAction: props.onReadBack },
            { id: 'settings', title: t('toolbar.settings'), onAction: props.onSettings },
            { id: 'delete', title: t('toolbar.delete'), danger: true, onAction: props.onDelete },
          ]}
        >
          <IconButton label={t('toolbar.more')} icon={<Ellipsis aria-hidden />} />
        </Menu>
      )}
    </header>
  )
}
