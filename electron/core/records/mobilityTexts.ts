import type { CodeTableName } from '#shared/domain/memberFields.ts'
import {
  feePlaceLabels,
  mobilityDirectionLabels,
  mobilityFieldLabels,
  mobilityKindLabels,
  mobilityReasonLabels,
} from '#shared/labels/mobility.ts'
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

/** How the fields of 流动党员 are called and read. */
export function mobilityTexts({ shown, coded, codeText, date, yesNo, organization }: Writers): Columns {
  const texts: Readonly<Record<string, Text>> = {
    direction: coded(mobilityDirectionLabels),
    gender: codeText('gender'),
    personType: codeText('personType'),
    organizationId: organization,
    outOn: date,
    expectedBack: date,
    reason: coded(mobilityReasonLabels),
    kind: coded(mobilityKindLabels),
    certIssuedOn: date,
    certExpiresOn: date,
    isRegistered: yesNo,
    reportedOn: date,
    feePlace: coded(feePlaceLabels),
    annualReportOn: date,
    evalPlace: coded(feePlaceLabels),
    evalNotifiedOn: date,
    isTransferable: yesNo,
  }
  return Object.fromEntries(
    Object.entries(mobilityFieldLabels).map(([key, label]) => [snake(key), shown(key, label, texts[key])]),
  )
}
