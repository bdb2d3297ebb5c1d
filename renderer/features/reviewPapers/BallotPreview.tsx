import { gradeNames, grades } from '#shared/domain/reviews/grades.ts'
import { pointsText } from '#shared/domain/reviews/hundredths.ts'
import { itemsOf } from '#shared/domain/reviews/scheme.ts'
import { PreviewTable } from './PreviewTable.tsx'
import type { Direction } from './usePaperChoice.ts'

/** What a ballot of the direction asks. */
export function BallotPreview({ direction: { scheme, component } }: { readonly direction: Direction }) {
  const items = itemsOf(scheme.scheme, component.form)
  const names = grades.map((grade) => gradeNames[scheme.scheme.gradeSet][grade])
  return (
    <>
      <PreviewTable
        label="测评内容"
        heads={['评价内容', '怎样评']}
        rows={items.map(({ name, by, most }) => [
          name,
          by === 'points' ? `打分，满分 ${pointsText(most)}` : `${names.join('□　')}□`,
        ])}
      />
      <p className="muted small">
        测评群体：{component.groups.map(({ name }) => name).join('、')}
        。票上不印编号，也没有测评人姓名。
      </p>
    </>
  )
}
