import { expect, it } from 'vitest'
import { codesOf, readPeople } from './readPeople.ts'
import { personRow, rosterHeader, rosterWorkbook, workbook } from './workbooks.ts'
import { anIdNo } from '../../api/samples.ts'

const id = (order: number) => anIdNo('1970-05-04', order)

it('finds the header below a title and a line of 填报单位, spaces inside its words and all', () => {
  const rows = [
    ['东环社区党员花名册'],
    ['填报单位（盖章）：东环社区党委', null, null, '填报日期：2026年10月31日'],
    [],
    ['序 号', '姓  名', '身 份 证 号', '所在党支部 ', '*入党时间', '联系电话：'],
    [1, '张  三', id(1), '第一党支部', '1998.07', '138 0000-0001'],
    ['合  计', null, '1人'],
    ['制表人：李四', null, '审核人：王五'],
  ]
  const { sheets, people } = readPeople(workbook({ 名册: { rows, merges: ['A1:F1'] } }))
  expect(sheets[0]?.header?.row).toBe(3)
  expect(people).toHaveLength(1)
  expect(Object.fromEntries(people[0]?.values ?? [])).toEqual({
    name: '张三',
    idNo: id(1),
    organizationId: '第一党支部',
    joinedOn: '1998-07',
    mobile: '13800000001',
  })
  expect(people[0]?.row).toBe(5)
})

it('joins a header of two rows, merged and not', () => {
  const upper = ['序号', '姓名', '基本情况', null, null, '入党', null, '所在党支部']
  const lower = [null, null, '性别', '民族', '身份证号', '时间', '介绍人', null]
  const body = [1, '张三', '男', '汉', id(1), '1998.07', '李四、王五', '第一党支部']
  const merges = ['A2:A3', 'B2:B3', 'C2:E2', 'F2:G2', 'H2:H3']
  const merged = readPeople(
    workbook({ 名册: { rows: [['党员花名册'], upper, lower, body], merges: ['A1:H1', ...merges] } }),
  )
  const bare = readPeople(workbook({ 名册: { rows: [['党员花名册'], upper, lower, body] } }))
  for (const { people, sheets } of [merged, bare]) {
    expect(sheets[0]?.header?.row).toBe(2)
    expect(people).toHaveLength(1)
    expect(Object.fromEntries(people[0]?.values ?? [])).toMatchObject({
      name: '张三',
      gender: '1',
      ethnicity: '01',
      idNo: id(1),
      organizationId: '第一党支部',
    })
  }
  expect(merged.people[0]?.values.get('joinedOn')).toBe('1998-07')
})

it('does not take the name of a relative for the member’s own', () => {
  const rows = [
    ['姓名', '身份证号', '家庭主要成员', null],
    [null, null, '姓名', '联系电话'],
    ['张三', id(1), '李四', '13900000002'],
    [null, id(3), '王五', null],
  ]
  const { people, sheets } = readPeople(workbook({ 名册: { rows, merges: ['A1:A2', 'B1:B2', 'C1:D1'] } }))
  expect(sheets[0]?.columns.map(({ field }) => field)).toEqual(['name', 'idNo', null, 'mobile'])
  expect(people.map(({ name }) => name)).toEqual(['张三', ''])
})

it('takes the first filled of two columns that mean the same, and says that there are two', () => {
  const rows = [
    ['姓名', '身份证号', '入党日期', '入党时间', '手机号码', '联系电话'],
    ['张三', id(1), null, '1998.07', '13800000001', '13900000002'],
  ]
  const { people, findings } = readPeople(workbook({ 名册: { rows } }))
  expect(people[0]?.values.get('joinedOn')).toBe('1998-07')
  expect(people[0]?.values.get('mobile')).toBe('13800000001')
  expect(codesOf(findings).filter((code) => code === 'COLUMN_DUPLICATE')).toHaveLength(2)
})

it('names every column it does not take, computed ones too, and says nothing of 序号', () => {
  const rows = [
    ['序号', '姓名', '身份证号', '党龄', '健康状况', null],
    [1, '张三', id(1), 28, '良好', '无表头'],
  ]
  const { findings } = readPeople(workbook({ 名册: { rows } }))
  const unknown = findings.filter(({ code }) => code === 'COLUMN_UNKNOWN')
  expect(unknown.map(({ column, severity }) => [column, severity])).toEqual([
    ['D', 'blue'],
    ['E', 'blue'],
    ['F', 'blue'],
  ])
})

it('fills a branch that is merged down over its people, and no further', () => {
  const rows = [
    ['所在党支部', '姓名', '身份证号'],
    ['第一党支部', '张三', id(1)],
    [null, '李四', id(3)],
    [null, null, null],
    ['第二党支部', '王五', id(5)],
  ]
  const { people } = readPeople(workbook({ 名册: { rows, merges: ['A2:A4'] } }))
  expect(people.map(({ name, values }) => [name, values.get('organizationId')])).toEqual([
    ['张三', '第一党支部'],
    ['李四', '第一党支部'],
    ['王五', '第二党支部'],
  ])
})

it('counts a person whose cells span two rows once', () => {
  const rows = [
    ['姓名', '身份证号', '备注'],
    ['张三', id(1), '甲'],
    [null, null, '乙'],
  ]
  const { people } = readPeople(workbook({ 名册: { rows, merges: ['A2:A3', 'B2:B3'] } }))
  expect(people).toHaveLength(1)
})

