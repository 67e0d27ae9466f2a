import { expect, it } from 'vitest'
import { nextCamp } from '../../../renderer/features/review/next-camp'
import type { Section } from '../../../shared/domain/review'
import { anOutline } from './a-review'

const camps = (...labels: string[]): Section[] =>
  labels.map((label, index) => ({
    ...anOutline('camp c')[0]!,
    camp: { label, thesis: '', holder: '', colour: index + 1 },
  }))

it('takes the letter and the colour after those in use', () => {
  expect(nextCamp([])).toEqual({ label: 'A', thesis: '', holder: '', colour: 1 })
  expect(nextCamp(camps('A', 'B'))).toMatchObject({ label: 'C', colour: 3 })
})

it('fills a letter that was given up', () => {
  expect(nextCamp(camps('A', 'C'))).toMatchObject({ label: 'B' })
})

it('calls it as the others are called', () => {
  expect(nextCamp(camps('阵营 A', '阵营 B')).label).toBe('阵营 C')
  expect(nextCamp(camps('Optimists')).label).toBe('A')
})

it('takes the least used colour when all eight are in use', () => {
  expect(nextCamp([...camps('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'), ...camps('I')]).colour).toBe(2)
})

it('gives no letter to the cold water, but does not take its colour', () => {
  const [water] = anOutline('cold-water w')
  expect(nextCamp([water!])).toMatchObject({ label: 'A', colour: 2 })
})
