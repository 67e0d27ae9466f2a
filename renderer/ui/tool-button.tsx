import type { ReactNode } from 'react'
import { cx } from './cx'
import styles from './icon-button.module.css'
import { tooltip } from './tooltip'

export interface ToolButtonProps {
  /** Its accessible name, and its tooltip. */
  readonly label: string
  readonly icon: ReactNode
  /** What more the tooltip says. */
  readonly hint?: string | undefined
  /** tinykeys syntax, shown in the tooltip. */
  readonly keys?: string | undefined
  readonly size?: 'small' | 'medium'
  /** Shown pressed; also told to assistive technology. */
  readonly isOn?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  readonly onPress: () => void
}

/**
 * The icon button of a bar that stands on a screen: the browser's own, rendered in a fraction of an `IconButton`'s time,
 * as a bar of them comes with the screen. What opens a menu, or is a part of a list, is an `IconButton`.
 */
export function ToolButton(props: ToolButtonProps) {
  const { label, icon, hint, keys, size = 'medium', isOn, isDisabled = false, onPress } = props
  return (
    <button
      type="button"
      {...tooltip(hint ?? label, keys)}
      aria-label={label}
      {...(isOn !== undefined && { 'aria-pressed': isOn })}
      disabled={isDisabled}
      className={cx(styles['button'], styles[size], isOn && styles['on'])}
      onClick={onPress}
    >
      {icon}
    </button>
  )
}
