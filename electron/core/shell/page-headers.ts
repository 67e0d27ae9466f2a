import { randomBytes } from 'node:crypto'

/** Stands for the nonce in the built index.html; every response puts a fresh one in its place. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/** A value that nobody can guess, for one response. */
export function createNonce(): string {
  return randomBytes(18).toString('base64')
}

/**
 * What a page of ours may do, as a Content-Security-Policy header: its own files, and inline styles and scripts that
 * carry the nonce. No other origin, no `eval`, no frames, no forms.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The headers of every response with a page's file. */
export function pageHeaders(nonce: string): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(nonce),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  }
}
