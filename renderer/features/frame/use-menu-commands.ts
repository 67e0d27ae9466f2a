import { useEffect } from 'react'
import { subscribe } from '../../api'
import { runCommand } from '../../ui/commands'
import { isEditable } from '../../ui/is-editable'

/** Carries out what is chosen in the program's own menus, on every screen. */
export function useMenuCommands(): void {
  useEffect(
    () =>
      subscribe((event) => {
        if (event.kind !== 'command') return
        const isHistory = event.command === 'edit.undo' || event.command === 'edit.redo'
        // A native menu takes the keys before the page does: text being typed has a history of its own.
        // The transcript's is a command of its own while it is corrected.
        const typedIn = document.activeElement
        if (isHistory && isEditable(typedIn) && !typedIn?.closest('[data-slate-editor]')) {
          document.execCommand(event.command === 'edit.undo' ? 'undo' : 'redo')
        } else runCommand(event.command)
      }),
    [],
  )
}
