import {
  CircleHelp,
  Droplets,
  EyeOff,
  Flag,
  Handshake,
  History,
  Library,
  ListPlus,
  NotebookPen,
  Split,
  SquareDot,
  UserRound,
  type LucideIcon,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { Menu } from '../../ui/menu'
import type { SectionId } from '../../../shared/domain/ids'
import { SECTION_KINDS, type SectionKind } from '../../../shared/domain/review'
import { nextCamp } from './next-camp'
import { placeForNew } from './outline'
import type { OpenReview } from './use-review'

/** A picture for each kind of section. */
export const SECTION_ICONS: Readonly<Record<SectionKind, LucideIcon>> = {
  changelog: History,
  consensus: Handshake,
  point: SquareDot,
  disagreement: Split,
  camp: Flag,
  'cold-water': Droplets,
  unspoken: EyeOff,
  'my-view': UserRound,
  'open-questions': CircleHelp,
  sources: Library,
  free: NotebookPen,
}

/** Adds a section of a kind where such a section goes. */
export function addSection({ review, actions }: OpenReview, kind: SectionKind, current: SectionId | null) {
  const camp = kind === 'camp' ? nextCamp(review.sections) : null
  return actions.addSection(kind, placeForNew(review.sections, kind, current), camp)
}

export interface AddSectionMenuProps {
  readonly open: OpenReview
  /** The section the user is in. */
  readonly current: SectionId | null
  readonly onAdded: (id: SectionId) => void
  readonly variant: 'icon' | 'button'
}

export function AddSectionMenu({ open, current, onAdded, variant }: AddSectionMenuProps) {
  const { t } = useTranslation('review')
  return (
    <Menu
      label={t('outline.add')}
      placement={variant === 'icon' ? 'bottom end' : 'bottom'}
      items={SECTION_KINDS.map((kind) => {
        const Icon = SECTION_ICONS[kind]
        return {
          id: kind,
          title: t(`kinds.${kind}`),
          icon: <Icon aria-hidden />,
          onAction: () => void addSection(open, kind, current).then((id) => id && onAdded(id)),
        }
      })}
    >
      {variant === 'icon' ? (
        <IconButton size="small" label={t('outline.add')} icon={<ListPlus aria-hidden />} />
      ) : (
        <Button variant="primary" icon={<ListPlus aria-hidden />}>
          {t('outline.add')}
        </Button>
      )}
    </Menu>
  )
}
