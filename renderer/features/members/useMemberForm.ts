import { useCallback, useEffect, useMemo, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { MemberDetail, RevealedFields } from '#shared/contract/members.ts'
import { useCommand } from '../../lib/queries.ts'
import {
  blankValues,
  changesOf,
  type MemberFormOutput,
  memberResolver,
  type MemberFormValues,
  valuesOf,
} from './memberForm.ts'

/** What the form started from: the record as last read. */
interface Base {
  readonly version: number
  readonly values: MemberFormValues
}

/** The form, what it started from, and whether its sensitive fields are plain. */
export function useMemberForm(detail: MemberDetail | null, organizationId: string) {
  const [base, setBase] = useState<Base | null>(() =>
    detail === null ? null : { version: detail.version, values: valuesOf(detail.record) },
  )
  const [followed, setFollowed] = useState<Base | null>(null)
  const [blank] = useState(() => blankValues(organizationId))
  const [isRevealed, setIsRevealed] = useState(detail === null)
  const start = base?.values ?? blank
  const resolver = useMemo(() => memberResolver(base?.values ?? null), [base])
  const form = useForm<MemberFormValues, unknown, MemberFormOutput>({
    defaultValues: start,
    resolver,
    mode: 'onTouched',
  })
  const { getValues, reset } = form
  const { mutateAsync } = useCommand('members.reveal')

  const changes = useCallback(() => changesOf(start, getValues()), [getValues, start])

  /** Starts again from a record, with these changes laid over it. */
  const load = useCallback(
    (next: Base | null, laidOver: Partial<MemberFormValues>) => {
      const values = next?.values ?? blank
      setBase(next)
      reset(values)
      if (Object.keys(laidOver).length > 0) reset({ ...values, ...laidOver }, { keepDefaultValues: true })
    },
    [blank, reset],
  )
  const { isDirty } = form.formState
  // An undo or another hand has written the record: a form without changes of its own simply follows.
  if (detail !== null && base !== null && !isDirty && detail.version > base.version) {
    const next = { version: detail.version, values: valuesOf(detail.record) }
    setBase(next)
    setFollowed(next)
    setIsRevealed(false)
  }
  useEffect(() => {
    if (followed !== null) reset(followed.values)
  }, [followed, reset])
  const id = detail?.id ?? null
  const reveal = useCallback(async (): Promise<RevealedFields | null> => {
    if (id === null || base === null) return null
    const plain = await mutateAsync({ id })
    const typed = changesOf(base.values, getValues())
    load({ ...base, values: { ...base.values, ...plain } }, typed)
    setIsRevealed(true)
    return plain
  }, [base, getValues, id, load, mutateAsync])
  return { form, isRevealed, start, version: base?.version ?? null, changes, load, reveal }
}

export type MemberFormState = ReturnType<typeof useMemberForm>
