/** Where an entry stands in a list that is newest first; `seqAt` reads one entry. Null when it is not in the list. */
export async function findPlace(
  seq: number,
  total: number,
  seqAt: (offset: number) => Promise<number | null>,
): Promise<number | null> {
  let low = 0
  let high = total - 1
  while (low <= high) {
    const middle = Math.floor((low + high) / 2)
    const found = await seqAt(middle)
    if (found === seq) return middle
    if (found === null || found < seq) high = middle - 1
    else low = middle + 1
  }
  return null
}
