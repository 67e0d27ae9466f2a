const MAC: Readonly<Record<string, string>> = { $mod: '⌘', Meta: '⌘', Control: '⌃', Shift: '⇧', Alt: '⌥' }
const OTHER: Readonly<Record<string, string>> = {
  $mod: 'Ctrl',
  Meta: 'Win',
  Control: 'Ctrl',
  Shift: 'Shift',
  Alt: 'Alt',
}
const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Enter: '↵',
  Backspace: '⌫',
  Delete: 'Del',
  Space: '␣',
  Comma: ',',
  Period: '.',
  Slash: '/',
}

const onMac = /Mac|iPhone|iPad/.test(navigator.platform)

/** `$mod+Shift+k` as `Ctrl+Shift+K`, or `⌘⇧K` on a Mac; a sequence with a space between its presses. */
export function readableKeys(keys: string, mac: boolean = onMac): string {
  const modifiers = mac ? MAC : OTHER
  return keys
    .split(' ')
    .map((press) => {
      const parts = press.split('+').filter((part) => !part.startsWith('['))
      return parts.map((part) => modifiers[part] ?? NAMES[part] ?? keyName(part)).join(mac ? '' : '+')
    })
    .join(' ')
}

function keyName(key: string): string {
  const code = /^(?:Key|Digit)(.)$/.exec(key)
  return (code?.[1] ?? key).replace(/^[a-z]$/, (letter) => letter.toUpperCase())
}
