import { coverFormLabels, enterpriseFieldLabels, enterpriseKindLabels } from '#shared/labels/enterprises.ts'
import {
  attemptFieldLabels,
  lostFieldLabels,
  lostResultLabels,
  lostStatusLabels,
  lostWayLabels,
} from '#shared/labels/lostCases.ts'
import type { ColumnText } from './recordKindTexts.ts'

type Text = ColumnText['text']

interface Writers {
  readonly shown: (field: string, label: string, text?: Text) => ColumnText
  readonly coded: (labels: Readonly<Record<string, string>>) => Text
  readonly date: Text
  readonly yesNo: Text
  readonly organization: Text
  readonly trashed: Columns
}

type Columns = Readonly<Record<string, ColumnText>>

const snake = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** How the columns of 失联处置 and 两新组织 are called and read. */
export function lostAndEnterpriseTexts({ shown, coded, date, yesNo, organization, trashed }: Writers): {
  readonly lostCase: Columns
  readonly lostAttempt: Columns
  readonly enterprise: Columns
} {
  const labelled = (
    labels: Readonly<Record<string, string>>,
    texts: Readonly<Record<string, Text>>,
  ): Columns =>
    Object.fromEntries(
      Object.entries(labels).map(([key, label]) => [
        snake(key),
        shown(key, label, texts[key] ?? (key === 'since' || key.endsWith('On') ? date : undefined)),
      ]),
    )
  return {
    lostCase: {
      status: shown('status', '状态', coded(lostStatusLabels)),
      ...labelled(lostFieldLabels, {}),
      ...trashed,
    },
    lostAttempt: labelled(attemptFieldLabels, { way: coded(lostWayLabels), result: coded(lostResultLabels) }),
    enterprise: {
      ...labelled(enterpriseFieldLabels, {
        kind: coded(enterpriseKindLabels),
        coverForm: coded(coverFormLabels),
        organizationId: organization,
        isAboveScale: yesNo,
        hasUnion: yesNo,
        hasYouth: yesNo,
        hasWomen: yesNo,
        isHeadMember: yesNo,
      }),
      ...trashed,
    },
  }
}
