// A package that a test shares with what was built of src/: its classes must be the same, and it is loaded once.
export default {
  process: (_text, file) => ({ code: `module.exports = outside.require(${JSON.stringify(file)});` }),
};
