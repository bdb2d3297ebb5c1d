import { expect, it } from 'vitest'
import { anIdNo } from '../../api/samples.ts'
import { readPeople } from './readPeople.ts'
import { workbook } from './workbooks.ts'

const person = ['张三', anIdNo('1970-05-04', 1), '第一党支部', '1998-07-01', '1999-07-01', '正式党员']
const rosterHead = ['姓名', '公民身份号码', '所在党支部', '入党日期', '转正日期', '人员类别']

it('does not read a list about the roster as more people: 缺项清单 of our own export', () => {
  const gaps = {
    rows: [
      ['姓名', '所在党支部', '缺项'],
      ['张三', '第一党支部', '学历'],
    ],
  }
  const { people, sheets } = readPeople(
    workbook({ 党员花名册: { rows: [rosterHead, person] }, 缺项清单: gaps }),
  )
  expect(people).toHaveLength(1)
  expect(sheets[1]?.skipped).toContain('没有身份证号一列')
})

it('reads a roster without ID numbers when there is no other: its rows say what is missing', () => {
  const { people } = readPeople(
    workbook({
      名册: {
        rows: [
          ['姓名', '所在党支部', '入党时间'],
          ['张三', '第一党支部', '1998'],
        ],
      },
    }),
  )
  expect(people).toHaveLength(1)
})

it('does not take applicants and activists for members', () => {
  const head = [
    '姓名',
    '身份证号',
    '所在党支部',
    '递交入党申请书时间',
    '确定积极分子时间',
    '列为发展对象时间',
  ]
  const rows = [head, ['张三', anIdNo('1990-05-04', 1), '第一党支部', '2024-01-01', '2025-01-01', '']]
  const { people, sheets } = readPeople(workbook({ 发展党员台账: { rows } }))
  expect(people).toHaveLength(0)
  expect(sheets[0]?.skipped).toContain('发展党员台账')
})

it('reads the register that holds members beside them, by 人员类别', () => {
  const head = [...rosterHead, '申请入党日期', '确定入党积极分子日期']
  const { people } = readPeople(
    workbook({ 纪实库: { rows: [head, [...person, '1996-01-01', '1997-01-01']] } }),
  )
  expect(people).toHaveLength(1)
})
