import { useCallback, useDeferredValue, useId, useMemo, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Editor, Node, Transforms } from 'slate'
import { ReactEditor } from 'slate-react'
import type { PassageId } from '../../../../shared/domain/ids'
import type { Passage } from '../../../../shared/domain/passage'
import type { SectionKind } from '../../../../shared/domain/review'
import { passageLink } from '../../../../shared/markdown/quote-anchors'
import { placedPassages } from '../blocks'
import { passageName } from '../speaker-of'
import { filterPassages } from '../tray'
import type { OpenReview } from '../use-review'
import { findBlockChoices, findSectionKinds, insertChoice, type BlockChoice } from './block-choices'
import { insertLink } from './edit-blocks'
import { blockAbove, type ProseEditorObject } from './with-prose'
import { triggerAt, type Trigger } from './trigger'

/** One line of the list. */
export type Choice =
  | { readonly kind: 'block'; readonly choice: BlockChoice }
  | { readonly kind: 'section'; readonly section: SectionKind }
  | { readonly kind: 'passage'; readonly passage: Passage }

/** How a passage is put in. */
export type PassageForm = 'link' | 'quote'

export interface Completion {
  readonly listId: string
  readonly trigger: Trigger | null
  readonly choices: readonly Choice[]
  readonly active: number
  /** How Enter puts a passage in; `null` where there is but one way. */
  readonly form: PassageForm
  readonly hasForms: boolean
  readonly open: OpenReview
  readonly editor: ProseEditorObject
  readonly activate: (index: number) => void
  readonly choose: (choice: Choice, form?: PassageForm) => void
  /** To be called after each change of the editor. */
  readonly update: () => void
  readonly close: () => void
  /** Takes a key that is meant for the list. */
  readonly onKey: (event: KeyboardEvent) => boolean
  /** What tells assistive technology of the list. */
  readonly attributes: Readonly<Record<string, string | boolean>>
}

/** More than one looks through by keys; further typing finds the rest. */
const SHOWN = 30

