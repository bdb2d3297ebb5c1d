import { AutoComplete } from 'antd'
import { useController, useWatch } from 'react-hook-form'
import { branchPeople, branchPeopleInput } from '../../../lib/branchPeople.ts'
import { useCall } from '../../../lib/queries.ts'
import { clearable } from '../../../ui/clearable.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import type { MeetingForm } from './meetingForm.ts'

type IdName = 'hostId' | 'recorderId' | 'lecturerId' | `followUps.${number}.memberId`

type NameName = 'hostName' | 'recorderName' | 'lecturerName' | `followUps.${number}.personName`

interface PersonFieldProps {
  readonly form: MeetingForm
  readonly idName: IdName
  readonly nameName: NameName
  readonly label: string
  readonly required?: boolean
  /** Offered beside an empty field; whoever fills in the form decides. */
  readonly suggested?: { readonly memberId: string | null; readonly name: string; readonly why: string }
}

/** A name as it is written, tied to the roster where the branch has one person of that name. */
export function PersonField({
  form,
  idName,
  nameName,
  label,
  required = false,
  suggested,
}: PersonFieldProps) {
  const { control, setValue, setFocus } = form
  const organizationId = useWatch({ control, name: 'organizationId' })
  const { field, fieldState } = useController({ control, name: nameName })
  const people = useCall('members.list', branchPeopleInput(organizationId), {
    enabled: organizationId !== '',
  })
  const own = people.data === undefined ? [] : branchPeople(people.data)
  const byName = Map.groupBy(own, ({ name }) => name)
  const write = (name: string): void => {
    const [person, ...others] = byName.get(name.trim()) ?? []
    field.onChange(name === '' ? null : name)
    setValue(idName, person !== undefined && others.length === 0 ? person.id : null, { shouldDirty: true })
  }
  return (
    <FormRow
      label={label}
      required={required}
      error={fieldState.error?.message}
      {...(suggested === undefined
        ? {}
        : {
            hint: (
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  field.onChange(suggested.name)
                  setValue(idName, suggested.memberId, { shouldDirty: true })
                  // The button goes with the offer; the keyboard goes on from the field.
                  setFocus(nameName)
                }}
              >
                {suggested.why}
                {suggested.name}，填入
              </button>
            ),
          })}
    >
      {(ids) => (
        <AutoComplete
          {...ids}
          ref={field.ref}
          className="meeting-person"
          allowClear={clearable}
          maxLength={50}
          options={[...byName.keys()].map((name) => ({ value: name }))}
          showSearch={{
            filterOption: (typed, option) => (option?.value ?? '').includes(typed.trim()),
          }}
          value={field.value ?? ''}
          onBlur={field.onBlur}
          onChange={(next: unknown) => write(typeof next === 'string' ? next : '')}
          {...(fieldState.error === undefined ? {} : { status: 'error' as const })}
        />
      )}
    </FormRow>
  )
}
