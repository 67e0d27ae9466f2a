import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SectionId } from '../../../../shared/domain/ids'
import type { Camp } from '../../../../shared/domain/review'
import type { SavedSearch } from '../../../../shared/domain/saved-search'
import { attempt, writer } from '../../../api'
import { changeSearch, type SearchState } from '../../../search-state'
import { withUndoOffer } from '../../../undo-offer'
import { toRequest } from '../use-hits'
import { type NamedSearch, SavedSearchDialog } from './saved-search-dialog'
import { look } from './use-saved'

type Asked =
  | { readonly kind: 'new'; readonly search: NamedSearch }
  | { readonly kind: 'edit'; readonly search: SavedSearch }

export interface Saving {
  readonly saveNew: () => void
  readonly edit: (search: SavedSearch) => void
  /** Has a saved search look for what is looked for now. */
  readonly update: (search: SavedSearch) => void
  readonly dialog: ReactNode
}

const save = writer('savedSearch.save')
const change = writer('savedSearch.update')

/** Keeps what is looked for, and changes what is kept. */
export function useSaving(
  state: SearchState,
  camps: readonly { readonly id: SectionId; readonly camp: Camp }[],
): Saving {
  const { t } = useTranslation('search')
  const [asked, setAsked] = useState<Asked | null>(null)

  const keep = async (named: NamedSearch) => {
    if (asked?.kind === 'edit') {
      const { id } = asked.search
      setAsked(null)
      await change({ id, ...named })
      return
    }
    setAsked(null)
    const saved = await save({ ...toRequest(state), ...named })
    changeSearch({ savedId: saved.id })
    await look(saved.id)
  }
  return {
    saveNew: () => setAsked({ kind: 'new', search: { name: state.query.trim(), marking: null } }),
    edit: (search) => setAsked({ kind: 'edit', search }),
    update: (search) =>
      void withUndoOffer(t('saved.updated', { name: search.name }), async () => {
        await change({ id: search.id, request: toRequest(state) })
        await look(search.id)
      }),
    dialog: (
      <SavedSearchDialog
        search={asked?.search ?? null}
        isNew={asked?.kind === 'new'}
        camps={camps}
        onSave={(named) => void attempt(() => keep(named))}
        onClose={() => setAsked(null)}
      />
    ),
  }
}
