import { describe, expect, it } from 'vitest'
import { exportFormSchema, inOrder, parseColumns } from '../../../renderer/features/documents/exportForm.ts'
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
