import { useState } from 'react'
import { type MemberDetail, memberInput, type RevealedFields } from '#shared/contract/members.ts'
import { defined } from '#shared/lib/defined.ts'
import { call } from '../../lib/api.ts'
import { toCallError } from '../../lib/callError.ts'
import { showFieldErrors } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { type MemberFormOutput, type MemberFormValues, valuesOf } from './memberForm.ts'
import type { StaleState } from './StaleDialog.tsx'
import type { MemberFormState } from './useMemberForm.ts'

interface SaveOptions {
  readonly detail: MemberDetail | null
  readonly state: MemberFormState
  readonly onCreated: (id: string) => void
  readonly onSaved: () => void
  readonly onNothing: () => void
}

function plainFields(typed: MemberFormValues, sent: MemberFormOutput): RevealedFields {
  const last = <K extends keyof RevealedFields>(field: K): MemberFormValues[K] => {
    const value: MemberFormValues[K] | undefined = sent[field]
    return value === undefined ? typed[field] : value
  }
  return {
    idNo: last('idNo'),
    mobile: last('mobile'),
    phone: last('phone'),
    hukou: last('hukou'),
    address: last('address'),
  }
}

/** Create or update; an update that comes too late is laid beside what somebody else wrote. */
export function useMemberSave({ detail, state, onCreated, onSaved, onNothing }: SaveOptions) {
  const { form, isRevealed, load, start, version } = state
  const create = useCommand('members.create')
  const update = useCommand('members.update')
  const [error, setError] = useState<unknown>(null)
  const [stale, setStale] = useState<StaleState | null>(null)

  const fail = (failure: unknown) => {
    const isBesideField = showFieldErrors(form, failure, 'fields.')
    setError(isBesideField ? null : failure)
  }
  const openStale = async (id: string, changes: MemberFormOutput) => {
    const now = await call('members.get', { id })
    const plain = isRevealed ? await call('members.reveal', { id }) : {}
    setStale({ base: start, version: now.version, fresh: { ...now.record, ...plain }, changes })
  }
  const send = async (id: string, version: number, changes: MemberFormOutput) => {
    try {
      const saved = await update.mutateAsync({ id, version, fields: changes })
      const plain = isRevealed ? plainFields(form.getValues(), changes) : {}
      load({ version: saved.version, values: { ...valuesOf(saved.record), ...plain } }, {})
      setError(null)
      setStale(null)
      onSaved()
    } catch (failure) {
      if (toCallError(failure).code !== 'STALE_WRITE') fail(failure)
      else await openStale(id, changes).catch(fail)
    }
  }
  const add = async (fields: MemberFormOutput) => {
    const whole = memberInput.safeParse(fields)
    if (!whole.success) throw new Error('the form let an incomplete member through')
    try {
      const saved = await create.mutateAsync({ fields: whole.data })
      onCreated(saved.id)
    } catch (failure) {
      fail(failure)
    }
  }
  const save = form.handleSubmit(async (fields) => {
    if (detail === null || version === null) return add(fields)
    if (Object.keys(fields).length === 0) return onNothing()
    return send(detail.id, version, fields)
  })
  const resolveStale = async (kept: MemberFormOutput) => {
    if (detail === null || stale === null) return
    load({ version: stale.version, values: valuesOf(stale.fresh) }, defined<MemberFormValues>(kept))
    if (Object.keys(kept).length > 0) {
      await send(detail.id, stale.version, kept)
      return
    }
    setStale(null)
    onSaved()
  }
  return {
    save,
    isSaving: create.isPending || update.isPending,
    error,
    stale,
    resolveStale,
    dropStale: () => setStale(null),
  }
}
