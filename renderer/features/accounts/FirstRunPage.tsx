import { useQueryClient } from '@tanstack/react-query'
import { Button, Steps } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { AccountsStatus } from '#shared/contract/accounts.ts'
import { isStartupError } from '../../lib/errorText.ts'
import { invalidateAfter, useCommand } from '../../lib/queries.ts'
import { EntryPanel } from '../../ui/EntryPanel.tsx'
import { firstPeople, type Person, personRefused, type TypedPerson, typedOnce } from './firstRunForm.ts'
import { PersonForm } from './PersonForm.tsx'
import { RecoveryCodeStep } from './RecoveryCodeStep.tsx'
import { RemainsPage } from './RemainsPage.tsx'
import { StartupErrorPage } from './StartupErrorPage.tsx'
import './accounts.css'

const titles: Readonly<Record<Person, string>> = {
  administrator: '建立系统管理员账号',
  clerk: '建立街道党务干事账号',
}

/** Why there are two, one sentence each. */
const reasons: Readonly<Record<Person, string>> = {
  administrator: '系统管理员管账号、密码重设和备份，看不到党员信息；管权限的人不改记录，平时不用它登录。',
  clerk: '街道党务干事管全街道的党组织和党员，日常工作用这个账号；建好后就以它登录。',
}

function FirstRunSteps({ at }: { readonly at: 0 | 1 | 2 }) {
  return (
    <Steps
      className="first-run-steps"
      size="small"
      current={at}
      items={[{ title: '系统管理员' }, { title: '党务干事' }, { title: '恢复码' }]}
    />
  )
}

/** Where a ledger was before, only when that is meant. */
export function FirstRunPage({ status }: { readonly status: AccountsStatus }) {
  const [beginsAnew, setBeginsAnew] = useState(false)
  if (status.remains !== null && !beginsAnew)
    return <RemainsPage status={status} remains={status.remains} onAnew={() => setBeginsAnew(true)} />
  return <FirstPeople status={status} beginsAnew={beginsAnew} />
}

interface FirstPeopleProps {
  readonly status: AccountsStatus
  readonly beginsAnew: boolean
}

function FirstPeople({ status, beginsAnew }: FirstPeopleProps) {
  const client = useQueryClient()
  const create = useCommand('accounts.createFirst', { quiet: true })
  const [typed, setTyped] = useState(firstPeople)
  const [person, setPerson] = useState<Person>('administrator')
  const take = (next: TypedPerson): void => {
    const both = { ...typed, [person]: next }
    setTyped(both)
    if (person === 'administrator') {
      setPerson('clerk')
      return
    }
    create.mutate(
      { administrator: typedOnce(both.administrator), clerk: typedOnce(both.clerk), beginsAnew },
      { onError: (error) => setPerson(personRefused(Object.keys(error.fields)) ?? 'clerk') },
    )
  }
  if (create.data !== undefined) {
    return (
      <RecoveryCodeStep
        recoveryCode={create.data.recoveryCode}
        steps={<FirstRunSteps at={2} />}
        onDone={() => void invalidateAfter(client, 'accounts.createFirst')}
      />
    )
  }
  if (create.error !== null && isStartupError(create.error)) {
    return <StartupErrorPage error={create.error} dataDir={status.dataDir} onRetry={() => create.reset()} />
  }
  const isLast = person === 'clerk'
  return (
    <EntryPanel title={titles[person]} status={status}>
      <FirstRunSteps at={isLast ? 1 : 0} />
      <p className="entry-text">{reasons[person]}</p>
      <PersonForm
        key={person}
        person={person}
        label={titles[person]}
        initial={typed[person]}
        taken={isLast ? typed.administrator.user : null}
        error={create.error}
        busy={create.isPending}
        submitText={isLast ? '建立账号' : '下一步'}
        aside={
          isLast ? (
            <Button onClick={() => setPerson('administrator')}>上一步</Button>
          ) : (
            <Link to="/rescue">从备份恢复（换新电脑）</Link>
          )
        }
        onSubmit={take}
      />
    </EntryPanel>
  )
}
