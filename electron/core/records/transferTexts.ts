import type { CodeTableName } from '#shared/domain/memberFields.ts'
import { isTransferMaterial, transferMaterials } from '#shared/domain/transferMaterials.ts'
import {
  transferDirectionLabels,
  transferFieldLabels,
  transferModeLabels,
  transferPersonTypeLabels,
  transferReachLabels,
  transferStatusLabels,
} from '#shared/labels/transfers.ts'
import type { ColumnText } from './recordKindTexts.ts'

type Text = ColumnText['text']

type Columns = Readonly<Record<string, ColumnText>>

interface Writers {
  readonly shown: (field: string, label: string, text?: Text) => ColumnText
  readonly coded: (labels: Readonly<Record<string, string>>) => Text
  readonly codeText: (table: CodeTableName) => Text
  readonly date: Text
  readonly yesNo: Text
  readonly organization: Text
}

const snake = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** How the fields of 组织关系转接 are called and read. */
export function transferTexts({ shown, coded, codeText, date, yesNo, organization }: Writers): Columns {
  const texts: Readonly<Record<string, Text>> = {
    mode: coded(transferModeLabels),
    organizationId: organization,
    gender: codeText('gender'),
    birthDate: date,
    ethnicity: codeText('ethnicity'),
    personType: coded(transferPersonTypeLabels),
    reach: coded(transferReachLabels),
    isSettled: yesNo,
    feePaidTo: date,
    materials: (value) =>
      typeof value === 'string'
        ? value
            .split(',')
            .map((code) => (isTransferMaterial(code) ? transferMaterials[code] : code))
            .join('、')
        : '',
  }
  return {
    direction: shown('direction', '方向', coded(transferDirectionLabels)),
    status: shown('status', '状态', coded(transferStatusLabels)),
    ...Object.fromEntries(
      Object.entries(transferFieldLabels).map(([key, label]) => [snake(key), shown(key, label, texts[key])]),
    ),
  }
}
