import { Alert, Button } from 'antd'
import type { VoteFields } from '#shared/contract/developmentInputs.ts'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import { isPartialDate } from '#shared/lib/dates.ts'
import { errorText } from '../../../lib/errorText.ts'
import { useFileCommand } from './useFileCommand.ts'
import { isCounted, voteWords } from './voteWords.ts'

interface FailedVoteProps {
  readonly detail: DevelopmentDetail
  readonly milestone: Milestone
  readonly vote: VoteFields
  readonly on: string
  readonly onFailed: () => void
}

/** A meeting that was held and did not pass is no step done: its numbers are kept, and what follows is chosen next. */
export function FailedVote({ detail, milestone, vote, on, onFailed }: FailedVoteProps) {
  const save = useFileCommand('development.saveVote')
  if (!isCounted(vote) || voteWords(vote).isPassed || !isPartialDate(on)) return null
  const subject = milestone === 'meetingOn' ? 'admission' : 'regular'
  const next = subject === 'admission' ? '再登记退回' : '再登记延长预备期或取消资格'
  return (
    <Alert
      type="info"
      showIcon
      title={`大会确实没有通过的，不登记这一步：只登记票数，${next}。`}
      action={
        <Button
          size="small"
          loading={save.isPending}
          onClick={() =>
            save.run(
              { id: detail.id, version: detail.version, subject, vote, heldOn: on },
              '已登记没有通过的表决',
              onFailed,
            )
          }
        >
          登记没有通过
        </Button>
      }
      {...(save.error === null ? {} : { description: errorText(save.error) })}
    />
  )
}
