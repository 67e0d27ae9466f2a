/** A camp as a menu names it: by its label, or its number, and its thesis. */
export function campName(camp: { readonly label: string; readonly thesis: string }, at: number): string {
  return [camp.label || String(at + 1), camp.thesis].filter(Boolean).join(' · ')
}
