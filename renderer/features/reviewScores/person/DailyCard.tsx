import { Button } from 'antd'
import { useState } from 'react'
import type { DailyRow, SubjectDetail } from '#shared/contract/reviewRows.ts'
import { pointsText, scoreText } from '#shared/domain/reviews/hundredths.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { DailyDialog } from './DailyDialog.tsx'
import { EvidenceTable } from './EvidenceTable.tsx'

function scoredWords({ scoredOn, scoredBy }: DailyRow): string {
  return [scoredOn === null ? '' : formatDots(scoredOn), scoredBy ?? '']
    .filter((part) => part !== '')
    .join(' ')
}

/** 日常考核 with the evidence it rested on. */
export function DailyCard({ detail }: { readonly detail: SubjectDetail }) {
  const [isEditing, setEditing] = useState(false)
  const { daily, evidence, isOwnCampaign } = detail
  const kept = daily.filter(({ evidence: snapshot }) => snapshot !== null)
  return (
    <SectionCard
      title="日常考核"
      id="daily"
      extra={
        isOwnCampaign && daily.length > 0 ? <Button onClick={() => setEditing(true)}>评分</Button> : undefined
      }
    >
      {daily.length === 0 ? (
        <p className="muted">方案没有设日常考核分。</p>
      ) : (
        <table className="person-table">
          <thead>
            <tr>
              {['项目', '权重', '得分', '评分', '说明'].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {daily.map((row) => (
              <tr key={row.partId}>
                <th scope="row">{row.name}</th>
                <td className="number">{pointsText(row.weight)}%</td>
                <td className="number">{row.hundredths === null ? '未评' : scoreText(row.hundredths)}</td>
                <td>{scoredWords(row)}</td>
                <td>{row.basis ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <EvidenceTable lines={evidence} caption="台账记录（现在）" />
      {kept.map(({ partId, name, evidence: snapshot }) => (
        <details key={partId} className="person-part">
          <summary>“{name}”评分时的台账记录</summary>
          <EvidenceTable lines={snapshot ?? []} caption="评分时留存" />
        </details>
      ))}
      {isEditing && <DailyDialog detail={detail} onClose={() => setEditing(false)} />}
    </SectionCard>
  )
}
