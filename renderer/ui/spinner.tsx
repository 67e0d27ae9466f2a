import { LoaderCircle } from 'lucide-react'
import { cx } from './cx'
import styles from './spinner.module.css'

/** Turns while something goes on; what it is stands beside it in words. */
export function Spinner({ className }: { readonly className?: string | undefined }) {
  return <LoaderCircle aria-hidden className={cx(styles['spinner'], className)} />
}
