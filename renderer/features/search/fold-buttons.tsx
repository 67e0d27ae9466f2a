import { CaseSensitive, WholeWord } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SearchFolds } from '../../../shared/domain/search'
import { IconButton } from '../../ui/icon-button'
import styles from './search.module.css'

export interface FoldButtonsProps {
  readonly folds: SearchFolds
  readonly onChange: (change: Partial<SearchFolds>) => void
}

/** How letters of the query and of the text are held to be the same. */
export function FoldButtons({ folds, onChange }: FoldButtonsProps) {
  const { t } = useTranslation('search')
  const signs = {
    matchCase: <CaseSensitive aria-hidden />,
    wholeWords: <WholeWord aria-hidden />,
    foldAccents: <span aria-hidden>é</span>,
    foldWidths: <span aria-hidden>Ａ</span>,
    foldHan: <span aria-hidden>简</span>,
  }
  return (
    <div role="group" aria-label={t('folds.title')} className={styles['folds']}>
      {(Object.keys(signs) as (keyof SearchFolds)[]).map((fold) => (
        <IconButton
          key={fold}
          label={t(`folds.${fold}`)}
          isOn={folds[fold]}
          icon={signs[fold]}
          onPress={() => onChange({ [fold]: !folds[fold] })}
        />
      ))}
    </div>
  )
}
