/** The day it is here, as `YYYY-MM-DD`. */
export function today(): string {
  return dayOf(new Date())
}

function dayOf(moment: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`
}

/** A moment as it is here, in a form that file names take and that sorts: `2026-06-11T14-30-05`. */
export function localStamp(moment: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  const time = [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(pad).join('-')
  return `${dayOf(moment)}T${time}`
}
