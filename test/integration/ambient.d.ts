// Modules that only the bundler knows.

declare module 'all-tests';
declare module 'mocha/mocha.js';
