import { Bookmark, BookmarkPlus, Check, Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SavedSearch } from '../../../../shared/domain/saved-search'
import { Button } from '../../../ui/button'
import { Menu } from '../../../ui/menu'

export interface SaveButtonProps {
  /** The saved search that was opened. */
  readonly current: SavedSearch | null
  /** What is looked for is what was saved. */
  readonly isClean: boolean
  readonly isDisabled: boolean
  readonly onSaveNew: () => void
  readonly onUpdate: () => void
  readonly onEdit: () => void
}

/** Keeps what is looked for: under a name of its own, or in place of what was opened. */
export function SaveButton({ current, isClean, isDisabled, onSaveNew, onUpdate, onEdit }: SaveButtonProps) {
  const { t } = useTranslation('search')
  if (!current) {
    return (
      <Button icon={<BookmarkPlus aria-hidden />} isDisabled={isDisabled} onPress={onSaveNew}>
        {t('saved.save')}
      </Button>
    )
  }
  return (
    <Menu
      label={t('saved.changes')}
      placement="bottom end"
      items={[
        ...(isClean
          ? []
          : [
              {
                id: 'update',
                title: t('saved.update', { name: current.name }),
                icon: <Check aria-hidden />,
                onAction: onUpdate,
              },
            ]),
        { id: 'edit', title: t('saved.edit'), icon: <Pencil aria-hidden />, onAction: onEdit },
        { id: 'new', title: t('saved.saveAs'), icon: <BookmarkPlus aria-hidden />, onAction: onSaveNew },
      ]}
    >
      <Button icon={<Bookmark aria-hidden />} isDisabled={isDisabled}>
        {t(isClean ? 'saved.isSaved' : 'saved.changes')}
      </Button>
    </Menu>
  )
}
