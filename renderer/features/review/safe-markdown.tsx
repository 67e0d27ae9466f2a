import { memo } from 'react'
import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { useTranslation } from 'react-i18next'

/** The window never goes anywhere: a link shows where it leads, a picture its description. */
const components: Components = {
  a: ({ children, href }) => (
    <span data-link title={href}>
      {children}
    </span>
  ),
  img: ({ alt }) => <Picture alt={alt ?? ''} />,
}

function Picture({ alt }: { readonly alt: string }) {
  const { t } = useTranslation('review')
  return <span data-picture>{t('markdown.image', { alt })}</span>
}

const plugins = [remarkGfm]

/** Markdown as it reads. Raw HTML in it stays text. */
export const SafeMarkdown = memo(function SafeMarkdown({ markdown }: { readonly markdown: string }) {
  return (
    <Markdown remarkPlugins={plugins} components={components}>
      {markdown}
    </Markdown>
  )
})
