import type { ImportKind } from '#shared/contract/imports.ts'
import { memberFields, type MemberField } from '#shared/domain/memberFields.ts'
import {
  mobilityImportFieldKeys,
  mobilityImportFields,
  type MobilityImportField,
} from '#shared/domain/mobilityImportFields.ts'
import { organizationFields, type OrganizationImportField } from '#shared/domain/organizationFields.ts'
import { type SheetCell, type TableSheet, writeTableXlsx } from '../spreadsheets/tableXlsx.ts'

/** An invented person; the number is the example of GB 11643-1999. */
const person: Readonly<Partial<Record<MemberField, string>>> = {
  name: '张三（示例，请删去）',
  idNo: '11010519491231002X',
  gender: '女',
  ethnicity: '汉族',
  birthDate: '1949-12-31',
  education: '高中',
  personType: '正式党员',
  organizationId: '示例社区第一党支部',
  groupId: '',
  joinedOn: '1975-07-01',
  regularOn: '1976-07-01',
  jobPost: '退休人员',
  unitDuty: '',
  mobile: '',
  address: '示例小区 1 号楼 2 单元 301',
  nativePlace: '',
  partyStatus: '正常',
  isFloating: '否',
  isLost: '否',
  remark: '',
}

const organizations: readonly Readonly<Partial<Record<OrganizationImportField, string>>>[] = [
  {
    code: '001',
    fullName: '中共示例街道工作委员会',
    type: '党工委',
    parentCode: '',
    foundedOn: '2003-09-01',
    currentTermFrom: '',
    termYears: '',
    secretaryName: '李四（示例）',
    contactName: '',
    contactPhone: '',
  },
  {
    code: '001001',
    fullName: '中共示例街道示例社区委员会',
    type: '社区党委',
    parentCode: '001',
    foundedOn: '2005-06-01',
    currentTermFrom: '2022-02-15',
    termYears: '5',
    secretaryName: '',
    contactName: '',
    contactPhone: '',
  },
]

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
    const value = Object.entries(person).find(([field]) => field === key)?.[1]
    return value === undefined ? [] : [{ label, value }]
  })
  return sheetOf(
    '党员花名册',
    entries.map(({ label }) => label),
    [entries.map(({ value }) => value)],
  )
}

/** One who went out and one who came in, as a ledger writes them. */
const mobility: readonly Readonly<Partial<Record<MobilityImportField, string>>>[] = [
  {
    direction: '流出',
    name: '张三（示例，请删去）',
    idNo: '11010519491231002X',
    organizationId: '示例社区第一党支部',
    kind: '跨省流动',
    destination: '广东省深圳市',
    reason: '随子女居住',
    outOn: '2025-03-01',
    unit: '',
    phone: '',
    destOrg: '',
    origOrg: '',
    origContact: '',
    certNo: '',
    contactedOn: '2026-06-01',
    way: '电话',
    contactPerson: '李四',
    returnedOn: '',
    remark: '',
  },
  {
    direction: '流入',
    name: '王五（示例，请删去）',
    idNo: '',
    organizationId: '示例社区第一党支部',
    origOrg: '示例县示例村党支部',
    origContact: '赵六 0571-00000000',
  },
]

function mobilitySheet(): TableSheet {
  const [first = {}] = mobility
  const keys = mobilityImportFieldKeys.filter((key) => Object.hasOwn(first, key))
  return sheetOf(
    '流动党员台账',
    keys.map((key) => mobilityImportFields[key].label),
    mobility.map((line) => keys.map((key) => line[key] ?? '')),
  )
}

function organizationsSheet(): TableSheet {
  const keys = Object.keys(organizations[0] ?? {})
  const labels = keys.map(
    (key) => Object.entries(organizationFields).find(([field]) => field === key)?.[1].label ?? key,
  )
  return sheetOf(
    '党组织',
    labels,
    organizations.map((line) => keys.map((key) => new Map(Object.entries(line)).get(key) ?? '')),
  )
}

const sheets: Readonly<Record<ImportKind, () => TableSheet>> = {
  roster: rosterSheet,
  organizations: organizationsSheet,
  mobility: mobilitySheet,
}

export const sampleNames: Readonly<Record<ImportKind, string>> = {
  roster: '党员花名册导入样表.xlsx',
  organizations: '党组织导入样表.xlsx',
  mobility: '流动党员台账导入样表.xlsx',
}

/** The right headers and a made-up line or two; every cell is text, so that no ID number turns into a number. */
export function writeSampleWorkbook(kind: ImportKind): Promise<Uint8Array> {
  return writeTableXlsx([sheets[kind]()])
}
