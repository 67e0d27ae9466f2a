import styles from './camp-colours.module.css'

/** The class that sets `--camp`, `--camp-ink` and `--camp-soft` to the colours of a camp, 1 to 8. */
export function campColours(colour: number): string {
  return styles[`camp${colour}`] ?? ''
}
