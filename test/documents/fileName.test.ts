import { expect, it } from 'vitest'
import { documentFileName } from '#core/documents/fileName.ts'

const parts = {
  year: '2026',
  unit: '新桥街道',
  kind: '名册',
  title: '党员花名册',
  personName: null,
  extension: 'docx',
} as const

it('is 年份-单位简称-文种-标题, with the person last where there is one', () => {
  expect(documentFileName(parts)).toBe('2026-新桥街道-名册-党员花名册.docx')
  expect(documentFileName({ ...parts, kind: '介绍信', personName: '阿卜杜热依木·买买提' })).toBe(
    '2026-新桥街道-介绍信-党员花名册-阿卜杜热依木·买买提.docx',
  )
})

it('loses the signs Windows forbids and what would climb out of a folder', () => {
  expect(documentFileName({ ...parts, unit: '../新桥\\街道:"<>|?*\u0000\n' })).toBe(
    '2026-新桥街道-名册-党员花名册.docx',
  )
})

it('never carries an ID number or a phone', () => {
  const name = documentFileName({ ...parts, title: '张三11010519491231002X', personName: '李四13800001234' })
  expect(name).toBe('2026-新桥街道-名册-张三-李四.docx')
})

it('stays short enough for a deep folder', () => {
  expect(documentFileName({ ...parts, title: '长'.repeat(400) }).length).toBeLessThan(120)
})
