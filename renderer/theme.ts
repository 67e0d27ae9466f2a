import type { Theme } from '../shared/shell'

const dark = window.matchMedia('(prefers-color-scheme: dark)')
let chosen: Theme = 'system'
dark.addEventListener('change', mark)
mark()

/** Sets the theme of the page; `system` follows the system as it changes. */
export function setTheme(theme: Theme): void {
  chosen = theme
  mark()
}

function mark(): void {
  document.documentElement.dataset['theme'] = chosen === 'system' ? (dark.matches ? 'dark' : 'light') : chosen
}
