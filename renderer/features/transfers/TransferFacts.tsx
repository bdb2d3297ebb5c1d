import { Link } from 'react-router'
import type { TransferDetail, TransferFields } from '#shared/contract/transfers.ts'
import { isTransferMaterial, transferMaterials } from '#shared/domain/transferMaterials.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import {
  transferFieldLabels,
  transferModeLabels,
  transferPersonTypeLabels,
  transferReachLabels,
} from '#shared/labels/transfers.ts'
import { capitalNumber, capitalYearMonth } from '#shared/lib/capitals.ts'
import { formatPartialDate, type PartialDate } from '#shared/lib/dates.ts'

const date = (on: PartialDate | null) => (on === null ? '' : formatPartialDate(on))
const named = (table: 'gender' | 'ethnicity', code: string | null) =>
  code === null ? '' : (codeName(table, code) ?? code)

const withCapitals = (plain: string, capitals: string | null) =>
  capitals === null ? plain : `${plain}（介绍信印“${capitals}”）`

/** Every field that is filled in, as a person reads it. */
function textsOf(fields: TransferFields): readonly (readonly [keyof TransferFields, string])[] {
  const { personType, validDays, feePaidTo, plannedMonths, isSettled, materials } = fields
  const texts: readonly (readonly [keyof TransferFields, string])[] = [
    ['personType', personType === null ? '' : transferPersonTypeLabels[personType]],
    ['gender', named('gender', fields.gender)],
    ['birthDate', date(fields.birthDate)],
    ['ethnicity', named('ethnicity', fields.ethnicity)],
    ['idNo', fields.idNo ?? ''],
    ['phone', fields.phone ?? ''],
    ['mode', transferModeLabels[fields.mode]],
    ['reach', transferReachLabels[fields.reach]],
    ['fromOrg', fields.fromOrg ?? ''],
    ['fromUnit', fields.fromUnit ?? ''],
    ['toOrg', fields.toOrg ?? ''],
    ['toUnit', fields.toUnit ?? ''],
    ['reason', fields.reason ?? ''],
    ['plannedMonths', plannedMonths === null ? '' : `${plannedMonths} 个月`],
    ['isSettled', isSettled === null ? '' : isSettled ? '固定' : '不固定'],
    ['letterNo', fields.letterNo ?? ''],
    ['issuedOn', date(fields.issuedOn)],
    ['validDays', validDays === null ? '' : withCapitals(`${validDays} 天`, capitalNumber(validDays))],
    ['feePaidTo', feePaidTo === null ? '' : withCapitals(date(feePaidTo), capitalYearMonth(feePaidTo))],
    [
      'materials',
      materials.flatMap((code) => (isTransferMaterial(code) ? transferMaterials[code] : [])).join('、'),
    ],
    ['materialsNote', fields.materialsNote ?? ''],
    ['archiveOn', date(fields.archiveOn)],
    ['archiveHow', fields.archiveHow ?? ''],
    ['handledBy', fields.handledBy ?? ''],
    ['remark', fields.remark ?? ''],
  ]
  return texts.filter(([, text]) => text !== '')
}

export function TransferFacts({ detail }: { readonly detail: TransferDetail }) {
  const { fields, memberId, organizationName } = detail
  return (
    <dl className="transfer-facts">
      <div>
        <dt>{transferFieldLabels.personName}</dt>
        <dd>
          {memberId === null ? (
            fields.personName
          ) : (
            <Link to={`/members/${memberId}`}>{fields.personName}</Link>
          )}
        </dd>
      </div>
      <div>
        <dt>{transferFieldLabels.organizationId}</dt>
        <dd>
          <Link to={`/organizations/${fields.organizationId}`}>{organizationName}</Link>
        </dd>
      </div>
      {textsOf(fields).map(([key, text]) => (
        <div key={key}>
          <dt>{transferFieldLabels[key]}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
