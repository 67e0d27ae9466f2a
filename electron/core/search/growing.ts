/** A list of numbers that grows. */
export class Growing {
  #values: Int32Array<ArrayBuffer>
  length = 0

  constructor(room = 1 << 10) {
    this.#values = new Int32Array(room)
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const values = new Int32Array(2 * this.length)
      values.set(this.#values)
      this.#values = values
    }
    this.#values[this.length] = value
    this.length += 1
  }

  at(index: number): number {
    return this.#values[index]!
  }

  /** All of them; to be asked for once, since it makes an object. */
  get values(): Int32Array {
    return this.#values.subarray(0, this.length)
  }
}