it('takes headings between the people for their branch where there is no branch column', () => {
  const rows = [
    ['姓名', '身份证号'],
    ['第一党支部'],
    ['张三', id(1)],
    ['小计', '1人'],
    ['第二党支部（2人）'],
    ['姓名', '身份证号'],
    ['李四', id(3)],
    ['合计：2 人'],
    ['说明：本表截至 2026 年 10 月'],
  ]
  const { people, findings } = readPeople(workbook({ 名册: { rows } }))
  expect(people.map(({ row, name, values }) => [row, name, values.get('organizationId')])).toEqual([
    [3, '张三', '第一党支部'],
    [7, '李四', '第二党支部'],
  ])
  expect(findings.filter(({ code }) => code === 'ROW_SKIPPED').map(({ row }) => row)).toEqual([
    2, 4, 5, 6, 8, 9,
  ])
})

it('reads a sheet per branch, by title or by the sheet’s name, and skips what holds no table', () => {
  const table = (name: string, order: number) => [
    ['姓名', '身份证号'],
    [name, id(order)],
  ]
  const bytes = workbook({
    填表说明: { rows: [['一、请逐项填写'], ['二、按时上报']] },
    第一党支部: { rows: table('张三', 1) },
    Sheet2: { rows: [['东环社区第二党支部党员花名册'], [], ...table('李四', 3)] },
    空白: { rows: [] },
    第三党支部: { rows: table('王五', 5), isHidden: true, hiddenRows: [2] },
  })
  const { people, sheets, findings } = readPeople(bytes)
  expect(people.map(({ sheet, name, values }) => [sheet, name, values.get('organizationId')])).toEqual([
    ['第一党支部', '张三', '第一党支部'],
    ['Sheet2', '李四', '东环社区第二党支部'],
    ['第三党支部', '王五', '第三党支部'],
  ])
  expect(sheets.map(({ skipped }) => skipped !== null)).toEqual([true, false, false, true, false])
  expect(findings.find(({ code }) => code === 'HIDDEN_READ')).toMatchObject({ sheet: '第三党支部' })
})

it('finds the table when its columns are shifted and their order is another', () => {
  const rows = [[], [null, null, '身份证', '联系方式', '名字'], [null, null, id(1), '13800000001', '张三']]
  const { people } = readPeople(workbook({ 名册: { rows } }))
  expect(people[0]).toMatchObject({ name: '张三', idNo: id(1), row: 3 })
})

it('passes over lines numbered ahead or filled down with a branch, in one sentence', () => {
  const empty = Array.from({ length: 30 }, (_, index) => [index + 2, '东环第一党支部'])
  const { people, findings } = readPeople(rosterWorkbook([personRow(1), ...empty]))
  expect(people).toHaveLength(1)
  expect(findings.filter(({ code }) => code === 'ROW_SKIPPED')).toHaveLength(1)
})

it('does not lose somebody whose name and number are both missing', () => {
  const { people } = readPeople(rosterWorkbook([personRow(1, { name: '', idNo: null })]))
  expect(people).toHaveLength(1)
  expect(codesOf(people[0]?.findings ?? [])).toEqual(['NAME_MISSING', 'ID_MISSING'])
})

it('keeps a person who is called like a footnote', () => {
  const { people } = readPeople(
    rosterWorkbook([personRow(1, { name: '说明' }), personRow(2, { branch: '合计党支部' })]),
  )
  expect(people).toHaveLength(2)
})

it('says once, not in every row, that a column is missing', () => {
  const rows = [
    ['姓名', '身份证号', '所在党支部'],
    ['张三', id(1), '甲党支部'],
    ['李四', id(3), '甲党支部'],
  ]
  const { findings } = readPeople(workbook({ 名册: { rows } }))
  expect(codesOf(findings)).toEqual(['JOIN_DATE_MISSING', 'PERSON_TYPE_ASSUMED'])
  expect(findings.every(({ row }) => row === null)).toBe(true)
})

it('knows every column of the header of the national system, but for what is computed', () => {
  const header =
    '序号|姓名|性别|公民身份号码|民族|出生日期|学历|人员类别|学位|所在党支部|手机号码|入党日期|转正日期|党龄|党龄校正值|新社会阶层类型|工作岗位|从事专业技术职务|是否农民工|现居住地|户籍所在地|是否失联党员|是否流动党员|入党类型|转正情况|入党时所在支部|延长预备期时间'.split(
      '|',
    )
  const old =
    '姓名|身份证号码|性别|民族|籍贯|是否台湾省籍|出生日期|学历|人员类别|所在党组织|入党时间|转正时间|工作岗位|参加工作日期|家庭住址|联系电话|婚姻状况|党员档案所在单位|技术职称|新社会阶层类型|一线情况|是否农民工 |是否失联党员'.split(
      '|',
    )
  for (const labels of [header, old]) {
    const { sheets } = readPeople(
      workbook({ 名册: { rows: [labels, labels.map((label) => (label === '姓名' ? '张三' : null))] } }),
    )
    const unread = sheets[0]?.columns.filter(({ field }) => field === null).map((column) => column.header)
    expect(unread).toEqual(labels === header ? ['序号', '党龄'] : [])
  }
  expect(rosterHeader).toHaveLength(12)
})
