import { cx } from './cx'
import { readableKeys } from './readable-keys'
import styles from './keys.module.css'

export interface KeysProps {
  /** tinykeys syntax. */
  readonly keys: string
  readonly outlined?: boolean
}

/** A key combination as the keyboard in front of the reader prints it. */
export function Keys({ keys, outlined = false }: KeysProps) {
  return <kbd className={cx(styles['keys'], outlined && styles['outlined'])}>{readableKeys(keys)}</kbd>
}
