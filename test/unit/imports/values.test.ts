import type { CellObject } from '@e965/xlsx'
import { expect, it } from 'vitest'
import { maskIdNo } from '#shared/lib/idNumber.ts'
import { anIdNo } from '../../api/samples.ts'
import { codesOf, readPeople } from './readPeople.ts'
import { type Row, personRow, rosterHeader, rosterWorkbook, workbook } from './workbooks.ts'

const idNo = anIdNo('1970-05-04', 1)

function readOne(row: Row) {
  const [person] = readPeople(rosterWorkbook([row])).people
  if (person === undefined) throw new Error('nobody was read')
  return person
}

function readId(idCell: string | number | CellObject) {
  const person = readOne(personRow(1, { idNo: idCell }))
  return { idNo: person.idNo, codes: codesOf(person.findings), isBlocked: person.isBlocked }
}

it.each(["'", '\t', ' '])('reads an ID number behind %j', (mark) => {
  expect(readId(mark + idNo)).toEqual({ idNo, codes: [], isBlocked: false })
})

it('reads full-width digits, spaces inside and a small x', () => {
  const ends = '11010519491231002X'
  const wide = Array.from(ends, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('')
  const birth = { birthDate: '1949-12-31', gender: '女' }
  for (const written of [wide, '110105 19491231 002x', '110105194912310０2x']) {
    expect(readOne(personRow(1, { ...birth, idNo: written }))).toMatchObject({ idNo: ends, isBlocked: false })
  }
})

it('blocks a missing, malformed, mistyped or impossible number with its own code', () => {
  expect(readId('').codes).toEqual(['ID_MISSING'])
  expect(readId('无').codes).toEqual(['ID_MISSING'])
  expect(readId(idNo.slice(0, 17)).codes).toEqual(['ID_FORMAT'])
  expect(readId('护照E12345678').codes).toEqual(['ID_FORMAT'])
  expect(readId('110105194912310021').codes).toEqual(['ID_CHECKSUM'])
  expect(readId('44030019790229001X').codes).toEqual(['ID_DATE'])
  expect(readId('110105194912310021').isBlocked).toBe(true)
})

it('blocks a number the sheet has cut, even where its digits happen to check', () => {
  const number = (value: number, z = 'General'): CellObject => ({ t: 'n', v: value, z })
  expect(readId(number(110105194912310020)).codes).toEqual(['ID_TRUNCATED'])
  expect(readId(number(110105194912310020, '0')).codes).toEqual(['ID_TRUNCATED'])
  expect(readId('1.10105E+17').codes).toEqual(['ID_TRUNCATED'])
  expect(readId('110105194912310000').codes).toEqual(['ID_TRUNCATED'])
  expect(readId(number(110101199003070000)).codes).toEqual(['ID_TRUNCATED'])
})

it('turns an old 15-digit number into one of 18 and says so, from text and from a number', () => {
  for (const cell of ['110105491231002', 110105491231002]) {
    const person = readOne(personRow(1, { idNo: cell, birthDate: '1949-12-31', gender: '女' }))
    expect(person).toMatchObject({ idNo: '11010519491231002X', isBlocked: false })
    expect(codesOf(person.findings)).toEqual(['ID_UPGRADED_15'])
  }
})

it('warns of a birthday or sex that is not the number’s, and keeps what the file says', () => {
  const person = readOne(personRow(1, { idNo, birthDate: '1970-05-05', gender: '女' }))
  expect(codesOf(person.findings)).toEqual(['BIRTH_MISMATCH', 'SEX_MISMATCH'])
  expect(person.isBlocked).toBe(false)
  expect(Object.fromEntries(person.values)).toMatchObject({ birthDate: '1970-05-05', gender: '2' })
})

it('compares a birthday given to the month or year only that far', () => {
  const codesFor = (birthDate: string) => codesOf(readOne(personRow(1, { idNo, birthDate })).findings)
  expect(codesFor('1970.05')).toEqual([])
  expect(codesFor('1970')).toEqual([])
  expect(codesFor('1970.06')).toEqual(['BIRTH_MISMATCH'])
  expect(codesFor('1971')).toEqual(['BIRTH_MISMATCH'])
})

it('leaves out a value it does not know and says which it would take', () => {
  const person = readOne(personRow(1, { education: '上过学' }))
  expect(person.values.has('education')).toBe(false)
  expect(person.findings).toEqual([
    expect.objectContaining({ code: 'VALUE_UNKNOWN', column: 'H', field: 'education', severity: 'yellow' }),
  ])
  expect(person.findings[0]?.message).toContain('“上过学”')
})

it('does not take who is no member yet into the roster', () => {
  const person = readOne(personRow(1, { personType: '入党积极分子' }))
  expect(codesOf(person.findings)).toEqual(['NOT_MEMBER'])
  expect(person.isBlocked).toBe(true)
})

it('keeps a fixed line as one, and leaves out what is no phone', () => {
  expect(Object.fromEntries(readOne(personRow(1, { mobile: '0571-88001234' })).values)).toMatchObject({
    phone: '0571-88001234',
  })
  expect(codesOf(readOne(personRow(1, { mobile: '0571-88001234' })).findings)).toEqual(['PHONE_IS_FIXED'])
  expect(codesOf(readOne(personRow(1, { mobile: '1380000000' })).findings)).toEqual(['MOBILE_UNREADABLE'])
  expect(readOne(personRow(1, { mobile: 13800000001 })).values.get('mobile')).toBe('13800000001')
  expect(readOne(personRow(1, { mobile: '+86 138-0000-0001' })).values.get('mobile')).toBe('13800000001')
})

it('reads 是, √, 否 and a blank as yes, yes, no and nothing', () => {
  const read = (text: string) => {
    const rows = [
      [...rosterHeader, '是否流动党员'],
      [...personRow(1), text],
    ]
    return readPeople(workbook({ 花名册: { rows } })).people[0]?.values.get('isFloating')
  }
  expect(['是', '√', '有', '否', '', '无'].map(read)).toEqual([true, true, true, false, undefined, false])
})

it('says that a value comes from a formula, and blocks nothing for it', () => {
  const cell: CellObject = { t: 's', v: '大学', f: 'VLOOKUP(A2,Z:Z,1,0)' }
  const row = personRow(1).with(7, cell)
  const person = readOne(row)
  expect(person.values.get('education')).toBe('21')
  expect(person.findings).toEqual([
    expect.objectContaining({ code: 'FORMULA_CELL', severity: 'yellow', row: 2, column: 'H' }),
  ])
  const broken = readOne(personRow(1).with(7, { t: 'e', v: 42, f: 'VLOOKUP(A2,Z:Z,1,0)' }))
  expect(codesOf(broken.findings)).toEqual(['VALUE_UNKNOWN'])
})

it('masks the number in what it says about it', () => {
  const person = readOne(personRow(1, { idNo: '110105194912310021' }))
  expect(person.findings[0]?.message).toContain(maskIdNo('110105194912310021'))
  expect(person.findings[0]?.message).not.toContain('19491231')
})
