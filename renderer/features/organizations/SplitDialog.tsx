import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate } from 'react-router'
import type { z } from 'zod'
import {
  type OrganizationDetail,
  type OrganizationNode,
  splitOrganizationInput,
} from '#shared/contract/organizations.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { type BranchPerson, branchPeople, branchPeopleInput } from '../../lib/branchPeople.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { PeopleChoice } from '../../ui/PeopleChoice.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { organizationTarget, useUndo } from '../../ui/undo.ts'

const schema = splitOrganizationInput.omit({ id: true, version: true, members: true })

/** The button and what it opens. */
export function SplitBranch({ subject }: { readonly subject: OrganizationNode }) {
  const [isOpen, setIsOpen] = useState(false)
  const navigate = useNavigate()
  const undo = useUndo()
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>拆分</Button>
      {isOpen && (
        <SplitDialog
          subject={subject}
          onCancel={() => setIsOpen(false)}
          onDone={(founded) => {
            setIsOpen(false)
            undo.done(`已拆分出“${founded.fields.shortName}”`, organizationTarget)
            void navigate(`/organizations/${founded.id}`)
          }}
        />
      )}
    </>
  )
}

interface SplitDialogProps {
  readonly subject: OrganizationNode
  readonly onDone: (founded: OrganizationDetail) => void
  readonly onCancel: () => void
}

/** 拆分: a new branch beside this one, and who goes there, on one day; the history of both keeps it. */
function SplitDialog({ subject, onDone, onCancel }: SplitDialogProps) {
  const split = useCommand('organizations.split')
  const people = useCall('members.list', branchPeopleInput(subject.id))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: { happenedOn: today(), docNo: null, reason: '', fullName: '', shortName: '', code: null },
  })
  useEffect(() => {
    showFieldErrors(form, split.error)
  }, [split.error, form])
  const all = people.data === undefined ? [] : branchPeople(people.data)
  const going = all.filter(({ id }) => chosen.has(id))
  const submit = form.handleSubmit((values) =>
    split.mutate(
      {
        id: subject.id,
        version: subject.version,
        ...values,
        members: going.map(({ id, version }) => ({ id, version })),
      },
      { onSuccess: onDone },
    ),
  )
  const { control } = form
  return (
    <Dialog title={`拆分“${subject.shortName}”`} onClose={onCancel} width={820}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label="拆分党支部"
        onSubmit={(event) => void submit(event)}
      >
        <p className="muted">
          在同一上级之下设立一个新党支部，选中的党员自拆分之日起转到那里；其余的人和历史留在原支部。可以整次撤销。
        </p>
        <div className="form-grid">
          <TextField control={control} name="fullName" label="新党支部全称" required />
          <TextField control={control} name="shortName" label="新党支部简称" required />
          <TextField control={control} name="code" label="党组织代码" hint="没有可不填" />
          <PartialDateField control={control} name="happenedOn" label="拆分日期" required wholeDay />
          <TextField control={control} name="docNo" label="批准文号" hint="没有文件可不填" />
          <TextField control={control} name="reason" label="原因" required rows={2} maxLength={200} />
        </div>
        <QueryBoundary query={people} what="查看党员" lines={4}>
          {() => (
            <PeopleChoice label="分到新党支部的党员" people={all} chosen={chosen} onChoose={setChosen} />
          )}
        </QueryBoundary>
        <Afterwards staying={all.filter(({ id }) => !chosen.has(id))} going={going} />
        {split.error !== null && <Alert type="error" showIcon role="alert" title={errorText(split.error)} />}
        <DialogButtons
          confirmText="拆分"
          danger
          busy={split.isPending}
          disabled={going.length === 0}
          onCancel={onCancel}
        />
      </EnterMovesOn>
    </Dialog>
  )
}

const fullOf = (people: readonly BranchPerson[]) => people.filter(({ isFull }) => isFull).length

/** What there will be on either side; a branch of fewer than three 正式党员 cannot stand alone (ORG-01). */
function Afterwards({
  staying,
  going,
}: {
  readonly staying: readonly BranchPerson[]
  readonly going: readonly BranchPerson[]
}) {
  if (going.length === 0) return null
  const least = defaultRuleSettings['org.branchMinFull']
  const few = [...(fullOf(staying) < least ? ['原支部'] : []), ...(fullOf(going) < least ? ['新支部'] : [])]
  return (
    <>
      <p>
        拆分后：原支部 {staying.length} 人（正式党员 {fullOf(staying)}），新支部 {going.length} 人（正式党员{' '}
        {fullOf(going)}）。
      </p>
      {few.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`${few.join('、')}正式党员不足 ${least} 人，不符合单独成立党支部的条件（ORG-01），请核对`}
        />
      )}
    </>
  )
}
