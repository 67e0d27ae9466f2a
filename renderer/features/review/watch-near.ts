/** How far from the view things are mounted, so that a scroll does not outrun them. */
const MARGIN = '1200px 0px'

const listeners = new WeakMap<Element, (isNear: boolean) => void>()
const observers = new WeakMap<Element, IntersectionObserver>()

/** Tells whether an element is near to what is in view of the scroller around it. Returns what ends it. */
export function watchNear(element: Element, listener: (isNear: boolean) => void): () => void {
  const root = element.closest('[data-scroller]')
  if (root === null) return () => undefined
  let observer = observers.get(root)
  if (!observer) {
    observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting)
      },
      { root, rootMargin: MARGIN },
    )
    observers.set(root, observer)
  }
  const own = observer
  listeners.set(element, listener)
  own.observe(element)
  return () => {
    own.unobserve(element)
    listeners.delete(element)
  }
}
