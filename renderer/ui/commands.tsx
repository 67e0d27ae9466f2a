import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { createKeybindingsHandler } from 'tinykeys'
import { isEditable } from './is-editable'

/** Something the user can do here: found in the palette, and run by its keys. */
export interface Command {
  /** `noun.verb`. A native menu item with this id runs it too. */
  readonly id: string
  readonly title: string
  /** The heading it is listed under. */
  readonly group: string
  /** tinykeys syntax, such as `$mod+k` or `g l`. */
  readonly keys?: string | undefined
  /** Other keys that do the same, not shown. */
  readonly moreKeys?: readonly string[]
  /** Keys that do the same to what has the focus, which takes them itself: shown where `keys` would be. */
  readonly ownKeys?: string | undefined
  /** Whether its keys also work while the user types in a field. */
  readonly whileTyping?: boolean
  /** Left out of the palette and the list of keys. */
  readonly hidden?: boolean
  readonly enabled?: boolean
  readonly run: () => void
}

interface Group {
  commands: ReadonlyMap<string, Command>
}

/** Groups of commands, each from one mounted component, in the order they were mounted. */
const groups = new Set<Group>()
const listeners = new Set<() => void>()
let all: readonly Command[] = []

let isPublishing = false

/** Once for all that mount, change and leave together. */
function publishSoon(): void {
  if (isPublishing) return
  isPublishing = true
  queueMicrotask(() => {
    isPublishing = false
    publish()
  })
}

function publish(): void {
  const byId = new Map<string, Command>()
  for (const { commands } of groups) for (const [id, command] of commands) byId.set(id, command)
  all = [...byId.values()]
  handleKeys = createKeybindingsHandler(bindings(all), {
    ignore: (event) => event.isComposing || event.keyCode === 229,
  })
  for (const listener of listeners) listener()
}

/** Offers commands while the calling component is mounted. A later one with the same id or keys takes precedence. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands)
  const [group] = useState((): Group => ({ commands: new Map() }))
  useEffect(() => {
    groups.add(group)
    publishSoon()
    return () => {
      groups.delete(group)
      publishSoon()
    }
  }, [group])
  useEffect(() => {
    latest.current = commands
    const before = group.commands
    const offered = commands.map((command) => {
      const known = before.get(command.id)
      if (known && isSameToOthers(known, command)) return known
      // The newest is looked up when it is needed.
      return { ...command, run: () => latest.current.find(({ id }) => id === command.id)?.run() }
    })
    if (offered.length === before.size && offered.every((command) => before.get(command.id) === command)) return
    group.commands = new Map(offered.map((command) => [command.id, command]))
    publishSoon()
  })
}

/** Whether others see no difference between two commands of one id: what they do is left out. */
function isSameToOthers(a: Command, b: Command): boolean {
  return (
    a.title === b.title &&
    a.group === b.group &&
    a.keys === b.keys &&
    a.ownKeys === b.ownKeys &&
    a.moreKeys?.join() === b.moreKeys?.join() &&
    a.whileTyping === b.whileTyping &&
    a.hidden === b.hidden &&
    a.enabled === b.enabled
  )
}

/** Every command on offer now. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(subscribe, () => all)
}

/** Some of the commands on offer now. Another component's commands change nothing here. */
export function useSomeCommands(ids: readonly string[]): readonly Command[] {
  const shown = useRef<readonly Command[]>([])
  return useSyncExternalStore(subscribe, () => {
    const found = ids.flatMap((id) => all.find((command) => command.id === id) ?? [])
    const isSame = found.length === shown.current.length && found.every((command, at) => command === shown.current[at])
    if (!isSame) shown.current = found
    return shown.current
  })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Runs a command by its id. False when it is not on offer now. */
export function runCommand(id: string): boolean {
  const command = all.find((candidate) => candidate.id === id)
  if (!command || command.enabled === false) return false
  command.run()
  return true
}

let handleKeys: EventListener = () => undefined

/** Listens for the commands' keys, for the whole window. Returns what ends it. */
export function listenForKeys(): () => void {
  const listener = (event: KeyboardEvent) => {
    if (!event.defaultPrevented && !isInDialog(event.target)) handleKeys(event)
  }
  window.addEventListener('keydown', listener)
  return () => window.removeEventListener('keydown', listener)
}

function bindings(commands: readonly Command[]): Record<string, (event: KeyboardEvent) => void> {
  const map: Record<string, (event: KeyboardEvent) => void> = {}
  for (const command of commands) {
    if (command.enabled === false) continue
    for (const keys of [command.keys, ...(command.moreKeys ?? [])]) {
      if (keys === undefined) continue
      map[keys] = (event) => {
        if (!command.whileTyping && isEditable(event.target)) return
        event.preventDefault()
        command.run()
      }
    }
  }
  return map
}

/** A dialog has the keyboard to itself. */
function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null
}