/** A list of blocks and sections, or of passages, that comes while a sign and a word are typed. */
export function useCompletion(
  editor: ProseEditorObject,
  open: OpenReview,
  {
    onQuote,
    onSection,
  }: {
    readonly onQuote: ((id: PassageId) => void) | null
    readonly onSection: ((kind: SectionKind) => void) | null
  },
): Completion {
  const { t } = useTranslation('review')
  const listId = useId()
  const [trigger, setTrigger] = useState<Trigger | null>(null)
  const [dismissed, setDismissed] = useState<string | null>(null)
  const [chosen, setChosen] = useState(0)
  const query = useDeferredValue(trigger?.query ?? '')
  const kind = trigger?.kind ?? null
  const { passages, sources, review } = open
  const canAddSection = onSection !== null

  const find = useCallback(
    (kind: Trigger['kind'], query: string): readonly Choice[] => {
      if (kind === 'block') {
        const blocks = findBlockChoices(query, (id) => t(`prose.blocks.${id}`))
        const sections = canAddSection ? findSectionKinds(query, (id) => t(`kinds.${id}`)) : []
        return [
          ...blocks.map((choice) => ({ kind: 'block' as const, choice })),
          ...sections.map((section) => ({ kind: 'section' as const, section })),
        ]
      }
      const found = filterPassages(passages, query, sources)
      const placed = placedPassages(review.sections)
      const first = found.filter(({ id }) => placed.has(id)).slice(0, SHOWN)
      const rest = found.filter(({ id }) => !placed.has(id)).slice(0, SHOWN)
      return [...first, ...rest].slice(0, SHOWN).map((passage) => ({ kind: 'passage', passage }))
    },
    [passages, sources, review, canAddSection, t],
  )
  const choices = useMemo(() => (kind === null ? [] : find(kind, query)), [find, kind, query])

  const isOpen = trigger !== null && choices.length > 0
  const active = Math.min(chosen, choices.length - 1)
  const block = isOpen ? blockAbove(editor) : null
  const isAlone = block !== null && Node.string(block[0]) === Editor.string(editor, trigger!.range)
  const form: PassageForm = onQuote !== null && isAlone ? 'quote' : 'link'

  const close = () => setTrigger(null)
  const choose = (choice: Choice | undefined, wanted: PassageForm = form) => {
    // Between two keys the words may have changed: what the sign asks for now is taken away.
    const now = triggerAt(editor)
    if (choice === undefined || now === null) return
    setTrigger(null)
    editor.breakUndo()
    const isApart = choice.kind === 'section' || (choice.kind === 'passage' && wanted === 'quote')
    Transforms.delete(editor, { at: isApart ? withSpaceBefore(editor, now.range) : now.range })
    if (choice.kind === 'block') insertChoice(editor, choice.choice)
    else if (choice.kind === 'section') return onSection?.(choice.section)
    else if (wanted === 'quote' && onQuote) return onQuote(choice.passage.id)
    else {
      insertLink(editor, passageLink(choice.passage.id), passageName(choice.passage, open.sources))
      // Chinese sets no spaces between words.
      if (review.language !== 'zh') Editor.insertText(editor, ' ')
    }
    ReactEditor.focus(editor)
  }

  return {
    listId,
    trigger: isOpen ? trigger : null,
    choices,
    active,
    form,
    hasForms: onQuote !== null,
    open,
    editor,
    activate: setChosen,
    choose,
    update: () => {
      const found = triggerAt(editor)
      const typed = editor.operations.some(({ type }) => type === 'insert_text' || type === 'remove_text')
      const place = found && placeOf(found)
      if (place === null) setDismissed(null)
      if (found === null || place === dismissed) return setTrigger(null)
      if (trigger === null && !typed) return
      if (found.query !== trigger?.query || found.kind !== trigger.kind) setChosen(0)
      setTrigger(found)
    },
    close,
    onKey: (event) => {
      if (!isOpen) return false
      const last = choices.length - 1
      switch (event.key) {
        case 'ArrowDown':
          setChosen(active === last ? 0 : active + 1)
          return true
        case 'ArrowUp':
          setChosen(active === 0 ? last : active - 1)
          return true
        case 'PageDown':
          setChosen(Math.min(last, active + 8))
          return true
        case 'PageUp':
          setChosen(Math.max(0, active - 8))
          return true
        case 'Enter':
        case 'Tab': {
          if (event.shiftKey) return false
          const isOther = event.ctrlKey || event.metaKey
          if (isOther && onQuote === null) return false
          // What was typed last may not be listed yet.
          const now = triggerAt(editor)
          const isListed = now === null || (now.kind === kind && now.query === query)
          choose(
            (isListed ? choices : find(now.kind, now.query))[active],
            isOther ? (form === 'link' ? 'quote' : 'link') : form,
          )
          return true
        }
        case 'Escape':
          setDismissed(placeOf(trigger))
          setTrigger(null)
          return true
        default:
          return false
      }
    },
    attributes: isOpen
      ? {
          role: 'combobox',
          'aria-autocomplete': 'list',
          'aria-haspopup': 'listbox',
          'aria-expanded': true,
          'aria-controls': listId,
          'aria-activedescendant': `${listId}-${active}`,
        }
      : { role: 'textbox', 'aria-multiline': true },
  }
}

/** What is set apart needs no space that was typed to begin the sign. */
function withSpaceBefore(editor: Editor, { anchor: { path, offset }, focus }: Trigger['range']): Trigger['range'] {
  const isSpace = offset > 0 && Node.string(Node.get(editor, path))[offset - 1] === ' '
  return { anchor: { path, offset: isSpace ? offset - 1 : offset }, focus }
}

function placeOf({ range }: Trigger): string {
  return `${range.anchor.path.join('.')}:${range.anchor.offset}`
}
