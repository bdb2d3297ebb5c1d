import { Button } from 'antd'
import { Link } from 'react-router'
import type { SchemeDetail } from '#shared/contract/reviewRows.ts'
import { gradeNames, grades } from '#shared/domain/reviews/grades.ts'
import { pointsText } from '#shared/domain/reviews/hundredths.ts'
import { leavesOf } from '#shared/domain/reviews/scheme.ts'
import { subjectKindLabels } from '#shared/labels/reviews.ts'
import { campaignAddress, schemeAddress } from '../../../lib/reviewAddresses.ts'
import { FindingNotes } from '../../../ui/FindingNotes.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { formulaText } from './schemeForm.ts'

interface SchemeCardProps {
  readonly campaignId: string
  readonly detail: SchemeDetail
  readonly canWrite: boolean
  /** Null where it cannot be removed. */
  readonly onRemove: (() => void) | null
}

/** A scheme at a glance. */
export function SchemeCard({ campaignId, detail, canWrite, onRemove }: SchemeCardProps) {
  const { id, name, scheme, subjects, ballotsIn, changeReason, findings } = detail
  const { indicators, components, bestLimit, gradeSet } = scheme
  const names = gradeNames[gradeSet]
  const rated = components.filter((component) => component.kind === 'rated')
  return (
    <SectionCard
      title={name}
      extra={
        <>
          {onRemove !== null && subjects === 0 && (
            <Button danger aria-label={`删除方案${name}`} onClick={onRemove}>
              删除
            </Button>
          )}
          <LinkButton to={schemeAddress(campaignId, id)}>{canWrite ? '打开修改' : '查看'}</LinkButton>
        </>
      }
    >
      <dl className="scheme-facts">
        <dt>述职对象</dt>
        <dd>{scheme.subjects.map((kind) => subjectKindLabels[kind]).join('、')}</dd>
        <dt>述职人</dt>
        <dd>
          <Link to={campaignAddress(campaignId)}>{subjects} 人</Link>
        </dd>
        <dt>综合分</dt>
        <dd>{formulaText(components)}</dd>
        <dt>测评群体</dt>
        <dd>
          {rated
            .map(
              (component) =>
                `${component.name}：${component.groups
                  .map((group) => `${group.name} ${pointsText(group.weight)}%`)
                  .join('、')}`,
            )
            .join('；')}
        </dd>
        <dt>指标</dt>
        <dd>
          {indicators.length === 0
            ? '只有总体评价'
            : `一级 ${indicators.length} 项，评分 ${leavesOf(indicators).length} 项`}
        </dd>
        <dt>等次</dt>
        <dd>
          {grades.map((grade) => names[grade]).join('、')}
          {bestLimit !== null && `，“${names.best}”不超过 ${bestLimit}%`}
        </dd>
        <dt>状态</dt>
        <dd>
          {ballotsIn > 0 ? `已收回 ${ballotsIn} 张测评票，方案已冻结` : '还没有收回测评票，可以修改'}
          {changeReason !== null && `；上次调整的原因：${changeReason}`}
        </dd>
      </dl>
      <FindingNotes findings={findings} />
    </SectionCard>
  )
}
