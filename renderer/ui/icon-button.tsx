import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import type { ReactNode } from 'react'
import { cx } from './cx'
import styles from './icon-button.module.css'
import { tooltip } from './tooltip'

/** What an icon button shows and says, whatever it is made of. */
export interface IconButtonLook {
  /** Its accessible name, and its tooltip. */
  readonly label: string
  readonly icon: ReactNode
  /** What more the tooltip says. */
  readonly hint?: string | undefined
  /** tinykeys syntax, shown in the tooltip. */
  readonly keys?: string | undefined
  readonly size?: 'small' | 'medium' | undefined
  /** Shown pressed; also told to assistive technology. */
  readonly isOn?: boolean | undefined
}

export interface IconButtonProps
  extends IconButtonLook, Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {}

export function IconButton({ label, icon, hint, keys, size, isOn, ...props }: IconButtonProps) {
  return (
    <AriaButton {...props} {...lookOf({ label, hint, keys, size, isOn })}>
      {icon}
    </AriaButton>
  )
}

/** The attributes of a button that looks so; its icon is its content. */
export function lookOf({ label, hint, keys, size = 'medium', isOn }: Omit<IconButtonLook, 'icon'>) {
  return {
    ...tooltip(hint ?? label, keys),
    'aria-label': label,
    ...(isOn !== undefined && { 'aria-pressed': isOn }),
    className: cx(styles['button'], styles[size], isOn && styles['on']),
  }
}
