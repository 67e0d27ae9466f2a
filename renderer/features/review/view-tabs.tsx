import { FileText, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../../ui/commands'
import type { ReviewViewId } from './review-view'
import { REVIEW_VIEWS } from './review-views'
import styles from './view-tabs.module.css'

const TABS: readonly { readonly id: ReviewViewId; readonly icon: LucideIcon }[] = [
  { id: 'page', icon: FileText },
  ...REVIEW_VIEWS,
]

export interface ViewTabsProps {
  readonly view: ReviewViewId
  readonly onChange: (view: ReviewViewId) => void
  /** Of the chosen view. */
  readonly children: ReactNode
}

/** The views of a review as tabs, with a command for each. Where the page is all there is, it stands alone. */
export function ViewTabs({ view, onChange, children }: ViewTabsProps) {
  const { t } = useTranslation('review')
  const isChoice = TABS.length > 1
  useCommands(
    TABS.map(({ id }) => ({
      id: `review.view.${id}`,
      title: t('commands.view', { view: t(`views.${id}`) }),
      group: t('commands.group'),
      hidden: !isChoice,
      enabled: isChoice,
      run: () => onChange(id),
    })),
  )
  if (!isChoice) return <div className={styles['body']}>{children}</div>
  return (
    <Tabs
      className={styles['tabs'] ?? ''}
      selectedKey={view}
      onSelectionChange={(key) => {
        const tab = TABS.find(({ id }) => id === key)
        if (tab) onChange(tab.id)
      }}
    >
      <TabList aria-label={t('views.label')} className={styles['list'] ?? ''}>
        {TABS.map(({ id, icon: Icon }) => (
          <Tab key={id} id={id} className={styles['tab'] ?? ''}>
            <Icon aria-hidden />
            {t(`views.${id}`)}
          </Tab>
        ))}
      </TabList>
      <TabPanel key={view} id={view} className={styles['body'] ?? ''}>
        {children}
      </TabPanel>
    </Tabs>
  )
}
