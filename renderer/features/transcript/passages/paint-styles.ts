import { CAMP_COLOURS } from '../../../../shared/domain/review'

/** Marks that lie on one another are underlined one below the other, up to this many. */
export const LANES = 3
const UNDERLINE_OFFSETS = ['0.16em', '0.36em', '0.56em']
/**
 * What the rules are stated for: from there the words in it inherit them. Stated for everything, each element of the page
 * would be matched with each of them, over and over.
 */
const PAGE = '[data-slate-editor]'
/** How much of its camp's colour each lane adds, in percent: text under all of them stays readable. */
const TINTS = [16, 5, 3]

/**
 * How passages are drawn on the text: the camp's colour, and its kind of line as the second cue. Marks that lie on one
 * another mix, and their lines stack; those past the third lane add one tint together, however many they are. `token` gives the value of a custom property: Chromium did not know those in
 * `::highlight` before version 118, so the rules are made with values.
 */
export function paintRules(token: (name: string) => string): string {
  const rules: string[] = []
  const forced: string[] = []
  for (let colour = 0; colour <= CAMP_COLOURS; colour += 1) {
    // 0 stands for no camp.
    const name = colour === 0 ? '--ink-3' : `--camp-${colour}`
    const line = colour === 0 ? 'solid 1px' : `${token(`${name}-line`)} ${token(`${name}-line-width`)}`
    for (let lane = 0; lane < LANES; lane += 1) {
      rules.push(`${PAGE}::highlight(passage-${colour}-${lane}) {
        background-color: ${mix(token(name), TINTS[lane]!)};
        text-decoration: underline ${line} ${token(name)};
        text-decoration-skip-ink: none;
        text-underline-offset: ${UNDERLINE_OFFSETS[lane]};
      }`)
    }
    rules.push(`${PAGE}::highlight(passage-selected-${colour}) { background-color: ${mix(token(name), 25)}; }`)
    forced.push(
      ...UNDERLINE_OFFSETS.map(
        (_, lane) => `${PAGE}::highlight(passage-${colour}-${lane}) {
          background-color: Canvas;
          color: CanvasText;
          text-decoration-color: CanvasText;
        }`,
      ),
      `${PAGE}::highlight(passage-selected-${colour}) { background-color: Mark; color: MarkText; }`,
    )
  }
  rules.push(
    `${PAGE}::highlight(passage-deep) { background-color: ${mix(token('--ink-3'), 5)}; }`,
    `${PAGE}::highlight(passage-elided) { color: ${token('--ink-3')}; }`,
    `${PAGE}::highlight(player-said) { background-color: ${mix(token('--accent'), 22)}; }`,
    `${PAGE}::highlight(find-hit) { background-color: ${token('--found')}; }`,
    `${PAGE}::highlight(find-current) {
      background-color: ${token('--found-now')};
      color: ${token('--on-found-now')};
      text-decoration: underline solid 2px ${token('--warning')};
    }`,
    // Somebody's own colours stand for all of ours: kinds of line, and their colours for marks and what is chosen.
    `@media (forced-colors: active) {
      ${forced.join('\n')}
      ${PAGE}::highlight(passage-deep) { background-color: Canvas; color: CanvasText; }
      ${PAGE}::highlight(passage-elided) { background-color: Canvas; color: GrayText; }
      ${PAGE}::highlight(player-said) { background-color: Mark; color: MarkText; }
      ${PAGE}::highlight(find-hit) { background-color: Mark; color: MarkText; }
      ${PAGE}::highlight(find-current) { background-color: Highlight; color: HighlightText; }
    }`,
  )
  return rules.join('\n')
}

function mix(colour: string, share: number): string {
  return `color-mix(in srgb, ${colour} ${share}%, transparent)`
}

let isApplied = false

/**
 * Keeps the window's rules for passages true to its theme, from now on: taken away and given again, they would have the
 * whole window styled anew with each transcript that is opened.
 */
export function applyPaintStyles(): void {
  if (isApplied) return
  isApplied = true
  const sheet = new CSSStyleSheet()
  const write = () => {
    const style = getComputedStyle(document.documentElement)
    sheet.replaceSync(paintRules((name) => style.getPropertyValue(name).trim()))
  }
  write()
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  const observer = new MutationObserver(write)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
}
