import { z } from 'zod'
import { dateOnlySchema, partialDateSchema } from '#shared/contract/dates.ts'
import { issueInput, returnInput, type TransferDetail } from '#shared/contract/transfers.ts'
import type { TransferStep } from '#shared/domain/transferStates.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import { CallError } from '../../lib/callError.ts'
import { useCommand } from '../../lib/queries.ts'

const values = z.strictObject({
  on: dateOnlySchema,
  letterNo: issueInput.shape.letterNo,
  validDays: issueInput.shape.validDays,
  feePaidTo: issueInput.shape.feePaidTo,
  joinedOn: partialDateSchema.nullable(),
  regularOn: partialDateSchema.nullable(),
  receivedOn: dateOnlySchema.nullable(),
  reason: returnInput.shape.reason.nullable(),
  reportedTo: returnInput.shape.reportedTo,
})

/** Everything a step may ask for; each sends what it needs. */
export type StepValues = z.input<typeof values>

/** Whoever turns somebody away, or makes a letter void, says why. */
export function stepSchema(step: TransferStep): z.ZodType<StepValues, StepValues> {
  const needsReason = step === 'return' || step === 'void'
  return values.refine(({ reason }) => !needsReason || (reason !== null && reason.trim() !== ''), {
    path: ['reason'],
    error: '请填写原因',
  })
}

interface Taking {
  readonly isPending: boolean
  readonly error: CallError | null
  readonly run: (values: StepValues, onSuccess: () => void) => void
}

/** The core calls the day of a letter by its own name; the dialog has one field for the day of whatever is done. */
function underDialogNames(error: CallError | null): CallError | null {
  const { issuedOn, ...fields } = error?.fields ?? {}
  if (error === null || issuedOn === undefined) return error
  return new CallError({ code: error.code, detail: error.message, fields: { ...fields, on: issuedOn } })
}

/** Sends a step under its own route. */
export function useStep(step: TransferStep, { id, version }: Pick<TransferDetail, 'id' | 'version'>): Taking {
  const commands = {
    issue: useCommand('transfers.issue'),
    send: useCommand('transfers.send'),
    accept: useCommand('transfers.accept'),
    receipt: useCommand('transfers.receipt'),
    return: useCommand('transfers.return'),
    void: useCommand('transfers.void'),
  }
  const { isPending, error } = commands[step]
  const run = (given: StepValues, onSuccess: () => void): void => {
    const { on, letterNo, validDays, feePaidTo, joinedOn, regularOn, receivedOn, reason, reportedTo } = given
    const at = { id, version }
    switch (step) {
      case 'issue':
        return commands.issue.mutate({ ...at, issuedOn: on, letterNo, validDays, feePaidTo }, { onSuccess })
      case 'send':
        return commands.send.mutate({ ...at, on }, { onSuccess })
      case 'accept':
        return commands.accept.mutate({ ...at, on, joinedOn, regularOn }, { onSuccess })
      case 'receipt':
        return commands.receipt.mutate({ ...at, on, receivedOn }, { onSuccess })
      case 'return':
        return commands.return.mutate({ ...at, on, reason: reason ?? '', reportedTo }, { onSuccess })
      case 'void':
        return commands.void.mutate({ ...at, on, reason: reason ?? '' }, { onSuccess })
      default:
        return assertNever(step)
    }
  }
  return { isPending, error: underDialogNames(error), run }
}
