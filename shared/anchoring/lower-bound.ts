/** The index of the first of some rising numbers, from `low` to before `high`, that is not below `value`; else `high`. */
export function lowerBound(numbers: ArrayLike<number>, value: number, low = 0, high = numbers.length): number {
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
