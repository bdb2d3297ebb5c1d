import { useHasRight } from '../../lib/session.ts'
import { Page } from '../../ui/Page.tsx'
import { NoRightState } from '../../ui/states.tsx'
import { TrashList } from './TrashList.tsx'
import { TrashSummary } from './TrashSummary.tsx'
import './trash.css'

/** Who may restore sees the records; who may empty it sees counts only. */
export function TrashPage() {
  const canRestore = useHasRight('trash.restore')
  const canPurge = useHasRight('trash.purge')
  if (canRestore) return <TrashList />
  return <Page title="回收站">{canPurge ? <TrashSummary /> : <NoRightState what="查看回收站" />}</Page>
}
