import {
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaProps,
} from 'react-aria-components'
import type { Ref } from 'react'
import { cx } from './cx'
import styles from './field.module.css'

export interface TextFieldProps extends Omit<AriaProps, 'className' | 'style' | 'children'> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly placeholder?: string | undefined
  readonly description?: string | undefined
  /** Lines of a text area; without it, one line. */
  readonly rows?: number | undefined
  /** Set in the reading face, for text that is read rather than filled in. */
  readonly serif?: boolean
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>
  /** The id of a `datalist` whose entries are offered while typing. */
  readonly list?: string | undefined
  /** Language of what is typed. */
  readonly lang?: string | undefined
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    hideLabel = false,
    placeholder,
    description,
    rows,
    serif = false,
    inputRef,
    list,
    lang,
    ...rest
  } = props
  const shared = {
    className: cx(styles['input'], rows !== undefined && styles['area'], serif && styles['serif']),
    spellCheck: false,
    ...(placeholder !== undefined && { placeholder }),
    ...(inputRef !== undefined && { ref: inputRef }),
    ...(lang !== undefined && { lang }),
  }
  return (
    <AriaTextField {...rest} {...(hideLabel && { 'aria-label': label })} className={styles['field'] ?? ''}>
      {!hideLabel && <Label className={styles['label']}>{label}</Label>}
      {rows === undefined ? (
        <Input {...shared} {...(list !== undefined && { list })} />
      ) : (
        <TextArea {...shared} rows={rows} />
      )}
      {description !== undefined && (
        <Text slot="description" className={styles['description'] ?? ''}>
          {description}
        </Text>
      )}
    </AriaTextField>
  )
}
