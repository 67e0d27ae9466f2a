/** Calls back when an element has another size, or the page another theme: what is drawn on it looks otherwise then. */
export function onNewLook(element: Element | null, again: () => void): () => void {
  const resized = new ResizeObserver(again)
  if (element) resized.observe(element)
  const themed = new MutationObserver(again)
  themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => {
    resized.disconnect()
    themed.disconnect()
  }
}
