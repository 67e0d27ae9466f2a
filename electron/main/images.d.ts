/** An image as a data: address, put there by the build. */
declare module '*.png?inline' {
  const address: string
  export default address
}
