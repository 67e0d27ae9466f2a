import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../i18n'
import type { Passage } from '../../../../shared/domain/passage'
import type { Review } from '../../../../shared/domain/review'
import { campName } from './camp-name'
import type { CampSection } from './tally'

/** Says how many passages stand where a row of this name and a camp meet. */
export function useCellLabel(review: Review) {
  const { t } = useTranslation('pictures')
  return (row: string, camp: CampSection, { length }: readonly Passage[]): string =>
    t('cell', { row, camp: campName(review, camp), count: length, number: formatNumber(length) })
}
