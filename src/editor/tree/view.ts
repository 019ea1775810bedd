// The view "Nova Instances": draws the nodes, refreshes when the logs change, reveals operations and
// phases, and follows the cursor when asked. Its own state (filter, how much is shown) lives here and
// nowhere else.

import * as vscode from 'vscode';
import type { Operation, Phase } from '../../core/model';
import { contexts, extractScheme, views } from '../contributes';
import { nameOf } from '../convert';
import type { Logs } from '../logs';
import { say } from '../say';
import type { Settings } from '../settings';
import { filterName, groupingName, groupings } from './choiceNames';
import { dropped } from './drop';
import { findOperation, findPhase, pageFor } from './find';
import { itemOf } from './items';
import { rootsOf } from './groupings';
import { filled, sleepingIn } from './largeNodes';
import { childrenOf } from './nodes';
import { Redrawing } from './redrawing';
import { RotatedAwayLogs } from './rotatedAway';
import { loadStoryRows } from './storyRows';
import { isFilled, type TreeChoices, type TreeFilter, type TreeGrouping, type TreeNode } from './treeNode';
import { tooltipOf } from './tooltips';

export class InstanceTree implements vscode.Disposable {
  readonly #logs: Logs;
  readonly #settings: Settings;
  readonly #changed = new vscode.EventEmitter<TreeNode | undefined>();
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #listeners: vscode.Disposable;
  readonly #shown = new Map<string, number>();
  readonly #memory: vscode.Memento;
  readonly #rotated = new RotatedAwayLogs();
  #grouping: TreeGrouping;
  #filter: TreeFilter = 'all';
  readonly #redrawing = new Redrawing(() => this.#redraw());
  /** Refreshes and reveals wait for one another: VS Code loses rows when they overlap. */
  #queue: Promise<unknown> = Promise.resolve();

