import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { type TrashKind, trashKinds } from '#shared/contract/trash.ts'
import { recordKindLabels } from '#shared/labels/activities.ts'
import { errorText } from '../../lib/errorText.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { type UndoTarget, useUndo } from '../../ui/undo.ts'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { TrashTable } from './TrashTable.tsx'
import { type Chosen, parseTrashKind, trashKey } from './trashWords.ts'

const pageSize = 100
const undoTarget: UndoTarget = { kinds: [...trashKinds], recordId: null }
const nothing: Chosen = new Map()

/** Deleted records of every kind, each with why and by whom, and the way back. */
export function TrashList() {
  const undo = useUndo()
  const [params, setParams] = useSearchParams()
  const kind = parseTrashKind(params.get('kind'))
  const [page, setPage] = useState(1)
  const [chosen, setChosen] = useState<Chosen>(nothing)
  const trash = useCall(
    'trash.list',
    { kind, offset: (page - 1) * pageSize, limit: pageSize },
    { keepPrevious: true, fresh: true },
  )
  const restore = useCommand('trash.restore')
  const onRestore = (items: Chosen): void =>
    restore.mutate(
      { items: [...items.values()] },
      {
        onSuccess: ({ count }) => {
          setChosen(new Map([...chosen].filter(([key]) => !items.has(key))))
          setPage(1)
          undo.done(`已恢复 ${count.toLocaleString('zh-CN')} 条`, undoTarget)
        },
      },
    )
  const onKind = (next: TrashKind | null): void => {
    setChosen(nothing)
    setPage(1)
    restore.reset()
    setParams(next === null ? {} : { kind: next }, { replace: true })
  }
  return (
    <Page
      title="回收站"
      subtitle={trash.isSuccess ? `共 ${trash.data.total.toLocaleString('zh-CN')} 条` : ''}
      actions={
        chosen.size > 0 && (
          <>
            <span aria-live="polite">已选 {chosen.size.toLocaleString('zh-CN')} 条</span>
            <Button onClick={() => setChosen(nothing)}>取消选择</Button>
            <Button type="primary" loading={restore.isPending} onClick={() => onRestore(chosen)}>
              恢复所选
            </Button>
          </>
        )
      }
      toolbar={
        <Toolbar label="筛选" end={<UndoLastButton target={undoTarget} />}>
          <Select
            className="trash-kind"
            aria-label="记录种类"
            options={[
              { value: '', label: '全部种类' },
              ...trashKinds.map((each) => ({ value: each, label: recordKindLabels[each] })),
            ]}
            value={kind ?? ''}
            onChange={(next: string) => onKind(parseTrashKind(next))}
          />
        </Toolbar>
      }
    >
      {restore.isError && (
        <Alert
          className="trash-refused"
          type="error"
          showIcon
          role="alert"
          title="没有恢复任何记录"
          description={<div className="trash-reasons">{errorText(restore.error)}</div>}
          closable={{ onClose: restore.reset, 'aria-label': '关闭' }}
        />
      )}
      <QueryBoundary query={trash} what="查看回收站">
        {({ rows, total }) =>
          total === 0 ? (
            <NothingThere kind={kind} onAll={() => onKind(null)} />
          ) : (
            <TrashTable
              rows={rows}
              total={total}
              page={page}
              pageSize={pageSize}
              onPage={setPage}
              chosen={chosen}
              onChoose={setChosen}
              onRestore={({ kind: kindOf, id }) =>
                onRestore(new Map([[trashKey({ kind: kindOf, id }), { kind: kindOf, id }]]))
              }
              isBusy={restore.isPending}
            />
          )
        }
      </QueryBoundary>
    </Page>
  )
}

interface NothingThereProps {
  readonly kind: TrashKind | null
  readonly onAll: () => void
}

function NothingThere({ kind, onAll }: NothingThereProps) {
  return (
    <EmptyState
      title={kind === null ? '回收站是空的' : `回收站里没有${recordKindLabels[kind]}`}
      text="删除的记录会先到这里，记着谁在什么时候、为什么删除，随时可以恢复到原处。"
      actions={
        kind === null ? (
          <LinkButton to="/members">返回党员花名册</LinkButton>
        ) : (
          <Button onClick={onAll}>看全部种类</Button>
        )
      }
    />
  )
}
