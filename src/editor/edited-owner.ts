const ITEM = /\/collection\/(?<folder>[a-z]+)\/item\/(?<id>[^/]+)/;

/** Whose page an address of the editor edits: "personas/brand-enthusiast"; empty while an entry is new. */
export function editedOwner(pathname: string): string {
  const { folder, id } = ITEM.exec(pathname)?.groups ?? {};
  return folder && id ? `${folder}/${decodeURIComponent(id)}` : '';
}
