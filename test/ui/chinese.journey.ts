// A person whose VS Code speaks Chinese opens the sample log of a boot that failed: lens, hover, quick fix,
// command and view speak Chinese, and what the log says stays as it is.

import assert from 'node:assert/strict';
import type { Journey } from './journey';

export const journey: Journey = {
  title: 'a window whose display language is Chinese is spoken to in Chinese',
  language: 'zh-cn',
  run: async (stage) => {
    await stage.open('failed-boot/nova-compute.log');
    await stage.lens(/create · 在“块设备映射”阶段失败，历时 189 秒 · VolumeNotCreated/).waitFor();
    await stage.shot('1-lens');
    await stage.goToLine(52);
    const said = await stage.hover('VolumeNotCreated:', /造成的影响/, '2-hover');
    assert.match(said, /Nova 让 Cinder 创建的卷/);
    assert.match(said, /openstack volume show/);
    const fixes = await stage.quickFixes(/复制 nova\.conf 配置行/);
    assert.ok(fixes.length >= 2, fixes.join('\n'));
    await stage.shot('3-fixes');
    await stage.page.keyboard.press('Escape');
    await stage.command('显示 Nova 实例');
    await stage.page.locator('.pane-header', { hasText: 'Nova 实例' }).first().waitFor({ state: 'attached' });
    await stage.page.locator('.monaco-list-row', { hasText: '1 个实例' }).first().waitFor();
    await stage.shot('4-view');
  },
};
