/** Characters that XML 1.0 does not allow, not even escaped. */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu

/** Text as it may stand in XML, between tags and inside a quoted attribute; what XML forbids becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
}

/** An element with attributes; those without a value are left out. `children` is XML. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null | undefined>> = {},
  children: string | readonly string[] = '',
): string {
  const inside = typeof children === 'string' ? children : children.join('')
  const given = Object.entries(attributes)
    .flatMap(([key, value]) => (value === null || value === undefined ? [] : ` ${key}="${escapeXml(String(value))}"`))
    .join('')
  return inside === '' ? `<${name}${given}/>` : `<${name}${given}>${inside}</${name}>`
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
