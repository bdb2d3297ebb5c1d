import { squeeze } from '#shared/lib/text.ts'

const digitsZh = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

function numberZh(digits: string): string {
  const value = Number(digits)
  if (value < 1 || value > 99) return digits
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${digitsZh[tens] ?? ''}十`
  return head + (digitsZh[ones] ?? '')
}

/** Everything before 街道 names the district and the street, unless a community is named there. */
const streetPrefix = /^(?:(?!社区|村).){0,20}?街道(?=.{3})/

/**
 * What a branch's name comes down to: without spaces, 中共, 中国共产党 and the street's name, 支部委员会 and 支部 as 党支部,
 * 第1 as 第一.
 */
export function organizationKey(name: string): string {
  return squeeze(name)
    .replace(/^(?:中国共产党|中共)/, '')
    .replace(streetPrefix, '')
    .replace(/党?总支部?委员会$|(?<!党)总支部?$/, '党总支')
    .replace(/党?支部委员会$|(?<!党)支部$/, '党支部')
    .replace(/第(\d{1,2})/g, (_, digits: string) => `第${numberZh(digits)}`)
}

function bigrams(text: string): ReadonlyMap<string, number> {
  const characters = Array.from(text)
  const counts = new Map<string, number>()
  for (const [index, character] of characters.slice(0, -1).entries()) {
    const pair = character + (characters[index + 1] ?? '')
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

/** 园林路 of 园林路社区第一网格党支部; empty where no community is named. */
function communityOf(key: string): string {
  return /^(.+?)(?:社区|村)/.exec(key)?.[1] ?? ''
}

/** Two communities' branches are numbered alike, so their names share most pairs and are still never the same branch. */
function areOtherCommunities(a: string, b: string): boolean {
  const [left, right] = [communityOf(a), communityOf(b)]
  if (left === '' || right === '') return false
  const shared = Array.from(left).filter((character) => right.includes(character)).length
  return shared * 2 <= Math.max(left.length, right.length)
}

/** Dice coefficient over pairs of neighbouring characters: 0 for nothing in common, 1 for the same text. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  if (areOtherCommunities(a, b)) return 0
  const [left, right] = [bigrams(a), bigrams(b)]
  let [common, total] = [0, 0]
  for (const [pair, count] of left) {
    common += Math.min(count, right.get(pair) ?? 0)
    total += count
  }
  for (const count of right.values()) total += count
  return total === 0 ? 0 : (2 * common) / total
}

/** 中共××街道园林路社区委员会 -> 园林路社区党委; a name that is short already stays. */
export function shortNameOf(fullName: string): string {
  const plain = fullName.trim().replace(/^(?:中国共产党|中共)/, '')
  if (plain.endsWith('工作委员会')) return plain.replace(/工作委员会$/, '党工委')
  const inner = plain === fullName.trim() ? plain : plain.replace(streetPrefix, '')
  return inner
    .replace(/党?总支部?委员会$/, '党总支')
    .replace(/党?支部委员会$/, '党支部')
    .replace(/(?<!党|居|村民|居民|业主)委员会$/, '党委')
}
