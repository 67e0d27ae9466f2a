import { BookOpenText, Info } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { languageName } from '../../i18n'
import { campColours } from '../../ui/camp-colours'
import { cx } from '../../ui/cx'
import { IconButton } from '../../ui/icon-button'
import type { MenuEntry } from '../../ui/menu'
import { attributionOf } from '../../../shared/domain/attribution'
import type { Passage } from '../../../shared/domain/passage'
import type { Block, Camp } from '../../../shared/domain/review'
import type { Source } from '../../../shared/domain/source'
import { findTranslation } from '../../../shared/domain/translation-state'
import { BlockFrame } from './block-frame'
import { usePage, type BlockPosition } from './page-context'
import styles from './page.module.css'
import { ProseEditor } from './prose/prose-editor'
import { QuoteRelations } from './quote-relations'
import { SafeMarkdown } from './safe-markdown'
import { sameLanguage } from './verdict'
import { VerdictBadge } from './verdict-badge'

interface QuoteBlockProps {
  readonly block: Block & { readonly kind: 'quote' }
  readonly at: BlockPosition
  readonly camp: Camp | null
}

/** A placed passage: the words themselves, their translation, who says them where, and whether that was checked. */
export function QuoteBlock({ block, at, camp }: QuoteBlockProps) {
  const { t } = useTranslation('review')
  const page = usePage()
  const { review, readOnly, editing, edit, select, openSource, actions, focusBlock } = page
  const passage = page.passagesById.get(block.passageId)
  const source = passage && page.sources.get(passage.sourceId)
  const verdict = page.verdicts.get(block.passageId)
  const isEditing = editing?.kind === 'block' && editing.id === block.id
  const open = () => {
    if (passage) openSource(passage.sourceId, passage.id)
  }
  const editLeadIn = () => edit({ kind: 'block', id: block.id })

  const items: MenuEntry[] = [
    { id: 'open', title: t('block.open'), keys: 'Enter', isDisabled: !passage, onAction: open },
    { id: 'inspect', title: t('block.inspect'), keys: 'Space', onAction: () => select(block.passageId) },
    ...(readOnly
      ? []
      : [{ id: 'lead', title: t(block.leadIn ? 'block.editLeadIn' : 'block.addLeadIn'), onAction: editLeadIn }]),
  ]

  return (
    <BlockFrame
      block={block}
      label={t('block.quote', { position: at.index + 1, count: at.count, text: passage?.text ?? t('block.gone') })}
      isSelected={page.selected === block.passageId}
      items={items}
      buttons={
        passage && (
          <IconButton
            size="small"
            label={t('block.open')}
            keys="Enter"
            icon={<BookOpenText aria-hidden />}
            onPress={open}
          />
        )
      }
      removeLabel={t('block.remove')}
      onPress={() => select(block.passageId)}
      onEnter={open}
      onAddAbove={at.addAbove}
      onAddBelow={at.addBelow}
    >
      {isEditing ? (
        <ProseEditor
          open={page}
          label={t('block.leadIn')}
          placeholder={t('block.leadInPlaceholder')}
          markdown={block.leadIn}
          onSave={(text) => actions.setLeadIn(block.id, text)}
          onClose={(keepFocus) => {
            edit(null)
            if (keepFocus) focusBlock(block.id)
          }}
        />
      ) : (
        block.leadIn && (
          <div
            className={cx(styles['prose'], styles['leadIn'])}
            lang={review.language}
            onClick={(event) => {
              event.stopPropagation()
              if (!readOnly) editLeadIn()
            }}
          >
            <SafeMarkdown markdown={block.leadIn} />
          </div>
        )
      )}
      <blockquote className={cx(styles['quote'], camp && campColours(camp.colour))}>
        {passage ? (
          <QuoteText passage={passage} source={source} />
        ) : (
          <p className={styles['hint']}>{t('block.gone')}</p>
        )}
        <footer className={styles['quoteFoot']}>
          {passage?.attributed && source && (
            <cite className={styles['attribution']} lang={source.language}>
              {attributionOf(source.speakers.find(({ id }) => id === passage.speakerId) ?? null, source.title)}
            </cite>
          )}
          {verdict && <VerdictBadge verdict={verdict} />}
        </footer>
      </blockquote>
      <QuoteRelations passageId={block.passageId} />
    </BlockFrame>
  )
}

function QuoteText({ passage, source }: { readonly passage: Passage; readonly source: Source | undefined }) {
  const { t } = useTranslation('review')
  const { review } = usePage()
  const translation = findTranslation(passage, review.language)
  const needsNone = source !== undefined && sameLanguage(source.language, review.language)
  return (
    <>
      <p className={styles['original']} lang={source?.language}>
        {passage.text}
      </p>
      {translation ? (
        <p className={styles['translation']} lang={translation.language}>
          {translation.text}
          {translation.state !== 'done' && (
            <span
              className={cx(styles['state'], translation.state === 'stale' && styles['stale'])}
              title={t(`block.${translation.state}`)}
            >
              <Info aria-hidden />
              {t(`block.short.${translation.state}`)}
            </span>
          )}
        </p>
      ) : (
        !needsNone && (
          <p className={styles['untranslated']}>
            {t('block.untranslated', { language: languageName(review.language) })}
          </p>
        )
      )}
    </>
  )
}
