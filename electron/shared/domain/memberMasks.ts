import { maskAddress, maskIdNo, maskIdNoToRegion, maskMobile, maskNumbersToRegion } from '../lib/idNumber.ts'
import { type MemberField, memberFields } from './memberFields.ts'

/** Whom a text is masked for; `db.read` is the one its session reads as. */
export interface Reader {
  /** Whether they may look at what is masked anyway. */
  readonly mayReveal: boolean
}

/** Whoever the paper is handed to, whoever made it. */
export const anyReader: Reader = { mayReveal: false }

/**
 * A field's text as this reader is shown it until somebody asks for more: ID number, phones and addresses in part, for who may
 * not ask also the numbers others wrote into free texts.
 */
export function maskField(field: MemberField, text: string, { mayReveal }: Reader): string {
  const { sensitive, kind } = memberFields[field]
  if (kind.type === 'idNo') return mayReveal ? maskIdNo(text) : maskIdNoToRegion(text)
  if (kind.type === 'mobile' || field === 'phone') return maskMobile(text)
  if (sensitive) return maskAddress(text)
  return kind.type === 'text' ? maskFreeText(text, { mayReveal }) : text
}

/** What somebody wrote, or the log kept masked: who may not look at whole numbers sees no ending of one in it. */
export function maskFreeText(text: string, { mayReveal }: Reader): string {
  return mayReveal ? text : maskNumbersToRegion(text)
}

/** A field's text that stands masked already, for who may look at the whole: in the log, in a row of another reader. */
export function maskFurther(field: string, text: string, { mayReveal }: Reader): string {
  if (mayReveal) return text
  return field === 'idNo' ? maskIdNoToRegion(text) : maskNumbersToRegion(text)
}
