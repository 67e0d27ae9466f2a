import type { TextRange } from '../../../../shared/domain/span'

/** A passage as a peer shows it: the ranges of the text that it covers, and its camp. */
export interface PeerPassage {
  readonly spans: readonly TextRange[]
  readonly colour: number
}

/** What the benchmark asks of another editor that shows the same text with the same passages. */
export interface Peer {
  /** Shows the text from its beginning. */
  open(text: string, passages: readonly PeerPassage[]): void
  close(): void
  /** Scrolls to an offset and puts the caret behind it, at `end`; Ctrl+M marks what is between. */
  select(start: number, end: number): void
  mark(): void
  jump(offset: number): void
  focus(): void
}

declare global {
  interface Window {
    readonly peer: Peer & {
      /** Where the next jump goes to, and which hue the next colour has. */ aim(target: number): void
    }
    readonly data: { readonly text: string; readonly passages: readonly PeerPassage[] }
  }
}

/** Makes a page a peer's: its keys act on the keydown, as the app's do. */
export function servePeer(peer: Peer): void {
  let target = 0
  Object.assign(window, {
    peer: Object.assign(peer, {
      aim: (offset: number) => {
        target = offset
      },
    }),
  })
  const style = document.createElement('style')
  const camps = [1, 2, 3, 4, 5, 6, 7, 8].map(
    (colour) => `.camp-${colour} { background: color-mix(in srgb, var(--camp-${colour}) 17%, transparent); }`,
  )
  style.textContent = `
    :root { --camp-1: #1f6fb2; --camp-2: #b8471f; --camp-3: #2c8a4b; --camp-4: #8446a8; --camp-5: #9a7b14; }
    body { margin: 0; }
    #root { height: 640px; width: 760px; overflow: auto; font: 18px / 1.65 serif; }
    .cm-editor { height: 640px; font: inherit; } .cm-scroller { overflow: auto; font: inherit !important; line-height: 1.65; }
    .ProseMirror { white-space: pre-wrap; }
    .mark { text-decoration: underline; } ${camps.join('\n')}`
  document.head.append(style)
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      if (event.key === 'o') peer.open(window.data.text, window.data.passages)
      if (event.key === 'm') peer.mark()
      if (event.key === 'j') peer.jump(target)
      if (event.key === 'k') document.documentElement.style.setProperty('--camp-1', `hsl(${target} 70% 40%)`)
    },
    { capture: true },
  )
}
