import type { ImportKind } from '#shared/contract/imports.ts'
import {
  developmentImportFieldKeys,
  developmentImportFields,
} from '#shared/domain/developmentImportFields.ts'
import { meetingImportFieldKeys, meetingImportFields } from '#shared/domain/meetingImportFields.ts'
import { memberFields } from '#shared/domain/memberFields.ts'
import { mobilityImportFieldKeys, mobilityImportFields } from '#shared/domain/mobilityImportFields.ts'
import { organizationFields } from '#shared/domain/organizationFields.ts'
import { type SheetCell, type TableSheet, writeTableXlsx } from '../spreadsheets/tableXlsx.ts'
import {
  sampleDevelopment,
  sampleMeetings,
  sampleMobility,
  sampleOrganizations,
  samplePerson,
} from './sampleRows.ts'

const text = (value: string, isBold: boolean): SheetCell => ({
  type: 'text',
  value,
  ...(isBold ? { isBold: true, hasBorder: true } : {}),
})

function sheetOf(
  name: string,
  headers: readonly string[],
  lines: readonly (readonly string[])[],
): TableSheet {
  return {
    name,
    rows: [
      headers.map((header) => text(header, true)),
      ...lines.map((line) => line.map((value) => text(value, false))),
    ],
    columns: headers.map((header, index) => ({
      width: Math.max(header.length * 2 + 4, (lines[0]?.[index]?.length ?? 0) + 6),
    })),
    frozenRows: 1,
    frozenColumns: 0,
    repeatRows: [1, 1],
    isLandscape: true,
  }
}

function rosterSheet(): TableSheet {
  const entries = Object.entries(memberFields).flatMap(([key, { label }]) => {
    const value = Object.entries(samplePerson).find(([field]) => field === key)?.[1]
    return value === undefined ? [] : [{ label, value }]
  })
  return sheetOf(
    '党员花名册',
    entries.map(({ label }) => label),
    [entries.map(({ value }) => value)],
  )
}

function mobilitySheet(): TableSheet {
  const [first = {}] = sampleMobility
  const keys = mobilityImportFieldKeys.filter((key) => Object.hasOwn(first, key))
  return sheetOf(
    '流动党员台账',
    keys.map((key) => mobilityImportFields[key].label),
    sampleMobility.map((line) => keys.map((key) => line[key] ?? '')),
  )
}

function organizationsSheet(): TableSheet {
  const keys = Object.keys(sampleOrganizations[0] ?? {})
  const labels = keys.map(
    (key) => Object.entries(organizationFields).find(([field]) => field === key)?.[1].label ?? key,
  )
  return sheetOf(
    '党组织',
    labels,
    sampleOrganizations.map((line) => keys.map((key) => new Map(Object.entries(line)).get(key) ?? '')),
  )
}

function developmentSheet(): TableSheet {
  const keys = developmentImportFieldKeys.filter((key) => Object.hasOwn(sampleDevelopment, key))
  return sheetOf(
    '发展党员台账',
    keys.map((key) => developmentImportFields[key].label),
    [keys.map((key) => sampleDevelopment[key] ?? '')],
  )
}

function meetingsSheet(): TableSheet {
  const [first = {}] = sampleMeetings
  const keys = meetingImportFieldKeys.filter((key) => Object.hasOwn(first, key))
  return sheetOf(
    '三会一课台账',
    keys.map((key) => meetingImportFields[key].label),
    sampleMeetings.map((line) => keys.map((key) => line[key] ?? '')),
  )
}

const sheets: Readonly<Record<ImportKind, () => TableSheet>> = {
  roster: rosterSheet,
  organizations: organizationsSheet,
  mobility: mobilitySheet,
  development: developmentSheet,
  meetings: meetingsSheet,
}

export const sampleNames: Readonly<Record<ImportKind, string>> = {
  roster: '党员花名册导入样表.xlsx',
  organizations: '党组织导入样表.xlsx',
  mobility: '流动党员台账导入样表.xlsx',
  development: '发展党员台账导入样表.xlsx',
  meetings: '三会一课台账导入样表.xlsx',
}

/** The right headers and a made-up line or two; every cell is text, so that no ID number turns into a number. */
export function writeSampleWorkbook(kind: ImportKind): Promise<Uint8Array> {
  return writeTableXlsx([sheets[kind]()])
}
