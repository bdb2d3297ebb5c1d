import { createCipheriv, createDecipheriv, randomBytes, randomInt, scrypt } from 'node:crypto'
import { z } from 'zod'

/** Other lengths make the cipher throw, or let a shorter tag prove less. */
const base64Of = (bytes: number) =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes, `not ${bytes} bytes`)

/** The database key under one secret: scrypt makes a wrapping key, AES-256-GCM wraps and proves it. */
export const wrappedKeySchema = z.strictObject({
  /** Exponent of scrypt's N; 18 takes 256 MB of memory. */
  cost: z.int().min(10).max(18),
  salt: base64Of(16),
  iv: base64Of(12),
  tag: base64Of(16),
  sealed: base64Of(32),
})

export type WrappedKey = Readonly<z.output<typeof wrappedKeySchema>>

const blockSize = 8
const cipherName = 'aes-256-gcm'

function wrappingKey(secret: string, salt: Buffer, cost: number): Promise<Buffer> {
  const options = { N: 2 ** cost, r: blockSize, p: 1, maxmem: 256 * 2 ** cost * blockSize }
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, 32, options, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}

export async function wrapKey(key: Uint8Array, secret: string, cost: number): Promise<WrappedKey> {
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const cipher = createCipheriv(cipherName, await wrappingKey(secret, salt, cost), iv)
  const sealed = Buffer.concat([cipher.update(key), cipher.final()])
  return {
    cost,
    salt: salt.toString('base64'),
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    sealed: sealed.toString('base64'),
  }
}

/** Undefined when the secret is wrong: GCM's tag cannot be made to fit by another one. */
export async function unwrapKey(wrapped: WrappedKey, secret: string): Promise<Uint8Array | undefined> {
  const bytes = (text: string) => Buffer.from(text, 'base64')
  const decipher = createDecipheriv(
    cipherName,
    await wrappingKey(secret, bytes(wrapped.salt), wrapped.cost),
    bytes(wrapped.iv),
    { authTagLength: 16 },
  )
  decipher.setAuthTag(bytes(wrapped.tag))
  const key = decipher.update(bytes(wrapped.sealed))
  try {
    decipher.final()
  } catch {
    return undefined // Node reports a tag that does not fit only by throwing.
  }
  return key
}

/** Without I, L, O, U: what is copied by hand from paper must not be misread. */
const recoveryAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 32 characters of 5 bits each, in groups of four. */
export function newRecoveryCode(): string {
  const group = () => Array.from({ length: 4 }, () => recoveryAlphabet.charAt(randomInt(32))).join('')
  return Array.from({ length: 8 }, group).join('-')
}

/** Forgives lower case, spaces, missing dashes and the letters the alphabet leaves out. */
export function readRecoveryCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '')
}
