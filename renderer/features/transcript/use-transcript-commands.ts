import { useTranslation } from 'react-i18next'
import type { PassageId, SectionId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import type { TextRange } from '../../../shared/domain/span'
import { turnIndexAt, type Turn } from '../../../shared/domain/turn'
import { useCommands, type Command } from '../../ui/commands'
import type { CampChoice } from './camps'
import { blockIndexAt } from './document/blocks'
import { moveCaret } from './document/caret-keys'
import type { TranscriptDocument } from './document/nodes'
import { nextUnit, sentenceAt, turnAt, wordAt } from '../../../shared/domain/text-units'
import { rangeOfSelection, type TranscriptView } from './document/transcript-view'
import type { useEdges } from './edges/use-edges'

const mac = /Mac/.test(navigator.platform)

export interface TranscriptActions {
  readonly mark: (ranges: readonly TextRange[], camp: SectionId | null, thenFocus?: string) => void
  readonly extend: (range: TextRange) => void
  readonly remove: (passage: Passage) => void
  readonly toggleCamp: (passage: Passage, camp: SectionId) => void
  readonly removeSpan: (passage: Passage) => void
  /** At the caret. */
  readonly split: () => void
  /** Joins the passages that are selected in the text, or lets the user choose what to join with the selected one. */
  readonly join: () => void
  readonly exactEdges: boolean
  /** Those of the selected passage. */
  readonly edges: Pick<ReturnType<typeof useEdges>, 'edges' | 'held' | 'choose' | 'letGo'>
  readonly toggleExactEdges: () => void
  readonly select: (id: PassageId | null) => void
  readonly find: () => void
  /** Begins to correct the text; `null` where that cannot be. */
  readonly correct: (() => void) | null
  readonly showRevisions: () => void
  /** `null` where the program cannot ask for a file, or not write. */
  readonly attachRecording: (() => void) | null
  readonly newCamp: (range: TextRange) => void
  /** Selects the passage at an offset, or lets the user choose among several. */
  readonly selectHere: (offset: number) => void
  /** Takes the choice away; `null` while there is none. */
  readonly endChoosing: (() => void) | null
  readonly focusField: (field: string) => void
}

export interface TranscriptCommandsInput {
  readonly view: TranscriptView
  readonly document: TranscriptDocument
  readonly turns: readonly Turn[]
  readonly camps: readonly CampChoice[]
  /** In text order. */
  readonly passages: readonly Passage[]
  readonly selected: Passage | null
  /** What is selected in the text. */
  readonly range: TextRange | null
  readonly readOnly: boolean
  readonly finding: boolean
  readonly actions: TranscriptActions
}

/** Every key of the transcript. A key acts on the selected text, else on the selected passage. */
export function useTranscriptCommands(input: TranscriptCommandsInput): void {
  const { view, document, turns, camps, passages, selected, range, readOnly, finding, actions } = input
  const { t } = useTranslation('transcript')
  const group = t('commands.group')

  const toPassage = (by: 1 | -1) => {
    const next = neighbour(passages, selected, offsetHere(view), by)
    if (next) actions.select(next.id)
  }
  const toTurn = (by: 1 | -1, extend = false) => {
    const from = offsetHere(view)
    const here = turnIndexAt(turns, from)
    const turn = turns[Math.min(Math.max(here + by, 0), turns.length - 1)]
    if (!turn) return
    const focus = extend && here === turns.length - 1 && by === 1 ? turn.end : turn.start
    view.focus()
    view.select({ anchor: extend ? (view.selection?.anchor ?? from) : focus, focus })
    view.reveal({ start: focus, end: focus }, extend ? 'nearest' : 'middle')
  }
  const toSentence = (direction: 'forward' | 'backward') => {
    view.focus()
    moveCaret(view, { kind: 'sentence', direction }, false)
  }
  const grow = () => {
    const from = offsetHere(view)
    const here = view.selection ? rangeOfSelection(view.selection) : { start: from, end: from }
    const bounds = document.blocks[blockIndexAt(document.blocks, here.start)]!
    const stretch = { text: document.text, bounds, language: view.language }
    const { start, end } = nextUnit(here, [
      wordAt(stretch, here.start),
      sentenceAt(stretch, here.start),
      turnAt(document.text, turns, here.start),
    ])
    view.focus()
    view.select({ anchor: start, focus: end })
  }
  const remove = () => {
    // Keys that take something away act where the reader is: in the inspector they may mean a tag.
    if (selected && view.hasFocus()) actions.remove(selected)
  }
  const escape = () => {
    if (actions.endChoosing) actions.endChoosing()
    else if (actions.edges.held) actions.edges.edges.cancel()
    else if (range) view.collapse()
    else actions.select(null)
  }
  const markOrFocus = (field: string) => {
    if (range) actions.mark([range], null, field)
    else actions.focusField(field)
  }

  const canMark = !readOnly && range !== null
  const canEdit = !readOnly && (range !== null || selected !== null)
  const canRemove = !readOnly && selected !== null && range === null
  const commands: Command[] = [
    ...camps.map(({ id, label, key }) => ({
      id: `transcript.camp.${id}`,
      title: t('commands.camp', { camp: label }),
      group,
      keys: key ?? undefined,
      enabled: canEdit,
      run: () => {
        if (range) actions.mark([range], id)
        else if (selected) actions.toggleCamp(selected, id)
      },
    })),
    {
      id: 'transcript.mark',
      title: t('toolbar.mark'),
      group,
      keys: 'm',
      enabled: canMark,
      run: () => range && actions.mark([range], null),
    },
    {
      id: 'transcript.extend',
      title: t('toolbar.extend'),
      group,
      keys: 'e',
      enabled: canMark && selected !== null,
      run: () => range && actions.extend(range),
    },
    {
      id: 'transcript.removeSpan',
      title: t('commands.removeSpan'),
      group,
      keys: 'x',
      enabled: canRemove,
      run: () => selected && actions.removeSpan(selected),
    },
    {
      id: 'transcript.split',
      title: t('commands.split'),
      group,
      keys: 's',
      enabled: !readOnly && passages.length > 0,
      run: actions.split,
    },
    {
      id: 'transcript.join',
      title: t('commands.join'),
      group,
      keys: 'Shift+J',
      enabled: canEdit,
      run: actions.join,
    },
    {
      id: 'transcript.previousEdge',
      title: t('commands.previousEdge'),
      group,
      keys: ',',
      enabled: !readOnly && selected !== null,
      run: () => actions.edges.choose(-1),
    },
    {
      id: 'transcript.nextEdge',
      title: t('commands.nextEdge'),
      group,
      keys: '.',
      enabled: !readOnly && selected !== null,
      run: () => actions.edges.choose(1),
    },
    {
      id: 'transcript.letGo',
      title: t('commands.letGo'),
      group,
      keys: 'Enter',
      hidden: actions.edges.held === null,
      enabled: actions.edges.held !== null,
      run: actions.edges.letGo,
    },
    {
      id: 'transcript.exactEdges',
      title: t(actions.exactEdges ? 'commands.wholeWords' : 'commands.exactEdges'),
      group,
      enabled: !readOnly,
      run: actions.toggleExactEdges,
    },
    {
      id: 'transcript.note',
      title: t('toolbar.note'),
      group,
      keys: 'n',
      enabled: canEdit,
      run: () => markOrFocus('passage.note'),
    },
    {
      id: 'transcript.tags',
      title: t('toolbar.tags'),
      group,
      keys: 't',
      enabled: canEdit,
      run: () => markOrFocus('passage.tags'),
    },
    {
      id: 'transcript.newCamp',
      title: t('toolbar.newCamp'),
      group,
      enabled: !readOnly,
      run: () => actions.newCamp(range ?? { start: 0, end: 0 }),
    },
    {
      id: 'transcript.delete',
      title: t('commands.delete'),
      group,
      keys: 'Delete',
      enabled: canRemove,
      run: remove,
    },
    {
      id: 'transcript.deleteBack',
      title: t('commands.delete'),
      group,
      keys: 'Backspace',
      hidden: true,
      enabled: canRemove,
      run: remove,
    },
    {
      id: 'transcript.correct',
      title: t('correct.start'),
      group,
      keys: 'F2',
      enabled: actions.correct !== null,
      run: () => actions.correct?.(),
    },
    {
      id: 'transcript.attachRecording',
      title: t('player.attach'),
      group,
      enabled: actions.attachRecording !== null,
      run: () => actions.attachRecording?.(),
    },
    {
      id: 'edit.selectAll',
      title: t('commands.selectAll'),
      group,
      run: () => {
        view.focus()
        moveCaret(view, { kind: 'all' }, false)
      },
    },
    { id: 'transcript.revisions', title: t('revisions.open'), group, run: actions.showRevisions },
    {
      id: 'transcript.selectHere',
      title: t('commands.selectHere'),
      group,
      keys: 'o',
      run: () => view.selection && actions.selectHere(view.selection.focus),
    },
    { id: 'transcript.next', title: t('commands.next'), group, keys: 'j', run: () => toPassage(1) },
    { id: 'transcript.previous', title: t('commands.previous'), group, keys: 'k', run: () => toPassage(-1) },
    {
      id: 'transcript.nextArrow',
      title: t('commands.next'),
      group,
      keys: 'Alt+ArrowDown',
      hidden: true,
      run: () => toPassage(1),
    },
    {
      id: 'transcript.previousArrow',
      title: t('commands.previous'),
      group,
      keys: 'Alt+ArrowUp',
      hidden: true,
      run: () => toPassage(-1),
    },
    { id: 'transcript.nextTurn', title: t('commands.nextTurn'), group, keys: 'BracketRight', run: () => toTurn(1) },
    {
      id: 'transcript.previousTurn',
      title: t('commands.previousTurn'),
      group,
      keys: 'BracketLeft',
      run: () => toTurn(-1),
    },
    {
      id: 'transcript.toNextTurn',
      title: t('commands.toNextTurn'),
      group,
      keys: 'Shift+BracketRight',
      run: () => toTurn(1, true),
    },
    {
      id: 'transcript.toPreviousTurn',
      title: t('commands.toPreviousTurn'),
      group,
      keys: 'Shift+BracketLeft',
      run: () => toTurn(-1, true),
    },
    {
      id: 'transcript.nextSentence',
      title: t('commands.nextSentence'),
      group,
      keys: mac ? 'Control+Alt+ArrowRight' : 'Alt+ArrowRight',
      run: () => toSentence('forward'),
    },
    {
      id: 'transcript.previousSentence',
      title: t('commands.previousSentence'),
      group,
      keys: mac ? 'Control+Alt+ArrowLeft' : 'Alt+ArrowLeft',
      run: () => toSentence('backward'),
    },
    { id: 'transcript.grow', title: t('commands.grow'), group, keys: 'w', run: grow },
    {
      id: 'transcript.escape',
      title: t('commands.deselect'),
      group,
      keys: 'Escape',
      hidden: true,
      enabled: range !== null || selected !== null || actions.endChoosing !== null,
      run: escape,
    },
    ...(finding
      ? []
      : [{ id: 'edit.find', title: t('find.open'), group, keys: '$mod+f', whileTyping: true, run: actions.find }]),
  ]
  useCommands(commands)
}

/** Where the reader is: at the caret when it is in view, else at the top of what they see. */
export function offsetHere(view: TranscriptView): number {
  const caret = view.caretRect()
  const page = view.scroller?.getBoundingClientRect()
  if (view.selection && caret && page && caret.bottom > page.top && caret.top < page.bottom) return view.selection.focus
  return view.document.blocks[view.topBlock()]?.start ?? 0
}

function neighbour(
  passages: readonly Passage[],
  selected: Passage | null,
  offset: number,
  by: 1 | -1,
): Passage | undefined {
  const at = selected ? passages.findIndex(({ id }) => id === selected.id) : -1
  if (at !== -1) return passages[at + by]
  const startOf = (passage: Passage) => passage.spans[0]?.start ?? 0
  return by === 1
    ? passages.find((passage) => startOf(passage) >= offset)
    : passages.findLast((passage) => startOf(passage) < offset)
}
