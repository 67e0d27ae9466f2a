import { create } from 'zustand'
import { isWebAddress } from '../shared/web-address'

/** The link that somebody wants to follow, until they were asked; only pages of the web can be. */
export const useWantedLink = create<{ readonly address: string | null }>()(() => ({ address: null }))

export function wantLink(address: string | null): void {
  if (address === null || (isWebAddress(address) && isUrl(address))) useWantedLink.setState({ address })
}

function isUrl(address: string): boolean {
  try {
    return new URL(address).host !== ''
  } catch {
    return false
  }
}
