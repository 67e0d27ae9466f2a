import { EditorState, StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'
import { servePeer, type PeerPassage } from './peer'

const add = StateEffect.define<{ readonly from: number; readonly to: number }>()

function decorationsOf(passages: readonly PeerPassage[]) {
  return Decoration.set(
    passages.flatMap(({ spans, colour }) =>
      spans.map(({ start, end }) => Decoration.mark({ class: `mark camp-${colour}` }).range(start, end)),
    ),
    true,
  )
}

let view: EditorView | null = null
let marked = { from: 0, to: 0 }

servePeer({
  open(text, passages) {
    const decorations = StateField.define({
      create: () => decorationsOf(passages),
      update(set, transaction) {
        let next = set.map(transaction.changes)
        for (const effect of transaction.effects) {
          if (!effect.is(add)) continue
          const mark = Decoration.mark({ class: 'mark camp-1', attributes: { 'data-new': '' } })
          next = next.update({ add: [mark.range(effect.value.from, effect.value.to)] })
        }
        return next
      },
      provide: (field) => EditorView.decorations.from(field),
    })
    view = new EditorView({
      state: EditorState.create({ doc: text, extensions: [EditorView.lineWrapping, decorations] }),
      parent: document.querySelector('#root')!,
    })
  },
  close() {
    view?.destroy()
    view = null
  },
  select(start, end) {
    marked = { from: start, to: end }
    view?.dispatch({ selection: { anchor: end }, effects: EditorView.scrollIntoView(start, { y: 'center' }) })
  },
  mark() {
    view?.dispatch({ effects: add.of(marked) })
  },
  jump(offset) {
    view?.dispatch({ selection: { anchor: offset }, effects: EditorView.scrollIntoView(offset, { y: 'center' }) })
  },
  focus() {
    view?.focus()
  },
})
