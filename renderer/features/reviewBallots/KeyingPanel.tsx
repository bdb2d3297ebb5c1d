import { Alert } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { BatchDetail, KeyedSheet } from '#shared/contract/reviewBallots.ts'
import type { GradeSet } from '#shared/domain/reviews/grades.ts'
import { errorText } from '../../lib/errorText.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { batchAddress } from './batchWords.ts'
import { KeyedTable } from './KeyedTable.tsx'
import { SheetBar } from './SheetBar.tsx'
import { lackingOf, nextPerson, nextPlace, type SheetAt, type SheetLine, sheetsWith } from './sheetForm.ts'
import { SheetForm } from './SheetForm.tsx'

interface KeyingPanelProps {
  readonly batch: BatchDetail
  readonly gradeSet: GradeSet
  readonly pass: 1 | 2
}

const passNames = { 1: '第一遍', 2: '第二遍' } as const

/** One of the two keyings, sheet by sheet; each is one person's alone. */
export function KeyingPanel({ batch, gradeSet, pass }: KeyingPanelProps) {
  const own = batch.passes.find((one) => one.pass === pass)
  const whyNot = own?.whyNot ?? null
  const sheets = useCall('reviewBallots.keyed', { id: batch.id, pass }, { enabled: whyNot === null })
  if (whyNot !== null)
    return (
      <p>
        {whyNot}。<span className="muted">{`${passNames[pass]}已录 ${own?.sheets ?? 0} 张`}</span>
      </p>
    )
  return (
    <QueryBoundary query={sheets} what="查看录入的票" lines={6}>
      {(found) => <Keyed batch={batch} gradeSet={gradeSet} pass={pass} sheets={found} />}
    </QueryBoundary>
  )
}

interface KeyedProps extends KeyingPanelProps {
  readonly sheets: readonly KeyedSheet[]
}

/** All papers are in: what comes next. */
function PassDone({ batch, pass }: Pick<KeyedProps, 'batch' | 'pass'>) {
  const other = batch.passes.find((one) => one.pass !== pass)
  return (
    <Alert
      type="success"
      showIcon
      title={`${passNames[pass]}已录齐`}
      description={
        (other?.sheets ?? 0) > 0 ? (
          <Link to={`${batchAddress(batch.id)}?part=check`}>去核对两遍录入</Link>
        ) : (
          `请换另一位同志登录，录${passNames[pass === 1 ? 2 : 1]}`
        )
      }
    />
  )
}

function said(saved: KeyedSheet | undefined): string {
  if (saved === undefined) return ''
  const notes = saved.lines.flatMap(({ note }) => (note === null ? [] : [note]))
  return notes.length === 0 ? `第 ${saved.place} 张已录入` : `第 ${saved.place} 张已录入：${notes.join('；')}`
}

function Keyed({ batch, gradeSet, pass, sheets }: KeyedProps) {
  const { people } = batch
  const [asked, setAsked] = useState<number | null>(null)
  const [removing, setRemoving] = useState<number | null>(null)
  // The next sheet is there at once, whatever is still on its way; one that was refused comes back as it was typed.
  const [sent, setSent] = useState<readonly SheetAt[]>([])
  const [refused, setRefused] = useState<SheetAt | null>(null)
  const [chosenShared, setShared] = useState<boolean | null>(null)
  const [chosenPerson, setPerson] = useState<string | undefined>()
  const key = useCommand('reviewBallots.key')
  const remove = useCommand('reviewBallots.removeSheet')
  const all = sheetsWith(sheets, sent)
  const lacking = lackingOf(people, all)
  const last = all.at(-1)
  const isShared = people.length > 1 && (chosenShared ?? (last?.lines.length ?? 1) > 1)
  const personId = nextPerson(people, lacking, chosenPerson ?? last?.lines[0]?.subjectId)
  const place = refused?.place ?? asked ?? nextPlace(all)
  const known = refused ?? sheets.find((sheet) => sheet.place === place)
  const isDone = known === undefined && [...lacking.values()].every((count) => count <= 0)
  const next = isShared ? people.map(({ subjectId }) => subjectId) : [personId]
  const on = known === undefined ? next : known.lines.map(({ subjectId }) => subjectId)
  const save = (lines: readonly SheetLine[]): void => {
    const sheet: SheetAt = { place, lines }
    setAsked(null)
    setRefused(null)
    setSent((now) => [...now, sheet])
    const asSent = lines.map(({ cells, ...line }) => ({ ...line, cells: [...cells] }))
    const onError = (): void => {
      setSent((now) => now.filter((one) => one !== sheet))
      setRefused(sheet)
    }
    void key.mutateAsync({ id: batch.id, pass, place, lines: asSent }).catch(onError)
  }
  const keyed = people.reduce((sum, { returned }) => sum + returned, 0)
  return (
    <>
      {isDone ? (
        <PassDone batch={batch} pass={pass} />
      ) : (
        <>
          <SheetBar
            people={people}
            lacking={lacking}
            place={place}
            isKnown={known !== undefined}
            isShared={isShared}
            personId={personId}
            onShared={setShared}
            onPerson={setPerson}
            onLeave={() => {
              setAsked(null)
              setRefused(null)
              key.reset()
            }}
          />
          <SheetForm
            key={`${place} ${refused === null ? '' : 'refused'}`}
            batch={batch}
            gradeSet={gradeSet}
            place={place}
            people={on}
            known={known}
            isUnsent={refused !== null}
            onSave={save}
          />
        </>
      )}
      {key.error !== null && <Alert type="error" showIcon role="alert" title={errorText(key.error)} />}
      <output className="ballot-said">{key.error === null ? said(key.data) : ''}</output>
      <h3 className="ballot-heading">
        {passNames[pass]}已录 {all.length} 张
        {people.length === 1 && <span className="muted">，共收回 {keyed} 张</span>}
      </h3>
      <KeyedTable people={people} sheets={sheets} onChange={setAsked} onRemove={setRemoving} />
      {removing !== null && (
        <ConfirmDialog
          open
          danger
          title={`删去第 ${removing} 张`}
          confirmText="删去"
          busy={remove.isPending}
          error={remove.error}
          onCancel={() => setRemoving(null)}
          onConfirm={() =>
            remove.mutate(
              { id: batch.id, pass, place: removing },
              {
                onSuccess: () => {
                  setSent((now) => now.filter((one) => one.place !== removing))
                  setRemoving(null)
                },
              },
            )
          }
        >
          <p>
            只删去{passNames[pass]}录的这一张；接着会请您重新录第 {removing} 张。
          </p>
        </ConfirmDialog>
      )}
    </>
  )
}
