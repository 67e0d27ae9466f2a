import type { Review } from '../../../../shared/domain/review'
import styles from './pictures.module.css'

/** A picture or its table for paper, with the name of its review. */
export function pictureSheet(
  figure: HTMLElement,
  { title, language }: Pick<Review, 'title' | 'language'>,
): HTMLElement {
  const sheet = document.createElement('div')
  sheet.className = styles['sheet'] ?? ''
  const topic = document.createElement('p')
  topic.className = styles['topic'] ?? ''
  topic.lang = language
  topic.textContent = title
  const copy = figure.cloneNode(true) as HTMLElement
  // A part that is chosen, or has the focus, is so on the screen alone.
  for (const element of copy.querySelectorAll('[data-only-on-screen]')) element.remove()
  for (const element of copy.querySelectorAll('[aria-pressed]')) element.setAttribute('aria-pressed', 'false')
  sheet.append(topic, copy)
  return sheet
}
