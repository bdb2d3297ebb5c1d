/** Our own letters are numbered by year and a running number, such as 2026-007; what another office writes is taken as it is. */
const ownNumber = /^(\d{4})-(\d{1,5})$/

export interface LetterNumber {
  readonly year: number
  readonly running: number
}

/** Null for a number of another shape. */
export function parseLetterNo(text: string): LetterNumber | null {
  const parts = ownNumber.exec(text)
  return parts === null ? null : { year: Number(parts[1]), running: Number(parts[2]) }
}

export function formatLetterNo({ year, running }: LetterNumber): string {
  return `${year}-${String(running).padStart(3, '0')}`
}

export interface LetterNumbers {
  /** The number after the highest one given. */
  readonly next: string
  /** Numbers below the highest that no letter bears. */
  readonly gaps: readonly string[]
  /** Numbers more than one letter bears. */
  readonly duplicates: readonly string[]
}

const mostGaps = 50

/** What the book of letters of a year says; `given` are the numbers of its letters, void ones among them. */
export function letterNumbers(year: number, given: readonly string[]): LetterNumbers {
  const running = given.flatMap((text) => {
    const number = parseLetterNo(text)
    return number?.year === year ? [number.running] : []
  })
  const known = new Set(running)
  const highest = Math.max(0, ...running)
  const write = (number: number) => formatLetterNo({ year, running: number })
  const gaps: string[] = []
  for (let number = 1; number < highest && gaps.length < mostGaps; number += 1)
    if (!known.has(number)) gaps.push(write(number))
  const counts = Map.groupBy(given, (text) => text)
  return {
    next: write(highest + 1),
    gaps,
    duplicates: [...counts]
      .filter(([, all]) => all.length > 1)
      .map(([text]) => text)
      .toSorted(),
  }
}
