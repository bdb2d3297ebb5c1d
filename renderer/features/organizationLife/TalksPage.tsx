import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { talkRelations } from '#shared/domain/meetings/records.ts'
import { talkRelationLabels } from '#shared/labels/meetings.ts'
import { talksAddress } from '../../lib/lifeAddresses.ts'
import { meetingTabs } from '../../lib/meetingTabs.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { useDebounced } from '../../lib/useDebounced.ts'
import { ChoiceFilter } from '../../ui/ChoiceFilter.tsx'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { OrganizationFilter } from '../../ui/OrganizationFilter.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SearchInput } from '../../ui/SearchInput.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { EmptyState } from '../../ui/states.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { YearLinks } from '../../ui/YearLinks.tsx'
import { pageInput, talksViewOf, type TalksView, talkTarget } from './lifeView.ts'
import { TalkDialog } from './TalkDialog.tsx'
import { TalksTable } from './TalksTable.tsx'
import { TalksWithout } from './TalksWithout.tsx'
import './organizationLife.css'

const typingPauseMs = 250

/** 谈心谈话 of a year: titles only; what was said opens one at a time. */
export function TalksPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const view = talksViewOf(params)
  const { organizationId, year, without, relation, talkId } = view
  const [text, setText] = useState('')
  const settled = useDebounced(text, typingPauseMs).trim()
  const [begun, setBegun] = useState<{ readonly talkedId: string | null; readonly name: string } | null>(null)
  const canWrite = useHasRight('member.write')
  const list = useCall(
    'talks.list',
    { ...pageInput(view), relation, text: settled === '' ? null : settled },
    { keepPrevious: true },
  )
  const to = (next: Partial<TalksView>) => talksAddress({ ...view, page: 1, talkId: null, ...next })
  const show = (next: Partial<TalksView>): void => void navigate(to(next))
  const begin = () => setBegun({ talkedId: null, name: '' })
  useShortcut('Alt+N', '登记谈心谈话', begin, canWrite)
  const button = (
    <Button type="primary" onClick={begin}>
      登记谈心谈话
    </Button>
  )
  const isNarrowed = relation !== null || settled !== ''
  return (
    <Page
      title="谈心谈话"
      subtitle={
        <span aria-live="polite">{list.data === undefined ? '' : `${year}年，共 ${list.data.total} 次`}</span>
      }
      actions={canWrite ? button : undefined}
      toolbar={
        <>
          <div className="toolbar">
            <LinkTabs label="组织生活" tabs={meetingTabs('talks')} />
            <div className="toolbar-end">
              <UndoLastButton target={talkTarget} />
            </div>
          </div>
          <Toolbar label="年份和党组织">
            <YearLinks year={year} to={(each) => to({ year: each })} />
            <OrganizationFilter value={organizationId} onChoose={(id) => show({ organizationId: id })} />
            <LinkTabs
              label="登记情况"
              tabs={[
                { to: to({ without: false }), label: '谈话记录', isCurrent: !without },
                { to: to({ without: true }), label: '还没有谈的人', isCurrent: without },
              ]}
            />
            {!without && (
              <>
                <ChoiceFilter
                  label="对应关系"
                  all="全部关系"
                  choices={talkRelations.map((value) => ({ value, label: talkRelationLabels[value] }))}
                  value={relation}
                  onChoose={(next) => show({ relation: next })}
                />
                <SearchInput label="姓名或主题" value={text} onChange={setText} />
              </>
            )}
          </Toolbar>
        </>
      }
    >
      {without ? (
        <TalksWithout
          organizationId={organizationId}
          year={year}
          onTalk={canWrite ? (talkedId, name) => setBegun({ talkedId, name }) : null}
        />
      ) : (
        <QueryBoundary query={list} what="查看谈心谈话" lines={10}>
          {({ rows, total }) =>
            total === 0 ? (
              <EmptyState
                title={isNarrowed ? '没有符合条件的谈话' : `${year}年还没有登记谈心谈话`}
                text="支委之间、支委与党员、党员之间每年至少谈一次。列表只显示主题；内容只记工作和思想，不记家庭隐私。"
                {...(canWrite && !isNarrowed ? { actions: button } : {})}
              />
            ) : (
              <TalksTable
                rows={rows}
                total={total}
                page={view.page}
                addressOf={(id) => to({ talkId: id, page: view.page })}
                onPage={(page) => show({ page })}
              />
            )
          }
        </QueryBoundary>
      )}
      {begun !== null && (
        <TalkDialog
          detail={null}
          organizationId={organizationId}
          talked={begun}
          onClose={() => setBegun(null)}
        />
      )}
      {talkId !== null && begun === null && (
        <OpenTalk
          key={talkId}
          id={talkId}
          onClose={() => void navigate(to({ page: view.page }), { replace: true })}
        />
      )}
    </Page>
  )
}

function OpenTalk({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const found = useCall('talks.get', { id })
  if (found.data !== undefined)
    return <TalkDialog detail={found.data} organizationId={null} onClose={onClose} />
  return found.error?.code === 'NOT_FOUND' ? (
    <EmptyState inline title="这次谈话已移入回收站" actions={<Button onClick={onClose}>知道了</Button>} />
  ) : null
}
