interface Keyboard {
  /** In the order in which the platform writes them, with what it prints on them. */
  readonly modifiers: Readonly<Record<string, string>>
  readonly names: Readonly<Record<string, string>>
  readonly joint: string
}

const BOTH = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  BracketLeft: '[',
  BracketRight: ']',
  Minus: '-',
  Equal: '=',
}

const MAC: Keyboard = {
  modifiers: { Control: '⌃', Alt: '⌥', Shift: '⇧', $mod: '⌘', Meta: '⌘' },
  names: {
    ...BOTH,
    Escape: '⎋',
    Enter: '↩',
    Backspace: '⌫',
    Delete: '⌦',
    Space: '␣',
    Tab: '⇥',
    Home: '↖',
    End: '↘',
    PageUp: '⇞',
    PageDown: '⇟',
  },
  joint: '',
}

const OTHER: Keyboard = {
  modifiers: { $mod: 'Ctrl', Control: 'Ctrl', Meta: 'Win', Alt: 'Alt', Shift: 'Shift' },
  names: { ...BOTH, Escape: 'Esc', Delete: 'Del', PageUp: 'PgUp', PageDown: 'PgDn' },
  joint: '+',
}

const onMac = /Mac|iPhone|iPad/.test(navigator.platform)

/** `$mod+Shift+k` as `Ctrl+Shift+K`, or `⇧⌘K` on a Mac; a sequence with a space between its presses. */
export function readableKeys(keys: string, mac: boolean = onMac): string {
  const { modifiers, names, joint } = mac ? MAC : OTHER
  const order = Object.keys(modifiers)
  return keys
    .split(' ')
    .map((press) => {
      const parts = press.split('+').filter((part) => !part.startsWith('['))
      const held = parts.filter((part) => part in modifiers)
      held.sort((a, b) => order.indexOf(a) - order.indexOf(b))
      const pressed = parts.filter((part) => !(part in modifiers))
      return [...held.map((part) => modifiers[part]), ...pressed.map((part) => names[part] ?? keyName(part))].join(
        joint,
      )
    })
    .join(' ')
}

function keyName(key: string): string {
  const code = /^(?:Key|Digit)(.)$/.exec(key)
  return (code?.[1] ?? key).replace(/^[a-z]$/, (letter) => letter.toUpperCase())
}
