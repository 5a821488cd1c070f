/** The words of all letters, by their files. One file in the build: a hundred small ones would each be fetched. */
export const templates: Readonly<Record<string, string>> = import.meta.glob<string>('./*/*/letters/*.liquid', {
  eager: true,
  query: '?raw',
  import: 'default',
});
