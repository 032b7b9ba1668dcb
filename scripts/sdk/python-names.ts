// openapi-python-client makes an attribute's name of a URN, and takes no other: `urnietfparams…_2_0_user`. Here such
// attributes get the names of their extensions, `enterprise_user`, in the code that it made. In JSON nothing changes.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a model is written as JSON: the URN, and the attribute that has its value. */
const WRITTEN = /"(urn:[^"]+)"\]?\s*[:=]\s*(\w+)/g;

/** Renames the attributes of extensions in the models of a package. */
export async function renameExtensions(models: string, extensions: ReadonlyMap<string, string>): Promise<void> {
  for (const name of await readdir(models)) {
    const file = join(models, name);
    const code = await readFile(file, 'utf8');
    let renamed = code;
    for (const [, urn = '', attribute = ''] of code.matchAll(WRITTEN)) {
      const extension = extensions.get(urn);
      if (extension !== undefined) renamed = renamed.replaceAll(attribute, snakeCase(extension));
    }
    if (renamed !== code) await writeFile(file, renamed);
  }
}

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase();
}
