// A package that a test shares with what was built of src/: its classes must be the same, and it is loaded once. Where
// there is no way out, as in global-setup.mjs, which jest may compile too, it is loaded as it is.
export default {
  process: (text, file) => ({
    code: `if (globalThis.outside) module.exports = outside.require(${JSON.stringify(file)});
else (function () {${text}\n}).call(this);`,
  }),
};
