import { Button } from 'antd'
import type { LostCaseDetail } from '#shared/contract/lostCases.ts'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { type LostDeed, stepsOf } from './steps.ts'

const marks = { done: '✓', next: '●', waiting: '○' } as const
const words = { done: '已办', next: '待办', waiting: '未到' } as const

interface LostStepsProps {
  readonly detail: LostCaseDetail
  readonly canWrite: boolean
  readonly onDeed: (deed: LostDeed) => void
}

export function LostSteps({ detail, canWrite, onDeed }: LostStepsProps) {
  return (
    <SectionCard title="办理进程">
      <ol className="lost-steps">
        {stepsOf(detail).map(({ key, title, state, text, deeds }) => (
          <li key={key} className={`lost-step lost-step-${state}`}>
            <span className="lost-step-mark" title={words[state]}>
              <span aria-hidden="true">{marks[state]}</span>
              <span className="visually-hidden">{words[state]}</span>
            </span>
            <div>
              <div className="lost-step-title">{title}</div>
              <div className="muted">{text}</div>
            </div>
            {canWrite && (
              <div className="lost-step-actions">
                {deeds.map(({ deed, label, isMain }) => (
                  <Button
                    key={deed}
                    size="small"
                    type={isMain ? 'primary' : 'default'}
                    onClick={() => onDeed(deed)}
                  >
                    {label}
                  </Button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ol>
      <p className="muted small">每一步都由会议决定、上级批准后在这里登记；系统只提醒，不改变党籍。</p>
    </SectionCard>
  )
}
