import type { Editor } from 'slate'

/** Refuses every change to the document: only the selection may be set. The stored text is what was imported. */
export function withReadOnly<E extends Editor>(editor: E): E {
  const { apply } = editor
  editor.apply = (operation) => {
    if (operation.type === 'set_selection') apply(operation)
  }
  return editor
}
