import { describe, expect, it } from 'vitest'
import {
  cleanName,
  isMobile,
  meansNothing,
  normalisePhone,
  parseYesNo,
  splitList,
  squeeze,
  toHalfWidth,
} from '#shared/lib/text.ts'

describe('text from workbooks', () => {
  it('takes the spaces out of names', () => {
    expect(cleanName('张  三')).toBe('张三')
    expect(cleanName('　张\u00A0三\t')).toBe('张三')
    expect(cleanName('李\u200B四')).toBe('李四')
  })

  it('writes every dot in a name as U+00B7', () => {
    for (const dot of ['·', '•', '・', '．', '.', '‧', '･', '∙']) {
      expect(cleanName(`阿卜杜${dot}信`)).toBe('阿卜杜\u00B7信')
    }
  })

  it('keeps characters outside the common plane', () => {
    expect(cleanName('周 㛃 𠮷')).toBe('周㛃𠮷')
  })

  it('makes header cells comparable', () => {
    expect(squeeze('是否农民工 ')).toBe('是否农民工')
    expect(squeeze('姓　名')).toBe('姓名')
    expect(squeeze('*身份证\n号码：')).toBe('身份证号码')
    expect(squeeze('类别（正式/预备）')).toBe(squeeze('类别(正式/预备)'))
    expect(toHalfWidth('Ａ１（）　％')).toBe('A1() %')
  })

  it('knows what says nothing', () => {
    expect(['', ' ', '-', '——', '无', '/'].every(meansNothing)).toBe(true)
    expect(meansNothing('0')).toBe(false)
  })

  it('reads 是, 否, √ and leaves the rest open', () => {
    expect(['是', '√', ' 是 ', 'Y', '１'].map(parseYesNo)).toEqual([true, true, true, true, true])
    expect(['否', '无', 'n', '0'].map(parseYesNo)).toEqual([false, false, false, false])
    expect(['', '上海市', '？'].map(parseYesNo)).toEqual([null, null, null])
  })

  it('strips what clerks put into phone numbers', () => {
    expect(normalisePhone(' 138-1234 5678')).toBe('13812345678')
    expect(normalisePhone('+86 138１２３４5678')).toBe('13812345678')
    expect(isMobile('13812345678')).toBe(true)
    expect(isMobile('1381234567')).toBe(false)
    expect(isMobile('057187654321')).toBe(false)
  })

  it('splits lists at any of the usual signs', () => {
    expect(splitList('医疗、法律；维修,电工 教育')).toEqual(['医疗', '法律', '维修', '电工', '教育'])
    expect(splitList('')).toEqual([])
  })
})
