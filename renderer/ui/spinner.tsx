import { LoaderCircle } from 'lucide-react'
import { cx } from './cx'
import styles from './spinner.module.css'

/**
 * Turns while something goes on; what it is stands beside it in words. It begins to turn only after a moment: what is
 * done at once does not flicker.
 */
export function Spinner({ className }: { readonly className?: string | undefined }) {
  return (
    <span className={cx(styles['spinner'], className)} aria-hidden>
      <LoaderCircle />
    </span>
  )
}
