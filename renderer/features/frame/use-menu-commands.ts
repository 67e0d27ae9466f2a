import { useEffect } from 'react'
import { subscribe } from '../../api'
import { runCommand } from '../../ui/commands'
import { isEditable } from '../../ui/is-editable'

/** What a field in which text is typed does itself. */
const IN_FIELDS: Readonly<Record<string, string>> = {
  'edit.undo': 'undo',
  'edit.redo': 'redo',
  'edit.selectAll': 'selectAll',
}

/** What an item does on screens that have no such command of their own: what a browser would. */
const ELSEWHERE: Readonly<Record<string, () => void>> = {
  'edit.selectAll': () => document.execCommand('selectAll'),
  'transcript.print': () => window.print(),
}

/** Carries out what is chosen in the program's own menus, on every screen. */
export function useMenuCommands(): void {
  useEffect(
    () =>
      subscribe((event) => {
        if (event.kind !== 'command') return
        const inField = IN_FIELDS[event.command]
        // A native menu takes the keys before the page does: text being typed has a history of its own.
        // The transcript's is a command of its own while it is corrected.
        const typedIn = document.activeElement
        if (inField !== undefined && isEditable(typedIn) && !typedIn?.closest('[data-slate-editor]')) {
          document.execCommand(inField)
        } else if (!runCommand(event.command)) ELSEWHERE[event.command]?.()
      }),
    [],
  )
}
