import { pagesOf } from './layout.ts'

type Section = Parameters<typeof pagesOf>[0]

/** The roomiest of some sizes at which a section is one page; the last where none is. Measuring is slow: it halves the rest each time. */
export function roomiestOnOnePage<T>(sizes: readonly [T, ...T[]], sectionAt: (size: T) => Section): T {
  let [from, to] = [0, sizes.length - 1]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    const size = sizes[middle] ?? sizes[0]
    if (pagesOf(sectionAt(size)) === 1) to = middle
    else from = middle + 1
  }
  return sizes[from] ?? sizes[0]
}
