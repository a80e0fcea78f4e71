import { adultInitial, childInitial } from '../../miniprogram/view/initial'

test.each([
  ['小雨', '雨', '小'],
  ['李阿姨', '姨', '李'],
  ['阿May', '阿', '阿'],
  ['joyce', 'J', 'J'],
  ['小𠮷', '𠮷', '小'],
  ['𠮷田', '田', '𠮷'],
  ['', '', ''],
])('%s: a child %s, an adult %s', (name, child, adult) => {
  expect(childInitial(name)).toBe(child)
  expect(adultInitial(name)).toBe(adult)
})
