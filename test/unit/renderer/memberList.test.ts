import { describe, expect, it } from 'vitest'
import type { MemberFilter } from '#shared/contract/memberListInput.ts'
import {
  conditionsOf,
  emptyDraft,
  filterSubjects,
  readDraft,
} from '../../../renderer/features/members/filterDraft.ts'
import { chipsOf, filterText } from '../../../renderer/features/members/filterText.ts'
import { defaultColumns, parseColumns } from '../../../renderer/features/members/listColumns.ts'
import {
  emptyView,
  type ListView,
  paramsFromView,
  queryFromView,
  viewFromParams,
  withFindings,
} from '../../../renderer/features/members/listView.ts'

const everyFilter: readonly MemberFilter[] = [
  { op: 'in', field: 'education', values: ['21', '31'] },
  { op: 'is', field: 'isLost', value: false },
  { op: 'between', field: 'birthDate', from: '1950-07', to: null },
  { op: 'empty', field: 'mobile', empty: true },
  { op: 'contains', field: 'school', text: '清华.附中 & 100%' },
  { op: 'age', of: 'partyAge', from: 50, to: null },
]

function through(view: ListView): ListView {
  return viewFromParams(new URLSearchParams(paramsFromView(view).toString()))
}

describe('the address of the roster', () => {
  it('carries every kind of filter there and back', () => {
    const view: ListView = {
      organizationId: 'a-b',
      text: '张三',
      personTypes: ['2'],
      status: ['TZ', 'CD'],
      findings: ['ID_CHECKSUM'],
      filters: everyFilter,
      sort: { field: 'birthDate', descending: true },
    }
    expect(through(view)).toEqual(view)
    expect(through(emptyView)).toEqual(emptyView)
    expect(paramsFromView(emptyView).toString()).toBe('')
  })

  it('never holds digits of an ID number or a phone', () => {
    const view: ListView = {
      ...emptyView,
      text: '13812345678',
      filters: [
        { op: 'contains', field: 'idNo', text: '11010' },
        { op: 'contains', field: 'address', text: '梅园' },
        { op: 'contains', field: 'remark', text: '证号 110105' },
      ],
    }
    expect(paramsFromView(view).toString()).toBe('')
  })

  it('leaves out what it does not understand', () => {
    const params = new URLSearchParams(
      'f=in.noSuchField.1&f=between.birthDate&f=age.age.x.&sort=-salary&f=is.isLost.1',
    )
    expect(viewFromParams(params)).toEqual({
      ...emptyView,
      filters: [{ op: 'is', field: 'isLost', value: true }],
    })
  })
})

describe('the default party status', () => {
  it('is 在册, but everybody where the list is one of a finding: its count is over everybody', () => {
    expect(viewFromParams(new URLSearchParams('')).status).toBe('counting')
    expect(viewFromParams(new URLSearchParams('finding=MEM-02')).status).toBe('all')
    expect(queryFromView(viewFromParams(new URLSearchParams('finding=MEM-02'))).filters).toEqual([
      { op: 'finding', code: 'MEM-02' },
    ])
    expect(withFindings({ ...emptyView, status: ['SW'] }, ['MEM-02']).status).toEqual(['SW'])
    expect(withFindings(withFindings(emptyView, ['MEM-02']), []).status).toBe('counting')
  })

  it('in 在册 counts 正常, 留党察看, 中止权利 and 限期改正 (STA-01)', () => {
    expect(queryFromView(emptyView).filters).toEqual([
      { op: 'in', field: 'partyStatus', values: ['ZC', 'LC', 'ZZQL', 'XQ'] },
    ])
  })
})

describe('a filter being built', () => {
  it('reads dates as clerks write them, and 至 1960 to the end of that year', () => {
    const draft = {
      ...emptyDraft,
      subject: 'birthDate',
      condition: 'between',
      from: '1950年7月',
      to: '1960',
    } as const
    expect(readDraft(draft)).toEqual({
      ok: true,
      filter: { op: 'between', field: 'birthDate', from: '1950-07', to: '1960-12-31' },
    })
  })

  it('says what is wrong with a range', () => {
    const age = { ...emptyDraft, subject: 'age', condition: 'age' } as const
    expect(readDraft({ ...age, from: '60', to: '50' })).toEqual({
      ok: false,
      message: '前一个数应不大于后一个',
    })
    expect(readDraft(age)).toEqual({ ok: false, message: '请至少填写一头' })
    expect(readDraft({ ...age, from: '六十' })).toMatchObject({ ok: false })
    const date = { ...emptyDraft, subject: 'joinedOn', condition: 'between' } as const
    expect(readDraft({ ...date, from: '98.7' })).toMatchObject({ ok: false })
    expect(readDraft({ ...date, from: '1999', to: '1998.07' })).toMatchObject({ ok: false })
  })
})

describe('filters offered to who may not look at hidden values', () => {
  it('ask of them at most whether there is one', () => {
    expect(conditionsOf('address', true)).toContain('contains')
    expect(conditionsOf('address', false)).toEqual(['filled', 'empty'])
    expect(conditionsOf('remark', false)).toContain('contains')
  })

  it('leave out what has nothing left to ask', () => {
    expect(filterSubjects(true)).toContain('idNo')
    expect(filterSubjects(false)).not.toContain('idNo')
    expect(filterSubjects(false)).toContain('mobile')
  })
})

describe('the words of a filter', () => {
  it('name the field and the values in Chinese', () => {
    expect(everyFilter.map(filterText)).toEqual([
      '学历：大学（本科）、大专',
      '是否失联党员：否',
      '出生日期：不早于 1950.07',
      '手机号码：未填',
      '毕业院校含“清华.附中 & 100%”',
      '党龄：50 年及以上',
    ])
  })

  it('come with the list that is left without it', () => {
    const view = withFindings({ ...emptyView, filters: everyFilter }, ['ID_CHECKSUM'])
    const chips = chipsOf(view, null)
    expect(chips).toHaveLength(7)
    expect(chips[0]).toMatchObject({
      text: '提示：身份证号校验位不对',
      without: { findings: [], status: 'counting' },
    })
    expect(chips[1]?.without.filters).toEqual(everyFilter.slice(1))
  })
})

describe('remembered columns', () => {
  it('survive storage, and lose those that no longer exist', () => {
    expect(parseColumns(JSON.parse(JSON.stringify(defaultColumns)))).toEqual(defaultColumns)
    const stored = {
      columns: [
        { key: 'name', width: 132 },
        { key: 'salary', width: 90 },
      ],
    }
    expect(parseColumns(stored)).toEqual({ columns: [{ key: 'name', width: 132 }] })
  })

  it('are forgotten when 姓名 is not among them', () => {
    expect(parseColumns({ columns: [{ key: 'gender', width: 70 }] })).toBeNull()
    expect(parseColumns('x')).toBeNull()
  })
})
