// Builds the programs that tests start (programs.ts).
import { execFileSync } from 'node:child_process';

export default function build() {
  execFileSync('npm', ['run', '--silent', 'build', '--', '--outdir=.test-build'], { stdio: 'inherit' });
}
