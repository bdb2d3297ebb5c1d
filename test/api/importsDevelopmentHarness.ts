import type { ImportFinding } from '#shared/contract/imports.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { fixture, workbook } from '../unit/imports/workbooks.ts'
import { anIdNo } from './samples.ts'

export const sample = fixture('development.xlsx')

export const everything: RouteInput<'development.list'> = {
  organizationId: null,
  text: null,
  states: [],
  finding: null,
  dueBy: null,
  sort: 'name',
  offset: 0,
  limit: 200,
}

export const codesOf = (findings: readonly ImportFinding[], row: number) =>
  findings.filter((found) => found.row === row).map(({ code }) => code)

export const header = [
  '姓名',
  '身份证号',
  '所在党支部',
  '申请入党时间',
  '谈话时间',
  '列为积极分子时间',
  '备案时间',
  '培养联系人',
  '公示起止',
  '列为发展对象时间',
  '入党介绍人',
  '集中培训时间（学时）',
  '支部大会接收时间',
  '党委审批时间',
]
export const idNo = anIdNo('1995-05-05', 1)
const activist = ['张新', idNo, '东环第一党支部', '2024-03-01', '2024-03-20', '2024-09-10', '2024-09-20']
export const row = [...activist, '李四、王五', '', '', '', '', '', '']
export const list = (...rows: readonly (readonly string[])[]) =>
  workbook({ 台账: { rows: [header, ...rows] } })

export const messages = (findings: readonly ImportFinding[], code: string) =>
  findings.filter((found) => found.code === code).map(({ message }) => message)
