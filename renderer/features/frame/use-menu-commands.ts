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
        if (isHistory && isEditable(document.activeElement)) {
          document.execCommand(event.command === 'edit.undo' ? 'undo' : 'redo')
        } else runCommand(event.command)
      }),
    [],
  )
}
