import { Languages, TriangleAlert } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewId } from '../../../shared/domain/ids'
import type { LanguageTag } from '../../../shared/domain/language'
import type { Passage, TranslationState } from '../../../shared/domain/passage'
import { useRead, useWrite } from '../../api'
import { languageName } from '../../i18n'
import { Button } from '../../ui/button'
import { useFocusRequest } from '../../ui/focus-request'
import { Menu } from '../../ui/menu'
import { Segmented } from '../../ui/segmented'
import { PanelSection, type FieldProps } from './panel-section'
import styles from './passage-panel.module.css'
import { TranslationField } from '../../translation-field'
import { languagesShown, OFFERED_LANGUAGES } from '../../translation-languages'
import { useSavedText } from '../../use-saved-text'

/** The passage in other languages, one at a time. */
export function TranslationsField({
  passage,
  source,
  readOnly,
  reviewId,
}: FieldProps & { readonly reviewId: ReviewId | null }) {
  const { t } = useTranslation('passage')
  const review = useRead('review.get', { id: reviewId! }, { enabled: reviewId !== null }).data
  const [chosen, setChosen] = useState<LanguageTag | null>(null)
  const languages = languagesShown(passage.translations, review?.language ?? null, source.language, chosen)
  const language = chosen ?? languages[0] ?? null
  return (
    <PanelSection title={t('translation.title')}>
      <div className={styles['row']}>
        {languages.length > 0 && language !== null && (
          <Segmented
            label={t('translation.language')}
            options={languages.map((tag) => ({ id: tag, label: languageName(tag) }))}
            value={language}
            onChange={setChosen}
          />
        )}
        {!readOnly && (
          <Menu
            label={t('translation.add')}
            items={OFFERED_LANGUAGES.filter((tag) => !languages.includes(tag) && tag !== source.language).map(
              (tag) => ({
                id: tag,
                title: languageName(tag),
                onAction: () => setChosen(tag),
              }),
            )}
          >
            <Button size="small" variant="quiet" icon={<Languages aria-hidden />}>
              {t('translation.add')}
            </Button>
          </Menu>
        )}
      </div>
      {language !== null && (
        <TranslationEditor key={language} passage={passage} language={language} readOnly={readOnly} />
      )}
    </PanelSection>
  )
}

interface TranslationEditorProps {
  readonly passage: Passage
  readonly language: LanguageTag
  readonly readOnly: boolean
}

function TranslationEditor({ passage, language, readOnly }: TranslationEditorProps) {
  const { t } = useTranslation('passage')
  const translate = useWrite('passage.translate')
  const stored = passage.translations.find((translation) => translation.language === language)
  const state = stored?.state ?? 'draft'
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useFocusRequest('passage.translation', () => field.current?.focus())
  const save = (text: string, next: TranslationState) =>
    translate.mutateAsync({ id: passage.id, language, text, state: next })
  // What is being typed is a draft until its author says otherwise; a stale one that is worked on is one again.
  const draft = useSavedText(stored?.text ?? '', (text) => save(text, state === 'done' ? 'done' : 'draft'))
  const setState = (next: TranslationState) => {
    // `useWrite` tells of a failure.
    save(draft.take(), next).catch(() => undefined)
  }
  return (
    <div
      className={styles['translation']}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing || readOnly)
          return
        event.preventDefault()
        setState('done')
      }}
    >
      {state === 'stale' && (
        <div className={styles['stale']} role="status">
          <p className={styles['warning']}>
            <TriangleAlert aria-hidden />
            {t('translation.staleHint')}
          </p>
          {!readOnly && (
            <Button size="small" onPress={() => setState('done')}>
              {t('translation.stillHolds')}
            </Button>
          )}
        </div>
      )}
      <TranslationField
        passage={passage}
        language={language}
        draft={draft}
        readOnly={readOnly}
        label={t('translation.into', { language: languageName(language) })}
        placeholder={t('translation.placeholder', { language: languageName(language) })}
        rows={Math.min(14, Math.max(4, Math.ceil(passage.text.length / 34)))}
        inputRef={field}
      />
      <div className={styles['row']}>
        <Segmented
          label={t('translation.state')}
          options={(['draft', 'done', 'stale'] as const).map((id) => ({ id, label: t(`translation.states.${id}`) }))}
          value={state}
          onChange={setState}
          isDisabled={readOnly || draft.text.trim() === ''}
        />
        {!readOnly && state !== 'done' && draft.text.trim() !== '' && (
          <span className={styles['hint']}>{t('translation.doneKey')}</span>
        )}
      </div>
    </div>
  )
}
