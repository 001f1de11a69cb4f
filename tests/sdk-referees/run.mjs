// node run.mjs NAME BASE: asks through one SDK, whole, piece by piece and in error, and prints what it made of the replies as JSON.
const [name, base] = process.argv.slice(2);
const { ask } = await import(`./referees/${name}.mjs`);
const model = 'sim-strong';

const attempt = async (options) => {
  try {
    return await ask({ base, key: 'k', model, prompt: 'Which one?', ...options });
  } catch (problem) {
    return { error: problem.message ?? JSON.stringify(problem), status: problem.status ?? problem.statusCode ?? problem.response?.status ?? problem.code ?? null };
  }
};

const result = {
  whole: await attempt({ stream: false }),
  stream: await attempt({ stream: true }),
  error: await attempt({ stream: false, model: 'no-such-model' }),
};
process.stdout.write(JSON.stringify(result));
process.exit(0);
