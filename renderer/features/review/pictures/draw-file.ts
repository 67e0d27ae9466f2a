import type { Picture, PictureFormat } from '../../../../shared/shell'

/** What of a drawing's look comes from style sheets, which a file does not have. */
const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'font-family',
  'font-size',
  'font-weight',
  'dominant-baseline',
  'paint-order',
] as const
const DRAWN = 'path, rect, circle, text'
/** Pixels of a PNG for each of the drawing, as far as the whole is no larger than browsers can draw. */
const DENSITY = 2
const MOST_PIXELS = 60_000_000

/** A drawing as a file that looks as it does here, wherever it is opened. */
export async function drawFile(svg: SVGSVGElement, title: string, format: PictureFormat): Promise<Picture> {
  const source = standAlone(svg, title)
  const bytes = format === 'svg' ? new TextEncoder().encode(source) : await paint(svg, source)
  return { title, format, base64: toBase64(bytes) }
}

/** The drawing as the text of an SVG file, with what it looks like written into it. */
export function standAlone(svg: SVGSVGElement, title: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const drawn = [...copy.querySelectorAll<SVGElement>(DRAWN)]
  for (const [index, original] of [...svg.querySelectorAll<SVGElement>(DRAWN)].entries()) {
    const style = getComputedStyle(original)
    for (const look of LOOKS) drawn[index]!.setAttribute(look, style.getPropertyValue(look))
  }
  for (const element of copy.querySelectorAll('[data-only-on-screen]')) element.remove()
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    for (const name of element.getAttributeNames()) {
      if (/^(?:class|role|tabindex|aria-.*|data-.*)$/.test(name)) element.removeAttribute(name)
    }
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  ground.setAttribute('width', '100%')
  ground.setAttribute('height', '100%')
  ground.setAttribute('fill', getComputedStyle(svg).backgroundColor)
  const name = document.createElementNS('http://www.w3.org/2000/svg', 'title')
  name.textContent = title
  copy.prepend(name, ground)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`
}

async function paint(svg: SVGSVGElement, source: string): Promise<Uint8Array> {
  const { width, height } = svg.viewBox.baseVal
  const density = Math.min(DENSITY, Math.sqrt(MOST_PIXELS / (width * height)))
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * density)
  canvas.height = Math.round(height * density)
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('the browser gave no PNG')
  return new Uint8Array(await blob.arrayBuffer())
}

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  // As many arguments as a call takes.
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(binary)
}
