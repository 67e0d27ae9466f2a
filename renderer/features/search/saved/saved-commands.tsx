import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api'
import { goTo } from '../../../navigation'
import { openSavedSearch } from '../../../search-state'
import { useCommands } from '../../../ui/commands'

/** Has every saved search found in the palette, wherever the window is. */
export function SavedCommands() {
  const { t } = useTranslation(['search', 'commands'])
  const searches = useRead('savedSearch.list', {}).data ?? []
  useCommands(
    searches.map((search) => ({
      id: `savedSearch.open.${search.id}`,
      title: t('saved.open', { name: search.name }),
      group: t('commands:group.search'),
      run: () => {
        openSavedSearch(search)
        goTo('search')
      },
    })),
  )
  return null
}
