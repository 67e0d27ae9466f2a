import { Parser } from 'htmlparser2'

/** As much of a browser's document as reading HTML needs, for tests without a browser. */
class TreeNode {
  parent: TreeElement | null = null
  remove(): void {
    const siblings = this.parent?.childNodes
    siblings?.splice(siblings.indexOf(this), 1)
  }
}

class TreeText extends TreeNode {
  readonly data: string
  constructor(data: string) {
    super()
    this.data = data
  }
  get textContent(): string {
    return this.data
  }
}

class TreeElement extends TreeNode {
  readonly childNodes: TreeNode[] = []
  readonly tagName: string
  readonly #attributes: Readonly<Record<string, string>>
  constructor(name: string, attributes: Readonly<Record<string, string>>) {
    super()
    this.tagName = name.toUpperCase()
    this.#attributes = attributes
  }
  get children(): TreeElement[] {
    return this.childNodes.filter((node) => node instanceof TreeElement)
  }
  get textContent(): string {
    return this.childNodes
      .map((node) => (node instanceof TreeText || node instanceof TreeElement ? node.textContent : ''))
      .join('')
  }
  getAttribute(name: string): string | null {
    return this.#attributes[name] ?? null
  }
  /** For `[name*="part"]` alone. */
  querySelectorAll(selector: string): TreeElement[] {
    const [, name = '', part = ''] = /^\[(\w+)\*="(.+)"\]$/.exec(selector) ?? []
    return this.children.flatMap((child) => [
      ...(child.getAttribute(name)?.includes(part) ? [child] : []),
      ...child.querySelectorAll(selector),
    ])
  }
  add(node: TreeNode): void {
    node.parent = this
    this.childNodes.push(node)
  }
}

class TreeParser {
  parseFromString(html: string): { readonly body: TreeElement } {
    const body = new TreeElement('body', {})
    let at = body
    const parser = new Parser({
      onopentag: (name, attributes) => {
        if (name === 'html' || name === 'body') return
        const element = new TreeElement(name, attributes)
        at.add(element)
        at = element
      },
      ontext: (data) => at.add(new TreeText(data)),
      onclosetag: (name) => {
        if (name !== 'html' && name !== 'body') at = at.parent ?? body
      },
    })
    parser.end(html)
    return { body }
  }
}

/** What `readHtml` takes from the window. */
export const HTML_GLOBALS = {
  DOMParser: TreeParser,
  Element: TreeElement,
  HTMLElement: TreeElement,
  Text: TreeText,
}
