import { Plus } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { cx } from '../../ui/cx'
import type { SectionId } from '../../../shared/domain/ids'
import type { SectionKind } from '../../../shared/domain/review'
import { useDrag } from './drag'
import { NewProse } from './new-prose'
import { usePage } from './page-context'
import styles from './page.module.css'

interface GapProps {
  readonly sectionId: SectionId
  readonly index: number
  /** Says what can be done here: the section has nothing in it, nor below it. */
  readonly isInvitation?: boolean
  /** A list of points begins here: the kind of its section. */
  readonly listKind?: SectionKind | null
}

/** The place between two blocks: text can be written there, and things dropped. */
export function Gap({ sectionId, index, isInvitation = false, listKind = null }: GapProps) {
  const { t } = useTranslation('review')
  const { readOnly, editing, edit } = usePage()
  const isTarget = useDrag(
    ({ target }) => target?.kind === 'gap' && target.sectionId === sectionId && target.gap === index,
  )

  if (editing?.kind === 'new' && editing.sectionId === sectionId && editing.index === index) {
    return <NewProse editing={editing} />
  }

  return (
    <div className={cx(styles['gap'], isTarget && styles['target'], isInvitation && styles['invitation'])}>
      {!readOnly && (
        <AriaButton
          className={styles['add'] ?? ''}
          onPress={() => edit({ kind: 'new', sectionId, index, id: null, isList: listKind !== null })}
        >
          <Plus aria-hidden />
          {listKind === null
            ? t(isInvitation ? 'empty.section' : 'page.addHere')
            : t(`items.${isInvitation ? 'begin' : 'add'}.${listKind}`)}
        </AriaButton>
      )}
    </div>
  )
}
