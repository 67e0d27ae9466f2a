import { fitText } from './fit-text'
import styles from './pictures.module.css'

export interface SvgTextProps {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly isStrong?: boolean
  readonly lang?: string | undefined
  readonly children: string
}

/** One line of text in a drawing, cut short where it would be wider than its room; the whole is its tooltip. */
export function SvgText({ x, y, width, anchor = 'start', isStrong = false, lang, children }: SvgTextProps) {
  const shown = fitText(children, width, isStrong)
  return (
    <text x={x} y={y} textAnchor={anchor} lang={lang} className={styles[isStrong ? 'strong' : 'name']}>
      {shown}
      {shown !== children && <title>{children}</title>}
    </text>
  )
}