  /** @param memory keeps what stands at the top, for this workspace */
  constructor(logs: Logs, settings: Settings, memory: vscode.Memento) {
    this.#logs = logs;
    this.#memory = memory;
    this.#grouping = groupings.find((one) => one === memory.get(groupingKey)) ?? 'instance';
    this.#settings = settings;
    this.#view = vscode.window.createTreeView(views.instances, {
      treeDataProvider: this.#provider(),
      showCollapseAll: true,
      dragAndDropController: dropped,
    });
    this.#listeners = vscode.Disposable.from(
      logs.onDidChange((uri) => (uri?.scheme === extractScheme ? undefined : this.#redrawing.soon())),
      logs.large.onDidRedraw(() => this.#redrawing.soon()),
      logs.onDidChangeReading(() => this.#readsOrHasRead()),
    );
    this.#showMessage();
  }

  get filter(): TreeFilter {
    return this.#filter;
  }

  /** The rows of a node as they are drawn now; for tests and for looking things up. */
  getChildren(node?: TreeNode): readonly TreeNode[] & TreeNode[] {
    const { lookup } = this.#logs;
    return [...(node ? childrenOf(node, lookup, this.#choices) : rootsOf(lookup, this.#choices))];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return itemOf(node, this.#logs.lookup);
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    item.tooltip = tooltipOf(node, this.#logs.lookup) ?? item.accessibilityInformation?.label ?? '';
    return item;
  }

  setFilter(filter: TreeFilter): void {
    this.#filter = filter;
    this.#shown.clear();
    this.#showMessage();
    this.#changed.fire(undefined);
  }

  get grouping(): TreeGrouping {
    return this.#grouping;
  }

  setGrouping(grouping: TreeGrouping): void {
    this.#grouping = grouping;
    this.#shown.clear();
    void this.#memory.update(groupingKey, grouping);
    this.#showMessage();
    this.#changed.fire(undefined);
  }

  showMore(id: string, shown: number): void {
    this.#shown.set(id, shown * 2);
    for (const [source, file] of this.#logs.large.files) {
      if (id === `large:${source}`) void file.want(shown * 2);
    }
    this.#changed.fire(undefined);
  }

  /** Selects an operation, or one of its phases, in the tree. `log`: the log under which it is wanted. */
  async reveal(
    operation: Operation,
    options: { log: string; phase?: Phase | undefined; focus: boolean },
  ): Promise<boolean> {
    const task = this.#queue.then(() => this.#reveal(operation, options));
    this.#queue = task.catch(() => undefined);
    return task;
  }

  get isVisible(): boolean {
    return this.#view.visible;
  }

  get selection(): readonly TreeNode[] {
    return this.#view.selection;
  }

  dispose(): void {
    this.#redrawing.dispose();
    this.#listeners.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  // What a log says of an instance is read when the instance is opened.
  #provider(): vscode.TreeDataProvider<TreeNode> {
    return {
      onDidChangeTreeData: this.#changed.event,
      getChildren: async (node) => {
        const isLast = this.#logs.large.files.size === 0 || node?.kind === 'large';
        this.#redrawing.asked(isLast);
        const log = node && sleepingIn(node);
        if (!log || node.kind !== 'instance') return this.getChildren(node);
        await this.#logs.wake([node.instance], log.source);
        return this.getChildren(filled(node, this.#logs.lookup, this.#choices));
      },
      getParent: (node) => this.getParent(node),
      getTreeItem: (node) => this.getTreeItem(node),
      resolveTreeItem: (item, node) => this.resolveTreeItem(item, node),
    };
  }

  get #choices(): TreeChoices {
    const { slowPhaseSeconds } = this.#settings.current;
    const { views: large } = this.#logs.large;
    const gone = this.#rotated.lost(this.#logs.digests, nameOf);
    const chosen = { grouping: this.#grouping, filter: this.#filter, slowPhaseSeconds };
    return { ...chosen, shown: this.#shown, large, gone };
  }

  async #reveal(
    operation: Operation,
    { log, phase, focus }: { log: string; phase?: Phase | undefined; focus: boolean },
  ): Promise<boolean> {
    const { lookup } = this.#logs;
    let found = findOperation(lookup, this.#choices, log, operation);
    if (!found && focus) {
      if (this.#filter !== 'all') this.setFilter('all');
      // What went well is no failure: it has no place among the causes.
      if (this.#grouping === 'cause' && operation.outcome !== 'failed') this.setGrouping('instance');
      found = findOperation(lookup, this.#choices, log, operation);
    }
    if (!found) return false;
    this.#makeRoom(found);
    const node = phase ? (findPhase(found, lookup, this.#choices, phase) ?? found) : found;
    await this.#view.reveal(node, { select: true, focus, expand: node === found ? 1 : false });
    return true;
  }

  // A node behind "Show more" can only be revealed once it is shown.
  #makeRoom(node: TreeNode): void {
    for (let one: TreeNode | undefined = node; one?.parent; one = one.parent) {
      const page = pageFor(one, this.#logs.lookup, this.#choices);
      if (page !== undefined && page > (this.#shown.get(one.parent.id) ?? 0))
        this.#shown.set(one.parent.id, page);
    }
  }

  #redraw(): Promise<void> {
    const rows = this.#logs.digests.length > 0 ? loadStoryRows() : undefined;
    const drawn = this.#queue.then(() => rows).then(() => {
      this.#rotated.note(this.#logs.analysis);
      this.#showMessage();
      this.#changed.fire(undefined);
    });
    this.#queue = drawn;
    return drawn;
  }

  // By the time a log is read, what the rows on its stories need is there.
  #readsOrHasRead(): void {
    void loadStoryRows();
    this.#showMessage();
  }

  #showMessage(): void {
    const isReading = this.#logs.isReading();
    const isAnyOpen = this.#logs.digests.length > 0 || this.#logs.large.files.size > 0;
    void vscode.commands.executeCommand('setContext', contexts.reading, isReading);
    void vscode.commands.executeCommand('setContext', contexts.open, isAnyOpen);
    const failed = this.#failed();
    this.#view.badge =
      failed > 0 ? { value: failed, tooltip: say('countFailed', { count: failed }) } : undefined;
    this.#view.description = this.#choicesText();
    const message = this.#message(isReading);
    // to VS Code another message is a refresh, even where it says the same
    if (this.#view.message !== message) this.#view.message = message;
  }

  /** Failed operations; of a large log that was judged the instances that failed, for few of it are read. */
  #failed(): number {
    const judged = new Map([...this.#logs.large.views].filter(([, { verdicts }]) => verdicts === 'known'));
    const operations = this.#logs.analysis.timelines.flatMap((timeline) => timeline.operations);
    const read = operations.filter(({ outcome, begin }) => outcome === 'failed' && !judged.has(begin.source));
    return [...judged.values()].reduce((sum, view) => sum + view.failed.length, read.length);
  }

  #message(isReading: boolean): string {
    if (isReading && this.#logs.digests.length === 0) return say('reading');
    if (!this.#isFilteredEmpty()) return '';
    return say('filterNothing', { filter: filterName(this.#filter, this.#settings) });
  }

  #choicesText(): string {
    const grouping = this.#grouping === 'instance' ? '' : groupingName(this.#grouping);
    const filter = this.#filter === 'all' ? '' : filterName(this.#filter, this.#settings);
    return [grouping, filter].filter((part) => part).join(say('separator'));
  }

  #isFilteredEmpty(): boolean {
    if (this.#filter === 'all') return false;
    const roots = this.getChildren().filter(({ kind }) => !['logs', 'hosts', 'gone'].includes(kind));
    return this.#logs.digests.length > 0
      && roots.every((root) => {
        const isLog = root.kind === 'log' || root.kind === 'large';
        return isLog ? this.getChildren(root).length === 0 : !isFilled(root);
      });
  }
}

const groupingKey = 'novaLens.grouping';
