import { type IconButtonLook, lookOf } from './icon-button'

export interface ToolButtonProps extends IconButtonLook {
  readonly isDisabled?: boolean | undefined
  readonly onPress: () => void
}

/**
 * The icon button of a bar that stands on a screen: the browser's own, rendered in a fraction of an `IconButton`'s time,
 * as a bar of them comes with the screen. What opens a menu, or is a part of a list, is an `IconButton`.
 */
export function ToolButton({ icon, isDisabled = false, onPress, ...look }: ToolButtonProps) {
  return (
    <button type="button" {...lookOf(look)} disabled={isDisabled} onClick={onPress}>
      {icon}
    </button>
  )
}
