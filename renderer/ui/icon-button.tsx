import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import type { ReactNode } from 'react'
import { cx } from './cx'
import styles from './icon-button.module.css'
import { tooltip } from './tooltip'

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
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
}

export function IconButton({ label, icon, hint, keys, size = 'medium', isOn, ...props }: IconButtonProps) {
  return (
    <AriaButton
      {...props}
      {...tooltip(hint ?? label, keys)}
      aria-label={label}
      {...(isOn !== undefined && { 'aria-pressed': isOn })}
      className={cx(styles['button'], styles[size], isOn && styles['on'])}
    >
      {icon}
    </AriaButton>
  )
}
