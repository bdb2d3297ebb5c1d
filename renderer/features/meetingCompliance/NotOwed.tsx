import type { BranchCompliance } from '#shared/contract/meetingRows.ts'
import { meetingKindLabels } from '#shared/labels/meetings.ts'
import { SectionCard } from '../../ui/SectionCard.tsx'

/** Why some kinds are not owed by this branch, and what decides the rest. */
export function NotOwed({ compliance }: { readonly compliance: BranchCompliance }) {
  const { notOwed, evident, themeDay } = compliance
  return (
    <SectionCard title="应开哪些会，为什么">
      <ul className="duty-reasons">
        {notOwed.map(({ kind, because }) => (
          <li key={kind}>
            <strong>不要求{meetingKindLabels[kind]}</strong>：{because}
          </li>
        ))}
        {evident.map(({ kind, because }) => (
          <li key={kind}>
            <strong>要求{meetingKindLabels[kind]}</strong>：{because}
          </li>
        ))}
        <li>
          <strong>主题党日固定日</strong>：
          {themeDay === null
            ? '没有设定。在年度计划里设定后，会核对是否在固定日前后。'
            : `每月 ${themeDay} 日`}
        </li>
      </ul>
    </SectionCard>
  )
}
