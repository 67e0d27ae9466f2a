import { Search } from 'lucide-react'
import { useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { type Command, useAllCommands } from '../../ui/commands'
import { Keys } from '../../ui/keys'
import { fuzzyFilter } from './fuzzy'
import styles from './palette.module.css'

export interface PaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Finds and runs any command on offer. */
export function Palette({ isOpen, onClose }: PaletteProps) {
  return (
    <ModalOverlay
      className={styles['overlay'] ?? ''}
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={styles['modal'] ?? ''}>
        <Finder onClose={onClose} />
      </Modal>
    </ModalOverlay>
  )
}

function Finder({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('commands')
  const [query, setQuery] = useState('')
  const commands = useAllCommands().filter(({ enabled, hidden }) => enabled !== false && !hidden)
  const found = fuzzyFilter(query, commands, ({ title, group }) => `${title} ${group}`)

  const run = (id: string) => {
    const command = commands.find((candidate) => candidate.id === id)
    onClose()
    // After the dialog has given the focus back, so that what the command focuses keeps it.
    if (command) requestAnimationFrame(() => command.run())
  }

  return (
    <Dialog aria-label={t('view.palette')} className={styles['dialog'] ?? ''}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField aria-label={t('find')} autoFocus className={styles['field'] ?? ''}>
          <Search aria-hidden />
          <Input className={styles['input'] ?? ''} placeholder={t('find')} />
        </SearchField>
        <Menu
          aria-label={t('view.palette')}
          className={styles['list'] ?? ''}
          onAction={(id) => run(String(id))}
          renderEmptyState={() => <p className={styles['empty']}>{t('nothingFound')}</p>}
        >
          {byGroup(found).map(({ group, commands: members }) => (
            <MenuSection key={group} id={`group:${group}`}>
              <Header className={styles['group'] ?? ''}>{group}</Header>
              {members.map((command) => (
                <MenuItem key={command.id} id={command.id} textValue={command.title} className={styles['item'] ?? ''}>
                  <span>{command.title}</span>
                  {command.keys !== undefined && <Keys keys={command.keys} />}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Autocomplete>
    </Dialog>
  )
}

/** Commands under their headings, in the order in which each heading first comes. */
function byGroup(commands: readonly Command[]): { group: string; commands: Command[] }[] {
  const groups = new Map<string, Command[]>()
  for (const command of commands) groups.set(command.group, [...(groups.get(command.group) ?? []), command])
  return [...groups].map(([group, members]) => ({ group, commands: members }))
}
