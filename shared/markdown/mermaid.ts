import { assertNever } from '../domain/assert-never'
import type { RelationKind } from '../domain/passage'

/** What is drawn as a box around its nodes. */
export interface MermaidGroup<Id> {
  readonly heading: string
  readonly nodes: readonly { readonly id: Id; readonly text: string }[]
}

/** An arrow; `label` is what it is called. */
export interface MermaidEdge<Id> {
  readonly from: Id
  readonly to: Id
  readonly kind: RelationKind
  readonly label: string
}

/** A Mermaid flowchart of groups and arrows between their nodes. Groups without nodes are left out; nothing in a text can end it. */
export function renderMermaid<Id>(groups: readonly MermaidGroup<Id>[], edges: readonly MermaidEdge<Id>[]): string {
  const names = new Map<Id, string>()
  const lines = ['flowchart LR']
  groups.forEach(({ heading, nodes }, at) => {
    if (nodes.length === 0) return
    lines.push(`  subgraph s${at + 1}["${mermaidText(heading)}"]`)
    for (const { id, text } of nodes) {
      const name = `q${names.size + 1}`
      names.set(id, name)
      lines.push(`    ${name}["${mermaidText(text)}"]`)
    }
    lines.push('  end')
  })
  for (const { from, to, kind, label } of edges) {
    lines.push(`  ${names.get(from)} ${arrowOf(kind, mermaidText(label))} ${names.get(to)}`)
  }
  return lines.join('\n')
}

function arrowOf(kind: RelationKind, label: string): string {
  switch (kind) {
    case 'contradicts':
      return `-. "${label}" .->`
    case 'supports':
      return `== "${label}" ==>`
    case 'qualifies':
      return `-- "${label}" -->`
    default:
      return assertNever(kind)
  }
}

/**
 * Text inside a quoted Mermaid label. Whatever could end it or be read as markup is a character code, and so are what
 * Mermaid itself puts in place of codes (`°`, `¶`) and what would begin a list, which it refuses in labels.
 */
export function mermaidText(text: string): string {
  const code = (character: string) => `#${character.codePointAt(0)};`
  return text
    .replace(/[^\p{L}\p{N}\p{M}\p{P}\p{S} ]|[!-/:-@[-`{-~°¶]/gu, (character) =>
      /[,.!?()'-]/.test(character) ? character : code(character),
    )
    .replace(/^( *)(-|\d+[.)])/u, (_, space: string, mark: string) => space + mark.slice(0, -1) + code(mark.at(-1)!))
}
