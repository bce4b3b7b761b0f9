import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A child process, everything it has said so far, and a way to end it. */
export class Program {
  said = '';

  constructor(command, args, options = {}) {
    this.child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    this.closed = once(this.child, 'close');
    for (const output of [this.child.stdout, this.child.stderr]) output.on('data', text => (this.said += text));
  }

  /** The first group of the pattern, once the process has said it. */
  async says(pattern) {
    const found = () => pattern.exec(this.said)?.[1];
    while (!found() && this.child.exitCode === null && this.child.signalCode === null) {
      await Promise.race([once(this.child.stdout, 'data'), this.closed]);
    }
    if (!found()) throw new Error(`It ended without saying ${pattern}:\n${this.said}`);
    return found();
  }

  /** Waits for its end. */
  async succeeds() {
    const [code] = await this.closed;
    if (code !== 0) throw new Error(`It ended with ${code}:\n${this.said}`);
    return this.said;
  }

  async end() {
    this.child.kill();
    await this.closed;
  }
}
