import type { ReactNode } from 'react'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { cx } from './cx'
import styles from './panes.module.css'
import { useIsNarrow } from './use-is-narrow'

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
  /** From left to right. A folded pane is left out. The main one has no size. */
  readonly panes: readonly Pane[]
  /** In a narrow window: the main pane was pressed beside the one that lies over it. Without it panes stay in a row. */
  readonly onUncover?: () => void
}

/** Panes side by side, with handles between them; in a narrow window the side panes lie over the main one. */
export function Panes({ id, handleLabel, panes: all, onUncover }: PanesProps) {
  const isNarrow = useIsNarrow() && onUncover !== undefined
  const panes = isNarrow ? all.filter(({ size }) => size === undefined) : all
  const over = isNarrow ? all.find(({ size }) => size !== undefined) : undefined
  return (
    <div className={styles['panes']}>
      <SideBySide id={id} handleLabel={handleLabel} panes={panes} />
      {over && (
        <>
          <div className={styles['scrim']} onClick={onUncover} />
          <div
            data-pane={over.id}
            className={cx(styles['pane'], styles['over'], over.id === all[0]?.id ? styles['left'] : styles['right'])}
          >
            {over.content}
          </div>
        </>
      )}
    </div>
  )
}

function SideBySide({ id, handleLabel, panes }: Pick<PanesProps, 'id' | 'handleLabel' | 'panes'>) {
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
