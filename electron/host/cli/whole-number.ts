import { InvalidArgumentError } from 'commander'

/** An option's value as a whole number from 0. */
export function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(value)
}

/** An option's value as a port; 0 stands for any free one. */
export function portNumber(value: string): number {
  const port = wholeNumber(value)
  if (port > 65_535) throw new InvalidArgumentError('It must be at most 65535.')
  return port
}
