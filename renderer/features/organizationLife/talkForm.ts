import type { UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import { type TalkFields, talkInput } from '#shared/contract/organizationLife.ts'

export const talkSchema = talkInput

export type TalkDraft = z.input<typeof talkInput>

export type TalkForm = UseFormReturn<TalkDraft, unknown, TalkFields>

/** A new talk; `talked` where it is known already whom with. */
export function blankTalk(
  organizationId: string | null,
  talked: { readonly talkedId: string | null; readonly name: string } | undefined,
): TalkDraft {
  return {
    organizationId: organizationId ?? '',
    relation: 'committeeMember',
    talkedOn: '',
    talkerId: null,
    talkerName: '',
    talkedId: talked?.talkedId ?? null,
    talkedName: talked?.name ?? '',
    place: null,
    title: '',
    content: null,
    suggestions: null,
    feedback: null,
  }
}

export function talkDraftOf(fields: TalkFields): TalkDraft {
  return { ...fields }
}
