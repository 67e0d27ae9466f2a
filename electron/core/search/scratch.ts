/** Memory that is used again and again: to get it anew takes longer than what is done with it. */
export class Scratch {
  #numbers = new Int32Array(0)

  /** At least so many numbers; what they are is not said. */
  ofSize(size: number): Int32Array {
    if (this.#numbers.length < size) this.#numbers = new Int32Array(size)
    return this.#numbers
  }

  /** Whether some numbers stand in it. */
  holds({ buffer }: Int32Array): boolean {
    return buffer === this.#numbers.buffer
  }
}
