/**
 * Milliseconds of processor time that some work takes, the lesser of two runs: a machine busy with other things must not
 * fail a test that says "linear, not quadratic".
 */
export function cpuTime(work: () => void): number {
  const once = (): number => {
    const began = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1_000;
  };
  return Math.min(once(), once());
}
