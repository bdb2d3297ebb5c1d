import { z } from 'zod'

/** What the hand has been told is saved, one line of JSON each; whatever is printed here must be found after any crash. */
export const acknowledgement = z.discriminatedUnion('did', [
  z.object({ did: z.literal('ready') }),
  /** Member `id` has remark `n`. */
  z.object({ did: z.literal('edited'), id: z.string(), n: z.number() }),
  /** All of `people` are there, their school is `mark`; also printed as `importing` before it begins. */
  z.object({ did: z.literal('importing'), mark: z.string(), people: z.number() }),
  z.object({ did: z.literal('imported'), mark: z.string(), people: z.number() }),
  z.object({ did: z.literal('undone'), mark: z.string() }),
  z.object({ did: z.literal('backedUp'), id: z.string() }),
])

export type Acknowledgement = Readonly<z.output<typeof acknowledgement>>

/** The last line may be cut short by the kill: what was not told whole was not told. */
export function readAcknowledgements(text: string): readonly Acknowledgement[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => acknowledgement.parse(JSON.parse(line)))
}
