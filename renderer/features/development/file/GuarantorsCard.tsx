import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { DevelopmentDetail, DevelopmentGuarantorRow } from '#shared/contract/developmentRows.ts'
import { type GuarantorDuty, guarantorDuties } from '#shared/domain/development/records.ts'
import { guarantorDutyLabels } from '#shared/labels/developmentRecords.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { GuarantorsDialog } from './GuarantorsDialog.tsx'

interface GuarantorsCardProps {
  readonly detail: DevelopmentDetail
  readonly canWrite: boolean
}

const rules: Readonly<Record<GuarantorDuty, string>> = {
  contact: '1 至 2 名正式党员；换人时重新登记，以前的保留。',
  sponsor: '2 名正式党员，一般由培养联系人担任；受留党察看处分的不能担任，直系亲属一般回避。',
}

/** Who vouches for the person: 培养联系人 and 入党介绍人, whether each could on that day, and those of before. */
export function GuarantorsCard({ detail, canWrite }: GuarantorsCardProps) {
  const [editing, setEditing] = useState<GuarantorDuty | null>(null)
  return (
    <>
      {guarantorDuties.map((duty) => (
        <SectionCard
          key={duty}
          title={guarantorDutyLabels[duty]}
          {...(canWrite
            ? {
                extra: (
                  <Button
                    size="small"
                    aria-label={`登记、换人：${guarantorDutyLabels[duty]}`}
                    onClick={() => setEditing(duty)}
                  >
                    登记、换人
                  </Button>
                ),
              }
            : {})}
        >
          <p className="muted">{rules[duty]}</p>
          <People rows={detail.guarantors.filter((row) => row.duty === duty)} />
        </SectionCard>
      ))}
      {editing !== null && (
        <GuarantorsDialog detail={detail} duty={editing} on={null} onClose={() => setEditing(null)} />
      )}
    </>
  )
}

function People({ rows }: { readonly rows: readonly DevelopmentGuarantorRow[] }) {
  if (rows.length === 0) return <p>还没有登记。</p>
  return (
    <table className="dev-table">
      <thead>
        <tr>
          <th>姓名</th>
          <th>从哪天起</th>
          <th>到哪天止</th>
          <th>指定时</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={row.toOn === null ? undefined : 'muted'}>
            <td>
              {row.memberId === null ? (
                <>
                  {row.name} <span className="muted">（不在花名册里）</span>
                </>
              ) : (
                <Link to={`/members/${row.memberId}`}>{row.name}</Link>
              )}
            </td>
            <td>{row.fromOn === null ? '未填' : formatPartialDate(row.fromOn)}</td>
            <td>{row.toOn === null ? '现在' : formatPartialDate(row.toOn)}</td>
            <td>
              <Standing row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Standing({ row: { isFull, hasRights, isKin } }: { readonly row: DevelopmentGuarantorRow }) {
  const problems = [
    ...(isFull === false ? ['不是正式党员'] : []),
    ...(hasRights === false ? ['没有表决权（留党察看等）'] : []),
    ...(isKin === true ? ['是直系亲属'] : []),
  ]
  if (problems.length > 0) return <StateMark state="bad">{problems.join('，')}</StateMark>
  if (isFull === null) return <span className="muted">花名册里查不到，请自行核对</span>
  return <StateMark state="good">正式党员</StateMark>
}
