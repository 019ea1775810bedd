// What a command of the explorer is given → the files and folders that it is about.

import * as vscode from 'vscode';

/** The explorer hands over the file that was clicked and then all that are selected; undefined: neither. */
export function chosenUris(first: unknown, all: unknown): vscode.Uri[] | undefined {
  const uris = (Array.isArray(all) ? all : [first]).filter(
    (one): one is vscode.Uri => one instanceof vscode.Uri,
  );
  return uris.length > 0 ? uris : undefined;
}
