import { squeeze } from '#shared/lib/text.ts'

/** A branch's name as imports and the search box compare it: without spaces and the prefixes every name may or may not carry. */
export function branchMatchKey(name: string): string {
  return squeeze(name).replace(/^(中国共产党|中共)/, '')
}
