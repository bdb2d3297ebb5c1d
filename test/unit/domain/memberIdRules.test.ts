import { describe, expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { aMember, findingsOf, summaryOf } from './aMember.ts'

describe('ID number against the record (domain 2.3)', () => {
  it('finds nothing on a sound record', () => {
    expect(summaryOf(aMember())).toEqual([])
  })

  it('ID_CHECKSUM and the like block until they are explained', () => {
    const facts = { idNo: '110105194912310021' }
    expect(summaryOf(aMember(facts))).toEqual(['block ID_CHECKSUM idNo'])
    expect(summaryOf(aMember({ ...facts, idNoReason: '证件本身如此，已请派出所核实' }))).toEqual([
      'blue ID_CHECKSUM idNo',
    ])
  })

  it('ID_DATE, ID_FORMAT, ID_TRUNCATED and ID_MISSING are told apart', () => {
    expect(summaryOf(aMember({ idNo: '44030019790229001X' }))).toEqual(['block ID_DATE idNo'])
    expect(summaryOf(aMember({ idNo: '3405241980' }))).toEqual(['block ID_FORMAT idNo'])
    expect(summaryOf(aMember({ idNo: '1.1E+17' }))).toEqual(['block ID_TRUNCATED idNo'])
    expect(summaryOf(aMember({ idNo: null }))).toEqual(['block ID_MISSING idNo'])
  })

  it('ID_UPGRADED_15 is a note, and birth and sex are still compared', () => {
    const facts = { idNo: '110105491231002', birthDate: partialDate('1949-12'), gender: '1' }
    expect(summaryOf(aMember(facts))).toEqual(['blue ID_UPGRADED_15 idNo', 'yellow SEX_MISMATCH gender'])
  })

  it('BIRTH_MISMATCH only at the precision the record has', () => {
    expect(summaryOf(aMember({ birthDate: partialDate('1980-01') }))).toEqual([])
    expect(summaryOf(aMember({ birthDate: partialDate('1980') }))).toEqual([])
    expect(summaryOf(aMember({ birthDate: partialDate('1980-02') }))).toEqual([
      'yellow BIRTH_MISMATCH birthDate',
    ])
    expect(summaryOf(aMember({ birthDate: partialDate('1980-01-02') }))).toEqual([
      'yellow BIRTH_MISMATCH birthDate',
    ])
  })

  it('SEX_MISMATCH by the 17th digit', () => {
    expect(summaryOf(aMember({ gender: '2' }))).toEqual(['yellow SEX_MISMATCH gender'])
  })

  it('holds no ID number in any message', () => {
    const bad = aMember({ idNo: '110105194912310021', gender: '2', birthDate: partialDate('1980-02') })
    for (const { message } of findingsOf(bad)) expect(message).not.toMatch(/\d{7}/)
  })
})
