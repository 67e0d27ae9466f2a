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
  TextField,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { SourceId } from '../../../shared/domain/ids'
import { useRead } from '../../api'
import { type Command, useAllCommands } from '../../ui/commands'
import { Keys } from '../../ui/keys'
import { byGroup, groupOrder } from './by-group'
import { fuzzyFilter } from './fuzzy'
import styles from './palette.module.css'

export interface PaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onOpenSource: (id: SourceId) => void
}

/** Finds and runs any command on offer, and opens any transcript. */
export function Palette({ isOpen, onClose, onOpenSource }: PaletteProps) {
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
        <Finder onClose={onClose} onOpenSource={onOpenSource} />
      </Modal>
    </ModalOverlay>
  )
}

/** Enough to choose from without a scroll that never ends. */
const MOST_SOURCES = 8

function Finder({ onClose, onOpenSource }: Omit<PaletteProps, 'isOpen'>) {
  const { t } = useTranslation(['commands', 'common'])
  const [query, setQuery] = useState('')
  const project = useRead('project.find', {}).data
  const sources = useRead('source.list', {}, { enabled: Boolean(project) }).data ?? []
  const commands = useAllCommands().filter(({ enabled, hidden }) => enabled !== false && !hidden)

  const found: readonly Command[] =
    query.trim() === ''
      ? commands
      : [
          ...fuzzyFilter(query, commands, ({ title, group }) => `${title} ${group}`),
          ...sources
            .filter((source) => holdsWords(query, [source.title, ...source.speakers.map(({ name }) => name)].join(' ')))
            .slice(0, MOST_SOURCES)
            .map(({ id, title }) => ({
              id: `source:${id}`,
              title,
              group: t('openTranscript'),
              run: () => onOpenSource(id),
            })),
        ]

  const run = (id: string) => {
    const command = found.find((candidate) => candidate.id === id)
    onClose()
    // After the dialog has given the focus back, so that what the command focuses keeps it.
    if (command) requestAnimationFrame(() => command.run())
  }

  return (
    <Dialog aria-label={t('view.palette')} className={styles['dialog'] ?? ''}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <TextField aria-label={t('find')} autoFocus className={styles['field'] ?? ''}>
          <Search aria-hidden />
          <Input className={styles['input'] ?? ''} placeholder={t('find')} />
        </TextField>
        <Menu
          aria-label={t('view.palette')}
          className={styles['list'] ?? ''}
          onAction={(id) => run(String(id))}
          renderEmptyState={() => <p className={styles['empty']}>{t('nothingFound')}</p>}
        >
          {byGroup(found, query === '' ? groupOrder(t) : []).map(({ group, members }) => (
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

/** Titles are many and long: letters in order, as for commands, would find nearly all of them. */
function holdsWords(query: string, text: string): boolean {
  const held = text.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => held.includes(word))
}
