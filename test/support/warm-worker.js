/**
 * Runs the command again and again in one process, as if each time anew: most of the time of a short command goes into
 * loading and compiling the tool. What it prints is followed on both streams by a line that starts with a zero byte.
 */
const [, , main] = process.argv;
process.stdout.setMaxListeners(0);
process.on('disconnect', () => process.exit());
process.on('message', async ({ turn, args }) => {
  process.argv = [process.execPath, main, ...args];
  process.exitCode = 0;
  try {
    await import(`${main}?turn=${turn}`);
  } catch (error) {
    process.stderr.write(`${error?.stack ?? error}\n`);
    process.exitCode = 70;
  }
  const end = `\0${process.exitCode ?? 0}\n`;
  process.stdout.write(end);
  process.stderr.write(end);
});
