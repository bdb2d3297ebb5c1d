import { Alert, Button, Radio } from 'antd'
import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { countRoll, type RollEntry } from '#shared/domain/meetings/roll.ts'
import { formatPartialDate, isDateOnly } from '#shared/lib/dates.ts'
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import type { MeetingForm, MeetingValues } from './meetingForm.ts'
import { carryOver, isSamePeople, rollKey } from './rollEdit.ts'
import { RollCounts } from './RollCounts.tsx'
import { RollNames } from './RollNames.tsx'
import { useRollOfDay } from './useRollOfDay.ts'

interface RollSectionProps {
  readonly form: MeetingForm
  /** What the form was filled with. */
  readonly laid: MeetingValues
  /** A new record lists names by itself; one with counts only stays so until somebody asks. */
  readonly isNew: boolean
}

/** 到会: name by name, by the records of the meeting's day; counts follow every key. */
export function RollSection({ form, laid, isNew }: RollSectionProps) {
  const { control, setValue } = form
  const [organizationId, groupId, kinds, heldOn] = useWatch({
    control,
    name: ['organizationId', 'groupId', 'kinds', 'heldOn'],
  })
  const roll = useWatch({ control, name: 'roll' })
  const key = rollKey({ organizationId, groupId, kinds, heldOn })
  const [byName, setByName] = useState(isNew || laid.roll !== null)
  // As long as nobody has marked anybody the names follow branch, day and kinds by themselves.
  const [isFollowing, setIsFollowing] = useState(laid.roll === null)
  // What the names are of once somebody has.
  const [takenFor, setTakenFor] = useState(() => rollKey(laid))
  const [kept, setKept] = useState<readonly RollEntry[] | null>(null)
  const { found, isReady } = useRollOfDay(form)
  const names = found.data?.roll
  useEffect(() => {
    // What is listed by itself in a new record is nothing somebody has typed.
    if (byName && isFollowing && names !== undefined) {
      setValue('roll', [...names], { shouldDirty: !isNew })
    }
  }, [byName, isFollowing, names, isNew, setValue])
  const edit = (next: readonly RollEntry[]): void => {
    if (isFollowing) setTakenFor(key)
    setIsFollowing(false)
    setValue('roll', [...next], { shouldDirty: true })
  }
  const replace = (): void => {
    setTakenFor(key)
    edit(carryOver(roll ?? [], names ?? []))
  }
  const choose = (isByName: boolean): void => {
    setByName(isByName)
    if (isByName && kept !== null) {
      setIsFollowing(false)
      return setValue('roll', [...kept], { shouldDirty: true })
    }
    setIsFollowing(true)
    if (isByName) return
    // Whoever looks at the other way to write it down does not lose the names.
    setKept(isFollowing ? null : roll)
    const counted = roll === null ? null : countRoll(roll)
    // What the names came to stands as counts from here on.
    if (counted !== null && counted.present > 0) {
      setValue('should', counted.should, { shouldDirty: true })
      setValue('present', counted.present, { shouldDirty: true })
    }
    setValue('roll', null, { shouldDirty: true })
  }
  const isSame = roll !== null && names !== undefined && isSamePeople(roll, names)
  const isOfDay = isFollowing || takenFor === key || isSame
  return (
    <SectionCard
      title="到会"
      extra={
        <Radio.Group
          aria-label="怎样登记到会"
          size="small"
          optionType="button"
          options={[
            { value: 'names', label: '逐人登记' },
            { value: 'counts', label: '只登记人数' },
          ]}
          value={byName ? 'names' : 'counts'}
          onChange={({ target }) => choose(target.value === 'names')}
        />
      }
    >
      {byName && !isReady && roll === null && (
        <p className="muted">先选会议类型、党支部和日期，按那一天的花名册列出应到的人。</p>
      )}
      {byName && isReady && roll === null && (
        <QueryBoundary query={found} what="查看应到名单" lines={4}>
          {() => null}
        </QueryBoundary>
      )}
      {byName && isReady && !isOfDay && found.data !== undefined && (
        <Alert
          className="meeting-notice"
          type="warning"
          showIcon
          title={`会议类型、党支部或日期改过了，名单还是原来的；${isDateOnly(heldOn) ? formatPartialDate(heldOn) : ''}应到 ${found.data.should} 人`}
          action={
            <span className="notice-actions">
              <Button size="small" onClick={replace}>
                换成这一天的名单
              </Button>
              <Button size="small" type="text" onClick={() => setTakenFor(key)}>
                保留现在的名单
              </Button>
            </span>
          }
        />
      )}
      {byName && roll !== null && (
        <RollNames
          form={form}
          roll={roll}
          because={isOfDay ? (found.data?.because ?? null) : null}
          expected={isOfDay ? (found.data?.should ?? null) : null}
          onEdit={edit}
        />
      )}
      {!byName && <RollCounts form={form} expected={found.data?.should ?? null} />}
    </SectionCard>
  )
}
