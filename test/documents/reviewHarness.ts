import { read as readXlsx, utils } from '@e965/xlsx'
import { expect } from 'vitest'
import { officialDocument, section } from '#core/documents/layout.ts'
import type { BuiltMinutes } from '#core/documents/meetingMinutes.ts'
import { docxParts, textOf } from './docxParts.ts'
import { agency, aRectification, today } from './reviewSample.ts'
import { selfCheck } from './selfCheck.ts'

export const frame = { organizationName: agency, asOf: today, compiledBy: agency, trace: null }

/** The text of a paper without faults in its form or its words. */
export async function read(document: ReturnType<typeof officialDocument>) {
  const parts = await docxParts(document)
  expect(selfCheck(parts.bytes)).toEqual([])
  const text = textOf(parts.documentXml)
  expect(text).not.toMatch(/undefined|null|NaN|\[object|[，。；：][，。；]/)
  return { parts, text }
}

/** Cells as a program of tables sees them. */
export function sheetOf(bytes: Uint8Array, name: string): readonly (readonly unknown[])[] {
  const sheet = readXlsx(bytes).Sheets[name]
  return sheet === undefined ? [] : utils.sheet_to_json<unknown[]>(sheet, { header: 1 })
}

/** A page of its own, and what it asks for. */
export const paper = ({ title, children, missing }: BuiltMinutes) => ({
  labels: missing.map(({ label }) => label),
  document: officialDocument({ title, subject: '' }, [
    section({ orientation: 'portrait', pageNumbers: 'first', foot: null, children }),
  ]),
})

/** Written as sentences, or not to the end. */
export const stopped = aRectification({ problem: '记录不规范。', measure: '补记；', result: '已补记，' })
