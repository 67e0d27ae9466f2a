import { verifies, type DiffPart, type QuoteVerification, type Verification } from '../../../shared/domain/verification'

/** A verification as plain text for people: a line for each quote, with what is wrong under it, and the counts. */
export function renderReport({ quotes, summary }: Verification): string {
  const counts = Object.entries(summary).filter(([, count]) => count > 0)
  const totals = counts.map(([status, count]) => `${count} ${status}`).join(', ')
  const heading = `${quotes.length} ${quotes.length === 1 ? 'quote' : 'quotes'}${totals && `: ${totals}`}`
  return `${[...quotes.map(renderQuote), heading].join('\n')}\n`
}

function renderQuote(quote: QuoteVerification): string {
  const where = quote.line === null ? (quote.id ?? '') : `line ${quote.line}`
  const lines = [
    `${verifies(quote) ? 'ok  ' : 'FAIL'} ${[where, quote.status, quote.source ?? 'in no source'].filter(Boolean).join(' · ')}`,
  ]
  lines.push(`     ${oneLine(quote.text)}`)
  for (const { status, text, start, diff } of quote.fragments) {
    if (status === 'missing') lines.push(`     missing: ${oneLine(text)}`)
    else if (status === 'moved') lines.push(`     moved: now at ${start}: ${oneLine(text)}`)
    else if (status === 'altered') {
      const isSame = diff.every((part) => part.kind === 'same')
      lines.push(
        isSame ? `     out of order: ${oneLine(text)}` : `     changed: ${oneLine(diff.map(renderPart).join(''))}`,
      )
    }
  }
  if (quote.expected !== null) lines.push(`     the source says: ${oneLine(quote.expected)}`)
  if (!quote.speakerMatches)
    lines.push(`     said by ${quote.speaker ?? 'somebody else'}, not by ${quote.attributedTo}`)
  return lines.join('\n')
}

function renderPart({ kind, text }: DiffPart): string {
  return kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`
}

/** Without line breaks and control characters: a transcript's text must not steer a terminal. */
function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '�')
    .trim()
}
