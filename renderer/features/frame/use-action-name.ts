import { useTranslation } from 'react-i18next'

/** Names a write method as the user knows it, for undo: `passage.mark` is "mark passage". */
export function useActionName(): (method: string) => string {
  const { t, i18n } = useTranslation('commands')
  return (method) => (i18n.exists(`commands:action.${method}`) ? t(`action.${method}`) : t('action.other'))
}
