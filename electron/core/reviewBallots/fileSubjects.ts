import { cleanName, squeeze } from '#shared/lib/text.ts'
import type { BallotRow } from './ballotTable.ts'

export interface KnownSubject {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly fullName: string
}

const keyOf = (name: string) =>
  squeeze(name)
    .replace(/^(?:中国共产党|中共)/, '')
    .replace(/党?委员会$/, '党委')

/** 中共某街道园林路社区委员会 is 园林路社区党委. */
function isOf({ shortName, fullName }: KnownSubject, written: string): boolean {
  const [key, short, full] = [keyOf(written), keyOf(shortName), keyOf(fullName)]
  return key === short || key === full || (short.length > 2 && key.endsWith(short)) || full.endsWith(key)
}

/** Whom a row is about; a sentence where that cannot be told. Nobody is guessed. */
export function subjectOf(
  { person, organization }: Pick<BallotRow, 'person' | 'organization'>,
  subjects: readonly KnownSubject[],
): KnownSubject | string {
  if (person === '') return '没有写述职人'
  const name = cleanName(person)
  const named = subjects.filter((subject) => subject.name === name)
  if (named.length === 0) return `“${name.slice(0, 20)}”不在这套方案的述职人名单里`
  const here = organization === '' ? named : named.filter((subject) => isOf(subject, organization))
  const [only, ...others] = here
  if (only === undefined)
    return `“${name}”在名单里属于${named.map(({ shortName }) => `“${shortName}”`).join('、')}，表中写的是“${organization.slice(0, 30)}”`
  return others.length === 0 ? only : `名单里有 ${here.length} 位“${name}”，请写明述职单位`
}
