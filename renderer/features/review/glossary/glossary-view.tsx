import { BookA, Plus, Trash2 } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useRead, useWrite } from '../../../api'
import { languageName } from '../../../i18n'
import { OFFERED_LANGUAGES } from '../../../translation-languages'
import { withUndoOffer } from '../../../undo-offer'
import { Button } from '../../../ui/button'
import { Checkbox } from '../../../ui/checkbox'
import { EmptyState } from '../../../ui/empty-state'
import { IconButton } from '../../../ui/icon-button'
import unseen from '../../../ui/unseen.module.css'
import { Select } from '../../../ui/select'
import { TextField } from '../../../ui/text-field'
import type { Term } from '../../../../shared/domain/glossary'
import type { LanguageTag } from '../../../../shared/domain/language'
import { LineField } from '../growing-field'
import type { ReviewViewProps } from '../review-view'
import styles from './glossary.module.css'

const NO_TERMS: readonly Term[] = []

/** How the words of the debate are translated, in the whole project. */
export function GlossaryView({ open: { review, readOnly } }: ReviewViewProps) {
  const { t } = useTranslation('debate')
  const all = useRead('glossary.list', {}).data ?? NO_TERMS
  const [language, setLanguage] = useState<LanguageTag>(review.language)
  const terms = useMemo(() => all.filter((term) => term.language === language), [all, language])
  const languages = [...new Set([review.language, ...all.map((term) => term.language), ...OFFERED_LANGUAGES])]
  return (
    <div className={styles['view']}>
      <div className={styles['page']}>
        <header className={styles['head']}>
          <p className={styles['intro']}>{t('glossary.intro')}</p>
          <div className={styles['language']}>
            <Select
              label={t('glossary.language')}
              options={languages.map((tag) => ({ id: tag, label: languageName(tag) }))}
              value={language}
              onChange={setLanguage}
            />
          </div>
        </header>
        {!readOnly && <AddTerm key={language} language={language} />}
        {terms.length === 0 ? (
          <EmptyState icon={<BookA aria-hidden />} title={t('glossary.empty')} message={t('glossary.emptyText')} />
        ) : (
          <table aria-label={t('glossary.table', { language: languageName(language) })} className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{t('glossary.term')}</th>
                <th scope="col">{t('glossary.asIs')}</th>
                <th scope="col">{t('glossary.translation')}</th>
                <th scope="col">{t('glossary.note')}</th>
                {!readOnly && (
                  <th scope="col">
                    <span className={unseen['unseen']}>{t('glossary.actions')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {terms.map((term) => (
                <TermRow key={term.id} term={term} readOnly={readOnly} />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </div>
  )
}

function AddTerm({ language }: { readonly language: LanguageTag }) {
  const { t } = useTranslation('debate')
  const set = useWrite('glossary.set')
  const [term, setTerm] = useState('')
  const [translation, setTranslation] = useState('')
  const [asIs, setAsIs] = useState(false)
  const first = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const canAdd = term.trim() !== '' && (asIs || translation.trim() !== '')
  const add = async () => {
    if (!canAdd || set.isPending) return
    // At once: whoever goes on typing begins the next one.
    setTerm('')
    setTranslation('')
    setAsIs(false)
    first.current?.focus()
    try {
      await set.mutateAsync({ term: term.trim(), language, translation: asIs ? null : translation.trim() })
    } catch {
      // `useWrite` has told the user; what was typed comes back.
      setTerm(term)
      setTranslation(translation)
      setAsIs(asIs)
    }
  }
  return (
    <Form
      aria-label={t('glossary.addTerm')}
      className={styles['add'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextField label={t('glossary.term')} value={term} onChange={setTerm} inputRef={first} maxLength={500} />
      <TextField
        label={t('glossary.translation')}
        value={asIs ? term : translation}
        onChange={setTranslation}
        isDisabled={asIs}
        lang={language}
        maxLength={500}
      />
      <div className={styles['check']}>
        <Checkbox isChecked={asIs} onChange={setAsIs}>
          {t('glossary.keep')}
        </Checkbox>
      </div>
      <Button type="submit" icon={<Plus aria-hidden />} isDisabled={!canAdd || set.isPending}>
        {t('glossary.add')}
      </Button>
    </Form>
  )
}

function TermRow({ term, readOnly }: { readonly term: Term; readonly readOnly: boolean }) {
  const { t } = useTranslation('debate')
  const set = useWrite('glossary.set')
  const remove = useWrite('glossary.remove')
  const { id, language } = term
  const save = (change: Partial<Pick<Term, 'term' | 'translation' | 'note'>>) => set.mutate({ ...term, ...change })
  const said = { term: term.term }
  return (
    <tr>
      <td>
        <LineField
          label={t('glossary.termOf', said)}
          value={term.term}
          readOnly={readOnly}
          onSave={(text) => {
            if (text.trim() !== '') save({ term: text.trim() })
          }}
        />
      </td>
      <td>
        <Checkbox
          label={t('glossary.keepOf', said)}
          isChecked={term.translation === null}
          isDisabled={readOnly}
          onChange={(asIs) => save({ translation: asIs ? null : term.term })}
        />
      </td>
      <td>
        {term.translation === null ? (
          <span className={styles['kept']}>{term.term}</span>
        ) : (
          <LineField
            label={t('glossary.translationOf', said)}
            value={term.translation}
            lang={language}
            readOnly={readOnly}
            onSave={(text) => {
              if (text.trim() !== '') save({ translation: text.trim() })
            }}
          />
        )}
      </td>
      <td className={styles['note']}>
        <LineField
          label={t('glossary.noteOf', said)}
          value={term.note}
          placeholder={readOnly ? '' : t('glossary.notePlaceholder')}
          readOnly={readOnly}
          maxLength={5000}
          onSave={(note) => save({ note })}
        />
      </td>
      {!readOnly && (
        <td>
          <IconButton
            size="small"
            label={t('glossary.remove', said)}
            icon={<Trash2 aria-hidden />}
            onPress={() => void withUndoOffer(t('glossary.removed', said), () => remove.mutateAsync({ id }))}
          />
        </td>
      )}
    </tr>
  )
}
