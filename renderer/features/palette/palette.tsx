import { Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
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
import { onOneLine } from '../../../shared/domain/elision'
import type { SourceId } from '../../../shared/domain/ids'
import type { SearchHit } from '../../../shared/domain/search'
import type { Source } from '../../../shared/domain/source'
import type { TextRange } from '../../../shared/domain/span'
import { useRead } from '../../api'
import { formatNumber } from '../../i18n'
import { type Command, useAllCommands } from '../../ui/commands'
import { Keys } from '../../ui/keys'
import { byGroup, groupOrder } from './by-group'
import { fuzzyFilter } from './fuzzy'
import styles from './palette.module.css'

export interface PaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onOpenSource: (id: SourceId) => void
  readonly onOpenPlace: (id: SourceId, place: TextRange) => void
  /** Shows every place where something is said. */
  readonly onSearch: (query: string) => void
}

/** Finds and runs any command on offer, opens any transcript, and finds what was said in all of them. */
export function Palette({ isOpen, onClose, onOpenSource, onOpenPlace, onSearch }: PaletteProps) {
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
        <Finder onClose={onClose} onOpenSource={onOpenSource} onOpenPlace={onOpenPlace} onSearch={onSearch} />
      </Modal>
    </ModalOverlay>
  )
}

/** Enough to choose from without a scroll that never ends. */
const MOST_SOURCES = 8
const MOST_HITS = 20
const NOTHING: { readonly total: number; readonly hits: readonly SearchHit[] } = { total: 0, hits: [] }

/** An entry of the list: a command, a transcript, or a place where the query stands. */
interface Entry extends Command {
  readonly hit?: SearchHit
}

function KeysOf({ command: { keys, ownKeys } }: { readonly command: Command }) {
  const shown = keys ?? ownKeys
  return shown === undefined ? null : <Keys keys={shown} />
}

function Finder({ onClose, onOpenSource, onOpenPlace, onSearch }: Omit<PaletteProps, 'isOpen'>) {
  const { t } = useTranslation(['commands', 'common'])
  const [query, setQuery] = useState('')
  const project = useRead('project.find', {}).data
  const sources = useRead('source.list', {}, { enabled: Boolean(project) }).data ?? []
  const wanted = useDeferredValue(query.trim())
  const isSearched = Boolean(project) && isWorthSearching(wanted)
  const places = useRead(
    'search.find',
    { query: wanted, count: MOST_HITS },
    { enabled: isSearched, keepPrevious: true },
  )
  const { hits, total } = isSearched && places.data?.kind === 'found' ? places.data : NOTHING
  const commands = useAllCommands().filter(({ enabled, hidden }) => enabled !== false && !hidden)

  const found: readonly Entry[] =
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
          ...hits.map((hit) => ({
            id: `hit:${hit.sourceId}:${hit.start}`,
            title: hit.match,
            group: t('foundPlaces', { count: total, number: formatNumber(total) }),
            hit,
            run: () => onOpenPlace(hit.sourceId, hit),
          })),
          ...(total > 0
            ? [
                {
                  id: 'search.all',
                  title: t('showPlaces', { count: total, number: formatNumber(total) }),
                  group: t('foundPlaces', { count: total, number: formatNumber(total) }),
                  run: () => onSearch(wanted),
                },
              ]
            : []),
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
                  {command.hit ? (
                    <Hit hit={command.hit} source={sources.find(({ id }) => id === command.hit?.sourceId)} />
                  ) : (
                    <span>{command.title}</span>
                  )}
                  <KeysOf command={command} />
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Autocomplete>
    </Dialog>
  )
}

interface HitProps {
  readonly hit: SearchHit
  readonly source: Source | undefined
}

/** Some of the text around a place, and who says it where. */
function Hit({ hit, source }: HitProps) {
  const speaker = source?.speakers.find(({ id }) => id === hit.speakerId)
  return (
    <span className={styles['hit']}>
      <span className={styles['snippet']} lang={source?.language}>
        <span className={styles['before']}>
          <bdi>{piece(hit.before)}</bdi>
        </span>
        <mark className={styles['match']}>{piece(hit.match)}</mark>
        <span className={styles['after']}>{piece(hit.after)}</span>
      </span>
      <span className={styles['where']}>
        {speaker && <span>{speaker.name}</span>}
        <span className={styles['source']}>{source?.title}</span>
      </span>
    </span>
  )
}

/** Part of a line of text: on one line, and still apart from what stands beside it. */
function piece(text: string): string {
  // A space at the end of a line of its own direction would change sides.
  return `${/^\s/.test(text) ? '\u00a0' : ''}${onOneLine(text)}${/\s$/.test(text) ? '\u00a0' : ''}`
}

/** A single letter stands everywhere; a single Chinese character may be meant. */
function isWorthSearching(query: string): boolean {
  return query.length > 1 || /\p{Script=Han}/u.test(query)
}

/** Titles are many and long: letters in order, as for commands, would find nearly all of them. */
function holdsWords(query: string, text: string): boolean {
  const held = text.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => held.includes(word))
}
