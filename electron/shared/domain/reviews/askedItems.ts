import { pointsText } from './hundredths.ts'
import { type BallotItem, itemsOf, type RatedComponent, type Scheme } from './scheme.ts'

const ratedIn = ({ components }: Scheme): readonly RatedComponent[] =>
  components.flatMap((component) => (component.kind === 'rated' ? [component] : []))

const wayOf = ({ by, most }: BallotItem) =>
  by === 'grades' ? '按等次勾选' : `按满分 ${pointsText(most)} 分打分`

/**
 * REV-05: why what ballots ask may not be changed so once some of them are in, whatever the reason: 8 of 10 is no 8 of 100, and
 * sums hold no single marks that could be read anew. `ratedIds`: the directions of which ballots are in.
 */
export function whyItemsStay(before: Scheme, after: Scheme, ratedIds: ReadonlySet<string>): string | null {
  for (const component of ratedIn(before)) {
    const now = ratedIn(after).find(({ id }) => id === component.id)
    if (now === undefined || !ratedIds.has(component.id)) continue
    const asked = new Map(itemsOf(after, now.form).map((item) => [item.id, item]))
    for (const item of itemsOf(before, component.form)) {
      const other = asked.get(item.id)
      if (other === undefined || wayOf(other) === wayOf(item)) continue
      return `“${component.name}”已收回测评票，“${item.name}”是${wayOf(item)}的，不能改成${wayOf(other)}；请改回原来的打分方式和分值`
    }
  }
  return null
}
