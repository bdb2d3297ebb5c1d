import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { MeetingRow } from '#shared/contract/meetingRows.ts'
import { meetingsAddress, newMeetingAddress } from '../../../lib/meetingAddresses.ts'
import { meetingTabs } from '../../../lib/meetingTabs.ts'
import { useCall } from '../../../lib/queries.ts'
import { useHasRight } from '../../../lib/session.ts'
import { useDebounced } from '../../../lib/useDebounced.ts'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { LinkTabs } from '../../../ui/LinkTabs.tsx'
import { Page } from '../../../ui/Page.tsx'
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx'
import { useShortcut } from '../../../ui/shortcuts.ts'
import { UndoLastButton } from '../../../ui/UndoLastButton.tsx'
import { meetingTarget } from '../meetingTarget.ts'
import { CheckBar } from './CheckBar.tsx'
import { KindTabs } from './KindTabs.tsx'
import { isNarrowed, listInput, type ListView, monthAsked, viewFromParams } from './listView.ts'
import { MeetingsEmpty } from './MeetingsEmpty.tsx'
import { MeetingsTable } from './MeetingsTable.tsx'
import { MeetingsToolbar } from './MeetingsToolbar.tsx'
import { MonthPapers } from './MonthPapers.tsx'
import '../meetings.css'

const typingPauseMs = 250
const none: readonly MeetingRow[] = []

/** 三会一课: the records of all branches in reach, newest first. */
export function MeetingsPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(none)
  const settled = useDebounced(text, typingPauseMs)
  const view = viewFromParams(params)
  const canWrite = useHasRight('member.write')
  const canImport = useHasRight('import.write')
  const canCheck = useHasRight('meeting.check')
  const list = useCall('meetings.list', listInput(view, settled), { keepPrevious: true })
  // Whoever asks for something else no longer means the rows ticked before.
  const go = (next: Partial<ListView>): void => {
    setChosen(none)
    void navigate(meetingsAddress({ ...view, page: 1, ...next }))
  }
  const clear = (): void => {
    setText('')
    setChosen(none)
    void navigate(meetingsAddress())
  }
  const newRecord = newMeetingAddress({
    organizationId: view.organizationId,
    kind: view.kinds.length === 1 ? (view.kinds[0] ?? null) : null,
  })
  useShortcut('Alt+N', '新建会议记录', () => void navigate(newRecord), canWrite)
  return (
    <Page
      title="三会一课"
      subtitle={<span aria-live="polite">{list.isSuccess ? `共 ${list.data.total} 条` : ''}</span>}
      actions={
        <>
          <MonthPapers organizationId={view.organizationId} month={monthAsked(view)} />
          {canImport && <LinkButton to="/imports?kind=meetings">导入会议台账</LinkButton>}
          {canWrite && (
            <LinkButton primary to={newRecord}>
              新建会议记录
            </LinkButton>
          )}
        </>
      }
      toolbar={
        <>
          <div className="toolbar">
            <LinkTabs label="三会一课" tabs={meetingTabs('records')} />
            <div className="toolbar-end">
              <UndoLastButton target={meetingTarget} />
            </div>
          </div>
          <KindTabs view={view} total={list.data?.total} byKind={list.data?.byKind} />
          <MeetingsToolbar
            view={view}
            text={text}
            onText={(words) => {
              setChosen(none)
              setText(words)
            }}
            onView={go}
            onClear={clear}
          />
          {canCheck && chosen.length > 0 && <CheckBar chosen={chosen} onDone={() => setChosen(none)} />}
        </>
      }
    >
      <QueryBoundary query={list} what="查看会议记录" lines={10}>
        {({ rows, total }) =>
          total === 0 ? (
            <MeetingsEmpty
              isNarrowed={isNarrowed(view, settled) || view.kinds.length > 0}
              canImport={canImport}
              newRecord={canWrite ? newRecord : null}
              onClear={clear}
            />
          ) : (
            <MeetingsTable
              rows={rows}
              total={total}
              page={view.page}
              onPage={(page) => go({ page })}
              chosen={canCheck ? chosen : null}
              onChoose={setChosen}
            />
          )
        }
      </QueryBoundary>
    </Page>
  )
}
