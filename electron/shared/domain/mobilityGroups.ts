import { makeFinding } from './finding.ts'
import type { Finding } from './finding.ts'
import { personTypeFull } from './memberFacts.ts'
import type { RuleSettings } from './settings.ts'

export interface PersonAway {
  /** '' when the place is not written down. */
  readonly place: string
  readonly personType: string | null
}

export interface PlaceCount {
  readonly place: string
  readonly people: number
  readonly full: number
  /** FLO-09: enough 正式党员 in one place for a group or a joint branch. */
  readonly finding: Finding | null
}

/** FLO-09: three or more 正式党员 who went to one place. 预备党员 do not count, nor does a place nobody wrote down. */
function groupFinding(place: string, full: number, settings: RuleSettings): Finding | null {
  const least = settings['floating.groupMinFull']
  if (place === '' || full < least) return null
  const message = `有 ${full} 名正式党员在“${place}”，可建立临时党小组或联合党支部`
  return makeFinding('FLO-09', 'blue', null, message, '3 人以上集体外出的一般做法（待核）')
}

/** People by place, most first; those without a place last. */
export function countPlaces(people: readonly PersonAway[], settings: RuleSettings): readonly PlaceCount[] {
  return [...Map.groupBy(people, ({ place }) => place)]
    .map(([place, there]) => {
      const full = there.filter(({ personType }) => personType === personTypeFull).length
      return { place, people: there.length, full, finding: groupFinding(place, full, settings) }
    })
    .toSorted(
      (a, b) =>
        Number(a.place === '') - Number(b.place === '') ||
        b.people - a.people ||
        b.full - a.full ||
        (a.place < b.place ? -1 : 1),
    )
}
