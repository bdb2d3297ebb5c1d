import { describe, expect, it } from 'vitest'
import { officialDocument } from '#core/documents/layout.ts'
import { planPaper } from '#core/documents/developmentPlanPaper.ts'
import { paperSections } from '#core/documents/developmentSections.ts'
import { developmentPlan } from '#shared/domain/development/plan.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { aFile, on, upTo } from '../unit/development/aFile.ts'
import { frame } from './developmentPaperText.ts'
import { docxParts, textOf } from './docxParts.ts'
import { selfCheck } from './selfCheck.ts'

async function plan(last: Milestone, today: string, wishedOn: string | null) {
  const part = planPaper({
    name: '王小明',
    branchName: '东环第一党支部',
    state: 'activist',
    plan: developmentPlan(aFile(upTo(last)), on(today), wishedOn === null ? null : dateOnly(wishedOn)),
    today: dateOnly(today),
  })
  const paper = { title: '', kind: '', missing: [], isPersonal: false, parts: [part] }
  const document = officialDocument({ title: '', subject: '' }, paperSections([paper], frame))
  const { bytes, documentXml } = await docxParts(document)
  const rows = documentXml.match(/<w:tr>.*?<\/w:tr>/gs) ?? []
  const cells = (row: string) => (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map(textOf)
  return { bytes, text: textOf(documentXml), rows: rows.map(cells) }
}

/** 五号 and 小五 lines of the page, in twips, as Word and WPS set them; the type area is 12,756 high. */
function heightOf({ text, rows }: Awaited<ReturnType<typeof plan>>): number {
  const wide = (each: string) =>
    Array.from(each).reduce((sum, sign) => sum + (/[\u0020-\u007E]/.test(sign) ? 1 : 2), 0)
  const above = text.slice(0, text.indexOf('步骤事项'))
  const lines = (each: readonly string[]) => Math.max(1, ...each.map((cell) => Math.ceil(wide(cell) / 37)))
  const table = rows.reduce((sum, each) => sum + Math.max(290, lines(each) * 250 + 28), 0)
  return 950 + (Math.ceil(wide(above) / 84) + 2) * 290 + table
}

describe('倒排计划', () => {
  it('has a line for each step that is left with its days, and names what is done above', async () => {
    const { rows, text, bytes } = await plan('activistFiledOn', '2024-03-10', '2024-12-01')
    expect(selfCheck(bytes)).toEqual([])
    expect(rows[0]).toEqual(['步骤', '事项', '最早', '最晚', '说明'])
    expect(rows[1]?.[1]).toBe('指定培养联系人')
    expect(rows.find((row) => row[1] === '支部大会讨论接收')).toEqual([
      '15',
      '支部大会讨论接收',
      '2024.12.01',
      '2024.12.01',
      '最早：希望召开的日期',
    ])
    expect(rows.some((row) => row[1] === '派人谈话')).toBe(false)
    expect(text).toContain('派人谈话 2023.03.20')
    expect(text).toContain('希望召开大会的日期：2024年12月1日，可以办到。')
  })

  it('says that working days of a year without its calendar are 暂算', async () => {
    const { rows } = await plan('nurturedOn', '2026-12-29', null)
    expect(rows.find((row) => row[1] === '公示结束')?.[4]).toContain('暂算')
  })

  it('says that a wish cannot be met and why, and marks the steps', async () => {
    const { rows, text } = await plan('activistFiledOn', '2024-03-10', '2024-05-01')
    expect(text).toMatch(/希望召开大会的日期：2024年5月1日，办不到：最早只能在2024年\d+月\d+日召开/)
    expect(rows.find((row) => row[1] === '支部大会讨论接收')?.[4]).toContain('办不到')
  })

  it.each([
    ['appliedOn', '2025-01-10', null],
    ['appliedOn', '2025-01-10', '2025-02-01'],
    ['appliedOn', '2025-01-10', '2027-03-01'],
    ['preReviewOn', '2026-12-10', '2026-11-01'],
    ['approvedOn', '2025-06-10', null],
  ] as const)('fits on one page after %s (%s, wished %s)', async (last, today, wishedOn) => {
    expect(heightOf(await plan(last, today, wishedOn))).toBeLessThan(12_756)
  })

  it('says so when nothing is left', async () => {
    const { rows, text } = await plan('archivedOn', '2026-06-10', null)
    expect(rows).toEqual([])
    expect(text).toContain('各步骤都已办理')
  })
})
