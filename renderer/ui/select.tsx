import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { cx } from './cx'
import fieldStyles from './field.module.css'
import menuStyles from './menu.module.css'

export interface SelectOption<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly icon?: ReactNode
}

export interface SelectProps<Id extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly options: readonly SelectOption<Id>[]
  readonly value: Id | null
  readonly onChange: (value: Id) => void
  readonly placeholder?: string
  readonly isDisabled?: boolean
}

export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, hideLabel = false, options, value, onChange, placeholder = '', isDisabled = false } = props
  return (
    <AriaSelect
      className={fieldStyles['field'] ?? ''}
      {...(hideLabel && { 'aria-label': label })}
      isDisabled={isDisabled}
      placeholder={placeholder}
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = options.find(({ id }) => id === key)
        if (chosen) onChange(chosen.id)
      }}
    >
      {!hideLabel && <Label className={fieldStyles['label']}>{label}</Label>}
      <Button className={fieldStyles['select'] ?? ''}>
        <SelectValue className={fieldStyles['value'] ?? ''} />
        <ChevronDown aria-hidden />
      </Button>
      <Popover className={menuStyles['popover'] ?? ''} offset={4}>
        <ListBox className={menuStyles['menu'] ?? ''} items={options}>
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={option.label}
              className={cx(menuStyles['item'], menuStyles['choice'])}
            >
              {option.icon}
              <span className={menuStyles['title']}>{option.label}</span>
              <Check aria-hidden className={menuStyles['check']} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
