/** Names a password must not be made of. */
export interface PasswordOwner {
  readonly user: string
  readonly displayName: string
}

/** What guessers try first, as letters alone; digits and signs around them do not help. */
const commonWords = new Set(
  [
    'password passwd passwort pass pwd admin administrator root user guest login welcome letmein iloveyou monkey dragon master',
    'sunshine princess football shadow superman secret changeme default system manager computer internet',
    'woaini woainio woshi zhongguo china beijing dangwu dangyuan dangzhibu dangwei shequ jiedao gongwei mima nihao caonima',
    'huawei taobao weixin qq wps',
  ].flatMap((line) => line.split(' ')),
)

const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '0123456789']
const columns = ['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik', '9ol']
const reversed = (text: string) => Array.from(text).toReversed().join('')
const tracks = [...rows, ...columns].flatMap((track) => [track, reversed(track)])

const shifted = new Map(Array.from('!@#$%^&*()', (sign, i) => [sign, '1234567890'.charAt(i)]))
const disguises = new Map(Array.from('@013457$!', (sign, i) => [sign, 'aoieastsi'.charAt(i)]))

const fold = (text: string) => text.normalize('NFKC').toLowerCase()
const replaced = (text: string, by: ReadonlyMap<string, string>) =>
  Array.from(text, (sign) => by.get(sign) ?? sign).join('')

/** Characters left when every run of three or more along the keyboard, the alphabet or one key is taken out. */
function outsideRuns(text: string): number {
  let outside = 0
  for (let i = 0; i < text.length;) {
    const run = Math.max(...tracks.map((track) => runAlong(text, i, track)), repeatAt(text, i))
    if (run < 3) outside += 1
    i += run < 3 ? 1 : run
  }
  return outside
}

function runAlong(text: string, from: number, track: string): number {
  const start = track.indexOf(text.charAt(from))
  if (start < 0) return 0
  let length = 1
  while (start + length < track.length && text[from + length] === track[start + length]) length += 1
  return length
}

function repeatAt(text: string, from: number): number {
  let length = 1
  while (text[from + length] === text[from] && from + length < text.length) length += 1
  return length
}

/** The words a password may be at heart: without what was put around them, and with the letters that signs stand for. */
function wordsOf(text: string): readonly string[] {
  const head = text.replace(/[^\p{L}]+$/u, '')
  const word = head.replace(/^[^\p{L}]+/u, '')
  return [word, replaced(word, disguises), replaced(head, disguises)]
}

/** Shorter names stand in too many sentences. */
function contains(password: string, name: string): boolean {
  const folded = fold(name)
  const enough = /^[ -~]*$/.test(folded) ? 3 : 2
  return folded.length >= enough && password.includes(folded)
}

/**
 * Why a password that is long enough is guessed all the same, as a Chinese sentence; null when it is good. Knows nothing of
 * length and classes: those stand in the schema.
 */
export function passwordWeakness(password: string, owners: readonly PasswordOwner[]): string | null {
  const text = fold(password)
  if (/^\d+$/.test(text)) return '密码不能只用数字：生日、电话、证件号最容易被猜到。请加入字母或汉字'
  if (/^(.{1,6}?)\1+$/u.test(text) || new Set(text).size < 4)
    return '密码不能是同几个字符的重复，请换一个不容易猜到的'
  if (outsideRuns(text) < 4 || outsideRuns(replaced(text, shifted)) < 4)
    return '密码不能用键盘上或顺序上连着的字符（如 qwer1234、abc123），请换一个不容易猜到的'
  if (owners.some(({ user, displayName }) => contains(text, user) || contains(text, displayName)))
    return '密码里不能含有账号或姓名，请换一个不容易猜到的'
  return wordsOf(text).some((word) => commonWords.has(word))
    ? '这是最常被人试的密码之一，请换一个，可以用一句只有您知道的话'
    : null
}
