// Command line: arguments → one command → exit code.

process.exitCode = 2;
