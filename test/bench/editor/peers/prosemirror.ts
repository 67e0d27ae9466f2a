import { Schema } from 'prosemirror-model'
import { EditorState, Plugin, PluginKey, TextSelection } from 'prosemirror-state'
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view'
import { servePeer } from './peer'

const schema = new Schema({
  nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*', toDOM: () => ['p', 0] }, text: {} },
})
const key = new PluginKey<DecorationSet>('passages')

let view: EditorView | null = null
let marked = { from: 0, to: 0 }
/** Two characters separate turns in the text, as two tokens do in the document. */
const positionOf = (offset: number) => offset + 1

function scrollTo(position: number): void {
  const place = view?.domAtPos(position)
  const element = place?.node instanceof Element ? place.node : place?.node.parentElement
  element?.scrollIntoView({ block: 'center' })
}

servePeer({
  open(text, passages) {
    const turns = text.split('\n\n')
    const doc = schema.node(
      'doc',
      null,
      turns.map((turn) => schema.node('paragraph', null, turn === '' ? [] : [schema.text(turn)])),
    )
    const plugin = new Plugin<DecorationSet>({
      key,
      state: {
        init: (_, state) =>
          DecorationSet.create(
            state.doc,
            passages.flatMap(({ spans, colour }) =>
              spans.map(({ start, end }) =>
                Decoration.inline(positionOf(start), positionOf(end), { class: `mark camp-${colour}` }),
              ),
            ),
          ),
        apply(transaction, set) {
          const mapped = set.map(transaction.mapping, transaction.doc)
          const range = transaction.getMeta(key) as typeof marked | undefined
          if (!range) return mapped
          const attributes = { class: 'mark camp-1', 'data-new': '' }
          return mapped.add(transaction.doc, [Decoration.inline(range.from, range.to, attributes)])
        },
      },
      props: { decorations: (state) => key.getState(state) },
    })
    view = new EditorView(document.querySelector('#root'), { state: EditorState.create({ doc, plugins: [plugin] }) })
  },
  close() {
    view?.destroy()
    view = null
  },
  select(start, end) {
    marked = { from: positionOf(start), to: positionOf(end) }
    scrollTo(marked.from)
    if (view) view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, marked.to)))
  },
  mark() {
    if (view) view.dispatch(view.state.tr.setMeta(key, marked))
  },
  jump(offset) {
    scrollTo(positionOf(offset))
  },
  focus() {
    view?.focus()
  },
})
