import { Button, Input } from 'antd'
import { useState } from 'react'
import type { OrganizationPosts } from '#shared/contract/posts.ts'
import { type DateOnly, formatDots, isDateOnly, parseWrittenDate } from '#shared/lib/dates.ts'
import { today } from '../../lib/today.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import { PostsList } from './PostsList.tsx'
import type { TermTask } from './termsTask.ts'
import { vacancyText } from './termsWords.ts'

interface PostsCommitteeProps {
  readonly committee: OrganizationPosts
  readonly isToday: boolean
  /** Null for today. */
  readonly onDay: (on: DateOnly | null) => void
  readonly canWrite: boolean
  readonly onTask: (task: TermTask) => void
}

/** Who holds which post on a day, and what is vacant. */
export function PostsCommittee({ committee, isToday, onDay, canWrite, onTask }: PostsCommitteeProps) {
  const { held, seats, seated, vacancies, asOf } = committee
  const wanted = seats === null ? '应配职数未登记' : `应配 ${seats} 名`
  const count = seats === null && seated === 0 ? '' : `委员 ${seated} 名，${wanted}`
  return (
    <>
      <div className="terms-head">
        <h3 className="terms-title">班子成员</h3>
        <span className="muted">{count}</span>
        <DayChoice key={asOf} asOf={asOf} isToday={isToday} onDay={onDay} />
      </div>
      {!isToday && (
        <p className="muted small" aria-live="polite">
          {formatDots(asOf)} 时在任的成员。
        </p>
      )}
      {held.length === 0 ? (
        <p className="muted">
          {committee.all.length === 0
            ? '还没有登记任职。请点“任职”逐人登记书记和委员。'
            : '这一天没有登记在任的成员。'}
        </p>
      ) : (
        <PostsList posts={held} canWrite={canWrite && isToday} onTask={onTask} />
      )}
      {vacancies.length > 0 && (
        <ul className="terms-vacancies" aria-label="出缺">
          {vacancies.map((vacancy) => (
            <li key={vacancy.position ?? ''}>{vacancyText(vacancy)}</li>
          ))}
        </ul>
      )}
    </>
  )
}

interface DayChoiceProps {
  readonly asOf: DateOnly
  readonly isToday: boolean
  readonly onDay: (on: DateOnly | null) => void
}

/** A day as clerks write it; Enter asks, 今天 goes back. */
function DayChoice({ asOf, isToday, onDay }: DayChoiceProps) {
  const [text, setText] = useState(isToday ? '' : formatDots(asOf))
  const parsed = parseWrittenDate(text)
  const day = parsed !== null && isDateOnly(parsed) ? parsed : null
  const error =
    text.trim() === '' || day !== null
      ? day !== null && day > today()
        ? '日期不能晚于今天'
        : undefined
      : '写到日，如 2023.7.1'
  return (
    <form
      className="terms-day"
      onSubmit={(event) => {
        event.preventDefault()
        if (error === undefined) onDay(day)
      }}
    >
      <FormRow label="查看日期" error={error}>
        {(ids) => (
          <Input
            {...ids}
            size="small"
            placeholder="今天，或如 2023.7.1"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </FormRow>
      <Button size="small" htmlType="submit" disabled={error !== undefined}>
        查看
      </Button>
      {!isToday && (
        <Button size="small" onClick={() => onDay(null)}>
          今天
        </Button>
      )}
    </form>
  )
}
