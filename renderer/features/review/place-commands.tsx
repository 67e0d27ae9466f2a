import { useTranslation } from 'react-i18next'
import { translate } from '../../i18n'
import { useCommands } from '../../ui/commands'
import type { SectionId } from '../../../shared/domain/ids'
import { sectionHeading } from '../../../shared/markdown/labels'
import { announce } from './announcer'
import { useNeeded } from './block-chunks'
import { placeOfBlock, stepBlock } from './blocks'
import { GO_TO_OUTLINE_KEYS, GO_TO_PREVIEW_KEYS } from './keys'
import { stepSection } from './outline'
import type { OpenReview } from './use-review'

export interface PlaceCommandsProps {
  readonly open: OpenReview
  /** The section the user is in. */
  readonly current: SectionId | null
  /** Gives the focus to the outline, or the preview, which is shown for it. */
  readonly onOutline: () => void
  readonly onPreview: () => void
}

/** Offers to move the block and the section that the user is in, and to go to the panes beside the page. */
export function PlaceCommands({ open, current, onOutline, onPreview }: PlaceCommandsProps) {
  const { t } = useTranslation('review')
  const { review, actions, readOnly } = open
  const block = useNeeded(({ focused }) => focused)
  const section = review.sections.find(({ id }) => id === current)
  const group = t('commands.group')
  const hasBlock = !readOnly && block !== null && placeOfBlock(review.sections, block) !== null
  const kind = section?.camp ? 'camp' : 'section'

  const moveBlock = (by: -1 | 1) => () => {
    const place = block && stepBlock(actions.sections(), block, by)
    if (block && place) actions.moveBlock(block, place)
    else announce(translate('review:announce.end'))
  }
  const moveSection = (by: -1 | 1) => () => {
    const place = current && stepSection(actions.sections(), current, by)
    if (current && place) actions.moveSection(current, place)
    else announce(translate('review:announce.end'))
  }
  const steps = [
    { way: 'up', ownKeys: 'Alt+ArrowUp', by: -1 },
    { way: 'down', ownKeys: 'Alt+ArrowDown', by: 1 },
  ] as const
  useCommands([
    ...steps.flatMap(({ way, ownKeys, by }) => [
      {
        id: `block.${way}`,
        title: t(`commands.move.block.${way}`),
        group,
        ownKeys,
        enabled: hasBlock,
        run: moveBlock(by),
      },
      ...(section
        ? [
            {
              id: `section.${way}`,
              title: t(`commands.move.${kind}.${way}`, { heading: sectionHeading(section, review.language) }),
              group,
              ownKeys,
              enabled: !readOnly,
              run: moveSection(by),
            },
          ]
        : []),
    ]),
    { id: 'review.goToOutline', title: t('commands.outline'), group, keys: GO_TO_OUTLINE_KEYS, run: onOutline },
    { id: 'review.goToPreview', title: t('commands.goToPreview'), group, keys: GO_TO_PREVIEW_KEYS, run: onPreview },
  ])
  return null
}
