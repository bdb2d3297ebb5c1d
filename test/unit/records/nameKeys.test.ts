import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nameKeys } from '#core/records/nameKeys.ts'
import { searchText } from '#db/queries/memberSearch.ts'

const keysOf = (name: string, nameReading: string | null = null) =>
  nameKeys({ name, nameReading, formerName: null })
const finds = (keys: readonly string[], text: string) => keys.some((key) => key.startsWith(searchText(text)))

it.each([
  ['曾建', 'zeng jian'],
  ['单雄', 'shan xiong'],
  ['仇英', 'qiu ying'],
  ['解缙', 'xie jin'],
  ['查良', 'zha liang'],
  ['盖文', 'ge wen'],
  ['区小平', 'ou xiao ping'],
  ['尉迟恭', 'yu chi gong'],
])('sorts %s as %s', (name, reading) => {
  expect(keysOf(name).sortKey).toBe(`${reading} ${name}`)
})

it('the reading the office has set wins over the automatic one', () => {
  expect(keysOf('行之', 'xing zhi').sortKey).toBe('xing zhi 行之')
  expect(finds(keysOf('行之', 'xing zhi').searchKeys, 'xz')).toBe(true)
})

it('every part of a name is found, exactly as a plain search for the text would', () => {
  const characters = Array.from('张王李赵曾单仇解欧阳买买提·艾力𠮷㛃䶮建国')
  const name = fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 8 }).map((c) => c.join(''))
  const part = fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 3 }).map((c) => c.join(''))
  fc.assert(
    fc.property(name, part, (whole, text) => {
      const wanted = searchText(text)
      fc.pre(wanted !== '')
      expect(finds(keysOf(whole).searchKeys, text)).toBe(searchText(whole).includes(wanted))
    }),
  )
})

it('a long name does not multiply its keys', () => {
  expect(keysOf('阿卜杜热依木买买提艾力').searchKeys.length).toBeLessThan(20)
})
