/** The build turns such an import into the path of one self-contained classic script of the package. */
declare module '*?iife' {
  const file: string;
  export default file;
}
