import type { ReactNode } from 'react'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import styles from './panes.module.css'

export interface Pane {
  readonly id: string
  readonly content: ReactNode
  /** CSS lengths, such as `18rem`; the main pane needs none. */
  readonly size?: string
  readonly min?: string
  readonly max?: string
}

export interface PanesProps {
  /** Under this name the sizes are remembered. */
  readonly id: string
  /** The accessible name of the handle between two panes. */
  readonly handleLabel: string
  /** From left to right. A folded pane is left out. */
  readonly panes: readonly Pane[]
}

/** Panes side by side, with handles between them. */
export function Panes({ id, handleLabel, panes }: PanesProps) {
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({ id, panelIds: panes.map((pane) => pane.id) })
  return (
    <Group
      id={id}
      className={styles['group']}
      orientation="horizontal"
      defaultLayout={defaultLayout}
      onLayoutChanged={onLayoutChanged}
    >
      {panes.flatMap((pane, index) => [
        ...(index > 0
          ? [<Separator key={`${pane.id}-handle`} className={styles['handle']} aria-label={handleLabel} />]
          : []),
        <Panel
          key={pane.id}
          id={pane.id}
          data-pane={pane.id}
          className={styles['pane']}
          defaultSize={pane.size}
          minSize={pane.min}
          maxSize={pane.max}
          groupResizeBehavior={pane.size === undefined ? 'preserve-relative-size' : 'preserve-pixel-size'}
        >
          {pane.content}
        </Panel>,
      ])}
    </Group>
  )
}
