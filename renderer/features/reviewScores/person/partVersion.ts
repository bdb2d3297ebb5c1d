/** A part as its dialog was filled, and as the record has it now. */
export interface PartSaving {
  readonly began: { readonly version: number; readonly saved: unknown }
  readonly version: number
  readonly saved: unknown
}

const isUntouched = ({ began, saved }: PartSaving): boolean =>
  JSON.stringify(began.saved) === JSON.stringify(saved)

/** Parts share the person's version: what others saved elsewhere on the page does not stand in the way of this one. */
export function partVersion(part: PartSaving): number {
  return isUntouched(part) ? part.version : part.began.version
}

/** Said when a save was refused because the record had changed. */
export function staleWords(part: PartSaving): string {
  return isUntouched(part)
    ? '别人刚修改了这位述职人的其他内容，这一部分没有变。请再保存一次。'
    : '别人刚修改了这一部分，您填的没有保存，已存为草稿。请关闭后看过最新内容，再打开接着填。'
}
