// What VS Code calls when the extension starts.

export function activate(): void {
  // features register here
}
