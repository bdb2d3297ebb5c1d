import { describe, expect, it } from 'vitest'
import type { MemberListRow } from '#shared/contract/members.ts'
import { unfilledMember } from '#shared/contract/unfilledMember.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { exportFormSchema, inOrder, parseColumns } from '../../../renderer/features/documents/exportForm.ts'
import { previewCell } from '../../../renderer/features/documents/previewCell.ts'
import { groupMissing, missingListLink } from '../../../renderer/features/documents/missingGroups.ts'
import { viewFromParams } from '../../../renderer/features/members/listView.ts'

describe('export screen', () => {
  it('asks for a purpose before numbers leave in the clear', () => {
    const form = {
      organizationId: null,
      format: 'docx',
      unmasked: true,
      purpose: null,
      columns: null,
      asOf: null,
    } as const
    expect(exportFormSchema.safeParse(form).success).toBe(false)
    expect(exportFormSchema.safeParse({ ...form, purpose: '报区委组织部' }).success).toBe(true)
    expect(exportFormSchema.safeParse({ ...form, unmasked: false }).success).toBe(true)
  })

  it('writes columns in the order of the record however they were ticked', () => {
    expect(inOrder(['mobile', 'name'])).toEqual(['name', 'mobile'])
    expect(parseColumns(['name', 'noSuchField', 3])).toEqual(['name'])
    expect(parseColumns([])).toBeNull()
  })

  it('groups gaps by kind, the commonest first, and links to the list of those people', () => {
    const missing = [
      { label: '编制单位', where: '封面' },
      { label: '学历', where: '一支部王某' },
      { label: '学历', where: '二支部李某' },
    ]
    expect(groupMissing(missing).map(({ label, field, where }) => [label, field, where.length])).toEqual([
      ['学历', 'education', 2],
      ['编制单位', null, 1],
    ])
    const link = new URL(missingListLink('education', 'org-1'), 'app://page')
    expect(viewFromParams(link.searchParams)).toMatchObject({
      organizationId: 'org-1',
      filters: [{ op: 'empty', field: 'education', empty: true }],
    })
  })
})

function previewRow(personType: '1' | '2', partyAgeYears: number | null): MemberListRow {
  return {
    id: 'm1',
    version: 1,
    record: {
      ...unfilledMember,
      name: '王某',
      idNo: '110105********002X',
      organizationId: 'o1',
      personType,
      partyStatus: 'ZC',
      joinedOn: partialDate('2026-03'),
    },
    organizationName: '一支部',
    groupName: null,
    age: null,
    partyAgeYears,
    worstSeverity: null,
    findingCount: 0,
  }
}

describe('the preview of the roster', () => {
  it('says 正式 and 预备 as the paper does, and the whole name as the sheet does', () => {
    expect(previewCell(previewRow('1', 3), 'personType', 'docx')).toBe('正式')
    expect(previewCell(previewRow('2', 0), 'personType', 'docx')).toBe('预备')
    expect(previewCell(previewRow('1', 3), 'personType', 'xlsx')).toBe('正式党员')
  })

  it('gives no 党龄 and no 转正日期 to a probationary member (MEM-20)', () => {
    for (const key of ['partyAge', 'regularOn'] as const) {
      expect(previewCell(previewRow('2', 0), key, 'docx')).toBe('—')
      expect(previewCell(previewRow('2', 0), key, 'xlsx')).toBe('')
    }
    expect(previewCell(previewRow('1', 3), 'partyAge', 'docx')).toBe('3年')
    expect(previewCell(previewRow('1', null), 'regularOn', 'docx')).toBe('')
  })

  it('shows no more of an ID number than the masked paper does', () => {
    expect(previewCell(previewRow('1', 3), 'idNo', 'docx')).toBe('110105************')
  })

  it('shows a date as it is stored', () => {
    expect(previewCell(previewRow('2', 0), 'joinedOn', 'docx')).toBe('2026-03')
  })
})
