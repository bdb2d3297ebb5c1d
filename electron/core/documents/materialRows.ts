import { type FileChild } from 'docx'
import type { DevelopmentMaterialRow } from '#shared/contract/developmentRows.ts'
import { milestoneTable } from '#shared/domain/development/milestones.ts'
import { formatDots } from '#shared/lib/dates.ts'
import type { PaperPen } from './developmentPaper.ts'
import { portraitTextWidth } from './layout.ts'
import { dataTable, shareWidth } from './tables.ts'

/** The last step with a date; 0 for none. */
function lastStep({ values }: PaperPen): number {
  const steps = values.detail.steps.filter(({ supersededBy }) => supersededBy === null)
  return Math.max(0, ...steps.map(({ milestone }) => milestoneTable[milestone].step))
}

const count = (value: number | null) => (value === null ? null : String(value))

function cells(pen: PaperPen, material: DevelopmentMaterialRow, isAsked: boolean): readonly string[] {
  const { materialNo, name, isPresent, isOriginal, copies, pages, formedOn, note } = material
  const fill = (value: string | null, what: string) => pen.fill(value, `${materialNo}${what}`)
  const tail = isPresent
    ? [
        fill(count(copies), '份数'),
        fill(count(pages), '页数'),
        fill(isOriginal === null ? null : isOriginal ? '原件' : '复印件', '原件或者复印件'),
        fill(formedOn === null ? null : formatDots(formedOn), '形成日期'),
        note ?? '',
      ]
    : ['', '', '', '', isAsked ? fill(note, '缺件说明') : (note ?? '')]
  return [materialNo, name, ...tail]
}

const sum = (values: readonly (number | null)[]) => values.reduce<number>((all, each) => all + (each ?? 0), 0)

const columns = ['编号', '材料名称', '份数', '页数', '原件/复印件', '形成日期', '备注']

/** Materials with their copies and pages; asked for are those that must be there by the step the file has reached. */
export function materialTableOf(pen: PaperPen, materials: readonly DevelopmentMaterialRow[]): FileChild {
  const widths = shareWidth(portraitTextWidth, [10, 38, 9, 9, 12, 17, 20])
  const last = lastStep(pen)
  const present = materials.filter(({ isPresent }) => isPresent)
  return dataTable({
    columns: columns.map((header, index) => ({
      header,
      width: widths[index] ?? 0,
      align: index === 1 ? 'left' : 'center',
    })),
    rows: materials.map((each) => cells(pen, each, each.need === 'always' && each.step <= last)),
    totalRow: [
      '合计',
      `${present.length}件`,
      String(sum(present.map(({ copies }) => copies))),
      String(sum(present.map(({ pages }) => pages))),
      '',
      '',
      '',
    ],
    keepTogether: false,
    keepWithNext: true,
    type: 'plain',
  })
}
