import type { TrainingClassDetail } from '#shared/contract/developmentRegisters.ts'
import type { RouteInput } from '#shared/contract/routes.ts'

export type Place = TrainingClassDetail['places'][number]

/** Somebody new: hours as the class has them, the rest not known yet. */
export function placeOf(
  person: Pick<Place, 'fileId' | 'name' | 'organizationName'>,
  hours: number | null,
): Place {
  const { fileId, name, organizationName } = person
  return { fileId, name, organizationName, hours, score: null, isPassed: null, certNo: null }
}

export function withChange(
  places: readonly Place[],
  fileId: string,
  change: Partial<Place>,
): readonly Place[] {
  return places.map((place) => (place.fileId === fileId ? { ...place, ...change } : place))
}

/** Certificate numbers for those who passed and have none, counting on from the last one written: 结业002 after 结业001. */
export function withCertificates(places: readonly Place[]): readonly Place[] {
  const last = places.findLast(({ certNo }) => certNo !== null && /\d+$/.test(certNo))?.certNo ?? null
  if (last === null) return places
  const digits = /\d+$/.exec(last)?.[0] ?? ''
  const prefix = last.slice(0, last.length - digits.length)
  let next = Number(digits)
  return places.map((place) => {
    if (place.isPassed !== true || place.certNo !== null) return place
    next += 1
    return { ...place, certNo: `${prefix}${String(next).padStart(digits.length, '0')}` }
  })
}

export function sentPlaces(places: readonly Place[]): RouteInput<'training.setPlaces'>['places'] {
  return places.map(({ fileId, hours, score, isPassed, certNo }) => ({
    fileId,
    hours,
    score,
    isPassed,
    certNo,
  }))
}

export function samePlaces(a: readonly Place[], b: readonly Place[]): boolean {
  return JSON.stringify(sentPlaces(a)) === JSON.stringify(sentPlaces(b))
}
