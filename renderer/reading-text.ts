import type { Settings, TextWidth } from '../shared/shell'

/** Lengths of a line in ems: about 55, 70 and 90 Latin letters, or 25, 33 and 42 Chinese characters. */
const MEASURES: Readonly<Record<TextWidth, number>> = { narrow: 25, medium: 31.5, wide: 40 }

/** Sets the page's custom properties for the size of transcripts and the length of their lines. */
export function setReadingText({ textSize, textWidth }: Pick<Settings, 'textSize' | 'textWidth'>): void {
  const { style } = document.documentElement
  style.setProperty('--reading-scale', String(textSize / 100))
  style.setProperty('--reading-measure', String(MEASURES[textWidth]))
}
