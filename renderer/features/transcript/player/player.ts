/** What the rest of the page may ask of the player. */
export interface Player {
  toggle(): void
  /** Plays what is said at an offset of the text. */
  playAt(offset: number): void
}
