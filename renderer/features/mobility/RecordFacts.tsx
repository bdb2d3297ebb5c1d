import { useState } from 'react'
import { Link } from 'react-router'
import type { MobilityDetail } from '#shared/contract/mobility.ts'
import {
  feePlaceLabels,
  inflowStatusLabels,
  mobilityFieldLabels as label,
  mobilityKindLabels,
  mobilityReasonLabels,
  mobilityStatusLabels,
} from '#shared/labels/mobility.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { formatPartialDate, type PartialDate } from '#shared/lib/dates.ts'
import { useCommand } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { MaskedText } from '../../ui/MaskedText.tsx'

const date = (on: PartialDate | null) => (on === null ? null : formatPartialDate(on))

interface Fact {
  readonly label: string
  readonly text: string | null
}

const joined = (...parts: readonly (string | null)[]): string | null => {
  const text = parts.filter((part) => part !== null && part !== '').join('，')
  return text === '' ? null : text
}

function yesNo(value: boolean | null): string | null {
  return value === null ? null : value ? '是' : '否'
}

function factsOf(detail: MobilityDetail): readonly Fact[] {
  const { fields, direction } = detail
  const isOut = direction === 'LC'
  const status = (isOut ? mobilityStatusLabels : inflowStatusLabels)[detail.status]
  return [
    { label: '状态', text: joined(status, date(detail.endedOn), detail.endedReason) },
    { label: isOut ? '外出日期' : '流入日期', text: date(fields.outOn) },
    { label: label.expectedBack, text: date(fields.expectedBack) },
    { label: '原因', text: fields.reason === null ? null : mobilityReasonLabels[fields.reason] },
    { label: label.kind, text: fields.kind === null ? null : mobilityKindLabels[fields.kind] },
    { label: isOut ? '去向' : '现住址', text: detail.placeText === '' ? null : detail.placeText },
    { label: label.unit, text: fields.unit },
    isOut
      ? { label: label.destOrg, text: joined(fields.destOrg, fields.destContact) }
      : { label: label.origOrg, text: joined(fields.origOrg, fields.origContact) },
    {
      label: '活动证',
      text: joined(
        fields.certNo,
        fields.certExpiresOn === null ? null : `${formatPartialDate(fields.certExpiresOn)}到期`,
      ),
    },
    { label: label.isRegistered, text: yesNo(fields.isRegistered) },
    { label: label.reportedOn, text: date(fields.reportedOn) },
    { label: label.feePlace, text: fields.feePlace === null ? null : feePlaceLabels[fields.feePlace] },
    { label: label.annualReportOn, text: date(fields.annualReportOn) },
    {
      label: '民主评议',
      text: joined(
        fields.evalPlace === null ? null : `在${feePlaceLabels[fields.evalPlace]}`,
        fields.evalResult,
        fields.evalNotifiedOn === null ? null : `${formatPartialDate(fields.evalNotifiedOn)}已通报`,
      ),
    },
    { label: label.isTransferable, text: yesNo(fields.isTransferable) },
    {
      label: '下次应联系',
      text:
        detail.nextDue === null
          ? null
          : `${formatPartialDate(detail.nextDue)}${detail.isOverdue ? '（已逾期）' : ''}，每 ${detail.contactMonths} 个月一次`,
    },
    { label: label.remark, text: fields.remark },
  ]
}

/** What is written down of a stay; what is not is left out. */
export function RecordFacts({ detail }: { readonly detail: MobilityDetail }) {
  const canReveal = useHasRight('member.reveal')
  const reveal = useCommand('mobility.reveal')
  const [clear, setClear] = useState<{ readonly idNo: string | null; readonly phone: string | null } | null>(
    null,
  )
  const { fields, memberId, personType } = detail
  const ask = async (): Promise<void> => setClear(await reveal.mutateAsync({ id: detail.id }))
  const secret = (name: string, masked: string | null, revealed: string | null) =>
    masked === null ? null : (
      <div className="mobility-fact">
        <dt>{name}</dt>
        <dd>
          {canReveal ? (
            <MaskedText
              label={name}
              masked={masked}
              revealed={revealed}
              onReveal={ask}
              onHide={() => setClear(null)}
            />
          ) : (
            masked
          )}
        </dd>
      </div>
    )
  return (
    <dl className="mobility-facts">
      <div className="mobility-fact">
        <dt>{detail.direction === 'LC' ? '所在党支部' : label.organizationId}</dt>
        <dd>
          {detail.organizationName}
          {memberId !== null && (
            <>
              {' '}
              <Link to={`/members/${memberId}`}>党员信息</Link>
            </>
          )}
          {memberId === null && detail.direction === 'LC' && <span className="muted"> 未入花名册</span>}
        </dd>
      </div>
      {personType !== null && (
        <div className="mobility-fact">
          <dt>{label.personType}</dt>
          <dd>{codeName('personType', personType)}</dd>
        </div>
      )}
      {secret(label.idNo, fields.idNo, clear?.idNo ?? null)}
      {secret(label.phone, detail.phone, clear?.phone ?? null)}
      {factsOf(detail).map(({ label: name, text }) =>
        text === null ? null : (
          <div className="mobility-fact" key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
