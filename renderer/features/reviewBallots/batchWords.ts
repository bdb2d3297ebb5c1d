import type { BatchDetail, BatchRow } from '#shared/contract/reviewBallots.ts'
import type { CampaignDetail } from '#shared/contract/reviewRows.ts'
import { gradeNames, grades, type GradeSet } from '#shared/domain/reviews/grades.ts'
import { pointsText } from '#shared/domain/reviews/hundredths.ts'
import type { Mark } from '#shared/domain/reviews/marks.ts'
import type { BallotItem, RatedComponent } from '#shared/domain/reviews/scheme.ts'

/** One batch of ballots. */
export function batchAddress(id: string): string {
  return `/reviews/batches/${id}`
}

export function ballotImportAddress(campaignId: string): string {
  return `/reviews/${campaignId}/ballots/import`
}

/** 上级评议：街道党工委班子成员. */
export function batchTitle({
  componentName,
  groupName,
}: Pick<BatchRow, 'componentName' | 'groupName'>): string {
  return `${componentName}：${groupName}`
}

/** REV-02: more came back than went out, for anybody of it. */
export function isVoid({ people }: Pick<BatchDetail, 'people'>): boolean {
  return people.some(({ issued, returned }) => returned > issued)
}

/** The directions of a scheme that are rated by ballots. */
export function ratedOf(scheme: CampaignDetail['schemes'][number] | undefined): readonly RatedComponent[] {
  return scheme?.scheme.components.filter((component) => component.kind === 'rated') ?? []
}

/** Those whose ballots the caller registers: 上级评议 is the holder's alone. */
export function openableOf(
  scheme: CampaignDetail['schemes'][number] | undefined,
  { isOwn }: Pick<CampaignDetail, 'isOwn'>,
): readonly RatedComponent[] {
  return ratedOf(scheme).filter(({ direction }) => isOwn || direction !== 'up')
}

/** What is read as 明显涂改不可辨. */
const illegible = '涂改'

/** The keys 1 to 4 stand for the grades from the highest, a second one makes two grades on one line, other digits stay as typed; * is 涂改. */
export function typedCell(text: string, item: BallotItem | undefined, set: GradeSet): string {
  const bare = text.normalize('NFKC')
  if (/^\*+$/.test(bare.trim())) return illegible
  if (item?.by !== 'grades' || !/\d/.test(bare)) return text
  const names = grades.map((grade) => gradeNames[set][grade])
  // The keys before this one are grades by now: 120 is seen whole only when they are keys again.
  const keys = bare
    .replace(new RegExp(names.join('|'), 'g'), (name) => `${names.indexOf(name) + 1}`)
    .replace(/[、,\s]/g, '')
  if (/^[1-4]{1,2}$/.test(keys))
    return keys
      .split('')
      .map((key) => names[Number(key) - 1])
      .join('、')
  return /^[\d.]+$/.test(keys) ? keys : text
}

const gradeHint = (set: GradeSet): string =>
  grades.map((grade, index) => `${index + 1} ${gradeNames[set][grade]}`).join('，')

/** What may be typed, said once for the whole sheet. */
export function keyingHint(items: readonly BallotItem[], set: GradeSet): string {
  const hasGrades = items.some(({ by }) => by === 'grades')
  const two = hasGrades
    ? `等次按数字键：${gradeHint(set)}；打了两个等次的连按两个`
    : '打了两个分数的写“85、90”'
  return `${two}；空着按弃权；涂改不清按 *`
}

/** 0–100 of points; nothing of grades, which are said once. */
export function itemHint({ by, most }: BallotItem): string {
  return by === 'points' ? `0–${pointsText(most)} 分` : ''
}

/** A mark as it is keyed again. */
export function markText(mark: Mark | null, item: BallotItem | undefined, set: GradeSet): string {
  if (mark === null) return ''
  switch (mark.is) {
    case 'points':
      return pointsText(mark.hundredths)
    case 'grade':
      return gradeNames[set][mark.grade]
    case 'empty':
      return '弃权'
    case 'several':
      // Which two is not kept: any two say the same.
      return item?.by === 'points' ? '0、1' : `${gradeNames[set].best}、${gradeNames[set].good}`
    case 'illegible':
      return illegible
    case 'outOfRange':
    case 'unreadable':
      return mark.text
  }
}

/** A mark as it is shown. */
export function shownMark(mark: Mark | null, set: GradeSet): string {
  if (mark?.is === 'several') return '一项多选'
  return mark?.is === 'empty' ? '弃权（空）' : markText(mark, undefined, set)
}
